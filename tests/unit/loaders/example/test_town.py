"""The invented town of the example: all of it is taken, none of it is anybody real."""

from collections import Counter

import pytest

from graph.areas import area_index
from graph.errors import AreaNotResolved
from loaders.contract import Transformed
from loaders.example.bundle import example_files
from loaders.example.town import TOWN, town_workbook
from loaders.workbook import LOADER


def transformed(name: str) -> Transformed:
    candidate = town_workbook(name)
    found = LOADER.transform(LOADER.read(candidate), candidate)
    assert isinstance(found, Transformed)
    return found


def test_the_example_has_all_of_it() -> None:
    """Each of its workbooks is loaded, the oldest first."""
    assert [one.candidate.name for one in example_files()][: len(TOWN)] == [f"つなぐ市_{name}.zip" for name in TOWN]


@pytest.mark.parametrize("name", TOWN)
def test_every_row_of_it_is_taken(name: str) -> None:
    """Nothing is refused, set aside or warned of."""
    found = transformed(name)

    assert not list(found.problems)
    assert found.rows_in == len(found.taken) > 0


def test_it_is_no_town_of_japan() -> None:
    """No municipality has its name, and nothing of it lies in one."""
    with pytest.raises(AreaNotResolved):
        area_index().resolve("つなぐ市")
    coded = {one.area.id for one in area_index().by_code.values()}

    for name in TOWN:
        assert not coded & {scope.area_id for scope in transformed(name).dataset.scopes}
        assert not coded & {str(getattr(fact.what, "placed_in", None)) for fact in transformed(name).facts}


def test_it_has_what_the_questions_are_about() -> None:
    """About sixty bodies, councils of both layers and one that is planned, posts, money that ends, needs, and what says no."""
    facts = [fact.what for name in TOWN for fact in transformed(name).facts]
    labels = Counter(type(what).__name__ for what in {(getattr(what, "id", "")): what for what in facts}.values())

    assert 55 <= labels["Organization"] <= 70
    assert labels["Council"] == 5
    assert labels["Need"] >= 10
    assert labels["Post"] == 2
    assert labels["Programme"] == 3
    assert labels["Commissions"] == 2
    assert {getattr(what, "state", None) for what in facts if type(what).__name__ == "CollaboratesWith"} == {"recorded", "absent"}


def test_packing_it_twice_is_the_same_bytes() -> None:
    """Loading the example again changes nothing: its files are the same files."""
    for name in TOWN:
        assert town_workbook(name).content == town_workbook(name).content


def test_the_register_is_complete_for_what_it_registers_only() -> None:
    """It can say that no other salon is registered, and nothing of shopping."""
    scopes = {scope.kind: (scope.coverage, scope.categories) for scope in transformed("register").dataset.scopes}

    assert scopes["services"] == ("exhaustive", ("IBASHO", "KAYOI", "SALON"))
    assert scopes["bodies"][0] == "examples"
