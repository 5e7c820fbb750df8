"""A dump that somebody changed, cut, or made up is refused before anything is written, with place and reason."""

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_LZMA, ZipFile

import pytest

from graph.dump.format import LINE_BYTES, MANIFEST, VERSION
from graph.dump.opening import opened
from graph.dump.verifying import Verified, verify
from graph.errors import LoadStopped
from graph.messages import Messages
from tests.building import Town
from tests.engines import TestDatabase
from tests.integration.graph.dump.conftest import dump_of

Contents = dict[str, bytes]
Change = Callable[[Contents], object]
TIES = "relationships/COLLABORATES_WITH.jsonl"
BODIES = "nodes/Organization.jsonl"


@pytest.fixture(scope="module")
def sound(embedded_database: TestDatabase, tmp_path_factory: pytest.TempPathFactory) -> Contents:
    """The files of a sound dump, made once."""
    graph, file = embedded_database.empty(), tmp_path_factory.mktemp("sound") / "sound.zip"
    town = Town()
    town.ring("甲の会", "乙の会", "丙の会")
    town.into(graph)
    dump_of(graph, file)
    with ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture
def contents(sound: Contents) -> Contents:
    """The same, for one test to spoil."""
    return dict(sound)


def pack(contents: Contents, file: Path, compression: int = ZIP_DEFLATED) -> Path:
    with ZipFile(file, "w", compression) as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return file


def check(file: Path) -> Verified:
    with opened(file) as dump:
        return verify(dump)


def refused(file: Path) -> tuple[str, str]:
    with pytest.raises(LoadStopped) as raised:
        check(file)
    said = Messages(("graph",), "ja").what_happened(raised.value)
    assert Messages(("graph",), "ja").what_to_do(raised.value)
    assert file.name in said
    return raised.value.key, said


def manifest(contents: Contents, change: Callable[[dict[str, Any]], None]) -> None:
    found = json.loads(contents[MANIFEST])
    change(found)
    contents[MANIFEST] = json.dumps(found).encode()


def announced(contents: Contents, name: str, content: bytes) -> None:
    """Put a file in, and announce it as it is: only what it says can be wrong."""
    contents[name] = content
    part = {"rows": content.count(b"\n"), "bytes": len(content), "sha256": sha256(content).hexdigest()}
    manifest(contents, lambda found: found["files"].update({name: part}))


def first_line(contents: Contents, name: str, change: Callable[[dict[str, Any]], None]) -> None:
    line, rest = contents[name].split(b"\n", 1)
    found = json.loads(line)
    change(found)
    announced(contents, name, json.dumps(found, ensure_ascii=False).encode() + b"\n" + rest)


def test_a_sound_dump_is_taken(contents: Contents, tmp_path: Path) -> None:
    """Packed again as it was, there is nothing to say."""
    assert check(pack(contents, tmp_path / "again.zip")) == Verified()


FAULTS: list[tuple[str, str, Change]] = [
    ("dump_without_manifest", "manifest.json", lambda c: c.pop(MANIFEST)),
    ("dump_manifest_wrong", "manifest.json", lambda c: c.update({MANIFEST: b"{"})),
    ("dump_manifest_wrong", "format", lambda c: manifest(c, lambda m: m.update(format="else"))),
    ("dump_manifest_wrong", "surprise", lambda c: manifest(c, lambda m: m.update(surprise=1))),
    ("dump_is_newer", f"第{VERSION + 1}版", lambda c: manifest(c, lambda m: m.update(version=VERSION + 1, surprise=1))),
    ("dump_part_differs", TIES, lambda c: c.update({TIES: c[TIES].replace(b"recorded", b"RECORDED")})),
    ("dump_part_differs", TIES, lambda c: c.update({TIES: c[TIES] + b"\n"})),
    ("dump_part_differs", TIES, lambda c: manifest(c, lambda m: m["files"][TIES].update(rows=4))),
    ("dump_names_differ", TIES, lambda c: c.pop(TIES)),
    ("dump_names_differ", "more.txt", lambda c: c.update({"more.txt": b""})),
    ("dump_names_differ", "../nodes/Area.jsonl", lambda c: announced(c, "../nodes/Area.jsonl", b"")),
    ("dump_names_differ", "/etc/passwd", lambda c: announced(c, "/etc/passwd", b"")),
    ("dump_names_differ", "C:", lambda c: announced(c, "C:\\nodes", b"")),
    ("dump_names_differ", "nodes/a/Area.jsonl", lambda c: announced(c, "nodes/a/Area.jsonl", b"")),
    ("dump_kind_unknown", "Rocket", lambda c: announced(c, "nodes/Rocket.jsonl", b"")),
    ("dump_kind_unknown", "Migration", lambda c: announced(c, "nodes/Migration.jsonl", b"")),
    ("dump_kind_unknown", "FLIES_TO", lambda c: announced(c, "relationships/FLIES_TO.jsonl", b"")),
    ("dump_kind_unknown", "Rocket", lambda c: first_line(c, BODIES, lambda n: n.update(labels=["Organization", "Rocket"]))),
    ("dump_line_wrong", f"{BODIES}:1", lambda c: first_line(c, BODIES, lambda n: n.update(labels=["Area"]))),
    ("dump_line_wrong", f"{BODIES}:1", lambda c: first_line(c, BODIES, lambda n: n["properties"].update(name=None))),
    ("dump_line_wrong", BODIES, lambda c: announced(c, BODIES, c[BODIES] + c[BODIES].split(b"\n")[0] + b"\n")),
    ("dump_line_wrong", f"{TIES}:4", lambda c: announced(c, TIES, c[TIES] + b"{not json}\n")),
    ("dump_line_wrong", f"{BODIES}:1", lambda c: announced(c, BODIES, b"x" * (LINE_BYTES + 1))),
    ("dump_end_missing", f"{TIES}:1", lambda c: first_line(c, TIES, lambda r: r.update(end=["Organization", "nowhere"]))),
    ("dump_end_missing", f"{TIES}:1", lambda c: first_line(c, TIES, lambda r: r.update(end=["Council", r["end"][1]]))),
]


