"""GEXF 1.3: typed attributes, and a picture of colours, sizes and places.

Every edge is directed, since programs such as networkx take no file in which some are and some are not; `relationship` says
which of them mean no direction (COLLABORATES_WITH, ADJACENT_TO).
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from lxml import etree

from graph.holdings import Holdings
from graph.messages import Messages
from loaders.exporting import Written, ending_of
from loaders.gephi.drawing import Mark, marks
from loaders.networks.carried import OF_THINGS, OF_TIES, Carried, CarriedThing, CarriedTie, attribute_types, carried, title_of
from loaders.networks.values import text_of
from loaders.whole_files import write_file

GEXF = "http://gexf.net/1.3"
VIZ = "http://gexf.net/1.3/viz"
TYPES = {"int": "long", "float": "double", "bool": "boolean"}
"""Type of the model → type of the format; everything else is a string."""


class Gexf:
    """A network as GEXF."""

    name = "gexf"
    title_ja = "GEXF（Gephi）"
    title_en = "GEXF (Gephi)"
    suffix = ".gexf"

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
    root = etree.Element(f"{{{GEXF}}}gexf", {"version": "1.3"}, nsmap={None: GEXF, "viz": VIZ})
    meta = _child(root, "meta")
    _child(meta, "creator").text = "tsunagu"
    _child(meta, "description").text = title
    graph = _child(root, "graph", defaultedgetype="directed", idtype="string")
    of_nodes = _declared(graph, "node", ("type", *OF_THINGS), (one.attributes for one in network.things), always="type")
    of_edges = _declared(graph, "edge", ("relationship", *OF_TIES), (one.attributes for one in network.ties), always="relationship")
    drawn = marks(network.things, network.ties)
    nodes = _child(graph, "nodes", count=str(len(network.things)))
    for thing in network.things:
        _node(nodes, thing, of_nodes, drawn[thing.id])
    edges = _child(graph, "edges", count=str(len(network.ties)))
    for tie in network.ties:
        _edge(edges, tie, of_edges)
    etree.indent(root, " ")
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8")) + b"\n"


def _declared(graph: etree._Element, kind: str, names: Iterable[str], given: Iterable[Mapping[str, Any]], *, always: str) -> dict[str, str]:
    """Declare the attributes that something has: name → id."""
    said = {name for attributes in given for name in attributes} | {always}
    ids = {name: str(number) for number, name in enumerate(name for name in names if name in said)}
    attributes = _child(graph, "attributes", **{"class": kind})
    for name, id_ in ids.items():
        _child(attributes, "attribute", id=id_, title=name, type=TYPES.get(attribute_types().get(name, "str"), "string"))
    return ids


def _node(nodes: etree._Element, thing: CarriedThing, ids: Mapping[str, str], mark: Mark) -> None:
    node = _child(nodes, "node", id=thing.id, label=thing.name)
    _values(node, {"type": thing.type} | dict(thing.attributes), ids)
    red, green, blue = map(str, mark.colour)
    etree.SubElement(node, f"{{{VIZ}}}color", {"r": red, "g": green, "b": blue})
    etree.SubElement(node, f"{{{VIZ}}}position", {"x": str(mark.x), "y": str(mark.y), "z": "0.0"})
    etree.SubElement(node, f"{{{VIZ}}}size", {"value": str(mark.size)})


def _edge(edges: etree._Element, tie: CarriedTie, ids: Mapping[str, str]) -> None:
    edge = _child(edges, "edge", id=tie.id, source=tie.start, target=tie.end, label=tie.type, kind=tie.type)
    _values(edge, {"relationship": tie.type} | dict(tie.attributes), ids)


def _values(parent: etree._Element, attributes: Mapping[str, Any], ids: Mapping[str, str]) -> None:
    values = _child(parent, "attvalues")
    for name, id_ in ids.items():
        if name in attributes:
            _child(values, "attvalue", **{"for": id_, "value": text_of(attributes[name])})


def _child(parent: etree._Element, name: str, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{GEXF}}}{name}", attributes)
