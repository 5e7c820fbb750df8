"""Records beside the data: what does not say what it should counts as absent."""

import json
import os
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from graph.embedded import EmbeddedDatabase
from graph.embedded_record import Server, recorded, users
from graph.errors import DatabaseMisconfigured
from graph.notices import silent

OWN = psutil.Process()
GOOD = {"pid": OWN.pid, "created": OWN.create_time(), "bolt_port": 7687, "http_port": 2480, "keep": True}


def test_a_good_record_is_believed(tmp_path: Path) -> None:
    """pid, time of start, ports and whether it stays; unknown entries of a later version do no harm."""
    record = tmp_path / "server.json"
    record.write_text(json.dumps(GOOD | {"of_tomorrow": 1}), encoding="utf-8")

    assert recorded(record) == Server(pid=OWN.pid, created=OWN.create_time(), bolt_port=7687, http_port=2480, keep=True)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b"[1, 2]",
        b'"text"',
        b"\xff\xfe",
        b"[" * 100_000,
        json.dumps(GOOD)[:30].encode(),
        *(
            json.dumps(GOOD | wrong).encode()
            for wrong in (
                {"pid": -5},
                {"pid": 0},
                {"pid": True},
                {"pid": 10**30},
                {"pid": str(OWN.pid)},
                {"pid": None},
                {"created": "yesterday"},
                {"bolt_port": 0},
                {"bolt_port": 70_000},
                {"http_port": "2480"},
                {"http_port": [1]},
            )
        ),
        *(json.dumps({name: value for name, value in GOOD.items() if name != left_out}).encode() for left_out in list(GOOD)[:4]),
    ],
    # Numbered: what is in them differs from process to process.
    ids=lambda _content: "record",
)
def test_a_record_that_says_something_else_is_no_record(tmp_path: Path, content: bytes) -> None:
    """Empty, half, of wrong types, not a record at all: no engine is running as far as it tells, and nothing is raised."""
    engine = EmbeddedDatabase(tmp_path)
    engine.folder.mkdir()
    (engine.folder / "server.json").write_bytes(content)

    assert recorded(engine.folder / "server.json") is None
    assert engine.find() is None
    assert engine.stop() is False


def test_a_pid_given_to_another_program_is_not_the_engine(tmp_path: Path) -> None:
    """The time of start tells them apart; the other program is left alone."""
    engine = EmbeddedDatabase(tmp_path)
    engine.folder.mkdir()
    (engine.folder / "server.json").write_text(json.dumps(GOOD | {"created": OWN.create_time() - 60}), encoding="utf-8")

    assert engine.find() is None
    assert engine.stop() is False
    assert OWN.is_running()


def test_a_record_of_an_engine_that_is_gone_is_forgotten(tmp_path: Path) -> None:
    """The file goes too, so that nobody asks a second time."""
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    engine = EmbeddedDatabase(tmp_path)
    engine.folder.mkdir()
    (engine.folder / "server.json").write_text(json.dumps(GOOD | {"pid": gone.pid}), encoding="utf-8")

    assert engine.find() is None
    assert not (engine.folder / "server.json").exists()


def test_a_folder_in_place_of_the_record_is_named(tmp_path: Path) -> None:
    """It cannot be replaced by a file, so the engine is not even started."""
    engine = EmbeddedDatabase(tmp_path)
    (engine.folder / "server.json").mkdir(parents=True)

    assert engine.find() is None
    with pytest.raises(DatabaseMisconfigured, match="home_unusable") as raised:
        engine.join()

    assert str(raised.value.values["path"]).endswith("server.json")


def test_a_folder_in_place_of_a_lock_is_named(tmp_path: Path) -> None:
    """As every other place that cannot be used."""
    starting, writing = EmbeddedDatabase(tmp_path / "starting"), EmbeddedDatabase(tmp_path / "writing")
    (starting.folder / "startup.lock").mkdir(parents=True)
    (writing.folder / "writer.lock").mkdir(parents=True)

    with pytest.raises(DatabaseMisconfigured, match="home_unusable") as start:
        starting.join()
    with pytest.raises(DatabaseMisconfigured, match="home_unusable") as write:
        writing.only_writer(silent).__enter__()

    assert "startup.lock" in str(start.value.values["path"])
    assert "writer.lock" in str(write.value.values["path"])


def test_only_programs_that_run_are_users(tmp_path: Path) -> None:
    """Files of programs that are gone, and files that say nothing sensible, are removed."""
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    contents = {
        f"{os.getpid()}.json": json.dumps({"created": OWN.create_time()}),
        f"{gone.pid}.json": json.dumps({"created": 1.0}),
        "1.json": "[]",
        "2.json": "",
        "3.json": '{"created": "soon"}',
        "-4.json": '{"created": 1}',
        "name.json": '{"created": 1}',
        "99999999999999999999.json": '{"created": 1}',
    }
    for name, content in contents.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    (tmp_path / "5.json").mkdir()

    assert list(users(tmp_path)) == [os.getpid()]
    assert sorted(file.name for file in tmp_path.iterdir()) == sorted([f"{os.getpid()}.json", "5.json"])
