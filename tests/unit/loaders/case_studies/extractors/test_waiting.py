"""An endpoint that is busy, broken, slow or silent: how long it is waited for, and when a load stops."""

import socket
import threading
from pathlib import Path

import pytest

from loaders.case_studies.settings import SecondReaderSettings
from tests.unit.loaders.case_studies.extractors.asking import BUSY, proposed, reason, stopped
from tests.unit.loaders.case_studies.extractors.stand_in import KEY, MODEL, Reply, answer, standing_in
from tests.unit.loaders.case_studies.extractors.town import GOOD

BROKEN = Reply(status=500, body=b"stack trace of the endpoint")


def test_a_busy_endpoint_is_asked_again_when_it_says(tmp_path: Path) -> None:
    """429 with Retry-After: the time that it names is waited, then the same is sent again."""
    waits: list[float] = []
    with standing_in([BUSY, BUSY, answer(*GOOD)]) as endpoint:
        found = proposed(endpoint.settings(tmp_path), waits.append)
    assert waits == [7.0, 7.0]
    assert len(found.things) == 3
    assert endpoint.requests[0] == endpoint.requests[2]


def test_a_broken_endpoint_is_asked_again_after_longer_and_longer(tmp_path: Path) -> None:
    """500, then good: the answer counts; the waits double."""
    waits: list[float] = []
    with standing_in([BROKEN, Reply(status=503), answer(*GOOD)]) as endpoint:
        found = proposed(endpoint.settings(tmp_path), waits.append)
    assert waits == [1.0, 2.0]
    assert len(found.ties) == 2
    assert len(endpoint.requests) == 3


def test_who_stays_busy_stops_the_load(tmp_path: Path) -> None:
    """After four attempts no more is sent."""
    with standing_in([BROKEN]) as endpoint:
        stop = stopped(endpoint.settings(tmp_path))
    assert (reason(stop), stop.values["attempts"], stop.values["status"]) == ("busy", 4, 500)
    assert len(endpoint.requests) == 4


@pytest.mark.parametrize("after", ["86400", "Fri, 31 Dec 9999 23:59:59 GMT", "9" * 400])
def test_who_asks_for_too_long_a_wait_stops_the_load(tmp_path: Path, after: str) -> None:
    """Nobody waits for a day in front of a progress bar."""
    waits: list[float] = []
    with standing_in([Reply(status=429, headers={"Retry-After": after})]) as endpoint:
        stop = stopped(endpoint.settings(tmp_path), waits.append)
    assert (reason(stop), waits, len(endpoint.requests)) == ("busy", [], 1)


@pytest.mark.parametrize("after", ["soon", "-5", "", "Thu, 01 Jan 1970 00:00:00 GMT", "Thu, 01 Jan 1970 00:00:00", "1.5"])
def test_an_odd_retry_after_does_no_harm(tmp_path: Path, after: str) -> None:
    """What cannot be read counts as nothing said; a time that is over needs no wait."""
    waits: list[float] = []
    with standing_in([Reply(status=429, headers={"Retry-After": after}), answer()]) as endpoint:
        proposed(endpoint.settings(tmp_path), waits.append)
    assert waits in ([1.0], [0.0])


def test_who_hangs_is_given_up(tmp_path: Path) -> None:
    """The request is taken and nothing comes: the load stops when the time is over, and is not tried again."""
    with standing_in([Reply(hang=True)]) as endpoint:
        stop = stopped(endpoint.settings(tmp_path, timeout=0.3))
    assert (reason(stop), stop.values["seconds"]) == ("timeout", "0.3")
    assert len(endpoint.requests) == 1


def test_who_answers_a_byte_at_a_time_is_given_up(tmp_path: Path) -> None:
    """The time is for the whole answer, not for each piece of it."""
    # Arrange: an endpoint that sends one space after the other, as long as somebody listens
    with socket.create_server(("127.0.0.1", 0)) as listening:
        over = threading.Event()

        def drip() -> None:
            connection, _ = listening.accept()
            with connection:
                connection.recv(65_536)
                connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")
                try:
                    while not over.wait(0.05):
                        connection.sendall(b" ")
                except OSError:
                    return

        thread = threading.Thread(target=drip, daemon=True)
        thread.start()
        settings = SecondReaderSettings(
            url=f"http://127.0.0.1:{listening.getsockname()[1]}/v1", model=MODEL, log=tmp_path / "log", timeout=0.5
        )

        # Act
        stop = stopped(settings)
        over.set()
        thread.join()

    # Assert
    assert reason(stop) == "timeout"


def test_nobody_there_stops_the_load(tmp_path: Path) -> None:
    """Connection refused is told with the host, at once."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
    stop = stopped(SecondReaderSettings(url=f"http://127.0.0.1:{port}/v1", model=MODEL, key=KEY, log=tmp_path / "log"))
    assert reason(stop) == "unreachable"
    assert stop.values["host"] == f"127.0.0.1:{port}"
