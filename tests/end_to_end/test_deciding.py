"""Reviewing, merging, taking back and putting back on the command line."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end_to_end.programs import ROOT, Program

REGISTER = ROOT / "tests" / "sample_data" / "transport_register" / "register.csv"


@pytest.fixture(scope="module")
def tsunagu(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    """The program with a register in its graph, and an engine that stays for all tests of this module."""
    program = Program(tmp_path_factory.mktemp("home"))
    assert program("database", "start").status == 0
    assert program("load", REGISTER).status == 0
    yield program
    assert program("database", "check").status == 0
    assert program("database", "stop").status == 0


def lines(program: Program, folder: Path) -> list[str]:
    out = folder / "facts.jsonl"
    assert program("facts", "--out", out).status == 0
    return out.read_text(encoding="utf-8").splitlines()


def test_a_rejected_sentence_leaves_and_is_put_back(tsunagu: Program, tmp_path: Path) -> None:
    """It is shown among what was withdrawn, with who and why; the facts are as before in the end."""
    # Arrange
    before = lines(tsunagu, tmp_path)
    first = tsunagu("evidence", "list", "--json", "--limit", 1).document["evidence"][0]

    # Act
    rejected = tsunagu("evidence", "reject", first["id"], "--why", "読み違い", "--by", "municipality")
    without = lines(tsunagu, tmp_path)
    (record, *_others) = tsunagu("withdrawn", "list", "--json").document["withdrawn"]
    restored = tsunagu("withdrawn", "restore", record["id"][:12])

    # Assert
    assert (rejected.status, restored.status) == (0, 0)
    assert (record["why"], record["by"], record["reason"]) == ("rejected", "municipality", "読み違い")
    assert without != before
    assert lines(tsunagu, tmp_path) == before


def test_a_correction_is_shown_and_taken_back(tsunagu: Program, tmp_path: Path) -> None:
    """The export has the corrected value and the review; reopening brings the read value back."""
    # Arrange
    before = lines(tsunagu, tmp_path)
    found = tsunagu("evidence", "list", "--json", "--limit", 500).document["evidence"]
    one = next(row for row in found if row["label"] == "Organization")

    # Act
    corrected = tsunagu("evidence", "correct", one["id"], "--set", "kana=よみがな", "--why", "名簿のとおり")
    after = lines(tsunagu, tmp_path)
    reopened = tsunagu("evidence", "reopen", one["id"])

    # Assert
    assert (corrected.status, reopened.status) == (0, 0)
    assert any('"kana": "よみがな"' in line and '"review": "corrected"' in line for line in after)
    assert lines(tsunagu, tmp_path) == before


def test_a_load_is_taken_back_and_loaded_again(tsunagu: Program, tmp_path: Path) -> None:
    """The list says what was taken back; the same file brings the same facts."""
    # Arrange
    before = lines(tsunagu, tmp_path)

    # Act
    undone = tsunagu("undo", "--json").document
    empty = lines(tsunagu, tmp_path)
    states = [load["state"] for load in tsunagu("undo", "--list", "--json").document["loads"]]
    again = tsunagu("load", REGISTER)

    # Assert
    assert undone["left"] > 0
    assert empty == []
    assert states[0] == "undone"
    assert again.status == 0
    assert lines(tsunagu, tmp_path) == before


MISUSED = (
    ("evidence", "confirm", "nobody"),
    ("evidence", "reject", "nobody", "--why", "x"),
    ("evidence", "list", "--review", "maybe"),
    ("evidence", "list", "--area", "どこにもない市"),
    ("withdrawn", "restore", "nobody"),
    ("undo", "nobody"),
    ("doubles", "merge", "nobody", "nothing", "--why", "x"),
    ("doubles", "undo", "nobody"),
    ("undo", "--by", "山田太郎"),
)


def test_misuse_is_two_lines(tsunagu: Program, tmp_path: Path) -> None:
    """What happened and what to do, status 2, and nothing is changed by any of them."""
    # Arrange
    before = lines(tsunagu, tmp_path)

    # Act
    outcomes = [tsunagu(*arguments) for arguments in MISUSED]

    # Assert
    for arguments, outcome in zip(MISUSED, outcomes, strict=True):
        assert (outcome.status, len(outcome.err.strip().splitlines()), outcome.out) == (2, 2, ""), arguments
    assert lines(tsunagu, tmp_path) == before


def test_no_decision_notes_a_private_person(tsunagu: Program, tmp_path: Path) -> None:
    """Neither as a reason nor as what a value is corrected to; nothing is written, and the message says why."""
    # Arrange
    before = lines(tsunagu, tmp_path)
    row = next(one for one in tsunagu("evidence", "list", "--json", "--limit", 500).document["evidence"] if one["label"] == "Organization")
    named = "会長の山田太郎さんに聞いた"

    # Act
    refused = [
        tsunagu("evidence", "confirm", row["id"], "--why", named),
        tsunagu("evidence", "reject", row["id"], "--why", named),
        tsunagu("evidence", "correct", row["id"], "--set", f"address={named}", "--why", "名簿のとおり"),
        tsunagu("doubles", "keep-apart", row["fact"], row["fact"], "--why", named),
        tsunagu("undo", "--why", named),
    ]

    # Assert
    assert [one.status for one in refused] == [2] * len(refused)
    assert all(len(one.err.splitlines()) == 2 and "山田" not in one.err for one in refused)
    assert lines(tsunagu, tmp_path) == before


def test_possible_doubles_are_listed_and_decisions_kept(tsunagu: Program) -> None:
    """A list in JSON and in words, also when nothing is suggested or decided."""
    # Act
    listed = tsunagu("doubles", "list", "--json")
    worded = tsunagu("doubles", "list")
    decided = tsunagu("doubles", "list", "--decided", "--json")

    # Assert
    assert listed.document["found"] == len(listed.document["doubles"])
    assert worded.status == 0
    assert decided.document == {"decisions": []}
