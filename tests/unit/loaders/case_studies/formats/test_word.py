"""Word files: what Word shows with all changes accepted becomes lines; the rest is told."""

import pytest
from docx.document import Document as WordDocument

from loaders.case_studies.document import Document
from tests.unit.loaders.case_studies.formats.reading import document_of, kinds_of_notes, note, places_of, text_of
from tests.unit.loaders.case_studies.formats.word_files import add_notes, add_xml, fill, paragraph_of, run, text_box, written


def document(*runs: str) -> Document:
    """A document of one paragraph."""
    return document_of(written(lambda file: paragraph_of(file, *runs)), "report.docx")


def test_headings_by_style_and_by_level() -> None:
    """Title and headings of Word are headings; so is a paragraph of its own outline level, and none that is set back to text."""

    def write(file: WordDocument) -> None:
        file.add_heading("事例集", 0)
        file.add_heading("三重県伊賀市", 1)
        file.add_heading("取組", 2)
        add_xml(file, f"<w:p NAMES><w:pPr><w:outlineLvl w:val='2'/></w:pPr>{run('課題')}</w:p>")
        add_xml(file, f"<w:p NAMES><w:pPr><w:pStyle w:val='Heading1'/><w:outlineLvl w:val='9'/></w:pPr>{run('本文')}</w:p>")

    assert text_of(document_of(written(write), "report.docx")) == ["# 事例集", "# 三重県伊賀市", "## 取組", "### 課題", "本文"]


def test_a_style_that_is_based_on_a_heading_is_one() -> None:
    """Styles of an office's own are followed to those of Word."""

    def write(file: WordDocument) -> None:
        style = file.styles.add_style("市の見出し", 1)
        style.base_style = file.styles["Heading 2"]
        file.add_paragraph("取組", style)

    assert text_of(document_of(written(write), "report.docx")) == ["## 取組"]


def test_breaks_tabs_and_signs_are_what_they_look_like() -> None:
    """Line breaks begin a line, tabs stay, soft hyphens vanish, signs of symbol fonts become the marks they show."""
    found = document(
        "<w:r><w:t>一</w:t><w:br/><w:t>二</w:t><w:tab/><w:t>三</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>四&lt;</w:t></w:r>",
        "<w:r><w:br w:type='page'/><w:sym w:font='Wingdings' w:char='F06C'/><w:t>会食</w:t></w:r>",
    )
    assert text_of(found) == ["一", "二\t三-四＜", "●会食"]


def test_tracked_changes_are_read_as_accepted() -> None:
    """Insertions and what was moved here are read; deletions are left out and told; a move is told at neither end."""
    found = document(
        run("市社協が"),
        f"<w:ins w:id='1' w:author='x'>{run('週二回')}</w:ins>",
        "<w:del w:id='2' w:author='x'><w:r><w:delText>週一回</w:delText></w:r></w:del>",
        f"<w:moveFrom w:id='3' w:author='x'>{run('移動元')}</w:moveFrom>",
        f"<w:moveTo w:id='4' w:author='x'>{run('移動先')}</w:moveTo>",
        run("会食会を開く"),
    )
    assert text_of(found) == ["市社協が週二回移動先会食会を開く"]
    assert kinds_of_notes(found) == {"left_out_deleted"}
    assert note(found, "left_out_deleted").values == {"place": "paragraph 1", "count": 1, "text": "週一回"}


def test_a_paragraph_whose_end_is_deleted_goes_on_in_the_next() -> None:
    """Accepting the deletion of a paragraph's mark joins two paragraphs."""

    def write(file: WordDocument) -> None:
        add_xml(file, f"<w:p NAMES><w:pPr><w:rPr><w:del w:id='1' w:author='x'/></w:rPr></w:pPr>{run('市社協が')}</w:p>")
        paragraph_of(file, run("会食会を開く"))

    assert text_of(document_of(written(write), "report.docx")) == ["市社協が会食会を開く"]


