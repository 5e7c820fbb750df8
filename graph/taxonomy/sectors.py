"""Sectors of bodies, read from `sectors.yaml` beside this file: few enough for colours, and for ties within and between."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@dataclass(frozen=True)
class Sector:
    """One sector."""

    code: str
    ja: str
    en: str
    actor_types: tuple[str, ...]
    """Codes of the taxonomy, the most telling first."""
    reason: str
    """Why these kinds stand together."""
    is_remainder: bool = False
    """What fits nowhere else: no group."""

    def worded(self, language: str) -> str:
        """Its wording in a language: English where that is asked for, else Japanese."""
        return self.en if language == "en" else self.ja


@dataclass(frozen=True)
class Sectors:
    """All sectors, in their order."""

    version: str
    reason: str
    by_code: Mapping[str, Sector]

    @property
    def remainder(self) -> str:
        """Code of the sector that is no group."""
        return next(code for code, sector in self.by_code.items() if sector.is_remainder)


@cache
def sectors() -> Sectors:
    """The bundled sectors."""
    content: dict[str, Any] = yaml.safe_load((files("graph.taxonomy") / "sectors.yaml").read_text(encoding="utf-8"))
    found = [
        Sector(row["code"], row["ja"], row["en"], tuple(row["actor_types"]), row["reason"], row.get("remainder", False))
        for row in content["sectors"]
    ]
    return Sectors(str(content["version"]), content["reason"].strip(), {one.code: one for one in found})


@cache
def _sector_of() -> Mapping[str, str]:
    """Code of an actor type → its sector, the most telling type first."""
    return {code: sector.code for sector in sectors().by_code.values() for code in sector.actor_types}


def sector_of(actor_types: Collection[str]) -> str:
    """The sector of a set of actor types; the most telling code decides (社協 before 社会福祉法人)."""
    for code, sector in _sector_of().items():
        if code in actor_types:
            return sector
    return sectors().remainder
