"""Which loaders there are: every package of this folder that offers a `LOADER`, so that a new source touches nothing else."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

import loaders
from graph.errors import LoadStopped, QueryMisused
from graph.messages import LANGUAGES, Phrase, catalogue
from loaders.contract import Candidate, Loader
from loaders.tables.packed import is_packed, see_that_it_is_whole

LEAST_SCORE = 0.5
"""Below it a file is not taken for a loader's own."""
BINARY_SAMPLE = 8_192
SHARED_WORDING = ("loaders.networks", "loaders.tables", "loaders.people", "loaders", "graph")
"""Packages whose catalogues word what a loader's own does not."""


@cache
def all_loaders() -> dict[str, Loader]:
    """Name → loader, sorted by name."""
    packages = [import_module(f"loaders.{module.name}") for module in iter_modules(loaders.__path__) if module.ispkg]
    found: list[Loader] = [package.LOADER for package in packages if hasattr(package, "LOADER")]
    return {loader.name: loader for loader in sorted(found, key=lambda loader: loader.name)}


def named(name: str) -> Loader:
    """The loader of that name.

    Raises:
        QueryMisused: there is none.
    """
    known = all_loaders()
    if name not in known:
        raise QueryMisused("unknown_loader", name=name, known=", ".join(known))
    return known[name]


def recognised(candidate: Candidate) -> Loader:
    """The loader whose source a file is.

    Raises:
        LoadStopped: no loader takes it; the error says what each looked for, or that the file is empty, no text or a damaged ZIP.
    """
    if not candidate.content.strip():
        raise LoadStopped("file_is_empty", file=candidate.name)
    scored = [(loader.recognise(candidate), loader) for loader in all_loaders().values()]
    best, loader = max(scored, key=lambda pair: pair[0].score)
    if best.score >= LEAST_SCORE:
        return loader
    if is_packed(candidate.content):
        _see_that_it_is_whole(candidate)
    elif b"\0" in candidate.content[:BINARY_SAMPLE]:
        raise LoadStopped("file_is_binary", file=candidate.name)
    looked_for = [Phrase(package(loader), recognition.looked_for) for recognition, loader in scored]
    raise LoadStopped("no_loader_takes_it", file=candidate.name, looked_for=looked_for)


def _see_that_it_is_whole(candidate: Candidate) -> None:
    """A broken download is told as such: looking for the right form would not help."""
    try:
        see_that_it_is_whole(candidate.content)
    except LoadStopped as damaged:
        damaged.package = "loaders.tables"
        raise


def package(loader: Loader) -> str:
    """The dotted name of a loader's package: where its catalogue lies."""
    return f"loaders.{loader.name}"


def wording_package(loader: Loader, key: str) -> str:
    """The package whose catalogue words what a loader says: its own, or one that all networks or all tables share."""
    shared = (one for one in SHARED_WORDING if one.startswith("loaders."))
    return next((one for one in (package(loader), *shared) if key in catalogue(one, LANGUAGES[0])), package(loader))
