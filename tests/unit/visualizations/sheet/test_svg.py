"""A sheet as one SVG file."""

from datetime import date
from itertools import combinations

import pytest
from lxml import etree

from graph.messages import LANGUAGES
from tests.unit.visualizations.pictures import large, sample
from tests.unit.visualizations.sheet.hostile_names import NAMES, SEEN, hostile_names
from visualizations.contract import Picture
from visualizations.drawing import COLUMN_WIDTH, LINE_HEIGHT
from visualizations.sheet.sheet import sheet_of
from visualizations.sheet.svg import svg_of
from visualizations.wording import columns

SVG = "{http://www.w3.org/2000/svg}"
ALLOWED = {"svg", "title", "desc", "rect", "g", "path", "text", "tspan"}


def drawn(picture: Picture, language: str = "ja") -> etree._Element:
    sheet = sheet_of(picture, language=language, made_on=date(2026, 11, 28), limit=3000)
    return etree.fromstring(svg_of(sheet).encode())


def text_of(svg: etree._Element) -> str:
    return "".join("".join(str(part) for part in one.itertext()) for one in svg.iter(f"{SVG}text"))


def test_everything_by_which_it_is_understood_stands_on_it() -> None:
    """Title, filters, both days, summary, legend with counts, names, sources, licences, banner."""
    said = text_of(drawn(sample())).replace(" ", "")

    for text in (
        "みほん市のつながり図",
        "地区：中央・西・南",
        "2026-11-20現在",
        "2026-11-28作成",
        "団体・機関17、つながり16件",
        "確認済みのつながり2",
        "𠮷田内科クリニック",
        "髙﨑助け合いの会",
        "㈱ほしの",
        "もとにした資料3点",
        "みほん市社協だより第118号（利用条件の記載なし）",
        "架空の自治体の例です。",
        "線がないことは",
    ):
        assert text in said


def test_names_stay_text() -> None:
    """Only our own elements, no address, no handler; unseen characters are gone, all else is as it was."""
    svg = drawn(hostile_names())

    assert {etree.QName(one).localname for one in svg.iter()} == ALLOWED
    assert not [name for one in svg.iter() for name in one.attrib if str(name).lower().startswith("on") or "href" in str(name)]
    names = {str(title.text) for title in svg.iter(f"{SVG}title")}
    assert {*NAMES, SEEN} <= names


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_picture_says_so(language: str) -> None:
    """A sheet that has only words."""
    assert "空の図" in text_of(drawn(Picture(title="空の図"), language))


def test_no_name_lies_over_another_or_over_a_mark() -> None:
    """At the size of the sheet, by the widths with which the layout reckons."""
    sheet = sheet_of(large(150), language="ja", made_on=date(2026, 11, 28), limit=150)
    boxes = []
    for node in sheet.nodes:
        names = node["label"].split("\n")
        half = max(columns(line) * COLUMN_WIDTH for line in names) / 2
        boxes.append((node["x"] - half, node["y"] - 10, node["x"] + half, node["y"] + 11 + len(names) * LINE_HEIGHT))

    over = [(a, b) for a, b in combinations(boxes, 2) if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]]
    assert over == []


def test_all_is_within_the_sheet() -> None:
    """No mark, name or line of the legend is cut by the edge."""
    for picture in (sample(), large(150), hostile_names()):
        svg = drawn(picture)
        _, _, width, height = (float(one) for one in svg.get("viewBox", "").split())
        for text in svg.iter(f"{SVG}text"):
            if text.get("x"):
                size = float(text.get("font-size", "12"))
                assert float(text.get("x", "")) + columns(str(text.text)) * size * 0.5 <= width
                assert float(text.get("y", "")) < height
