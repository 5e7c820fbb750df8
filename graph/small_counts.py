"""Small counts of people, which could name somebody: what is hidden, and what else so that it cannot be worked out.

A count under the fewest is hidden, 0 too: else what is hidden would be known to be none of it. Where a total and its parts are
given, one hidden count among them could be worked out from the others: then another is hidden with it, and more until the
hidden parts have at least the fewest together. A count that no source states is not small but unknown. Every question that
shows counts of people asks this file.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from typing import TypeVar

FEWEST = 5
"""What is shown at the least; a user may ask for more."""

Key = TypeVar("Key", bound=Hashable)


def hidden_counts(counts: Mapping[Key, int | None], parents: Mapping[Key, Key], *, fewest: int = FEWEST) -> frozenset[Key]:
    """The counts that are not shown.

    Args:
        counts: by a key of their own, None where none is stated.
        parents: part → its total, where both have a count; totals may be parts themselves.
        fewest: counts below it are small.

    Returns:
        The keys of the small counts and of those hidden with them. A total with parts is taken to be their sum, although
        sources may leave parts out: rather one too many is hidden.
    """
    stated = {key: count for key, count in counts.items() if count is not None}
    hidden = {key for key, count in stated.items() if count < fewest}
    parts: dict[Key, list[Key]] = defaultdict(list)
    for part, total in parents.items():
        if part in stated and total in stated:
            parts[total].append(part)
    while more := {key for total, found in parts.items() if (key := _one_more(total, found, stated, hidden, fewest)) is not None}:
        hidden |= more
    return frozenset(hidden)


def _one_more(total: Key, parts: Iterable[Key], stated: Mapping[Key, int], hidden: set[Key], fewest: int) -> Key | None:
    """What else has to be hidden among a total and its parts; None where nothing can be worked out."""
    gone = [part for part in parts if part in hidden]
    of_a_total = not gone or (len(gone) > 1 and sum(stated[part] for part in gone) >= fewest)
    if gone if total in hidden else of_a_total:
        return None
    left = sorted((part for part in parts if part not in hidden), key=lambda part: (stated[part], str(part)))
    if left:
        return left[0]
    return total if total not in hidden else None
