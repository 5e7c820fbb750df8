"""Persons stay out of tables: rows set aside, columns never read, names masked, whatever columns the source knows."""

from pathlib import Path

from graph.areas import area_index
from graph.facts import Fact
from loaders.contract import Candidate, Outcome, Problem
from loaders.tables.heads import Column
from loaders.tables.row import Row
from loaders.tables.table import Table, table_of

COLUMNS = (Column(key="name", heads=("名称",), required=True, names_a_body=True), Column(key="notes", heads=("備考",)))


def table(*lines: str) -> Table:
    candidate = Candidate(path=Path("list.csv"), content="\n".join(lines).encode())
    return table_of(candidate, "sample", COLUMNS)


def outcomes(*lines: str) -> list[tuple[Outcome, dict[str, str]]]:
    """Each row's outcome, and what the rules of a source saw of it."""
    seen: dict[str, dict[str, str]] = {}

    def take(row: Row) -> tuple[list[Fact], list[Problem]]:
        seen[row.place] = dict(row.cells)
        area = area_index().resolve("伊賀市").area
        return [Fact(what=area, evidence=(row.quotation("name", "name", None),))], []

    found = list(table(*lines).outcomes(take))
    return [(one, seen.get(one.place, {})) for one in found]


def test_a_person_beside_a_telephone_is_set_aside_with_place_and_reason_only() -> None:
    """Also where the source reads neither column; the words of the row are nowhere in the report."""
    ((outcome, seen),) = outcomes("名称,氏名,電話", "みどりの集い,山田 花子,090-0000-0000")
    (problem,) = outcome.problems
    assert (problem.kind, problem.place, seen, outcome.facts) == ("set_aside", "row 2, column 氏名", {}, ())
    assert not any(word in str(problem) for word in ("山田", "花子", "0000"))


def test_a_person_in_free_text_is_masked_before_any_rule_sees_it() -> None:
    """The row is taken, and says how many characters were masked."""
    ((outcome, seen),) = outcomes("名称,備考", "社会福祉法人みどり会,申込みは山田花子さんまで")
    assert seen["notes"] == "申込みは＊＊＊＊さんまで"
    assert [(one.code, one.values) for one in outcome.problems] == [("people.masked", {"characters": 4})]


def test_columns_of_persons_are_never_read_and_said_once() -> None:
    """The body of an established house is taken without its representative."""
    lines = ("名称,代表者氏名,電話", "社会福祉法人みどり会,山田花子,0595-00-0000", "株式会社あお,佐藤太郎,0595-00-0001")
    taken = [outcome for outcome, _ in outcomes(*lines) if outcome.facts]
    (notice,) = table(*lines).notices()
    assert len(taken) == 2
    assert (notice.code, notice.values) == ("people.left_out", {"columns": "代表者氏名"})


def test_a_head_that_stands_twice_hides_nothing() -> None:
    """Both columns are looked at."""
    ((outcome, _),) = outcomes("名称,氏名,氏名,電話", "集い,,山田花子,090-0000-0000")
    assert [one.kind for one in outcome.problems] == ["set_aside"]
