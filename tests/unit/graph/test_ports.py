"""Ports of the loopback."""

import socket

from graph.ports import answers_bolt, free_ports, port_is_open, why_not_free


def test_a_port_that_somebody_listens_on_is_not_free() -> None:
    """And is free again when he has gone."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        assert port_is_open(port)
        assert isinstance(why_not_free(port), OSError)

    assert not port_is_open(port)
    assert why_not_free(port) is None


def test_free_ports_differ() -> None:
    """Each is held until all are found."""
    assert len(set(free_ports(5))) == 5


def test_who_accepts_and_says_nothing_does_not_answer() -> None:
    """A program that hangs is told apart from one that is gone, which the driver words."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        assert not answers_bolt(port, seconds=0.2)

    assert answers_bolt(port, seconds=0.2)
