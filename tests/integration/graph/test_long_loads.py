"""Loading in parts gives the graph that loading at once gives: new, newer, broken off, and again."""

from collections.abc import Iterable
from itertools import pairwise

import pytest

from graph import long_loads, merging, stated_facts, writing
from graph.batches import source_of
from graph.connection import Graph
from graph.consistency import faults
from graph.errors import LoadStopped
from graph.facts import Dataset, Fact
from graph.long_loads import LongLoad, load_in_parts
from graph.model.ties import Supports
from graph.stated_facts import StatedFacts
from graph.unfinished import unfinished_loads
from tests.building import LOADED_AT, Town, load_facts
from tests.engines import TestDatabase, facts_of, fingerprint
from tests.generated_graphs import generated_loads
from tests.integration.graph.test_loads import thinned

SMALL = 12
LATER = "2026-11-25T00:00:00+00:00"


@pytest.fixture(autouse=True)
def _small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stated_facts, "PART", SMALL)
    monkeypatch.setattr(long_loads, "LEAVING_AT_ONCE", SMALL)


@pytest.fixture(params=["embedded", "neo4j"])
def database(request: pytest.FixtureRequest) -> TestDatabase:
    """Each engine, to be emptied several times in one test."""
    found: TestDatabase = request.getfixturevalue(f"{request.param}_database")
    return found


def in_parts(
    graph: Graph, dataset: Dataset, facts: Iterable[Fact], *, version: str = "1", at: str = LOADED_AT, dry_run: bool = False
) -> LongLoad:
    """Each fact as a record of its own."""
    source = source_of(dataset, loader="samples", checksum=version, file="sample.csv", loaded_at=at)
    stated = StatedFacts(dataset)
    for number, fact in enumerate(facts):
        stated.add(number, [fact])
    stated.finish()
    try:
        with graph.single_writer():
            return load_in_parts(graph, stated, source, dry_run=dry_run)
    finally:
        stated.close()


def shown(graph: Graph) -> set[str]:
    """The graph without the digest that only a load in parts leaves, and without the records of what left."""
    return {line for line in fingerprint(graph, without={"reading"}) if not line.startswith("['Withdrawn']")}


def left(graph: Graph) -> set[tuple[str, str]]:
    """What left the graph, and why."""
    return {(one["fact"], one["why"]) for one in facts_of(graph, "Withdrawn") if one["kind"] != "evidence"}


@pytest.mark.parametrize("seed", range(3))
def test_in_parts_or_at_once_is_the_same_graph(database: TestDatabase, seed: int) -> None:
    """Two sources that speak of the same things, one of them in a newer version: no property differs."""
    # Arrange: at once
    first, second = generated_loads(seed)
    newer = thinned(first.facts, seed)
    graph = database.empty()
    load_facts(graph, second.dataset, second.facts)
    load_facts(graph, first.dataset, first.facts)
    once = shown(graph)
    load_facts(graph, first.dataset, newer, version="2", at=LATER)
    twice, gone = shown(graph), left(graph)

    # Act: in parts
    graph = database.empty()
    load_facts(graph, second.dataset, second.facts)
    in_parts(graph, first.dataset, first.facts)
    once_in_parts = shown(graph)
    done = in_parts(graph, first.dataset, newer, version="2", at=LATER)

    # Assert
    assert once_in_parts == once
    assert shown(graph) == twice
    assert left(graph) == gone
    assert done.retired == len({fact for fact, why in gone if why == "retired"}) > 0
    assert faults(graph) == []


def test_ties_are_as_visible_as_the_bodies_written_just_before_them(database: TestDatabase) -> None:
    """Bodies that were restricted become public with this load, and so do its ties, in whatever part they come."""
    # Arrange
    town = Town()
    bodies = [town.body(f"団体{number}") for number in range(SMALL * 2)]
    strict = Dataset(name="strict", title="限られた人の資料", visibility="restricted")
    known = list(town.facts)
    for one, other in pairwise(bodies):
        town.join(Supports, one, other)
    public = Dataset(name="public", title="公開の資料")

    # Act
    graph = database.empty()
    load_facts(graph, strict, known)
    load_facts(graph, public, town.facts)
    once = shown(graph)
    graph = database.empty()
    load_facts(graph, strict, known)
    in_parts(graph, public, town.facts)

    # Assert
    assert shown(graph) == once
    assert {row["level"] for row in graph.read("MATCH ()-[r:SUPPORTS]->() RETURN r.visibility AS level")} == {"public"}


