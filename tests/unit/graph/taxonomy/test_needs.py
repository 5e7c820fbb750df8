"""Which need a cell or a text means: by name, by the longest known form, by the words of texts; never by a guess."""

import pytest

from graph.taxonomy import taxonomy
from graph.taxonomy.needs import codes_worded, need_called


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("N_SNOW", "N_SNOW"),
        ("買い物が困難", "N_SHOP"),
        ("移動・外出が困難", "N_MOVE"),
        ("ゴミ 出し", "N_TRASH"),
        ("Housework", "N_HOUSE"),
        ("孤独", "N_ISOL"),
        ("坂道でゴミ出しが大変", "N_TRASH"),
        ("雪下ろしを頼める人がいない冬の屋根の雪", None),
        ("買い物に行けない", "N_SHOP"),
    ],
)
def test_a_cell_means_the_one_need_that_fits(text: str, code: str | None) -> None:
    """Code, wording, part of a wording, synonym; else a form within it; else its words."""
    assert need_called(text).code == code


@pytest.mark.parametrize(
    ("text", "codes"),
    [("買い物・通院", ("N_SHOP", "N_HOSP")), ("通院の移動手段", ("N_MOVE", "N_HOSP")), ("ゴミ出し、除雪", ("N_TRASH", "N_SNOW"))],
)
def test_what_fits_several_equally_fits_none(text: str, codes: tuple[str, ...]) -> None:
    """The candidates are told; none is chosen."""
    found = need_called(text)

    assert (found.code, found.candidates, found.fits) == (None, codes, True)


def test_what_fits_none_has_the_names_most_alike() -> None:
    """A mistyped name finds its neighbours, and is not taken for one of them."""
    # Act
    mistyped, strange = need_called("権利擁誤"), need_called("xyz")

    # Assert
    assert mistyped.code is None
    assert not mistyped.fits
    assert mistyped.candidates[0] == "N_RIGHTS"
    assert (strange.code, strange.candidates) == (None, ())


def test_every_code_is_called_by_its_own_wordings() -> None:
    """Japanese, English and code each name the code itself."""
    for entry in taxonomy().need_categories.values():
        assert {need_called(name).code for name in (entry.code, entry.ja, entry.en)} == {entry.code}


def test_words_of_a_text_give_every_code_the_surest_first() -> None:
    """A sentence of a report may state several needs."""
    assert codes_worded("通院の足がなく、買い物にも困っている") == ("N_HOSP", "N_SHOP", "N_MOVE")
