"""What changes to the network of an area would change, as somebody asks by names: looked up and computed, nothing is written.

It shows cut points and what a loss would part, and so it is for members.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from graph.area_directory import KnownArea
from graph.by_hand.finding import Finding
from graph.errors import QueryMisused
from graph.identity import normalised
from graph.metrics.edits import Edits, edited, gone_with, ties_between
from graph.metrics.introductions import Introductions, introductions
from graph.metrics.what_if import Change, what_if
from graph.model.definitions import VISIBILITY_LEVELS
from graph.network import Body, Network, Pair
from graph.reading import Note, Reader
from graph.regions import why_no_ties

MOST_INTRODUCTIONS = 10
TRIED_OUT = "tried out"
"""Names a body that would come: whoever tries it out says with whom it would be tied, and so its ties are known."""
Named = tuple[str, str]
"""Two bodies as somebody names them: by a name, or by the beginning of an id."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What is to be tried out."""

    add_ties: Sequence[Named] = ()
    remove_ties: Sequence[Named] = ()
    add_bodies: Sequence[str] = ()
    """Names of bodies that would come; ties can name them."""
    remove_bodies: Sequence[str] = ()
    introduce: int = 0
    """How many introductions are sought beside the changes; 0 for none."""
    objective: str = "components"
    only_plausible: bool = False


@dataclass(frozen=True, kw_only=True)
class TriedOut:
    """What it would change."""

    area: KnownArea
    full_name: str
    notes: Sequence[Note] = ()
    """Why there is no answer: the sources of the area cannot show ties."""
    network: Network | None = None
    """As it is recorded; None where there is no answer."""
    edits: Edits = field(default_factory=Edits)
    """With the introductions that were found."""
    change: Change | None = None
    found: Introductions | None = None


def try_out(reader: Reader, area: str, asked: Asked) -> TriedOut:
    """Try changes out on the network of an area and all below it.

    Raises:
        QueryMisused: it is not for this audience; the area or a body is unknown or means several; a tie that is recorded is to
            be added, or one that is not is to be removed; a body is to be removed and tied; introductions are sought in
            several municipalities at once.
    """
    if reader.audience == VISIBILITY_LEVELS[0]:
        raise QueryMisused("what_if_for_members")
    found = reader.areas.find(area)
    full_name = reader.areas.full_name(found.id)
    if notes := why_no_ties(reader, found.id):
        return TriedOut(area=found, full_name=full_name, notes=notes)
    row = reader.rows("networks", "bodies_and_ties", area=found.id)[0]
    network = Network.of(row).named()
    edits = _Naming(network, Finding(reader, found.id), found).edits(asked)
    sought = None
    if asked.introduce:
        _see_that_it_is_one_area(network)
        sought = introductions(
            edited(network, edits),
            row,
            budget=asked.introduce,
            objective=asked.objective,
            only_plausible=asked.only_plausible,
            as_of=reader.today,
        )
        edits = replace(edits, add_ties=edits.add_ties | sought.ties)
    return TriedOut(area=found, full_name=full_name, network=network, edits=edits, change=what_if(network, edits), found=sought)


def _see_that_it_is_one_area(network: Network) -> None:
    areas = sorted({body.area for body in network.bodies})
    if len(areas) > 1:
        raise QueryMisused("introductions_of_one_area", areas="、".join(areas))


class _Naming:
    """From names to bodies of the network."""

    def __init__(self, network: Network, finding: Finding, area: KnownArea) -> None:
        self._network, self._finding, self._area = network, finding, area
        self._bodies = {body.id: body for body in network.bodies}
        self._new: dict[str, Body] = {}

    def edits(self, asked: Asked) -> Edits:
        """The changes that are asked for, each of which means something."""
        for name in asked.add_bodies:
            self._add(name)
        gone = frozenset(self._recorded(name) for name in asked.remove_bodies)
        with_it = gone_with(self._network, gone)
        return Edits(
            add_ties=frozenset(self._tie(pair, with_it, recorded=False) for pair in asked.add_ties),
            remove_ties=frozenset(self._tie(pair, with_it, recorded=True) for pair in asked.remove_ties),
            add_bodies=tuple(self._new.values()),
            remove_bodies=gone,
        )

    def _add(self, name: str) -> None:
        plain = normalised(name)
        if plain in {normalised(self._network.names[id_]) for id_ in self._bodies} or plain in self._new:
            raise QueryMisused("body_there_already", name=name.strip())
        id_ = f"new {len(self._new) + 1}"
        self._new[plain] = Body(
            id=id_, name=name.strip(), area_id=self._area.id, area=self._area.name, generic=False, sources=frozenset({TRIED_OUT})
        )

    def _tie(self, pair: Named, gone: frozenset[str], *, recorded: bool) -> Pair:
        ends = [self._new[plain].id if (plain := normalised(name)) in self._new else self._recorded(name) for name in pair]
        a, b = (name.strip() for name in pair)
        if ends[0] == ends[1]:
            raise QueryMisused("tie_with_itself", name=a)
        if gone & {*ends}:
            raise QueryMisused("tie_of_removed", a=a, b=b)
        found = frozenset(ends)
        if bool(ties_between(self._network, found)) != recorded:
            raise QueryMisused("tie_not_recorded" if recorded else "tie_recorded_already", a=a, b=b)
        return found

    def _recorded(self, name: str) -> str:
        found = self._finding.body(name)
        if found.id not in self._bodies:
            raise QueryMisused("not_in_network", name=found.name, area=self._area.name)
        return found.id
