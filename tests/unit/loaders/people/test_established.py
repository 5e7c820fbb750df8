"""Which names show an established body."""

import pytest

from loaders.people.established import has_a_corporate_number, is_established


@pytest.mark.parametrize(
    ("name", "established"),
    [
        ("NPO法人みのり", True),
        ("（株）みのり", True),
        ("ＮＰＯ法人みのり", True),
        ("紅沢町社会福祉協議会", True),
        ("みのり苑", True),
        ("紅沢町", True),
        ("ゆいの会", False),
        ("あおぞら", False),
        ("石平お助け隊", False),
        ("山田花子", False),
        ("苑", False),
        ("", False),
    ],
)
def test_legal_forms_and_kinds_of_facility(name: str, established: bool) -> None:
    """In full and half width; a group of neighbours is none."""
    assert is_established(name) is established


def test_corporate_numbers() -> None:
    """The check digit decides; an empty cell has none."""
    assert has_a_corporate_number("３０００００００００００６")
    assert not has_a_corporate_number("6000000000006")
    assert not has_a_corporate_number("")
