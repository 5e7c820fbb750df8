"""団体のまわり: one body, what it is tied to, and who else stands behind its councils and services."""

from dataclasses import dataclass

from visualizations.contract import Picture
from visualizations.render import document
from visualizations.size import refuse_if_too_large


@dataclass(frozen=True)
class AroundOne:
    """The neighbourhood of one body, from which a reader can go on step by step."""

    name: str = "organization"
    title_ja: str = "「{name}」のまわり"
    title_en: str = "Around {name}"
    query: str = "around"
    starts_from_one: bool = True
    is_chart: bool = False

    def draw(self, picture: Picture, *, language: str, limit: int) -> str:
        """The picture as one HTML document.

        Raises:
            ViewTooLarge: there are more nodes than the limit.
        """
        refuse_if_too_large(picture, limit)
        return document(picture, view=self.name, language=language)


VIEW = AroundOne()
