"""Making the next piece of a long work while the one before it is being written: the database answers meanwhile."""

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Item = TypeVar("Item")

_END = object()


def ahead(items: Iterable[Item]) -> Iterator[Item]:
    """The items, each made in a thread of its own while the one before it is used; what making one raises is raised here."""
    source = iter(items)

    def take() -> Item | object:
        return next(source, _END)

    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="ahead") as worker:
        coming = worker.submit(take)
        while (item := coming.result()) is not _END:
            coming = worker.submit(take)
            yield item  # type: ignore[misc]
