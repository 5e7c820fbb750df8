"""Names as they stand under a mark."""

import pytest

from visualizations.wording import LINE_WIDTH, MOST_LINES, columns, lines


@pytest.mark.parametrize(("text", "width"), [("", 0), ("NPO", 3), ("髙﨑", 4), ("㈱𠮷田", 6), ("ｶﾌｪ", 3), ("か\u3099", 2)])
def test_full_width_characters_count_double(text: str, width: int) -> None:
    """Full-width two columns, half-width one, combining marks none; characters outside the first plane count once."""
    assert columns(text) == width


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("商工会", ("商工会",)),
        ("社会福祉法人みほん市社会福祉協議会", ("社会福祉法人", "みほん市", "社会福祉協議会")),
        ("地域包括支援センター中央", ("地域包括支援", "センター中央")),
        ("NPO法人 おたがいさまの会", ("NPO法人", "おたがいさまの会")),
    ],
)
def test_a_name_is_broken_where_a_reader_pauses(name: str, expected: tuple[str, ...]) -> None:
    """Legal forms and known words stay whole."""
    assert lines(name) == expected


@pytest.mark.parametrize(
    "name", ["認知症カフェひだまりっこ", "みほん市シルバー人材センター", "a" * 200, "あ" * 200, "Mihon Social Welfare Council Centre"]
)
def test_no_line_is_wider_than_the_layout_allows(name: str) -> None:
    """The layout counts on it: at most three lines of the given width; what does not fit ends in an ellipsis."""
    broken = lines(name)

    assert len(broken) <= MOST_LINES
    assert all(columns(line) <= LINE_WIDTH + 1 for line in broken)
    assert "".join(broken).rstrip("…").replace(" ", "") in name.replace(" ", "")


def test_small_kana_and_length_marks_begin_no_line() -> None:
    """カフェ is not torn into カフ and ェ."""
    assert all(line[0] not in "ェーっゃ" for line in lines("オレンジカフェパーティーひろばの会"))


def test_an_empty_name_is_one_empty_line() -> None:
    """A node without a name can still be drawn."""
    assert lines("  ") == ("",)
