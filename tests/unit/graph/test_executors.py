"""Where long computations are done."""

import os
import socket
import sys

import pytest

from graph import executors
from graph.errors import ClusterUnavailable, QueryMisused
from graph.executors import executor


def test_one_worker_is_this_process_and_more_are_others() -> None:
    """Processes begin anew: they share nothing with this one."""
    with executor() as here, executor(workers=2) as others:
        assert here.submit(os.getpid).result() == os.getpid()
        assert others.submit(os.getpid).result() != os.getpid()


def test_a_scheduler_that_does_not_answer_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the address and the reason, and soon."""
    pytest.importorskip("distributed")
    monkeypatch.setattr(executors, "PATIENCE", 1)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{taken.getsockname()[1]}"

        with pytest.raises(ClusterUnavailable) as refused, executor(scheduler=address):
            pass

    assert refused.value.values["scheduler"] == address


@pytest.mark.parametrize("address", ["", "neither", "ftp://127.0.0.1"])
def test_what_is_no_address_is_refused(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    """Never a traceback."""
    pytest.importorskip("distributed")
    monkeypatch.setattr(executors, "PATIENCE", 1)

    with pytest.raises(ClusterUnavailable), executor(scheduler=address):
        pass


def test_without_dask_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """How to install it is in the advice."""
    monkeypatch.setitem(sys.modules, "distributed", None)

    with pytest.raises(QueryMisused) as refused, executor(scheduler="tcp://127.0.0.1:1"):
        pass

    assert refused.value.key == "no_dask"
