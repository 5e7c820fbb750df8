"""Names of bodies and councils: one node per body, whatever the text calls it."""

from graph.model.organizations import Organization
from tests.unit.loaders.case_studies.reading import in_town, nodes, read_sample


def bodies(*lines: str) -> dict[str, Organization]:
    return {name: node for name, node in nodes(in_town(*lines), "Organization").items() if isinstance(node, Organization)}


def test_the_council_of_social_welfare_is_one_body() -> None:
    """町社協, 社協 and the full name are one node."""
    found = bodies("・町社協が配食サービスを実施。", "・紅沢町社会福祉協議会が朝市を開催。", "・社協が講座を開催。")
    assert set(found) == {"紅沢町社会福祉協議会"}
    assert found["紅沢町社会福祉協議会"].actor_types == ("SHAKYO",)
    assert not found["紅沢町社会福祉協議会"].generic


def test_the_administration_is_one_body() -> None:
    """町, 行政 and an office of the town are the municipality's administration."""
    found = bodies("・町が配食サービスを実施。", "・行政が朝市を開催。", "・町の高齢者支援課が講座を開催。")
    assert set(found) == {"紅沢町"}
    assert found["紅沢町"].actor_types == ("MUNI",)


def test_a_legal_form_and_its_absence_are_one_body() -> None:
    """NPO法人〜 and the bare name are one node, also with a space in between."""
    found = bodies("・NPO法人グループ ひだまりの家が朝市を開催。", "・NPO法人グループひだまりの家が配食サービスを実施。")
    assert set(found) == {"NPO法人グループひだまりの家"}


def test_a_kind_of_actor_is_generic_and_a_named_one_is_not() -> None:
    """自治会 is a kind within the municipality; 石平自治会 is a body."""
    assert bodies("・自治会が朝市を開催。")["自治会"].generic
    assert not bodies("・石平自治会が朝市を開催。")["石平自治会"].generic


def test_a_community_council_is_both() -> None:
    """まちづくり協議会 is Organization and Council with one id."""
    found = read_sample("narrative.md")
    name = "紅沢地区まちづくり協議会"
    assert nodes(found, "Organization")[name].id == nodes(found, "Council")[name].id


def test_what_is_gone_is_no_body() -> None:
    """A shop that closed, and shops that do not exist, act nowhere."""
    assert "商店" not in bodies("・商店がなく、買い物に困る。")


def test_no_person_becomes_a_node() -> None:
    """Audiences and job titles without a body are nobody."""
    assert not bodies("・高齢者や子ども、参加者、講師が集まった。")