@pytest.mark.parametrize(("key", "said", "change"), FAULTS, ids=lambda value: value if isinstance(value, str) else "")
def test_a_changed_dump_is_refused(contents: Contents, tmp_path: Path, key: str, said: str, change: Change) -> None:
    """Manifest, sums, counts, names, kinds, lines and ends are all looked at; the message names the place."""
    # Arrange
    change(contents)

    # Act
    found, sentence = refused(pack(contents, tmp_path / "changed.zip"))

    # Assert
    assert found == key
    assert said in sentence


def test_a_property_that_the_model_does_not_know_is_told(contents: Contents, tmp_path: Path) -> None:
    """It is no fault: a dump of a neighbouring version is taken, and the property kept."""
    # Arrange
    first_line(contents, BODIES, lambda node: node["properties"].update(colour="red"))

    # Act, Assert
    assert check(pack(contents, tmp_path / "more.zip")).unknown_properties == {"Organization.colour": 1}


@pytest.mark.parametrize("kept", [0, 3, 100, 0.5, -30])
def test_a_file_that_is_cut_off_is_refused(contents: Contents, tmp_path: Path, kept: float) -> None:
    """At whatever place it ends."""
    # Arrange
    whole = pack(contents, tmp_path / "whole.zip").read_bytes()
    file = tmp_path / "cut.zip"
    file.write_bytes(whole[: int(kept * len(whole)) if 0 < kept < 1 else int(kept)])

    # Act, Assert
    assert refused(file)[0] == ("dump_is_no_zip" if kept in {0, 3} else "dump_cut_off")


@pytest.mark.parametrize("place", [0.05, 0.3, 0.5, 0.7, 0.9])
def test_a_flipped_byte_is_found(contents: Contents, tmp_path: Path, place: float) -> None:
    """Wherever it is in the packed lines."""
    # Arrange
    file = pack(contents, tmp_path / "flipped.zip")
    spoiled = bytearray(file.read_bytes())
    with ZipFile(file) as archive:
        largest = max(archive.infolist(), key=lambda entry: entry.compress_size)
    spoiled[largest.header_offset + 100 + int(place * (largest.compress_size - 100))] ^= 0x40
    file.write_bytes(spoiled)

    # Act, Assert
    assert refused(file)[0] in {"dump_damaged", "dump_part_differs", "dump_line_wrong", "dump_end_missing"}


def test_a_file_that_is_not_there_or_is_no_zip_is_refused(tmp_path: Path) -> None:
    """With the name of the file."""
    # Arrange
    (tmp_path / "text.zip").write_text("控え", encoding="utf-8")

    # Act, Assert
    assert refused(tmp_path / "none.zip")[0] == "dump_unreadable"
    assert refused(tmp_path / "text.zip")[0] == "dump_is_no_zip"
    assert refused(tmp_path)[0] == "dump_unreadable"


def test_other_ways_of_packing_are_refused(contents: Contents, tmp_path: Path) -> None:
    """A dump is deflated: nothing else has to be unpacked."""
    assert refused(pack(contents, tmp_path / "lzma.zip", ZIP_LZMA))[0] == "dump_damaged"


def test_a_file_that_unpacks_to_absurdly_much_is_not_unpacked(contents: Contents, tmp_path: Path) -> None:
    """A few hundred kilobytes that announce 300 megabytes of nothing."""
    # Arrange
    file = tmp_path / "bomb.zip"
    with ZipFile(pack(contents, file), "a", ZIP_DEFLATED) as archive, archive.open("nodes/Need.jsonl", "w") as line:
        for _ in range(600):
            line.write(bytes(2**20))

    # Act, Assert
    assert file.stat().st_size < 2 * 2**20
    assert refused(file)[0] == "dump_unpacks_to_too_much"
