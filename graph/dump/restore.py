"""A verified dump → a graph: batched, marked while it lasts, and repeatable.

What every graph gets on opening (taxonomy, guideline, area codes) makes way for the dump's own version of it and is brought up to date
at the end, exactly as if the graph of the dump had been opened by this program.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from graph import statements
from graph.connection import Graph, Transaction
from graph.dump.format import NodeLine, RelationshipLine
from graph.dump.mark import CLEARING, WRITING, broken_off, can_be_completed, mark_of, remove_mark, set_mark
from graph.dump.opening import DumpFile
from graph.dump.questions import census, kept_labels
from graph.dump.verifying import node_lines, relationship_lines
from graph.errors import DatabaseUnavailable, QueryMisused
from graph.notices import Progress
from graph.reference import REFERENCE, ensure_reference
from graph.writing import BATCH

BATCH_BYTES = 8 * 2**20


def held(graph: Graph) -> dict[str, int]:
    """What the graph holds beside taxonomy and area codes: main label → how many; empty for an empty graph."""
    found: dict[str, int] = {}
    stated = "n.sources IS NULL OR size([one IN n.sources WHERE NOT one IN $reference]) > 0"
    for label in kept_labels():
        if count := graph.read(f"MATCH (n:{label}) WHERE {stated} RETURN count(n) AS count", reference=REFERENCE)[0]["count"]:
            found[label] = count
    return found


def restore(
    graph: Graph,
    dump: DumpFile,
    *,
    replace: Callable[[], None] | None = None,
    progress: Progress = lambda _done, _all: None,
) -> None:
    """Put a dump that was verified into a graph.

    Args:
        graph: empty, or one in which the restore of the same dump broke off.
        dump: verified (`graph.dump.verifying`).
        replace: called before anything of a graph that holds something is deleted: it makes the backup. None refuses.
        progress: told nodes and relationships written, and in all.

    Raises:
        QueryMisused: the graph holds something, and nobody said that it may be replaced.
        DatabaseUnavailable: the database went away, or did not keep everything; the same call completes it.
    """
    mark = partial(mark_of, dump.path.name, dump.checksum)
    with graph.single_writer():
        if not can_be_completed(graph, dump.checksum):
            _refuse_what_is_held(graph, may_go=replace is not None)
            if replace and held(graph):
                replace()
            set_mark(graph, mark(CLEARING))
            _clear(graph, mark(CLEARING).id)
        set_mark(graph, mark(WRITING))
        _delete_sources_of_reference(graph)
        writing = _Writing(graph, dump.manifest.nodes + dump.manifest.relationships, progress)
        for label in dump.names("nodes"):
            writing.nodes(label, (line for _, line in node_lines(dump, label)))
        for type_ in dump.names("relationships"):
            writing.relationships(type_, (line for _, line in relationship_lines(dump, type_)))
        see_that_it_is_all_there(graph, dump)
        ensure_reference(graph)
        remove_mark(graph)


def _refuse_what_is_held(graph: Graph, *, may_go: bool) -> None:
    file = broken_off(graph)
    if may_go:
        return
    if file:
        raise QueryMisused("restore_of_another_broke_off", file=file, address=graph.address)
    if found := held(graph):
        raise QueryMisused("graph_holds_something", address=graph.address, held=", ".join(f"{label} {n}" for label, n in found.items()))


def _clear(graph: Graph, mark: str) -> None:
    """Delete everything of the model that does not speak of this one database."""
    for label in kept_labels():
        statement = f"MATCH (n:{label}) WHERE coalesce(n.id, '') <> $mark WITH n LIMIT {BATCH} DETACH DELETE n RETURN count(n) AS deleted"
        while graph.write(partial(Transaction.run, statement=statement, mark=mark))[0]["deleted"]:
            pass


def _delete_sources_of_reference(graph: Graph) -> None:
    """Those of a program that is newer than the dump: were they left, the codes of the dump would never be brought up to date."""
    statement = "MATCH (s:Source) WHERE s.dataset IN $reference DETACH DELETE s"
    graph.write(partial(Transaction.run, statement=statement, reference=REFERENCE))


class _Writing:
    def __init__(self, graph: Graph, total: int, progress: Progress) -> None:
        self.graph, self.total, self.progress = graph, total, progress
        self.done = 0

    def nodes(self, label: str, lines: Iterable[NodeLine]) -> None:
        for part in _parts(lines):
            self._write(label, statements.write_nodes(label), [{"id": line.id, "properties": line.properties} for line in part])
            seconds: dict[str, list[str]] = defaultdict(list)
            for line in part:
                for second in line.labels[1:]:
                    seconds[second].append(line.id)
            for second, ids in sorted(seconds.items()):
                self.graph.write(partial(Transaction.run, statement=statements.add_label(label, second), ids=ids))

    def relationships(self, type_: str, lines: Iterable[RelationshipLine]) -> None:
        for part in _parts(lines):
            groups: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
            for line in part:
                row = {"id": line.id, "start": line.start.id, "end": line.end.id, "properties": line.properties}
                groups[line.start.label, line.end.label].append(row)
            for (start, end), rows in sorted(groups.items()):
                self._write(type_, statements.write_relationships(type_, start, end), rows)

    def _write(self, name: str, statement: str, rows: list[dict[str, Any]]) -> None:
        """Write rows and see that every one of them arrived."""
        written = self.graph.write(partial(Transaction.run, statement=statement, rows=rows))[0]["written"]
        if written != len(rows):
            raise DatabaseUnavailable("restore_lost_something", name=name, wanted=len(rows), found=written)
        self.done += len(rows)
        self.progress(self.done, self.total)


def see_that_it_is_all_there(graph: Graph, dump: DumpFile) -> None:
    """See that the graph has as much of each kind as the manifest says.

    Raises:
        DatabaseUnavailable: it has less.
    """
    found = census(graph)
    for folder, counts in (("nodes", found.nodes), ("relationships", found.relationships)):
        for name in dump.names(folder):
            wanted = dump.manifest.files[f"{folder}/{name}.jsonl"].rows
            if counts[name] < wanted:
                raise DatabaseUnavailable("restore_lost_something", name=name, wanted=wanted, found=counts[name])


def _parts(lines: Iterable[Any]) -> Iterable[list[Any]]:
    """Lines in parts that one transaction takes, by number and by size."""
    part: list[Any] = []
    size = 0
    for line in lines:
        part.append(line)
        size += sum(len(value) for value in line.properties.values() if isinstance(value, str | list))
        if len(part) == BATCH or size > BATCH_BYTES:
            yield part
            part, size = [], 0
    if part:
        yield part
