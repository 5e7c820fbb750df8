"""Messages about persons in tables: both languages, with advice, and never the content."""

import re
from pathlib import Path

import loaders.people
from graph.messages import LANGUAGES, catalogue
from loaders.people.private_matters import STRONG_PATTERNS, WEAK_PATTERNS

KINDS = {*(kind for kind, _ in (*STRONG_PATTERNS, *WEAK_PATTERNS)), "subject", "left_out", "masked"}
PLACEHOLDERS = {"place", "column", "beside", "columns", "characters"}


def test_every_reason_is_worded_with_its_advice() -> None:
    """Whatever a row is set aside for, and what the file as a whole is told."""
    for language in LANGUAGES:
        texts = catalogue("loaders.people", language)
        assert {key for key in texts if not key.endswith(".advice")} == {f"people.{kind}" for kind in KINDS}
        assert all(f"{key}.advice" in texts for key in texts if not key.endswith(".advice"))
        assert {name for text in texts.values() for name in re.findall(r"{(\w+)}", text)} == PLACEHOLDERS


def test_both_languages_fill_the_same_places() -> None:
    """No placeholder is known to one language only."""
    japanese, english = (catalogue("loaders.people", language) for language in LANGUAGES)
    for key, text in japanese.items():
        assert set(re.findall(r"{(\w+)}", text)) == set(re.findall(r"{(\w+)}", english[key])), key


def test_people_is_no_source() -> None:
    """It offers no loader."""
    assert not hasattr(loaders.people, "LOADER")
    assert not (Path(loaders.people.__file__).parent / "read.py").exists()
