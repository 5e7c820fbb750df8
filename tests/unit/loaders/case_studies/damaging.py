"""Damage as files suffer it on their way: each kind is a function of the bytes and of a chance that a seed makes repeatable."""

import re
from collections.abc import Callable
from random import Random

Damage = Callable[[str, Random], bytes]

LINE_ENDS = ("\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029", "\x1e")
CONTROLS = "\x01\x02\x07\x08\x0b\x1b\x1f\x7f\u200b\u200e\u202e\ufeff\u00ad\ufffd\ufffe"
BRACKETS = "（）()「」『』【】“”〔〕<>《》"
SHARE = 0.15
"""Of the lines or characters that a kind of damage touches."""


def lines_cut(text: str, chance: Random) -> bytes:
    """Lines that end in the middle, the rest on the next line or gone."""
    found = []
    for line in text.split("\n"):
        at = chance.randrange(len(line)) if line and chance.random() < SHARE else len(line)
        found += [line[:at]] + ([line[at:]] if chance.random() < SHARE else [])
    return "\n".join(found).encode()


def lines_joined(text: str, chance: Random) -> bytes:
    """Lines that lost their ends."""
    return "".join(line + ("" if chance.random() < 2 * SHARE else "\n") for line in text.split("\n")).encode()


def tags_broken(text: str, chance: Random) -> bytes:
    """Tags that are not closed, not opened, or stand within each other."""
    tags = ("<ul>", "</ul>", "<li>", "<br", "br>", "<<b>", "<td colspan=", '<a href="', "&nbsp;", "<!--", "-->", "<" * 300)
    return _inserted(text, chance, tags)


def pipes_lost(text: str, chance: Random) -> bytes:
    """Columns that ran together."""
    return "".join("" if one == "|" and chance.random() < SHARE else one for one in text).encode()


def pipes_added(text: str, chance: Random) -> bytes:
    """Columns that moved on."""
    rows = [_moved(line, chance) if "|" in line and chance.random() < 2 * SHARE else line for line in text.split("\n")]
    return "\n".join(rows).encode()


def _moved(row: str, chance: Random) -> str:
    at = chance.randrange(len(row) + 1)
    return row[:at] + chance.choice(["|", "||", " | | ", r"\|", "｜"]) + row[at:]


def in_cp932(text: str, chance: Random) -> bytes:
    """Another encoding, with ? for what it does not have, and Windows line ends in some copies."""
    return text.replace("\n", chance.choice(["\n", "\r\n"])).encode("cp932", errors="replace")


def in_utf16(text: str, chance: Random) -> bytes:
    """An encoding that is not read."""
    return text.encode(chance.choice(["utf-16", "utf-16-le", "utf-16-be", "utf-32"]))


def garbled(text: str, chance: Random) -> bytes:
    """Read as another encoding once, and saved so."""
    if chance.random() < 1 / 3:
        return text.encode().decode("latin-1").encode()
    one, other = chance.choice([("utf-8", "cp932"), ("cp932", "utf-8")])
    return text.encode(one, errors="replace").decode(other, errors="replace").encode()


def bytes_lost(text: str, chance: Random) -> bytes:
    """A download that broke off, or a few bytes that went missing."""
    content = bytearray(text.encode(chance.choice(["utf-8", "cp932"]), errors="replace"))
    for _ in range(chance.choice([1, 3])):
        at = chance.randrange(len(content))
        del content[at : at + chance.choice([1, 2, 200])]
    return bytes(content[: chance.randrange(1, len(content))] if chance.random() < 1 / 2 else content)


def with_nuls(text: str, chance: Random) -> bytes:
    """Zeros between the characters."""
    return _inserted(text, chance, ("\x00",), count=chance.choice([1, 30]))


def ends_mixed(text: str, chance: Random) -> bytes:
    """Every kind of line end in one file."""
    return "".join(line + chance.choice(LINE_ENDS) for line in text.split("\n")).encode()


def with_controls(text: str, chance: Random) -> bytes:
    """Characters that steer a printer or a terminal, or that nobody sees."""
    return _inserted(text, chance, tuple(CONTROLS), count=len(text) // chance.choice([20, 200]))


def long_lines(text: str, chance: Random) -> bytes:
    """A whole report in a few lines, its full stops kept or lost."""
    mark = chance.choice(["", " ", "　", "<br>"])
    joined = re.sub(r"\n(?!##|\|)", mark, text)
    return (joined.replace("。", "、") if chance.random() < 1 / 2 else joined).encode()


def blocks_repeated(text: str, chance: Random) -> bytes:
    """Parts of the report copied in again, somewhere."""
    lines = text.split("\n")
    for _ in range(5):
        begin, at = chance.randrange(len(lines)), chance.randrange(len(lines))
        lines[at:at] = lines[begin : begin + chance.randrange(1, 12)] * chance.choice([1, 4])
    return "\n".join(lines).encode()


def lines_shuffled(text: str, chance: Random) -> bytes:
    """All lines, in another order."""
    lines = text.split("\n")
    chance.shuffle(lines)
    return "\n".join(lines).encode()


def deep_bullets(text: str, chance: Random) -> bytes:
    """Lists within lists within lists, and headings of a twentieth level."""
    marks = ("    ", "\t", "- ", "* ", "・", "●", "○", "①", "(1)", "1.", "1.1 ", "#", "■", "【", "→", "※", "Q.", "> ", "～", "--", "…")
    found = []
    for line in text.split("\n"):
        lead = "".join(chance.choice(marks) for _ in range(chance.randrange(20))) if chance.random() < 2 * SHARE else ""
        found.append(lead + line)
    return "\n".join(found).encode()


def brackets_lost(text: str, chance: Random) -> bytes:
    """Brackets and quotation marks that open and do not close, or the other way round."""
    kept = [one for one in text if one not in BRACKETS or chance.random() > 2 * SHARE]
    return _inserted("".join(kept), chance, tuple(BRACKETS))


def characters_changed(text: str, chance: Random) -> bytes:
    """What text recognition makes of a page: characters lost, doubled, spaced, half as wide or taken for others."""
    others = "0OoIl1|ーー一-—–−~～ﾊﾝｶﾞ゙゚ ゛　  .,､｡・･⼀⾼㍿㈱①㎡𠮷👵🏽é"
    found = [
        chance.choice(["", one * 2, " " + one, one + chance.choice(others), chance.choice(others)]) if chance.random() < SHARE / 2 else one
        for one in text
    ]
    return "".join(found).encode()


def only_a_piece(text: str, chance: Random) -> bytes:
    """A few characters from somewhere in it."""
    at = chance.randrange(len(text))
    return text[at : at + chance.choice([1, 7, 60, 400])].encode()


def _inserted(text: str, chance: Random, pieces: tuple[str, ...], count: int | None = None) -> bytes:
    places = sorted((chance.randrange(len(text) + 1) for _ in range(count or max(5, len(text) // 150))), reverse=True)
    for at in places:
        text = text[:at] + chance.choice(pieces) + text[at:]
    return text.encode(errors="surrogatepass")


DAMAGES: tuple[Damage, ...] = (
    *(lines_cut, lines_joined, tags_broken, pipes_lost, pipes_added, in_cp932, in_utf16, garbled, bytes_lost, with_nuls),
    *(
        ends_mixed,
        with_controls,
        long_lines,
        blocks_repeated,
        lines_shuffled,
        deep_bullets,
        brackets_lost,
        characters_changed,
        only_a_piece,
    ),
)