def test_a_deleted_row_is_left_out_and_told() -> None:
    """A row of a table whose deletion is tracked."""

    def write(file: WordDocument) -> None:
        table = fill(file.add_table(3, 2), "項目", "内容", "旧", "旧い", "新", "新しい")
        properties = table.rows[1]._tr.get_or_add_trPr()
        properties.append(properties.makeelement("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}del", {}))

    found = document_of(written(write), "report.docx")
    assert text_of(found) == ["| 項目 | 内容 |", "| 新 | 新しい |"]
    assert note(found, "left_out_deleted").values["text"] == "旧旧い"


def test_links_fields_forms_and_formulas_are_read_as_they_show() -> None:
    """The result of a field and not its code, the filled form and not its prompt."""
    found = document(
        f"<w:hyperlink>{run('市のページ')}</w:hyperlink>",
        "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>",
        "<w:r><w:fldChar w:fldCharType='separate'/></w:r>" + run("、3") + "<w:r><w:fldChar w:fldCharType='end'/></w:r>",
        f"<w:sdt><w:sdtPr/><w:sdtContent>{run('、記入済み')}</w:sdtContent></w:sdt>",
        f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('ここに入力')}</w:sdtContent></w:sdt>",
        "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>",
        "<w:r><w:ruby><w:rt><w:r><w:t>きょうぎたい</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>協議体</w:t></w:r></w:rubyBase></w:ruby></w:r>",
    )
    assert text_of(found) == ["市のページ、3、記入済みa+b協議体"]
    assert kinds_of_notes(found) == set()


def test_hidden_text_comments_and_pictures_are_told() -> None:
    """What is no text of the page is left out, each kind told once."""
    about = "<wp:docPr id='1' name='p' descr='会食会の様子'/>"
    found = document(
        run("本文"),
        run("隠し", "<w:vanish/>"),
        "<w:r><w:commentReference w:id='0'/></w:r>",
        f"<w:r><w:drawing><wp:inline>{about}<a:graphic><a:blip/></a:graphic></wp:inline></w:drawing></w:r>",
    )
    assert text_of(found) == ["本文"]
    assert kinds_of_notes(found) == {"left_out_hidden", "left_out_comments", "left_out_pictures"}
    assert note(found, "left_out_pictures").values["text"] == "会食会の様子"


def test_a_text_box_is_read_once_behind_its_paragraph() -> None:
    """Word writes it twice for two kinds of programs; its lines say that they stand in it."""

    def write(file: WordDocument) -> None:
        paragraph_of(file, run("前の段落"), text_box("市社協が朝市を実施"))
        paragraph_of(file, run("後の段落"))

    found = document_of(written(write), "report.docx")
    assert text_of(found) == ["前の段落", "市社協が朝市を実施", "後の段落"]
    assert places_of(found) == {"前の段落": "paragraph 1", "市社協が朝市を実施": "text_box 1", "後の段落": "paragraph 2"}


def test_footnotes_and_endnotes_stand_behind_the_block_that_refers_to_them() -> None:
    """They are numbered in the order of the text; the lines that Word draws above notes are none."""

    def write(file: WordDocument) -> None:
        paragraph_of(file, run("協議体"), "<w:r><w:footnoteReference w:id='7'/></w:r>", run("を置く"))
        paragraph_of(file, run("財源"), "<w:r><w:endnoteReference w:id='2'/></w:r>")
        table = file.add_table(1, 2)
        table.cell(0, 0).text = "主体"
        table.cell(0, 1).text = "市"
        cell = table.cell(0, 1).paragraphs[0]._p
        cell.append(cell.makeelement("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}r", {}))
        cell[-1].append(cell.makeelement("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}footnoteReference", {}))
        cell[-1][0].set("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}id", "3")
        add_notes(file, "footnotes", {3: "高齢福祉課", 7: "第1層"})
        add_notes(file, "endnotes", {2: "市の補助金"})

    found = document_of(written(write), "report.docx")
    assert text_of(found) == ["協議体を置く", "※第1層", "財源", "※市の補助金", "| 主体 | 市 |", "※高齢福祉課"]
    assert places_of(found)["※高齢福祉課"] == "footnote 2"
    assert places_of(found)["※市の補助金"] == "endnote 1"


