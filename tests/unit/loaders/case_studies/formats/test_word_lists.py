"""Lists of Word files: the marks that Word shows and its text does not hold."""

import pytest
from docx.document import Document as WordDocument

from loaders.case_studies.formats.word_lists import symbol
from tests.unit.loaders.case_studies.formats.reading import document_of, text_of
from tests.unit.loaders.case_studies.formats.word_files import add_list, item, restarted, written


def test_nested_numbers_are_counted_as_word_counts_them() -> None:
    """Each level counts by itself and begins anew below a new item of the level above."""

    def write(file: WordDocument) -> None:
        add_list(file, [("decimal", "%1."), ("decimal", "%1.%2"), ("decimalEnclosedCircle", "%3")])
        for text, level in (("一", 0), ("二", 1), ("三", 2), ("四", 2), ("五", 1), ("六", 0), ("七", 1)):
            item(file, text, level)

    assert text_of(document_of(written(write), "list.docx")) == [
        "1. 一",
        "  1.1 二",
        "    ① 三",
        "    ② 四",
        "  1.2 五",
        "2. 六",
        "  2.1 七",
    ]


def test_marks_that_rules_know_stay_and_others_are_dashes() -> None:
    """■ and ● mean something in such reports; ✓ and • are bullets."""

    def write(file: WordDocument) -> None:
        add_list(file, [("bullet", "■"), ("bullet", "•")], number=90)
        add_list(file, [("bullet", "\uf06c")], number=91)
        add_list(file, [("bullet", "n")], number=92, font="Wingdings")
        add_list(file, [("none", "")], number=93)
        item(file, "課題", 0, 90)
        item(file, "会食", 1, 90)
        item(file, "配食", 0, 91)
        item(file, "取組", 0, 92)
        item(file, "見えない印", 0, 93)
        item(file, "番号のない段落", 0, 0)

    assert text_of(document_of(written(write), "list.docx")) == ["■課題", "  - 会食", "●配食", "■取組", "見えない印", "番号のない段落"]


def test_a_list_that_begins_anew_does() -> None:
    """A second list of the same kind may go on or start again."""

    def write(file: WordDocument) -> None:
        add_list(file, [("decimal", "(%1)")])
        restarted(file, 94, 90, 1)
        for number in (90, 90, 94, 94, 90):
            item(file, "項", 0, number)

    assert text_of(document_of(written(write), "list.docx")) == ["(1) 項", "(2) 項", "(1) 項", "(2) 項", "(3) 項"]


def test_lists_by_style_and_headings_with_numbers() -> None:
    """The styles of Word for lists are lists; a numbered heading keeps its number."""

    def write(file: WordDocument) -> None:
        file.add_paragraph("会食", "List Bullet")
        file.add_paragraph("配食", "List Bullet 2")
        file.add_paragraph("順", "List Number")
        add_list(file, [("decimal", "第%1章")])
        item(file, "取組").style = "Heading 1"

    assert text_of(document_of(written(write), "list.docx")) == ["- 会食", "  - 配食", "1. 順", "# 第1章 取組"]


def test_items_in_a_cell_have_marks_that_are_known_there() -> None:
    """A dash is no bullet within a line."""

    def write(file: WordDocument) -> None:
        table = file.add_table(1, 2)
        table.cell(0, 0).text = "取組"
        cell = table.cell(0, 1)
        cell.paragraphs[0].text = "次のとおり"
        cell.add_paragraph("会食", "List Bullet")
        cell.add_paragraph("順", "List Number")

    assert text_of(document_of(written(write), "list.docx")) == ["| 取組 | 次のとおり<br>・会食<br>1. 順 |"]


@pytest.mark.parametrize(("sign", "font", "shown"), [("l", "Wingdings", "●"), ("\uf0b7", "Symbol", "-"), ("●", "", "●"), ("x", "", "x")])
def test_signs_of_symbol_fonts(sign: str, font: str, shown: str) -> None:
    """A letter in a symbol font is the sign that it shows."""
    assert symbol(sign, font) == shown
