"""Pages: what a browser shows becomes lines; what it does not show is left out and told."""

import pytest

from graph.errors import LoadStopped
from loaders.case_studies.document import Document
from loaders.case_studies.formats.html import decoded, takes
from loaders.contract import Candidate
from tests.unit.loaders.case_studies.formats.reading import document_of, kinds_of_notes, note, places_of, text_of
from tests.unit.loaders.case_studies.reading import SAMPLES


def page(body: str) -> Document:
    return document_of(f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>題</title></head><body>{body}</body></html>", "page.html")


def lines(body: str) -> list[str]:
    return text_of(page(body))


def test_headings_paragraphs_and_breaks_are_lines() -> None:
    """A heading is one line with its level; a break within a paragraph begins a line; the source's own line ends are space."""
    assert lines("<h1>七つの<br>例</h1><p>市社協が\n  会食会を開く。<br>毎月一回。</p><div>場所は公民館<div>二階</div>です</div>") == [
        "# 七つの 例",
        "市社協が 会食会を開く。",
        "毎月一回。",
        "場所は公民館",
        "二階",
        "です",
    ]


def test_space_is_as_a_browser_shows_it() -> None:
    """Spaces and line ends of the source are one space; a wide space stays."""
    assert lines("<p>NPO   法人\n  たすけあい\n  Apron\n  Kids　ゆい</p>") == ["NPO 法人 たすけあい Apron Kids　ゆい"]


def test_entities_are_characters_and_brackets_are_no_tags() -> None:
    """&amp; is &; a written < is text and is kept from being read as a tag."""
    assert lines("<p>A&amp;B&nbsp;&hearts; &lt;取組&gt; &#x4F0A;賀 &unknown;</p>") == ["A&B\xa0♥ ＜取組＞ 伊賀 &unknown;"]


def test_nested_lists_are_nested_bullets_with_their_marks() -> None:
    """Bullets are dashes, ordered lists keep their numbers; an item of several paragraphs is several lines."""
    body = """<ul><li>一<ul><li>二</ul><li><p>三</p><p>三の続き</p></ul>
    <ol start="3"><li>あ<ol type="a"><li>い</ol><li value="9">う</ol><ol type="I"><li>え</ol>"""
    assert lines(body) == ["- 一", "  - 二", "- 三", "三の続き", "3. あ", "  a. い", "9. う", "I. え"]


def test_merged_cells_are_carried() -> None:
    """What spans rows stands in each of them, what spans columns in each of those; a label at the left edge only once in its row."""
    body = """<table><tr><td colspan=2>エリア<td>三重県伊賀市<td>栃木県高根沢町
    <tr><td rowspan=2>ニーズ<td>主体<td colspan=2>社協<tr><td>取組<td>●見守り<td rowspan=9>—</table>"""
    assert lines(body) == [
        "| エリア |  | 三重県伊賀市 | 栃木県高根沢町 |",
        "| ニーズ | 主体 | 社協 | 社協 |",
        "| ニーズ | 取組 | ●見守り | — |",
    ]


def test_what_stands_in_a_cell_stays_in_its_row() -> None:
    """Breaks, paragraphs and lists in a cell are breaks; a bullet gets a mark that is known in cells; a bar is no end."""
    cell = "毎月<br>一回<p>公民館</p><ul><li>会食<ul><li>配食</ul><li>●朝市</ul><ol><li>順</ol>A|B"
    body = f"<table><tr><th>項目<th>内容<tr><td>活動<td>{cell}</table>"
    assert lines(body) == ["| 項目 | 内容 |", "| 活動 | 毎月<br>一回<br>公民館<br>・会食<br>・配食<br>●朝市<br>1. 順<br>A｜B |"]


def test_head_foot_and_caption_stand_where_they_belong() -> None:
    """A foot that the source names first stands last; the caption is a line above; a merged first row is one too."""
    body = """<table><caption>取組の一覧</caption><tfoot><tr><td>計<td>2</tfoot><thead><tr><th colspan=2>北部<tr><th>項目<th>内容</thead>
    <tbody><tr><td>一<td>会食</tbody></table>"""
    assert lines(body) == ["取組の一覧", "北部", "| 項目 | 内容 |", "| 一 | 会食 |", "| 計 | 2 |"]


def test_a_small_table_within_a_cell_becomes_lines_of_the_cell() -> None:
    """Each of its rows is a line, its cells beside each other."""
    inner = "<table><tr><td>会食<td>月一回<tr><td>朝市<td>週一回</table>"
    body = f"<table><tr><th>団体<th>活動<tr><td>ゆいの会<td>毎月の活動は次のとおり{inner}</table>"
    assert lines(body) == ["| 団体 | 活動 |", "| ゆいの会 | 毎月の活動は次のとおり<br>会食　月一回<br>朝市　週一回 |"]


@pytest.mark.parametrize(
    "around",
    [
        "<table><tr><td>{}<td>{}</table>",
        "<table><tr><td>{}<tr><td>{}</table>",
        "<table role=presentation><tr><td>左<td>{}<tr><td>右<td>{}</table>",
        "<table><tr><td><h2>伊賀市</h2>{}<td>{}</table>",
    ],
)
def test_a_table_that_only_orders_the_page_is_no_table(around: str) -> None:
    """Tables within it are tables of the page, each of its own."""
    inner = "<table><tr><td>人口<td>{}人</table>"
    found = lines(around.format(inner.format(1), inner.format(2)))
    assert [line for line in found if line.startswith("|")] == ["| 人口 | 1人 |", "| 人口 | 2人 |"]


def test_scripts_styles_and_readings_are_not_text() -> None:
    """What is no text of the page is not read: scripts, styles, comments, templates, forms, ruby."""
    body = """<script>var a = '三重県伊賀市';</script><style>p{}</style><!-- 三重県伊賀市 -->
    <template><p>x</p></template><noscript>y</noscript>
    <p><ruby>協議体<rp>(</rp><rt>きょうぎたい</rt><rp>)</rp></ruby>を置く<select><option>選ぶ</option></select><textarea>z</textarea></p>"""
    assert lines(body) == ["協議体を置く"]
    assert kinds_of_notes(page(body)) == set()


def test_what_a_reader_does_not_see_as_text_is_told() -> None:
    """Hidden and deleted text, navigation, pictures and frames are left out, each kind told with place and beginning."""
    # Act
    found = page(
        "<nav>ホーム</nav><h2>三重県伊賀市</h2><p>本文<del>前の文</del><ins>後の文</ins></p>"
        "<p hidden>隠す</p><p style='display: none'>秘密</p>"
        "<img src=a.png alt='会食会の様子'><iframe src=b.html></iframe><footer>〒000 三重県伊賀市</footer>"
    )

    # Assert
    assert text_of(found) == ["## 三重県伊賀市", "本文後の文"]
    assert note(found, "left_out_hidden").values == {"place": "paragraph 3", "count": 2, "text": "隠す / 秘密"}
    assert note(found, "left_out_deleted").values["text"] == "前の文"
    assert note(found, "left_out_around").values["text"] == "ホーム / 〒000 三重県伊賀市"
    assert note(found, "left_out_pictures").values["text"] == "会食会の様子"
    assert note(found, "left_out_embedded").values["count"] == 1


def test_a_page_with_a_main_part_is_that_part() -> None:
    """What stands around it is told; the footer of an article is its own."""
    found = page("<header>市役所</header><main><article><p>本文</p><footer>文責 社協</footer></article></main><aside>お知らせ</aside>")
    assert text_of(found) == ["本文", "文責 社協"]
    assert note(found, "left_out_around").values["text"] == "市役所 / お知らせ"


def test_a_term_and_what_is_said_of_it_are_label_and_value() -> None:
    """One value stands beside its term, several below it."""
    assert lines("<dl><div><dt>場所</dt><dd>公民館</dd></div><dt>日<dd>月<dd>火<dt>費用</dl>") == ["場所　公民館", "日", "月", "火", "費用"]


def test_a_page_that_a_word_processor_wrote_is_read() -> None:
    """Its own tags are no blocks, its bullets of symbol fonts are bullets."""
    mark = "<![if !supportLists]><span style='font-family:Wingdings'>l<span>&nbsp;</span></span><![endif]>"
    assert lines(f"<p class=MsoList>{mark}会食会<o:p></o:p></p>") == ["・会食会"]


def test_places_count_paragraphs_and_rows() -> None:
    """A person finds a line by the paragraph or the row of the table."""
    found = places_of(page("<h2>伊賀市</h2><p>一<br>二</p><table><tr><td>a<td>b<tr><td>c<td>d</table><table><tr><td>e<td>f</table><p>三"))
    assert found == {
        "## 伊賀市": "paragraph 1",
        "一": "paragraph 2",
        "二": "paragraph 2",
        "| a | b |": "table 1, row 1",
        "| c | d |": "table 1, row 2",
        "| e | f |": "table 2, row 1",
        "三": "paragraph 3",
    }


def test_a_page_is_known_by_its_content() -> None:
    """Tags in Markdown make no page; a page is one under any name; a file that is only called so is none."""

    def is_page(content: str, name: str) -> bool:
        return takes(Candidate(path=SAMPLES / name, content=content.encode()))

    assert is_page("\n<!-- c --><!DOCTYPE HTML><p>a", "a.txt")
    assert is_page("<?xml version='1.0'?>\n<html><body>", "a")
    assert is_page("<p>断片</p>", "a.htm")
    assert not is_page("<p>断片</p>", "a.md")
    assert not is_page("## 伊賀市\n\n<ul> ●a", "a.md")
    assert not is_page("題名だけ", "a.html")


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ("<meta charset=Shift_JIS>", "cp932"),
        ("<meta http-equiv='Content-Type' content='text/html; charset=x-sjis'>", "cp932"),
        ("<META HTTP-EQUIV=Content-Type CONTENT='text/html; charset=EUC-JP'>", "euc_jp"),
        ("<meta charset='iso-2022-jp'>", "iso2022_jp"),
        ("<meta charset='no-such'>", "utf-8"),
        ("<meta charset='shift_jis'>", "utf-8"),
        ("", "utf-8"),
        ("", "cp932"),
        ("", "euc_jp"),
    ],
)
def test_a_page_is_decoded_as_it_says_or_as_it_fits(head: str, encoding: str) -> None:
    """The declared encoding, else the one whose text is no rubbish."""
    text = f"<html>{head}<p>伊賀市の社会福祉協議会が、見守りと配食のサービスを続けている。</p>"
    assert decoded(text.encode(encoding)) == text


