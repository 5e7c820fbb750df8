"""つながり図: who works with whom in an area, and on which sentence each line rests."""

from dataclasses import dataclass, replace

from visualizations.appearance import AREA
from visualizations.contract import Picture
from visualizations.render import document
from visualizations.size import refuse_if_too_large

MOST_AREAS = 12
"""Above this the areas would bury the bodies: they are then told in the panel and the table only."""


@dataclass(frozen=True)
class AreaNetwork:
    """Organisations, councils and services of an area; needs, programmes and posts where there are any."""

    name: str = "area_network"
    title_ja: str = "つながり図"
    title_en: str = "Network picture"
    query: str = "area_network"
    starts_from_one: bool = False
    is_chart: bool = False

    def draw(self, picture: Picture, *, language: str, limit: int) -> str:
        """The picture as one HTML document.

        Raises:
            ViewTooLarge: there are more nodes than the limit.
        """
        refuse_if_too_large(picture, limit)
        return document(without_many_areas(picture), view=self.name, language=language)


def without_many_areas(picture: Picture) -> Picture:
    """The picture without its areas where there are many of them."""
    areas = {node.id for node in picture.nodes if node.label == AREA}
    if len(areas) <= MOST_AREAS:
        return picture
    return replace(
        picture,
        nodes=tuple(node for node in picture.nodes if node.id not in areas),
        ties=tuple(tie for tie in picture.ties if areas.isdisjoint((tie.start, tie.end))),
    )


VIEW = AreaNetwork()
