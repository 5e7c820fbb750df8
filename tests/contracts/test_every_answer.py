"""What every question promises about its answers: alike on both engines, one row per identity, and nothing given away.

Asked of 200 small graphs made by chance (twenty side by side in each of ten worlds), of a few larger ones, of the sample
register, and of real files where they lie beside the checkout.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from graph.audiences import levels_of
from graph.connection import Graph
from graph.in_order import in_order
from graph.model.definitions import VISIBILITY_LEVELS
from graph.query_files import questions
from loaders.contract import Candidate
from tests.answers import Answers, Named, answers, delete_above, differing
from tests.building import TODAY, load_facts
from tests.conftest import ENGINES, WITHOUT_NEO4J
from tests.engines import TestDatabase
from tests.generated_graphs import Load, generated_loads
from tests.generated_worlds import FINDING, GRAPHS, World, add_findings, add_suggestions, leave_unsaid, world
from tests.held import Held, Raw

WORLDS = range(10)
LARGER = {0: 14, 1: 26, 2: 40}
"""Seed → size of the graphs that have a database to themselves."""
FINDINGS = 40
"""How many things of a content have findings."""
ROOT = Path(__file__).parents[2]
REGISTER = ROOT / "tests" / "sample_data" / "transport_register" / "register.csv"
BESIDE = ROOT.parent / "shared"
FILES = {
    "sample register": ("transport_register", REGISTER),
    "real register": ("transport_register", BESIDE / "data" / "yamaguchi_yusho" / "operators.csv"),
    "real report": ("case_studies", BESIDE / "seed" / "mhlw_coordinator_case_studies.md"),
}


def by_chance(seed: int, size: int) -> Callable[[], World]:
    return lambda: World(loads=generated_loads(seed, size=size))


def of_world(number: int) -> Callable[[], World]:
    return lambda: world(number)


def from_file(loader_name: str, path: Path) -> Callable[[], World]:
    def loads() -> World:
        if not path.is_file():
            pytest.skip(f"{path.name} does not lie beside the checkout")
        loader = getattr(import_module(f"loaders.{loader_name}"), "LOADER", None)
        if loader is None:
            pytest.skip(f"no loader {loader_name} yet")
        candidate = Candidate(path=path, content=path.read_bytes())
        transformed = loader.transform(loader.read(candidate), candidate)
        return World(loads=[Load(dataset=transformed.dataset, facts=tuple(transformed.facts))])

    return loads


CONTENTS: dict[str, Callable[[], World]] = {
    **{f"world {number}": of_world(number) for number in WORLDS},
    **{f"seed {seed}": by_chance(seed, size) for seed, size in LARGER.items()},
    **{name: from_file(*file) for name, file in FILES.items()},
}


@dataclass
class Asked:
    """One content on every engine, and everything that it answered to each audience."""

    databases: dict[str, TestDatabase]
    content: World
    named: dict[str, Named] = field(default_factory=dict)
    answers: dict[str, dict[str, Answers]] = field(default_factory=dict)
    raw: dict[str, Raw] = field(default_factory=dict)
    """Everything in each database, read without any question."""

    def on_every_engine(self, work: Callable[[str], Any]) -> dict[str, Any]:
        """Do the same on each engine, at the same time: one waits while the other counts."""
        with ThreadPoolExecutor(len(self.databases)) as pool:
            return dict(zip(self.databases, pool.map(work, self.databases), strict=True))

    def told(self, difference: dict[str, Any]) -> str:
        """A difference, with the seeds of the graphs that it is about."""
        return f"seeds {self.content.seeds_in(difference)}: {difference}" if difference else ""


@pytest.fixture(scope="module", params=CONTENTS)
def asked(request: pytest.FixtureRequest, databases: dict[str, TestDatabase]) -> Asked:
    """Load a content on every engine and ask everything, once for all promises."""
    found = Asked(databases, CONTENTS[request.param]())
    is_world = bool(found.content.seed_of)

    def ask(engine: str) -> tuple[Named, dict[str, Answers], Raw]:
        graph = filled(databases[engine], found.content)
        named = Named.of(graph)
        alone = () if is_world else (named.one_area,)
        given = {audience: answers(graph, audience, named, areas=(None, *alone)) for audience in VISIBILITY_LEVELS}
        return named, given, Raw.of(graph)

    for engine, (named, given, raw) in found.on_every_engine(ask).items():
        found.named[engine], found.answers[engine], found.raw[engine] = named, given, raw
    return found


def filled(database: TestDatabase, content: World) -> Graph:
    """The content in an emptied database, with findings about some of its things."""
    graph = database.empty()
    for load in content.loads:
        load_facts(graph, load.dataset, load.facts)
        assert content.seed_of or load_facts(graph, load.dataset, load.facts).is_empty
    leave_unsaid(graph, content)
    add_suggestions(graph)
    add_findings(graph, sorted({fact.id for load in content.loads for fact in load.facts})[:FINDINGS])
    return graph


def test_the_worlds_hold_two_hundred_graphs() -> None:
    """Each seed is of one world, and each world has graphs of every trait."""
    # Act
    made = [world(number) for number in WORLDS]

    # Assert
    assert len({seed for one in made for seed in one.seed_of.values()}) == len(WORLDS) * GRAPHS >= 200
    assert all(one.unsaid["Organization"] for one in made)


@pytest.mark.parametrize("audience", VISIBILITY_LEVELS)
def test_both_engines_answer_alike(asked: Asked, audience: str) -> None:
    """Rows, populations, notes, pictures, networks, lookups, views and pages are the same, to every audience."""
    # Arrange
    if len(asked.answers) < len(ENGINES):
        pytest.skip(f"nothing to compare with: {WITHOUT_NEO4J}")

    # Act
    one, other = (asked.answers[engine][audience] for engine in ENGINES)

    # Assert
    assert asked.told(differing(one, other)) == ""


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


@pytest.mark.parametrize("audience", VISIBILITY_LEVELS)
def test_no_answer_shows_a_finding(asked: Asked, audience: str) -> None:
    """What people follow up is asked for by its own commands, and comes with no question, lookup, view or page."""
    for found in asked.answers.values():
        assert FINDING not in str(found[audience])


@pytest.mark.parametrize("gap", questions("gaps"))
@pytest.mark.parametrize("audience", VISIBILITY_LEVELS)
def test_rows_are_those_of_an_independent_computation(asked: Asked, audience: str, gap: str) -> None:
    """What a question answers is what `tests/oracles/<gap>.py` computes in Python from what the graph holds."""
    # Arrange
    compute = import_module(f"tests.oracles.{gap}").expected
    identity = questions("gaps")[gap].identity

    for engine, found in asked.answers.items():
        answer = found[audience][f"gaps/{gap} None"]
        held = Held(asked.raw[engine], levels_of(audience))
        noted = {note.area_id for note in answer["notes"]}
        districts = (held.below(area) for area in noted & held.nodes.keys() if held.get(area)["level"] != "prefecture")
        areas = set(asked.named[engine].areas).difference(noted, *districts)

        # Act
        computed = [in_order(row) for row in compute(held, areas, TODAY)]
        expected = {tuple(row.get(column) for column in identity): row for row in computed}
        rows = {tuple(row[column] for column in identity): row for row in answer["rows"]}

        # Assert
        assert len(expected) == len(computed)
        apart: dict[Any, Any] = {
            key: (rows.get(key), expected.get(key))
            for key in rows.keys() | expected.keys()
            if key not in rows or key not in expected or any(rows[key][name] != value for name, value in expected[key].items())
        }
        assert asked.told(apart) == "", f"{engine} {len(apart)}"


def test_what_an_audience_may_not_see_changes_no_answer(asked: Asked) -> None:
    """At each level the answer equals that of the graph from which everything above the level was deleted.

    Nodes, relationships, evidence and sources above it, and their ids in the lists of what stays: first above members,
    then above public, in the database itself.
    """

    def without(engine: str) -> list[str]:
        apart: list[str] = []
        for audience in reversed(VISIBILITY_LEVELS[:-1]):
            expected, graph, named = asked.answers[engine][audience], asked.databases[engine].graph, asked.named[engine]
            delete_above(graph, audience)
            areas = (None,) if asked.content.seed_of else (None, named.one_area)
            found = asked.told(differing(expected, answers(graph, audience, named, areas=areas)))
            apart += [f"{engine} {audience} {found}"] if found else []
        return apart

    # Act
    apart = asked.on_every_engine(without)

    # Assert
    assert not any(apart.values()), apart
