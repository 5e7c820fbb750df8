"""Case studies printed by a real browser and read back from the PDF: layouts that reports have."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser

from loaders.case_studies.document import Document
from tests.unit.loaders.case_studies.formats.reading import document_of, kinds_of_notes, note, text_of
from tests.unit.loaders.case_studies.formats.rewriting import CSS, as_page
from tests.unit.loaders.case_studies.formats.test_same_facts import REGIONS, in_markdown, told
from tests.unit.loaders.case_studies.reading import SAMPLES, read_bytes

pytestmark = pytest.mark.browser

Printed = Callable[..., Document]
VILLAGE = (
    "霧ノ沢町は県中部の山あいにあり、五つの集落からなる。路線バスは平成30年に廃止された。「病院にも店にも行けない」との声が寄せられていた。"
)
COUNCIL = "町社協が運営する有償ボランティアの運転手が、買い物と通院に付き添う。財源は町の高齢者福祉基金である。"
HEADING = "<h2>長野県霧ノ沢町</h2>"


def pdf_of(browser: Browser, html: str) -> bytes:
    """A page as the browser prints it."""
    page = browser.new_page()
    try:
        page.set_content(html)
        return page.pdf(prefer_css_page_size=True)
    finally:
        page.close()


@pytest.fixture
def printed(browser: Browser) -> Printed:
    """Prints the body of a page and reads the PDF."""

    def read(body: str, css: str = "") -> Document:
        html = f"<!DOCTYPE html><html lang='ja'><meta charset='utf-8'><style>{CSS}{css}</style><body>{body}</body></html>"
        return document_of(pdf_of(browser, html), "printed.pdf")

    return read


@pytest.mark.parametrize("name", ["regions", "narrative", "records", "two_columns"])
def test_a_printed_report_gives_the_same_facts(browser: Browser, name: str) -> None:
    """With the fonts of this machine, whatever codes they give to glyphs that look alike."""
    text = REGIONS if name == "regions" else SAMPLES / f"{name}.md"
    content = pdf_of(browser, as_page(text.read_text(encoding="utf-8")).decode())
    assert told(read_bytes(content, f"{name}.pdf")) == in_markdown(text)


@pytest.mark.parametrize(
    "css",
    [
        "body { columns: 2; column-gap: 8mm; font-size: 9pt }",
        "body { text-align: justify; line-height: 1.9 }",
        "body { font-family: 'Noto Serif CJK JP'; font-size: 9pt; line-height: 1.3 } td { padding: 0; text-align: center }",
        "@page { size: A4 landscape; margin: 20mm 10mm 20mm 35mm; @bottom-center { content: counter(page) } }",
    ],
    ids=["columns", "justified", "small", "landscape"],
)
def test_the_layout_makes_no_difference(browser: Browser, css: str) -> None:
    """Tables that columns and pages cut, justified lines, narrow cells, unequal margins: the facts are those of the Markdown."""
    html = as_page(REGIONS.read_text(encoding="utf-8")).decode().replace("</style>", f"{css}</style>")
    assert told(read_bytes(pdf_of(browser, html), "regions.pdf")) == in_markdown(REGIONS)


def test_columns_are_read_one_after_the_other(printed: Printed) -> None:
    """Sentences go on from column to column; what stands over the whole width stands between."""
    body = f"<h1>事例</h1><div class='c'><p>{VILLAGE * 3}</p><h2>取組</h2><p>{COUNCIL * 4}</p></div><h2>今後</h2><p>{COUNCIL * 2}</p>"
    for columns in (2, 3):
        css = f"div.c {{ columns: {columns}; column-gap: 9mm }} p {{ text-indent: 1em; margin: 0; text-align: justify }}"
        assert text_of(printed(body, css)) == ["# 事例", VILLAGE * 3, "## 取組", COUNCIL * 4, "## 今後", COUNCIL * 2]


def test_readings_are_left_out(printed: Printed) -> None:
    """What stands above a word only says how it is read."""
    found = printed(f"{HEADING}<p><ruby>協議体<rt>きょうぎたい</rt></ruby>を置く。{VILLAGE}</p>")
    assert text_of(found)[1] == f"協議体を置く。{VILLAGE}"


def test_running_heads_and_numbers_of_pages_are_no_text(printed: Printed) -> None:
    """A sentence goes on from page to page."""
    margins = "@page { @top-center { content: '支え合いの事例集' } @bottom-center { content: '- ' counter(page) ' -' } }"
    found = printed(f"{HEADING}<p>{VILLAGE * 70}</p>", margins)
    assert text_of(found) == ["## 長野県霧ノ沢町", VILLAGE * 70]
    assert note(found, "left_out_margins").values["text"] == "支え合いの事例集"
    assert str(found.place_in_file(3, len(VILLAGE) * 70 - 1)).startswith("page 3, line ")


def test_a_table_over_many_pages_is_one(printed: Printed) -> None:
    """Its repeated head of two rows is left out, and each row says on which page it stands."""
    head = "<thead><tr><th rowspan=2>地区<th colspan=2>実施状況<tr><th>実施団体<th>内容</thead>"
    rows = "".join(f"<tr><td>第{number}地区<td>団体{number}の会<td>{COUNCIL}" for number in range(1, 46))
    found = printed(f"{HEADING}<table>{head}{rows}</table><p>{VILLAGE}</p>", "td:nth-child(2), th { width: 20% }")
    lines = text_of(found)
    assert lines[1:3] == ["| 地区 | 実施状況 | 実施状況 |", "| 地区 | 実施団体 | 内容 |"]
    assert lines[3:-1] == [f"| 第{number}地区 | 団体{number}の会 | {COUNCIL} |" for number in range(1, 46)]
    last = str(found.place_in_file(found.lines.index(lines[-2]) + 1))
    assert re.fullmatch(r"page [3-9], table 1, row \d+", last)


def test_a_cell_that_a_page_cuts_is_put_together(printed: Printed) -> None:
    """A sentence in it goes on; its label is carried."""
    found = printed(f"{HEADING}<table><tr><td rowspan=2>取組<td>主体<td>町社協<tr><td>内容<td>{COUNCIL * 70}</table>")
    assert text_of(found)[1:] == ["| 取組 | 主体 | 町社協 |", f"| 取組 | 内容 | {COUNCIL * 70} |"]


def test_tables_without_lines_at_their_sides_are_tables(printed: Printed) -> None:
    """Reports often rule only between the columns."""
    css = "td:first-child { border-left: none } td:last-child { border-right: none }"
    found = printed(f"{HEADING}<table><tr><td>主体<td>婦人会<tr><td>内容<td>{COUNCIL}<tr><td>課題<td>担い手</table>", css)
    assert text_of(found)[1:] == ["| 主体 | 婦人会 |", f"| 内容 | {COUNCIL} |", "| 課題 | 担い手 |"]


def test_frames_and_shades_are_no_tables(printed: Printed) -> None:
    """What stands in a box is text; a bar before a heading is none of it."""
    body = (
        f"<div style='border:1pt solid'><p>{VILLAGE}</p></div><h2 style='border-left:6pt solid; background:#ddd'>取組</h2><p>{COUNCIL}</p>"
    )
    assert text_of(printed(HEADING + body)) == ["## 長野県霧ノ沢町", VILLAGE, "## 取組", COUNCIL]


def test_nested_lists_are_nested_bullets(printed: Printed) -> None:
    """Their marks are drawn and not written; an item that is wrapped is one line."""
    found = printed(f"{HEADING}<ul><li>{COUNCIL * 2}<ul><li>会食<ul><li>月一回</ul></ul><li>配食</ul><ol><li>順</ol>")
    assert text_of(found)[1:] == [f"- {COUNCIL * 2}", "  - 会食", "    - 月一回", "- 配食", "1. 順"]


def test_a_table_of_contents_opens_no_cases(printed: Printed) -> None:
    """Lines with leaders to the number of a page are left out and told."""
    found = printed(f"<h1>目次</h1><p>三重県伊賀市 ……………… 3</p><p>栃木県高根沢町 ........ 12</p>{HEADING}<p>{COUNCIL}</p>")
    assert text_of(found) == ["# 目次", "## 長野県霧ノ沢町", COUNCIL]
    assert note(found, "left_out_contents").values["count"] == 2


def test_vertical_text_beside_horizontal_is_told(printed: Printed) -> None:
    """A heading at the margin does not get between the lines."""
    found = printed(f"{HEADING}<div style='float:right; writing-mode:vertical-rl'>縦書きの見出し</div><p>{VILLAGE * 3}</p>")
    assert text_of(found)[1] == VILLAGE * 3
    assert note(found, "left_out_turned").values["text"] == "縦書きの見出し"


def test_a_page_that_is_a_picture_is_told(printed: Printed) -> None:
    """Among pages with text it is named; the text of the others is read."""
    picture = "data:image/svg+xml;base64," + "PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciLz4="
    png = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    body = f"{HEADING}<p>{COUNCIL}</p><img src='{png}' style='break-before:page; width:150mm; height:200mm'><img src='{picture}'>"
    found = printed(body)
    assert text_of(found) == ["## 長野県霧ノ沢町", COUNCIL]
    assert note(found, "pages_without_text").values == {"place": "page 2", "count": 1, "text": "2"}


def test_labels_beside_values_stay_beside_them(printed: Printed) -> None:
    """A gap that is seen is a space."""
    rows = (("実施主体", "潮待婦人会"), ("協力団体", "潮待漁業協同組合、潮待小学校"), ("対象地区", "浜辺地区"))
    body = "".join(f"<p><span style='display:inline-block; width:9em'>{label}</span>{value}</p>" for label, value in rows)
    assert text_of(printed(HEADING + body))[1:] == [f"{label}　{value}" for label, value in rows]
    assert kinds_of_notes(printed(HEADING + body)) == set()


def test_on_a_map_no_tables_are_looked_for(printed: Printed, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page with more lines than tables have is read as lines, and told."""
    monkeypatch.setattr("loaders.case_studies.formats.pdf_edges.MOST_CROSSINGS", 3)
    found = printed(f"{HEADING}<table><tr><td>主体<td>婦人会<tr><td>内容<td>会食</table>")
    assert text_of(found)[1:] == ["主体　婦人会", "内容　会食"]
    assert note(found, "no_tables_in_drawings").values == {"place": "page 1", "count": 1, "text": "1"}
