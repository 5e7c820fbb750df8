"""The log of what left: one line of JSON for each request, written before it is sent, readable by its owner only."""

import errno
import json
import os
import stat
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from graph.errors import LoadStopped

OWNER_ONLY = 0o600
FLAGS = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
"""No link is followed, and what is no ordinary file is not waited for."""


@dataclass(frozen=True, kw_only=True)
class Sending:
    """What one request takes with it, beside the instructions that are the same for all."""

    host: str
    url: str
    model: str
    file: str
    case: str
    attempt: int
    characters: int
    """Of everything that is sent as text: the instructions and the text of the case."""
    instructions_sha256: str
    text: str
    """The text of the case as it leaves, masked."""


class SendingLog:
    """A file of JSON lines; nothing is sent that it does not hold.

    Args:
        path: where it lies; folders that are missing are made.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def note(self, sending: Sending) -> None:
        """Write down what is about to be sent.

        Raises:
            LoadStopped: it cannot be written.
        """
        record = {"at": datetime.now(UTC).isoformat(timespec="milliseconds"), **asdict(sending), "sha256": checksum(sending.text)}
        line = json.dumps(record, ensure_ascii=False) + "\n"
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with os.fdopen(os.open(self.path, FLAGS, OWNER_ONLY), "ab") as file:
                _keep_to_owner(file.fileno())
                file.write(line.encode())
                file.flush()
                os.fsync(file.fileno())
        except OSError as reason:
            raise LoadStopped(
                "case_studies.second_reader.log_unwritable", path=self.path, reason=reason.strerror or type(reason).__name__
            ) from reason


def _keep_to_owner(descriptor: int) -> None:
    """Let nobody else read it, whoever made it.

    Raises:
        OSError: it is no ordinary file, so that it would keep nothing.
    """
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
    if hasattr(os, "fchmod"):
        os.fchmod(descriptor, OWNER_ONLY)


def checksum(text: str) -> str:
    """The SHA-256 of a text in UTF-8."""
    return sha256(text.encode()).hexdigest()
