"""Pairs of bodies that may be one, each with a score and the reason: for somebody who knows to confirm or to refuse.

Exact keys (name without legal form and municipality, alias, address, 法人番号) are compared always; spellings among
neighbours in two orders of each municipality (the core of the name forwards and backwards), so that the work grows with
the number of bodies: 100,000 in 1,000 municipalities take 13 s, 20,000 in one 3 s.

Measured on the 2,771 differently named entries of 2,595 care offices (two entries of one office number are one body: 195
pairs). A pair under two numbers at one address of one corporation is one body too, registered twice; the second precision
counts it so.

    with addresses   lowest score   pairs   precision   second precision   recall
                     0.60           344     0.49        0.95               0.87
                     0.80           324     0.49        0.95               0.81
                     0.85           152     0.57        0.95               0.45
    names alone      0.60           162     0.59        0.94               0.49

What is left of the second precision is mostly one name at one address under two corporations (an office handed over).
Of the wordings in the annotated case studies, each taken as a body of its own, 23 pairs are suggested of 69 (22 right) and
37 of 112 (all right); what is not found is wordings such as 市民, 隊, センター. A likeness at one address of 85 gives 183
pairs, 172 of them within one corporation; 70 gives 212 and 189.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from graph.doubles.bodies import Body, Compared
from graph.doubles.differences import differs_by_mark, nearly_alike, slip
from graph.doubles.names import own_part

MINIMUM = 0.6
"""Pairs below it are not suggested: lower scores found nothing more on real data."""
WINDOW = 8
"""Neighbours with which a name is compared in each of two orders."""
GROUP = 40
"""Of so many bodies with one key every pair is looked at; of more, neighbours by id."""

SAME_NUMBER, SAME_NAME, IN_FRONT, ALIAS, NESTED = 1.0, 0.95, 0.9, 0.85, 0.9
NAMESAKES = 0.7
"""One name and a legal form in two parts of one municipality."""
SHORT_AND_LONG = 0.75
"""ゆいの会 and 地域在宅生活支援ネットゆいの里: a short name whose own part ends the long one."""
ANOTHER_ADDRESS = 0.3
LIKE_AT_ADDRESS = 85
"""Of 100: how much of the shorter core has to stand in the longer one at one address."""
UNLIKE_KINDS = 0.1
ONE_SOURCE = 0.05
"""A source that names both tells them apart, as a rule."""


@dataclass(frozen=True)
class Suggestion:
    """Two bodies that may be one."""

    first: str
    """The smaller id."""
    second: str
    score: float
    """0–1; an order of what to look at first, no probability."""
    reason: str
    """Key of the catalogue."""
    values: Mapping[str, str] = field(default_factory=dict)


def suggest(bodies: Iterable[Body], *, minimum: float = MINIMUM) -> list[Suggestion]:
    """The pairs that may be one body, the likeliest first; the order of the bodies makes no difference.

    Args:
        bodies: each id once.
        minimum: the lowest score to be given.
    """
    compared = sorted((Compared(body) for body in bodies), key=lambda one: one.body.id)
    best: dict[tuple[str, str], Suggestion] = {}
    for one, other in _pairs(compared):
        a, b = (one, other) if one.body.id < other.body.id else (other, one)
        pair = (a.body.id, b.body.id)
        if pair not in best and a.body.id != b.body.id and (found := _judged(a, b)) and found.score >= minimum:
            best[pair] = found
    return sorted(best.values(), key=lambda found: (-found.score, found.first, found.second))


def _pairs(compared: list[Compared]) -> Iterator[tuple[Compared, Compared]]:
    yield from _of_groups(compared)
    yield from _of_wider_areas(compared)
    blocks: dict[str, list[Compared]] = defaultdict(list)
    for one in compared:
        if one.block:
            blocks[one.block].append(one)
    for block in blocks.values():
        for backwards in (False, True):
            block.sort(key=lambda one: (one.core[:: -1 if backwards else 1], one.body.id))
            yield from (pair for pair in _neighbours(block) if nearly_alike(pair[0].core, pair[1].core))


def _of_groups(compared: list[Compared]) -> Iterator[tuple[Compared, Compared]]:
    """Bodies that share a number, a name or an alias, or an address within one municipality."""
    groups: dict[tuple[str, str, str], list[Compared]] = defaultdict(list)
    for one in compared:
        if one.body.corporate_number:
            groups["number", "", one.body.corporate_number].append(one)
        if one.block:
            for name in sorted({one.parts.full, one.within or "", *one.alias_keys} - {""}):
                groups["name", one.block, name].append(one)
            if own := own_part(one.parts.full):
                groups["own", one.block, own].append(one)
            if one.address:
                groups["address", one.block, one.address].append(one)
    for (key, _, _), group in groups.items():
        if key == "own" and len(group) > 2:  # noqa: PLR2004 - a word that several bodies use tells nothing of two of them
            continue
        if len(group) <= GROUP:
            yield from ((group[i], group[j]) for i in range(len(group)) for j in range(i))
        else:
            yield from _neighbours(group)


def _of_wider_areas(compared: list[Compared]) -> Iterator[tuple[Compared, Compared]]:
    """A body of a prefecture, and one of that name in a municipality of it."""
    wide: dict[tuple[str, str], list[Compared]] = defaultdict(list)
    for one in compared:
        if one.body.areas and one.body.municipality is None:
            wide[one.body.areas[0], one.parts.full].append(one)
    for one in compared:
        if one.body.municipality is not None:
            for area in one.body.areas:
                yield from ((one, other) for other in wide.get((area, one.parts.full), [])[:GROUP])


def _neighbours(ordered: list[Compared]) -> Iterator[tuple[Compared, Compared]]:
    for at, one in enumerate(ordered):
        yield from ((one, other) for other in ordered[at + 1 : at + 1 + WINDOW])


def _judged(a: Compared, b: Compared) -> Suggestion | None:
    """The likeliest reason for which two bodies may be one; None where there is none or something speaks against it."""
    if a.body.generic != b.body.generic:
        return None
    if a.body.corporate_number and b.body.corporate_number:
        return _suggestion(a, b, SAME_NUMBER, "same_number") if a.body.corporate_number == b.body.corporate_number else None
    if (a.parts.legal_forms and b.parts.legal_forms and not a.parts.legal_forms & b.parts.legal_forms) or not _may_meet(a, b):
        return None
    named = _by_name(a, b)
    if named is None and not a.body.generic:
        named = _by_spelling(a, b)
    if named is None:
        return None
    score, reason = named
    if a.address and b.address and not (a.address.startswith(b.address) or b.address.startswith(a.address)):
        score -= ANOTHER_ADDRESS
    if a.body.actor_types and b.body.actor_types and not a.body.actor_types & b.body.actor_types:
        score -= UNLIKE_KINDS
    if len(a.body.datasets) == 1 and a.body.datasets == b.body.datasets:
        score -= ONE_SOURCE
    return _suggestion(a, b, score, reason)


def _may_meet(a: Compared, b: Compared) -> bool:
    """Whether both belong to one area or one within the other, or to parts of one municipality."""
    if a.body.generic:
        return a.body.areas[:1] == b.body.areas[:1]
    return bool(a.block) and (a.block == b.block or _nested(a, b))


def _nested(a: Compared, b: Compared) -> bool:
    return bool(a.body.areas and b.body.areas) and (a.body.areas[0] in b.body.areas or b.body.areas[0] in a.body.areas)


def _by_name(a: Compared, b: Compared) -> tuple[float, str] | None:
    same_place = bool(a.address) and a.address == b.address
    if a.parts.full == b.parts.full:
        if _nested(a, b) or same_place:
            return (SAME_NAME if a.body.areas[0] == b.body.areas[0] or same_place else NESTED), "same_name"
        return (NAMESAKES, "same_name_elsewhere") if a.parts.legal_forms and b.parts.legal_forms else None
    if a.block != b.block:
        return None
    if a.within is not None and a.within == b.within:
        return IN_FRONT, "area_in_front"
    if _names(a) & b.alias_keys or _names(b) & a.alias_keys:
        return (ALIAS, "alias") if _nested(a, b) else None
    return None


def _names(one: Compared) -> set[str]:
    return {one.parts.full, one.within or one.parts.full}


def _by_spelling(a: Compared, b: Compared) -> tuple[float, str] | None:
    if a.block != b.block:
        return None
    apart = a.is_administration or b.is_administration or differs_by_mark(a.core, b.core)
    if a.address and a.address == b.address and not apart:
        likeness = fuzz.partial_ratio(a.core, b.core) if min(len(a.core), len(b.core)) > 1 else 0
        if likeness >= LIKE_AT_ADDRESS:
            return 0.8 * likeness / 100, "same_address"
    own = own_part(a.parts.full)
    if own and own == own_part(b.parts.full) and _nested(a, b) and not apart and _is_whole(own, a, b):
        return SHORT_AND_LONG, "own_name"
    if a.parts.kinds != b.parts.kinds or not _nested(a, b):
        return None
    likeness = slip(a.core, b.core) or 0
    return (0.8 * likeness, "close_spelling") if likeness else None


def _is_whole(own: str, a: Compared, b: Compared) -> bool:
    """Whether one name is no more than its own part and the kind, and the other says more."""
    return min(len(a.parts.full), len(b.parts.full)) == len(own) + 2 < max(len(a.parts.full), len(b.parts.full))


def _suggestion(a: Compared, b: Compared, score: float, reason: str) -> Suggestion:
    values = {"name": a.body.name, "other": b.body.name}
    return Suggestion(a.body.id, b.body.id, round(max(0.0, score), 3), f"double.{reason}", values)
