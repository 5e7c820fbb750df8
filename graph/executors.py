"""Where long computations are done: here, in some processes, or on a Dask cluster (`tsunagu[cluster]`)."""

from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context

from graph.errors import ClusterUnavailable, QueryMisused

PATIENCE = 10
"""Seconds until a scheduler that does not answer is given up."""


@contextmanager
def executor(*, workers: int = 1, scheduler: str | None = None) -> Iterator[Executor]:
    """An executor for work whose parts know nothing of each other.

    Args:
        workers: processes on this machine; one is this process itself.
        scheduler: address of a Dask scheduler, as tcp://127.0.0.1:8786, whose workers have this program too; the number of
            workers is then theirs.

    Raises:
        QueryMisused: Dask is not installed.
        ClusterUnavailable: the scheduler does not answer.
    """
    if scheduler is not None:
        with _cluster(scheduler) as found:
            yield found
    elif workers == 1:
        with ThreadPoolExecutor(1) as here:
            yield here
    else:
        # Begun anew, not forked: a process that holds a database's driver or igraph's chance must not be copied.
        with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as processes:
            try:
                yield processes
            except BaseException:
                processes.shutdown(cancel_futures=True)
                raise


@contextmanager
def _cluster(scheduler: str) -> Iterator[Executor]:
    try:
        from distributed import Client  # noqa: PLC0415 - an optional extra
    except ImportError:
        raise QueryMisused("no_dask") from None
    try:
        client = Client(scheduler, timeout=PATIENCE)  # type: ignore[no-untyped-call]
    except (OSError, TimeoutError, ValueError, RuntimeError, AssertionError) as error:  # the last where its own loop does not start
        raise ClusterUnavailable("no_cluster", scheduler=scheduler, reason=str(error)) from error
    with client, client.get_executor() as found:  # type: ignore[no-untyped-call]
        yield found
