"""Columns and rows of one activity: its name, who supports it, for which district it is, what a list of activities holds."""

import re
from dataclasses import replace

from loaders.case_studies.activities import activities_of
from loaders.case_studies.actors import read_actors
from loaders.case_studies.casebook import Casebook, Thing
from loaders.case_studies.mentions import Candidate
from loaders.case_studies.naming import council_named, district_named, name_item, service_named
from loaders.case_studies.passages import Case, Passage
from loaders.case_studies.rule_data import rule_data
from loaders.case_studies.sentences import ACTORS
from loaders.case_studies.services import codes_of
from loaders.case_studies.splitting import bullets, items

DISTRICT = re.compile(r"(地区|集落|圏域|学区|校区|団地|島|区|町|本町|全域)$")
NOTHING = re.compile(r"(なし|。|ない)$")


def read_title(casebook: Casebook, passage: Passage, case: Case) -> None:
    """The activity that the row names, and who provides it by the row for providers."""
    service = activities_of(casebook, Case(area=case.area, prefecture=case.prefecture, passages=[passage]))[0]
    for other in case.passages:
        if other.role == "provider" and not other.column:
            for thing in read_actors(casebook, replace(other, actors=other.stretch), quietly=True):
                casebook.tie("PROVIDES", thing, service, other.stretch, "provider_row", "structural")


def read_supporters(casebook: Casebook, passage: Passage) -> None:
    """Each body of a row for supporters supports the activity of the case."""
    for bullet in bullets(passage.stretch):
        for item in items(bullet):
            thing = name_item(casebook, item, "supporters")
            if thing and thing.kind in ACTORS:
                for service in activities_of(casebook, casebook.case, passage):
                    casebook.tie("SUPPORTS", thing, service, item, "supporters", "structural")


def read_target(casebook: Casebook, passage: Passage, case: Case) -> None:
    """The districts of a row for targets: the activity of the case or heading is for them and held there."""
    services = activities_of(casebook, case, passage)
    named: list[Thing] = []
    for item in [item for bullet in bullets(passage.stretch) for item in items(bullet)]:
        name = re.match(r"[^()]+", item.text)
        if not name or (
            passage.activity is not None and not any(DISTRICT.search(name[0]) or a.name == name[0] for a in casebook.of_kind("Area"))
        ):
            continue
        thing = district_named(casebook, name[0])
        casebook.quote(thing, item.part(0, name.end()), "target_row")
        casebook.tie("PART_OF", thing, casebook.municipality, passage.stretch, "district_of", "structural")
        named.append(thing)
        for service in services:
            casebook.tie("COVERS", service, thing, passage.stretch, "target_row", "structural")
            casebook.tie("DELIVERED_IN", service, thing, passage.stretch, "target_row", "structural")
    if passage.activity is None and len(named) == 1:
        casebook.target = named[0]


def read_provider(casebook: Casebook, passage: Passage, case: Case) -> None:
    """A labelled line below a heading that says who does the activity of the heading."""
    if passage.activity is None or passage.column:
        return
    for thing in read_actors(casebook, replace(passage, actors=passage.stretch), quietly=True):
        for service in activities_of(casebook, case, passage):
            casebook.tie("PROVIDES", thing, service, passage.stretch, "provider_line", "structural")


def read_services_column(casebook: Casebook, passage: Passage, case: Case, doers: list[Thing]) -> None:
    """Each item of a column of activities is a service, of the council or body of its record."""
    record = [other for other in case.passages if other.group == passage.group]
    councils = [council_named(casebook, without_working_title(other.stretch.text)) for other in record if other.role == "council"]
    status = next((status_in(other.stretch.text) for other in record if other.role == "status"), None)
    within = casebook.within(passage)
    topic = passage.topic.text if passage.topic else ""
    for item in [item for bullet in bullets(passage.stretch) for item in items(bullet)]:
        head = re.match(r"[^()]+", item.text)
        if not head or NOTHING.search(item.text):
            continue
        codes = codes_of(head[0]) or codes_of(topic)
        service = service_named(casebook, Candidate(0, head.end(), "Service", head[0], 1, codes))
        casebook.quote(service, item.part(0, head.end()), "services_column")
        state = status_in(item.text) or status or "running"
        service.details["status"] = state
        for doer in doers or councils[:1]:
            casebook.tie("PROVIDES", doer, service, item, "services_column", "structural", status=state)
        if within:
            casebook.tie("DELIVERED_IN", service, within, item, "district_column", "structural")


def status_in(text: str) -> str | None:
    """Planned or ended where the words say so."""
    if re.search(rule_data("predicates")["ended"], text):
        return "ended"
    return "planned" if re.search(rule_data("predicates")["planned"], text) else None


def without_working_title(name: str) -> str:
    """A name without (仮称)."""
    return re.sub(r"^\(仮称\)", "", name)
