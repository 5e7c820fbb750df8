"""Marks for what is missing, and what each says: not started, not stated, not measured, none. A blank says nothing at all."""

import re

from loaders.japanese.cleaning import BREAK

DASH = "[-—―–－ー]"
MEANINGS = {
    "not_measured": re.compile(rf"\s*{DASH}+\s*%\s*"),
    "not_started": re.compile(
        rf"\s*(?:{DASH}+\s*\(.*\)|\((?:調整中|検討中|未定|交渉中|準備中)\)|(?:未実施|未設置)(?:\([^()]*\))?|未定)\s*"
    ),
    "not_stated": re.compile(rf"\s*(?:{DASH}+|不明)\s*"),
    "none": re.compile(r"\s*(?:該当なし|なし)(?:\([^()]*\))?\s*"),
}
"""What a whole cell or line is, for each meaning: -(※…), —, -%, なし. None of them is a value, and none is 0."""


def meaning_of(text: str) -> str | None:
    """What the mark for something missing says; None for a blank and for a text that is no such mark."""
    plain = text.replace(BREAK, "")
    return next((meaning for meaning, mark in MEANINGS.items() if mark.fullmatch(plain)), None)


def is_missing(text: str) -> bool:
    """Whether a cell is blank or says that there is nothing to read."""
    return not text.replace(BREAK, "").strip() or meaning_of(text) is not None
