"""An address in the form in which addresses are compared: to the number of the plot, without the building."""

import re

from graph.doubles.names import plain

_NUMBERS = {one: str(number) for number, one in enumerate("一二三四五六七八九", start=1)}
_BLOCK = re.compile(r"([一二三四五六七八九])(?=丁目)")
_BETWEEN = re.compile(r"丁目|番地の?|番|号|の(?=\d)")
_TO_THE_PLOT = re.compile(r"^(.*?\D)(\d+(?:ー\d+)*)")


def address_key(address: str, areas: tuple[str, ...] = ()) -> str | None:
    """The address without prefecture, municipality and building; None where it gives no number of a plot.

    Args:
        address: as a source writes it (下関市古屋町２丁目４－８ 見本ビル).
        areas: names of the areas it lies in; they are left out where they stand at its beginning.
    """
    text = plain(address)
    for name in reversed(areas):
        text = text.removeprefix(plain(name))
    text = _BLOCK.sub(lambda match: _NUMBERS[match[1]], text)
    text = re.sub(r"ー+", "ー", _BETWEEN.sub("ー", text)).strip("ー")
    match = _TO_THE_PLOT.match(text)
    return f"{match[1]}{match[2]}" if match else None
