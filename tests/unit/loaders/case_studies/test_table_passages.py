"""Tables of records: the names of their columns, also where a row above only groups them."""

import pytest

from tests.unit.loaders.case_studies.reading import in_town, nodes, ties


@pytest.mark.parametrize(
    "head",
    [
        ["| 地区 | 実施団体 | 内容 |"],
        ["| 地区 | 実施状況 | 実施状況 |", "|---|---|---|", "| 地区 | 実施団体 | 内容 |"],
        ["| | 実施状況 | |", "|---|---|---|", "| 地区 | 実施団体 | 内容 |"],
        ["| 地区 | 実施状況 | |", "|---|---|---|", "| | 実施団体 | 内容 |"],
    ],
)
def test_a_head_of_two_rows_names_the_columns_as_one(head: list[str]) -> None:
    """Merged cells of the head are carried, or left out as Markdown writers do."""
    found = in_town(*head, "| 石平地区 | 南婦人会 | 会食会を開催 |", "| 桑谷地区 | 桑谷自治会 | 朝市を開催 |")
    assert {"南婦人会", "桑谷自治会"} <= set(nodes(found, "Organization"))
    assert "実施団体" not in nodes(found, "Organization")
    assert len([pair for pair in ties(found, "PROVIDES") if pair[0] == "南婦人会"]) == 1
    assert len([pair for pair in ties(found, "DELIVERED_IN") if pair[1] == "石平地区"]) == 1


def test_the_first_record_is_not_taken_for_a_head() -> None:
    """Where the first row names the columns, the second is a record though a cell is left out."""
    found = in_town("| 地区 | 実施団体 | 内容 |", "|---|---|---|", "| 石平地区 | 南婦人会 | |", "| 桑谷地区 | 桑谷自治会 | 朝市を開催 |")
    assert {"南婦人会", "桑谷自治会"} <= set(nodes(found, "Organization"))
