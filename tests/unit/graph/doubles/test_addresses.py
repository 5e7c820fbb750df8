"""Addresses are compared to the plot."""

import pytest

from graph.doubles.addresses import address_key

AREAS = ("中区", "横浜市", "神奈川県")


@pytest.mark.parametrize(
    "address",
    [
        "神奈川県横浜市中区見本町２丁目４－８",
        "横浜市中区見本町二丁目4番8号",
        "見本町2-4-8 見本ビル3階",
        "神奈川県 横浜市中区見本町２－４番地の８",
    ],
)
def test_one_plot_is_written_in_many_ways(address: str) -> None:
    """Prefecture, municipality, ward and building are left out; 丁目, 番 and 号 are dashes."""
    assert address_key(address, AREAS) == "見本町2ー4ー8"


@pytest.mark.parametrize("address", ["", "横浜市中区見本町", "見本ビル", "248"])
def test_without_a_number_behind_a_name_there_is_no_plot(address: str) -> None:
    """A 町 alone has many houses."""
    assert address_key(address, AREAS) is None


def test_another_plot_is_another_address() -> None:
    """丁目 in characters is the same as in digits, and no other."""
    assert address_key("見本町一丁目1") != address_key("見本町二丁目1")
    assert address_key("見本町1丁目11") != address_key("見本町11丁目1")
