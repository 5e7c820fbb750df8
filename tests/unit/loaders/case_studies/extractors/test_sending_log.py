"""The log of what left."""

import json
import os
import stat
from hashlib import sha256
from pathlib import Path

import pytest

from graph.errors import LoadStopped
from loaders.case_studies.extractors.sending_log import Sending, SendingLog

SENDING = Sending(
    host="127.0.0.1:1",
    url="http://127.0.0.1:1/v1/chat/completions",
    model="stand-in",
    file="事例.md",
    case="山形県紅沢町",
    attempt=1,
    characters=12,
    instructions_sha256="0",
    text="1: ゆいの会\n2: ＊＊さん",
)


def test_a_line_for_each_sending_that_its_owner_alone_may_read(tmp_path: Path) -> None:
    """JSON lines, added to what is there, mode 0600, with the checksum of the text."""
    log = SendingLog(tmp_path / "new" / "log.jsonl")
    log.note(SENDING)
    log.note(SENDING)
    lines = [json.loads(line) for line in log.path.read_text(encoding="utf-8").splitlines()]
    assert [line["text"] for line in lines] == [SENDING.text] * 2
    assert lines[0]["sha256"] == sha256(SENDING.text.encode()).hexdigest()
    assert lines[0]["at"] <= lines[1]["at"]
    assert stat.S_IMODE(log.path.stat().st_mode) == 0o600


def test_a_log_that_others_could_read_is_closed_to_them(tmp_path: Path) -> None:
    """Whoever made the file, and with whatever mode."""
    path = tmp_path / "log.jsonl"
    path.write_text('{"old": true}\n')
    path.chmod(0o644)
    SendingLog(path).note(SENDING)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.read_text(encoding="utf-8").startswith('{"old": true}\n{')


def _link(path: Path) -> None:
    path.symlink_to(path.parent / "elsewhere")


def _pipe(path: Path) -> None:
    os.mkfifo(path)


@pytest.mark.parametrize("make", [Path.mkdir, _link, _pipe])
def test_what_is_no_ordinary_file_is_refused(tmp_path: Path, make: object) -> None:
    """A folder, a link or a pipe keeps no record."""
    path = tmp_path / "log.jsonl"
    make(path)  # type: ignore[operator]
    with pytest.raises(LoadStopped) as stopped:
        SendingLog(path).note(SENDING)
    assert stopped.value.key == "case_studies.second_reader.log_unwritable"
    assert not (tmp_path / "elsewhere").exists()
