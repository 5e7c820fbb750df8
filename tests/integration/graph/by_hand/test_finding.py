"""The body that a name or an id means: one, or a refusal with all that it may mean."""

from datetime import date

import pytest

from graph.by_hand.finding import Finding
from graph.by_hand.organizations import TypedOrganization
from graph.by_hand.saying import Saying
from graph.connection import Graph
from graph.errors import QueryMisused
from graph.reading import Reader
from tests.building import TODAY, Town
from tests.engines import facts_of
from tests.integration.graph.by_hand.typed_in import type_in


def finding(graph: Graph, area: str | None = None, audience: str = "restricted") -> Finding:
    return Finding(Reader(graph, audience=audience, today=TODAY), area)


@pytest.fixture
def two_towns(graph: Graph) -> tuple[Town, Town]:
    """A body of the same name in each of two towns, one of them in a district; and what only members know."""
    one, other = Town("名張市"), Town("伊賀市")
    one.body("ＮＰＯ法人 いろは会", aliases=("いろは",))
    district = other.district("上野地区")
    other.body("特定非営利活動法人いろは会", works_in=[district])
    other.body("ひみつの会", visibility="restricted")
    one.into(graph)
    other.into(graph, dataset="samples/ほか")
    return one, other


@pytest.mark.usefixtures("two_towns")
def test_a_name_of_several_is_refused_with_their_areas_and_ids(graph: Graph) -> None:
    """The beginning of each id that is shown is enough to say which."""
    with pytest.raises(QueryMisused, match="name_of_several") as raised:
        finding(graph).body("NPO法人いろは会")
    shown = str(raised.value.values["candidates"])

    assert "三重県名張市" in shown
    assert "三重県伊賀市上野地区" in shown
    for body in facts_of(graph, "Organization"):
        if body["id"][:8] in shown:
            assert finding(graph).body(body["id"][:6]).id == finding(graph).body(body["id"]).id == body["id"]


@pytest.mark.usefixtures("two_towns")
def test_the_area_and_all_below_it_narrow_a_name(graph: Graph) -> None:
    """Names are compared without width, spaces and the form of the legal name; other forms of the name count too."""
    here = finding(graph, "名張市")

    assert here.body("NPO法人いろは会").id == here.body("いろは").id
    assert finding(graph, "伊賀市").body("ＮＰＯ法人いろは会").id != here.body("いろは").id
    assert finding(graph, "上野地区").body("NPO法人いろは会").places != here.body("いろは").places


@pytest.mark.usefixtures("two_towns")
def test_a_name_that_nobody_has_is_refused_with_the_nearest(graph: Graph) -> None:
    """Another legal form is another body: proposed, not taken."""
    with pytest.raises(QueryMisused, match="body_not_found") as raised:
        finding(graph, "名張市").body("いろは会")
    assert "ＮＰＯ法人 いろは会" in str(raised.value.values["nearest"])


@pytest.mark.usefixtures("two_towns")
def test_what_an_audience_may_not_see_it_cannot_name(graph: Graph) -> None:
    """Neither by its name nor by its id."""
    secret = finding(graph).body("ひみつの会")

    for text in ("ひみつの会", secret.id):
        with pytest.raises(QueryMisused, match="body_not_found") as raised:
            finding(graph, audience="members").body(text)
        assert "ひみつの会" not in str(raised.value.values["nearest"])


def test_a_body_of_another_number_is_another_body(graph: Graph) -> None:
    """The same name and area with a number joins the one that has none, and not one with another number."""
    # Arrange
    town = Town()
    town.body("いろは会", corporate_number="1000012030001")
    town.into(graph)
    saying = Saying(said_by="住民", on=date(2026, 11, 20))

    # Act
    same = type_in(graph, TypedOrganization(name="いろは会の新しい名", area="名張市", corporate_number="1000012030001"), saying)
    other = type_in(graph, TypedOrganization(name="いろは会", area="名張市", corporate_number="8000012010038"), saying)

    # Assert
    assert same.joined == ("いろは会",)
    assert other.joined == ()
    assert len(facts_of(graph, "Organization")) == 2
