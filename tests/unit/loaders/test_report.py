"""The report of a load: repairs counted by where they stand, masked names apart from the other problems."""

from graph.facts import Fact, Quotation
from graph.model.organizations import Organization
from loaders.contract import Problem
from loaders.report import Repair, Report, repairs_in


def fact(name: str, *quotations: Quotation) -> Fact:
    return Fact(what=Organization(key=name, name=name), evidence=quotations)


def quoted(line: int, start: int, quote: str, *repairs: str) -> Quotation:
    return Quotation(quote=quote, extractor="a_rule", line=line, start=start, end=start + len(quote), repairs=repairs)


def test_a_word_that_several_facts_quote_is_one_repair() -> None:
    """Counted by line and character: the same place in two quotations once, two places in one quotation twice."""
    # Arrange
    whole = quoted(3, 0, "ニ-ズとニ-ズと会", "ニ-ズ → ニーズ")
    part = quoted(3, 4, "ニ-ズと会", "ニ-ズ → ニーズ")
    later = quoted(9, 2, "ニ-ズ", "ニ-ズ → ニーズ")

    # Act
    found = repairs_in([fact("a", whole, part), fact("b", part, later), fact("c", later)])

    # Assert
    assert found == (Repair(before="ニ-ズ", after="ニーズ", count=3, line=3),)


def test_the_most_frequent_comes_first_and_tables_have_rows() -> None:
    """Ordered by how often; a repair beside the quotation, as in the head of a column, stands where the quotation stands."""
    # Arrange
    cell = Quotation(quote="12.5", extractor="a_rule", row=4, column="高齢化率", repairs=("65～74歳 → 65歳以上",))
    often = [quoted(line, 0, "社 協", "社 協 → 社協") for line in (5, 6)]

    # Act
    found = repairs_in([fact("a", cell), fact("b", *often)])

    # Assert
    assert found == (
        Repair(before="社 協", after="社協", count=2, line=5),
        Repair(before="65～74歳", after="65歳以上", count=1, row=4, column="高齢化率"),
    )


def test_no_repair_is_no_row() -> None:
    """Evidence without repairs gives none."""
    assert repairs_in([fact("a", quoted(1, 0, "町社協"))]) == ()


def test_masked_names_are_told_apart() -> None:
    """Notices of masked names are one list, everything else the other."""
    masked = Problem(code="a.masked", place="行 4", kind="warning", values={"characters": 4})
    other = Problem(code="a.refused", place="行 5")
    report = Report(
        source="a",
        dataset="a/b",
        file="b.md",
        rows_in=1,
        written=0,
        unchanged=0,
        refused=1,
        set_aside=0,
        retired=0,
        problems=(masked, other),
    )
    assert (report.masked, report.unusual) == ((masked,), (other,))
