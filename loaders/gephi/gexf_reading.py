"""GEXF, as Gephi, igraph's friends and networkx write it: 1.1 to 1.3."""

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from graph.errors import LoadStopped
from loaders.contract import Candidate, Problem
from loaders.gephi.fields import EDGES, GEPHI, NODES, SOURCE
from loaders.gephi.safe_xml import elements
from loaders.networks.fields import THINGS, TIES
from loaders.networks.naming import stem_of
from loaders.networks.records import Collected, NetworkFile

LONGEST_TITLE = 120


def read_gexf(candidate: Candidate) -> NetworkFile:
    """The nodes and edges of a file.

    Raises:
        LoadStopped: broken_xml, unsafe_xml, no_network.
    """
    reading = _Reading()
    for element in elements(candidate.content, "description", "title", "graph", "attributes", "node", "edge"):
        reading.take(element)
    if not (reading.things.listed or reading.ties.listed):
        raise LoadStopped("no_network")
    return NetworkFile(
        source=SOURCE,
        title=reading.title or stem_of(candidate.name),
        things=reading.things.records(),
        ties=reading.ties.records(),
        things_listed=bool(reading.things.listed),
        has_types="type" in reading.things.fields,
        unread=tuple(dict.fromkeys((*reading.things.unread(), *reading.ties.unread()))),
        notices=tuple(reading.notices),
    )


class _Reading:
    """Goes through the file from its beginning to its end."""

    def __init__(self) -> None:
        self.title = ""
        self.things = Collected(source=SOURCE, of=THINGS, dialect=(), called=NODES)
        self.ties = Collected(source=SOURCE, of=TIES, dialect=GEPHI, called=EDGES)
        self.notices: list[Problem] = []
        self._titles: dict[tuple[str, str], tuple[str, str]] = {}
        """Class and id of an attribute → its title and its default."""

    def take(self, element: etree._Element) -> None:
        """One element that has ended."""
        name = etree.QName(element).localname
        if name in {"description", "title"} and not self.title:
            text = " ".join(str(element.text or "").split())
            self.title = text if len(text) <= LONGEST_TITLE else ""
        elif name == "attributes":
            for one in element.iterchildren("{*}attribute"):
                default = one.find("{*}default")
                given = str(default.text or "") if default is not None else ""
                self._titles[element.get("class", ""), one.get("id", "")] = (one.get("title", ""), given)
        elif name == "node":
            fixed = {"id": element.get("id", ""), "label": element.get("label", "")}
            self.things.add(self._cells(element, "node", NODES, len(self.things.listed) + 1), fixed)
        elif name == "edge":
            self._edge(element)

    def _edge(self, element: etree._Element) -> None:
        fixed = {key: element.get(key, "") for key in ("id", "label", "source", "target")}
        fixed |= {"kind_of_edge": element.get("kind", ""), "direction": element.get("type") or _default_direction(element)}
        self.ties.add(self._cells(element, "edge", EDGES, len(self.ties.listed) + 1), fixed)

    def _cells(self, element: etree._Element, kind: str, called: str, number: int) -> Iterator[tuple[str, str]]:
        found: dict[str, str] = {}
        counted: Counter[str] = Counter()
        for one in element.iterfind("{*}attvalues/{*}attvalue"):
            id_ = one.get("for") or one.get("id") or ""
            counted[id_] += 1
            found[id_] = one.get("value", "")
        for (of, id_), (title, default) in self._titles.items():
            if of != kind:
                continue
            if counted[id_] > 1:
                values: dict[str, object] = {"column": title}
                self.notices.append(Problem(code="several_values", place=f"{called}, row {number}", kind="warning", values=values))
            elif value := found.get(id_, default):
                yield title or id_, value


def _default_direction(element: etree._Element) -> str:
    graph = next(element.iterancestors("{*}graph"), None)
    return graph.get("defaultedgetype", "undirected") if graph is not None else ""