def test_merged_cells_are_carried() -> None:
    """Cells merged across and down give the grid that Markdown has; the first row over the whole width is a caption."""

    def write(file: WordDocument) -> None:
        table = file.add_table(4, 4)
        table.cell(0, 0).merge(table.cell(0, 3)).text = "体制づくりの例"
        table.cell(1, 0).merge(table.cell(1, 1)).text = "エリア"
        table.cell(1, 2).text, table.cell(1, 3).text = "三重県伊賀市", "栃木県高根沢町"
        table.cell(2, 0).merge(table.cell(3, 0)).text = "ニーズ"
        table.cell(2, 1).text, table.cell(3, 1).text = "主体", "取組"
        table.cell(2, 2).merge(table.cell(2, 3)).text = "社協"
        table.cell(3, 2).text = "●会食\n●配食"

    found = document_of(written(write), "report.docx")
    assert text_of(found) == [
        "体制づくりの例",
        "| エリア |  | 三重県伊賀市 | 栃木県高根沢町 |",
        "| ニーズ | 主体 | 社協 | 社協 |",
        "| ニーズ | 取組 | ●会食<br>●配食 |  |",
    ]
    assert places_of(found)["| ニーズ | 取組 | ●会食<br>●配食 |  |"] == "table 1, row 4"
    assert places_of(found)["体制づくりの例"] == "table 1, row 1"


def test_rows_that_begin_further_right_keep_their_columns() -> None:
    """A row may leave columns free before its first cell."""
    row = "<w:tr>{}{}</w:tr>"
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"

    def write(file: WordDocument) -> None:
        first = row.format("", "".join(cell.format(text) for text in "abc"))
        second = row.format("<w:trPr><w:gridBefore w:val='1'/></w:trPr>", "".join(cell.format(text) for text in "de"))
        add_xml(file, f"<w:tbl NAMES>{first}{second}</w:tbl>")

    assert text_of(document_of(written(write), "report.docx")) == ["| a | b | c |", "|  | d | e |"]


def test_a_table_of_one_cell_is_a_frame_and_one_within_a_cell_is_flattened() -> None:
    """What a frame holds is text; a table in a cell becomes lines of the cell."""

    def write(file: WordDocument) -> None:
        frame = file.add_table(1, 1).cell(0, 0)
        frame.text = "枠の中"
        frame.add_paragraph("二つ目")
        table = fill(file.add_table(2, 2), "団体", "活動", "ゆいの会", "次のとおり")
        fill(table.cell(1, 1).add_table(2, 2), "会食", "月一回", "朝市", "週一回")

    assert text_of(document_of(written(write), "report.docx")) == [
        "枠の中",
        "二つ目",
        "| 団体 | 活動 |",
        "| ゆいの会 | 次のとおり<br>会食　月一回<br>朝市　週一回 |",
    ]


def test_headers_footers_and_contents_are_left_out_and_told() -> None:
    """A line of the contents would open a case; a number of the page is not worth telling."""

    def write(file: WordDocument) -> None:
        file.styles.add_style("toc 1", 1)
        file.add_paragraph("三重県伊賀市\t3", "toc 1")
        gallery = "<w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj></w:sdtPr>"
        add_xml(file, f"<w:sdt NAMES>{gallery}<w:sdtContent><w:p>{run('栃木県高根沢町 9')}</w:p></w:sdtContent></w:sdt>")
        file.add_paragraph("本文")
        file.sections[0].header.paragraphs[0].text = "支え合いの事例集"
        file.sections[0].footer.paragraphs[0].text = "- 3 -"

    found = document_of(written(write), "report.docx")
    assert text_of(found) == ["本文"]
    assert note(found, "left_out_contents").values["count"] == 2
    assert note(found, "left_out_margins").values["text"] == "支え合いの事例集"


@pytest.mark.parametrize("ending", ["docx", "docm", "bin"])
def test_a_file_is_known_by_its_content(ending: str) -> None:
    """Whatever a Word file is called, it is read."""
    assert text_of(document_of(written(lambda file: paragraph_of(file, run("本文"))), f"report.{ending}")) == ["本文"]


def test_empty_paragraphs_are_empty_lines() -> None:
    """As in a text file, they part what stands above from what stands below."""

    def write(file: WordDocument) -> None:
        for text in ("一", "", "", "二", "三"):
            file.add_paragraph(text)

    assert document_of(written(write), "report.docx").lines == ("一", "", "二", "三")
