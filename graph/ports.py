"""Ports of the loopback: which are free, whether somebody listens, and whether he answers."""

import os
import socket

LOOPBACK = "127.0.0.1"
BOLT_GREETING = bytes.fromhex("6060b017" + "00000405" + "00000404" + "00000000" * 2)
"""What a client of Bolt says first: the sign of the protocol and the versions it offers."""


def free_ports(count: int) -> list[int]:
    """That many loopback ports that nobody listens on now."""
    listeners = [socket.socket(socket.AF_INET, socket.SOCK_STREAM) for _ in range(count)]
    try:
        for listener in listeners:
            listener.bind((LOOPBACK, 0))
        return [listener.getsockname()[1] for listener in listeners]
    finally:
        for listener in listeners:
            listener.close()


def port_is_open(port: int) -> bool:
    """Whether somebody listens on a loopback port."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.settimeout(0.5)
        return probe.connect_ex((LOOPBACK, port)) == 0


def why_not_free(port: int) -> OSError | None:
    """Why one cannot listen on a loopback port; None where one can."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        if os.name != "nt":
            # A connection of a moment ago that lingers does not take the port.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError as reason:
            return reason
    return None


def answers_bolt(port: int, *, seconds: float) -> bool:
    """Whether somebody reacts to the greeting of Bolt: a program that hangs accepts a connection and says nothing."""
    try:
        with socket.create_connection((LOOPBACK, port), timeout=seconds) as probe:
            probe.sendall(BOLT_GREETING)
            probe.recv(4)
    except TimeoutError:
        return False
    except OSError:
        # Nobody listens, or he hangs up: that is an answer, and the driver words it.
        return True
    return True
