"""Whether two regions were drawn by one rule."""

from dataclasses import replace
from datetime import date

import pytest

from graph.metrics.comparison.boundary import Boundary, reasons_apart

ONE = Boundary(
    level="municipality",
    oldest=date(2020, 4, 1),
    newest=date(2025, 4, 1),
    coverage=frozenset(("examples",)),
    kinds=frozenset(("SUPPORTS", "COLLABORATES_WITH")),
)


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, ()),
        ({"newest": date(2022, 4, 1), "oldest": None}, ()),
        ({"newest": date(2021, 4, 1)}, ("other_period",)),
        ({"newest": None}, ("no_period",)),
        ({"level": "junior_high_district"}, ("other_levels",)),
        ({"coverage": frozenset(("examples", "exhaustive"))}, ("other_scopes",)),
        ({"kinds": frozenset(("SUPPORTS",))}, ()),
        ({"kinds": frozenset(("FUNDS",))}, ("other_kinds_of_tie",)),
        ({"kinds": frozenset[str]()}, ()),
        ({"level": "ward", "newest": date(2013, 4, 1)}, ("other_levels", "other_period")),
    ],
)
def test_every_difference_is_told(changed: dict[str, object], expected: tuple[str, ...]) -> None:
    """Each on its own and together, whichever region comes first."""
    other = replace(ONE, **changed)  # type: ignore[arg-type]

    assert reasons_apart(ONE, other) == reasons_apart(other, ONE) == expected


def test_two_registers_with_examples_beside_are_alike() -> None:
    """What counts is whether a register is among the sources."""
    one, other = (replace(ONE, coverage=frozenset(of)) for of in (("exhaustive",), ("exhaustive", "examples")))

    assert reasons_apart(one, other) == ()
