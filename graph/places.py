"""Places: where in a source something stands, in a form that each language words in its own way.

A place names units from the outside in: `page 3, line 12`; `table 2, row 3`; `sheet 組織, row 3, column 電話`. It is kept
as it is, in the graph and in reports, and worded where it is shown. What somebody said stands
nowhere: its place is who said it in which role, and when (`said by 社協職員, 2026-11-20`).
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from graph.roles import ROLES

UNITS = ("page", "line", "paragraph", "table", "row", "footnote", "endnote", "text_box")
"""Units that are counted."""
NAMED_UNITS = ("sheet", "column")
"""Units that have a name."""
BETWEEN = ", "

_SAID = re.compile(r"said by (?P<role>.+), (?P<day>\d{4}-\d{2}-\d{2})")


class Place(str):
    """A place; units that nobody knows (another source's own words) are shown as they are."""

    __slots__ = ()

    @classmethod
    def of(cls, **units: int | str) -> "Place":
        """The place with these units, from the outside in: `of(page=3, line=12)`, `of(sheet="組織", row=3)`.

        Raises:
            ValueError: an unknown unit, which no catalogue could word.
        """
        if unknown := units.keys() - {*UNITS, *NAMED_UNITS}:
            raise ValueError(f"no unit of a place: {', '.join(sorted(unknown))}")
        return cls(BETWEEN.join(f"{unit} {str(value).replace(BETWEEN, '、')}" for unit, value in units.items()))

    @classmethod
    def said(cls, role: str, on: date) -> "Place":
        """The place of what somebody said in a role on a day."""
        return cls(f"said by {role}, {on.isoformat()}")

    def worded(self, words: Callable[..., str]) -> str:
        """The place in the reader's language: 3ページ 12行目; シート「組織」 3行目 「電話」の欄."""
        if said := _SAID.fullmatch(self):
            return words("place.said", role=role_worded(said["role"], words), day=said["day"])
        parts = [part.partition(" ") for part in self.split(BETWEEN)]
        if not any(_is_known(unit, value) for unit, _, value in parts):
            return str(self)
        between = words("place.between")
        return between.join(
            words(f"place.{unit}", number=value, name=value) if _is_known(unit, value) else f"{unit}{space}{value}"
            for unit, space, value in parts
        )


def _is_known(unit: str, value: str) -> bool:
    return (unit in UNITS and value.isdigit()) or (unit in NAMED_UNITS and bool(value))


def role_worded(role: str, words: Callable[..., str]) -> str:
    """A role in the reader's language, where it is one of the program's own; else as it was given."""
    return words(f"role.{role}") if role in ROLES else role


def place_of(evidence: Mapping[str, Any], words: Callable[..., str]) -> str | None:
    """Where evidence stands, in the reader's language; None where nothing says so."""
    if evidence.get("place"):
        return Place(evidence["place"]).worded(words)
    if evidence.get("line"):
        return Place.of(line=evidence["line"]).worded(words)
    if evidence.get("row"):
        return words("place_in_table", row=evidence["row"], column=evidence.get("column") or "—")
    return None
