"""Messages: both languages know every key that the code names."""

import re
from pathlib import Path

import loaders.case_studies
from graph.messages import LANGUAGES, catalogue

FOLDER = Path(loaders.case_studies.__file__).parent
NAMED = (
    (re.compile(r'"case_studies\.(\w+)"'), "{}"),
    (re.compile(r'\.note\(\s*"(\w+)"'), "{}"),
    (re.compile(r'(?:left_out\.add|_leave_out)\(\s*"(\w+)"'), "left_out_{}"),
    (re.compile(r'(?:Dropped|tally\.drop)\("(\w+)"'), "second_reader.dropped.{}"),
    (re.compile(r'(?:AnswerUnusable|_invalid)\("(\w+)"'), "second_reader.{}"),
)


def named_in_code() -> set[str]:
    """Every reason and warning that some line of the loader names."""
    code = "\n".join(file.read_text(encoding="utf-8") for file in FOLDER.rglob("*.py"))
    return {form.format(key) for pattern, form in NAMED for key in pattern.findall(code)}


def test_both_languages_know_every_message_and_advice() -> None:
    """Each refusal and warning says what happened and what to do, in Japanese and English."""
    keys = named_in_code()
    assert {"empty", "locked", "no_text_layer", "left_out_deleted", "left_out_around", "unreadable_characters", "looked_for"} <= keys
    for language in LANGUAGES:
        known = catalogue("loaders.case_studies", language)
        for key in keys:
            assert known.get(f"case_studies.{key}"), f"{key} is missing in {language}.po"
            assert key == "looked_for" or known.get(f"case_studies.{key}.advice"), f"{key}.advice is missing in {language}.po"


def test_no_message_is_left_that_nothing_names() -> None:
    """What the code names no more is taken out."""
    own = {key.removeprefix("case_studies.") for key in catalogue("loaders.case_studies", "ja") if key.startswith("case_studies.")}
    keys = {key.removesuffix(".advice") for key in own}
    code = "\n".join(file.read_text(encoding="utf-8") for file in FOLDER.rglob("*.py"))
    assert {key for key in keys - named_in_code() if not re.search(rf'[".]{key.rpartition(".")[2]}"', code)} == set()
