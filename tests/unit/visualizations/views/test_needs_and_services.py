"""ニーズとサービス."""

import json
import re

from tests.unit.visualizations.pictures import thing, tie
from visualizations.contract import Picture
from visualizations.views.needs_and_services import VIEW

PICTURE = Picture(
    title="ニーズ",
    nodes=(
        thing("snow", "Need", "雪", status="unanswered"),
        thing("trash", "Need", "ごみ", status="partly_answered"),
        thing("shop", "Need", "買い物"),
        thing("van", "Service", "移動販売", status="running"),
        thing("bus", "Service", "バスの計画", status="planned"),
    ),
    ties=(tie("ANSWERS", "van", "shop", status="running"), tie("ANSWERS", "bus", "shop", status="not_running")),
)


def test_needs_that_nothing_answers_stand_out_by_shape_and_words() -> None:
    """A mark of their own with their own entry in the legend, and it is said under their names."""
    page = VIEW.draw(PICTURE, language="ja", limit=150)

    nodes = json.loads(re.search(r'id="nodes">(.*?)</script>', page, re.DOTALL)[1])  # type: ignore[index]
    drawn = {node["id"]: (node["group"], node["label"].split("\n")[-1]) for node in nodes}
    assert drawn["snow"] == ("unanswered", "（応える記載が見つからない）")
    assert drawn["trash"] == ("unanswered", "（一部、記載が見つからない）")
    assert drawn["shop"] == ("Need", "買い物")
    assert 'data-key="unanswered"' in page
    assert "ニーズ 3 件、うち応えるサービスの記載が見つからないもの 2 件。応える種類の、実施中のサービス・活動 1 件" in page


def test_what_does_not_run_has_a_line_of_its_own() -> None:
    """Both lie along arrows from the service to the need, told apart by their strokes."""
    page = VIEW.draw(PICTURE, language="en", limit=150)

    edges = json.loads(re.search(r'id="edges">(.*?)</script>', page, re.DOTALL)[1])  # type: ignore[index]
    assert {edge["from"]: edge["arrows"] for edge in edges} == {"van": "to", "bus": "to"}
    assert {edge["from"]: "dashes" in edge for edge in edges} == {"van": False, "bus": True}
    assert 'data-key="not_running"' in page
