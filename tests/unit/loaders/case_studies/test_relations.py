"""Ties: only where the text says so."""

import pytest

from tests.unit.loaders.case_studies.reading import in_town, nodes, read_sample, ties

SHAKYO = "紅沢町社会福祉協議会"


@pytest.mark.parametrize(
    ("line", "type_", "tie"),
    [
        ("・町社協が配食サービスを実施。", "PROVIDES", (SHAKYO, "配食サービス")),
        ("・配食サービスは町社協が担当。", "PROVIDES", (SHAKYO, "配食サービス")),
        ("・NPO法人みのりによる移動販売", "PROVIDES", ("NPO法人みのり", "移動販売")),
        ("・町社協が「くらし支え合い会議」を設置。", "ESTABLISHED", (SHAKYO, "くらし支え合い会議")),
        ("・町が移動販売の運行をNPO法人みのりに委託。", "COMMISSIONS", ("紅沢町", "NPO法人みのり")),
        ("・町社協と商工会が共同で朝市を開催。", "COLLABORATES_WITH", ("商工会", SHAKYO)),
        ("・町が紅沢郵便局と見守り協定を締結。", "COLLABORATES_WITH", ("紅沢町", "紅沢郵便局")),
        ("・民生委員が困りごとを町社協につなぐ。", "REFERS_TO", ("民生委員", SHAKYO)),
        ("・町社協が老人クラブの活動を支援。", "SUPPORTS", (SHAKYO, "老人クラブ")),
        ("・「くらし支え合い会議」は町社協、町、民生委員で構成する。", "MEMBER_OF", ("民生委員", "くらし支え合い会議")),
        ("・NPO法人みのりは町から補助を受けて朝市を開催。", "FUNDS", ("紅沢町", "NPO法人みのり")),
        ("・買い物に行けない人がいることから、町社協が移動販売を始めた。", "ADDRESSES", ("移動販売", "買い物に行けない人がいる")),
        ("・石平地区では町社協がサロンを開催。", "DELIVERED_IN", ("サロン", "石平地区")),
        ("・町社協が「いこい」を始め、紅沢商店は移動店舗「あおば号」を走らせている。", "PROVIDES", ("紅沢商店", "移動店舗「あおば号」")),
        ("・紅沢商店は、客の様子が変わっていれば町社協に知らせる。", "REFERS_TO", ("紅沢商店", SHAKYO)),
        ("・紅沢商店は、応答がないときは町社協に連絡する。", "REFERS_TO", ("紅沢商店", SHAKYO)),
    ],
)
def test_words_state_a_tie(line: str, type_: str, tie: tuple[str, str]) -> None:
    """Each form of words gives its relationship between the things that it names."""
    assert tie in ties(in_town(line), type_)


def test_a_recorded_absence_is_no_tie() -> None:
    """「まだない」 is kept as absent, so that nobody takes it for a tie."""
    states = {getattr(fact.what, "state", None) for fact in in_town("・町社協と生協との連携はまだない。").facts}
    assert "absent" in states
    assert "recorded" not in states


def test_a_shared_list_is_no_tie() -> None:
    """Bodies that sit on one council are members, and nothing more."""
    found = read_sample("two_columns.md")
    assert ("民生委員", "白波つながり会議") in ties(found, "MEMBER_OF")
    assert not any("民生委員" in pair for pair in ties(found, "COLLABORATES_WITH"))


def test_participants_sit_on_the_council_named_above_them() -> None:
    """Where the network rows found one council, the row of participants is its list; else it has a council of its own."""
    found = read_sample("two_columns.md")
    councils = {end for _, end in ties(found, "MEMBER_OF")}
    assert councils == {"白波つながり会議", "ネットワーク(協議体)"}
    assert getattr(nodes(found, "Council")["白波つながり会議"], "open_list", None) is True


def test_bracketed_members_sit_on_what_stands_before_the_bracket() -> None:
    """まちづくり協議会(自治会、老人クラブ) names members of the community council."""
    found = ties(read_sample("narrative.md"), "MEMBER_OF")
    assert ("老人クラブ", "紅沢地区まちづくり協議会") in found
    assert ("老人クラブ", "ネットワーク(協議体)") not in found


def test_who_is_left_out_acts_by_the_row_above() -> None:
    """A cell without subject is about the body of the row 主体; that is structural, not in words."""
    found = read_sample("two_columns.md")
    certainties = {
        one.certainty
        for fact in found.facts
        if getattr(fact.what, "type", "") == "PROVIDES"
        for one in fact.evidence
        if "配食" in one.quote
    }
    assert ("社会福祉法人白波すみれ会", "配食サービス") in ties(found, "PROVIDES")
    assert certainties == {"structural"}


def test_actors_act_for_their_municipality() -> None:
    """The three functions come from the rows of the table."""
    found = read_sample("two_columns.md")
    functions = {(getattr(f.what, "function", None), f.what.start.id) for f in found.facts if getattr(f.what, "type", "") == "ACTS_FOR"}  # type: ignore[union-attr]
    assert {function for function, _ in functions} == {"needs", "resources", "network"}


def test_an_agreement_in_a_column_is_a_tie() -> None:
    """村と協定締結済 beside a body is a recorded tie of the two."""
    assert ("潮待村", "潮待郵便局") in ties(read_sample("records.md"), "COLLABORATES_WITH")


def test_what_a_coordinator_does_the_holder_of_the_post_does() -> None:
    """The post is given to a body with its order; of two bodies nobody knows which."""
    order = "・町は生活支援コーディネーターの配置を町社協に委託している。"
    done = "・生活支援コーディネーターが移動販売を始めた。"
    found = in_town(order, done)
    assert ties(found, "PROVIDES") == {(SHAKYO, "移動販売")}


def test_a_house_is_named_by_its_kind_and_its_name() -> None:
    """特別養護老人ホームはぎの里 is one body, and 等 behind it belongs to nobody."""
    found = in_town("・町社協、特別養護老人ホームはぎの里等がサロンを開催。")
    assert "特別養護老人ホームはぎの里" in nodes(found, "Organization")
