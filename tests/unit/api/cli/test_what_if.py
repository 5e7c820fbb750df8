"""Options that take two names, several times over."""

import pytest

from api.cli.what_if import one_by_one


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (["伊賀市", "--add-tie", "a", "b"], ["伊賀市", "--add-tie", "a", "--add-tie", "b"]),
        (["--add-tie", "a", "b", "伊賀市"], ["--add-tie", "a", "--add-tie", "b", "伊賀市"]),
        (
            ["--add-tie", "a", "b", "--remove-tie", "c", "d", "--add-tie", "e", "f"],
            ["--add-tie", "a", "--add-tie", "b", "--remove-tie", "c", "--remove-tie", "d", "--add-tie", "e", "--add-tie", "f"],
        ),
        (["--add-tie", "a", "--json"], ["--add-tie", "a", "--json"]),
        (["--remove-body", "a", "伊賀市"], ["--remove-body", "a", "伊賀市"]),
    ],
)
def test_an_option_of_two_names_takes_both(typed: list[str], read: list[str]) -> None:
    """Wherever it stands; where one is missing, it stays so that it can be said."""
    assert one_by_one(typed) == read
