"""Facts held against the model before anything is written."""

from collections.abc import Iterable

from graph.areas import area_index
from graph.errors import LoadStopped
from graph.facts import Fact
from graph.model.catalogue import node_kinds
from graph.model.definitions import VISIBILITY_LEVELS, Node, Relationship


def check(facts: Iterable[Fact]) -> None:
    """See that every fact fits the model.

    Raises:
        LoadStopped: a fact has no evidence, an end that no fact and no code names, or an end of a kind that its
            relationship does not allow. That is a fault of the loader; nothing is written.
    """
    ends = EndsSeen()
    for fact in facts:
        check_evidence(fact)
        ends.see(fact)
    ends.check()


def check_evidence(fact: Fact) -> None:
    """See that a fact rests on evidence, and that its visibility is a level.

    Raises:
        LoadStopped: it does not.
    """
    if not fact.evidence or not all(one.quote for one in fact.evidence):
        raise LoadStopped("fact_without_evidence", fact=_named(fact))
    if fact.what.visibility not in VISIBILITY_LEVELS:
        raise LoadStopped("visibility_unknown", fact=_named(fact), level=fact.what.visibility)


class EndsSeen:
    """The nodes that a load states, and the relationships that end at something not stated so far."""

    def __init__(self) -> None:
        self._labels: dict[str, frozenset[str]] = {coded.area.id: _AREA for coded in area_index().by_code.values()}
        self._waiting: dict[tuple[str, str, frozenset[str]], Fact] = {}
        """End, its label and the labels that its relationship allows → one fact that needs it."""

    def see(self, fact: Fact) -> None:
        """Take one fact."""
        if isinstance(fact.what, Node):
            labels = _LABELS[fact.what.label] if fact.also is None else frozenset({fact.what.label, fact.also.label})
            known = self._labels.get(fact.what.id, labels)
            self._labels[fact.what.id] = labels if known == labels else known | labels
            return
        for end, allowed in ((fact.what.start, fact.what.starts), (fact.what.end, fact.what.ends)):
            known = self._labels.get(end.id, _NONE)
            if end.label not in known or known.isdisjoint(kind.label for kind in allowed):
                self._waiting.setdefault((end.id, end.label, frozenset(kind.label for kind in allowed)), fact)

    def has(self, id_: str) -> bool:
        """Whether the node is stated, or one of the coded areas."""
        return id_ in self._labels

    def check(self) -> None:
        """See that every end is stated, and of a kind that its relationship allows.

        Raises:
            LoadStopped: one is not.
        """
        for (id_, label, allowed), fact in self._waiting.items():
            known = self._labels.get(id_, _NONE)
            if label not in known:
                raise LoadStopped("end_without_fact", fact=_named(fact), end=label)
            if known.isdisjoint(allowed):
                raise LoadStopped("end_not_allowed", fact=_named(fact), end=", ".join(sorted(known)))


_AREA = frozenset({"Area"})
_NONE: frozenset[str] = frozenset()
_LABELS = {label: frozenset({label}) for label in node_kinds()}


def _named(fact: Fact) -> str:
    return fact.what.type if isinstance(fact.what, Relationship) else f"{fact.what.label} {fact.what.name}"
