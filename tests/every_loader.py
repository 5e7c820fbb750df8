"""Every loader, found by looking at the folder, and what it makes of its samples in tests/sample_data/<loader>/."""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import loaders
from loaders.contract import Candidate, Loader, Streamed, Transformed
from loaders.gathered import gathered

SAMPLE_DATA = Path(__file__).parent / "sample_data"
NOT_SAMPLES = {"README.md"}


def discovered() -> Iterator[tuple[str, Loader]]:
    for module in iter_modules(loaders.__path__):
        if module.ispkg and (loader := getattr(import_module(f"loaders.{module.name}"), "LOADER", None)):
            yield module.name, loader


LOADERS = dict(discovered())


def samples(folder: str, *, bad: bool = False) -> list[Path]:
    files = sorted(file for file in (SAMPLE_DATA / folder).rglob("*") if file.is_file() and file.name not in NOT_SAMPLES)
    return [file for file in files if file.name.startswith("bad_") == bad]


def candidate(path: Path) -> Candidate:
    return Candidate(path=path, content=path.read_bytes(), accepts_proposal=True)


@cache
def load(folder: str, path: Path) -> Transformed:
    return transformed(LOADERS[folder], candidate(path))


def transformed(loader: Loader, file: Candidate) -> Transformed:
    made = loader.transform(loader.read(file), file)
    return gathered(made) if isinstance(made, Streamed) else made
