"""Programmes: kinds, amounts and fiscal years."""

import pytest

from graph.model.programmes import Programme
from loaders.case_studies.programmes import amount_in, fiscal_year_in
from tests.unit.loaders.case_studies.reading import nodes, read_sample


@pytest.mark.parametrize(("text", "yen"), [("1,838万円", 18_380_000), ("500円", 500), ("1.2億円", 120_000_000), ("なし", None)])
def test_amounts_are_in_yen(text: str, yen: int | None) -> None:
    """万 and 億 are multiplied out; no amount is None, never 0."""
    assert amount_in(text) == yen


@pytest.mark.parametrize(("text", "year"), [("H25年度", 2013), ("令和元年度", 2019), ("2024年度", 2024), ("昨年", None), ("25年度", None)])
def test_a_fiscal_year_is_the_year_in_which_it_begins(text: str, year: int | None) -> None:
    """Eras become years; a year without its era (25年度) stays unknown."""
    assert fiscal_year_in(text) == year


def test_a_budget_line_names_its_programme() -> None:
    """Amount and fiscal year stand on the programme that the line names."""
    found = nodes(read_sample("narrative.md"), "Programme")["支え合い活動補助金"]
    assert isinstance(found, Programme)
    assert (found.kind, found.amount_yen, found.fiscal_year) == ("subsidy", 2_500_000, 2016)
