"""The network of an area on two days, as the command line and the API give it out."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from graph.between_days import BetweenDays, between_days
from graph.errors import QueryMisused
from graph.messages import Messages
from graph.metrics.drawn_on_days import OnDay
from graph.metrics.figures_changed import differs
from graph.network import Pair
from graph.reading import Reader
from graph.region_figures import LISTS_MEMBERS

LOUD = 0.05
"""Below it, corrected, a figure moved by more than chance."""


def days_compared(
    reader: Reader, area: str, days: tuple[date | None, date | None], texts: Messages, *, seed: int, draws: int
) -> dict[str, Any]:
    """Two days of one area.

    Args:
        reader: asks on behalf of an audience.
        area: name, code or id.
        days: the first, and the second or None for today.
        texts: the words of the reasons and of the method.
        seed: the same seed gives the same numbers.
        draws: how often the days of ties are swapped.

    Returns:
        `figures` on both days with what was tested, `bodies` and `ties` that `came` and `went` with when and by which source,
        `reasons` why nothing is tested, `sources` that state ties on each day, `seed`, `draws` and `method`.

    Raises:
        QueryMisused: a day is missing or not before the other; and as for `between_days`.
    """
    first, second = days
    if first is None:
        raise QueryMisused("day_missing")
    found = _found(reader, area, (first, second or reader.today), seed, draws)
    now, then = found.days.second, found.days.first
    return {
        "area_id": found.area.id,
        "area": found.full_name,
        "first": found.first.isoformat(),
        "second": found.second.isoformat(),
        "figures": _figures(found),
        "bodies": {"came": _bodies(now.bodies - then.bodies, found), "went": _bodies(then.bodies - now.bodies, found)},
        "ties": {"came": _ties(now, then, found), "went": _ties(then, now, found)},
        "on_both": len(found.days.on_both),
        "sources": dict(zip(("first", "second"), map(sorted, found.days.sources), strict=True)),
        "reasons": [{"code": code, "text": texts(_key_of(code, texts))} for code in found.reasons],
        "seed": seed,
        "draws": draws,
        "method": texts("between_days.method"),
    }


def _found(reader: Reader, area: str, days: tuple[date, date], seed: int, draws: int) -> BetweenDays:
    key = ("between", area, *days, seed, draws)
    return reader.kept(key, lambda: between_days(reader, area, *days, seed=seed, draws=draws))


def withholds(found: Mapping[str, Any]) -> bool:
    """Whether figures are missing because the sources cannot tell them."""
    return any(one["code"] == LISTS_MEMBERS for one in found["reasons"])


def _key_of(code: str, texts: Messages) -> str:
    return f"between_days.reason.{code}" if texts.knows(f"between_days.reason.{code}") else f"comparison.reason.{code}"


def _figures(found: BetweenDays) -> list[dict[str, Any]]:
    first, second = (one.of_network for one in found.figures)
    if LISTS_MEMBERS in found.reasons:
        # Where sources list members, what they do not say of ties is not a figure.
        first, second = ({name: one["bodies"] if name == "bodies" else None for name in one} for one in (first, second))
    return [
        {"figure": name, "first": value, "second": second[name], "changed": differs(value, second[name]), "tested": _tested(name, found)}
        for name, value in first.items()
    ]


def _tested(name: str, found: BetweenDays) -> dict[str, Any] | None:
    one = found.moved.get(name)
    if one is None:
        return None
    corrected = found.p_holm[name]
    return {
        "first": one.first,
        "second": one.second,
        "p": one.p,
        "p_holm": corrected,
        "beyond_chance": corrected < LOUD,
        "draws": one.draws,
    }


def _bodies(ids: Iterable[str], found: BetweenDays) -> list[dict[str, Any]]:
    names: Mapping[str, str] = found.days.names
    return [{"id": id_, "name": names[id_]} | _cause(id_, found) for id_ in sorted(ids, key=lambda id_: (names[id_], id_))]


def _ties(there: OnDay, not_there: OnDay, found: BetweenDays) -> list[dict[str, Any]]:
    names: Mapping[str, str] = found.days.names
    ends = [sorted(pair, key=lambda id_: (names[id_], id_)) for pair in there.ties - not_there.ties]
    pairs = sorted(ends, key=lambda pair: [(names[id_], id_) for id_ in pair])
    return [{"a_id": a, "a": names[a], "b_id": b, "b": names[b]} | _cause(frozenset((a, b)), found) for a, b in pairs]


def _cause(key: str | Pair, found: BetweenDays) -> dict[str, Any]:
    fact = found.days.facts.get(key, {})
    return {name: fact.get(name) for name in ("happened_on", "why", "dataset")}