def test_a_broken_character_is_told_and_the_rest_is_read() -> None:
    """One byte too few does not lose a page."""
    content = ("<html><meta charset=utf-8><p>" + "市社協が会食会を開いている。" * 20).encode()[:-1] + b"</p>"
    found = document_of(content, "page.html")
    assert note(found, "unreadable_characters").values["count"] == 1
    assert "�" in text_of(found)[0]


@pytest.mark.parametrize(
    ("content", "key"),
    [
        ("<html><head><title>題</title></head><body><script>x</script></body></html>", "empty"),
        ("<html><!-- 何も -->", "empty"),
        ("<html><body>" + "<div>" * 400 + "深い", "too_deep"),
    ],
)
def test_what_is_no_page_of_text_is_refused(content: str, key: str) -> None:
    """An empty page, and one nested deeper than people write."""
    with pytest.raises(LoadStopped) as stopped:
        document_of(content, "page.html")
    assert stopped.value.key == f"case_studies.{key}"


def test_a_page_larger_than_any_report_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Before it is parsed."""
    monkeypatch.setattr("loaders.case_studies.formats.html.MOST_BYTES", 20)
    with pytest.raises(LoadStopped) as stopped:
        document_of("<html><p>" + "長" * 20, "page.html")
    assert stopped.value.key == "case_studies.too_large"


def test_bytes_in_no_encoding_are_refused() -> None:
    """A page that is called one and holds rubbish."""
    with pytest.raises(LoadStopped) as stopped:
        document_of(b"<p>\x81\xff\xfe\x80\xa0\xfd" * 30, "page.html")
    assert stopped.value.key == "case_studies.not_text"


def test_a_page_may_be_nested_as_deep_as_the_parser_goes() -> None:
    """No depth that is parsed breaks the reading."""
    assert lines("<div>" * 240 + "深い" + "</div>" * 240) == ["深い"]


def test_a_table_that_claims_a_million_columns_is_read() -> None:
    """What a span claims is no more than the table can have."""
    assert lines("<table><tr><td colspan=999999>題<tr><td rowspan=99999>a<td colspan=99999>b</table>") == ["題", "| a | b |"]
