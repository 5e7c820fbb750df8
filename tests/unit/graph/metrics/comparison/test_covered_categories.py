"""Kinds of service that are recorded, and for how many people."""

from datetime import date
from typing import Any

import pytest

from graph.metrics.comparison.covered_categories import covered_categories, older_people

ON = date(2026, 4, 1)
CATEGORIES = ("SHOPBUS", "WATCH", "SALON", "FUND")


def service(*codes: str, status: str = "running", begins: date | None = None, ends: date | None = None) -> dict[str, Any]:
    return {"status": status, "categories": list(codes), "valid_from": begins, "valid_to": ends}


def observation(indicator: str, value: float | None, year: int = 2025) -> dict[str, Any]:
    return {"indicator": indicator, "value": value, "as_of": date(year, 10, 1)}


def test_each_kind_counts_once_and_only_while_it_runs() -> None:
    """Planned, ended and not begun ones do not count, nor do means."""
    services = [
        service("SHOPBUS"),
        service("SHOPBUS", "FUND"),
        service("WATCH", status="planned"),
        service("SALON", ends=date(2026, 3, 31)),
        service("WATCH", begins=date(2026, 4, 2)),
    ]

    found = covered_categories(services, [observation("persons_65_plus", 5_000)], on=ON, categories=CATEGORIES, means=("FUND",))

    assert found.categories == ("SHOPBUS",)
    assert found.of == 3
    assert found.per_10_000 == pytest.approx(2.0)


def test_an_unknown_population_is_not_guessed() -> None:
    """None, and never a number; a share without the population of the same day does not give one."""
    for observed in (
        [],
        [observation("share_65_plus", 30.0)],
        [observation("share_65_plus", 30.0), observation("population", 9_000, 2020)],
    ):
        found = covered_categories([service("SALON")], observed, on=ON, categories=CATEGORIES, means=())
        assert (found.people, found.per_10_000) == (None, None)


def test_counted_before_computed_before_insured() -> None:
    """The newest of the best kind; two sources that differ about one day give none."""
    insured, share = [observation("insured_65_plus", 3_100, 2026)], [observation("share_65_plus", 30.0), observation("population", 10_000)]
    counted = [observation("persons_65_plus", 2_900, 2020), observation("persons_65_plus", 2_950, 2021)]

    found = [older_people(one) for one in (insured, insured + share, insured + share + counted)]

    assert [(one.basis, one.number, one.as_of.year) for one in found if one] == [
        ("insured", 3_100, 2026),
        ("from_share", 3_000, 2025),
        ("counted", 2_950, 2021),
    ]
    assert older_people([*counted[1:], observation("persons_65_plus", 9, 2021)]) is None
