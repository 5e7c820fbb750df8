"""Nodes and lines as pyvis wants them."""

from graph.messages import Messages
from tests.unit.visualizations.pictures import organization, quotation, sample, tie
from visualizations.content import Plain, lines_in_words, nodes_in_words
from visualizations.contract import Picture, PictureTie
from visualizations.drawing import drawn_lines, drawn_nodes, label_of

WORDS = Messages(("visualizations",), "ja")


def lines_of(*ties: PictureTie) -> dict[str, Plain]:
    picture = Picture(title="図", nodes=(organization("a", "甲"), organization("b", "乙")), ties=ties)
    return {line["id"]: line for line in drawn_lines(ties, lines_in_words(picture, WORDS))}


def test_areas_lie_below_everything_else() -> None:
    """They are hidden at first and must not tear holes into the picture."""
    nodes = nodes_in_words(sample(), WORDS)

    drawn = drawn_nodes(nodes, sample().ties, {key: label_of(node, None) for key, node in nodes.items()})

    areas = [node["y"] for node in drawn if node["group"] == "Area"]
    assert min(areas) > max(node["y"] for node in drawn if node["group"] != "Area")
    assert len(drawn) == len(sample().nodes)


def test_the_second_line_between_two_nodes_swings_out() -> None:
    """Otherwise one would hide the other; the first stays straight."""
    drawn = lines_of(tie("FUNDS", "a", "b"), tie("COMMISSIONS", "a", "b"), tie("SUPPORTS", "b", "a"))

    bent = [line for line in drawn.values() if "smooth" in line]
    # Clockwise from the other end is the other side.
    sides = {(line["smooth"]["type"] == "curvedCW") == (line["from"] == "a") for line in bent}
    assert (len(bent), len(sides)) == (2, 2)


def test_strokes_and_arrows() -> None:
    """Confirmed is thick, one source dotted, support has an arrow, a denied tie a bar."""
    confirmed = tie("SUPPORTS", "a", "b", quotation("x", review="confirmed"))
    single = tie("CONNECTS", "a", "b", quotation("x"))
    denied = tie("COLLABORATES_WITH", "a", "b", quotation("x"), state="absent")

    drawn = lines_of(confirmed, single, denied)

    assert drawn[confirmed.id]["width"] > 4
    assert drawn[confirmed.id]["arrows"] == "to"
    assert drawn[single.id]["dashes"] == [2, 4]
    assert drawn[denied.id]["arrows"]["middle"]["type"] == "bar"


def test_quiet_lines_are_drawn_first() -> None:
    """So that ties lie above seats."""
    drawn = list(lines_of(tie("SUPPORTS", "a", "b", quotation("x", review="confirmed")), tie("MEMBER_OF", "a", "b")).values())

    assert drawn[0]["id"].startswith("MEMBER_OF")
