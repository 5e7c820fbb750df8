"""How far facts agree with an annotation: precision, recall and F1 of nodes and relations, with equal names for equal things.

A fact and an annotated entity are paired one to one, the surest pair first: the same name (width, quotation marks and legal form
aside), a likeness of 85 of 100, a name within the other, or the same line and code. What matches an entry with
`required: false` counts neither for nor against. Areas are the ends of ties and are not counted themselves.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz

COUNTED = ("Organization", "Council", "Service", "Need", "Programme")
TIES = frozenset(
    {
        *("MEMBER_OF", "PROVIDES", "COLLABORATES_WITH", "SUPPORTS", "FUNDS", "ESTABLISHED", "ADDRESSES", "DELIVERED_IN"),
        *("OPERATES_IN", "COVERS", "ACTS_FOR", "REFERS_TO", "CONNECTS", "COMMISSIONS", "HAS_NEED", "PART_OF"),
    }
)
UNDIRECTED = {"COLLABORATES_WITH"}
FORMS = re.compile(
    r"^(NPO法人|特定非営利活動法人|一般財団法人|公益財団法人|一般社団法人|公益社団法人|社会福祉法人|\((一財|公財|一社|公社|福)\))"
)
ALIKE = 85
"""Of 100 (`rapidfuzz.fuzz.ratio`)."""
SECOND_NAME = 0.8
"""How sure a pair must be for a tie of one more fact of the same entity to count as its tie."""

Fact = Mapping[str, Any]
Key = tuple[str, str, str]


@dataclass
class Count:
    """Facts that are right, facts, entries that were found, entries."""

    right: int = 0
    predicted: int = 0
    found: int = 0
    wanted: int = 0

    def f1(self) -> float:
        """Twice the product of precision and recall, divided by their sum."""
        precision = self.right / self.predicted if self.predicted else 0.0
        recall = self.found / self.wanted if self.wanted else 1.0
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


@dataclass
class Agreement:
    """The counts of all scopes together."""

    nodes: Count
    relations: Count


def agreement(scopes: Mapping[str, Mapping[str, Any]], facts: Sequence[Fact]) -> Agreement:
    """Compare facts (as `scoring.facts_as_lines` writes them) with the scopes of an annotation."""
    total = Agreement(Count(), Count())
    for area, gold in scopes.items():
        mine = [one for one in facts if one["fact"] == "node" and (one["area"] == area or "Area" in labels(one))]
        ids, names = paired(mine, gold["entities"])
        _count_nodes(total.nodes, mine, gold["entities"], ids)
        ties = [one for one in facts if one["fact"] == "relationship" and one["area"] == area]
        _count_relations(total.relations, ties, gold, names)
    return total


def labels(fact: Fact) -> list[str]:
    """The main label first."""
    return fact["label"] if isinstance(fact["label"], list) else [fact["label"]]


def paired(facts: Sequence[Fact], entities: Sequence[Fact]) -> tuple[dict[str, str], dict[str, str]]:
    """Id of a fact → id of its entity: one to one, and with the further facts that surely are an entity."""
    pairs = [(_sureness(f, g), -i, -j, f["id"], g["id"]) for i, f in enumerate(facts) for j, g in enumerate(entities)]
    ordered = sorted((pair for pair in pairs if pair[0][0]), reverse=True)
    found: dict[str, str] = {}
    for _, _, _, fact, entity in ordered:
        if fact not in found and entity not in found.values():
            found[fact] = entity
    further = dict(found)
    for sureness, _, _, fact, entity in ordered:
        if fact not in further and sureness[0] >= SECOND_NAME:
            further[fact] = entity
    return found, further


def _count_nodes(count: Count, mine: Iterable[Fact], entities: Sequence[Fact], ids: Mapping[str, str]) -> None:
    open_entities = {one["id"] for one in entities if not one["required"]}
    here = [one for one in mine if labels(one)[0] in COUNTED and ids.get(one["id"]) not in open_entities]
    needed = [one["id"] for one in entities if one["labels"][0] in COUNTED and one["required"]]
    count.predicted += len(here)
    count.right += sum(one["id"] in ids for one in here)
    count.wanted += len(needed)
    count.found += sum(one in ids.values() for one in needed)


def _count_relations(count: Count, ties: Iterable[Fact], gold: Mapping[str, Any], names: Mapping[str, str]) -> None:
    required = {one["id"] for one in gold["entities"] if one["required"]}
    golden = {
        _key(one["type"], one["start"], one["end"]): one["required"] and {one["start"], one["end"]} <= required for one in gold["relations"]
    }
    said = {_key(one["type"], names.get(one["start"], one["start"]), names.get(one["end"], one["end"])) for one in ties}
    here = [key for key in said if key[0] in TIES and golden.get(key, True)]
    needed = [key for key, is_required in golden.items() if is_required and key[0] in TIES]
    count.predicted += len(here)
    count.right += sum(key in golden for key in here)
    count.wanted += len(needed)
    count.found += sum(key in said for key in needed)


def _key(kind: str, start: str, end: str) -> Key:
    first, second = sorted((start, end)) if kind in UNDIRECTED else (start, end)
    return kind, first, second


def _sureness(fact: Fact, entity: Fact) -> tuple[float, int, int, bool]:
    return (
        _likeness(fact, entity),
        len(_lines(fact) & set(entity["lines"])),
        len(set(fact["codes"]) & set(entity["codes"])),
        labels(fact)[0] == entity["labels"][0],
    )


def _likeness(fact: Fact, entity: Fact) -> float:
    """How surely the fact is the annotated thing: 1 for the same name, 0 for no match."""
    if not set(labels(fact)) & set(entity["labels"]):
        return 0.0
    mine, theirs = _variants([fact["name"], *fact["aliases"]]), _variants(entity["names"])
    pairs = [(one, other) for one in mine for other in theirs]
    if mine & theirs:
        return 1.0
    if max((fuzz.ratio(*pair) for pair in pairs), default=0) >= ALIKE:
        return 0.85
    if any(_lies_within(*sorted(pair, key=len)) for pair in pairs):
        return SECOND_NAME
    return _likeness_of_unlike_names(fact, entity, mine, theirs)


def _likeness_of_unlike_names(fact: Fact, entity: Fact, mine: set[str], theirs: set[str]) -> float:
    """What the same line and the same code say of things that are named otherwise."""
    is_need, same_line = entity["labels"][0] == "Need", bool(_lines(fact) & set(entity["lines"]))
    if set(fact["codes"]) & set(entity["codes"]):
        share = any(_share_two_characters(one, other) for one in mine for other in theirs)
        return 0.7 if same_line and (is_need or share) else 0.65 if is_need else 0.0
    are_networks = all(any(re.search("協議体|ネットワーク", name) for name in names) for names in (mine, map(_plain, entity["names"])))
    return 0.6 if same_line and entity["labels"][0] == "Council" and are_networks else 0.0


def _lies_within(short: str, long: str) -> bool:
    return len(short) > 2 and short in long and len(short) / len(long) >= 0.5


def _share_two_characters(one: str, other: str) -> bool:
    return any(one[at : at + 2] in other for at in range(len(one) - 1))


def _lines(fact: Fact) -> set[int]:
    return {one["line"] for one in fact["evidence"] if one.get("line")}


def _variants(names: Iterable[str]) -> set[str]:
    plain = [_plain(name) for name in names]
    found = {form for name in plain for form in (name, FORMS.sub("", name), re.sub(r"\(.*?\)", "", name))}
    return found - {""}


def _plain(name: str) -> str:
    """The name without what two readers may write differently: width, spaces, quotation marks, a closing 等."""
    text = unicodedata.normalize("NFKC", name)
    text = re.sub(r"(?<=[ァ-ヶー])-\s?(?=[ァ-ヶ]|$)", "ー", text)
    text = re.sub(r"[\s「」『』“”\"'・、,]", "", text).replace("ヶ", "ケ")
    return re.sub(r"(等|など)$", "", text)
