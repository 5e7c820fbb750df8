"""GraphML as Gephi writes it, for Gephi, igraph and R: typed attributes, colours, sizes and places.

Every edge is directed, since networkx takes no file in which some are and some are not.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from lxml import etree

from graph.holdings import Holdings
from graph.messages import Messages
from loaders.exporting import Written, ending_of
from loaders.gephi.drawing import marks
from loaders.networks.carried import OF_THINGS, OF_TIES, Carried, attribute_types, carried, title_of
from loaders.networks.values import text_of
from loaders.whole_files import write_file

GRAPHML = "http://graphml.graphdrawing.org/xmlns"
TYPES = {"int": "long", "float": "double", "bool": "boolean"}
DRAWN = {"r": "int", "g": "int", "b": "int", "x": "float", "y": "float", "size": "float"}
"""Attributes by which Gephi draws a node."""


class GraphML:
    """A network as GraphML."""

    name = "graphml"
    title_ja = "GraphML（Gephi・igraph・R）"
    title_en = "GraphML (Gephi, igraph, R)"
    suffix = ".graphml"

    def write(self, holdings: Holdings, out: Path, wording: str) -> Written:
        """Write the network.

        Raises:
            QueryMisused: the place cannot be written to, or its name has another ending.
        """
        ending_of(out, self.suffix)
        network = carried(holdings)
        title = title_of(holdings, Messages(("loaders.networks", "loaders"), wording))
        written = write_file(out, _document(network, title))
        return Written(files=(written,), counts=network.counts(holdings), left_out=network.left_out(holdings))


def _document(network: Carried, title: str) -> bytes:
    root = etree.Element(f"{{{GRAPHML}}}graphml", nsmap={None: GRAPHML})
    _key(root, "graph", "title", "title", "string")
    _key(root, "node", "label", "label", "string")
    of_nodes = _declared(root, "node", ("type", *OF_THINGS), (one.attributes for one in network.things), always="type")
    for name, type_ in DRAWN.items():
        _key(root, "node", name, name, type_)
    _key(root, "edge", "edgelabel", "label", "string")
    of_edges = _declared(root, "edge", ("relationship", *OF_TIES), (one.attributes for one in network.ties), always="relationship")
    graph = _child(root, "graph", edgedefault="directed")
    _data(graph, "title", title)
    drawn = marks(network.things, network.ties)
    for thing in network.things:
        node = _child(graph, "node", id=thing.id)
        _data(node, "label", thing.name)
        _values(node, {"type": thing.type} | dict(thing.attributes), of_nodes)
        mark = drawn[thing.id]
        for name, value in zip(DRAWN, (*mark.colour, mark.x, mark.y, mark.size), strict=True):
            _data(node, name, str(value))
    for tie in network.ties:
        edge = _child(graph, "edge", id=tie.id, source=tie.start, target=tie.end)
        _data(edge, "edgelabel", tie.type)
        _values(edge, {"relationship": tie.type} | dict(tie.attributes), of_edges)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def _declared(root: etree._Element, kind: str, names: Iterable[str], given: Iterable[Mapping[str, Any]], *, always: str) -> dict[str, str]:
    """Declare the attributes that something has: name → id of its key."""
    said = {name for attributes in given for name in attributes} | {always}
    ids = {name: f"{kind}_{name}" for name in names if name in said}
    for name, id_ in ids.items():
        _key(root, kind, id_, name, TYPES.get(attribute_types().get(name, "str"), "string"))
    return ids


def _key(root: etree._Element, kind: str, id_: str, name: str, type_: str) -> None:
    _child(root, "key", **{"id": id_, "for": kind, "attr.name": name, "attr.type": type_})


def _values(parent: etree._Element, attributes: Mapping[str, Any], ids: Mapping[str, str]) -> None:
    for name, id_ in ids.items():
        if name in attributes:
            _data(parent, id_, text_of(attributes[name]))


def _data(parent: etree._Element, key: str, text: str) -> None:
    _child(parent, "data", key=key).text = text


def _child(parent: etree._Element, name: str, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{GRAPHML}}}{name}", attributes)
