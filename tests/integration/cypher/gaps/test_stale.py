"""Records to check again: known answers on both engines, among them a register whose copy is older than its terms."""

from datetime import date
from pathlib import Path

import pytest

from graph.connection import Graph
from graph.facts import Dataset
from graph.query_files import questions
from graph.reading import Answer
from loaders.contract import Candidate, Transformed
from loaders.transport_register import LOADER
from tests.building import TODAY, Town, answer, exhaustive_for, load_facts, names

GAP = "stale"
ROOT = Path(__file__).parents[4]
BUNDLED = ROOT / "loaders" / "example" / "operators.csv"
BESIDE = ROOT.parent / "shared" / "data" / "yamaguchi_yusho" / "operators.csv"
COPIED_ON = date(2026, 8, 9)


def load(graph: Graph, town: Town, as_of: date | None, *, dataset: str = "samples/名簿", kinds: tuple[str, ...] = ()) -> None:
    """What a town states, as a source of some day."""
    load_facts(graph, Dataset(name=dataset, title="見本の名簿", as_of=as_of, scopes=exhaustive_for(*kinds)(town.area)), town.facts)


def states(found: Answer) -> dict[str, str]:
    return {row["name"]: row["status"] for row in found.rows}


def test_a_record_is_stale_when_it_was_verified_more_than_so_many_months_ago(graph: Graph) -> None:
    """To the day: exactly 24 months ago is not longer ago; a source without a day tells nothing of its age."""
    # Arrange
    for name, as_of in (("前日の会", date(2024, 11, 22)), ("当日の会", date(2024, 11, 23)), ("日付のない会", None)):
        town = Town()
        town.body(name)
        load(graph, town, as_of, dataset=f"samples/{name}")

    # Act
    found, sooner = answer(graph, GAP), answer(graph, GAP, months=36)

    # Assert
    assert [(row["name"], row["status"], row["verified_on"], row["source_as_of"], row["valid_to"]) for row in found.rows] == [
        ("前日の会", "not_verified", date(2024, 11, 22), date(2024, 11, 22), None)
    ]
    assert (found.population, sooner.rows) == (3, [])


def test_months_end_where_the_month_does(graph: Graph) -> None:
    """One month before 31 March is 28 February, on both engines."""
    # Arrange
    for name, as_of in (("二七日の会", date(2026, 2, 27)), ("二八日の会", date(2026, 2, 28))):
        town = Town()
        town.body(name)
        load(graph, town, as_of, dataset=f"samples/{name}")

    # Act
    found = answer(graph, GAP, as_of="2026-03-31", months=1)

    # Assert
    assert names(found) == {"二七日の会"}


@pytest.mark.parametrize(
    ("as_of", "status"),
    [(date(2026, 9, 30), "may_have_been_renewed"), (date(2026, 10, 1), "term_ended"), (None, "may_have_been_renewed")],
)
def test_a_term_that_ended_after_the_copy_may_have_been_renewed(graph: Graph, as_of: date | None, status: str) -> None:
    """A copy made after the term says that it ended; one made before, or at no known day, cannot."""
    # Arrange
    town = Town()
    town.service("送迎", "TRANS", by=town.bodies("いろは会"), held_in=town.area, valid_to=date(2026, 9, 30))
    load(graph, town, as_of)

    # Act
    found = answer(graph, GAP)

    # Assert
    assert [(row["name"], row["status"], row["valid_to"], row["source_as_of"]) for row in found.rows] == [
        ("送迎", status, date(2026, 9, 30), as_of)
    ]


def test_a_newer_source_that_does_not_state_the_term_is_not_its_copy(graph: Graph) -> None:
    """A brochure that only names the service says nothing of its registration."""
    # Arrange
    register, brochure = Town(), Town()
    register.service("送迎", "TRANS", by=register.bodies("いろは会"), held_in=register.area, valid_to=date(2026, 9, 30))
    brochure.service("送迎", "TRANS", by=brochure.bodies("いろは会"), held_in=brochure.area)
    load(graph, register, date(2026, 8, 1), dataset="samples/登録簿")
    load(graph, brochure, date(2026, 11, 1), dataset="samples/冊子")

    # Act
    (row,) = answer(graph, GAP).rows

    # Assert
    assert (row["status"], row["source_as_of"]) == ("may_have_been_renewed", date(2026, 8, 1))
    assert row["sources"] == ["samples/冊子", "samples/登録簿"]


