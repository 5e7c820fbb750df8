"""What a workbook says of itself on its first sheet."""

import pytest

from loaders.workbook.wording import words
from tests.unit.loaders.workbook.conftest import Fill, problems, taken

ROWS = {"services": [{"name": "おしゃべりサロン", "categories": "サロン"}]}
AREA = "三重県名張市"


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, ("examples", ())),
        ({"complete": "はい"}, ("exhaustive", ())),
        ({"complete": "はい", "complete_for": "サロン; KAYOI"}, ("exhaustive", ("KAYOI", "SALON"))),
        ({"complete_for": "サロン"}, ("examples", ())),
        ({"complete": "いいえ", "complete_for": "サロン"}, ("examples", ())),
    ],
)
def test_what_it_is_complete_for(fill: Fill, answers: dict[str, str], expected: tuple[str, tuple[str, ...]]) -> None:
    """For everything, or for some categories of service; a category alone does not make it complete."""
    found = taken(fill(ROWS, about={"area": AREA, **answers})).dataset.scopes

    assert {(one.coverage, one.categories) for one in found if one.kind == "services"} == {expected}


def test_complete_for_some_categories_is_not_complete_for_anything_else(fill: Fill) -> None:
    """A register of salons says nothing of who is in the town."""
    rows = {**ROWS, "organizations": [{"name": "ほたる会"}]}
    found = taken(fill(rows, about={"area": AREA, "complete": "はい", "complete_for": "サロン"})).dataset.scopes

    assert {one.kind: one.coverage for one in found} == {"bodies": "examples", "services": "exhaustive"}


def test_a_category_that_there_is_not_is_said_and_makes_nothing_complete(fill: Fill) -> None:
    """Misspelt, it must not become a register of everything."""
    path = fill(ROWS, about={"area": AREA, "complete": "はい", "complete_for": "さろんん"})

    assert problems(path) == {"sheet 説明": "about_categories"}
    assert {one.coverage for one in taken(path).dataset.scopes} == {"examples"}
    assert "選択肢" in words("ja")("about_categories.advice")
