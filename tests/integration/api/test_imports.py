"""Imports at work beside the pages: what is kept of a file and for how long, and what happens when much comes at once."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from api.imports import MOST_IMPORTS, Imports
from api.one_import import Import, wait_for
from api.undone import Undone
from graph.connection import Graph
from graph.errors import LoadStopped, QueryMisused
from loaders.contract import Candidate
from loaders.report import Report
from loaders.run import Choices
from tests.integration.api.sites import REPORT, TOWN, bodies

LONG = 60.0


@pytest.fixture
def imports(embedded_graph: Graph) -> Iterator[Imports]:
    """Imports into an empty graph that keep at most 1,000 bytes."""
    made = Imports(embedded_graph, audience="members", most_bytes=1_000)
    yield made
    made.close()


def file(text: str = REPORT, name: str = "report.md") -> Candidate:
    return Candidate(path=Path(name), content=text.encode())


def done(one: Import) -> Report | Undone:
    wait_for(one, LONG)
    return one.outcome()


def tried(imports: Imports, text: str = REPORT, name: str = "report.md") -> Import:
    one = imports.preview(file(text, name), Choices())
    done(one)
    return one


@contextmanager
def another_writer(graph: Graph) -> Iterator[None]:
    """Somebody else who writes, so that every load waits."""
    begun, ended = threading.Event(), threading.Event()

    def hold() -> None:
        with graph.single_writer():
            begun.set()
            ended.wait(LONG)

    thread = threading.Thread(target=hold)
    thread.start()
    begun.wait(LONG)
    try:
        yield
    finally:
        ended.set()
        thread.join()


def test_a_file_is_kept_until_it_is_loaded(imports: Imports, embedded_graph: Graph) -> None:
    """Between trial and load, and no longer; the load is known afterwards and can be taken back."""
    # Arrange
    one = tried(imports)
    kept, before = imports.kept_bytes(), bodies(embedded_graph)

    # Act
    report = done(imports.load(one.id))
    kept_after, loaded = imports.kept_bytes(), bodies(embedded_graph)
    undone = done(imports.undo(one.load or "", of=one.id))

    # Assert
    assert (kept, kept_after) == (len(REPORT.encode()), 0)
    assert isinstance(report, Report)
    assert one.load == report.load is not None
    assert loaded == before | {"名張市お助け隊"}
    assert isinstance(undone, Undone)
    assert undone.left > 0
    assert bodies(embedded_graph) == before


def test_a_second_load_of_the_same_trial_changes_nothing(imports: Imports) -> None:
    """Pressed twice, or after it is done: the first load stands."""
    one = tried(imports)
    first = done(imports.load(one.id))

    assert done(imports.load(one.id)) is first


@pytest.mark.parametrize("text", ["", "今日は晴れ。"])
def test_a_file_that_cannot_be_read_is_not_kept(imports: Imports, text: str) -> None:
    """Its trial fails with the reason, and nothing of it stays."""
    one = imports.preview(file(text), Choices())
    with pytest.raises(LoadStopped):
        done(one)

    assert imports.kept_bytes() == 0


@pytest.mark.parametrize("ending", ["forget", "give_up"])
def test_a_file_that_is_given_up_is_not_kept(imports: Imports, ending: str) -> None:
    """Given up, its page is gone; forgotten after its time, the load says to choose it again."""
    one = tried(imports)
    getattr(imports, ending)(one.id)

    assert imports.kept_bytes() == 0
    with pytest.raises(QueryMisused) as refused:
        imports.load(one.id)
    assert refused.value.key == {"forget": "upload_forgotten", "give_up": "unknown_import"}[ending]


def test_the_oldest_files_make_room(imports: Imports) -> None:
    """What is kept stays within its bound; what was dropped has to be chosen again, the newest is there."""
    # Arrange
    text = TOWN + "・名張商工会が朝市を開催。\n" + "。" * 200
    made = [tried(imports, text, f"{number}.md") for number in range(3)]

    # Assert
    assert imports.kept_bytes() <= 1_000
    with pytest.raises(QueryMisused, match="upload_forgotten"):
        imports.load(made[0].id)
    assert isinstance(done(imports.load(made[2].id)), Report)


def test_only_so_many_imports_are_remembered(imports: Imports) -> None:
    """The oldest that is done goes."""
    made = [tried(imports, name=f"{number}.md") for number in range(MOST_IMPORTS + 1)]

    with pytest.raises(QueryMisused, match="unknown_import"):
        imports.find(made[0].id)
    assert imports.find(made[-1].id) is made[-1]


def test_who_comes_when_all_are_at_work_is_told_to_wait(imports: Imports, embedded_graph: Graph) -> None:
    """Nobody's work is dropped for another's; when there is room again it goes on."""
    with another_writer(embedded_graph):
        made = [imports.preview(file(name=f"{number}.md"), Choices()) for number in range(MOST_IMPORTS)]
        with pytest.raises(QueryMisused, match="imports_busy"):
            imports.preview(file(name="more.md"), Choices())

    assert all(isinstance(done(one), Report) for one in made)
    assert isinstance(done(imports.preview(file(name="more.md"), Choices())), Report)


def test_closing_finishes_what_is_written_and_forgets_every_file(imports: Imports, embedded_graph: Graph) -> None:
    """A load that is at work when the program ends is complete."""
    one, other = tried(imports), tried(imports, name="other.md")
    imports.load(one.id)
    imports.close()

    assert imports.kept_bytes() == 0
    assert "名張市お助け隊" in bodies(embedded_graph)
    assert [row["state"] for row in embedded_graph.read("MATCH (l:Load) RETURN l.state AS state")] == ["complete"]
    assert other.candidate is None or imports.kept_bytes() == 0
