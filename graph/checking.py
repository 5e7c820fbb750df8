"""Facts held against the model before anything is written."""

from collections.abc import Iterable

from graph.areas import area_index
from graph.errors import LoadStopped
from graph.facts import Fact
from graph.model.definitions import VISIBILITY_LEVELS, Node, Relationship


def check(facts: Iterable[Fact]) -> None:
    """See that every fact fits the model.

    Raises:
        LoadStopped: a fact has no evidence, an end that no fact and no code names, or an end of a kind that its
            relationship does not allow. That is a fault of the loader; nothing is written.
    """
    stated = list(facts)
    labels: dict[str, set[str]] = {coded.area.id: {"Area"} for coded in area_index().by_code.values()}
    for fact in stated:
        if isinstance(fact.what, Node):
            labels.setdefault(fact.what.id, set()).update({fact.what.label} | ({fact.also.label} if fact.also else set()))
    for fact in stated:
        if not fact.evidence or not all(one.quote for one in fact.evidence):
            raise LoadStopped("fact_without_evidence", fact=_named(fact))
        if fact.what.visibility not in VISIBILITY_LEVELS:
            raise LoadStopped("visibility_unknown", fact=_named(fact), level=fact.what.visibility)
        if isinstance(fact.what, Relationship):
            _check_ends(fact, fact.what, labels)


def _check_ends(fact: Fact, relationship: Relationship, labels: dict[str, set[str]]) -> None:
    for end, allowed in ((relationship.start, relationship.starts), (relationship.end, relationship.ends)):
        known = labels.get(end.id, set())
        if end.label not in known:
            raise LoadStopped("end_without_fact", fact=_named(fact), end=end.label)
        if not known & {kind.label for kind in allowed}:
            raise LoadStopped("end_not_allowed", fact=_named(fact), end=", ".join(sorted(known)))


def _named(fact: Fact) -> str:
    return fact.what.type if isinstance(fact.what, Relationship) else f"{fact.what.label} {fact.what.name}"
