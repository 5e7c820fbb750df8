"""Which kinds of service are recorded for a region, and how many for 10,000 people of 65 and over."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

PEOPLE = 10_000
COUNTED, FROM_SHARE, INSURED = "counted", "from_share", "insured"
HUNDRED = 100.0


@dataclass(frozen=True)
class OlderPeople:
    """How many people of 65 and over live in a region."""

    number: float
    as_of: date
    basis: str
    """counted; from_share, of the population of the same day; or insured: 第1号被保険者, who are nearly the same people."""


@dataclass(frozen=True)
class Covered:
    """Kinds of service recorded for one region."""

    categories: tuple[str, ...]
    """Codes, sorted; without means."""
    of: int
    """How many kinds there are."""
    people: OlderPeople | None
    """None where no source states how many there are."""

    @property
    def per_10_000(self) -> float | None:
        """Categories for 10,000 people of 65 and over; None where their number is not known: it is never guessed."""
        return len(self.categories) * PEOPLE / self.people.number if self.people and self.people.number else None


def covered_categories(
    services: Iterable[Mapping[str, Any]],
    observations: Iterable[Mapping[str, Any]],
    *,
    on: date,
    categories: Collection[str],
    means: Collection[str],
) -> Covered:
    """The kinds of service with at least one that runs.

    Args:
        services: each with `status`, `categories`, `valid_from` and `valid_to`.
        observations: each with `indicator`, `value` and `as_of`, of the region itself.
        on: only services that run on this day count; what is not stated to have ended has not.
        categories: every code of the taxonomy.
        means: codes that are means and not services.
    """
    found = {code for one in services if _runs(one, on) for code in one["categories"]}
    kinds = set(categories) - set(means)
    return Covered(categories=tuple(sorted(found & kinds)), of=len(kinds), people=older_people(observations))


def older_people(observations: Iterable[Mapping[str, Any]]) -> OlderPeople | None:
    """People of 65 and over on the newest day for which they are stated: counted before computed before insured.

    Where two sources state other numbers for one day and basis, neither is taken.
    """
    by: dict[tuple[str, date], set[float]] = {}
    for one in observations:
        if one["value"] is not None and one["as_of"] is not None:
            by.setdefault((one["indicator"], one["as_of"]), set()).add(float(one["value"]))
    one_each = {key: values.copy().pop() for key, values in by.items() if len(values) == 1}
    stated = [
        *((COUNTED, day, value) for (name, day), value in one_each.items() if name == "persons_65_plus"),
        *(
            (FROM_SHARE, day, share / HUNDRED * one_each["population", day])
            for (name, day), share in one_each.items()
            if name == "share_65_plus" and ("population", day) in one_each
        ),
        *((INSURED, day, value) for (name, day), value in one_each.items() if name == "insured_65_plus"),
    ]
    for basis in (COUNTED, FROM_SHARE, INSURED):
        found = [(day, value) for kind, day, value in stated if kind == basis]
        if found:
            day, value = max(found)
            return OlderPeople(number=value, as_of=day, basis=basis)
    return None


def _runs(service: Mapping[str, Any], on: date) -> bool:
    begins, ends = service["valid_from"], service["valid_to"]
    return service["status"] == "running" and (begins is None or begins <= on) and (ends is None or ends >= on)
