"""The bundle: regions compared, with everything another researcher needs to compute the same numbers, in one ZIP."""

from pathlib import Path

from graph.holdings import Holdings
from loaders.exporting import Exporter, LeftOut, Written, ending_of
from loaders.whole_files import archive, write_file


class Bundle:
    """Nodes, edges, evidence, queries, parameters and the numbers computed from them."""

    name = "bundle"
    title_ja = "研究用の一式（地域の比較を、ほかの人がやり直せるZIP）"
    title_en = "Bundle for researchers (a ZIP from which others recompute the comparison of regions)"
    suffix = ".zip"
    compares = True

    def write(self, holdings: Holdings, out: Path, wording: str) -> Written:  # noqa: ARG002 - both languages stand in it
        """Write the ZIP: the same holdings give the same bytes, in whatever language and on whatever day.

        Raises:
            QueryMisused: the place cannot be written to, or its name has another ending.
        """
        from loaders.bundle.contents import contents_of  # noqa: PLC0415 - what computes is loaded only by what needs it
        from loaders.bundle.format import sealed  # noqa: PLC0415 - likewise

        ending_of(out, self.suffix)
        write_file(out, archive(sealed(contents_of(holdings))))
        regions = holdings.compared.regions if holdings.compared else ()
        quotations = sum(map(len, holdings.evidence.values()))
        counts = {
            "regions": len(regions),
            "nodes": len(holdings.nodes),
            "relationships": len(holdings.relationships),
            "evidence": quotations,
        }
        unseen = holdings.compared.left_out if holdings.compared else 0
        left_out = (LeftOut(code="bundle_left_out", count=unseen),) if unseen else ()
        return Written(files=(out,), counts={name: count for name, count in counts.items() if count}, left_out=left_out)


EXPORTERS: tuple[Exporter, ...] = (Bundle(),)
