"""Lists of bodies: what no rule knows is a body between bodies, and nowhere else."""

from tests.unit.loaders.case_studies.reading import in_town, nodes, ties


def test_an_item_between_bodies_is_one() -> None:
    """A name of an unknown kind gets its seat with the others."""
    found = in_town("・「べに会議」は、町社協、紅沢あじさい、老人クラブで構成する。")
    assert {("紅沢あじさい", "べに会議"), ("老人クラブ", "べに会議")} <= set(ties(found, "MEMBER_OF"))


def test_a_clause_is_no_item() -> None:
    """What has a particle in it is not taken for a name."""
    found = in_town("・町社協、雪が多い冬の朝、老人クラブが見回る。")
    assert not [name for name in nodes(found, "Organization") if "雪" in name]
