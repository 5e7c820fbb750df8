"""Seats on the councils, by kind: known answers, among them open lists, nested bodies and kinds that only others seat."""

from datetime import date
from typing import Any

import pytest

from graph.connection import Graph
from graph.model.councils import Council, MemberOf
from graph.model.organizations import Holds, Organization, Post
from graph.model.places import Covers, PartOf
from graph.taxonomy import taxonomy
from tests.building import Town, answer, exhaustive_for, silent

GAP = "council_seats_by_kind"
SEATS = {code for code, one in taxonomy().guideline.items() if one.kind == "seat"}


def asked(graph: Graph, *, audience: str = "members", area: str | None = "名張市", **given: Any) -> dict[str, dict[str, Any]]:
    """Kind → its row."""
    return {row["kind"]: row for row in answer(graph, GAP, audience=audience, area=area, **given).rows}


def seated(rows: dict[str, dict[str, Any]]) -> set[str]:
    return {kind for kind, row in rows.items() if row["status"] == "seated"}


def town_with_shakyo(**council: Any) -> tuple[Town, Organization, Council]:
    """A town whose one council seats its 社協."""
    town = Town()
    shakyo = town.body("名張市社協", actor_types=("SHAKYO",))
    return town, shakyo, town.council("協議体", members=[shakyo], **council)


def test_every_kind_of_the_guideline_is_answered_and_a_shakyo_is_a_social_welfare_corporation(graph: Graph) -> None:
    """社協 fills two seats; who is not on a closed list is not listed, which is not said to be absent."""
    # Arrange
    town, _, _ = town_with_shakyo()
    town.into(graph, exhaustive_for("seats"))

    # Act
    rows = asked(graph)

    # Assert
    assert rows.keys() == SEATS
    assert seated(rows) == {"SEAT_SHAKYO", "SEAT_SHAFUKU"}
    assert {row["status"] for kind, row in rows.items() if kind not in seated(rows)} == {"not_listed"}
    assert rows["SEAT_SHAKYO"]["seated"] == ["名張市社協"]
    assert rows["SEAT_SHAKYO"]["councils"] == ["協議体"]
    assert rows["SEAT_SHAKYO"]["sources_that_could_show"] == ["samples/見本"]
    assert len(rows["SEAT_SHAKYO"]["evidence"]) == 1
    assert answer(graph, GAP).population == 1


def test_a_list_that_ends_in_others_leaves_the_rest_unknown(graph: Graph) -> None:
    """等: whoever is not named may sit there."""
    # Arrange
    town, _, _ = town_with_shakyo(open_list=True)
    town.into(graph, exhaustive_for("seats"))

    # Act
    rows = asked(graph)

    # Assert
    assert rows["SEAT_SHAKYO"]["status"] == "seated"
    assert rows["SEAT_HOUKATSU"]["status"] == "open_list"


def test_without_a_list_of_members_or_a_source_that_speaks_of_seats_nothing_is_known(graph: Graph) -> None:
    """A council whose members nobody states, and members that come from a source that does not speak of seats."""
    # Arrange
    town = Town()
    town.council("協議体")
    town.into(graph, exhaustive_for("seats"))
    other = Town("伊賀市")
    other.council("協議体", members=[other.body("社協", actor_types=("SHAKYO",))])
    other.into(graph, silent, dataset="samples/別の見本")

    # Act
    rows, others = asked(graph), asked(graph, area="伊賀市")

    # Assert
    assert {row["status"] for row in rows.values()} == {"no_list"}
    assert others["SEAT_SHAKYO"]["status"] == "seated"
    assert others["SEAT_NPO"]["status"] == "no_list"


def test_a_seat_through_a_nested_body_counts(graph: Graph) -> None:
    """Members of a member council, and the body of which a member is a part, with what stands between."""
    # Arrange
    town = Town()
    network = town.council("地域会議", members=[town.body("ふれあい会", actor_types=("VOL",))])
    workers = town.body("社会福祉士", actor_types=("OTHER",))
    town.join(PartOf, workers, town.body("名張市社協", actor_types=("SHAKYO",)))
    town.council("協議体", members=[network, workers])
    part = town.council("買い物部会", members=[town.body("生協", actor_types=("COOP",))])
    town.join(PartOf, part, town.council("支え合い会議"))
    town.into(graph, exhaustive_for("seats"))

    # Act
    rows = asked(graph)

    # Assert
    assert seated(rows) == {"SEAT_VOL", "SEAT_SHAKYO", "SEAT_SHAFUKU", "SEAT_COOP"}
    assert rows["SEAT_SHAKYO"]["through"] == ["社会福祉士"]
    assert rows["SEAT_VOL"]["through"] == ["地域会議"]


def test_a_part_of_a_member_does_not_sit_by_itself(graph: Graph) -> None:
    """That 社協 sits does not seat each of its parts."""
    # Arrange
    town, shakyo, _ = town_with_shakyo()
    town.join(PartOf, town.body("ボランティアセンター", actor_types=("VOL",)), shakyo)
    town.into(graph, exhaustive_for("seats"))

    # Act and assert
    assert asked(graph)["SEAT_VOL"]["status"] == "not_listed"


