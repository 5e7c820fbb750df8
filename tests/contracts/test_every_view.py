"""What every view promises, whatever it shows."""

import re
from importlib import import_module

import pytest

from graph.errors import ViewTooLarge
from graph.messages import LANGUAGES
from tests.unit.visualizations.pictures import hostile, large, sample
from visualizations.contract import Picture, View
from visualizations.registry import all_views

VIEWS = list(all_views().values())


@pytest.mark.parametrize("view", VIEWS, ids=list(all_views()))
class TestEveryView:
    """One class, so that each promise is tested for each view."""

    def test_it_names_itself(self, view: View) -> None:
        """Its name is its module's, and it has a title in both languages and a query."""
        assert import_module(f"visualizations.views.{view.name}").VIEW is view
        assert view.title_ja
        assert view.title_en
        assert re.fullmatch(r"[a-z_]+", view.query)

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_an_empty_picture_says_so(self, view: View, language: str) -> None:
        """Never an empty screen, never an error."""
        page = view.draw(Picture(title="空の図"), language=language, limit=150)

        assert page.lstrip().startswith("<!DOCTYPE html>")
        assert "空の図" in page

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_markup_in_a_name_stays_text(self, view: View, language: str) -> None:
        """A source cannot bring elements into the page."""
        page = view.draw(hostile(), language=language, limit=150)

        assert "<img" not in page
        assert "onerror=alert(1)>" not in page

    def test_above_the_limit_it_refuses(self, view: View) -> None:
        """With an error whose advice names the way out."""
        with pytest.raises(ViewTooLarge):
            view.draw(large(21), language="ja", limit=20)

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_no_key_of_the_catalogue_is_shown(self, view: View, language: str) -> None:
        """Every word a reader sees is in the catalogue."""
        page = view.draw(sample(), language=language, limit=150)

        shown = re.sub(r"<(script|style)\b.*?</\1>", "", page, flags=re.DOTALL)
        keys = re.findall(
            r">\s*((?:page|legend|reading|help|table|tie|mark|line|kind|status|label|summary|review|certainty)\.[a-z_A-Z.]+)\s*<", shown
        )
        assert keys == []

    def test_it_carries_no_outside_address(self, view: View) -> None:
        """One file, which asks nothing of any network: no element leads to an address."""
        page = view.draw(sample(), language="ja", limit=150)

        elements = re.sub(r"<(script|style)\b[^>]*>.*?</\1>", "", page, flags=re.DOTALL)
        assert not re.findall(r"(?:https?:)?//[a-z]", elements)
