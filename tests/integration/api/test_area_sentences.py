"""An area in a few sentences: each says no more than its answer, and what it rests on."""

from api.area_sentences import area_sentences
from api.wording import messages
from graph.connection import Graph
from graph.reading import Reader
from tests.building import TODAY, Town, exhaustive_for


def told(graph: Graph, *, audience: str = "members", language: str = "ja") -> dict[str, list[str]]:
    """Topic → its sentences about 名張市."""
    reader = Reader(graph, audience=audience, today=TODAY)
    found: dict[str, list[str]] = {}
    for one in area_sentences(reader, reader.areas.find("名張市"), messages(language)):
        found.setdefault(one.topic, []).append(one.text)
    return found


def test_needs_are_said_with_the_sources_that_could_have_shown_a_service(graph: Graph) -> None:
    """Two needs, one of them with a running service, one source."""
    # Arrange
    town = Town()
    town.need("N_SHOP")
    town.need("N_SNOW")
    town.service("除雪隊", "SNOW", by=[town.body("いろは会")], held_in=town.area)
    town.into(graph, exhaustive_for("needs", "services", "seats"))

    # Act
    ja, en = told(graph), told(graph, language="en")

    # Assert
    sentence = (
        "把握されている2件のニーズのうち1件は、対応するサービスの記載が資料1点に見当たりません（サービスがないという意味ではありません）。"
    )
    assert ja["needs"] == [sentence]
    assert ja["recorded"] == ["三重県名張市について、資料1点に、名前のある団体1、協議体・会議0、サービス1の記載があります。"]
    assert "does not mean that there is none" in en["needs"][0]
    assert "councils" not in ja


def test_seats_are_said_as_seated_not_listed_and_unknown(graph: Graph) -> None:
    """社協 fills two of the twelve kinds; the list is open."""
    # Arrange
    town = Town()
    town.council("協議体", members=[town.body("社協", actor_types=("SHAKYO",))], open_list=True)
    town.into(graph, exhaustive_for("seats"))

    # Act
    (sentence,) = told(graph)["councils"]

    # Assert
    assert "12種類のうち、席がある記載は2種類、名簿からは分からないのは10種類です" in sentence


def test_of_an_area_without_a_source_just_that_is_said(graph: Graph) -> None:
    """A finding about our data, and not about the area."""
    assert told(graph) == {"recorded": ["三重県名張市について述べた資料は、まだ取り込まれていません。"]}


def test_the_public_is_told_nothing_of_bodies_without_recorded_ties(graph: Graph) -> None:
    """Not even how many there are."""
    # Arrange
    town = Town()
    town.ring("い", "ろ", "は")
    town.body("ひとりの会")
    town.into(graph, exhaustive_for("ties", "seats"))

    # Act and assert
    assert "ties" in told(graph)
    assert "ties" not in told(graph, audience="public")
