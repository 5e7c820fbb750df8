"""協議体と参加者: councils and the bodies that sit on them."""

from dataclasses import dataclass

from visualizations.contract import Picture
from visualizations.render import document
from visualizations.size import refuse_if_too_large


@dataclass(frozen=True)
class Councils:
    """Councils with who sits on them: bodies and councils stay two kinds of thing, and no tie is made of a shared seat."""

    name: str = "councils"
    title_ja: str = "協議体と参加者"
    title_en: str = "Councils and who sits on them"
    query: str = "councils"
    starts_from_one: bool = False
    is_chart: bool = False

    def draw(self, picture: Picture, *, language: str, limit: int) -> str:
        """The picture as one HTML document.

        Raises:
            ViewTooLarge: there are more nodes than the limit.
        """
        refuse_if_too_large(picture, limit)
        return document(picture, view=self.name, language=language)


VIEW = Councils()
