"""Columns and rows of one activity: its name, who supports it, for which district it is, what a list of activities holds."""

import re
from dataclasses import replace

from loaders.case_studies.activities import activities_of
from loaders.case_studies.actors import read_actors
from loaders.case_studies.casebook import Casebook
from loaders.case_studies.categories import codes_of
from loaders.case_studies.for_whom import note_for_whom
from loaders.case_studies.item_names import name_item
from loaders.case_studies.marked_text import ACTORS
from loaders.case_studies.mentions import Candidate
from loaders.case_studies.naming import council_named, district_named, service_named
from loaders.case_studies.passages import Case, Passage
from loaders.case_studies.rule_data import rule_data
from loaders.case_studies.splitting import bullets, items, sentences
from loaders.case_studies.states import status_in
from loaders.case_studies.things import Thing

DISTRICT = re.compile(r"(地区|集落|圏域|学区|校区|団地|島|区|町|本町|全域)$")
PARTNER_LABEL = re.compile(r"連携|パートナー|関係(機関|団体)$")
HELPS = re.compile(r"貸|助言|提供|協力|支援|派遣|指導|寄付|寄附|応援|相談|講師|場所|会場|監修")
NOT_YET = re.compile(r"調整中|交渉中|検討中|打診中|協議中|予定")
WHOLE = re.compile(r"(全域|全体|全市|全町|全村|全区|市内|町内|村内|区内)$")
BY = re.compile(r"([^、。]{2,20}?)(?:による|の車両を用いた|が行う|が運営する)(?=.{2})")
NOTHING = re.compile(r"(なし|。|ない)$")


def read_title(casebook: Casebook, passage: Passage, case: Case) -> None:
    """The activity that the row names, and who provides it by the row for providers."""
    service = activities_of(casebook, Case(area=case.area, prefecture=case.prefecture, passages=[passage]))[0]
    for other in case.passages:
        if other.role == "provider" and not other.column:
            for thing in read_actors(casebook, replace(other, actors=other.stretch), quietly=True):
                casebook.tie("PROVIDES", thing, service, other.stretch, "provider_row", "structural")


def read_supporters(casebook: Casebook, passage: Passage) -> None:
    """Each body of a row for supporters supports the activity; where the row names partners, it works with who does the activity."""
    services = _services_of(casebook, passage)
    doers = _doers_of(casebook, passage)
    partners = passage.label is not None and PARTNER_LABEL.search(passage.label.text)
    for bullet in [one for listed in bullets(passage.stretch) for one in sentences(listed)]:
        if re.search(rule_data("predicates")["absent"], bullet.text) or re.search(r"(ない|ません)$", bullet.text):
            continue
        for item in items(bullet):
            thing = name_item(casebook, item, "supporters")
            bracket = re.search(r"\(([^()]+)\)$", item.text)
            if thing is None or thing.kind not in ACTORS or (bracket and NOT_YET.search(bracket[1])):
                continue
            own = [s for s in casebook.of_kind("Service") if bracket and s.name in bracket[1]]
            helps = bool(bracket and HELPS.search(bracket[1])) or not partners
            for service in own or services if helps or own else []:
                casebook.tie("SUPPORTS", thing, service, item, "supporters", "structural")
            if partners and not own:
                for doer in doers[:1]:
                    casebook.tie("COLLABORATES_WITH", doer, thing, item, "partner_column", "structural", state="recorded", kind="連携")


def _services_of(casebook: Casebook, passage: Passage) -> list[Thing]:
    """The services of the record or heading, else those that the rows for titles name."""
    record = [one for one in casebook.case.passages if one.group == passage.group and one.column == "title"]
    titled = [casebook.find(("Service",), re.sub(r"\(.*\)$", "", one.stretch.text)) for one in record]
    return [thing for thing in titled if thing] or activities_of(casebook, casebook.case, passage)


def _doers_of(casebook: Casebook, passage: Passage) -> list[Thing]:
    """Who does the activity by the same record or the same heading."""
    if passage.actors is not None:
        return read_actors(casebook, passage, quietly=True)
    same = [
        one
        for one in casebook.case.passages
        if one.role == "provider"
        and ((passage.activity is not None and one.activity is passage.activity) or not (one.activity or one.column))
    ]
    return [thing for one in same for thing in read_actors(casebook, replace(one, actors=one.stretch), quietly=True)]


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


def read_services_column(casebook: Casebook, passage: Passage, case: Case, all_doers: list[Thing]) -> None:
    """Each item of a column of activities is a service, of the council or body of its record."""
    record = [other for other in case.passages if other.group == passage.group]
    councils = [council_named(casebook, without_working_title(other.stretch.text)) for other in record if other.role == "council"]
    status = next((status_in(other.stretch.text) for other in record if other.role == "status"), None)
    within = casebook.within(passage)
    topic = passage.topic.text if passage.topic else ""
    for item in [item for bullet in bullets(passage.stretch) for item in items(bullet)]:
        head = re.match(r"[^()※]+", item.text)
        if not head or NOTHING.search(item.text):
            continue
        by = BY.match(head[0])
        start = by.end() if by else 0
        name = head[0][start:]
        if len(name) < 2:  # noqa: PLR2004 - no name
            continue
        codes = codes_of(name) or codes_of(topic)
        service = service_named(casebook, Candidate(0, len(name), "Service", name, 1, codes))
        casebook.quote(service, item.part(start, head.end()), "services_column")
        doers = [thing] if by and (thing := name_item(casebook, item.part(*by.span(1)), "services_column")) else all_doers
        state = status_in(item.text) or status or "running"
        service.details["status"] = state
        note_for_whom(casebook, service, item, head.end(), state)
        for doer in doers or councils[:1]:
            casebook.tie("PROVIDES", doer, service, item, "services_column", "structural", status=state)
        if within:
            casebook.tie("DELIVERED_IN", service, within, item, "district_column", "structural")


def without_working_title(name: str) -> str:
    """A name without (仮称)."""
    return re.sub(r"^\(仮称\)", "", name)
