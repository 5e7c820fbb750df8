"""What lies around one body: its neighbours, who else stands behind their councils and services, and one step more.

Read step by step with `cypher/networks/around.cypher`. What a further step would bring is in the document too, as long as
there is room, so that a reader can go on there; beyond that only its number is told.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from graph.errors import QueryMisused
from graph.reading import Reader
from visualizations.contract import Picture, View
from visualizations.gathering import picture_of

MOST_STEPS = 2
TOGETHER = {"MEMBER_OF", "PROVIDES", "SUPPORTS", "FUNDS", "ESTABLISHED"}
"""By these a body stands behind a council or a service."""


@dataclass(frozen=True)
class Neighbourhood:
    """Things and relationships around one body."""

    row: Mapping[str, Any]
    """`nodes` and `relationships`, as a query of `cypher/networks/` collects them."""
    opened: tuple[str, ...]
    """Ids of what is shown at first."""
    beyond: Mapping[str, int]
    """Id → how many neighbours it has that are not held."""


def gathered_around(reader: Reader, view: View, start: str, *, steps: int, language: str, limit: int, banner: str | None = None) -> Picture:
    """What a view shows that starts from one body, for the reader's audience.

    Args:
        reader: asks the graph.
        view: the view.
        start: id of the body.
        steps: how many steps from it are shown at first.
        language: one of `graph.messages.LANGUAGES`.
        limit: the most nodes that the document may hold besides what is shown at first.
        banner: a sentence to show above the picture.

    Raises:
        QueryMisused: there is no such body for this audience.
    """
    found = neighbourhood(reader, start, steps=steps, limit=limit)
    name = next(one["name"] for one in found.row["nodes"] if one["id"] == start)
    title = view.title_en if language == "en" else view.title_ja
    picture = picture_of(reader, found.row, title=title.format(name=name), filters=(name,), language=language, banner=banner)
    nodes = tuple(replace(node, beyond=found.beyond.get(node.id, 0)) for node in picture.nodes)
    return replace(picture, nodes=nodes, view=view.name, start=start, opened=found.opened)


def neighbourhood(reader: Reader, start: str, *, steps: int, limit: int) -> Neighbourhood:
    """Read what is around a body.

    Raises:
        QueryMisused: there is no such body for this audience.
    """
    shown = {start}
    for _ in range(steps):
        shown = {one["id"] for one in _around(reader, shown)["nodes"]}
    row = _around(reader, shown)
    if start not in {one["id"] for one in row["nodes"] if one["label"] in {"Organization", "Council"}}:
        raise QueryMisused("unknown_body", id=start)
    opened = shown | _behind(row, shown)
    further = {one["id"] for one in row["nodes"]}
    held = further if len(further) <= limit else opened
    last = row if held == shown else _around(reader, held)
    outside: dict[str, set[str]] = defaultdict(set)
    for tie in last["relationships"]:
        for end, other in ((tie["start"], tie["end"]), (tie["end"], tie["start"])):
            if end in held and other not in held:
                outside[end].add(other)
    return Neighbourhood(
        row={
            "nodes": [one for one in last["nodes"] if one["id"] in held],
            "relationships": [tie for tie in last["relationships"] if tie["start"] in held and tie["end"] in held],
        },
        opened=tuple(sorted(opened)),
        beyond={id_: len(others) for id_, others in outside.items()},
    )


def _behind(row: Mapping[str, Any], shown: set[str]) -> set[str]:
    """Who else stands behind the councils and services that are shown."""
    shared = {one["id"] for one in row["nodes"] if one["id"] in shown and one["label"] in {"Council", "Service"}}
    return {tie["start"] for tie in row["relationships"] if tie["type"] in TOGETHER and tie["end"] in shared}


def _around(reader: Reader, found: set[str]) -> Mapping[str, Any]:
    return reader.rows("networks", "around", found=sorted(found))[0]


def at_first(picture: Picture) -> Picture:
    """The picture without what waits in it a step further: for a sheet, on which nobody can go on."""
    if not picture.opened:
        return picture
    shown = set(picture.opened)
    return replace(
        picture,
        nodes=tuple(node for node in picture.nodes if node.id in shown),
        ties=tuple(tie for tie in picture.ties if tie.start in shown and tie.end in shown),
    )
