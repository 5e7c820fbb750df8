"""The pictures that doors show or give out: of an area, and of what an answer found in it."""

from api.wording import messages
from graph.reading import Reader
from visualizations.contract import Picture
from visualizations.gathering import gathered, picture_of
from visualizations.registry import find

VIEW = "area_network"


def picture_of_area(reader: Reader, area: str, *, language: str, banner: str | None) -> Picture:
    """The network of an area.

    Args:
        reader: asks on behalf of its audience.
        area: name, code or id.
        language: of the texts.
        banner: key of a sentence to stand above the picture.
    """
    return gathered(reader, find(VIEW), area=area, language=language, banner=_worded(banner, language))


def picture_of_answer(reader: Reader, gap: str, area: str, *, language: str, banner: str | None) -> Picture:
    """What an answer found, drawn; arguments as of `picture_of_area`.

    Raises:
        QueryMisused: the question has no picture.
    """
    answer = reader.answer(gap, area=area)
    name = reader.areas.full_name(reader.areas.find(area).id)
    return picture_of(
        reader,
        reader.picture_of(answer, area=area),
        title=f"{name} {answer.question.worded('title', language)}",
        filters=(name,),
        language=language,
        banner=_worded(banner, language),
    )


def _worded(banner: str | None, language: str) -> str | None:
    return messages(language)(banner) if banner else None
