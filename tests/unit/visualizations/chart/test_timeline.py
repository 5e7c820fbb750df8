"""The timeline of an area."""

from graph.messages import Messages
from tests.unit.visualizations.pictures import organization, quotation, thing
from visualizations.chart.timeline import lines_of, table_of
from visualizations.contract import Picture

PICTURE = Picture(
    title="期間",
    nodes=(
        thing("late", "Service", "配食", begins="2026-04-01", ends="2027-03-31", quotations=(quotation("配食。"),)),
        thing("early", "Service", "買い物バス", begins="2024-04-01"),
        thing("unknown", "Service", "いつか分からない活動"),
        organization("body", "いろは会", "NPO", ends="2026-03-31"),
    ),
)


def test_things_stand_kind_by_kind_the_earliest_first() -> None:
    """What has no day at all is left out; nothing is guessed for an end that is not stated."""
    lines = lines_of(PICTURE)

    assert [line.node.id for line in lines] == ["body", "early", "late"]
    assert [(line.begins, line.ends) for line in lines] == [(None, "2026-03-31"), ("2024-04-01", None), ("2026-04-01", "2027-03-31")]
    assert [line.is_stated for line in lines] == [True, True, True]


def test_the_table_says_the_same() -> None:
    """Name, kind, begin, end, and the days of the sources; what is not stated stays empty."""
    rows = table_of(lines_of(PICTURE), Messages(("visualizations",), "ja"))

    assert rows[1] == ("買い物バス", "サービス・活動", "2024-04-01", "", "")
    assert rows[2][2:] == ("2026-04-01", "2027-03-31", "2026-09-12")
