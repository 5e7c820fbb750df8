"""The lease that keeps it to one writer on Neo4j, and the file lock that does so on the embedded engine."""

import threading
from collections.abc import Iterator

import pytest

from graph import writer_lease
from graph.connection import Graph, Transaction, open_graph
from graph.errors import DatabaseUnavailable
from graph.settings import Settings
from graph.writer_lease import LEASE
from tests.told import Told

CREATE = "MERGE (:Finding {id: $id})"
READ = "MATCH (f:Finding) RETURN f.id AS id ORDER BY id"
HOLDER = "MATCH (l:WriterLease) RETURN l.holder AS holder, l.until > timestamp() AS live"


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """A lease of a second and a half."""
    monkeypatch.setattr(writer_lease, "LEASE_SECONDS", 1.5)


@pytest.fixture
def told() -> Told:
    """What the second program was told."""
    return Told()


@pytest.fixture
def other(neo4j_graph: Graph, neo4j_settings: Settings, told: Told) -> Iterator[Graph]:
    """Another program's connection to the same Neo4j."""
    assert neo4j_graph
    with open_graph(neo4j_settings, tell=told) as graph:
        yield graph


class AnotherProgram(threading.Thread):
    """A thread is another writer, as another program is."""

    def __init__(self, graph: Graph, id_: str) -> None:
        super().__init__()
        self.graph, self.id = graph, id_
        self.start()

    def run(self) -> None:
        """Write one finding."""
        write(self.graph, self.id)


def write(graph: Graph, id_: str) -> None:
    def work(transaction: Transaction) -> None:
        transaction.run(CREATE, id=id_)

    graph.write(work)


def taken_over(graph: Graph) -> None:
    """Somebody else took the lease, as happens to a holder that was suspended."""
    lease = "MATCH (l:WriterLease {id: $id}) SET l.holder = 'somebody', l.program = 'far away', l.until = timestamp() + $more"
    with graph._driver.session(database="neo4j") as session, session.begin_transaction() as transaction:
        transaction.run(lease, id=LEASE.id, more=1500).consume()
        transaction.commit()


def test_a_second_writer_waits_until_the_first_has_ended_and_is_told_so(graph: Graph, told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    """On both engines; what the first does meanwhile is before what the second writes."""
    monkeypatch.setattr(graph, "tell", told)
    with graph.single_writer():
        second = AnotherProgram(graph, "second")
        for _ in range(600):
            second.join(0.05)
            if told.said:
                break
        write(graph, "first")
        before = [row["id"] for row in graph.read(READ)]

    second.join(60)

    assert before == ["first"]
    assert [row["id"] for row in graph.read(READ)] == ["first", "second"]
    assert told.keys == ["waiting_for_writer"]


def test_taking_it_again_is_no_waiting(graph: Graph) -> None:
    """A load that writes reference data first does both under one lease; the inner end releases nothing."""
    with graph.single_writer(), graph.single_writer():
        write(graph, "inner")
        with graph.single_writer():
            pass
        write(graph, "outer")

    assert [row["id"] for row in graph.read(READ)] == ["inner", "outer"]


def test_two_connections_of_one_program_hold_it_together(neo4j_graph: Graph, other: Graph) -> None:
    """As the lock of the embedded engine does."""
    with neo4j_graph.single_writer():
        write(other, "other")

    assert neo4j_graph.read(READ) == [{"id": "other"}]


def test_it_is_given_back(neo4j_graph: Graph) -> None:
    """At the end, and when the work fails; one node stays."""
    with neo4j_graph.single_writer():
        (held,) = neo4j_graph.read(HOLDER)
    with pytest.raises(LookupError), neo4j_graph.single_writer():
        raise LookupError

    assert held["live"] is True
    assert neo4j_graph.read(HOLDER) == [{"holder": None, "live": None}]


@pytest.mark.usefixtures("short")
def test_who_only_reads_for_a_while_keeps_it(neo4j_graph: Graph) -> None:
    """A plan of a large file takes longer than a lease lasts: it is renewed meanwhile."""
    with neo4j_graph.single_writer():
        threading.Event().wait(2.5)
        (held,) = neo4j_graph.read(HOLDER)
        write(neo4j_graph, "one")

    assert held["live"] is True
    assert neo4j_graph.read(READ) == [{"id": "one"}]


@pytest.mark.usefixtures("short")
def test_a_holder_that_lost_it_writes_nothing(neo4j_graph: Graph) -> None:
    """Its next transaction fails, names who writes, and leaves the other's lease alone."""
    with neo4j_graph.single_writer():
        write(neo4j_graph, "before")
        taken_over(neo4j_graph)
        with pytest.raises(DatabaseUnavailable, match="writer_lease_lost") as raised:
            write(neo4j_graph, "after")

    assert raised.value.values == {"program": "far away"}
    assert neo4j_graph.read(READ) == [{"id": "before"}]
    assert neo4j_graph.read(HOLDER)[0]["holder"] == "somebody"


@pytest.mark.usefixtures("short")
def test_the_lease_of_a_killed_program_ends_by_itself(neo4j_graph: Graph, other: Graph, told: Told) -> None:
    """Nobody gives it back: the next writer gets it when its time is over."""
    with neo4j_graph.single_writer():
        pass
    taken_over(neo4j_graph)

    with other.single_writer():
        write(other, "next")

    assert neo4j_graph.read(READ) == [{"id": "next"}]
    assert [values for _, values in told.said] == [{"program": "far away"}]


def test_a_killed_program_is_waited_for_half_a_minute_at_most() -> None:
    """As long as a lease lasts."""
    assert writer_lease.LEASE_SECONDS <= 30
