"""JSON-LD: the graph as linked open data, in the words of schema.org where it has them."""

from pathlib import Path

from graph.holdings import Holdings
from loaders.exporting import Exporter, Written, ending_of, words_of
from loaders.jsonld.document import document
from loaders.whole_files import write_file


class JsonLd:
    """One JSON-LD document."""

    name = "jsonld"
    title_ja = "JSON-LD（オープンデータ）"
    title_en = "JSON-LD (open data)"
    suffix = ".jsonld"

    def write(self, holdings: Holdings, out: Path, wording: str) -> Written:
        """Write the document.

        Raises:
            QueryMisused: the place cannot be written to, or its name has another ending.
        """
        ending_of(out, self.suffix, ".json")
        write_file(out, document(holdings, words_of(__name__, wording)))
        quotations = sum(map(len, holdings.evidence.values()))
        counts = {"nodes": len(holdings.nodes), "relationships": len(holdings.relationships), "evidence": quotations}
        return Written(files=(out,), counts={name: count for name, count in counts.items() if count})


EXPORTERS: tuple[Exporter, ...] = (JsonLd(),)
