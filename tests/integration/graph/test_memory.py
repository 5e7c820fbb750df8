"""A reader that is told what was read before never tells of a state that is gone."""

from itertools import count

from graph.connection import Graph
from graph.memory import Memory
from graph.reading import Reader
from tests.building import TODAY, Town


def reader(graph: Graph, memory: Memory, audience: str = "members") -> Reader:
    """A reader as each request has one."""
    return Reader(graph, audience=audience, today=TODAY, memory=memory)


def loaded(graph: Graph, *names: str) -> Town:
    """A town with bodies of these names."""
    town = Town()
    for name in names:
        town.body(name)
    town.into(graph)
    return town


def names(reader: Reader) -> list[str]:
    """The bodies that the reader sees."""
    return [row["name"] for row in reader.rows("lookups", "organizations")]


def test_every_transaction_that_writes_leaves_another_revision(graph: Graph) -> None:
    """What reads alone leaves the revision as it is."""
    # Arrange
    loaded(graph, "いろは会")
    before = graph.revision()

    # Act
    names(Reader(graph))
    unchanged = graph.revision()
    graph.write(lambda transaction: transaction.run("MATCH (o:Organization) SET o.kana = 'いろはかい'"))

    # Assert
    assert before is not None
    assert unchanged == before != graph.revision()


def test_what_is_loaded_is_seen_by_the_next_reader(graph: Graph) -> None:
    """Between two loads the graph is not asked again; after a load it is."""
    # Arrange
    memory = Memory()
    loaded(graph, "いろは会")
    first, again = names(reader(graph, memory)), names(reader(graph, memory))

    # Act
    loaded(graph, "いろは会", "にほへ会")

    # Assert
    assert first == again == ["いろは会"]
    assert sorted(names(reader(graph, memory))) == ["いろは会", "にほへ会"]


def test_what_was_read_for_one_audience_is_not_told_to_another(graph: Graph) -> None:
    """Each audience has what it may see, whoever asked first."""
    # Arrange
    memory = Memory()
    town = Town()
    town.body("みなの会")
    town.body("内輪の会", visibility="restricted")
    town.into(graph)

    # Act
    told = {audience: sorted(names(reader(graph, memory, audience))) for audience in ("restricted", "public", "members")}

    # Assert
    assert told == {"restricted": ["みなの会", "内輪の会"], "public": ["みなの会"], "members": ["みなの会"]}


def test_what_was_computed_is_computed_again_after_a_load_and_for_another_audience(graph: Graph) -> None:
    """Else it is shared; a reader without a memory computes each time."""
    # Arrange
    memory, times = Memory(), count(1)

    def ask(reader: Reader) -> int:
        return reader.kept("key", lambda: next(times))

    loaded(graph, "いろは会")

    # Act
    found = [ask(reader(graph, memory)), ask(reader(graph, memory)), ask(reader(graph, memory, "public"))]
    loaded(graph, "いろは会", "にほへ会")
    found.append(ask(reader(graph, memory)))
    found += [ask(Reader(graph)), ask(Reader(graph))]

    # Assert
    assert found == [1, 1, 2, 3, 4, 5]
