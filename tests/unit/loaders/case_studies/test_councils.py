"""Councils: by name, between quotation marks, and those that a list is about."""

from tests.unit.loaders.case_studies.reading import in_town, nodes, ties


def test_a_quoted_council_keeps_its_members() -> None:
    """Who gathers in 「…会議」 sits on it; it stays one node however often it is named."""
    found = in_town("・町社協と民生委員が参加する「紅沢ささえあい会議」を設置した。", "・ささえあい会議では、見守りを話し合った。")
    councils = nodes(found, "Council")
    assert list(councils) == ["紅沢ささえあい会議"]
    assert ("民生委員", "紅沢ささえあい会議") in ties(found, "MEMBER_OF")


def test_members_are_not_tied_to_each_other() -> None:
    """A council stays two-mode: sitting together is no tie between its members."""
    found = in_town("・「紅沢ささえあい会議」は町社協、民生委員、老人クラブで構成する。")
    assert len(ties(found, "MEMBER_OF")) == 3
    assert ties(found, "COLLABORATES_WITH") == set()
