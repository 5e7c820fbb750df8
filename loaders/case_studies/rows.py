"""Rows with a meaning of their own: which council the participants belong to, and what each structured cell states."""

import re
from collections.abc import Callable

from loaders.case_studies.actors import read_actors
from loaders.case_studies.casebook import Casebook
from loaders.case_studies.columns import (
    read_provider,
    read_services_column,
    read_supporters,
    read_target,
    read_title,
    without_working_title,
)
from loaders.case_studies.item_names import name_item
from loaders.case_studies.member_lists import read_members
from loaders.case_studies.naming import council_named, mentions_in
from loaders.case_studies.passages import Case, Passage
from loaders.case_studies.splitting import bullets, items
from loaders.case_studies.things import Thing
from loaders.case_studies.together import relate_agreement_cell
from loaders.japanese.cleaning import Stretch

HOLDS = re.compile(
    r"[」』]?(?:\([^()]*\))?(?:を.{0,12}?(立ち上げ|設置|設立|結成|開催|発足|設け|置[きいく]|開[きいく])|が.{0,6}?(発足|始動|設置され|設立され))"
)
NETWORK_WORD = re.compile(r"ネットワーク(\(協議体\))?|協議体")
OWN_COUNCIL = re.compile(r"([^:、。()]{2,24}):")
"""A council before the colon and its participants."""
AGREED = re.compile(r"([^、。]{1,14})と.{0,4}(協定|覚書)")


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
                    is_council = (
                        mention.kind == "Council" and mention.thing.name not in participants and not mention.thing.name.endswith("部会")
                    )
                    if is_council and HOLDS.match(after) and not re.search(r"予定|検討", after) and mention.thing not in named:
                        named.append(mention.thing)
    if len(named) == 1:
        casebook.network = named[0]
    else:
        labels = [label for label in (rows[0].label, case.network_label) if label and NETWORK_WORD.search(label.text)]
        council = next(
            (m.thing for label in labels for m in mentions_in(casebook, label, rows[0], only_names=True) if m.kind == "Council"), None
        )
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


STRUCTURED = frozenset(
    (
        *(
            "actors",
            "provider",
            "supporter",
            "secretariat",
            "members",
            "absent_members",
            "council",
            "council_names",
            "layer_council",
            "post",
        ),
        *("title", "target", "status", "population", "share_65_plus", "share_75_plus", "number"),
    )
)
"""Roles whose cells are names or values, not sentences."""


def is_structured(passage: Passage) -> bool:
    """Whether a row or column gives the passage a meaning of its own, so that no sentence is looked for."""
    if passage.role in LISTS and is_prose(passage.stretch.text):
        return False
    return passage.role in STRUCTURED or (passage.role == "services" and bool(passage.column))


LISTS = frozenset({"members", "supporter", "council", "council_names"})
"""Roles whose cells list names; where one tells in sentences, it is read as sentences."""


def is_prose(text: str) -> bool:
    """Whether a passage tells in sentences and does not list names."""
    plain = re.sub(r"\([^()]*\)|「[^「」]*」", "", text)
    return bool(
        re.search(r"(?:は|には|では|で)、|から(?:なる|構成)|(?:し|って|れ)て(?:いる|おり)|(?:する|した|ある|いる|れる)(?:。|$)", plain)
    )


def read_row(casebook: Casebook, passage: Passage, case: Case) -> None:
    """What a structured passage states."""
    if passage.role in {"members", "absent_members"}:
        _read_members_row(casebook, passage, case)
    elif passage.role in COUNCIL_ROLES:
        COUNCIL_ROLES[passage.role](casebook, passage)
    elif passage.role == "status" and passage.actors is not None:
        _read_status(casebook, passage)
    elif passage.role == "title":
        read_title(casebook, passage, case)
    elif passage.role == "provider":
        read_provider(casebook, passage, case)
    elif passage.role == "supporter":
        read_supporters(casebook, passage)
    elif passage.role == "services":
        doers = read_actors(casebook, passage, quietly=True) if passage.actors is not None else []
        read_services_column(casebook, passage, case, doers)
    elif passage.role == "target":
        read_target(casebook, passage, case)


def _read_council(casebook: Casebook, passage: Passage) -> None:
    thing = council_named(casebook, without_working_title(passage.stretch.text))
    casebook.quote(thing, passage.stretch, "council_column")
    _cover_district(casebook, thing, passage)


