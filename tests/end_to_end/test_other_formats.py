"""Pages, Word files and PDFs through the command line: loaded, refused in two lines, and found again by their place."""

from pathlib import Path

import pytest

from tests.end_to_end.programs import Program

SAMPLES = Path(__file__).parents[1] / "sample_data" / "case_studies"


@pytest.fixture
def tsunagu(tmp_path: Path) -> Program:
    """The command line with a graph of its own."""
    return Program(tmp_path / "home")


def test_a_report_in_each_format_is_loaded_and_its_evidence_found(tsunagu: Program) -> None:
    """What was left out is told with the place in words; evidence is listed with page, paragraph or row."""
    # Act
    loaded = tsunagu("load", SAMPLES / "report.docx", SAMPLES / "municipal_page.html", SAMPLES / "narrative.pdf", "--json")
    listed = tsunagu("evidence", "list", "--limit", "500")
    stopped = tsunagu("database", "stop")

    # Assert
    word, page, pdf = loaded.document
    assert [one["refused"] for one in (word, page, pdf)] == [0, 0, 0]
    assert {problem["code"] for problem in word["problems"]} == {"case_studies.left_out_deleted", "case_studies.left_out_margins"}
    (deleted,) = [problem for problem in word["problems"] if problem["code"].endswith("deleted")]
    assert deleted["place"] == "段落10"
    assert "年4回の" in deleted["message"]
    assert {problem["code"] for problem in page["problems"]} == {"case_studies.left_out_around", "case_studies.left_out_pictures"}
    for place in ("段落7", "脚注1", "テキストボックス1", "表1 4行目", "1ページ 18行目"):
        assert place in listed.out
    assert stopped.status == 0


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("bad_old.doc", "docx"),
        ("bad_locked.pdf", "パスワード"),
        ("bad_pictures.pdf", "OCR"),
        ("bad_vertical.pdf", "横書き"),
        ("bad_damaged.docx", "保存し直す"),
    ],
)
def test_a_file_without_text_for_us_is_refused_in_two_lines(tsunagu: Program, name: str, said: str) -> None:
    """What happened with the file's name, and the way out; nothing is started for it."""
    # Act
    outcome = tsunagu("load", SAMPLES / name)

    # Assert
    what_happened, what_to_do = outcome.err.splitlines()
    assert (outcome.status, outcome.out) == (2, "")
    assert name in what_happened
    assert said in what_to_do
    assert not list(tsunagu.home.rglob("*"))
