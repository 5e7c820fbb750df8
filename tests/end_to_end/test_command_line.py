"""The command line as a user meets it: what it prints, what it refuses, and what it leaves alone."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook

from graph.query_files import questions
from tests.end_to_end.programs import ROOT, Program

SAMPLES = ROOT / "tests" / "sample_data"
REGISTER = SAMPLES / "transport_register" / "register.csv"
BAD_ROWS = SAMPLES / "transport_register" / "bad_rows.csv"
PNG = bytes.fromhex("89504e470d0a1a0a0000000d49484452") + bytes(64)
NOTHING_LISTENS = "bolt://127.0.0.1:1"


@pytest.fixture(scope="module")
def tsunagu(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    """The program, with an engine that stays for all tests of this module."""
    program = Program(tmp_path_factory.mktemp("home"))
    assert program("database", "start").status == 0
    yield program
    assert program("database", "stop").status == 0


def facts(program: Program, folder: Path) -> list[str]:
    out = folder / "facts.jsonl"
    assert program("facts", "--out", out).status == 0
    return out.read_text(encoding="utf-8").splitlines()


def test_a_load_counts_and_the_same_load_writes_nothing(tsunagu: Program, tmp_path: Path) -> None:
    """Rows in = written + unchanged + refused + set aside; a second time all are unchanged, and so is the graph."""
    # Act
    first = tsunagu("load", REGISTER, "--json").document
    before = facts(tsunagu, tmp_path)
    second = tsunagu("load", REGISTER, "--json").document

    # Assert
    for report in (first, second):
        assert report["rows_in"] == report["written"] + report["unchanged"] + report["refused"] + report["set_aside"]
    assert first["rows_in"] > 0
    assert (second["written"], second["unchanged"], second["retired"]) == (0, second["rows_in"], 0)
    assert facts(tsunagu, tmp_path) == before


def test_a_dry_run_reports_and_writes_nothing(tsunagu: Program, tmp_path: Path) -> None:
    """--dry-run says what would be written and leaves the graph as it was."""
    # Arrange
    other = tmp_path / "other.csv"
    text = REGISTER.read_text(encoding="utf-8-sig")
    head, *rows = text.splitlines()
    other.write_text("\n".join([head, *(row.replace("法人", "法人 別の") for row in rows)]), encoding="utf-8")
    before = facts(tsunagu, tmp_path)

    # Act
    report = tsunagu("load", other, "--dry-run", "--json").document

    # Assert
    assert report["dry_run"] is True
    assert report["written"] > 0
    assert facts(tsunagu, tmp_path) == before


def test_a_newer_version_is_shown_field_by_field_before_it_is_loaded(tsunagu: Program, tmp_path: Path) -> None:
    """--dry-run counts and names what would be new, otherwise and gone; in words for people, by property for programs, without ids."""
    # Arrange
    newer = tmp_path / "register.csv"
    head, _gone, *rows = REGISTER.read_text(encoding="utf-8-sig").splitlines()
    column = head.split(",").index("valid_to")
    before = rows[0].split(",")[column]
    rows[0] = ",".join([*rows[0].split(",")[:column], "2031-03-31", *rows[0].split(",")[column + 1 :]])
    newer.write_text("\n".join([head, *rows]), encoding="utf-8")
    assert tsunagu("load", REGISTER).status == 0

    # Act
    shown = tsunagu("load", newer, "--dry-run")
    changes = tsunagu("load", newer, "--dry-run", "--json").document["changes"]
    nothing = tsunagu("load", REGISTER, "--dry-run")

    # Assert
    (changed,) = [one for one in changes["shown"] if one["kind"] == "changed" and one["label"] == "Service"]
    assert changed["fields"] == [{"name": "valid_to", "before": before, "after": "2031-03-31"}]
    assert set(changed) == {"kind", "label", "name", "fields"}
    assert changes["counts"]["retired"]["Service"] == 1
    assert f"登録の終わりの日: {before} → 2031-03-31" in shown.out
    assert "サービス・活動 1件" in shown.out
    assert "資料名: transport_register/" in shown.out
    assert "変わることはありません" in nothing.out


def test_the_report_shows_cases_repairs_masked_names_and_likely_doubles(tsunagu: Program, tmp_path: Path) -> None:
    """In JSON and for people: what was found where, what was repaired and masked, what may be one body; never a private name."""
    # Arrange
    known = tmp_path / "known.md"
    known.write_text("## 三重県名張市\n\n・名張市お助け隊が草刈りを実施。\n", encoding="utf-8")
    report_of = tmp_path / "report.md"
    lines = ["## 三重県名張市", "", "・お助け隊が買い物のニ-ズを受け、買い物代行を実施。", "・会長の山田太郎さんがサ-ビスを広めた。"]
    report_of.write_text("\n".join([*lines, "・高橋さん（0595-21-1111）は週に一度利用する。"]), encoding="utf-8")
    assert tsunagu("load", known).status == 0

    # Act
    dry = tsunagu("load", report_of, "--dry-run", "--json").document
    shown = tsunagu("load", report_of)
    again = tsunagu("load", report_of, "--json").document
    assert tsunagu("undo").status == tsunagu("undo").status == 0

    # Assert
    assert [(case["name"], case["place"]) for case in dry["cases"]] == [("三重県名張市", "1行目")]
    assert dry["cases"][0]["facts"] == sum(dry["facts"].values())
    assert [(one["before"], one["after"], one["count"], one["line"]) for one in dry["repairs"]] == [("ニ-ズ", "ニーズ", 1, 3)]
    assert dry["masked"] == [{"place": "4行目", "characters": 4}, {"place": "5行目", "characters": 2}]
    assert [problem["place"] for problem in dry["problems"] if problem["kind"] == "set_aside"] == ["5行目"]
    assert (dry["suggestions"], dry["load"], again["load"]) == ([], None, None)
    assert [{one["first_name"], one["second_name"]} for one in again["suggestions"]] == [{"お助け隊", "名張市お助け隊"}]
    assert 0 < again["suggestions"][0]["score"] <= 1
    for told in ("三重県名張市（1行目）", "ニ-ズ → ニーズ", "4行目（4 文字）", "名張市お助け隊"):
        assert told in shown.out
    assert "山田" not in shown.out + str(dry) + str(again)
    assert "高橋" not in shown.out + str(dry) + str(again)


def test_the_marked_table_is_written_beside_the_report(tsunagu: Program, tmp_path: Path) -> None:
    """--report-xlsx: a workbook of the table; of a source that is no table nothing is loaded and no file made."""
    # Arrange
    text = tmp_path / "report.md"
    text.write_text("## 三重県名張市\n\n・お助け隊が買い物代行を実施。\n", encoding="utf-8")
    before = facts(tsunagu, tmp_path)

    # Act
    made = tsunagu("load", BAD_ROWS, "--dry-run", "--report-xlsx", tmp_path / "marked.xlsx")
    refused = tsunagu("load", text, "--report-xlsx", tmp_path / "none.xlsx")
    several = tsunagu("load", BAD_ROWS, REGISTER, "--report-xlsx", tmp_path / "none.xlsx")

    # Assert
    assert "marked.xlsx" in made.out
    sheets = load_workbook(tmp_path / "marked.xlsx").worksheets
    assert {"受け付けず"} <= {str(row[1]) for row in sheets[1].iter_rows(values_only=True)}
    assert (refused.status, several.status, (tmp_path / "none.xlsx").exists()) == (2, 2, False)
    assert "report.md" in refused.err
    assert facts(tsunagu, tmp_path) == before


def test_refused_rows_are_named_and_strict_says_so_in_its_status(tsunagu: Program) -> None:
    """Each refused row comes with code, place, message and advice; --strict ends with status 1."""
    # Act
    outcome = tsunagu("load", BAD_ROWS, "--dry-run", "--strict", "--json")

    # Assert
    assert outcome.status == 1
    assert outcome.document["refused"] == sum(problem["kind"] == "refused" for problem in outcome.document["problems"]) > 0
    for problem in outcome.document["problems"]:
        assert all(problem[key] for key in ("code", "place", "message", "advice"))
        assert "{" not in problem["message"] + problem["advice"]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("missing.md", None, "missing.md"),
        ("empty.md", b"", "empty.md"),
        ("blank.md", b" \n\n", "blank.md"),
        ("picture.png", PNG, "picture.png"),
        ("prose.txt", "今日は天気がよい。明日も晴れるだろう。\n".encode(), "prose.txt"),
        ("table.csv", b"a,b\n1,2\n", "table.csv"),
    ],
)
def test_a_file_that_cannot_be_taken_is_refused_in_two_lines(
    tsunagu: Program, tmp_path: Path, name: str, content: bytes | None, said: str
) -> None:
    """What happened and what to do, status 2, nothing on standard output, nothing written."""
    # Arrange
    file = tmp_path / name
    if content is not None:
        file.write_bytes(content)
    before = facts(tsunagu, tmp_path)

    # Act
    outcome = tsunagu("load", file)

    # Assert
    what_happened, what_to_do = outcome.err.splitlines()
    assert (outcome.status, outcome.out) == (2, "")
    assert said in what_happened
    assert what_to_do
    assert facts(tsunagu, tmp_path) == before


def test_an_unknown_structure_names_what_was_looked_for(tsunagu: Program, tmp_path: Path) -> None:
    """The advice tells every form that some loader would have taken."""
    file = tmp_path / "prose.txt"
    file.write_text("今日は天気がよい。明日も晴れるだろう。\n", encoding="utf-8")

    advice = tsunagu("load", file).err.splitlines()[1]

    assert "登録簿" in advice
    assert "見出し" in advice or "表" in advice


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("gaps", "run", "no_such_gap"), "needs_without_service"),
        (("view", "no_such_view", "--out", "x.html"), "area_network"),
        (("export", "no_such_format", "--out", "x.csv"), "jsonld"),
        (("export", "csv", "--out", "x.docx"), ".zip"),
        (("export", "csv", "--out", "x.zip", "--area", "伊賀"), "三重県伊賀市"),
        (("gaps", "run", "needs_without_service", "--area", "伊賀"), "三重県伊賀市"),
        (("gaps", "run", "needs_without_service", "--area", "府中市"), "広島県府中市"),
        (("gaps", "run", "needs_without_service", "--set", "as_of=昨日"), "2026-04-01"),
        (("gaps", "run", "needs_without_service", "--set", "colour=red"), "as_of"),
        (("load", str(REGISTER), "--source", "no_such_source"), "transport_register"),
        (("load", str(REGISTER), "--as-of", "昨日"), "2026-04-01"),
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
    """View writes one HTML document; a folder that does not exist is told in two lines."""
    tsunagu("load", REGISTER)

    assert tsunagu("view", "area_network", "--area", "山口県", "--out", tmp_path / "network.html").status == 0
    assert (tmp_path / "network.html").read_text(encoding="utf-8").lstrip().lower().startswith("<!doctype html>")
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
