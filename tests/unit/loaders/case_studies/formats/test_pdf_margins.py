"""What stands at the edge of every page is no part of the text."""

from loaders.case_studies.formats.pdf_lines import Line
from loaders.case_studies.formats.pdf_margins import without_margins
from tests.unit.loaders.case_studies.formats.glyphs import line

HEIGHT = 842.0


def pages(*texts: tuple[str, str, str]) -> list[tuple[float, list[Line]]]:
    """Pages with a line at the top, one in the middle and one at the foot."""
    return [
        (HEIGHT, [line(top, base=40, page=number), line(middle, base=400, page=number), line(foot, base=810, page=number)])
        for number, (top, middle, foot) in enumerate(texts, start=1)
    ]


def test_running_heads_and_numbers_are_left_out() -> None:
    """A head that stands on three pages, whatever its number; numbers of pages in every form."""
    kept, texts = without_margins(pages(("第1章 事例", "一", "- 1 -"), ("第2章 事例", "二", "2／3"), ("第3章 事例", "三", "P.3")))
    assert [[one.text for one in lines] for lines in kept] == [["一"], ["二"], ["三"]]
    assert texts == ["第1章 事例", "第2章 事例", "第3章 事例"]


def test_what_stands_there_once_is_text() -> None:
    """A sentence at the top of one page, and the same words elsewhere on it."""
    kept, texts = without_margins(pages(("市社協が始めた。", "一", "8,214人"), ("会を開いた。", "市社協が始めた。", "終わり")))
    assert [[one.text for one in lines] for lines in kept] == [
        ["市社協が始めた。", "一", "8,214人"],
        ["会を開いた。", "市社協が始めた。", "終わり"],
    ]
    assert texts == []


def test_a_number_in_the_middle_of_a_page_is_text() -> None:
    """Only at the edge is it the page's."""
    kept, _ = without_margins(pages(("一", "12", "二")))
    assert [one.text for one in kept[0]] == ["一", "12", "二"]
