"""Municipalities, wards and prefectures with their codes, and how a name becomes an area."""

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files

from graph.identity import area_key, normalised
from graph.model.areas import Area

CHECK_WEIGHTS = (6, 5, 4, 3, 2)
CODE_LENGTH = 6


def code_is_valid(code: str) -> bool:
    """Whether a 6-digit 全国地方公共団体コード carries the right check digit.

    Source: 総務省「全国地方公共団体コード仕様」: weights 6,5,4,3,2 on the first five digits; s < 11: 11 - s,
    else 11 - s mod 11; the last digit of that.
    """
    if len(code) != CODE_LENGTH or not code.isascii() or not code.isdigit():
        return False
    total = sum(weight * int(digit) for weight, digit in zip(CHECK_WEIGHTS, code, strict=False))
    check = 11 - total if total < 11 else 11 - total % 11  # noqa: PLR2004 - the modulus of the specification
    return code[-1] == str(check)[-1]


@dataclass(frozen=True)
class CodedArea:
    """One row of the code table, with the code of the area it lies in."""

    area: Area
    parent_code: str | None
    full_name: str
    """Prefecture, municipality and ward in one: 静岡県浜松市中央区."""


@dataclass(frozen=True)
class AreaIndex:
    """The code table, searchable by code and by name."""

    by_code: Mapping[str, CodedArea]
    by_name: Mapping[str, tuple[CodedArea, ...]] = field(repr=False)
    """Normalised name, municipality + ward, and full name → the areas that are called so."""

    def find(self, name: str) -> tuple[CodedArea, ...]:
        """Every area of that name, code or full name; several where a name leaves it open."""
        text = normalised(name)
        if text in self.by_code:
            return (self.by_code[text],)
        found = self.by_name.get(text, ())
        current = tuple(one for one in found if one.area.until is None)
        return current or found

    def prefecture_of(self, area: CodedArea) -> CodedArea:
        """The prefecture an area lies in; itself for a prefecture."""
        while area.parent_code:
            area = self.by_code[area.parent_code]
        return area

    def municipality_in_text(self, text: str) -> CodedArea | None:
        """The area whose full name (prefecture + municipality, then ward) begins the text; the longest wins."""
        plain = normalised(text)
        found: CodedArea | None = None
        for prefecture in self.prefectures():
            if not plain.startswith(prefecture.full_name):
                continue
            for length in range(len(prefecture.full_name) + 1, min(len(plain), 24) + 1):
                for one in self.by_name.get(plain[:length], ()):
                    found = one
        return found

    def prefectures(self) -> Iterable[CodedArea]:
        """The 47 prefectures."""
        return (one for one in self.by_code.values() if one.area.level == "prefecture")


@cache
def area_index() -> AreaIndex:
    """The bundled code table (code4fukui/localgovjp, CC0)."""
    rows = list(csv.DictReader((files("graph.areas") / "codes.csv").read_text(encoding="utf-8").splitlines()))
    prefecture_codes = {row["prefecture"]: row["code"] for row in rows if row["level"] == "prefecture"}
    city_codes = {(row["prefecture"], row["municipality"]): row["code"] for row in rows if row["level"] == "municipality"}
    by_code: dict[str, CodedArea] = {}
    by_name: dict[str, list[CodedArea]] = defaultdict(list)
    for row in rows:
        parent = {
            "prefecture": None,
            "municipality": prefecture_codes[row["prefecture"]],
            "ward": city_codes.get((row["prefecture"], row["municipality"])),
        }[row["level"]]
        coded = CodedArea(
            area=Area(
                key=area_key(row["code"]),
                name=row["ward"] or row["municipality"] or row["prefecture"],
                level=row["level"],
                code=row["code"],
                kana=row["kana"] or None,
                latitude=float(row["lat"]) if row["lat"] else None,
                longitude=float(row["lon"]) if row["lon"] else None,
                until=date.fromisoformat(row["until"]) if row["until"] else None,
            ),
            parent_code=parent,
            full_name=normalised(row["prefecture"] + row["municipality"] + row["ward"]),
        )
        by_code[row["code"]] = coded
        names = {coded.full_name, normalised(coded.area.name), normalised(row["municipality"] + row["ward"])} - {""}
        for name in sorted(names):
            by_name[name].append(coded)
    return AreaIndex(by_code=by_code, by_name={name: tuple(found) for name, found in by_name.items()})
