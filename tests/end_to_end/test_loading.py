"""Loading at the command line: what a load counts and shows, what it refuses, and what it leaves alone."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.end_to_end.programs import ROOT, Program, facts

SAMPLES = ROOT / "tests" / "sample_data" / "transport_register"
REGISTER = SAMPLES / "register.csv"
BAD_ROWS = SAMPLES / "bad_rows.csv"
PNG = bytes.fromhex("89504e470d0a1a0a0000000d49484452") + bytes(64)


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
