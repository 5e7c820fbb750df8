"""Who could introduce others, by hand."""

from graph.metrics.brokers import brokers
from tests.drawn import DAY, drawn


def test_the_row_by_hand() -> None:
    """Z is tied to a and sits with b; y only sits on the council that a and b share, and introduces nobody."""
    # Act
    found = brokers(drawn("abyz", "az", councils={"x": "aby", "w": "bz"}), limit=20, as_of=DAY)

    # Assert
    assert [one for one in found if one["id"] == "z"] == [
        {
            "area_id": "市",
            "area": "市",
            "id": "z",
            "name": "z",
            "pairs": 1,
            "facts": ["az", "b@w", "z@w"],
            "between": ["a - b"],
            "sources_that_could_show": ["資料"],
        }
    ]


def test_those_with_most_pairs_come_first_and_the_rest_is_cut_off() -> None:
    """The limit keeps the first of the order."""
    # Arrange
    row = drawn("abcdz", "az", councils={"x": "abc", "w": "bz", "v": "cz", "u": "ad"})

    # Act
    everybody, first = (brokers(row, limit=limit, as_of=DAY) for limit in (20, 1))

    # Assert
    assert first == everybody[:1]
    assert [one["pairs"] for one in everybody] == sorted((one["pairs"] for one in everybody), reverse=True)


def test_nobody_knows_both_where_there_is_nobody_else() -> None:
    """Two bodies alone have no introducer."""
    assert brokers(drawn("ab", councils={"x": "ab"}), limit=20, as_of=DAY) == []
