"""From the rows of a view's query to a picture: things, ties, and the sentences on which they rest."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from graph.messages import Messages
from graph.places import place_of
from graph.reading import Reader
from visualizations.contract import Picture, PictureNode, PictureTie, Quotation, View


def gathered(reader: Reader, view: View, *, area: str | None, language: str, banner: str | None = None) -> Picture:
    """What a view shows of an area, for the reader's audience.

    Raises:
        QueryMisused: the area is unknown or its name means several.
    """
    rows = reader.rows("networks", view.query, area=area)
    title = view.title_en if language == "en" else view.title_ja
    name = reader.areas.full_name(reader.areas.find(area).id) if area else ""
    filters = (name,) if name else ()
    picture = picture_of(reader, rows[0], title=f"{name} {title}".strip(), filters=filters, language=language, banner=banner)
    return replace(picture, view=view.name)


def picture_of(
    reader: Reader,
    row: Mapping[str, Any],
    *,
    title: str,
    filters: tuple[str, ...],
    language: str,
    banner: str | None = None,
) -> Picture:
    """A picture of the `nodes` and `relationships` that a query collected."""
    words = Messages(("visualizations", "graph"), language)
    ids = [one["id"] for one in (*row["nodes"], *row["relationships"])]
    evidence = reader.rows("lookups", "evidence_of_facts", facts=ids)
    quotations: dict[str, list[Quotation]] = defaultdict(list)
    for one in evidence:
        quotations[one["fact"]].append(_quotation(one, words))
    titles = {one["dataset"]: one["title"] for one in evidence}
    dates = [one["as_of"] for one in evidence if one["as_of"]]
    return Picture(
        title=title,
        nodes=tuple(_node(one, reader, quotations, titles) for one in row["nodes"]),
        ties=tuple(_tie(one, quotations, titles) for one in row["relationships"]),
        filters=filters,
        as_of=max(dates).isoformat() if dates else None,
        source_titles=tuple(sorted(set(titles.values()))),
        licences=tuple(sorted({(one["title"], one["licence"]) for one in evidence if one["licence"]})),
        banner=banner,
    )


def _node(one: Mapping[str, Any], reader: Reader, quotations: Mapping[str, list[Quotation]], titles: Mapping[str, str]) -> PictureNode:
    area = reader.areas.by_id.get(one.get("area_id") or "")
    return PictureNode(
        id=one["id"],
        label=one["label"],
        name=one["name"],
        kana=one.get("kana"),
        aliases=tuple(one.get("aliases") or ()),
        actor_types=tuple(one.get("actor_types") or ()),
        categories=tuple(one.get("categories") or ()),
        generic=bool(one.get("generic")),
        count=one.get("count"),
        status=one.get("status") or _dissolved(one, reader.today),
        area=area.name if area else None,
        verified_on=_day(one.get("verified_on")),
        begins=_day(one.get("begins")),
        ends=_day(one.get("ends")),
        sources=_titles(one.get("sources"), titles),
        quotations=tuple(quotations.get(one["id"], ())),
    )


def _dissolved(one: Mapping[str, Any], today: date) -> str | None:
    """The status of a body that no longer exists; bodies that do have none."""
    ended: date | None = one.get("ended_on")
    return "ended" if ended and ended <= today else None


def _tie(one: Mapping[str, Any], quotations: Mapping[str, list[Quotation]], titles: Mapping[str, str]) -> PictureTie:
    return PictureTie(
        id=one["id"],
        type=one["type"],
        start=one["start"],
        end=one["end"],
        state=one.get("state"),
        status=one.get("status"),
        function=one.get("function"),
        sources=_titles(one.get("sources"), titles),
        quotations=tuple(quotations.get(one["id"], ())),
    )


def _quotation(one: Mapping[str, Any], words: Messages) -> Quotation:
    return Quotation(
        id=one["id"],
        quote=one["quote"],
        certainty=one["certainty"],
        review=one["review"],
        source=one["title"],
        line=one["line"],
        place=place_of(one, words),
        as_of=_day(one["as_of"]),
    )


def _titles(datasets: Iterable[str] | None, titles: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(sorted(titles.get(dataset, dataset) for dataset in datasets or ()))


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None
