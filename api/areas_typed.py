"""Areas as they are typed into a form: found, or refused with what may have been meant, so that nothing has to be typed again."""

from collections.abc import Sequence
from dataclasses import dataclass

from api.area_overview import areas_with_data
from api.error_responses import status_of
from graph.area_directory import KnownArea
from graph.errors import QueryMisused
from graph.messages import Messages
from graph.reading import Reader

MOST_SUGGESTED = 1_000
"""Names that a field suggests; more can be typed."""


@dataclass(frozen=True)
class NotFound:
    """A name that means no area, or several."""

    what_happened: str
    what_to_do: str
    near: Sequence[tuple[str, str]]
    """Id and full name of each area that may be meant."""
    status: int


@dataclass(frozen=True)
class Typed:
    """One field."""

    text: str
    """What stands in it: the full name where it was found, else as it was typed."""
    area: KnownArea | None = None
    refused: NotFound | None = None


def typed_area(reader: Reader, text: str, texts: Messages) -> Typed:
    """What a field means; blank means nothing and is not refused."""
    if not text.strip():
        return Typed("")
    try:
        found = reader.areas.find(text)
    except QueryMisused as error:
        return Typed(text, refused=not_found(reader, text, error, texts))
    return Typed(reader.areas.full_name(found.id), area=found)


def not_found(reader: Reader, text: str, error: QueryMisused, texts: Messages) -> NotFound:
    """Why a name was refused, and the areas that may be meant."""
    near = [(area.id, reader.areas.full_name(area.id)) for area in reader.areas.may_mean(text)]
    if error.key == "area_code_check_digit":
        advice, near = texts.what_to_do(error), []
    else:
        advice = texts("area_typed.choose" if near else "area_typed.none_near")
    return NotFound(texts.what_happened(error), advice, near, status_of(error))


def suggested_areas(reader: Reader) -> list[str]:
    """Full names of the areas of which something is recorded."""
    return [area.full_name for area in areas_with_data(reader)][:MOST_SUGGESTED]
