"""Lines of a PDF become paragraphs, headings and bullets."""

from dataclasses import replace

from loaders.case_studies.document import Document
from loaders.case_studies.formats.pdf_lines import Line, lines_of
from loaders.case_studies.formats.pdf_order import Item
from loaders.case_studies.formats.pdf_paragraphs import Layout, blocks_of, write
from loaders.case_studies.formats.writing import Writer
from tests.unit.loaders.case_studies.formats.glyphs import glyphs

WIDTH = 300.0
"""Of the page: room for twenty characters between margins of fifty points."""
FULL = "霧ノ沢町は県中部の山あいにあり五つの集落から"[:20]
Placed = tuple[str, float, float, float, int]


def at(text: str, base: float, *, x: float = 50, size: float = 10, page: int = 1) -> Placed:
    return (text, x, base, size, page)


def lines(*placed: Placed) -> list[Line]:
    numbers: dict[int, int] = {}
    found = []
    for text, x, base, size, page in placed:
        numbers[page] = numbers.get(page, 0) + 1
        (line,) = lines_of(glyphs(text, x, base, size=size), page)
        found.append(replace(line, number=numbers[page]))
    return found


def read(*placed: Placed) -> Document:
    """The document of lines on pages of one column."""
    items = [Item(line) for line in lines(*placed)]
    layout = Layout(items, dict.fromkeys({page for *_, page in placed}, WIDTH))
    writer = Writer()
    write(blocks_of(items, layout), layout, writer)
    return writer.document("lines.pdf")


def test_a_sentence_is_one_line_with_the_place_of_each_of_its_parts() -> None:
    """The characters that stood on the second line of the page say so."""
    found = read(at(FULL, 100), at("なる。", 116), at("路線バスは廃止された。", 132))
    assert found.lines == (f"{FULL}なる。", "路線バスは廃止された。")
    assert [str(found.place(1, start)) for start in (0, 19, 20, 22)] == [
        "page 1, line 1",
        "page 1, line 1",
        "page 1, line 2",
        "page 1, line 2",
    ]


def test_an_indent_or_a_gap_begins_a_paragraph() -> None:
    """Also where the line before is full."""
    assert read(at(FULL, 100), at("なる町。", 116, x=60)).lines == (FULL, "なる町。")
    assert read(at(FULL, 100), at("なる。", 116), at("次。", 132), at("市。", 160)).lines == (f"{FULL}なる。", "次。", "", "市。")


def test_a_sentence_goes_on_on_the_next_page_behind_footnotes() -> None:
    """Small lines at the foot of a page stand between its halves."""
    found = read(at("始まり", 84), at(FULL, 100), at("※1 注である", 280, size=7), at("なる。", 50, page=2))
    assert found.lines == ("始まり", f"{FULL}なる。", "", "※1 注である")
    assert str(found.place(2, 20)) == "page 2, line 1"


def test_larger_lines_are_headings_by_their_size() -> None:
    """The largest, where it stands once, is the title; a long sentence in large type is none."""
    text = [at("本文の行である。", 200 + 16 * number) for number in range(4)]
    found = read(
        at("事例集", 60, size=18), at("取組", 100, size=13), *text, at("課題", 300, size=13), at("大きな文字の文である。", 330, size=13)
    )
    assert [line for line in found.lines if line.startswith("#")] == ["# 事例集", "## 取組", "## 課題"]
    assert "大きな文字の文である。" in found.lines


def test_bullets_are_nested_by_where_they_stand() -> None:
    """A wrapped item is one line, its text below the text and not below the mark."""
    nested = (at("•会食", 132, x=70), at("•配食", 148, x=70))
    found = read(at("•" + FULL[:19], 100), at("なる。", 116, x=60), *nested, at("•朝市", 164), at("●見守り", 180))
    assert found.lines == (f"- {FULL[:19]}なる。", "  - 会食", "  - 配食", "- 朝市", "●見守り")
    assert str(found.place(1, 21)) == "page 1, line 2"


def test_lines_of_a_table_of_contents_are_given_back() -> None:
    """They are no text of the report."""
    items = [Item(line) for line in lines(at("伊賀市……………3", 100), at("取組.......12", 116), at("会食会を開く…", 132))]
    layout, writer = Layout(items, {1: WIDTH}), Writer()
    contents = write(blocks_of(items, layout), layout, writer)
    assert [text for _, text in contents] == ["伊賀市……………3", "取組.......12"]
    assert writer.document("a.pdf").lines == ("会食会を開く…",)
