"""What a file is told before anything is written: advice on the form of its tables, where the form is its keeper's own."""

from pathlib import Path

from loaders.prepared import Choices
from loaders.preparing import prepare

SAMPLES = Path(__file__).parents[2] / "sample_data"


def advice(path: Path) -> list[str]:
    prepared = prepare(path, Choices(dry_run=True, keeps_tables=True))
    return [one.code for one in prepared.problems if one.code.startswith("finding.")]


def test_a_register_is_given_advice_beside_its_problems() -> None:
    """As warnings, so that no row is refused for it, once for each kind and column."""
    prepared = prepare(SAMPLES / "transport_register" / "register.csv")
    found = [one for one in prepared.problems if one.code.startswith("finding.")]

    assert [one.code for one in found] == ["finding.line_breaks", "finding.era_dates", "finding.era_dates"]
    assert {one.kind for one in found} == {"warning"}


def test_a_form_that_a_program_gives_gets_none() -> None:
    """Our own template has lists in cells and a hidden sheet because we made it so; a text has no table."""
    assert advice(SAMPLES / "workbook" / "名張の記入.xlsx") == []
    assert advice(SAMPLES / "kumu" / "map.xlsx") == []
    assert prepare(SAMPLES / "case_studies" / "narrative.md").tables == ()


def test_tables_are_kept_only_where_they_are_wanted() -> None:
    """A national register would be held in memory while it is written."""
    sample = Path(__file__).parents[2] / "sample_data" / "care_providers" / "offices.csv"
    assert prepare(sample).tables == ()
    assert len(prepare(sample, Choices(keeps_tables=True)).tables) == 1
