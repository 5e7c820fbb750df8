"""Typing facts in on the command line: shown with who said it, answered by a gap, taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end_to_end.programs import Program

SAID = ("--said-by", "民生委員", "--on", "2026-11-20")


@pytest.fixture(scope="module")
def tsunagu(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    """The program with an empty graph, and an engine that stays for all tests of this module."""
    program = Program(tmp_path_factory.mktemp("home"))
    assert program("database", "start").status == 0
    yield program
    assert program("database", "check").status == 0
    assert program("database", "stop").status == 0


def lines(program: Program, folder: Path) -> list[str]:
    out = folder / "facts.jsonl"
    assert program("facts", "--out", out).status == 0
    return out.read_text(encoding="utf-8").splitlines()


def test_a_day_of_a_coordinator(tsunagu: Program, tmp_path: Path) -> None:
    """Bodies, a tie, a service and a need one after the other; shown, asked for, and taken back one by one."""
    # Arrange
    before = lines(tsunagu, tmp_path)
    commands = [
        ("organization", "いろは会", "--area", "伊賀市", "--type", "NPO"),
        ("organization", "にほへ会", "--area", "伊賀市"),
        ("tie", "いろは会", "にほへ会", "--kind", "連携", "--area", "伊賀市"),
        ("service", "送迎", "--by", "いろは会", "--area", "伊賀市", "--category", "移動支援", "--days", "火曜"),
        ("need", "伊賀市", "除雪", "--count", "7", "--words", "雪かきのできない家が7軒ある"),
    ]

    # Act
    added = [tsunagu("add", *command, *SAID, "--json").document for command in commands]
    again = tsunagu("add", *commands[-1], *SAID)
    facts = lines(tsunagu, tmp_path)
    listed = tsunagu("evidence", "list", "--area", "伊賀市")
    gap = tsunagu("gaps", "run", "needs_without_service", "--area", "伊賀市", "--json").document
    loads = tsunagu("undo", "--list").out
    undone = [tsunagu("undo", one["load"][:12]) for one in (added[2], added[4], added[3], added[0], added[1])]

    # Assert
    assert all(one["is_changed"] and one["load"] for one in added)
    assert (again.status, again.out.strip()) == (0, "同じ話がすでに記録されています。何も変わりません。")
    assert sum('"said by 民生委員, 2026-11-20"' in fact for fact in facts) == len({f["id"] for one in added for f in one["facts"]})
    assert "「雪かきのできない家が7軒ある」" in listed.out
    assert "民生委員の話（2026-11-20）" in listed.out
    assert [row["need"] for row in gap["rows"]] == ["除雪"]
    assert "除雪（民生委員、2026-11-20）" in loads
    assert [one.status for one in undone] == [0] * 5
    assert "除雪（民生委員、2026-11-20）" in undone[1].out
    assert lines(tsunagu, tmp_path) == before


MISUSED = (
    ("organization", "いろは会", "--area", "伊賀市", "--said-by", "山田太郎"),
    ("organization", "いろは会", "--area", "どこにもない市", *SAID),
    ("organization", "いろは会", "--area", "府中市", *SAID),
    ("organization", "いろは会", "--area", "伊賀市", "--said-by", "住民", "--on", "2199-01-01"),
    ("organization", "いろは会", "--area", "伊賀市", "--said-by", "住民", "--on", "昨日"),
    ("organization", "いろは会", "--area", "伊賀市", *SAID, "--words", "会長の山田から聞いた"),
    ("organization", "いろは会", "--area", "伊賀市"),
    ("organization", "", "--area", "伊賀市", *SAID),
    ("tie", "いない会", "もういない会", *SAID),
    ("seat", "いない会", "協議体", *SAID),
    ("service", "送迎", "--by", "いない会", "--area", "伊賀市", *SAID),
    ("need", "伊賀市", "鯨", *SAID),
)


def test_misuse_is_two_lines(tsunagu: Program, tmp_path: Path) -> None:
    """What happened and what to do, status 2, and nothing is written by any of them."""
    # Arrange
    before = lines(tsunagu, tmp_path)

    # Act
    outcomes = [tsunagu("add", *arguments) for arguments in MISUSED]

    # Assert
    for arguments, outcome in zip(MISUSED, outcomes, strict=True):
        assert (outcome.status, len(outcome.err.strip().splitlines()), outcome.out) == (2, 2, ""), arguments
    assert lines(tsunagu, tmp_path) == before


def test_a_trial_says_what_would_be_written(tsunagu: Program, tmp_path: Path) -> None:
    """In words for people, in the language of the settings; the graph is as it was."""
    # Arrange
    before = lines(tsunagu, tmp_path)

    # Act
    japanese = tsunagu("add", "need", "伊賀市", "除雪", *SAID, "--dry-run")
    english = tsunagu.with_settings(TSUNAGU_LANGUAGE="en")("add", "need", "伊賀市", "除雪", *SAID, "--dry-run")

    # Assert
    assert "書き込んでいません" in japanese.out
    assert "関係者まで" in japanese.out
    assert "Nothing is written" in english.out
    assert "tsunagu undo" not in japanese.out + english.out
    assert lines(tsunagu, tmp_path) == before
