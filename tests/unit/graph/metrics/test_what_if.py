"""What-ifs: equal to the recomputation on a really edited copy, and the quick way to a benefit equals the what-if."""

from random import Random
from typing import Any

import networkx
import pytest

from graph.metrics.benefit import Benefits
from graph.metrics.what_if import State, with_tie, without_body
from graph.network import Network
from tests.drawn import drawn

NAMES = "abcdefghij"


def by_chance(seed: int) -> tuple[list[str], dict[str, Any]]:
    chance = Random(seed)  # noqa: S311 - no secret
    ties = ["".join(chance.sample(NAMES, 2)) for _ in range(chance.choice([0, 4, 8, 14]))]
    return ties, {"outside": chance.choice(["", "j"]), "parts": chance.choice([[], ["ab"], ["ab", "cd"]])}


def network(ties: list[str], traits: dict[str, Any], *, without: str = "") -> Network:
    names = [name for name in NAMES if name not in without]
    parts = [part for part in traits["parts"] if without not in part or not without]
    return Network.of(
        drawn(names, *(tie for tie in ties if not without or without not in tie), outside=traits["outside"], parts=parts)
    ).named()


@pytest.mark.parametrize("seed", range(40))
def test_a_new_tie_changes_what_it_changes_in_an_edited_copy(seed: int) -> None:
    """Components, pairs within two steps and effective sizes; the network itself stays as it was."""
    # Arrange
    ties, traits = by_chance(seed)
    before = network(ties, traits)
    a, b = Random(seed).sample(sorted(before.counted), 2)  # noqa: S311 - no secret

    # Act
    found = with_tie(before, a, b)

    # Assert
    assert found.before == State.of(network(ties, traits))
    assert found.after == State.of(network([*ties, a + b], traits))
    assert before == network(ties, traits)


@pytest.mark.parametrize("seed", range(40))
def test_a_lost_body_changes_what_it_changes_in_an_edited_copy(seed: int) -> None:
    """The same for a body that is gone, of those that stay."""
    # Arrange
    ties, traits = by_chance(seed)
    traits["parts"] = []
    before = network(ties, traits)
    lost = Random(seed).choice(sorted(before.counted))  # noqa: S311 - no secret

    # Act
    found = without_body(before, lost)

    # Assert
    assert found.after == State.of(network(ties, traits, without=lost))
    assert found.no_longer_within_two_steps == {
        pair for pair in found.before.within_two_steps - found.after.within_two_steps if lost not in pair
    }


def test_what_a_loss_changes_is_said() -> None:
    """In a star of four the loss of the middle leaves three bodies alone, none near another."""
    # Act
    found = without_body(Network.of(drawn("abcd", "ab", "ac", "ad")), "a")

    # Assert
    assert found.components == 2
    assert found.no_longer_within_two_steps == {frozenset("bc"), frozenset("bd"), frozenset("cd")}
    assert found.effective_sizes == dict.fromkeys("bcd", (1.0, None))


@pytest.mark.parametrize("seed", range(40))
def test_a_benefit_is_what_the_what_if_says(seed: int) -> None:
    """The quick way for many pairs and the recomputation agree for every pair that is not linked."""
    # Arrange
    ties, traits = by_chance(seed)
    drawn_by_chance = network(ties, traits)
    benefits = Benefits(drawn_by_chance)

    for a in drawn_by_chance.counted:
        for b in drawn_by_chance.counted:
            if a < b and b not in benefits.beside[a]:
                # Act
                benefit, change = benefits.of(a, b), with_tie(drawn_by_chance, a, b)

                # Assert
                assert benefit.pairs_within_two_steps == len(change.newly_within_two_steps)
                for id_, rise in ((a, benefit.rise_a), (b, benefit.rise_b)):
                    was, becomes = change.before.effective_sizes[id_], change.after.effective_sizes[id_]
                    assert (rise is None) == (was is None)
                    assert rise is None or rise == pytest.approx((becomes or 0) - (was or 0), abs=1e-9)


@pytest.mark.parametrize("seed", range(20))
def test_effective_sizes_equal_the_reference_implementation(seed: int) -> None:
    """To 1e-9 those of networkx; none for a body without ties."""
    # Arrange
    ties, _ = by_chance(seed)
    reference = networkx.Graph()
    reference.add_nodes_from(NAMES)
    reference.add_edges_from(ties)
    expected = networkx.effective_size(reference)

    # Act
    found = State.of(Network.of(drawn(NAMES, *ties))).effective_sizes

    # Assert
    for id_, size in found.items():
        assert size == (None if reference.degree(id_) == 0 else pytest.approx(expected[id_], abs=1e-9))
