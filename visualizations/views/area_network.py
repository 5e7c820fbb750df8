"""つながり図: who works with whom in an area, and on which sentence each line rests."""

from dataclasses import replace

from visualizations.appearance import AREA
from visualizations.contract import Picture
from visualizations.network_view import NetworkView

MOST_AREAS = 12
"""Above this the areas would bury the bodies: they are then told in the panel and the table only."""


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


VIEW = NetworkView(name="area_network", title_ja="つながり図", title_en="Network picture", query="area_network", shown=without_many_areas)
