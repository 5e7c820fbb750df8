"""The command line as a user meets it: what it prints, what it refuses, and to whom; loading is in test_loading.py."""

import json
from pathlib import Path

import pytest

from graph.query_files import questions
from tests.end_to_end.programs import ROOT, Program, facts

REGISTER = ROOT / "tests" / "sample_data" / "transport_register" / "register.csv"
BODY = "特定非営利活動法人 みほんの森"
NOTHING_LISTENS = "bolt://127.0.0.1:1"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("gaps", "run", "no_such_gap"), "needs_without_service"),
        (("view", "no_such_view", "--out", "x.html"), "area_network"),
        (("view", "organization", "--out", "x.html"), "--organization"),
        (("view", "organization", "--organization", "どこにもない会", "--out", "x.html"), "ID"),
        (("view", "matrix", "--out", "x.pdf"), ".html"),
        (("export", "no_such_format", "--out", "x.csv"), "jsonld"),
        (("export", "csv", "--out", "x.docx"), ".zip"),
        (("export", "csv", "--out", "x.zip", "--area", "伊賀"), "三重県伊賀市"),
        (("gaps", "run", "needs_without_service", "--area", "伊賀"), "三重県伊賀市"),
        (("gaps", "run", "needs_without_service", "--area", "府中市"), "広島県府中市"),
        (("gaps", "run", "needs_without_service", "--set", "as_of=昨日"), "2026-04-01"),
        (("gaps", "run", "needs_without_service", "--set", "colour=red"), "as_of"),
        (("load", str(REGISTER), "--source", "no_such_source"), "transport_register"),
        (("load", str(REGISTER), "--as-of", "昨日"), "2026-04-01"),
        (("what-if", "名張市", "--add-tie", "い会"), "二つずつ"),
        (("between", "名張市", "2026-04-01", "2026-01-01"), "はじめの日"),
        (("no_such_command",), "--help"),
    ],
)
def test_misuse_is_told_in_two_lines_that_help(tsunagu: Program, arguments: tuple[str, ...], said: str) -> None:
    """Status 2, two lines on standard error, the second naming what would work; no traceback."""
    outcome = tsunagu(*arguments)

    _, what_to_do = outcome.err.splitlines()
    assert (outcome.status, outcome.out) == (2, "")
    assert said in what_to_do


