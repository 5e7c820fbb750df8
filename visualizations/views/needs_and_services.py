"""ニーズとサービス: what answers what, and which needs no recorded service answers."""

from dataclasses import dataclass

from visualizations.contract import Picture
from visualizations.render import document
from visualizations.size import refuse_if_too_large


@dataclass(frozen=True)
class NeedsAndServices:
    """Stated needs, the recorded services of the kinds that answer them, and who provides these."""

    name: str = "needs_and_services"
    title_ja: str = "ニーズとサービス"
    title_en: str = "Needs and services"
    query: str = "needs_and_services"
    starts_from_one: bool = False
    is_chart: bool = False

    def draw(self, picture: Picture, *, language: str, limit: int) -> str:
        """The picture as one HTML document.

        Raises:
            ViewTooLarge: there are more nodes than the limit.
        """
        refuse_if_too_large(picture, limit)
        return document(picture, view=self.name, language=language)


VIEW = NeedsAndServices()
