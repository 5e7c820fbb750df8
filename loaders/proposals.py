"""How lists with heads of their own are read: the proposal for a file, and the mapping that somebody made of it."""

from pathlib import Path

from graph.errors import LoadStopped, QueryMisused
from loaders.contract import ProposesMapping
from loaders.prepared import Choices
from loaders.preparing import candidate_at
from loaders.registry import named, recognised, wording_package


def mapping_in(path: Path) -> str:
    """The text of a mapping.

    Raises:
        LoadStopped: there is no such file, or it is no text.
    """
    try:
        return candidate_at(path).content.decode("utf-8-sig")
    except UnicodeDecodeError as reason:
        raise LoadStopped("mapping_not_text", path=path) from reason


def proposed_mapping(path: Path, choices: Choices, language: str) -> str:
    """How the columns of a list with heads of its own would be read, as a text that a person can read and mend.

    Raises:
        LoadStopped: the file holds no such list.
        QueryMisused: its source is one whose columns are known.
    """
    candidate = candidate_at(path)
    loader = named(choices.source) if choices.source else recognised(candidate)
    if not isinstance(loader, ProposesMapping):
        raise QueryMisused("no_mapping_needed", file=candidate.name, source=loader.name)
    try:
        return loader.propose(candidate, language)
    except LoadStopped as error:
        error.package = wording_package(loader, error.key)
        raise
