"""Asking a stand-in of the endpoint about the town, without waiting."""

from collections.abc import Callable

import pytest

from graph.errors import LoadStopped
from loaders.case_studies.extractors.contract import Proposals
from loaders.case_studies.extractors.endpoint import SecondReader
from loaders.case_studies.settings import SecondReaderSettings
from tests.unit.loaders.case_studies.extractors.stand_in import KEY, Reply
from tests.unit.loaders.case_studies.extractors.town import case_text

BUSY = Reply(status=429, headers={"Retry-After": "7"})


def no_wait(seconds: float) -> None:
    """A clock that lets nobody wait."""


def proposed(settings: SecondReaderSettings, sleep: Callable[[float], None] = no_wait) -> Proposals:
    """What comes of asking about the town."""
    with SecondReader(settings, "town.md", sleep=sleep) as reader:
        return reader.propose(case_text())


def stopped(settings: SecondReaderSettings, sleep: Callable[[float], None] = no_wait) -> LoadStopped:
    """The refusal that comes of asking about the town; the key stands nowhere in it."""
    with pytest.raises(LoadStopped) as error:
        proposed(settings, sleep)
    assert KEY not in f"{error.value!r} {error.value.values} {error.value.__cause__!r}"
    return error.value


def reason(stop: LoadStopped) -> str:
    return stop.key.removeprefix("case_studies.second_reader.")
