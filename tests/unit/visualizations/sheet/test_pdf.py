"""A sheet as a PDF: real text, fonts inside, on the paper that was asked for."""

from datetime import date
from typing import Any

import pytest
import typst

from graph.errors import QueryMisused, SettingsInvalid
from tests.unit.visualizations.pictures import REPORT, large, sample
from tests.unit.visualizations.sheet.hostile_names import NAMES, SEEN, hostile_names
from tests.unit.visualizations.sheet.opened_pdf import needs_japanese_font, opened
from visualizations.contract import Picture
from visualizations.sheet import fonts
from visualizations.sheet.papers import known_paper
from visualizations.sheet.pdf import content_of, pdf_of
from visualizations.sheet.sheet import Sheet, sheet_of

pytestmark = needs_japanese_font


def sheet(picture: Picture, **more: Any) -> Sheet:
    return sheet_of(picture, **{"language": "ja", "made_on": date(2026, 11, 28), "limit": 3000, **more})


@pytest.mark.parametrize(("paper", "size"), [("A4", (297, 210)), ("a3", (420, 297))])
def test_its_text_is_text_and_its_fonts_are_inside(paper: str, size: tuple[int, int]) -> None:
    """Title, days, legend, names with 髙﨑㈱𠮷 and sources can be searched, on one page, and a font with them is embedded."""
    pdf = opened(pdf_of(sheet(sample()), paper=paper))

    for text in (
        "みほん市のつながり図",
        "2026-11-20現在",
        "2026-11-28作成",
        "確認済みのつながり2",
        "𠮷田内科クリニック",
        "髙﨑助け合いの会",
        "㈱ほしの",
        "もとにした資料3点",
        f"{REPORT}（利用条件の記載なし）".replace(" ", ""),
        "架空の自治体の例です。",
    ):
        assert text in pdf.text
    assert (pdf.pages, pdf.size) == (1, size)
    assert pdf.used <= pdf.embedded
    assert any(family.replace(" ", "") in name.replace("jp", "JP") for name in pdf.embedded for family in fonts.JAPANESE)


def test_names_stay_text() -> None:
    """Markup of Typst, of the web, and characters that turn or hide: text or gone, and the file is made."""
    pdf = opened(pdf_of(sheet(hostile_names())))

    title = "題" + "".join(NAMES).replace(" ", "")
    assert title in pdf.text
    assert SEEN in pdf.text
    assert not {"\u202e", "\u200b", "\ufeff", "\u2066"} & set(pdf.text)


def test_many_sources_stand_on_a_page_of_their_own() -> None:
    """The picture keeps its room."""
    picture = Picture(title="図", nodes=sample().nodes, source_titles=tuple(f"資料その{number}" for number in range(40)))

    pdf = opened(pdf_of(sheet(picture)))

    assert pdf.pages == 2
    assert "資料その39（利用条件の記載なし）" in pdf.text


def test_small_names_are_told_with_the_way_out() -> None:
    """150 bodies on A4 say that A3 or fewer kinds help; a small picture does not."""
    told = "A3で出すか"

    assert told in "".join(content_of(sheet(large(150)), "A4")["notes"])
    assert told not in "".join(content_of(sheet(sample()), "A4")["notes"])


def test_tables_with_sentences_follow_where_they_are_asked_for() -> None:
    """Every body and line that is drawn, with the sentence and where it stands; names there stay text, too."""
    with_tables, without = (opened(pdf_of(sheet(sample()), tables=tables)) for tables in (True, False))
    hostile = opened(pdf_of(sheet(hostile_names()), tables=True))

    assert without.pages == 1 < with_tables.pages
    assert "「包括が𠮷田内科との間をつなぐ。」" in with_tables.text
    assert "第2層協議体（中央）会議録40行目" in with_tables.text
    assert "団体・サービスなど28" not in with_tables.text
    assert "団体・サービスなど26" in with_tables.text
    assert hostile.text.count("".join(NAMES).replace(" ", "")) > len(NAMES)


def test_another_paper_is_refused() -> None:
    """With those that there are."""
    with pytest.raises(QueryMisused) as refused:
        known_paper("B4")

    assert (refused.value.key, refused.value.values["known"]) == ("unknown_paper", "A4, A3")


def test_without_a_japanese_font_it_refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rather than a PDF full of boxes: the error's advice says what to install."""
    monkeypatch.setattr("visualizations.sheet.pdf.installed", lambda: typst.Fonts(include_system_fonts=False))

    with pytest.raises(SettingsInvalid) as refused:
        pdf_of(sheet(sample()))

    assert refused.value.key == "no_japanese_font"
    assert "fonts-noto-cjk" in sheet(sample()).words.what_to_do(refused.value)


def test_the_same_sheet_gives_the_same_file() -> None:
    """Its day is the sheet's, not that of the clock."""
    assert pdf_of(sheet(sample())) == pdf_of(sheet(sample()))