def test_a_kind_that_is_named_only_as_such_fills_its_seat(graph: Graph) -> None:
    """自治会 as a kind is no body, but the list names the kind."""
    # Arrange
    town = Town()
    town.council("協議体", members=[town.body("自治会", actor_types=("JICHIKAI",), generic=True), town.body("種類のない会")])
    town.into(graph, exhaustive_for("seats"))

    # Act and assert
    assert seated(asked(graph)) == {"SEAT_CHIEN"}


def test_the_body_that_holds_a_post_seats_the_coordinator(graph: Graph) -> None:
    """Where the coordinator is placed, the coordinator sits."""
    # Arrange
    town, shakyo, _ = town_with_shakyo()
    post = Post(key="post|第1層", name="第1層コーディネーター", layer=1, placed_in=town.area.id)
    town.state(post)
    town.join(Holds, shakyo, post)
    town.into(graph, exhaustive_for("seats"))

    # Act and assert
    assert asked(graph)["SEAT_COORD"]["seated"] == ["名張市社協"]


@pytest.mark.parametrize("status", ["planned", "ended"])
def test_planned_and_ended_councils_do_not_count(graph: Graph, status: str) -> None:
    """Neither here nor among those elsewhere."""
    # Arrange
    town, _, _ = town_with_shakyo()
    town.council("これからの会議", members=[town.body("生協", actor_types=("COOP",))], status=status)
    other = Town("伊賀市")
    other.council("これからの会議", members=[other.body("大学", actor_types=("UNIV",))], status=status)
    town.into(graph, exhaustive_for("seats"))
    other.into(graph, exhaustive_for("seats"), dataset="samples/別の見本")

    # Act
    rows = asked(graph)

    # Assert
    assert rows["SEAT_COOP"]["status"] == "not_listed"
    assert "UNIV" not in rows
    assert answer(graph, GAP).population == 1


def test_a_term_that_ended_or_a_dissolved_body_leaves_the_seat(graph: Graph) -> None:
    """On the day asked about; a membership without days holds."""
    # Arrange
    town, _, council = town_with_shakyo()
    town.join(MemberOf, town.body("生協", actor_types=("COOP",)), council, until=date(2026, 3, 31))
    town.join(MemberOf, town.body("もとの会", actor_types=("VOL",), ended_on=date(2026, 3, 31)), council)
    town.into(graph, exhaustive_for("seats"))

    # Act
    now, before = asked(graph), asked(graph, as_of=date(2026, 3, 1))

    # Assert
    assert seated(now) == {"SEAT_SHAKYO", "SEAT_SHAFUKU"}
    assert seated(before) == {"SEAT_SHAKYO", "SEAT_SHAFUKU", "SEAT_COOP", "SEAT_VOL"}


def test_kinds_that_only_others_seat_are_answered_too(graph: Graph) -> None:
    """A university sits in two other towns: here it is not listed; kinds of nobody elsewhere are no rows."""
    # Arrange
    town, _, council = town_with_shakyo()
    town.join(MemberOf, town.body("農家", actor_types=("FARM",)), council)
    town.into(graph, exhaustive_for("seats"))
    for name in ("伊賀市", "高根沢町"):
        other = Town(name)
        other.council("協議体", members=[other.body("大学", actor_types=("UNIV",)), other.body("社協", actor_types=("SHAKYO",))])
        other.into(graph, exhaustive_for("seats"), dataset=f"samples/{name}")

    # Act
    rows = asked(graph)

    # Assert
    assert rows.keys() == SEATS | {"UNIV"}
    assert (rows["UNIV"]["status"], rows["UNIV"]["elsewhere"], rows["UNIV"]["in_guideline"]) == ("not_listed", 2, False)
    assert rows["SEAT_SHAKYO"]["elsewhere"] == 2
    assert asked(graph, area="伊賀市")["UNIV"]["elsewhere"] == 1
    assert asked(graph, area="伊賀市")["FARM"]["status"] == "not_listed"


def test_a_council_of_a_district_is_asked_about_there(graph: Graph) -> None:
    """By what it covers; the sources of the town speak of its districts, too."""
    # Arrange
    town = Town()
    district = town.district("東地区")
    council = town.council("東の会議", members=[town.body("東自治会", actor_types=("JICHIKAI",))])
    town.join(Covers, council, district)
    town.into(graph, exhaustive_for("seats"))

    # Act
    rows = asked(graph, area="東地区")

    # Assert
    assert rows["SEAT_CHIEN"]["status"] == "seated"
    assert rows["SEAT_NPO"]["status"] == "not_listed"


def test_what_an_audience_may_not_see_fills_no_seat(graph: Graph) -> None:
    """A member that only members may see, a seat that only members may see, a council that only members may see."""
    # Arrange
    town, _, council = town_with_shakyo()
    town.join(MemberOf, town.body("生協", actor_types=("COOP",), visibility="members"), council)
    town.join(MemberOf, town.body("ふれあい会", actor_types=("VOL",)), council, visibility="members")
    town.council("内々の会議", members=[town.body("支援の会", actor_types=("NPO",))], visibility="members")
    town.into(graph, exhaustive_for("seats"))

    # Act
    public, members = asked(graph, audience="public"), asked(graph)

    # Assert
    assert seated(public) == {"SEAT_SHAKYO", "SEAT_SHAFUKU"}
    assert seated(members) == {"SEAT_SHAKYO", "SEAT_SHAFUKU", "SEAT_COOP", "SEAT_VOL", "SEAT_NPO"}
    assert answer(graph, GAP, audience="public").population == 1
