"""Several changes at once: every figure equals that of a network drawn anew from a really edited row."""

from dataclasses import dataclass
from itertools import product
from random import Random
from typing import Any

import pytest

from graph.bodies_drawn import drawn as bodies_drawn
from graph.metrics.edits import Edits, edited
from graph.metrics.figures_changed import Figures, bodies_changed, differs
from graph.metrics.what_if import State, what_if
from graph.network import Body, Network
from tests.drawn import drawn

NAMES = "abcdefghijkl"
NEW = "xy"
CASES = 500


@dataclass(frozen=True)
class Case:
    """A network by chance, what is changed in it, and what a really edited row would hold."""

    names: str
    ties: frozenset[frozenset[str]]
    parts: frozenset[tuple[str, str]]
    """Part and whole."""
    outside: str

    @property
    def row(self) -> dict[str, Any]:
        """As the graph would give it, with the ties of parts told of their wholes."""
        ties = ["".join(sorted(tie)) for tie in sorted(self.ties, key=sorted)]
        row = drawn(self.names, *ties, outside=self.outside, parts=["".join(part) for part in sorted(self.parts)])
        for body in row["bodies"]:
            parts = {part for part, whole in self.parts if whole == body["id"]}
            tied = sorted((part, other) for tie in self.ties for part in tie & parts for other in tie - {part, body["id"]})
            body["of_parts"] = [{"id": other, "name": other, "generic": False, "part": part} for part, other in tied]
        return row

    @property
    def network(self) -> Network:
        """Drawn anew."""
        return Network.of(self.row).named()


def by_chance(chance: Random) -> Case:
    """Sparse or dense, with or without parts of others and bodies of other areas."""
    names = NAMES[: chance.randint(4, len(NAMES))]
    ties = frozenset(frozenset(chance.sample(names, 2)) for _ in range(chance.choice([0, 3, 8, 16, 30])))
    parts = frozenset(chance.choice([[], [("a", "b")], [("a", "b"), ("c", "b")], [("a", "b"), ("a", "c")], [("a", "b"), ("d", "c")]]))
    return Case(names, ties, parts, chance.choice(["", names[-1]]))


def changes_by_chance(case: Case, chance: Random) -> Edits:
    """Up to a few ties and bodies, come and gone."""
    counted = sorted(case.network.counted)
    gone = frozenset(chance.sample(counted, min(len(counted) - 1, chance.choice([0, 0, 1, 2]))))
    new = NEW[: chance.choice([0, 1, 2])]
    stay = [name for name in [*counted, *new] if name not in gone and not _lost(case, name, gone)]
    some = [frozenset(chance.sample(stay, 2)) for _ in range(chance.choice([0, 1, 3]))] if len(stay) > 1 else []
    left = sorted((tie for tie in case.ties if not any(end in gone or _lost(case, end, gone) for end in tie)), key=sorted)
    lost = frozenset(chance.sample(left, min(len(left), chance.choice([0, 1, 3]))))
    return Edits(
        add_ties=frozenset(some),
        remove_ties=lost,
        add_bodies=tuple(Body(id=name, name=name, area_id="市", area="市", generic=False, sources=frozenset("s")) for name in new),
        remove_bodies=gone,
    )


def _lost(case: Case, name: str, gone: frozenset[str]) -> bool:
    """Whether a part goes with its wholes."""
    wholes = {whole for part, whole in case.parts if part == name}
    return bool(wholes) and wholes <= gone


def really_edited(case: Case, edits: Edits) -> Case:
    """The same changes made to what the row is drawn from."""
    gone = {name for name in case.names if name in edits.remove_bodies or _lost(case, name, edits.remove_bodies)}
    sides = [[{end} | {part for part, whole in case.parts if whole == end} for end in sorted(tie)] for tie in edits.remove_ties]
    lost = {frozenset(pair) for one, other in sides for pair in product(one, other)}
    new = "".join(body.id for body in edits.add_bodies)
    return Case(
        names="".join(name for name in case.names if name not in gone) + new,
        ties=frozenset(tie for tie in case.ties if not tie & gone and tie not in lost) | edits.add_ties,
        parts=frozenset(part for part in case.parts if not {*part} & gone),
        outside="".join(name for name in case.outside if name not in gone),
    )


@pytest.mark.parametrize("hundred", range(CASES // 100))
def test_every_figure_is_that_of_a_really_edited_copy(hundred: int) -> None:
    """Of the network and of each body, and what is asked with everybody around; the network that is given stays as it was."""
    for seed in range(100 * hundred, 100 * hundred + 100):
        # Arrange
        chance = Random(seed)  # noqa: S311 - repeatable, not secret
        case = by_chance(chance)
        edits, network = changes_by_chance(case, chance), case.network
        expected = really_edited(case, edits).network

        # Act
        found = what_if(network, edits)

        # Assert
        figures = Figures.of(bodies_drawn(expected))
        assert found.figures == (Figures.of(bodies_drawn(case.network)), figures), seed
        assert (found.before, found.after) == (State.of(case.network), State.of(expected)), seed
        assert network == case.network, seed
        assert found.changed.counted.keys() == expected.counted.keys(), seed


def test_the_cases_change_something_of_every_kind() -> None:
    """Among them are each kind of change, parts, bodies of other areas, and most figures move in some."""
    moved: set[str] = set()
    kinds: set[str] = set()
    for seed in range(CASES):
        chance = Random(seed)  # noqa: S311 - repeatable, not secret
        case = by_chance(chance)
        edits = changes_by_chance(case, chance)
        kinds |= {name for name in ("add_ties", "remove_ties", "add_bodies", "remove_bodies") if getattr(edits, name)}
        kinds |= {name for name in ("parts", "outside") if getattr(case, name)}
        before, after = what_if(case.network, edits).figures
        moved |= {name for name, value in before.of_network.items() if differs(value, after.of_network[name])}

    assert kinds == {"add_ties", "remove_ties", "add_bodies", "remove_bodies", "parts", "outside"}
    assert moved == Figures.of(bodies_drawn(case.network)).of_network.keys()


def test_a_tie_of_a_part_goes_with_the_tie_of_its_whole() -> None:
    """The tie of whole and other is that of the part: removed, none is left; with a second part that is tied, only both go."""
    network = Network.of(drawn("abcd", "ac", "dc", parts=["ab", "db"])).named()

    found = edited(network, Edits(remove_ties=frozenset({frozenset("bc")})))

    assert bodies_drawn(network).get_edgelist() == [(0, 1)]
    assert (found.ties, bodies_drawn(found).ecount()) == (frozenset(), 0)


def test_a_body_that_goes_takes_its_parts() -> None:
    """But not one that is a part of another body too."""
    network = Network.of(drawn("abcd", "ad", "cd", parts=["ab", "cb", "cd"])).named()

    found = edited(network, Edits(remove_bodies=frozenset("b")))

    assert [body.id for body in found.bodies] == ["c", "d"]


def test_bodies_of_which_something_differs_are_told() -> None:
    """Those whose figures differ, and those that came; not those far away."""
    network = Network.of(drawn("abcde", "ab", "de")).named()

    before, after = what_if(network, Edits(add_ties=frozenset({frozenset("bc")}))).figures

    assert bodies_changed(before, after) == ["b", "c"]
    assert not differs(None, None)
    assert differs(None, 0.0)
