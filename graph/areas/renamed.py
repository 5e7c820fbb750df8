"""Municipalities that are called otherwise today: renamed, raised to a 市, or merged into exactly one other."""

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files


@dataclass(frozen=True)
class Renaming:
    """One row of the table of old names."""

    old_name: str
    prefecture: str
    code: str
    """The present municipality's."""
    changed_on: date
    """The first day of the present name."""
    reason: str
    """名称変更, 市制施行, 新設合併 or 編入."""


@cache
def renamings() -> tuple[Renaming, ...]:
    """The bundled table; it names only what it is sure of, and an old name that is not in it stays unknown."""
    text = (files("graph.areas") / "renamed.csv").read_text(encoding="utf-8")
    return tuple(
        Renaming(row["old_name"], row["prefecture"], row["code"], date.fromisoformat(row["changed_on"]), row["reason"])
        for row in csv.DictReader(text.splitlines())
    )