def _read_members_row(casebook: Casebook, passage: Passage, case: Case) -> None:
    council, label = _council_of(casebook, passage, case), passage.label
    is_network = council is not None and council is casebook.network
    if council and label and is_network and NETWORK_WORD.search(label.text) and label.text not in council.names:
        match = NETWORK_WORD.search(label.text)
        casebook.quote(council, label.part(*match.span()) if match else label, "network_row", "structural")
    _read_prefixed(casebook, passage, council)


def _read_layer_council(casebook: Casebook, passage: Passage) -> None:
    """第1層協議体:A会議(年2回): the council behind the label, where it is a name and not only whether there is one."""
    name = re.match(r"「?([^()「」、。※　]{3,24})」?(?:\(|$)", passage.stretch.text)
    if name and re.search(r"(会議|協議会|委員会|会|ネット|ネットワーク|円卓|座|ラボ|輪|場)$", name[1]):
        casebook.quote(council_named(casebook, name[1]), passage.stretch.part(*name.span(1)), "layer_council", "structural")


def _read_council_names(casebook: Casebook, passage: Passage) -> None:
    """The councils that a row for their names lists: 暮らしの円卓(第1層)、ささえ隊会議(第2層)."""
    for item in [item for bullet in bullets(passage.stretch) for item in items(bullet)]:
        name = re.match(r"[^()※　]+", item.text)
        if name and not re.search(r"[はがを]", name[0]) and len(name[0].strip()) > 1:
            casebook.quote(council_named(casebook, name[0].strip("「」『』")), item.part(*name.span()), "council_row", "structural")


def _read_prefixed(casebook: Casebook, passage: Passage, council: Thing | None) -> None:
    """A list of participants; 「A会議:甲、乙」 names its own council."""
    for bullet in bullets(passage.stretch):
        prefix = OWN_COUNCIL.match(bullet.text)
        named = [m.thing for m in mentions_in(casebook, bullet.part(0, prefix.end(1)), passage, only_names=True)] if prefix else []
        councils = [thing for thing in named if thing.kind == "Council" or thing.also_council]
        if prefix and not councils:
            councils = [c for c in casebook.of_kind("Council") if c.name.endswith(prefix[1]) or prefix[1] in c.name]
            councils = councils if len(councils) == 1 else []
        if prefix and councils:
            read_members(casebook, bullet.part(prefix.end(), len(bullet.text)), councils[-1], "participants")
        else:
            read_members(casebook, bullet, council, "participants")


def _read_status(casebook: Casebook, passage: Passage) -> None:
    match = AGREED.match(passage.stretch.text)
    partner = name_item(casebook, passage.stretch.part(*match.span(1)), "status_column") if match else None
    if partner:
        relate_agreement_cell(casebook, read_actors(casebook, passage, quietly=True), partner, passage.stretch)


def _cover_district(casebook: Casebook, council: Thing, passage: Passage) -> None:
    within = casebook.within(passage)
    if within and passage.within is not None:
        casebook.tie("COVERS", council, within, passage.within, "district_column", "structural")
        casebook.tie("PART_OF", within, casebook.municipality, passage.within, "district_of", "structural")


def _headings_before(passage: Passage, case: Case) -> list[Stretch]:
    """The heading of the case itself, as that of minutes names the council that met."""
    return [one.stretch for one in case.passages if one.role == "heading" and one.group <= passage.group][:2]


def _council_of(casebook: Casebook, passage: Passage, case: Case) -> Thing | None:
    """The council of a list of participants: named in its own record, before its bracket, in its heading, or the network."""
    for other in case.passages:
        if other.role == "council" and other.group == passage.group:
            return council_named(casebook, without_working_title(other.stretch.text))
    if passage.label and NETWORK_WORD.search(passage.label.text) and casebook.network and re.search("ネットワーク", passage.label.text):
        return casebook.network
    for heading in (passage.above, passage.label, passage.topic, *_headings_before(passage, case)):
        if heading is None:
            continue
        named = [m.thing for m in mentions_in(casebook, heading, passage, only_names=True) if m.kind == "Council"]
        if named:
            return named[-1]
    if re.match(r"[^()、]*(会議|委員会|協議会)\(", passage.stretch.text):
        return None
    return casebook.network


COUNCIL_ROLES: dict[str, Callable[[Casebook, Passage], None]] = {
    "council": _read_council,
    "layer_council": _read_layer_council,
    "council_names": _read_council_names,
}
