"""A body as it is compared, and the forms of its name under which another entry may stand."""

from dataclasses import dataclass, field
from functools import cache, cached_property

from graph.doubles.addresses import address_key
from graph.doubles.names import Name, kinds, name_of, name_parts, plain

MARKS_OF_OWN = ("市", "町", "村", "区", "県")


@dataclass(frozen=True, kw_only=True)
class Body:
    """An organisation or council of the graph, with what tells whether another is the same."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    """Ids of where it belongs: its own area first, then what that lies in, up to municipality and prefecture."""
    area_names: tuple[str, ...] = ()
    """The names of these, in the same order."""
    municipality: str | None = None
    """Which of `areas` is its municipality (the city of a ward); None for a body of a prefecture."""
    corporate_number: str | None = None
    address: str | None = None
    actor_types: frozenset[str] = frozenset()
    generic: bool = False
    datasets: frozenset[str] = frozenset()
    visibility: str = "public"


@dataclass(frozen=True)
class Compared:
    """A body with its name taken apart."""

    body: Body
    parts: Name = field(init=False)
    core: str = field(init=False)
    """What is compared by spelling: the name without municipality and kind; the kind alone where nothing else is left."""
    block: str = field(init=False)
    """Only bodies of one municipality are compared by spelling; those of a wider area with each other."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "parts", name_of(self.body.name))
        own = plain(self.body.area_names[self._level]) if self.body.areas else ""
        rest = self._from_municipality(self.parts.full)
        object.__setattr__(self, "core", name_of(rest.removeprefix(own)).core if own and rest.startswith(own) else self.parts.core)
        object.__setattr__(self, "block", self.body.municipality or (self.body.areas[0] if self.body.areas else ""))

    @cached_property
    def address(self) -> str | None:
        """The address as it is compared."""
        return address_key(self.body.address, self.body.area_names) if self.body.address else None

    @cached_property
    def within(self) -> str | None:
        """The name without the area in front (伊賀市社協, 市社協, 社協 → 社協); None where that would say too much.

        A body of a part of the municipality gives it only where its name names the municipality or ward itself:
        社協 of a district may be that of the district.
        """
        return self._without_area(self.parts.full)

    @property
    def is_administration(self) -> bool:
        """Whether it is the municipality itself: others have their office in its hall."""
        return self.within == _administration()[0]

    @cached_property
    def alias_keys(self) -> frozenset[str]:
        """Every other name, with and without the area in front."""
        found = {name_of(alias).full for alias in self.body.aliases}
        return frozenset(found | {short for full in found if (short := self._without_area(full))})

    def _without_area(self, full: str) -> str | None:
        if not self.body.areas:
            return None
        at = self._level
        own, own_part = plain(self.body.area_names[at]), plain(self.body.area_names[at - 1]) if at else ""
        text = self._from_municipality(full)
        named = text.startswith(own)
        text = text.removeprefix(own)
        if own_part.endswith("区") and text.startswith("区"):
            return own_part + text.removeprefix("区")
        if own_part and text.startswith(own_part):
            return text
        if not named and own[-1:] in MARKS_OF_OWN and text.startswith(own[-1]) and _is_of_a_kind(text[1:]):
            named, text = True, text[1:]
        if not text or text in _administration():
            text = _administration()[0]
        return text if named or not at else None

    @property
    def _level(self) -> int:
        """Which of its areas is its municipality; its own where it has none."""
        return self.body.areas.index(self.body.municipality) if self.body.municipality in self.body.areas else 0

    def _from_municipality(self, full: str) -> str:
        """The name from its municipality on: 三重県伊賀市社協 → 伊賀市社協."""
        own = plain(self.body.area_names[self._level]) if self.body.areas else ""
        for wider in reversed(self.body.area_names[self._level + 1 :]):
            full = full.removeprefix(plain(wider)) if full.startswith(plain(wider) + own) else full
        return full


def _is_of_a_kind(text: str) -> bool:
    """Whether 市 or 町 before it is the municipality, and no part of the name: 市社協, 市役所, 市医師会, 市福祉課."""
    return not text or text.startswith((*kinds(), *_administration())) or text.endswith((*kinds(), "課"))


@cache
def _administration() -> tuple[str, ...]:
    """Words for the municipality itself, the one compared first."""
    return tuple(plain(one) for one in name_parts()["administration"])
