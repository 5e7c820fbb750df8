"""What stands on a sheet."""

from datetime import date
from typing import Any

import pytest

from graph.errors import QueryMisused, ViewTooLarge
from graph.messages import LANGUAGES, Messages
from tests.unit.visualizations.pictures import REPORT, large, sample
from visualizations.composed import composed
from visualizations.contract import Picture
from visualizations.sheet.sheet import Sheet, sheet_of

DAY = date(2026, 11, 28)


def made(picture: Picture | None = None, **more: Any) -> Sheet:
    return sheet_of(picture or sample(), **{"language": "ja", "made_on": DAY, "limit": 150, **more})


def test_positions_are_those_of_the_page() -> None:
    """What is drawn lies where the page draws it, whatever is left out."""
    page = {node["id"]: (node["x"], node["y"]) for node in composed(sample(), Messages(("visualizations",), "ja")).drawn_nodes}

    assert {node["id"]: (node["x"], node["y"]) for node in made(off=()).nodes} == page
    assert all(page[node["id"]] == (node["x"], node["y"]) for node in made(off=("public", "membership")).nodes)


def test_what_the_page_hides_at_first_is_left_out_and_told() -> None:
    """Areas and lines to them are not drawn, not in the legend, and said to be left out with their number."""
    sheet = made()

    assert not {"Area", "place"} & {entry.key for entry in sheet.legend}
    assert not [node for node in sheet.nodes if node["group"] == "Area"]
    assert sheet.left_out == "この紙面に出していないもの：区域 2、活動・対象の区域 3"
    assert made(off=()).left_out is None


def test_the_legend_counts_what_is_drawn() -> None:
    """A line whose end is left out is not drawn and not counted."""
    sheet = made(off=("support", "Area", "place"))
    counts = {entry.key: entry.count for entry in sheet.legend}

    assert "support" not in counts
    for kind, drawn in (("node", [node["group"] for node in sheet.nodes]), ("line", [line["stroke"] for line in sheet.lines])):
        assert {entry.key: entry.count for entry in sheet.legend if entry.kind == kind} == {key: drawn.count(key) for key in set(drawn)}
    assert "generic" in counts
    assert "generic" not in {entry.key for entry in made(off=("generic",)).legend}


def test_it_says_days_filters_summary_and_sources_with_licences() -> None:
    """As of, made on, what was chosen; a source without licence is told to state none."""
    picture = Picture(
        title="図",
        nodes=sample().nodes,
        as_of="2026-11-20",
        filters=("地区：中央",),
        source_titles=("甲", "乙"),
        licences=(("甲", "CC BY 4.0"),),
    )

    sheet = made(picture)

    assert sheet.about == ("地区：中央", "2026-11-20 現在", "2026-11-28 作成")
    assert sheet.sources == ("甲（CC BY 4.0）", "乙（利用条件の記載なし）")
    assert sheet.sources_head == "もとにした資料 2点"
    assert sheet.summary.startswith("団体・機関 17")
    assert REPORT in "".join(made().sources)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_to_draw_is_said(language: str) -> None:
    """Never an empty sheet: nothing is known, or everything was left out."""
    nothing = made(Picture(title="図"), language=language)
    left_out = made(off=[entry.key for entry in made(off=()).legend], language=language)

    assert nothing.empty
    assert left_out.empty
    assert nothing.empty != left_out.empty


def test_what_cannot_be_is_refused() -> None:
    """A key that no legend has, with those that there are; more nodes than wanted."""
    with pytest.raises(QueryMisused) as unknown:
        made(off=("publik",))
    with pytest.raises(ViewTooLarge):
        made(large(21), limit=20)

    assert unknown.value.key == "unknown_legend_key"
    assert "public" in str(unknown.value.values["known"])
