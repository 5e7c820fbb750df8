"""The order of reading: from the top, column by column where running text stands in columns."""

from loaders.case_studies.formats.pdf_lines import Line, lines_of
from loaders.case_studies.formats.pdf_order import Item, in_order
from tests.unit.loaders.case_studies.formats.glyphs import glyphs


def lines(*rows: tuple[str, float, float]) -> list[Line]:
    """Lines of texts with their place from the left and from the top."""
    return lines_of([glyph for text, x, base in rows for glyph in glyphs(text, x, base)], 1)


def texts(items: list[Item]) -> list[str]:
    return [item.content.text for item in items if isinstance(item.content, Line)]


LEFT = [(f"左{number}の列の文章です。", 50.0, 100.0 + 16 * number) for number in range(6)]
RIGHT = [(f"右{number}の列の文章です。", 180.0, 100.0 + 16 * number) for number in range(6)]


def test_columns_are_read_one_after_the_other() -> None:
    """Between what stands over the whole width above and below them."""
    above, below = (
        ("全体の幅にわたる見出しの文章で、とても長いもの", 50.0, 80.0),
        ("全体の幅にわたる結びの文章で、とても長いもの", 50.0, 220.0),
    )
    found = in_order(lines(above, *LEFT, *RIGHT, below), [])
    assert texts(found) == [above[0], *(text for text, _, _ in LEFT), *(text for text, _, _ in RIGHT), below[0]]
    assert found[1].column is not None
    assert found[1].column[0] == 50.0
    assert 145.0 <= found[1].column[1] < 180.0
    assert found[0].column is None


def test_columns_whose_lines_stand_on_other_heights_are_columns_too() -> None:
    """A right column that is set a little lower."""
    lowered = [(text, x, base + 7) for text, x, base in RIGHT]
    assert texts(in_order(lines(*LEFT, *lowered), [])) == [text for text, _, _ in (*LEFT, *lowered)]


def test_a_short_heading_below_both_columns_is_not_of_the_left_one() -> None:
    """It stands apart, and what follows it goes over the whole width."""
    heading, below = ("今後", 50.0, 230.0), ("全体の幅にわたる結びの文章で、とても長いもの", 50.0, 250.0)
    found = texts(in_order(lines(*LEFT, *RIGHT, heading, below), []))
    assert found[-2:] == ["今後", below[0]]
    assert found[:6] == [text for text, _, _ in LEFT]


def test_labels_with_values_are_no_columns() -> None:
    """What stands beside each other belongs together."""
    rows = [
        ("実施主体", "潮待婦人会"),
        ("協力団体", "潮待漁業協同組合"),
        ("対象地区", "浜辺"),
        ("課題", "担い手不足"),
        ("開始", "平成三十年"),
        ("財源", "町"),
    ]
    placed = [(label, 50.0, 100.0 + 16 * number) for number, (label, _) in enumerate(rows)]
    values = [(value, 150.0, 100.0 + 16 * number) for number, (_, value) in enumerate(rows)]
    assert texts(in_order(lines(*placed, *values), [])) == [f"{label}　{value}" for label, value in rows]
