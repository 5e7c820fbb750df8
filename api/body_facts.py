"""What is recorded of one body, arranged for reading: the same that its picture shows, as text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.messages import Messages
from visualizations.appearance import TIES
from visualizations.content import Plain, lines_in_words, nodes_in_words, words_of_types
from visualizations.contract import Picture, PictureTie
from visualizations.neighbourhood import TOGETHER


@dataclass(frozen=True)
class Reached:
    """One relationship as seen from the body."""

    id: str
    name: str
    how: str
    known: str | None
    """How well a tie is known; None where the relationship is no tie."""
    said: Plain
    """The other end in words."""
    quotations: Sequence[Plain]
    together: Sequence[tuple[str, str]] = ()
    """Of a council or a service: id and name of who else stands behind it."""

    @property
    def has_page(self) -> bool:
        """Bodies and councils have a page of their own."""
        return self.said["label"] in {"Organization", "Council"}


@dataclass(frozen=True)
class BodyFacts:
    """A body with what is recorded around it."""

    id: str
    said: Plain
    ties: Sequence[Reached]
    services: Sequence[Reached]
    councils: Sequence[Reached]
    members: Sequence[Reached]
    """Who sits on it, where it is a council."""
    rest: Sequence[Reached]
    missing: Sequence[str]
    """Keys of what no source records of it."""


def facts_of(picture: Picture, texts: Messages) -> BodyFacts:
    """Arrange the neighbourhood of a body.

    Args:
        picture: what is around it; `start` names it.
        texts: only the language is taken from them.
    """
    start = picture.start or ""
    words = Messages(("visualizations", "graph"), texts.language)
    nodes, lines, types = nodes_in_words(picture, words), lines_in_words(picture, words), words_of_types(picture, words)
    behind = _behind(picture)
    groups: dict[str, list[Reached]] = {"ties": [], "services": [], "councils": [], "members": [], "rest": []}
    for tie in sorted(picture.ties, key=lambda tie: tie.id):
        if start not in (tie.start, tie.end):
            continue
        other, end = (tie.end, "out") if tie.start == start else (tie.start, "in")
        line = lines[tie.id]
        groups[_group(tie, nodes[other]["label"], end)].append(
            Reached(
                id=other,
                name=nodes[other]["name"],
                how=types[tie.type][end],
                known=line["known"] if tie.type in TIES else None,
                said=nodes[other],
                quotations=line["quotations"],
                together=[(id_, nodes[id_]["name"]) for id_ in behind.get(other, ()) if id_ != start],
            )
        )
    in_order = {key: sorted(found, key=lambda one: one.name) for key, found in groups.items()}
    return BodyFacts(id=start, said=nodes[start], missing=_missing(nodes[start], groups), **in_order)


def _missing(said: Plain, groups: Mapping[str, Sequence[Reached]]) -> list[str]:
    there = {"kana": said["kana"], "ties": groups["ties"], "councils": groups["councils"], "services": groups["services"]}
    return [key for key, value in (there | {"verified": said["verified"]}).items() if not value]


def _group(tie: PictureTie, label: str, end: str) -> str:
    if label == "Service":
        return "services"
    if tie.type == "MEMBER_OF":
        return "councils" if end == "out" else "members"
    return "ties" if tie.type in TIES and label in {"Organization", "Council", "Programme"} else "rest"


def _behind(picture: Picture) -> Mapping[str, Sequence[str]]:
    """Id of a council or service → ids of the bodies that stand behind it."""
    shared = {node.id for node in picture.nodes if node.label in {"Council", "Service"}}
    found: dict[str, Any] = {}
    for tie in picture.ties:
        if tie.end in shared and tie.type in TOGETHER:
            found.setdefault(tie.end, {})[tie.start] = None
    return {id_: sorted(ids) for id_, ids in found.items()}
