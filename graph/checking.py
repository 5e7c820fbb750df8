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
    """The nodes that a load states, and the relationships that end at something not stated so far.

    A node is remembered as one number, of its id and a label: a national register has half a million.
    """

    def __init__(self) -> None:
        area = _NUMBERS["Area"]
        self._seen = {_number(coded.area.id) | area for coded in area_index().by_code.values()}
        self._waiting: dict[tuple[str, str, tuple[str, ...]], Fact] = {}
        """End, its label and the labels that its relationship allows → one fact that needs it."""

    def see(self, fact: Fact) -> None:
        """Take one fact."""
        what = fact.what
        if isinstance(what, Node):
            number = _number(what.id)
            self._seen.add(number | _NUMBERS[what.label])
            if fact.also:
                self._seen.add(number | _NUMBERS[fact.also.label])
            return
        # What was held against the model when it was read first: a kind of an end may be told to fewer people than the end.
        is_copy = all(one.copy_of for one in fact.evidence)
        for end, allowed in ((what.start, what.starts), (what.end, what.ends)):
            number = _number(end.id)
            labels = (end.label,) if is_copy else tuple(kind.label for kind in allowed)
            if number | _NUMBERS[end.label] not in self._seen or not any(number | _NUMBERS[label] in self._seen for label in labels):
                self._waiting.setdefault((end.id, end.label, labels), fact)

    def has(self, id_: str) -> bool:
        """Whether the node is stated, or one of the coded areas."""
        return bool(self._labels_of(id_))

    def check(self) -> None:
        """See that every end is stated, and of a kind that its relationship allows.

        Raises:
            LoadStopped: one is not.
        """
        for (id_, label, allowed), fact in self._waiting.items():
            known = self._labels_of(id_)
            if label not in known:
                raise LoadStopped("end_without_fact", fact=_named(fact), end=label)
            if known.isdisjoint(allowed):
                raise LoadStopped("end_not_allowed", fact=_named(fact), end=", ".join(sorted(known)))

    def _labels_of(self, id_: str) -> set[str]:
        number = _number(id_)
        return {label for label, code in _NUMBERS.items() if number | code in self._seen}


_NUMBERS = {label: code for code, label in enumerate(node_kinds())}
"""Label → its number, below the bits of an id."""


def _number(id_: str) -> int:
    """The first 52 bits of an id, above those of a label: two of a million are alike once in ten thousand loads."""
    return int(id_[:8] + id_[9:13] + id_[15:16], 16) << 5


def _named(fact: Fact) -> str:
    return fact.what.type if isinstance(fact.what, Relationship) else f"{fact.what.label} {fact.what.name}"
