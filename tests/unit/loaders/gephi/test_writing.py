"""Files for Gephi, igraph and networkx: valid, typed, and with as many nodes and edges for every program that opens them."""

import csv
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import igraph
import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from graph.holdings import Holdings
from graph.rows import NodeRow
from loaders.exporting import all_exporters
from loaders.gephi.drawing import COLOURS, marks
from loaders.networks.carried import carried
from tests.network_holdings import CITY, network_holdings

GRAMMAR = etree.RelaxNG(etree.parse(Path(__file__).parent / "gexf_1_3.rng"))
ROUNDS = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])


def write(format_: str, holdings: Holdings, folder: str | Path) -> Path:
    exporter = all_exporters()[format_]
    return exporter.write(holdings, Path(folder) / f"network{exporter.suffix}", "ja").files[0]


def body(name: str, **more: object) -> NodeRow:
    properties = {"id": name, "key": f"organization|{CITY.id}|{name}", "name": name, "visibility": "public", "sources": []}
    return NodeRow(("Organization",), properties | more, is_fact=True)


@ROUNDS
@given(holdings=network_holdings())
def test_gexf_is_what_the_format_allows(holdings: Holdings) -> None:
    """Elements in their order, attributes declared before they are used, values of their types, each id once."""
    with TemporaryDirectory() as folder:
        document = etree.parse(write("gexf", holdings, folder))

    GRAMMAR.assertValid(document)
    for kind, path in (("node", "nodes/{*}node"), ("edge", "edges/{*}edge")):
        declared = {one.get("id"): one.get("type") for one in document.iterfind(f".//{{*}}attributes[@class='{kind}']/{{*}}attribute")}
        for element in document.iterfind(f".//{{*}}{path}"):
            used = [one.get("for") for one in element.iterfind("{*}attvalues/{*}attvalue")]
            assert set(used) <= declared.keys()
            assert len(set(used)) == len(used)
        ids = [element.get("id") for element in document.iterfind(f".//{{*}}{path}")]
        assert len(set(ids)) == len(ids)


@pytest.mark.parametrize(
    "change",
    [
        ("<nodes", "<knots"),
        ('version="1.3"', 'version="2"'),
        ('r="0"', 'r="256"'),
        ("viz:size value=", "viz:size height="),
        ('type="string"', 'type="text"'),
        ("attvalue for=", "attvalue to="),
        ('defaultedgetype="directed"', 'defaultedgetype="both"'),
    ],
)
def test_the_grammar_tells_what_is_wrong(change: tuple[str, str], tmp_path: Path) -> None:
    """The test above can fail: each of these changes is no GEXF."""
    text = write("gexf", Holdings(nodes=(body("いろは会"),)), tmp_path).read_text(encoding="utf-8")
    assert change[0] in text
    spoilt = text.replace(*change).replace("</nodes>", "</knots>" if "knots" in change[1] else "</nodes>")

    assert not GRAMMAR.validate(etree.fromstring(spoilt.encode()))


@ROUNDS
@given(holdings=network_holdings())
def test_every_program_sees_as_many_nodes_and_edges(holdings: Holdings) -> None:
    """Networkx from both formats, igraph from GraphML; names and types are there."""
    # Act
    with TemporaryDirectory() as folder:
        gexf, graphml = write("gexf", holdings, folder), write("graphml", holdings, folder)
        graphs = [nx.read_gexf(gexf), nx.read_graphml(graphml)]
        of_igraph = igraph.Graph.Read_GraphML(str(graphml))

    # Assert
    expected = (len(holdings.nodes), len(holdings.relationships))
    assert [(one.number_of_nodes(), one.number_of_edges()) for one in graphs] == [expected, expected]
    assert (of_igraph.vcount(), of_igraph.ecount()) == expected
    for node in holdings.nodes:
        assert graphs[1].nodes[node.id]["label"] == node.properties["name"]
        assert {one.nodes[node.id]["type"] for one in graphs} == {"|".join(node.labels)}
    assert of_igraph.vs["label"] == [node.properties["name"] for node in holdings.nodes]


def test_numbers_and_signs_have_their_types(tmp_path: Path) -> None:
    """A count is a number and a mark for yes or no is one, for whoever filters by them."""
    holdings = Holdings(nodes=(body("自治会", generic=True, count=12),))

    for read, format_ in ((nx.read_gexf, "gexf"), (nx.read_graphml, "graphml")):
        node = read(write(format_, holdings, tmp_path)).nodes["自治会"]
        assert (node["generic"], node["count"]) == (True, 12)
    vertex = igraph.Graph.Read_GraphML(str(tmp_path / "network.graphml")).vs[0]
    assert (vertex["generic"], vertex["count"]) == (True, 12)


@ROUNDS
@given(holdings=network_holdings())
def test_a_picture_is_always_the_same(holdings: Holdings) -> None:
    """Places, sizes and colours do not depend on the order in which things come."""
    made = carried(holdings)

    assert marks(made.things, made.ties) == marks(made.things[::-1], made.ties[::-1])


def test_kinds_have_colours_of_their_own() -> None:
    """Every kind of fact is drawn in one."""
    holdings = Holdings(nodes=(body("いろは会"), body("にほへ会")))
    drawn = marks(carried(holdings).things, ())

    assert len(set(COLOURS.values())) == len(COLOURS) == 8
    assert {mark.colour for mark in drawn.values()} == {COLOURS["Organization"]}


def test_tables_begin_with_the_heads_that_gephi_asks_for(tmp_path: Path) -> None:
    """Id and Label, Source and Target, without a mark before the first; no cell is a formula."""
    with ZipFile(write("gephi", Holdings(nodes=(body("=いろは会"),)), tmp_path)) as packed:
        texts = {name: packed.read(name).decode("utf-8") for name in packed.namelist()}

    tables = {name: list(csv.reader(StringIO(text, newline=""))) for name, text in texts.items()}
    assert tables["nodes.csv"][0][:3] == ["Id", "Label", "type"]
    assert tables["nodes.csv"][1][1] == "'=いろは会"
    assert tables["edges.csv"] == [["Source", "Target", "Type"]]
