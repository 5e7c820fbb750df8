"""HSDS 3 as a tabular data package: what the standard has a place for in its own tables, everything else in tables of ours."""

from dataclasses import dataclass
from pathlib import Path

from graph.holdings import Holdings
from graph.messages import Messages
from loaders.exporting import LeftOut, Written, ending_of, words_of
from loaders.hsds.descriptor import descriptor
from loaders.hsds.layout import RECORDS
from loaders.hsds.records_out import LEAST_COUNT, RecordsOut, is_few
from loaders.hsds.tables_out import TablesOut
from loaders.hsds.tabular_package import DESCRIPTION
from loaders.whole_files import archive, write_file


@dataclass(frozen=True)
class HsdsPackage:
    """A ZIP with datapackage.json and a CSV for each table."""

    name = "hsds"
    title_ja = "HSDS 3（Open Referralの社会資源台帳、表形式のデータパッケージ）"
    title_en = "HSDS 3 (Open Referral, tabular data package)"
    suffix = ".zip"

    def write(self, holdings: Holdings, out: Path, wording: str) -> Written:
        """Write the package.

        Raises:
            QueryMisused: the place cannot be written to, or its name does not end in .zip.
        """
        ending_of(out, self.suffix)
        words = words_of(__name__.rpartition(".")[0], wording)
        tables = tables_of(holdings, words)
        files = {DESCRIPTION: descriptor(tables, holdings, words)}
        files |= {f"{table}.csv": tables.encoded(table) for table in tables.names()}
        written = write_file(out, archive(files))
        counts = {kind.label: len(holdings.of_label(kind.label)) for kinds in RECORDS.values() for kind in kinds}
        counts["Area"] = len(tables.rows.get("x_areas", ()))
        counts["relationships"] = len(tables.rows.get("x_relationships", ()))
        return Written(
            files=(written,), counts={name: count for name, count in counts.items() if count}, left_out=tuple(_left_out(holdings))
        )


def tables_of(holdings: Holdings, words: Messages) -> TablesOut:
    """Every table with its rows."""
    out = TablesOut()
    records = RecordsOut(holdings, words, out)
    for node in holdings.nodes:
        if node.labels != ("Area",):
            records.add(node)
    records.add_relationships()
    records.add_areas()
    records.add_vocabulary()
    return out


def _left_out(holdings: Holdings) -> list[LeftOut]:
    """Quotations, and what sources give differently: the standard has no place for either."""
    differing = sum(bool(one.properties.get("differs")) for one in holdings.nodes)
    differing += sum(bool(one.properties.get("differs")) for one in holdings.relationships)
    few = sum(is_few(one) for one in holdings.nodes)
    quotations = sum(map(len, holdings.evidence.values()))
    found = (
        LeftOut(code="quotations_left_out", count=quotations),
        LeftOut(code="differing_left_out", count=differing),
        LeftOut(code="few_left_out", count=few, values={"least": LEAST_COUNT}),
    )
    return [one for one in found if one.count]
