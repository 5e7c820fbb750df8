"""What a slip of the pen is, and what tells two names apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.doubles.differences import differs_by_mark, nearly_alike, slip


@pytest.mark.parametrize(
    ("core", "other", "is_slip"),
    [
        ("いきいきひろばみなと", "いきいきひろはみなと", True),
        ("リハリゾートセンタ", "リハリゾートセンター", True),
        ("みどりの家", "みどり家", True),
        ("みどりの会", "みのりの会", False),
        ("みどり", "みどる", False),
        ("サポートセンター横浜緑", "サポートセンター横浜旭", False),
        ("サポートセンターひまわり1", "サポートセンターひまわり2", False),
        ("サポートセンターひまわりa", "サポートセンターひまわりb", False),
        ("サポートlivehouse", "サポートlivehose", True),
        ("いきいきひろばみなと", "いきいきひろばみなと", False),
    ],
)
def test_slips(core: str, other: str, is_slip: bool) -> None:
    """Kana and letters within a word in a long name; never kanji, digits or a letter alone."""
    assert (slip(core, other) is not None) == is_slip


@given(st.text(alphabet="ひまわりの会A1東緑ー", max_size=12), st.text(alphabet="ひまわりの会A1東緑ー", max_size=12))
def test_a_difference_is_that_of_the_pair(core: str, other: str) -> None:
    """Both ways the same, from 0 to 1, and a slip only where the names are nearly alike."""
    assert slip(core, other) == slip(other, core)
    assert differs_by_mark(core, other) == differs_by_mark(other, core)
    likeness = slip(core, other)
    assert likeness is None or (0 < likeness < 1 and nearly_alike(core, other))


@pytest.mark.parametrize(
    ("name", "other"),
    [("第1ひまわり", "第2ひまわり"), ("東ひまわり", "ひまわり"), ("ひまわり支部", "ひまわり"), ("令和6年度会", "令和7年度会")],
)
def test_marks(name: str, other: str) -> None:
    """Numbers, directions, words for a part, years."""
    assert differs_by_mark(name, other)
    assert not differs_by_mark(name, name)