def test_a_term_holds_to_its_last_day(graph: Graph) -> None:
    """What ends today has not ended; what states no term is not past it."""
    # Arrange
    town = Town()
    town.service("今日まで", "TRANS", held_in=town.area, valid_to=TODAY)
    town.service("期限なし", "TRANS", held_in=town.area)
    load(graph, town, TODAY)

    # Act
    found = answer(graph, GAP)

    # Assert
    assert (found.rows, found.population) == ([], 2)


def test_what_has_ended_and_kinds_of_actor_are_not_asked_about(graph: Graph) -> None:
    """They are in no row and not among those looked at; a planned service is."""
    # Arrange
    town = Town()
    town.service("終わった送迎", "TRANS", held_in=town.area, status="ended", valid_to=date(2020, 3, 31))
    town.service("計画の送迎", "TRANS", held_in=town.area, status="planned")
    town.body("自治会", generic=True, count=12)
    town.body("解散した会", ended_on=date(2021, 3, 31))
    town.council("終わった協議体", status="ended")
    town.council("協議体")
    load(graph, town, date(2020, 4, 1))

    # Act
    found = answer(graph, GAP)

    # Assert
    assert states(found) == {"計画の送迎": "not_verified", "協議体": "not_verified"}
    assert found.population == 2


def test_a_record_of_several_areas_is_one_row(graph: Graph) -> None:
    """A service for the whole town that is held in a district is asked about once, and found from either."""
    # Arrange
    town = Town()
    district = town.district("東地区")
    town.service("送迎", "TRANS", held_in=district, covers=town.area)
    town.need("N_MOVE", of=district)
    load(graph, town, date(2020, 4, 1), kinds=("services", "needs"))

    # Act
    whole, part = answer(graph, GAP, area="名張市"), answer(graph, GAP, area=district.id)

    # Assert
    assert [row["kind"] for row in sorted(whole.rows, key=lambda row: str(row["kind"]))] == ["needs", "services"]
    assert {row["id"] for row in part.rows} == {row["id"] for row in whole.rows}
    assert {row["area_id"] for row in part.rows} == {district.id}
    assert {str(row["sources_that_could_show"]) for row in part.rows} == {"['samples/名簿']"}


def test_what_an_audience_may_not_see_is_not_told_to_it(graph: Graph) -> None:
    """A registration that only a source for members states is theirs alone."""
    # Arrange
    town = Town()
    town.service("送迎", "TRANS", held_in=town.area, valid_to=date(2026, 3, 31))
    load_facts(graph, Dataset(name="samples/内部", title="内部の名簿", as_of=TODAY, visibility="members"), town.facts)

    # Act
    found = {audience: answer(graph, GAP, audience=audience) for audience in ("public", "members")}

    # Assert
    assert states(found["members"]) == {"送迎": "term_ended"}
    assert (found["public"].rows, found["public"].population) == ([], 0)


@pytest.mark.parametrize("path", [pytest.param(BUNDLED, id="bundled"), pytest.param(BESIDE, id="beside")])
def test_the_register_of_yamaguchi_has_eleven_registrations_that_may_have_been_renewed(graph: Graph, path: Path) -> None:
    """All ended after the copy was made: newest renewal in the file 1 May 2026, asked on 23 November 2026."""
    # Arrange
    if not path.is_file():
        pytest.skip(f"{path} does not lie beside the checkout")
    candidate = Candidate(path=path, content=path.read_bytes(), as_of=COPIED_ON)
    transformed = LOADER.transform(LOADER.read(candidate), candidate)
    assert isinstance(transformed, Transformed)
    dataset = Dataset(**{**vars(transformed.dataset), "as_of": COPIED_ON})
    load_facts(graph, dataset, transformed.facts)

    # Act
    found = answer(graph, GAP)

    # Assert
    worded = questions("gaps")[GAP].shown["status"]["values"]["may_have_been_renewed"]
    assert len(found.rows) == 11
    assert {row["status"] for row in found.rows} == {"may_have_been_renewed"}
    assert {row["source_as_of"] for row in found.rows} == {COPIED_ON}
    assert "更新済みかもしれません" in worded["ja"]
    assert "may have been renewed since this copy" in worded["en"]
    assert max(row["valid_to"] for row in found.rows) == date(2026, 10, 31)
    assert {"services"} == {row["kind"] for row in found.rows}
