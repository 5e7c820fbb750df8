"""The pictures that doors show or give out: of an area, and of what an answer found in it."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from api.wording import messages
from graph.errors import QueryMisused
from graph.reading import Answer, Reader
from visualizations.appearance import AREA
from visualizations.contract import Picture, View
from visualizations.gathering import gathered, picture_of
from visualizations.registry import all_views, find

VIEW = "area_network"


def picture_of_area(reader: Reader, area: str, *, language: str, banner: str | None) -> Picture:
    """The network of an area.

    Args:
        reader: asks on behalf of its audience.
        area: name, code or id.
        language: of the texts.
        banner: key of a sentence to stand above the picture.
    """
    return picture_of_view(reader, find(VIEW), area, language=language, banner=banner)


def view_of_area(name: str) -> View:
    """A view that shows an area.

    Raises:
        QueryMisused: there is none of that name.
    """
    view = find(name)
    if view.starts_from_one:
        raise QueryMisused("unknown_view", name=name, known=", ".join(views_of_areas()))
    return view


def with_sheet(view: View) -> View:
    """A view that can be put on a sheet.

    Raises:
        QueryMisused: it is a chart.
    """
    if view.is_chart:
        raise QueryMisused("view_without_sheet", view=view.name)
    return view


def views_of_areas() -> list[str]:
    """The names of the views that show an area, the network first."""
    return sorted((name for name, view in all_views().items() if not view.starts_from_one), key=lambda name: (name != VIEW, name))


def picture_of_view(reader: Reader, view: View, area: str, *, language: str, banner: str | None) -> Picture:
    """What a view shows of an area; arguments as of `picture_of_area`."""
    return gathered(reader, view, area=area, language=language, banner=_worded(banner, language))


def picture_of_answer(
    reader: Reader, gap: str, area: str, *, language: str, banner: str | None, conditions: Mapping[str, str] = MappingProxyType({})
) -> Picture:
    """What an answer found, drawn; arguments as of `picture_of_area`, and the conditions under which it is asked for.

    Raises:
        QueryMisused: the question has no picture.
    """
    return picture_of_rows(reader, reader.answer(gap, area=area, **conditions), area, language=language, banner=banner)


def picture_of_rows(reader: Reader, answer: Answer, area: str, *, language: str, banner: str | None) -> Picture:
    """The same of an answer that is there already."""
    name = reader.areas.full_name(reader.areas.find(area).id)
    picture = picture_of(
        reader,
        reader.picture_of(answer, area=area),
        title=f"{name} {answer.question.worded('title', language)}",
        filters=(name,),
        language=language,
        banner=_worded(banner, language),
    )
    ids = {*answer.found}
    found = {node.id for node in picture.nodes if node.id in ids and node.label != AREA}
    if len(found) == len(picture.nodes):
        return replace(picture, view="answer")
    return replace(picture, view="answer", nodes=tuple(replace(node, found=node.id in found) for node in picture.nodes))


def _worded(banner: str | None, language: str) -> str | None:
    return messages(language)(banner) if banner else None
