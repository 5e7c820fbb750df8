"""Reports in other formats in a real graph: evidence says where a person finds it, and a new format is a new version."""

from pathlib import Path

from graph import evidence, evidence_list
from graph.connection import Graph
from graph.reading import Reader
from loaders.run import load
from tests.engines import fingerprint
from visualizations.gathering import gathered
from visualizations.registry import find

SAMPLES = Path(__file__).parents[3] / "sample_data" / "case_studies"


def test_evidence_of_a_pdf_says_page_and_line(graph: Graph) -> None:
    """Each piece has its place; loading the same file again changes nothing."""
    # Act
    report = load(lambda: graph, SAMPLES / "regions.pdf")
    before = fingerprint(graph)
    again = load(lambda: graph, SAMPLES / "regions.pdf")

    # Assert
    found = evidence_list.listed(Reader(graph))
    assert report.written == report.rows_in == 7
    assert found
    assert all(one["place"].startswith("page ") and one["line"] for one in found)
    assert {one["place"] for one in found} >= {"page 1, table 1, row 1", "page 2, line 3"}
    assert (again.written, fingerprint(graph)) == (0, before)


def test_a_report_in_another_format_is_a_newer_version_of_it(graph: Graph) -> None:
    """The same sentences keep what people said of them; where they stand is updated, also back again."""
    # Arrange
    load(lambda: graph, SAMPLES / "narrative.md")
    in_markdown = {one["id"]: one for one in evidence_list.listed(Reader(graph))}
    confirmed = next(one["id"] for one in in_markdown.values() if "会食会" in one["quote"])
    evidence.confirm(graph, confirmed, by="coordinator", reason=None)

    # Act
    report = load(lambda: graph, SAMPLES / "narrative.pdf")
    in_pdf = {one["id"]: one for one in evidence_list.listed(Reader(graph))}
    back = load(lambda: graph, SAMPLES / "narrative.md")
    again = {one["id"]: one for one in evidence_list.listed(Reader(graph))}

    # Assert
    assert (report.retired, back.retired) == (0, 0)
    assert in_pdf.keys() == in_markdown.keys() == again.keys()
    assert in_pdf[confirmed]["review"] == "confirmed"
    assert in_pdf[confirmed]["place"].startswith("page 1, line ")
    assert all(one["place"] is None for one in again.values())


def test_a_picture_says_where_a_person_finds_a_sentence(embedded_graph: Graph) -> None:
    """Page, table and row of a PDF in the reader's language; the line of a text file as before."""
    # Arrange
    load(lambda: embedded_graph, SAMPLES / "regions.pdf")
    load(lambda: embedded_graph, SAMPLES / "narrative.md")

    # Act
    places = {
        language: {
            quotation.place
            for area in ("伊賀市", "紅沢町")
            for tie in gathered(Reader(embedded_graph), find("area_network"), area=area, language=language).ties
            for quotation in tie.quotations
        }
        for language in ("ja", "en")
    }

    # Assert
    assert {"1ページ 表1 6行目", "2ページ 11行目", "31行目"} <= places["ja"]
    assert {"page 1, table 1, row 6", "page 2, line 11", "line 31"} <= places["en"]
