"""The bundled example: what a first look shows."""

from pathlib import Path

from graph.model.definitions import Node, Relationship
from graph.taxonomy import taxonomy
from loaders.case_studies import LOADER
from loaders.contract import Candidate, Transformed

REGIONS = Path(__file__).parents[4] / "loaders" / "example" / "regions.md"


def example() -> Transformed:
    candidate = Candidate(path=REGIONS, content=REGIONS.read_bytes())
    return LOADER.transform(LOADER.read(candidate), candidate)


def count(found: Transformed, kind: str) -> int:
    return sum(1 for fact in found.facts if kind in {getattr(fact.what, "label", ""), getattr(fact.what, "type", "")})


def test_seven_regions_are_taken_without_a_problem() -> None:
    """Every region of the example gives facts, and nothing is refused; what its tables mark as missing is said."""
    found = example()
    assert len(found.taken) == 7
    assert {problem.kind for problem in found.problems} == {"warning"}
    assert {problem.code.partition(".marked_")[2] for problem in found.problems} == {"not_started", "not_stated", "not_measured"}
    assert all(found.taken.values())


def test_the_three_questions_have_something_to_show() -> None:
    """There are ties and bodies without one, needs, services, and a need that no running service answers."""
    # Act
    found = example()
    running = {
        (fact.evidence[0].area_id, code)
        for fact in found.facts
        if getattr(fact.what, "label", "") == "Service" and getattr(fact.what, "status", "") == "running"
        for code in fact.codes
    }
    needs = [fact for fact in found.facts if getattr(fact.what, "label", "") == "Need"]
    categories = taxonomy().need_categories
    answers = [{(need.evidence[0].area_id, answer) for code in need.codes for answer in categories[code].answered_by} for need in needs]
    tied = {"COLLABORATES_WITH", "SUPPORTS", "REFERS_TO", "COMMISSIONS", "FUNDS"}
    ends = {
        one.id for fact in found.facts if isinstance(fact.what, Relationship) and fact.what.type in tied for one in fact.what.ordered_ends()
    }
    bodies = {fact.id for fact in found.facts if isinstance(fact.what, Node) and fact.what.label == "Organization"}

    # Assert
    assert count(found, "COLLABORATES_WITH") >= 10
    assert count(found, "MEMBER_OF") >= 40
    assert bodies - ends
    assert bodies & ends
    assert any(answered & running for answered in answers)
    assert any(not answered & running for answered in answers)


def test_the_source_is_named() -> None:
    """The report and the time of its survey stand in the example."""
    text = REGIONS.read_text(encoding="utf-8")
    assert "地域における生活支援サービスのコーディネーターの育成に関する調査研究事業 報告書" in text
    assert "2013年度調査時点" in text
