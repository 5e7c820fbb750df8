"""The matrix of an area."""

from dataclasses import replace

from tests.unit.visualizations.pictures import organization, quotation, sample, tie
from visualizations.chart.matrix import matrix_of
from visualizations.contract import Picture


def test_bodies_with_ties_stand_group_by_group() -> None:
    """The largest group first; who has no recorded tie is only counted; a shared council makes no mark."""
    # Act
    matrix = matrix_of(sample())

    # Assert
    ids = [node.id for node in matrix.bodies]
    assert matrix.groups == ((0, 14), (15, 15))
    assert ids[15] == "chamber"
    assert matrix.left_out == 2
    assert {"roujin", "coop"}.isdisjoint(ids)


def test_each_pair_is_marked_by_how_its_tie_is_known() -> None:
    """Confirmed, in two sources, in one, behind one service, and recorded as not yet there; each pair once."""
    matrix = matrix_of(sample())
    at = {node.id: place for place, node in enumerate(matrix.bodies)}

    def known(a: str, b: str) -> str | None:
        return matrix.cells.get((min(at[a], at[b]), max(at[a], at[b])))

    assert known("houkatsu", "otagai") == "confirmed"
    assert known("shakyo", "nishi") == "recorded"
    assert known("mobile", "otagai") == "one_source"
    assert known("takasaki", "nishi") == "by_service"
    assert known("chamber", "shakyo") == "absent"
    assert known("shi", "nishi") is None


def test_the_best_known_tie_of_a_pair_decides() -> None:
    """Neither a further source nor a service in common hides that somebody confirmed it."""
    two = (organization("a", "あ"), organization("b", "い"))
    ties = (
        tie("SUPPORTS", "a", "b", quotation("支援。")),
        tie("COLLABORATES_WITH", "a", "b", quotation("連携。", review="confirmed")),
        tie("FUNDS", "a", "b", quotation("資金。")),
    )

    for order in (ties, ties[::-1]):
        assert matrix_of(Picture(title="図", nodes=two, ties=order)).cells == {(0, 1): "confirmed"}


def test_the_order_does_not_depend_on_the_input() -> None:
    """The same network gives the same matrix."""
    turned = replace(sample(), nodes=sample().nodes[::-1], ties=sample().ties[::-1])

    assert matrix_of(turned).bodies == matrix_of(sample()).bodies
    assert matrix_of(turned).cells == matrix_of(sample()).cells
