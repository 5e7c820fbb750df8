"""A quotation in its surroundings: lines and rows put together from what was quoted of them, and nothing made up between."""

from typing import Any

from api.surroundings import LEFT_OUT, Part, Surroundings


def quoted(quote: str, line: int | None = None, starts_at: int | None = None, dataset: str = "a", **cell: Any) -> dict[str, Any]:
    """Evidence as the list gives it."""
    ends_at = None if starts_at is None else starts_at + len(quote)
    place = {"line": line, "starts_at": starts_at, "ends_at": ends_at, "sheet": None, "row": None, "column": None}
    return {"quote": quote, "dataset": dataset, **place, **cell}


def told(surroundings: Surroundings, row: dict[str, Any]) -> list[tuple[int | None, str]]:
    """The lines, the quotation's own piece in brackets."""
    return [(one.line, "".join(f"[{part.text}]" if part.is_own else part.text for part in one.parts)) for one in surroundings.of(row)]


def test_the_lines_around_it_are_put_together_from_their_quotations() -> None:
    """Two lines before and after, of the same source; pieces that overlap are one; what nobody quoted is left out as just that."""
    own = quoted("と三丁目が手伝う", 5, 4)
    rows = [
        own,
        quoted("いろは会と三丁目が", 5, 0),
        quoted("週に一度", 5, 20),
        quoted("サロンを開く", 7, 0),
        quoted("遠い行", 8, 0),
        quoted("ほかの資料", 5, 0, dataset="b"),
    ]

    assert told(Surroundings(rows), own) == [(5, f"いろは会[と三丁目が手伝う]{LEFT_OUT}週に一度"), (7, "サロンを開く")]


def test_a_row_of_a_table_has_its_other_cells() -> None:
    """Each column once, of the same sheet and row."""
    own = quoted("いろは会", row=3, sheet="組織", column="名称")
    rows = [own, quoted("NPO", row=3, sheet="組織", column="種類"), quoted("にほへ会", row=4, sheet="組織", column="名称")]

    found = Surroundings(rows).of(own)

    assert [(one.column, one.parts) for one in found] == [("名称", [Part("いろは会", is_own=True)]), ("種類", [Part("NPO", is_own=False)])]


def test_where_nothing_more_is_known_nothing_is_shown() -> None:
    """Alone in its line or row, or said by somebody."""
    alone, cell, said = quoted("一行だけ", 1, 0), quoted("一欄", row=2, sheet="表", column="名称"), quoted("話")

    surroundings = Surroundings([alone, cell, said])

    assert [surroundings.of(one) for one in (alone, cell, said)] == [[], [], []]


def test_quotations_without_their_place_in_the_line_stand_one_after_the_other() -> None:
    """Nothing is said about what lies between them."""
    own = quoted("あ", 1)

    assert [part for one in Surroundings([own, quoted("い", 1)]).of(own) for part in one.parts] == [
        Part("あ", is_own=True),
        Part("い", is_own=False),
    ]
