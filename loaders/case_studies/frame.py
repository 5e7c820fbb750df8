"""A verb of a sentence with the nouns that carry its particles."""

from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Argument:
    """A particle, where it stands, and whether a comma follows it."""

    at: int
    particle: str
    comma: bool


@dataclass(slots=True)
class Frame:
    """A verb with the particles that belong to it."""

    start: int
    end: int
    lemma: str
    norm: str = ""
    """The verb in its usual spelling."""
    noun: str = ""
    """The noun of action that the verb carries: 助言 of 助言を受ける."""
    noun_at: int = -1
    """Where the を of that noun stands."""
    arguments: list[Argument] = field(default_factory=list)
    topics: list[Argument] = field(default_factory=list)
    head: int | None = None
    """Where the noun begins that the verb describes; for a cleft (…のは、A) where A begins."""
    passive: bool = False
    negated: bool = False
    receiving: bool = False
    """…てもらう: who acts is marked に or から."""
    inherited: list[Argument] = field(default_factory=list)
    """The が of the verb before it in a chain (Aが Sを開き、Tも行う)."""

    def moved(self, by: int) -> "Frame":
        """The same frame further on in the text."""
        return replace(
            self,
            start=self.start + by,
            end=self.end + by,
            head=None if self.head is None else self.head + by,
            noun_at=self.noun_at + by if self.noun_at >= 0 else -1,
            arguments=[replace(one, at=one.at + by) for one in self.arguments],
            topics=[replace(one, at=one.at + by) for one in self.topics],
            inherited=[replace(one, at=one.at + by) for one in self.inherited],
        )
