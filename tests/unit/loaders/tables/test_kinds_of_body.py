"""What kind of actor a name shows by its form."""

import pytest

from graph.taxonomy import taxonomy
from loaders.tables.kinds_of_body import KINDS, kinds_of


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("社会福祉法人 伊賀市社会福祉協議会", ("SHAFUKU", "SHAKYO")),
        ("上野地区社会福祉協議会", ("CHIKUSHAKYO",)),
        ("㈱みどり", ("COMPANY",)),
        ("NPO法人みどりの会", ("NPO",)),
        ("JAいがふるさと", ("COOP",)),
        ("JAPAN", ()),
        ("中瀬自治会", ("JICHIKAI",)),
        ("みどりサロン", ()),
        ("", ()),
    ],
)
def test_the_form_of_a_name_shows_its_kinds(name: str, kinds: tuple[str, ...]) -> None:
    """Several forms are several kinds; none is guessed."""
    assert kinds_of(name) == kinds


def test_every_code_is_of_the_taxonomy() -> None:
    """No form leads to a kind that nobody knows."""
    assert {code for _, code in KINDS} <= set(taxonomy().actor_types)
