"""The place of a row, by its code and its names."""

import pytest

from loaders.care_services.places import NoPlace, placed


@pytest.mark.parametrize(
    ("code", "prefecture", "name", "full_name"),
    [
        ("352039", "山口県", "山口市", "山口県山口市"),
        ("352039", None, None, "山口県山口市"),
        ("35203", "山口県", "山口市", "山口県山口市"),
        ("141003", "神奈川県", "横浜市戸塚区", "神奈川県横浜市戸塚区"),
        ("141101", "神奈川県", "横浜市", "神奈川県横浜市戸塚区"),
        ("141101", "神奈川県", "戸塚区", "神奈川県横浜市戸塚区"),
        ("221317", "静岡県", "浜松市中区", "静岡県浜松市中区"),
        ("350001", "山口県", "山口市", "山口県山口市"),
        (None, "広島県", "府中市", "広島県府中市"),
        ("352039", "山口県", "旧小郡町", "山口県山口市"),
    ],
)
def test_code_and_name_mean_one_place(code: str | None, prefecture: str | None, name: str | None, full_name: str) -> None:
    """The narrower of a city and its ward; a code decides where the name is none of today's."""
    found = placed(code, prefecture, name)
    assert not isinstance(found, NoPlace)
    assert found.full_name == full_name


@pytest.mark.parametrize(
    ("code", "prefecture", "name", "why"),
    [
        ("352039", "山口県", "下関市", "code_and_name_differ"),
        ("352038", "山口県", "山口市", "wrong_area_code"),
        (None, None, "府中市", "ambiguous_area"),
        (None, "山口県", None, "missing_value"),
        (None, "山口県", "山口県", "unknown_area"),
        ("350001", "山口県", None, "missing_value"),
    ],
)
def test_what_is_left_open_is_not_chosen(code: str | None, prefecture: str | None, name: str | None, why: str) -> None:
    """A contradiction, a mistyped code, a name of several places, a prefecture alone."""
    found = placed(code, prefecture, name)
    assert isinstance(found, NoPlace)
    assert found.code == why
