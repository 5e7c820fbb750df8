"""Everything that a long source states, kept on disk until it is written: a national register does not fit in memory.

Records come one after the other and name the same things again and again; what is stated of one fact comes out together,
nodes before relationships, in parts that one step of a load takes.
"""

import pickle
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, fields, replace
from hashlib import blake2b
from importlib.metadata import version
from io import BytesIO
from itertools import groupby
from operator import attrgetter, itemgetter
from pathlib import Path

from graph.batches import level_with_ends, own_level
from graph.checking import EndsSeen, check_evidence
from graph.errors import LoadStopped
from graph.facts import Dataset, Fact, Quotation
from graph.model.definitions import Reference, Relationship
from graph.stated import strictest
from graph.stating import Stating, statings

PART = 5_000
"""Quotations that one step of a load takes, and as many more as the last fact of it has."""
AT_ONCE = 2_000
CACHE = 8 << 10
"""KiB that the database on disk may keep in memory while it sorts."""
DIGEST_BYTES = 16

_QUOTED = tuple(item.name for item in fields(Quotation))
_quoted = attrgetter(*_QUOTED)


@dataclass(slots=True)
class Part:
    """Some facts with all that the source states of them."""

    stated: dict[str, list[Stating]] = field(default_factory=dict)
    levels: dict[str, str] = field(default_factory=dict)
    records: dict[str, list[int]] = field(default_factory=dict)
    """Id of each fact → numbers of the records that state it."""


