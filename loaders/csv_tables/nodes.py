"""Tables of things: organisations, councils, services … with every property that the model declares."""

from collections.abc import Iterable

from graph.holdings import Holdings
from graph.messages import Messages
from graph.model.catalogue import node_kinds
from graph.model.definitions import Node, property_descriptions
from graph.rows import NodeRow
from graph.taxonomy import taxonomy
from loaders.csv_tables.table import BETWEEN, Cell, Table, stated

NODE_TABLES = {
    "organizations": "Organization",
    "councils": "Council",
    "posts": "Post",
    "services": "Service",
    "needs": "Need",
    "programmes": "Programme",
    "observations": "Observation",
    "areas": "Area",
}
"""Name of the table → label. A body that is a council too stands in both."""
BESIDE = ("actor_types", "codes", "placed_in")
"""Properties given in columns of their own."""
CODED = {"Organization": ("ActorType",), "Service": ("ServiceCategory", "Scheme"), "Need": ("NeedCategory",)}
KEPT = ("visibility", "verified_on")


def node_table(name: str, holdings: Holdings, words: Messages) -> Table:
    """The table of one kind of thing."""
    label = NODE_TABLES[name]
    common = property_descriptions(Node)
    own = [one for one in property_descriptions(node_kinds()[label]) if one not in common and one not in BESIDE]
    coded = CODED.get(label, ())
    heads = [
        *(words(f"text.head.{one}") for one in ("id", "name", *own)),
        *(words(f"text.head.{part}.{kind}") for kind in coded for part in ("codes", "words")),
        *(words(f"text.head.{one}") for one in ("area", "placed_in", *KEPT, "sources", "differs")),
    ]
    rows = tuple(tuple(_row(node, own, coded, holdings, words)) for node in holdings.of_label(label))
    return Table(name=name, heads=tuple(heads), rows=rows)


def _row(node: NodeRow, own: Iterable[str], coded: Iterable[str], holdings: Holdings, words: Messages) -> Iterable[Cell]:
    properties = node.properties
    area = node.id if node.labels == ("Area",) else str(properties.get("placed_in") or "")
    yield from stated(properties, ("id", "name", *own), words)
    for kind in coded:
        codes = holdings.codes_of(node.id, kind)
        yield BETWEEN.join(codes)
        yield BETWEEN.join(_word(kind, code, words.language) for code in codes)
    yield from (holdings.full_name(area), area, *stated(properties, (*KEPT, "sources"), words))
    yield differing(properties.get("differs", ()), words)


def differing(names: Iterable[str], words: Messages) -> str:
    """The heads of the properties that sources give differently."""
    return BETWEEN.join(words(f"text.head.{name}") for name in names)


def _word(kind: str, code: str, language: str) -> str:
    codes = taxonomy()
    entries = {
        "ActorType": codes.actor_types,
        "ServiceCategory": codes.service_categories,
        "NeedCategory": codes.need_categories,
        "Scheme": codes.schemes,
    }[kind]
    return str(getattr(entries[code], language)) if code in entries else code
