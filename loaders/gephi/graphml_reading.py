"""GraphML, as Gephi, igraph, networkx and yEd's kin write it."""

from collections.abc import Iterator

from lxml import etree

from graph.errors import LoadStopped
from loaders.contract import Candidate
from loaders.gephi.fields import EDGES, GEPHI, NODES, SOURCE
from loaders.gephi.safe_xml import elements
from loaders.networks.fields import THINGS, TIES
from loaders.networks.naming import stem_of
from loaders.networks.records import Collected, NetworkFile

OF_THE_GRAPH = ("title", "name", "description")


def read_graphml(candidate: Candidate) -> NetworkFile:
    """The nodes and edges of a file.

    Raises:
        LoadStopped: broken_xml, unsafe_xml, no_network.
    """
    things = Collected(source=SOURCE, of=THINGS, dialect=(), called=NODES)
    ties = Collected(source=SOURCE, of=TIES, dialect=GEPHI, called=EDGES)
    names: dict[str, tuple[str, str]] = {}
    """Id of a key → its name and its default."""
    title = ""
    for element in elements(candidate.content, "key", "node", "edge", "graph"):
        kind = etree.QName(element).localname
        if kind == "key":
            default = element.find("{*}default")
            given = str(default.text or "") if default is not None else ""
            names[element.get("id", "")] = (element.get("attr.name") or element.get("id") or "", given)
        elif kind == "node":
            cells = dict(_cells(element, names))
            label = cells.get("label") or cells.get("Label") or cells.get("name") or ""
            things.add(cells.items(), {"id": element.get("id", "")} | ({"label": label} if label else {}))
        elif kind == "edge":
            fixed = {key: element.get(key, "") for key in ("id", "source", "target")} | {"direction": _direction(element)}
            ties.add(_cells(element, names), fixed)
        else:
            said = dict(_cells(element, names))
            title = title or next((said[name] for name in OF_THE_GRAPH if said.get(name)), "")
    if not (things.listed or ties.listed):
        raise LoadStopped("no_network")
    return NetworkFile(
        source=SOURCE,
        title=title or stem_of(candidate.name),
        things=things.records(),
        ties=ties.records(),
        things_listed=bool(things.listed),
        has_types="type" in things.fields,
        unread=tuple(dict.fromkeys((*things.unread(), *ties.unread()))),
    )


def _cells(element: etree._Element, names: dict[str, tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for data in element.iterchildren("{*}data"):
        key = data.get("key", "")
        name, default = names.get(key, (key, ""))
        if value := str(data.text or "") or default:
            yield name, value


def _direction(element: etree._Element) -> str:
    own = element.get("directed")
    if own is None:
        graph = next(element.iterancestors("{*}graph"), None)
        own = "true" if graph is None or graph.get("edgedefault") != "undirected" else "false"
    return "directed" if own == "true" else "undirected"