@pytest.mark.parametrize("arguments", [("load", str(REGISTER)), ("gaps", "run", "needs_without_service"), ("database", "status")])
def test_a_neo4j_that_does_not_answer_is_told_in_two_lines(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """Nobody listens at NEO4J_URI: status 2, the address in the first line, and no embedded graph is started instead."""
    outcome = Program(tmp_path / "home").with_settings(NEO4J_URI=NOTHING_LISTENS)(*arguments)

    what_happened, what_to_do = outcome.err.splitlines()
    assert outcome.status == 2
    assert NOTHING_LISTENS in what_happened
    assert "NEO4J_URI" in what_to_do
    assert not (tmp_path / "home").exists()


def test_a_home_that_cannot_be_a_folder_is_told_in_two_lines(tmp_path: Path) -> None:
    """TSUNAGU_HOME below a file: status 2, and the advice names the setting."""
    (tmp_path / "file").write_text("", encoding="utf-8")

    outcome = Program(tmp_path / "file" / "home")("load", REGISTER)

    assert outcome.status == 2
    assert "TSUNAGU_HOME" in outcome.err.splitlines()[1]


def test_the_errors_speak_english_on_request(tsunagu: Program) -> None:
    """TSUNAGU_LANGUAGE=en gives English sentences."""
    outcome = tsunagu.with_settings(TSUNAGU_LANGUAGE="en")("gaps", "run", "no_such_gap")

    assert outcome.err.startswith("There is no question called no_such_gap.")


def test_the_questions_are_listed_as_json(tsunagu: Program) -> None:
    """Gaps list --json is one document with id, titles, shelf and parameters of each question."""
    gaps = tsunagu("gaps", "list", "--json").document["gaps"]

    assert [gap["id"] for gap in gaps] == sorted(questions("gaps"))
    audiences = {gap["id"]: gap["audience"] for gap in gaps}
    assert (audiences["actors_without_ties"], audiences["single_provider"], audiences["coverage_matrix"]) == (
        "members",
        "members",
        "public",
    )
    assert all(gap["title_ja"] and gap["title_en"] and gap["shelf"] for gap in gaps)


def test_an_answer_as_json_has_the_promised_shape(tsunagu: Program) -> None:
    """Gaps run --json: gap, parameters, population, rows and notes, and nothing else on standard output."""
    tsunagu("load", REGISTER)

    answer = tsunagu("gaps", "run", "actors_without_ties", "--area", "萩市", "--json").document

    assert set(answer) == {"gap", "parameters", "population", "rows", "notes"}
    assert [note["code"] for note in answer["notes"]]
    assert all(note["message"] and note["area"] for note in answer["notes"])


def test_a_csv_begins_with_a_bom_and_its_head(tsunagu: Program) -> None:
    """Gaps run --csv opens in a spreadsheet: UTF-8 with BOM, one head row."""
    lines = tsunagu("gaps", "run", "needs_without_service", "--csv").out.splitlines()

    assert lines[0].startswith("\ufeffarea_id,area,need_id")


def test_facts_are_one_json_object_a_line_with_evidence(tsunagu: Program, tmp_path: Path) -> None:
    """Every fact has an id, at least one quotation, and a relationship's ends are facts of the same file."""
    tsunagu("load", REGISTER)

    found = [json.loads(line) for line in facts(tsunagu, tmp_path)]

    nodes = {fact["id"] for fact in found if fact["fact"] == "node"}
    assert nodes
    assert all(fact["evidence"] and all(one["quote"] for one in fact["evidence"]) for fact in found)
    assert all({fact["start"], fact["end"]} <= nodes for fact in found if fact["fact"] == "relationship")


def test_a_view_is_written_as_one_file(tsunagu: Program, tmp_path: Path) -> None:
    """View writes one HTML document, or a sheet where the suffix says so; a folder that does not exist is told in two lines."""
    tsunagu("load", REGISTER)

    assert tsunagu("view", "area_network", "--area", "山口県", "--out", tmp_path / "network.html").status == 0
    assert (tmp_path / "network.html").read_text(encoding="utf-8").lstrip().lower().startswith("<!doctype html>")
    assert tsunagu("view", "area_network", "--area", "山口県", "--out", tmp_path / "つながり図.svg").status == 0
    assert (tmp_path / "つながり図.svg").read_bytes().startswith(b"<?xml")
    assert tsunagu("view", "organization", "--organization", BODY, "--steps", "2", "--out", tmp_path / "one.html").status == 0
    assert f"「{BODY}」のまわり" in (tmp_path / "one.html").read_text(encoding="utf-8")
    missing = tsunagu("view", "area_network", "--out", tmp_path / "no" / "network.html")
    assert (missing.status, len(missing.err.splitlines())) == (2, 2)


def test_a_picture_that_is_too_large_names_the_way_out(tsunagu: Program, tmp_path: Path) -> None:
    """Above the limit nothing is drawn, and the advice says how to see less or more."""
    tsunagu("load", REGISTER)

    outcome = tsunagu("view", "area_network", "--limit", "2", "--out", tmp_path / "network.html")

    assert outcome.status == 2
    assert "--limit" in outcome.err.splitlines()[1]
    assert not (tmp_path / "network.html").exists()


def test_settings_never_print_a_password(tsunagu: Program) -> None:
    """The settings are shown with the password hidden, in the address too."""
    program = tsunagu.with_settings(NEO4J_URI="neo4j://neo4j:geheim@db.example:7687", NEO4J_PASSWORD="geheim")  # noqa: S106 - invented

    outcome = program("settings")

    assert outcome.status == 0
    assert "db.example" in outcome.out
    assert "geheim" not in outcome.out + outcome.err


def test_status_tells_whether_the_engine_runs(tmp_path: Path) -> None:
    """Database status starts nothing; after start it names the process; after stop it runs no more."""
    program = Program(tmp_path)

    assert not (tmp_path / "engine" / "server.json").exists()
    assert "動いていません" in program("database", "status").out
    assert "動いています" in program("database", "start").out
    assert "動いています" in program("database", "status").out
    assert "止めました" in program("database", "stop").out
    assert "動いていません" in program("database", "status").out


@pytest.mark.parametrize(
    "arguments",
    [
        ("gaps", "run", "coverage_matrix", "--audience", "everybody"),
        ("view", "area_network", "--out", "x.html", "--audience", "everybody"),
        ("facts", "--out", "x.jsonl", "--audience", "everybody"),
        ("export", "csv", "--out", "x.zip", "--audience", "everybody"),
        ("serve", "--audience", "everybody"),
        ("serve", "--host", "192.0.2.1", "--port", "0", "--audience", "members"),
    ],
)
def test_an_audience_that_cannot_be_is_refused_in_two_lines(tsunagu: Program, arguments: tuple[str, ...]) -> None:
    """Unknown, or more than the public beyond the own machine: what happened and what to do, status 2."""
    outcome = tsunagu(*arguments)

    what_happened, what_to_do = outcome.err.splitlines()
    assert (outcome.status, outcome.out) == (2, "")
    assert ("everybody" in what_happened) or ("192.0.2.1" in what_happened and "--audience public" in what_to_do)


def test_what_is_for_members_is_printed_for_members_only(tsunagu: Program, tmp_path: Path) -> None:
    """The public gets the note; a file of facts for the public is no longer than the one for members."""
    # Arrange
    tsunagu("load", REGISTER, "--json")
    public, members = (tmp_path / f"{audience}.jsonl" for audience in ("public", "members"))

    # Act
    answer = tsunagu("gaps", "run", "actors_without_ties", "--audience", "public", "--json").document
    for audience, out in (("public", public), ("members", members)):
        assert tsunagu("facts", "--out", out, "--audience", audience).status == 0

    # Assert
    assert (answer["rows"], [note["code"] for note in answer["notes"]]) == ([], ["for_members"])
    assert set(public.read_text(encoding="utf-8").splitlines()) <= set(members.read_text(encoding="utf-8").splitlines())


def test_the_coverage_matrix_is_told_in_sentences(tsunagu: Program) -> None:
    """A line for each kind of fact with its coverage in words, no code and no empty value."""
    tsunagu("load", REGISTER, "--json")

    out = tsunagu("gaps", "run", "coverage_matrix").out

    assert "事実の種類: サービス　範囲: 網羅　対象の種類: " in out
    assert "対象外" in out
    assert not any(code in out for code in ("silent", "exhaustive", "None", "{"))


def test_changes_are_tried_out_from_the_command_line(tsunagu: Program) -> None:
    """Options of two names, several of a kind; as JSON, and in sentences."""
    # Act
    bodies = ("--add-body", "新しい会", "--add-body", "もう一つの会", "--add-body", "三つ目の会")
    found = tsunagu("what-if", *bodies, "--add-tie", "新しい会", "もう一つの会", "名張市", "--introduce", 1, "--json").document
    said = tsunagu("what-if", "名張市", *bodies, "--add-tie", "新しい会", "もう一つの会")

    # Assert
    figures = {one["figure"]: (one["before"], one["after"]) for one in found["figures"]}
    assert (figures["bodies"], figures["ties"], figures["components"]) == ((0, 3), (0, 2), (0, 1))
    assert found["introductions"]["method"] == "exact_for_components"
    assert said.status == 0
    assert "新しい会 と もう一つの会 を結ぶ" in said.out
    assert "名前のある団体どうしのつながり: 0 → 1" in said.out
