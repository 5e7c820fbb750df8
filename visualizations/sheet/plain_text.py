"""Text of sources as it may stand on a sheet: nothing in it turns the direction of reading, hides, or breaks a file."""

from typing import TypeVar
from unicodedata import category

UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
"""Control characters, those that only direct others (bidi, zero width), halves of characters, ends of lines and paragraphs."""

BREAKS = "\t\n\v\f\r\x85\u2028\u2029"
NOT_FOR_XML = {"\ufffe", "\uffff"}

Content = TypeVar("Content")


def plain(text: str) -> str:
    """The text without what cannot be seen; a break is a space."""
    if text.isprintable():
        return text
    return " ".join("".join(_seen(sign) for sign in text).split(" ")).strip(" ")


def _seen(sign: str) -> str:
    if category(sign) == "Zs":
        return sign
    if sign in BREAKS:
        return " "
    return "" if category(sign) in UNSEEN or sign in NOT_FOR_XML else sign


def plain_throughout(content: Content) -> Content:
    """Plain data with every text in it made plain, keys as they are."""
    if isinstance(content, str):
        return plain(content)  # type: ignore[return-value]
    if isinstance(content, dict):
        return {key: plain_throughout(value) for key, value in content.items()}  # type: ignore[return-value]
    if isinstance(content, list | tuple):
        return [plain_throughout(value) for value in content]  # type: ignore[return-value]
    return content
