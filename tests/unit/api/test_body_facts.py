"""What is recorded of one body, arranged for reading."""

from dataclasses import replace

from api.body_facts import facts_of
from api.wording import messages
from tests.unit.visualizations.pictures import sample


def test_everything_recorded_around_a_body_stands_once() -> None:
    """Ties by how they read from here, services and councils with who else is behind them."""
    # Act
    facts = facts_of(replace(sample(), start="otagai"), messages("ja"))

    # Assert
    assert {(one.name, one.how) for one in facts.ties} == {
        ("地域包括支援センター中央", "連携"),
        ("㈱ほしの移動スーパー", "連携"),
        ("社会福祉法人みほん市社会福祉協議会", "支援を受けている"),
        ("みほん高等学校", "支援を受けている"),
    }
    assert [(one.name, one.together) for one in facts.services] == [("おたがいさま便", [("fund", "地域づくり補助金")])]
    assert [one.name for one in facts.councils] == ["第2層協議体（中央）"]
    assert {name for _, name in facts.councils[0].together} == {
        "地域包括支援センター中央",
        "民生委員児童委員協議会",
        "西地区まちづくり協議会",
    }
    assert all(one.quotations for one in (*facts.ties, *facts.services, *facts.councils))
    assert facts.missing == []


def test_what_no_source_records_is_named() -> None:
    """老人クラブ連合会 only sits on a council: ties, services, its reading and a check are not recorded."""
    facts = facts_of(replace(sample(), start="roujin"), messages("en"))

    assert facts.missing == ["kana", "ties", "services", "verified"]


def test_a_council_has_its_members() -> None:
    """Seats are told apart from ties."""
    facts = facts_of(replace(sample(), start="layer1"), messages("ja"))

    assert len(facts.members) == 7
    assert facts.ties == []
    assert {one.known for one in facts.members} == {None}
