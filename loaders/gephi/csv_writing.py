"""Tables of nodes and edges in a ZIP, as Gephi imports them: UTF-8 without byte order mark, which would hide the first head."""

import csv
from collections.abc import Iterable, Mapping
from io import StringIO
from pathlib import Path
from typing import Any

from graph.holdings import Holdings
from loaders.exporting import Written, ending_of
from loaders.harmless import harmless
from loaders.networks.carried import OF_THINGS, OF_TIES, attribute_types, carried
from loaders.networks.values import text_of
from loaders.whole_files import archive, write_file

NUMBERS = frozenset({"int", "float"})

Rows = list[dict[str, str]]


class GephiTables:
    """A network as two tables."""

    name = "gephi"
    title_ja = "Gephi（nodes.csv と edges.csv）"
    title_en = "Gephi (nodes.csv and edges.csv)"
    suffix = ".zip"

    def write(self, holdings: Holdings, out: Path, wording: str) -> Written:  # noqa: ARG002 - the contract's; heads are Gephi's own
        """Write the ZIP.

        Raises:
            QueryMisused: the place cannot be written to, or its name has another ending.
        """
        ending_of(out, self.suffix)
        network = carried(holdings)
        nodes = [{"Id": one.id, "Label": one.name, "type": one.type} | _texts(one.attributes) for one in network.things]
        edges = [
            {"Source": one.start, "Target": one.end, "Type": "Directed", "Id": one.id, "Label": one.type, "relationship": one.type}
            | _texts(one.attributes)
            for one in network.ties
        ]
        files = {
            "nodes.csv": _encoded(("Id", "Label", "type", *OF_THINGS), nodes),
            "edges.csv": _encoded(("Source", "Target", "Type", "Id", "Label", "relationship", *OF_TIES), edges),
        }
        written = write_file(out, archive(files))
        return Written(files=(written,), counts=network.counts(holdings), left_out=network.left_out(holdings))


def _texts(attributes: Mapping[str, Any]) -> dict[str, str]:
    return {name: text_of(value) for name, value in attributes.items()}


def _encoded(heads: Iterable[str], rows: Rows) -> bytes:
    """The bytes of a table, with the columns in which something stands."""
    said = {head for row in rows for head in row}
    kept = [head for number, head in enumerate(heads) if head in said or number < 3]  # noqa: PLR2004 - what Gephi asks for
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(kept)
    for row in rows:
        writer.writerow([_safe(head, row.get(head, "")) for head in kept])
    return text.getvalue().encode()


def _safe(head: str, cell: str) -> str:
    return cell if attribute_types().get(head) in NUMBERS else harmless(cell)
