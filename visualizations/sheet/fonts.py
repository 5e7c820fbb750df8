"""Which font a PDF is set in: the first of this computer that has the characters of Japanese names."""

from functools import cache
from typing import TYPE_CHECKING

from graph.errors import SettingsInvalid

if TYPE_CHECKING:
    import typst

JAPANESE = (
    "Noto Sans CJK JP",
    "Noto Sans JP",
    "Source Han Sans JP",
    "Source Han Sans",
    "Hiragino Sans",
    "Hiragino Kaku Gothic ProN",
    "BIZ UDPGothic",
    "BIZ UDGothic",
    "Yu Gothic",
    "Meiryo",
    "Noto Serif CJK JP",
    "Noto Serif JP",
    "Hiragino Mincho ProN",
    "Yu Mincho",
    "MS PGothic",
    "MS Gothic",
)
"""The best first; all of them have 髙, 﨑, ㈱ and 𠮷."""


@cache
def installed() -> "typst.Fonts":
    """The fonts of this computer, looked for once."""
    # Imported here: only whoever makes a PDF needs it.
    import typst  # noqa: PLC0415

    return typst.Fonts(include_system_fonts=True, include_embedded_fonts=True)


def japanese(fonts: "typst.Fonts") -> list[str]:
    """The Japanese families among some fonts, the best first.

    Raises:
        SettingsInvalid: there is none; the advice says what to install.
    """
    there = {family.casefold(): family for family in fonts.families()}
    found = [there[family.casefold()] for family in JAPANESE if family.casefold() in there]
    if not found:
        raise SettingsInvalid("no_japanese_font")
    return found
