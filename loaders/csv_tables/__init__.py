"""CSV: one table for each kind of thing and of relationship, with the quotations, for spreadsheets."""

from pathlib import Path

from graph.holdings import Holdings
from loaders.csv_tables.evidence import evidence_table, sources_table
from loaders.csv_tables.nodes import NODE_TABLES, node_table
from loaders.csv_tables.readme import readme
from loaders.csv_tables.relationships import RELATIONSHIP_TABLES, relationship_table
from loaders.csv_tables.table import Table, encoded
from loaders.exporting import FOLDER, Exporter, Written, ending_of, words_of
from loaders.whole_files import archive, write_file, write_folder


class CsvTables:
    """Tables as CSV in a ZIP or a folder."""

    name = "csv"
    title_ja = "CSV（種類ごとの表と根拠）"
    title_en = "CSV (a table for each kind, with the evidence)"
    suffix = ".zip"

    def write(self, holdings: Holdings, out: Path, wording: str) -> Written:
        """Write every table, those without rows too, and a README: a ZIP where the name ends in .zip, else a folder.

        Raises:
            QueryMisused: the place cannot be written to, or its name has another ending.
        """
        ending = ending_of(out, self.suffix, FOLDER)
        words = words_of(__name__, wording)
        tables: list[Table] = [
            *(node_table(name, holdings, words) for name in NODE_TABLES),
            *(relationship_table(name, holdings, words) for name in RELATIONSHIP_TABLES),
            evidence_table(holdings, words),
            sources_table(holdings, words),
        ]
        files = {f"{table.name}.csv": encoded(table) for table in tables}
        files["README.txt"] = readme(tables, words)
        written = (write_file(out, archive(files)),) if ending else write_folder(out, files)
        counts = {label: len(holdings.of_label(label)) for label in NODE_TABLES.values()}
        counts |= {"relationships": len(holdings.relationships), "evidence": sum(map(len, holdings.evidence.values()))}
        return Written(files=written, counts={name: count for name, count in counts.items() if count})


EXPORTERS: tuple[Exporter, ...] = (CsvTables(),)
