"""Finding the cases of a document."""

import pytest

from tests.unit.loaders.case_studies.reading import nodes, read_sample, read_text, ties


def test_each_column_is_a_case() -> None:
    """A table with two regions gives two cases; the name above each column is its body."""
    found = read_sample("two_columns.md")
    assert [case.name for case in found.dataset.cases] == ["青森県白波市", "秋田県霞岳町"]
    assert {("社会福祉法人白波すみれ会", "白波市"), ("NPO法人霞岳くらしネット", "霞岳町")} <= ties(found, "OPERATES_IN")


def test_a_municipality_that_no_table_knows_is_kept_under_its_prefecture() -> None:
    """An invented town is kept as it is named; it is never replaced by a known one."""
    found = read_sample("narrative.md")
    assert ("紅沢町", "山形県") in ties(found, "PART_OF")


def test_a_known_municipality_has_its_code() -> None:
    """A municipality of the code table is the coded area."""
    found = read_text("## 三重県伊賀市\n\n・市社協が配食サービスを実施している。\n")
    assert getattr(nodes(found, "Area")["伊賀市"], "code", None) == "242161"


def test_a_name_that_several_municipalities_have_is_refused() -> None:
    """府中市 may be in Tokyo or Hiroshima: refused with both, and nothing is guessed."""
    found = read_text("## 府中市\n\n・市社協が配食サービスを実施\n\n## 三重県伊賀市\n\n・市社協が朝市を実施\n")
    assert [problem.code for problem in found.problems] == ["case_studies.open_area"]
    assert set(str(found.problems[0].values["candidates"]).split("、")) == {"東京都府中市", "広島県府中市"}
    assert found.rows_in == 2


def test_an_old_name_opens_the_case_of_the_present_municipality() -> None:
    """篠山市 is 丹波篠山市 since 2019: read as such, with a warning, and quoted as it stands."""
    found = read_text("## 兵庫県篠山市\n\n・市社協が配食サービスを実施\n\n## 篠山市\n\n・市社協が朝市を実施\n")
    assert [case.name for case in found.dataset.cases] == ["兵庫県丹波篠山市"]
    assert [(one.code, one.kind, one.place) for one in found.problems] == [
        ("case_studies.renamed_area", "warning", "line 1"),
        ("case_studies.renamed_area", "warning", "line 5"),
    ]
    assert found.rows_in == 1
    quotes = {quotation.quote for fact in found.facts for quotation in fact.evidence}
    assert "兵庫県篠山市" in quotes
    assert not any("丹波" in quote for quote in quotes)


@pytest.mark.parametrize("heading", ["福島県大沼郡会津美里町", "大沼郡会津美里町"])
def test_a_municipality_is_known_with_its_county(heading: str) -> None:
    """郡 before the name, with or without prefecture, makes no other municipality."""
    found = read_text(f"## {heading}\n\n・町社協が朝市を実施\n")
    assert [case.name for case in found.dataset.cases] == ["福島県会津美里町"]
    assert getattr(nodes(found, "Area")["会津美里町"], "code", None) == "074471"


def test_a_heading_without_text_is_refused_with_its_place() -> None:
    """A case that has no text is a problem, not a silent nothing."""
    found = read_text("## 山形県紅沢町\n\n## 三重県伊賀市\n\n・市社協が朝市を実施\n")
    assert [(problem.code, problem.place) for problem in found.problems] == [("case_studies.empty_case", "山形県紅沢町, line 1")]


def test_taken_counts_cases() -> None:
    """Each case's place leads to the ids of all facts that it gave."""
    found = read_sample("two_columns.md")
    assert set(found.taken) == {"青森県白波市, line 7", "秋田県霞岳町, line 7"}
    assert {fact.id for fact in found.facts} == {one for ids in found.taken.values() for one in ids}