def test_bodies_that_a_merge_made_one_stay_one(graph: Graph) -> None:
    """Statements of both names fall into different parts, and the body has all of them."""
    # Arrange
    first, _ = generated_loads(1)
    in_parts(graph, first.dataset, first.facts)
    one, other = sorted(body["id"] for body in facts_of(graph, "Organization"))[:2]
    merging.merge(graph, one, other, by="coordinator", reason="同じ団体")
    merged = shown(graph)

    # Act
    in_parts(graph, first.dataset, first.facts, version="2", at=LATER)
    load = next(row for row in facts_of(graph, "Load") if row["number"] == 2)

    # Assert: only the version is another one
    before = {one["id"]: one for one in facts_of(graph, "Organization")}
    assert load["state"] == "complete"
    assert other not in before
    assert {line for line in merged if line.startswith("['Organization'")} <= shown(graph)
    assert faults(graph) == []


def test_the_same_again_writes_nothing_and_says_so(graph: Graph) -> None:
    """Neither the same version nor a comparison fact by fact changes anything; what was deleted by hand comes back."""
    # Arrange
    first, _ = generated_loads(2)
    in_parts(graph, first.dataset, first.facts)
    before = fingerprint(graph)
    evidence = {line for line in fingerprint(graph, without={"load"}) if line.startswith("['Evidence']")}

    # Act
    again = in_parts(graph, first.dataset, first.facts, at=LATER)
    same = fingerprint(graph)
    graph.write(lambda transaction: transaction.run("MATCH (e:Evidence) WITH e ORDER BY e.id LIMIT 1 DETACH DELETE e"))
    mended = in_parts(graph, first.dataset, first.facts, at=LATER)

    # Assert
    assert (again.load, again.changed_records, same == before) == (None, set(), True)
    assert mended.load is not None
    assert fingerprint(graph, without={"load"}) >= evidence


def test_a_trial_tells_what_would_happen_and_writes_nothing(graph: Graph) -> None:
    """The records that would change and the number of things that would go are those of the load."""
    # Arrange
    first, _ = generated_loads(0)
    newer = thinned(first.facts, 0)
    in_parts(graph, first.dataset, first.facts)
    before = fingerprint(graph)

    # Act
    tried = in_parts(graph, first.dataset, newer, version="2", at=LATER, dry_run=True)
    untouched = fingerprint(graph) == before
    done = in_parts(graph, first.dataset, newer, version="2", at=LATER)

    # Assert
    assert untouched
    assert tried.load is None
    assert tried.changed_records <= done.changed_records
    assert 0 < tried.retired <= done.retired


def test_a_load_that_breaks_off_is_completed_by_the_next(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a failure in the middle whole parts are there and the load is marked; the same file again completes it."""
    # Arrange
    first, _ = generated_loads(3)
    written = writing.write_part
    parts: list[int] = []

    def failing(*given: object, **more: object) -> None:
        parts.append(1)
        if len(parts) == 3:
            raise ConnectionError
        written(*given, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(long_loads, "write_part", failing)

    # Act
    with pytest.raises(ConnectionError):
        in_parts(graph, first.dataset, first.facts)
    marked = [one.dataset for one in unfinished_loads(graph)]
    monkeypatch.setattr(long_loads, "write_part", written)
    in_parts(graph, first.dataset, first.facts, at=LATER)
    completed = shown(graph)

    # Assert
    assert marked == [first.dataset.name]
    assert unfinished_loads(graph) == []
    assert {load["state"] for load in facts_of(graph, "Load")} == {"complete"}
    assert len([line for line in completed if line.startswith("['Evidence']")]) == len(facts_of(graph, "Evidence")) > 0
    assert faults(graph) == []


def test_whoever_loads_is_asked_before_much_goes(graph: Graph) -> None:
    """The question comes before anything is written, with how many things would go and how many there are."""
    # Arrange
    first, _ = generated_loads(4)
    in_parts(graph, first.dataset, first.facts)
    before = fingerprint(graph)
    source = source_of(first.dataset, loader="samples", checksum="2", file="sample.csv", loaded_at=LATER)
    stated = StatedFacts(first.dataset)
    stated.add(0, first.facts[:1])
    stated.finish()
    asked: list[tuple[int, int]] = []

    def refuse(gone: int, there: int) -> None:
        asked.append((gone, there))
        raise LoadStopped("most_would_retire", file="", retired=gone, before=there, dataset="")

    # Act
    with pytest.raises(LoadStopped), graph.single_writer():
        load_in_parts(graph, stated, source, allow=refuse)

    # Assert
    assert len(asked) == 1
    assert 0 < asked[0][0] < asked[0][1]
    assert fingerprint(graph) == before
