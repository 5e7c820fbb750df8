"""Rows with a meaning of their own: who acts (主体), who sits (参画者), who provides, who supports, for which district."""

import re

from loaders.case_studies.casebook import Casebook, Thing
from loaders.case_studies.cleaning import Stretch
from loaders.case_studies.members import read_members
from loaders.case_studies.mentions import Candidate
from loaders.case_studies.naming import council_named, district_named, mentions_in, name_item, service_named
from loaders.case_studies.passages import Case, Passage
from loaders.case_studies.rule_data import rule_data
from loaders.case_studies.sentences import ACTORS
from loaders.case_studies.services import codes_of
from loaders.case_studies.splitting import bullets, items

HOLDS = re.compile(r"[」』]?(?:\([^()]*\))?を.{0,12}?(立ち上げ|設置|設立|結成|開催|発足)")
NETWORK_WORD = re.compile(r"ネットワーク(\(協議体\))?|協議体")
PROFESSIONAL = {"COORD"}


def read_actors(casebook: Casebook, passage: Passage, quietly: bool = False) -> list[Thing]:
    """The bodies of a cell that says who acts; each acts for the municipality in the function of its row."""
    cell = passage.actors if quietly and passage.actors is not None else passage.stretch
    found: list[Thing] = []
    for bullet in bullets(cell):
        for item in items(bullet):
            bracket = re.fullmatch(r"([^()]+)\(([^()]+)\)", item.text)
            is_kind = bracket and not re.search(r"仮称|直営|株|有", bracket[2])
            pieces = [item.part(*bracket.span(1)), item.part(*bracket.span(2))] if bracket and is_kind else [item]
            things = [thing for piece in pieces if (thing := name_item(casebook, piece, "actors")) and thing.kind in ACTORS]
            if len(things) == 2 and things[0].codes & PROFESSIONAL:  # noqa: PLR2004 - a professional and the body
                if not quietly:
                    casebook.tie("PART_OF", things[0], things[1], item, "professional_of", "structural")
                things = things[:1]
            found += [thing for thing in things if thing not in found]
    if quietly:
        return found
    if passage.role == "provider" and not passage.column and len(found) == 1:
        casebook.case_provider = found[0]
    for thing in found:
        if passage.function:
            casebook.tie("ACTS_FOR", thing, casebook.municipality, passage.stretch, "actors_row", "structural", function=passage.function)
    return found


def read_network(casebook: Casebook, case: Case) -> None:
    """Which council the participants belong to: the one that the network rows found or hold, else a nameless one."""
    rows = [p for p in case.passages if p.role == "members" and p.label and (NETWORK_WORD.search(p.label.text) or case.network_label)]
    rows = [p for p in rows if not any(o.role == "council" and o.group == p.group for o in case.passages)]
    if not rows:
        return
    participants = "".join(p.stretch.text for p in rows)
    named: list[Thing] = []
    for passage in case.passages:
        if passage.function == "network" and passage.role == "how":
            for bullet in bullets(passage.stretch):
                for mention in mentions_in(casebook, bullet, passage, only_names=True):
                    after = bullet.text[mention.end :]
                    is_council = mention.kind == "Council" and mention.thing.name not in participants
                    if is_council and HOLDS.match(after) and not re.search(r"予定|検討", after) and mention.thing not in named:
                        named.append(mention.thing)
    if len(named) == 1:
        casebook.network = named[0]
    else:
        labels = [label for label in (rows[0].label, case.network_label) if label and NETWORK_WORD.search(label.text)]
        council = next((m.thing for label in labels for m in mentions_in(casebook, label, rows[0], only_names=True) if m.kind == "Council"), None)
        casebook.network = council or _nameless(casebook, labels)
    if casebook.network is None or case.network_label is None:
        return
    for head in case.heads[:1]:
        casebook.tie("COVERS", casebook.network, casebook.municipality, head, "region_of_table", "structural")


def _nameless(casebook: Casebook, labels: list[Stretch]) -> Thing | None:
    """The council that has no name: called as the label calls it."""
    for label in labels:
        if match := NETWORK_WORD.search(label.text):
            council = casebook.add("Council", match[0])
            return casebook.quote(council, label.part(match.start(), match.end()), "network_row", "structural")
    return None


