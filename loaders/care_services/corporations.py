"""The corporation behind an office: its number, its name, and whether the name is one of a body at all."""

import re
from dataclasses import dataclass

from graph.areas import CodedArea, area_index
from graph.identity import normalised, organization_key
from loaders.contract import Problem
from loaders.japanese.corporate_numbers import as_corporate_number
from loaders.tables.kinds_of_body import kinds_of
from loaders.tables.row import Row

_FORM = re.compile(
    r"法人|会社|組合|協会|連合|公社|事業団|財団|機構|会$|院$|所$|局$|団$|園$|センター|ステーション|ホーム|クリニック|\((?:株|有|同)\)"
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
    number, warnings = None, []
    if written is not None:
        try:
            number = as_corporate_number(written)
        except ValueError:
            warnings.append(_warning(row, "wrong_corporate_number", "corporate_number", value=written))
    if name is None:
        if number:
            warnings.append(_warning(row, "corporation_without_name", "corporation", number=number))
        return None, warnings
    municipality = area_index().municipality_of(area)
    kinds = ("MUNI",) if normalised(name) in {municipality.full_name, normalised(municipality.area.name)} else kinds_of(name)
    if number is None and not kinds and not _FORM.search(normalised(name)):
        warnings.append(_warning(row, "corporation_without_form", "corporation"))
        return None, warnings
    key = organization_key(municipality.area.id, name, corporate_number=number)
    return Corporation(key=key, name=name, number=number, actor_types=kinds), warnings


def _warning(row: Row, code: str, column: str, **values: object) -> Problem:
    return Problem(code=code, place=row.place_of(column), kind="warning", values=values)
