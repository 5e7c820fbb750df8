"""What the guideline says of councils, read from `guideline.yaml` beside this file: seats, layers, functions."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@dataclass(frozen=True, kw_only=True)
class Said:
    """One thing that the guideline says: of a seat, a layer or a function."""

    code: str
    ja: str
    en: str
    kind: str
    """seat, layer or function."""
    text: str
    """In our words."""
    place: str
    """The heading in the guideline under which it stands."""
    group: str = ""
    actor_types: tuple[str, ...] = ()
    """Codes of the taxonomy: a body of any of them fills the seat."""
    layer: int | None = None
    function: str | None = None


@dataclass(frozen=True)
class GuidelineData:
    """What is said, by code in the order of the file, and where it comes from."""

    origin: str
    """Title, number and issuer, as one would cite it."""
    day: Any
    """The day of the guideline."""
    said: Mapping[str, Said]


@cache
def guideline() -> GuidelineData:
    """The bundled data."""
    content: dict[str, Any] = yaml.safe_load((files("graph.taxonomy") / "guideline.yaml").read_text(encoding="utf-8"))
    origin = content["origin"]
    rows = [(kind, row) for kind in ("seat", "layer", "function") for row in content[f"{kind}s"]]
    said = [Said(kind=kind, **{**row, "actor_types": tuple(row.get("actor_types", ()))}) for kind, row in rows]
    return GuidelineData(
        origin=f"{origin['title']}（{origin['number']}　{origin['issuer']}）",
        day=origin["day"],
        said={one.code: one for one in said},
    )
