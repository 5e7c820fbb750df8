"""What a text says of a council itself: layers that stand at its name, how often it meets; nothing where it says nothing."""

import pytest

from graph.model.councils import Council
from tests.unit.loaders.case_studies.reading import in_town, nodes


def council(line: str) -> Council:
    found = list(nodes(in_town(line), "Council").values())
    assert len(found) == 1
    assert isinstance(found[0], Council)
    return found[0]


@pytest.mark.parametrize(
    ("line", "layers"),
    [
        ("・第2層協議体「ささえあい会議」を町社協が立ち上げた。", (2,)),
        ("・「ささえあい会議」（第１層協議体）を町社協が立ち上げた。", (1,)),
        ("・「ささえあい会議」を第1層の協議体と位置づけ、町社協が立ち上げた。", (1,)),
        ("・第1層・第2層協議体「ささえあい会議」を町社協が立ち上げた。", (1, 2)),
        ("・「ささえあい会議」を町社協が立ち上げた。", ()),
        ("・「ささえあい会議」で、第2層のあり方を町社協と話し合った。", ()),
    ],
)
def test_layers_stand_at_the_name(line: str, layers: tuple[int, ...]) -> None:
    """One, both, or none where the sentence only speaks of a layer."""
    assert council(line).layers == layers


@pytest.mark.parametrize(
    ("line", "meets"),
    [
        ("・「ささえあい会議」（年４回）は町社協、民生委員、老人クラブで構成する。", "年4回"),
        ("・「ささえあい会議」は町社協、民生委員、老人クラブで構成し、隔月で開く。", "隔月"),
        ("・「ささえあい会議」を町社協が立ち上げた。", None),
    ],
)
def test_how_often_it_meets(line: str, meets: str | None) -> None:
    """As the source words it, in the form in which it is read."""
    assert council(line).meets == meets
