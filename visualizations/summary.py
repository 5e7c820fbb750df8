"""The picture in one sentence: how many bodies, how many ties, and how many bodies without a recorded tie.

A tie joins two organisations, directly or because both stand behind one service. A shared seat on a council is no tie.
Organisations that a source names only by kind are no bodies that could be counted; a tie with one of them is a tie.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from graph.messages import Messages
from graph.model.joining import BETWEEN_BODIES, THROUGH_SERVICES
from visualizations.appearance import ANSWERS, NOT_ANSWERED
from visualizations.contract import Picture

Pair = frozenset[str]


@dataclass(frozen=True)
class Summary:
    """Counts of one picture."""

    organizations: int
    """Organisations, kinds of actor among them."""
    bodies: int
    """Organisations that are named."""
    ties: int
    """Pairs of organisations with at least one recorded tie."""
    named_ties: int
    """Those of them that are pairs of named ones."""
    without_tie: int
    """Named organisations in no such pair that are no part of another."""
    is_part: bool = False
    """Whether the picture shows only what is around one thing: ties of the others may lie outside."""

    @property
    def sources_list_members(self) -> bool:
        """True where there are too few ties to say anything of those that have none (fewer than half the organisations)."""
        return self.ties * 2 < self.organizations


def summarise(picture: Picture) -> Summary:
    """Count bodies and ties of a picture, of what is shown at first where that is not everything."""
    shown = set(picture.opened) or {node.id for node in picture.nodes}
    organizations = {node.id for node in picture.nodes if node.label == "Organization" and node.id in shown}
    named = {node.id for node in picture.nodes if node.id in organizations and not node.generic}
    pairs = set(direct_pairs(picture, organizations)) | set(pairs_by_service(picture, organizations))
    tied = {end for pair in pairs for end in pair}
    parts = {tie.start for tie in picture.ties if tie.type == "PART_OF" and tie.end in organizations}
    return Summary(
        organizations=len(organizations),
        bodies=len(named),
        ties=len(pairs),
        named_ties=sum(pair <= named for pair in pairs),
        without_tie=len(named - tied - parts),
        is_part=picture.start is not None,
    )


def tied_bodies(picture: Picture) -> int:
    """How many named organisations are in at least one pair with a recorded tie."""
    organizations = {node.id for node in picture.nodes if node.label == "Organization"}
    tied = {end for pair in (*direct_pairs(picture, organizations), *pairs_by_service(picture, organizations)) for end in pair}
    return sum(node.id in tied and not node.generic for node in picture.nodes)


def direct_pairs(picture: Picture, organizations: set[str]) -> Iterator[Pair]:
    """Pairs of organisations joined by one relationship."""
    for tie in picture.ties:
        ends = frozenset((tie.start, tie.end))
        if tie.type in BETWEEN_BODIES and tie.state not in {"absent", "proposed"} and len(ends) > 1 and ends <= organizations:
            yield ends


def pairs_by_service(picture: Picture, organizations: set[str]) -> Iterator[Pair]:
    """Pairs of organisations that stand behind one service."""
    services = {node.id for node in picture.nodes if node.label == "Service"}
    behind: dict[str, set[str]] = defaultdict(set)
    for tie in picture.ties:
        if tie.type in THROUGH_SERVICES and tie.state != "proposed" and tie.end in services and tie.start in organizations:
            behind[tie.end].add(tie.start)
    for together in behind.values():
        yield from (frozenset(pair) for pair in combinations(sorted(together), 2))


def told(picture: Picture, words: Messages) -> str:
    """The sentence of a picture: of a view that is not about ties, what it is about."""
    if picture.view not in _ABOUT or not picture.nodes:
        return sentence(summarise(picture), words)
    return words(f"summary.{picture.view}", **_ABOUT[picture.view](picture))


def _seats(picture: Picture) -> dict[str, int]:
    seated = {tie.start for tie in picture.ties if tie.type == "MEMBER_OF"}
    return {
        "councils": sum(node.label == "Council" for node in picture.nodes),
        "members": sum(node.id in seated for node in picture.nodes),
        "seats": sum(tie.type == "MEMBER_OF" for tie in picture.ties),
    }


def _needs(picture: Picture) -> dict[str, int]:
    needs = [node for node in picture.nodes if node.label == "Need"]
    answering = {tie.start for tie in picture.ties if tie.type == ANSWERS and tie.status == "running"}
    return {
        "needs": len(needs),
        "unanswered": sum(node.status in NOT_ANSWERED for node in needs),
        "services": sum(node.id in answering for node in picture.nodes),
    }


def _around_rows(picture: Picture) -> dict[str, int]:
    counted = summarise(picture)
    return {"bodies": counted.bodies, "ties": counted.ties}


_ABOUT: Mapping[str, Callable[[Picture], dict[str, int]]] = {"councils": _seats, "needs_and_services": _needs, "answer": _around_rows}
"""Name of the view → the numbers of its sentence. What an answer found is drawn with its surroundings only, and ties may lie outside."""


def sentence(summary: Summary, words: Messages) -> str:
    """The counts in words; without ties to speak of, no number of bodies without one."""
    if not summary.bodies:
        return words("summary.no_bodies")
    if summary.is_part:
        return words("summary.around", bodies=summary.bodies, ties=summary.ties)
    key = "summary.members_only" if summary.sources_list_members else "summary.counts"
    return words(key, bodies=summary.bodies, ties=summary.ties, without=summary.without_tie)
