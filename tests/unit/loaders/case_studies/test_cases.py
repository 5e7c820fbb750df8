"""Finding the cases of a document."""

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


def test_a_heading_without_text_is_refused_with_its_place() -> None:
    """A case that has no text is a problem, not a silent nothing."""
    found = read_text("## 山形県紅沢町\n\n## 三重県伊賀市\n\n・市社協が朝市を実施\n")
    assert [(problem.code, problem.place) for problem in found.problems] == [("case_studies.empty_case", "山形県紅沢町, 行 1")]


def test_taken_counts_cases() -> None:
    """Each case's place leads to the ids of all facts that it gave."""
    found = read_sample("two_columns.md")
    assert set(found.taken) == {"青森県白波市, 行 7", "秋田県霞岳町, 行 7"}
    assert {fact.id for fact in found.facts} == {one for ids in found.taken.values() for one in ids}
