"""A name taken apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.doubles.names import LONGEST_NAME, name_of, plain


@pytest.mark.parametrize(
    ("name", "full", "legal_forms", "kinds", "core"),
    [
        ("特定非営利活動法人　あおぞら", "あおぞら", {"NPO"}, set(), "あおぞら"),
        ("㈱ヤマネ", "ヤマネ", {"KK"}, set(), "ヤマネ"),
        ("医療法人社団見本会　見本病院", "見本会見本病院", {"MEDICAL"}, {"病院"}, "見本会見本"),
        ("社会福祉協議会", "社協", set(), set(), "社協"),
        ("介護老人保険施設　秋篠", "老健秋篠", set(), {"老健"}, "秋篠"),
        ("ＪＡみほん", "農協みほん", set(), {"農協"}, "みほん"),
        ("JALみほん", "jalみほん", set(), set(), "jalみほん"),
        ("リハビリテ－ション見本", "リハ見本", set(), set(), "リハ見本"),
        ("株式会社", "株式会社", {"KK"}, set(), "株式会社"),
        ("", "", set(), set(), ""),
    ],
)
def test_a_name_in_its_parts(name: str, full: str, legal_forms: set[str], kinds: set[str], core: str) -> None:
    """Forms and kinds are taken off, abbreviations made alike; a name that is nothing else stays."""
    found = name_of(name)
    assert (found.full, set(found.legal_forms), set(found.kinds), found.core) == (plain(full), legal_forms, kinds, plain(core))


@given(st.text(max_size=300))
def test_any_text_can_be_taken_apart(text: str) -> None:
    """The core is part of the full name, which holds letters and digits alone."""
    found = name_of(text)
    assert found.core in found.full
    assert len(text) > LONGEST_NAME or name_of(f" {text} ").full == found.full