class StatedFacts:
    """What a source states, record by record.

    Args:
        dataset: the source as its loader describes it.
    """

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self.statements = 0
        """How many quotations state something."""
        self.kinds: Counter[str] = Counter()
        """Main label or type → how many facts; complete when every part has been gone through."""
        self._folder = tempfile.TemporaryDirectory(prefix="tsunagu-", ignore_cleanup_errors=True)
        self._kept = sqlite3.connect(Path(self._folder.name) / "stated.sqlite", isolation_level=None, check_same_thread=False)
        for line in ("journal_mode = OFF", "synchronous = OFF", "temp_store = FILE", f"cache_size = -{CACHE}", "locking_mode = EXCLUSIVE"):
            self._kept.execute(f"PRAGMA {line}")
        self._kept.execute("CREATE TABLE stated (follows INTEGER, kind TEXT, fact BLOB, record INTEGER, content BLOB)")
        self._kept.execute("BEGIN")
        self._waiting: list[tuple[int, str, bytes, int, bytes]] = []
        self._ends = EndsSeen()
        self._stricter: dict[str, str] = {}
        self._digest = 0

    def add(self, record: int, facts: Iterable[Fact]) -> None:
        """Take what one record states.

        Raises:
            LoadStopped: a fact does not fit the model (`graph.checking`).
        """
        for fact in facts:
            check_evidence(fact)
            self._ends.see(fact)
            follows = int(isinstance(fact.what, Relationship))
            key = _packed(fact.id)
            for one in statings(fact):
                content = _content(one)
                self._waiting.append((follows, one.labels[0], key, record, content))
                self._digest += int.from_bytes(blake2b(content, digest_size=DIGEST_BYTES, key=key).digest())
                self.statements += 1
                if one.properties["visibility"] != self.dataset.visibility and not follows:
                    self._note_level(fact.id, one)
        if len(self._waiting) >= AT_ONCE:
            self._flush()

    def finish(self) -> None:
        """See that everything fits together, once all records have been taken.

        Raises:
            LoadStopped: a relationship ends at something that nothing states.
        """
        self._flush()
        with self._room():
            self._kept.execute("COMMIT")
        self._ends.check()

    @property
    def digest(self) -> str:
        """What was stated and of which source, in one word: anything that is stated otherwise gives another."""
        described = repr(replace(self.dataset, scopes=tuple(sorted(self.dataset.scopes, key=repr))))
        whole = blake2b(f"{version('tsunagu')}|{described}|{self._digest}".encode(), digest_size=DIGEST_BYTES)
        return f"{whole.hexdigest()}-{self.statements}"

    def has_node(self, id_: str) -> bool:
        """Whether a node is stated."""
        return self._ends.has(id_)

    def ids_of(self, kind: str, *, most: int) -> list[str]:
        """Ids of facts of a main label or type, at most so many."""
        with self._room():
            rows = self._kept.execute("SELECT DISTINCT fact FROM stated WHERE kind = ? LIMIT ?", (kind, most)).fetchall()
        return [_unpacked(row[0]) for row in rows]

    def count(self) -> None:
        """Count the facts by kind, without going through the parts."""
        with self._room():
            self.kinds = Counter(dict(self._kept.execute("SELECT kind, count(DISTINCT fact) FROM stated GROUP BY kind")))

    def parts(self) -> Iterator[Part]:
        """What is stated, fact by fact, nodes first."""
        self.kinds.clear()
        part, size = Part(), 0
        for fact, of_fact, records in self._by_fact():
            if size >= PART:
                yield part
                part, size = Part(), 0
            part.stated[fact] = of_fact
            part.levels[fact] = self._level(fact, of_fact)
            part.records[fact] = records
            self.kinds[of_fact[0].labels[0]] += 1
            size += len(of_fact)
        yield part

    def close(self) -> None:
        """Forget everything."""
        self._kept.close()
        self._folder.cleanup()

    def _flush(self) -> None:
        with self._room():
            self._kept.executemany("INSERT INTO stated VALUES (?, ?, ?, ?, ?)", self._waiting)
        self._waiting.clear()

    @contextmanager
    def _room(self) -> Iterator[None]:
        """A full disk in the reader's words: sorting needs as much room again as what was stated."""
        try:
            yield
        except sqlite3.OperationalError as reason:
            raise LoadStopped("no_room_to_read", folder=self._folder.name) from reason

    def _note_level(self, fact: str, one: Stating) -> None:
        level = own_level(self.dataset, (one,))
        if level != self.dataset.visibility:
            self._stricter[fact] = strictest(level, self._stricter.get(fact, level))

    def _level(self, fact: str, of_fact: list[Stating]) -> str:
        own = self._stricter.get(fact) or own_level(self.dataset, of_fact)
        return level_with_ends(own, of_fact, self._stricter)

    def _by_fact(self) -> Iterator[tuple[str, list[Stating], list[int]]]:
        with self._room():
            rows = self._kept.execute("SELECT fact, record, content FROM stated ORDER BY follows, kind, fact, rowid")
        for key, group in groupby(self._each(rows), key=itemgetter(0)):
            of_fact: list[Stating] = []
            records: list[int] = []
            for _, record, content in group:
                of_fact.append(_stating(content))
                records.append(record)
            yield _unpacked(key), of_fact, records

    def _each(self, rows: sqlite3.Cursor) -> Iterator[tuple[bytes, int, bytes]]:
        while True:
            with self._room():
                some = rows.fetchmany(AT_ONCE)
            if not some:
                return
            yield from some


def _packed(id_: str) -> bytes:
    return bytes.fromhex(id_.replace("-", ""))


def _unpacked(key: bytes) -> str:
    text = key.hex()
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def _content(one: Stating) -> bytes:
    """A statement as plain values, kept four times as fast as the objects; the same statement is the same bytes."""
    quotation = one.quotation
    kept = BytesIO()
    pickler = pickle.Pickler(kept, protocol=pickle.HIGHEST_PROTOCOL)
    # Without it, two equal texts are kept otherwise where they are one object, and the digest would differ.
    pickler.fast = True
    pickler.dump(
        (
            _quoted(quotation),
            one.labels,
            one.properties,
            (one.start.label, one.start.id) if one.start else None,
            (one.end.label, one.end.id) if one.end else None,
            one.codes,
            one.schemes,
            one.case,
        )
    )
    return kept.getvalue()


def _stating(content: bytes) -> Stating:
    quoted, labels, properties, start, end, codes, schemes, case = pickle.loads(content)  # noqa: S301 - our own file of a moment ago
    return Stating(
        Quotation(**dict(zip(_QUOTED, quoted, strict=True))), labels, properties, _reference(start), _reference(end), codes, schemes, case
    )


def _reference(content: tuple[str, str] | None) -> Reference | None:
    return Reference(label=content[0], id=content[1]) if content else None
