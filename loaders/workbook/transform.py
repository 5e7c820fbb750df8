"""What a workbook says → facts with their quotations, and a report of every row."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath

from graph.areas import area_index
from graph.errors import AreaNotResolved, LoadStopped
from graph.facts import Dataset, Fact, Quotation, Scope
from graph.places import Place
from loaders.contract import Problem, Transformed
from loaders.gathered import Gathered
from loaders.workbook.building import Built, built
from loaders.workbook.districts import place_of
from loaders.workbook.read import SOURCE, Entry, Filled
from loaders.workbook.things import codes_in, named_column
from loaders.workbook.wording import sheet_name

KINDS_OF_SHEET = {
    "organizations": ("bodies",),
    "councils": ("bodies", "seats"),
    "services": ("services",),
    "ties": ("ties",),
    "needs": ("needs",),
    "programmes": ("programmes",),
    "observations": ("observations",),
    "posts": ("bodies",),
}
"""Sheet → kinds of fact that it speaks of."""
_DATE = re.compile(
    r"(?:令和|平成|[RH])(?:元|\d{1,2})(?:年度?|[.\-_])?(?:\d{1,2}(?:月|[.\-_]))?(?:\d{1,2}日?)?"
    r"|(?:19|20)\d{2}(?:年度?|[.\-_/])?(?:\d{1,2}(?:月|[.\-_])?)?(?:\d{1,2}日?)?"
)
_EMPTY_BRACKETS = re.compile(r"[(（][ 　_\-.]*[)）]")
_COPY = re.compile(r"(?:[-ー－ _]*(?:のコピー|コピー|copy))?(?:[ _]*[(（]\d+[)）])?$", re.IGNORECASE)
"""What a file's name has when it was copied or downloaded again."""


def transform_workbook(filled: Filled) -> Transformed:
    """Every row becomes facts, or is refused or set aside with its reason.

    Raises:
        LoadStopped: no row can be taken.
    """
    name = dataset_name(filled)
    found = built(filled, name)
    gathered = Gathered()
    taken: dict[str, tuple[str, ...]] = {}
    for number, entry in enumerate(filled.entries):
        if number not in found.refused:
            taken[str(entry.place)] = gathered.add(_facts(entry, number, found))
    problems = [
        *filled.problems,
        *_unknown_area(filled),
        *filled.refused,
        *(found.refused[number] for number in sorted(found.refused)),
        *found.warnings,
    ]
    if not taken:
        refused = [*filled.refused, *found.refused.values()]
        raise LoadStopped("nothing_to_take", count=len(refused), first=Place(refused[0].place))
    dataset = Dataset(
        name=name,
        title=filled.about.title or name.partition("/")[2],
        licence=filled.about.licence,
        as_of=filled.about.as_of,
        scopes=_scopes(filled, found),
        adds_only=filled.about.written_out,
    )
    return Transformed(
        dataset=dataset, facts=gathered.facts(), rows_in=len(filled.entries) + len(filled.refused), taken=taken, problems=tuple(problems)
    )


def dataset_name(filled: Filled) -> str:
    """workbook/ and what the workbook calls itself: its title, else who made it and the name of its file without dates."""
    stem = PurePath(filled.file).stem
    plain = _EMPTY_BRACKETS.sub("", _COPY.sub("", _DATE.sub("", stem))).strip(" 　_-.")
    own = [filled.about.title] if filled.about.title else [one for one in (filled.about.by, plain) if one]
    return "/".join([SOURCE, *(own or [stem])])


def _facts(entry: Entry, number: int, found: Built) -> Iterator[Fact]:
    thing = found.things.get(number)
    area_id = thing.node.id if thing and thing.node.label == "Area" else getattr(thing.node, "placed_in", None) if thing else None
    if thing:
        label = str(entry.sheet.label)
        code_kinds = {"Organization": "ActorType", "Service": "ServiceCategory", "Need": "NeedCategory"}
        codes = codes_in(entry, code_kinds[label]) if label in code_kinds else ()
        yield Fact(
            what=thing.node,
            also=thing.also,
            evidence=(_quotation(entry, _quoted(entry), label.casefold(), area_id),),
            codes=codes,
            schemes=codes_in(entry, "Scheme") if label == "Service" else (),
        )
    for one in found.ties[number]:
        relationship = found.relationships[one.relationship.id]
        column = _quoted(entry) if one.column == "tie" else one.column
        quotation = _quotation(entry, column, relationship.type.casefold(), area_id)
        yield Fact(what=relationship, evidence=(replace(quotation, certainty=one.certainty),))


def _quoted(entry: Entry) -> str:
    """The column that is quoted for what a row is about: the sentence that it rests on, where one is given."""
    if entry.texts.get("quote", "").strip():
        return "quote"
    return "tie" if entry.sheet.label is None else named_column(entry)


def _quotation(entry: Entry, column: str, rule: str, area_id: str | None) -> Quotation:
    quotation = entry.row.quotation(column, rule, area_id)
    return replace(
        quotation,
        quote=entry.texts[column],
        sheet=entry.row.sheet or sheet_name(entry.sheet.name, "ja"),
        copy_of=entry.originals if entry.is_copy else (),
        instead_of=() if entry.is_copy else entry.originals,
    )


def _unknown_area(filled: Filled) -> Iterator[Problem]:
    """The warning that the area of the whole workbook is none."""
    if not filled.about.area:
        return
    try:
        area_index().resolve(filled.about.area)
    except AreaNotResolved:
        yield Problem(
            code="about_area", place=Place.of(sheet=sheet_name("about", "ja")), kind="warning", values={"value": filled.about.area}
        )


def _scopes(filled: Filled, found: Built) -> tuple[Scope, ...]:
    """What the workbook could have shown: of each municipality that it names, what its filled sheets are for.

    A list that is complete for some categories of service gives only examples of everything else.
    """
    kinds = {kind for entry in filled.entries for kind in KINDS_OF_SHEET.get(entry.sheet.name, ())}
    about = filled.about

    def scope(area: str, kind: str) -> Scope:
        complete = about.complete and (kind == "services" or not about.complete_for)
        categories = about.complete_for if complete else ()
        return Scope(area_id=area, kind=kind, coverage="exhaustive" if complete else "examples", categories=categories)

    return tuple(scope(area, kind) for area in sorted(_municipalities(found)) for kind in sorted(kinds))


def _municipalities(found: Built) -> set[str]:
    """Ids of the municipalities in which something of it is placed."""
    coded = {one.area.id: one for one in area_index().by_code.values()}
    ids: set[str] = set()
    for thing in found.things.values():
        placed = str(getattr(thing.node, "placed_in", None) or (thing.node.id if thing.node.label == "Area" else ""))
        own = found.districts.by_id.get(placed)
        municipality = own.municipality_id if own else place_of(coded[placed]).municipality_id if placed in coded else None
        if municipality:
            ids.add(municipality)
    return ids