def read_row(casebook: Casebook, passage: Passage, case: Case) -> None:
    """What a structured passage states."""
    if passage.role in {"members", "absent_members"}:
        council = _council_of(casebook, passage, case)
        if council is None:
            read_members(casebook, passage.stretch, None, "participants")
        if council:
            if passage.label and NETWORK_WORD.search(passage.label.text) and council is casebook.network and passage.label.text not in council.names:
                casebook.quote(council, passage.label, "network_row", "structural")
            read_members(casebook, passage.stretch, council, "participants")
    elif passage.role == "council":
        thing = council_named(casebook, _plain(passage.stretch.text))
        casebook.quote(thing, passage.stretch, "council_column")
        _cover_district(casebook, thing, passage)
    elif passage.role == "supporter":
        _read_supporters(casebook, passage)
    elif passage.role == "services" and passage.column:
        read_services_column(casebook, passage, case)
    elif passage.role == "target":
        for bullet in bullets(passage.stretch):
            name = re.match(r"[^()]+", bullet.text)
            if name:
                thing = district_named(casebook, name[0])
                casebook.quote(thing, bullet.part(0, name.end()), "target_row")
                casebook.tie("PART_OF", thing, casebook.municipality, passage.stretch, "district_of", "structural")
                casebook.target = thing
                for service in titled_services(casebook, case):
                    casebook.tie("COVERS", service, thing, passage.stretch, "target_row", "structural")


def titled_services(casebook: Casebook, case: Case) -> list[Thing]:
    """The services that the row for the activity's name names."""
    titles = [p for p in case.passages if p.role == "title"]
    return [m.thing for p in titles for m in mentions_in(casebook, p.stretch, p) if m.kind == "Service"]


def _read_supporters(casebook: Casebook, passage: Passage) -> None:
    for bullet in bullets(passage.stretch):
        for item in items(bullet):
            thing = name_item(casebook, item, "supporters")
            for service in titled_services(casebook, casebook.case) if thing and thing.kind in ACTORS else []:
                if thing:
                    casebook.tie("SUPPORTS", thing, service, item, "supporters", "structural")


def read_services_column(casebook: Casebook, passage: Passage, case: Case) -> None:
    """Each item of a column of activities is a service, of the council or body of its record."""
    council = next((council_named(casebook, _plain(o.stretch.text)) for o in case.passages if o.role == "council" and o.group == passage.group), None)
    doers = read_actors(casebook, passage, quietly=True) if passage.actors is not None else [council] if council else []
    status = next((status_in(o.stretch.text) for o in case.passages if o.role == "status" and o.group == passage.group), None)
    within = casebook.within(passage)
    for bullet in bullets(passage.stretch):
        for item in items(bullet):
            head = re.match(r"[^()]+", item.text)
            if not head or re.search(r"(なし|。|ない)$", item.text):
                continue
            topic = passage.topic.text if passage.topic else ""
            codes = codes_of(head[0]) or codes_of(topic)
            service = service_named(casebook, Candidate(0, head.end(), "Service", head[0], 1, codes))
            casebook.quote(service, item.part(0, head.end()), "services_column")
            state = status_in(item.text) or status or "running"
            service.details["status"] = state
            for doer in doers:
                casebook.tie("PROVIDES", doer, service, item, "services_column", "structural", status=state)
            if within:
                casebook.tie("DELIVERED_IN", service, within, item, "district_column", "structural")


def status_in(text: str) -> str | None:
    """planned or ended where the words say so."""
    if re.search(rule_data("predicates")["ended"], text):
        return "ended"
    return "planned" if re.search(rule_data("predicates")["planned"], text) else None


def _plain(name: str) -> str:
    return re.sub(r"^\(仮称\)", "", name)


def _cover_district(casebook: Casebook, council: Thing, passage: Passage) -> None:
    within = casebook.within(passage)
    if within and passage.within is not None:
        casebook.tie("COVERS", council, within, passage.within, "district_column", "structural")
        casebook.tie("PART_OF", within, casebook.municipality, passage.within, "district_of", "structural")


def _council_of(casebook: Casebook, passage: Passage, case: Case) -> Thing | None:
    """The council of a list of participants: named in its own record, before its bracket, in its heading, or the network."""
    for other in case.passages:
        if other.role == "council" and other.group == passage.group:
            return council_named(casebook, _plain(other.stretch.text))
    if passage.label and NETWORK_WORD.search(passage.label.text) and casebook.network and re.search("ネットワーク", passage.label.text):
        return casebook.network
    for heading in (passage.label, passage.topic):
        if heading is None:
            continue
        named = [m.thing for m in mentions_in(casebook, heading, passage, only_names=True) if m.kind == "Council"]
        if named:
            return named[-1]
    if re.match(r"[^()、]*(会議|委員会|協議会)\(", passage.stretch.text):
        return None
    return casebook.network
