"""The codes of the field, read from `taxonomy.yaml` beside this file."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from graph.taxonomy.guideline import Said, guideline


@dataclass(frozen=True)
class Entry:
    """One code: Japanese and English wording, the forms in which texts name it, and what answers it (needs only)."""

    code: str
    ja: str
    en: str
    group: str = ""
    synonyms: tuple[str, ...] = ()
    answered_by: tuple[str, ...] = ()

    def worded(self, language: str) -> str:
        """Its wording in a language: English where that is asked for, else Japanese."""
        return self.en if language == "en" else self.ja


@dataclass(frozen=True)
class Taxonomy:
    """All codes, each kind by code in the order of the file."""

    version: str
    service_categories: Mapping[str, Entry]
    need_categories: Mapping[str, Entry]
    actor_types: Mapping[str, Entry]
    schemes: Mapping[str, Entry]

    @property
    def means(self) -> frozenset[str]:
        """Service categories of group G: means, not services for residents."""
        return frozenset(code for code, entry in self.service_categories.items() if entry.group.startswith("G "))

    @property
    def guideline(self) -> Mapping[str, Said]:
        """What the guideline says of seats, layers and functions."""
        return guideline().said


CONTEXT_NEED = "N_CONTEXT"
"""Background pressure (人口減・高齢化), not a need."""


@cache
def taxonomy() -> Taxonomy:
    """The bundled taxonomy."""
    content: dict[str, Any] = yaml.safe_load((files("graph.taxonomy") / "taxonomy.yaml").read_text(encoding="utf-8"))

    def entries(kind: str) -> dict[str, Entry]:
        return {
            row["code"]: Entry(
                code=row["code"],
                ja=row["ja"],
                en=row["en"],
                group=row.get("group", ""),
                synonyms=tuple(str(text) for text in row.get("synonyms", ())),
                answered_by=tuple(row.get("answered_by", ())),
            )
            for row in content[kind]
        }

    return Taxonomy(
        version=str(content["version"]),
        service_categories=entries("service_categories"),
        need_categories=entries("need_categories"),
        actor_types=entries("actor_types"),
        schemes=entries("schemes"),
    )
