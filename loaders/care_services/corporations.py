"""The corporation behind an office: its number, its name, and whether the name is one of a body at all."""

import re
from dataclasses import dataclass
from functools import lru_cache

from graph.areas import CodedArea, area_index
from graph.identity import normalised, organization_key
from loaders.contract import Problem
from loaders.japanese.corporate_numbers import as_corporate_number
from loaders.people.persons import persons_in
from loaders.tables.kinds_of_body import kinds_of
from loaders.tables.row import Row

MUNICIPALITIES = ("市", "町", "村", "区")
REMEMBERED = 8_192
"""Corporations that are not looked at again: their offices stand near each other in a register."""

FORM_OF_A_BODY = re.compile(
    r"法人|会社|組合|協会|協議会|連合|連盟|委員会|公社|事業団|財団|機構|クラブ|サークル|グループ|ネットワーク|会$|院$|所$|局$|団$|園$|館$|課$|係$|室$"
    r"|センター|ステーション|ホーム|クリニック|\((?:株|有|同)\)"
)
"""What ends or stands in the name of a body and in no name of a person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Corporation:
    """Who runs an office."""

    key: str
    name: str
    number: str | None
    actor_types: tuple[str, ...]


def corporation_of(row: Row, area: CodedArea) -> tuple[Corporation | None, list[Problem]]:
    """The corporation that a row names, and warnings about its number or name; None where it names none.

    Without a number only a name that shows its form is taken: the owner of a surgery or pharmacy can be a person.
    """
    name, written = row.text("corporation"), row.text("corporate_number")
    if name is None and written is None:
        return None, []
    number = _checked(written) if written else None
    warnings = []
    if written and not number:
        warnings.append(_warning(row, "wrong_corporate_number", "corporate_number", value=written))
    if name is None:
        if number:
            warnings.append(_warning(row, "corporation_without_name", "corporation", number=number))
        return None, warnings
    placed = number is None or name.endswith(MUNICIPALITIES)
    corporation = _named(name, number, area_index().municipality_of(area) if placed else None)
    if corporation is None:
        warnings.append(_warning(row, "corporation_without_form", "corporation"))
    return corporation, warnings


@lru_cache(maxsize=REMEMBERED)
def _checked(written: str) -> str | None:
    try:
        return as_corporate_number(written)
    except ValueError:
        return None


@lru_cache(maxsize=REMEMBERED)
def _named(name: str, number: str | None, municipality: CodedArea | None) -> Corporation | None:
    """The corporation of a name; of a municipality, where that decides who is meant or what kind of body it is."""
    plain = normalised(name)
    is_itself = municipality is not None and plain in {municipality.full_name, normalised(municipality.area.name)}
    kinds = ("MUNI",) if is_itself else kinds_of(name)
    if number is None and not shows_a_body(name, kinds):
        return None
    key = organization_key(municipality.area.id if municipality else "", name, corporate_number=number)
    return Corporation(key=key, name=name, number=number, actor_types=kinds)


def shows_a_body(name: str, kinds: tuple[str, ...]) -> bool:
    """Whether a name has the form of a body and names no person beside it: 田中薬局, not はるか nor みほん協会 会長 田中太郎."""
    return bool(kinds or FORM_OF_A_BODY.search(normalised(name))) and not persons_in(name)


def _warning(row: Row, code: str, column: str, **values: object) -> Problem:
    return Problem(code=code, place=row.place_of(column), kind="warning", values=values)
