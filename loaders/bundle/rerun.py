"""Computing a bundle's comparison again, from its nodes and edges alone, and saying what differs."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, TypeAdapter

from graph import comparing
from graph.comparing import FEWEST, MOST, MOST_DRAWS
from graph.metrics.comparison.conditional import GIVEN
from loaders.bundle.contents import versions
from loaders.bundle.format import COMPARISON, PARAMETERS, VERSIONS
from loaders.bundle.opening import OpenBundle, opened, refused
from loaders.bundle.reading import regions_in, stated_in
from loaders.bundle.resting import without_record

NEAR = 1e-9
"""Two numbers that differ by less, in proportion, are the same: another processor may round the last digit otherwise."""
HIGHEST_SEED = 2**63 - 1
BESIDE = frozenset({"versions"})
"""What is told apart: other versions are a reason why numbers differ, and no number."""


@dataclass(frozen=True)
class Parameters:
    """With what a comparison was computed."""

    seed: Annotated[int, Field(ge=0, le=HIGHEST_SEED)]
    draws: Annotated[int, Field(ge=1, le=MOST_DRAWS)]
    given: str = GIVEN[0]


@dataclass(frozen=True)
class Difference:
    """Something that is otherwise than the bundle says."""

    place: str
    """Region and figure, as `regions.三重県伊賀市.figures.ties`."""
    stated: Any
    """What the bundle says; None where it says nothing."""
    computed: Any
    """What its nodes and edges give."""


@dataclass(frozen=True)
class Rerun:
    """What came of it."""

    regions: tuple[str, ...]
    numbers: int
    """How many were compared."""
    differences: tuple[Difference, ...]
    unfounded: tuple[Difference, ...]
    """Bodies and ties of the networks that the recorded facts beside them do not bear."""
    versions: Mapping[str, tuple[str | None, str]]
    """Program → its version then and now, where they differ."""

    @property
    def is_same(self) -> bool:
        """Whether everything is as the bundle says."""
        return not self.differences and not self.unfounded


PARAMETERS_SHAPE = TypeAdapter(Parameters)
VERSIONS_SHAPE = TypeAdapter(dict[str, str])
ANY = TypeAdapter(dict[str, Any])


def rerun(path: Path) -> Rerun:
    """Compute a bundle's comparison again; no database is asked.

    Raises:
        LoadStopped: the file is no bundle, is damaged, was changed without its manifest, or holds no comparison.
    """
    bundle = opened(path)
    regions = regions_in(bundle)
    if not FEWEST <= len(regions) <= MOST:
        raise refused("bundle_compares_nothing", path, given=len(regions), fewest=FEWEST, most=MOST)
    stated = stated_in(bundle, COMPARISON, ANY)
    asked = _parameters(bundle)
    computed = comparing.compared(regions, seed=asked.seed, draws=asked.draws, given=asked.given)
    then, now = stated_in(bundle, VERSIONS, VERSIONS_SHAPE), versions()
    pairs = [(place, was, is_) for place, was, is_ in _paired(stated, computed, "") if place.split(".")[0] not in BESIDE]
    return Rerun(
        regions=tuple(region.full_name for region in regions),
        numbers=sum(isinstance(one, int | float) and not isinstance(one, bool) for _, _, one in pairs),
        differences=tuple(Difference(*one) for one in pairs if not _same(one[1], one[2])),
        unfounded=tuple(Difference(place, said, None) for place, said in without_record(bundle)),
        versions={name: (then.get(name), version) for name, version in now.items() if then.get(name) != version},
    )


def _parameters(bundle: OpenBundle) -> Parameters:
    asked = stated_in(bundle, PARAMETERS, PARAMETERS_SHAPE)
    if asked.given not in GIVEN:
        raise bundle.wrong(f"{PARAMETERS}:given", asked.given)
    return asked


def _paired(stated: Any, computed: Any, place: str) -> Iterator[tuple[str, Any, Any]]:
    """Every value of two documents side by side, with its place; a region is called by its name."""
    if isinstance(stated, Mapping) and isinstance(computed, Mapping):
        for name in sorted(stated.keys() | computed.keys()):
            yield from _paired(stated.get(name), computed.get(name), f"{place}.{name}" if place else str(name))
    elif isinstance(stated, list) and isinstance(computed, list | tuple):
        for number in range(max(len(stated), len(computed))):
            one, other = (of[number] if number < len(of) else None for of in (stated, computed))
            yield from _paired(one, other, f"{place}.{_called(other, _called(one, number))}")
    else:
        yield place, stated, computed


def _called(one: Any, otherwise: object) -> object:
    return one["area"] if isinstance(one, Mapping) and "area" in one else otherwise


def _same(stated: Any, computed: Any) -> bool:
    numbers = [isinstance(one, int | float) and not isinstance(one, bool) for one in (stated, computed)]
    return math.isclose(stated, computed, rel_tol=NEAR, abs_tol=NEAR) if all(numbers) else bool(stated == computed)
