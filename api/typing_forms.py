"""The forms on which a fact is typed in: their fields, and what a filled-in form states. What fits is decided in `graph.by_hand`."""

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from api.uploads import Sent
from graph.by_hand.needs import TypedNeed
from graph.by_hand.organizations import TypedOrganization
from graph.by_hand.saying import USUAL_VISIBILITY, Saying
from graph.by_hand.seats import TypedSeat
from graph.by_hand.services import STATUSES, TypedService
from graph.by_hand.ties import TYPES, TypedTie
from graph.by_hand.typed import Typed
from graph.days import day_given
from graph.errors import QueryMisused
from graph.messages import Phrase

EVERYWHERE = "everywhere"
MOST = 10_000_000
"""People or households of a need."""


@dataclass(frozen=True)
class Field:
    """One field of a form."""

    name: str
    shape: str = "text"
    """text, day, number; body, council, service (a name that is recorded); area, areas (of the page's area); choice, codes."""
    is_required: bool = False
    choices: tuple[str, ...] = ()
    """The values of a choice."""
    codes: str = ""
    """The part of the taxonomy whose codes can be chosen."""


WITHIN = Field("within", "choice", choices=("here", EVERYWHERE))
FORMS: Mapping[str, tuple[Field, ...]] = {
    "tie": (
        Field("start", "body", is_required=True),
        Field("type", "choice", choices=tuple(TYPES)),
        Field("end", "body", is_required=True),
        Field("kind"),
        WITHIN,
    ),
    "seat": (
        Field("body", "body", is_required=True),
        Field("council", "council", is_required=True),
        Field("role"),
        Field("since", "day"),
        WITHIN,
    ),
    "service": (
        Field("name", is_required=True),
        Field("by", "body", is_required=True),
        Field("area", "area", is_required=True),
        Field("status", "choice", choices=("running", *(one for one in STATUSES if one != "running"))),
        Field("days"),
        Field("fee"),
        Field("target"),
        Field("categories", "codes", codes="service_categories"),
        Field("covers", "areas"),
    ),
    "need": (
        Field("area", "area", is_required=True),
        Field("text", is_required=True),
        Field("count", "number"),
        Field("answered_by", "service"),
        Field("codes", "codes", codes="need_categories"),
    ),
    "organization": (
        Field("name", is_required=True),
        Field("kana"),
        Field("area", "area", is_required=True),
        Field("address"),
        Field("corporate_number"),
        Field("types", "codes", codes="actor_types"),
    ),
}
"""Kind of fact → what is asked of it."""
KNOWN_SHAPES = ("body", "council", "service")
"""Fields that name something recorded."""


def form_of(kind: str) -> tuple[Field, ...]:
    """The fields of a kind.

    Raises:
        QueryMisused: there is no such kind.
    """
    if kind not in FORMS:
        raise QueryMisused("unknown_form", kind=kind, known=", ".join(FORMS))
    return FORMS[kind]


def typed_of(kind: str, sent: Sent, area: str) -> Typed:
    """What a filled-in form states.

    Args:
        kind: one of `FORMS`.
        sent: the form; a field that is left empty says nothing.
        area: id of the area of the page, within which names are looked up.

    Raises:
        QueryMisused: a field that is needed is empty, or a number or day is none.
    """
    for field in form_of(kind):
        if field.is_required and not _text(sent, field.name):
            raise QueryMisused("form_field_missing", field=label_of(kind, field.name))
    return _MADE[kind](sent, area)


def saying_of(sent: Sent, today: date) -> Saying:
    """Who said it, when, in which words.

    Raises:
        QueryMisused: nobody is named, or the day is none.
    """
    said_by = _text(sent, "said_by")
    if said_by is None:
        raise QueryMisused("form_field_missing", field=Phrase("api", "typing.said_by"))
    on = day_given("on", _text(sent, "on")) or today
    return Saying(said_by=said_by, on=on, words=_text(sent, "words"), visibility=_text(sent, "visibility") or USUAL_VISIBILITY)


def label_of(kind: str, name: str) -> Phrase:
    """What a field is called, in the reader's language."""
    return Phrase("api", f"typing.{kind}.{name}")


def _text(sent: Sent, name: str) -> str | None:
    """What stands in a field; line breaks as everywhere but in forms."""
    return sent.fields.get(name, "").replace("\r\n", "\n").strip() or None


def _needed(sent: Sent, name: str) -> str:
    return _text(sent, name) or ""


def _chosen(sent: Sent, name: str) -> tuple[str, ...]:
    return tuple(one for one in sent.lists.get(name, ()) if one.strip())


def _number(sent: Sent, name: str, kind: str) -> int | None:
    text = _text(sent, name)
    if text is None:
        return None
    digits = unicodedata.normalize("NFKC", text)
    if not (digits.isascii() and digits.isdigit()) or int(digits[: len(str(MOST)) + 1]) > MOST:
        raise QueryMisused("form_no_number", field=label_of(kind, name), text=text, most=MOST)
    return int(digits)


def _within(sent: Sent, area: str) -> str | None:
    return None if sent.fields.get("within") == EVERYWHERE else area


def _tie(sent: Sent, area: str) -> Typed:
    ends = _needed(sent, "start"), _needed(sent, "end")
    type_ = _text(sent, "type") or next(iter(TYPES))
    return TypedTie(start=ends[0], end=ends[1], type=type_, kind=_text(sent, "kind"), area=_within(sent, area))


def _seat(sent: Sent, area: str) -> Typed:
    since = day_given("since", _text(sent, "since"))
    names = {"body": _needed(sent, "body"), "council": _needed(sent, "council")}
    return TypedSeat(**names, role=_text(sent, "role"), since=since, area=_within(sent, area))


def _service(sent: Sent, _area: str) -> Typed:
    return TypedService(
        name=_needed(sent, "name"),
        by=_needed(sent, "by"),
        area=_needed(sent, "area"),
        covers=_chosen(sent, "covers"),
        categories=_chosen(sent, "categories"),
        days=_text(sent, "days"),
        fee=_text(sent, "fee"),
        target=_text(sent, "target"),
        status=_text(sent, "status") or "running",
    )


def _need(sent: Sent, _area: str) -> Typed:
    return TypedNeed(
        area=_needed(sent, "area"),
        text=_needed(sent, "text"),
        codes=_chosen(sent, "codes"),
        count=_number(sent, "count", "need"),
        answered_by=_text(sent, "answered_by"),
    )


def _organization(sent: Sent, _area: str) -> Typed:
    return TypedOrganization(
        name=_needed(sent, "name"),
        area=_needed(sent, "area"),
        kana=_text(sent, "kana"),
        types=_chosen(sent, "types"),
        address=_text(sent, "address"),
        corporate_number=_text(sent, "corporate_number"),
    )


_MADE: Mapping[str, Callable[[Sent, str], Typed]] = {
    "tie": _tie,
    "seat": _seat,
    "service": _service,
    "need": _need,
    "organization": _organization,
}
