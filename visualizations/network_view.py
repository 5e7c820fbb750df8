"""A view that is a network: all that differs between two of them is what feeds them, what they are called and what they leave out."""

from collections.abc import Callable
from dataclasses import dataclass

from visualizations.contract import Picture
from visualizations.render import document
from visualizations.size import refuse_if_too_large


def whole(picture: Picture) -> Picture:
    """Everything that was gathered."""
    return picture


@dataclass(frozen=True, kw_only=True)
class NetworkView:
    """One network view (`visualizations.contract.View`)."""

    name: str
    title_ja: str
    title_en: str
    query: str
    starts_from_one: bool = False
    is_chart: bool = False
    shown: Callable[[Picture], Picture] = whole
    """What of the picture is drawn."""

    def draw(self, picture: Picture, *, language: str, limit: int) -> str:
        """The picture as one HTML document.

        Raises:
            ViewTooLarge: there are more nodes than the limit.
        """
        refuse_if_too_large(picture, limit)
        return document(self.shown(picture), view=self.name, language=language)
