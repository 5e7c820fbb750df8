"""Numbers as lists show them: 1, ①, (1), ア, 一, iv; the names of the styles are those of Word."""

from collections.abc import Callable

KANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
IROHA = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス"
STEMS = "甲乙丙丁戊己庚辛壬癸"
KANJI = "〇一二三四五六七八九"
ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"))
ROMAN_ONES = ((5, "v"), (4, "iv"), (1, "i"))
CIRCLED, PARENTHESISED, STOPPED = 0x2460, 0x2474, 0x2488
MOST_ENCLOSED = 20
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


def wording(style: str, number: int) -> str:
    """The number in a style; in one that nobody knows, in figures."""
    made = STYLES.get(style, str)(number) if number > 0 else str(number)
    return made or str(number)


def _letter(number: int) -> str:
    """A, …, z, aa, bb: after the alphabet the letters are doubled."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number <= 26 * 10 else ""


def _roman(number: int) -> str:
    text = ""
    for value, sign in (*ROMAN, *ROMAN_ONES) if number < 4000 else ():  # noqa: PLR2004 - there is no sign for more
        while number >= value:
            text, number = text + sign, number - value
    return text


def _kanji(number: int) -> str:
    """一, 十, 二十三; figures from a hundred on."""
    if number >= 100:  # noqa: PLR2004
        return ""
    tens, ones = divmod(number, 10)
    return ("" if not tens else ("" if tens == 1 else KANJI[tens]) + "十") + (KANJI[ones] if ones else "")


def _of(letters: str) -> Callable[[int], str]:
    return lambda number: letters[(number - 1) % len(letters)]


def _enclosed(first: int) -> Callable[[int], str]:
    return lambda number: chr(first + number - 1) if number <= MOST_ENCLOSED else ""


STYLES: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": lambda number: str(number).translate(WIDE),
    "decimalFullWidth2": lambda number: str(number).translate(WIDE),
    "decimalEnclosedCircle": _enclosed(CIRCLED),
    "decimalEnclosedCircleChinese": _enclosed(CIRCLED),
    "decimalEnclosedParen": _enclosed(PARENTHESISED),
    "decimalEnclosedFullstop": _enclosed(STOPPED),
    "lowerLetter": _letter,
    "upperLetter": lambda number: _letter(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "aiueo": _of(KANA),
    "aiueoFullWidth": _of(KANA),
    "iroha": _of(IROHA),
    "irohaFullWidth": _of(IROHA),
    "ideographTraditional": _of(STEMS),
    "ideographDigital": lambda number: "".join(KANJI[int(digit)] for digit in str(number)),
    "japaneseDigitalTenThousand": lambda number: "".join(KANJI[int(digit)] for digit in str(number)),
    "japaneseCounting": _kanji,
    "chineseCounting": _kanji,
    "japaneseLegal": lambda number: _kanji(number).translate(str.maketrans("一二三十", "壱弐参拾")),
}
