"""What a generated graph is like: how large, how dense, and how much is left unsaid."""

from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, kw_only=True)
class Traits:
    """What a generated graph is like."""

    size: int = 14
    """How many times a body is named."""
    density: float | None = None
    """Relationships for each of them; None leaves it to chance."""
    ties: bool = True
    """Without, the sources list bodies, councils and services only."""
    generic: float = 0.2
    """Share of bodies that are named only by kind."""
    unsaid: float = 0.0
    """Share of properties that a source leaves out: null in the graph."""

    @classmethod
    def by_chance(cls, chance: Random) -> "Traits":
        """Small graphs of every kind: without any tie, of isolates, of kinds of actor only, with much unsaid."""
        return cls(
            size=chance.randint(2, 14),
            density=chance.choice([0, 0.4, 1, 2, 4]),
            ties=chance.random() < 0.85,
            generic=chance.choice([0.0, 0.2, 0.2, 0.5, 1.0]),
            unsaid=chance.choice([0.0, 0.0, 0.3, 0.7]),
        )
