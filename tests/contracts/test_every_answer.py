"""What every question promises about its answers: alike on both engines, one row per identity, and nothing given away.

Asked of graphs made by chance, of the sample register, and of real files where they lie beside the checkout.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path

import pytest

from graph.facts import Dataset, Fact
from graph.model.definitions import VISIBILITY_LEVELS
from graph.query_files import questions
from loaders.contract import Candidate
from tests.answers import Answers, Named, answers, delete_above, differing
from tests.building import load_facts
from tests.conftest import ENGINES, WITHOUT_NEO4J
from tests.engines import TestDatabase
from tests.generated_graphs import generated_loads

SEEDS = range(12)
ROOT = Path(__file__).parents[2]
REGISTER = ROOT / "tests" / "sample_data" / "transport_register" / "register.csv"
BESIDE = ROOT.parent / "shared"
FILES = {
    "sample register": ("transport_register", REGISTER),
    "real register": ("transport_register", BESIDE / "data" / "yamaguchi_yusho" / "operators.csv"),
    "real report": ("case_studies", BESIDE / "seed" / "mhlw_coordinator_case_studies.md"),
}

Loads = list[tuple[Dataset, tuple[Fact, ...]]]


def by_chance(seed: int) -> Callable[[], Loads]:
    return lambda: [(load.dataset, load.facts) for load in generated_loads(seed)]


def from_file(loader_name: str, path: Path) -> Callable[[], Loads]:
    def loads() -> Loads:
        if not path.is_file():
            pytest.skip(f"{path.name} does not lie beside the checkout")
        loader = getattr(import_module(f"loaders.{loader_name}"), "LOADER", None)
        if loader is None:
            pytest.skip(f"no loader {loader_name} yet")
        candidate = Candidate(path=path, content=path.read_bytes())
        transformed = loader.transform(loader.read(candidate), candidate)
        return [(transformed.dataset, transformed.facts)]

    return loads


CONTENTS = {f"seed {seed}": by_chance(seed) for seed in SEEDS} | {name: from_file(*file) for name, file in FILES.items()}


@dataclass
class Asked:
    """One content on every engine, and everything that it answered to each audience."""

    databases: dict[str, TestDatabase]
    named: dict[str, Named] = field(default_factory=dict)
    answers: dict[str, dict[str, Answers]] = field(default_factory=dict)


@pytest.fixture(scope="module", params=CONTENTS)
def asked(request: pytest.FixtureRequest, databases: dict[str, TestDatabase]) -> Asked:
    """Load a content on every engine and ask everything, once for all promises."""
    loads = CONTENTS[request.param]()
    found = Asked(databases)
    for engine, database in databases.items():
        graph = database.empty()
        for dataset, facts in loads:
            load_facts(graph, dataset, facts)
            assert load_facts(graph, dataset, facts).is_empty
        found.named[engine] = Named.of(graph)
        found.answers[engine] = {audience: answers(graph, audience, found.named[engine]) for audience in VISIBILITY_LEVELS}
    return found


@pytest.mark.parametrize("audience", VISIBILITY_LEVELS)
def test_both_engines_answer_alike(asked: Asked, audience: str) -> None:
    """Rows, populations, notes, pictures, networks and lookups are the same, to every audience."""
    # Arrange
    if len(asked.answers) < len(ENGINES):
        pytest.skip(f"nothing to compare with: {WITHOUT_NEO4J}")

    # Act
    one, other = (asked.answers[engine][audience] for engine in ENGINES)

    # Assert
    assert differing(one, other) == {}


@pytest.mark.parametrize("audience", VISIBILITY_LEVELS)
def test_an_identity_is_of_one_row(asked: Asked, audience: str) -> None:
    """Two findings of two runs can be told to be the same finding."""
    for found in asked.answers.values():
        for folder in ("gaps", "networks", "lookups", "checks"):
            for name, question in questions(folder).items():
                for key, answer in found[audience].items():
                    if question.identity and key.startswith(f"{folder}/{name} "):
                        # Act
                        rows = answer["rows"] if folder == "gaps" else answer
                        identities = [tuple(row[column] for column in question.identity) for row in rows]

                        # Assert
                        assert len(identities) == len(set(identities)), key


def test_what_an_audience_may_not_see_changes_no_answer(asked: Asked) -> None:
    """At each level the answer equals that of the graph from which everything above the level was deleted.

    Nodes, relationships, evidence and sources above it, and their ids in the lists of what stays: first above members,
    then above public, in the database itself.
    """
    for engine, database in asked.databases.items():
        for audience in reversed(VISIBILITY_LEVELS[:-1]):
            # Arrange
            expected = asked.answers[engine][audience]

            # Act
            delete_above(database.graph, audience)
            without = answers(database.graph, audience, asked.named[engine])

            # Assert
            assert differing(expected, without) == {}, (engine, audience)
