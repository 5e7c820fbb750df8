"""Events: services with a first and a last day, who holds them, and in which premises."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache, lru_cache

from graph.areas import CodedArea, area_index
from graph.errors import RecordRejected
from graph.facts import Fact, Quotation
from graph.identity import normalised, organization_key, registered_service_key
from graph.model.organizations import Organization
from graph.model.places import DeliveredIn, Uses
from graph.model.services import Provides, Service
from graph.taxonomy import taxonomy
from loaders.care_services.corporations import shows_a_body
from loaders.contract import Problem
from loaders.municipal_open_data.located import located
from loaders.people.houses import masked
from loaders.tables.dates import as_date
from loaders.tables.kinds_of_body import kinds_of
from loaders.tables.numbers import as_count
from loaders.tables.row import Row

MEMORY = 8_192
"""Texts of which the answer is remembered: a national register has hundreds of thousands."""

_OFFICE = re.compile(r"(?:役所|役場|[課係室部局])$")
"""A section of the municipality's office."""
_PREMISES = re.compile(
    r"(?:館|センター|ホール|会所|公会堂|プラザ|学校|園|院|寺|神社|役所|役場|広場|アリーナ|ドーム|ハウス|カフェ|サロン|ステーション|コミュニティ)$"
)
_AFTER = re.compile(r"(?:\(.*\)|in.*|第?\d+回|\d+|[♪!！☆★]|の開催(?:について)?)+$")
"""What may follow the word that says what an event is."""


def event(row: Row, dataset: str) -> tuple[Iterable[Fact], Iterable[Problem]]:
    """The facts of a row.

    Raises:
        RecordRejected: it has no name or first day, its days cannot be, or nothing says where it is.
    """
    area = located(row)
    name = row.required("name")
    begins = _day(row, "begins")
    ends = _day(row, "ends") if row.text("ends") else begins
    if ends < begins:
        raise RecordRejected("ends_before_it_begins", row.place_of("ends"), begins=str(begins), ends=str(ends))
    warnings: list[Problem] = []
    service = Service(
        key=registered_service_key(dataset, f"{area.area.id}|{normalised(name)}|{begins}"),
        name=name,
        target=row.text("target"),
        days=_hours(row),
        fee=row.text("fee_in_detail") or _yen(row),
        capacity=_capacity(row, warnings),
        valid_from=begins,
        valid_to=ends,
        placed_in=area.area.id,
    )
    said = row.quotations("event", area.area.id, "name", "begins", "ends", "target", "fee", "fee_in_detail", "capacity")
    where = row.quotation("premises" if row.cell("premises").strip() else "name", "event_place", area.area.id, "structural")
    facts = [Fact(what=service, evidence=said, codes=categories_of(name))]
    held = masked_or_none(row)
    place = where if held else replace(said[0], extractor=where.extractor, certainty=where.certainty)
    facts.append(Fact(what=DeliveredIn(start=service.reference, end=area.area.reference), evidence=(place,)))
    facts += _organised(row, service, area, warnings)
    if held:
        facts += _premises(held, service, area, where)
    return facts, warnings


def row_key(row: Row) -> tuple[str, str, str]:
    """What makes an event: a second row of it is refused."""
    return normalised(row.cell("name")), row.cell("begins").strip(), row.cell("address").strip() or row.cell("premises").strip()


@lru_cache(maxsize=MEMORY)
def categories_of(name: str) -> tuple[str, ...]:
    """The category whose word the name of an event ends in; a word in its middle is not what the event is."""
    plain = _AFTER.sub("", normalised(name))
    found = [(len(word), code) for code, words in _words() for word in words if plain.endswith(word)]
    longest = max((length for length, _ in found), default=0)
    codes = {code for length, code in found if length == longest}
    return tuple(codes) if len(codes) == 1 else ()


@cache
def _words() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(
        (code, tuple(normalised(word) for word in entry.synonyms if len(word) > 1)) for code, entry in taxonomy().service_categories.items()
    )


def masked_or_none(row: Row) -> str | None:
    """The premises, where the cell names some and no private house."""
    text = row.text("premises")
    return text if text and masked(text) == text and not text.endswith(("宅", "方", "邸")) else None


def _organised(row: Row, service: Service, area: CodedArea, warnings: list[Problem]) -> list[Fact]:
    """The bodies that hold it; who has no form of a body may be a person and is not taken."""
    facts: list[Fact] = []
    municipality = area_index().municipality_of(area)
    for name in (part.strip() for part in re.split(r"[;；、,\n]", row.text("organisers") or "") if part.strip()):
        plain = normalised(name)
        itself = plain in {municipality.full_name, normalised(municipality.area.name)}
        section = plain.startswith(normalised(municipality.area.name)) and _OFFICE.search(plain)
        kinds = ("MUNI",) if itself or section or plain.endswith("課") else kinds_of(name)
        if not shows_a_body(name, kinds):
            warnings.append(Problem(code="organiser_without_form", place=row.place_of("organisers"), kind="warning"))
            continue
        body = Organization(key=organization_key(municipality.area.id, name), name=name, actor_types=kinds, placed_in=municipality.area.id)
        said = replace(row.quotation("organisers", "organiser", area.area.id), quote=name)
        facts += [
            Fact(what=body, evidence=(said,), codes=kinds),
            Fact(what=Provides(start=body.reference, end=service.reference), evidence=(said,)),
        ]
    return facts


def _premises(text: str, service: Service, area: CodedArea, said: Quotation) -> list[Fact]:
    """The body whose house it is: 「山口市民会館 大ホール」 is held in 山口市民会館."""
    name = unicodedata.normalize("NFKC", text).split()[0]
    if not _PREMISES.search(name):
        return []
    body = Organization(key=organization_key(area.area.id, name), name=name, actor_types=kinds_of(name), placed_in=area.area.id)
    return [
        Fact(what=body, evidence=(said,), codes=body.actor_types),
        Fact(what=Uses(start=service.reference, end=body.reference), evidence=(said,)),
    ]


def _day(row: Row, key: str) -> date:
    written = row.required(key)
    try:
        return as_date(written.split("T")[0].split(" ")[0])
    except ValueError as error:
        raise RecordRejected("unreadable_date", row.place_of(key), value=written) from error


def _hours(row: Row) -> str | None:
    begins, ends = row.text("begins_at"), row.text("ends_at")
    return f"{begins}～{ends}" if begins and ends else begins


def _yen(row: Row) -> str | None:
    """A bare number is in yen, as the standard says."""
    fee = row.text("fee")
    return f"{fee}円" if fee and fee.isdecimal() else fee


def _capacity(row: Row, warnings: list[Problem]) -> int | None:
    if (written := row.text("capacity")) is None:
        return None
    try:
        return as_count(written) or None
    except ValueError:
        warnings.append(Problem(code="unclear_capacity", place=row.place_of("capacity"), kind="warning", values={"value": written}))
        return None
