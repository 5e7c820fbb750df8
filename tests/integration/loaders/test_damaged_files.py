"""Damaged and awkward files, as coordinators have them: each is taken, or refused at its place with advice; never by halves."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.connection import Graph
from graph.errors import LoadStopped
from graph.messages import LANGUAGES, Messages
from loaders.prepared import Choices
from loaders.preparing import prepare
from loaders.registry import SHARED_WORDING
from loaders.run import load
from tests.damaged_files.broken_workbooks import broken_files
from tests.damaged_files.case import Damaged
from tests.damaged_files.cells import cell_files
from tests.damaged_files.heads import head_files
from tests.damaged_files.networks import network_files
from tests.damaged_files.texts import text_files
from tests.damaged_files.workbooks import workbook_files
from tests.engines import fingerprint

FILES = [*text_files(), *head_files(), *cell_files(), *workbook_files(), *broken_files(), *network_files()]
STOPPED = [one for one in FILES if one.stopped]
TAKEN = [one for one in FILES if not one.stopped]
FEWEST = 60
FINDING = "finding."
"""Begins what is said of the form of a table, whatever becomes of its rows: tested with the findings."""
SMALL = 200_000
"""Bytes of a file that is written into a graph, too."""


def written(case: Damaged, folder: Path) -> Path:
    file = folder / case.file
    file.write_bytes(case.make())
    return file


def choices(case: Damaged, dataset: str | None = None) -> Choices:
    return Choices(source=case.source, mapping=case.mapping, dataset=dataset)


def explained(words: Messages, key: str, values: dict[str, object]) -> Iterator[str]:
    """What happened and what to do, with every placeholder filled."""
    for one in (key, f"{key}.advice"):
        assert words.knows(one), f"{one} is not worded"
        yield words(one, **values)


def test_there_are_enough_of_them_and_each_has_a_name() -> None:
    """The corpus is no handful, and a failure names its file."""
    assert len(FILES) >= FEWEST
    assert len({one.name for one in FILES}) == len(FILES)


@pytest.mark.parametrize("case", STOPPED, ids=lambda one: one.name)
def test_what_cannot_be_taken_is_refused_with_reason_and_advice(case: Damaged, tmp_path: Path) -> None:
    """With the expected reason and place, in both languages, before any database is opened."""
    with pytest.raises(LoadStopped) as stopped:
        prepare(written(case, tmp_path), choices(case))

    error = stopped.value
    assert error.key == case.stopped
    assert dict(case.at).items() <= error.values.items()
    for language in LANGUAGES:
        words = Messages(SHARED_WORDING, language)
        for said in (words.what_happened(error), words.what_to_do(error)):
            assert said not in {error.key, f"{error.key}.advice"}
            assert "{" not in said


@pytest.mark.parametrize("case", TAKEN, ids=lambda one: one.name)
def test_what_can_be_taken_is_and_the_rest_is_said_with_its_place(case: Damaged, tmp_path: Path) -> None:
    """Rows in = taken + refused + set aside, each problem with the expected code and place, worded in both languages."""
    prepared = prepare(written(case, tmp_path), choices(case))
    left_out = [one for one in prepared.problems if one.kind != "warning"]

    assert prepared.taken == case.taken
    assert tuple((one.code, str(one.place)) for one in prepared.problems if not one.code.startswith(FINDING)) == case.says
    assert prepared.rows_in == prepared.taken + len(left_out)
    for language in LANGUAGES:
        words = Messages((f"loaders.{prepared.loader.name}", *SHARED_WORDING), language)
        for one in prepared.problems:
            assert all("{" not in said for said in explained(words, one.code, {**one.values, "place": one.place}))
    if prepared.stated is not None:
        prepared.stated.close()


def test_nothing_is_written_by_halves(embedded_graph: Graph, tmp_path: Path) -> None:
    """One graph through all the files that are refused: it stays as it was."""
    before = fingerprint(embedded_graph)

    for number, case in enumerate(STOPPED):
        folder = tmp_path / str(number)
        folder.mkdir()
        with pytest.raises(LoadStopped):
            load(lambda: embedded_graph, written(case, folder), choices(case))

    assert fingerprint(embedded_graph) == before


def test_what_is_taken_is_taken_once(embedded_graph: Graph, tmp_path: Path) -> None:
    """Each small file that is taken is written; the same again writes nothing."""
    for number, case in enumerate(one for one in TAKEN if len(one.make()) < SMALL):
        folder = tmp_path / str(number)
        folder.mkdir()
        file = written(case, folder)
        first = load(lambda: embedded_graph, file, choices(case, f"damaged/{number}"))
        again = load(lambda: embedded_graph, file, choices(case, f"damaged/{number}"))
        assert first.rows_in == first.written + first.unchanged + first.refused + first.set_aside
        assert (again.written, again.retired) == (0, 0), case.name
