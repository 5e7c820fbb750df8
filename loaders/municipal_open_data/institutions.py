"""Facilities, medical institutions and childcare: bodies with an address, and whoever runs them.

A public facility is a body and no service: a list of facilities does not say that a room may be used for a gathering, and if each
of them counted as 活動拠点 (`PLACE`), no council's need for a place would remain. What is held in one says so by USES.
"""

from collections.abc import Iterable

from graph.areas import area_index
from graph.facts import Fact, Quotation
from graph.identity import normalised, organization_key
from graph.model.organizations import Organization
from graph.model.places import OperatesIn, PartOf
from loaders.care_services.corporations import Corporation, corporation_of
from loaders.contract import Problem
from loaders.municipal_open_data.located import located
from loaders.tables.kinds_of_body import kinds_of
from loaders.tables.row import Row

MEDICAL_BODY = "MEDICAL"
MUNICIPALITY = "MUNI"


def institution(row: Row, *, always: tuple[str, ...] = (), municipal: bool = False) -> tuple[Iterable[Fact], Iterable[Problem]]:
    """The facts of a row.

    Args:
        row: a row with name, address and, perhaps, who runs it.
        always: kinds of actor that every body of this table is.
        municipal: whether a body of which nothing else is said is one of the municipality.

    Raises:
        RecordRejected: it has no name, or nothing says where it is.
    """
    name, area = row.required("name"), located(row)
    runner, warnings = corporation_of(row, area)
    shown = {*kinds_of(name), *always}
    if not shown and municipal and (runner is None or MUNICIPALITY in runner.actor_types):
        shown = {MUNICIPALITY}
    address = row.text("address")
    body = Organization(
        key=organization_key(area.area.id, name),
        name=name,
        kana=row.text("kana"),
        aliases=_usual_name(row, name),
        actor_types=tuple(sorted(shown)),
        address=address,
        placed_in=area.area.id,
    )
    named = row.quotation("name", "institution", area.area.id)
    addressed = row.quotations("address", area.area.id, "address") if address else ()
    facts = [Fact(what=body, evidence=(named, *addressed), codes=body.actor_types)]
    facts.append(Fact(what=OperatesIn(start=body.reference, end=area.area.reference), evidence=addressed or (named,)))
    if runner and runner.key != body.key:
        municipality = area_index().municipality_of(area).area.id
        facts += _run_by(runner, body, municipality, row.quotation("corporation", "runner", area.area.id))
    return facts, warnings


def _run_by(runner: Corporation, body: Organization, municipality: str, said: Quotation) -> list[Fact]:
    """Who runs the body, as a body of its own, and that the body is a part of it."""
    runs = Organization(
        key=runner.key,
        name=runner.name,
        actor_types=runner.actor_types,
        corporate_number=runner.number,
        placed_in=municipality,
    )
    return [
        Fact(what=runs, evidence=(said,), codes=runs.actor_types),
        Fact(what=PartOf(start=body.reference, end=runs.reference), evidence=(said,)),
    ]


def _usual_name(row: Row, name: str) -> tuple[str, ...]:
    usual = row.text("usual_name")
    return (usual,) if usual and normalised(usual) != normalised(name) else ()
