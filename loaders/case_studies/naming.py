"""Naming: candidates become things of the case; a whole item of a list is one name."""

import re
from collections.abc import Iterator

from loaders.case_studies.aliases import HEREAFTER, OURSELVES, SAME, alias_after, same_as
from loaders.case_studies.beside_persons import without_persons
from loaders.case_studies.casebook import Casebook
from loaders.case_studies.categories import codes_of
from loaders.case_studies.councils import council_candidates
from loaders.case_studies.districts import count_in, district_candidates, level_of, short_candidates, wards_of_town
from loaders.case_studies.for_whom import without_those_served
from loaders.case_studies.lists import completed
from loaders.case_studies.mentions import Candidate, Mention, best, note
from loaders.case_studies.names import body_candidates
from loaders.case_studies.no_names import is_no_name
from loaders.case_studies.passages import Passage
from loaders.case_studies.programmes import amount_in, fiscal_year_in, kind_of, programme_candidates
from loaders.case_studies.rule_data import rule_data
from loaders.case_studies.services import service_candidates
from loaders.case_studies.things import Thing
from loaders.case_studies.vocabulary import ending_of
from loaders.japanese.cleaning import Stretch

TRAILING = re.compile(r"(等|など|他|ほか|さん方|さん|の皆さん|の?職員|の代表|[\d一二三四五六七八九十]+[名人])+$")
POINTING = "points back"
"""Kind of a candidate that names nothing itself: 同会, 本会."""
ACTORS = frozenset({"Organization", "Council"})
SHORTEST_KNOWN = 3
SHORTEST_COUNCIL = 4
"""A shorter word is no name by which a council could be found again."""
ABOUT_ROLES = frozenset({"how", "activity", "services"})
LISTING_ROLES = {"services", "title", "outlook"}
ONLY_ADMINISTRATION = re.compile(r"^(行政|市|町|村|区|役場|市役所|(市|町|村|区)?[一-龯・]{2,10}課)$")


def mentions_in(casebook: Casebook, sentence: Stretch, passage: Passage, only_names: bool = False) -> list[Mention]:
    """Everything that a sentence names, in the order of the text; it becomes things of the case."""
    pointing = list(_pointing_back(casebook, sentence.text))
    named = [
        one
        for one in candidates_in(casebook, sentence, passage, only_names)
        if not any(one.start < end and start < one.end for start, end, _ in pointing)
    ]
    found: list[Mention] = []
    for one in sorted([*named, *(Candidate(start, end, POINTING, word, 0) for start, end, word in pointing)], key=lambda each: each.start):
        if one.kind == POINTING:
            same = same_as(one.name, casebook.recent) if one.name else casebook.speaker()
            if same:
                found.append(note(casebook, sentence, one.start, one.end, same, "points_back"))
            continue
        thing = thing_of(casebook, sentence, one)
        if thing:
            found.append(note(casebook, sentence, one.start, one.end, thing, one.rule))
            casebook.recent.append(thing)
            other = alias_after(sentence.text, one.end, sentence.text[one.start : one.end]) if thing.kind in ACTORS else None
            thing.names.update({other} if other else ())
    return found


def _pointing_back(casebook: Casebook, text: str) -> Iterator[tuple[int, int, str]]:
    """同会, 同社 … (with the kind of body that is meant) and 本会, 私たち (with nothing), unless the text gave it as a name."""
    for match in SAME.finditer(text):
        yield match.start(), match.end(), match[1]
    for match in OURSELVES.finditer(text):
        if casebook.find(("Organization", "Council"), match[1]) is None:
            yield match.start(), match.end(), ""


def candidates_in(casebook: Casebook, sentence: Stretch, passage: Passage, only_names: bool = False) -> list[Candidate]:
    """How a sentence is read, without making anything of it yet."""
    text = sentence.text
    candidates = [*body_candidates(text, casebook), *council_candidates(text, of_councils=_lists_councils(passage))]
    if not only_names:
        candidates += programme_candidates(text, finance=passage.role == "finance")
        candidates += district_candidates(text)
        if casebook.case.area.name.endswith(("町", "村")):
            candidates += wards_of_town(text)
        named = [a.name for a in casebook.of_kind("Area") if a is not casebook.municipality and not a.generic]
        candidates += short_candidates(text, named)
    candidates += completed(text, best(candidates))
    if not only_names:
        spans = tuple((one.start, one.end) for one in best(candidates))
        candidates += known_services(casebook, text)
        about = codes_of(passage.activity.text) if passage.activity is not None and passage.role in ABOUT_ROLES else ()
        candidates += service_candidates(text, listing=passage.role in LISTING_ROLES, names=spans, about=about)
    aside = [match.span() for match in HEREAFTER.finditer(text)]
    candidates = [one for one in candidates if not any(start < one.start and one.end < end for start, end in aside)]
    if passage.role == "title":
        candidates = [one for one in candidates if one.rule != "quoted_body"]
    return without_those_served(best(without_persons([one for one in candidates if not is_no_name(one)], text)), text)


def known_services(casebook: Casebook, text: str) -> Iterator[Candidate]:
    """Services of the case that the text names again, in full or by the name between their quotation marks."""
    weak = set(rule_data("services")["weak"])
    for thing in casebook.of_kind("Service"):
        inner = {match for name in thing.names for match in re.findall(r"「([^」]+)」", name)}
        for name in {*thing.names, *inner}:
            if len(name) < SHORTEST_KNOWN or name in weak:
                continue
            for match in re.finditer(rf"(?<![一-龯ァ-ヺー]){re.escape(name)}(?![一-龯ァ-ヺー])", text):
                yield Candidate(match.start(), match.end(), "Service", name, 4, tuple(sorted(thing.codes)), rule="known_service")


def _lists_councils(passage: Passage) -> bool:
    """Whether the heading or label above says that what stands below are councils."""
    return any(one is not None and re.search("協議体|会議体", one.text) for one in (passage.topic, passage.label))


def thing_of(casebook: Casebook, sentence: Stretch, one: Candidate) -> Thing | None:
    """The thing that a reading names."""
    if one.kind == "administration":
        return casebook.administration(sentence.part(one.start, one.end), one.rule)
    if one.kind == "Organization":
        name = TRAILING.sub("", one.name)
        ending = ending_of(name)
        thing = casebook.find(("Council",), name) or casebook.body(name, ending, one.codes)
        thing.also_council = thing.also_council or bool(ending and ending.council)
        return thing
    if one.kind == "Programme":
        fund = next((b for b in casebook.of_kind("Organization") if kind_of(b.name) and b.name in one.name), None)
        return fund or programme_named(casebook, one.name, sentence.text)
    named = {"Council": council_named, "Area": district_named}.get(one.kind)
    return named(casebook, one.name) if named else service_named(casebook, one)


def council_named(casebook: Casebook, name: str) -> Thing:
    """The council of that name; a shorter form of a known name is the same council."""
    found = casebook.find(("Council", "Organization"), name)
    if not found:
        fitting = [
            c
            for c in casebook.of_kind("Council")
            if min(len(name), len(c.name)) >= SHORTEST_COUNCIL and (c.name.endswith(name) or name.endswith(c.name))
        ]
        found = fitting[0] if len(fitting) == 1 else None
    if not found:
        found = casebook.add("Council", name)
    elif found.kind == "Council" and len(name) > len(found.name):
        found.name = name
    found.names.add(name)
    casebook.last_council = found
    return found


def programme_named(casebook: Casebook, name: str, text: str) -> Thing:
    """The programme of that name, with amount and fiscal year where the sentence gives them."""
    thing = casebook.find(("Programme",), name) or casebook.add("Programme", name)
    kind = kind_of(name)
    thing.details.setdefault("kind", kind.kind if kind else None)
    if (amount := amount_in(text)) is not None:
        thing.details.setdefault("amount_yen", amount)
    if (year := fiscal_year_in(text)) is not None:
        thing.details.setdefault("fiscal_year", year)
    return thing


def district_named(casebook: Casebook, name: str) -> Thing:
    """The part of the municipality of that name."""
    count = count_in(name)
    found = casebook.find(("Area",), name)
    if not found:
        short = re.sub(r"(地区|集落|学区|圏域|校区|団地)$", "", name)
        found = next(
            (a for a in casebook.of_kind("Area") if short and re.sub(r"(地区|集落|学区|圏域|校区|団地)$", "", a.name) == short), None
        )
    thing = found or casebook.add("Area", name)
    thing.details.setdefault("level", level_of(name))
    if count is not None:
        thing.generic, thing.details["count"] = True, count
    return thing


def service_named(casebook: Casebook, one: Candidate) -> Thing:
    """The service of that name; names that hold one another and share a category are one service."""
    name = re.sub(r"^(主に|主な|新たな|月\d回|週\d回)", "", one.name)
    found = casebook.find(("Service",), name)
    if not found:
        quoted = re.findall(r"「([^」]+)」", name)
        for service in casebook.of_kind("Service"):
            inner = re.findall(r"「([^」]+)」", service.name)
            if (
                (quoted and quoted[0] == service.name)
                or (inner and inner[0] == name)
                or (set(one.codes) & service.codes and not (quoted or inner) and (name in service.name or service.name in name))
            ):
                found = service
    if not found:
        found = casebook.add("Service", name)
    elif len(name) > len(found.name) and set(one.codes) & found.codes:
        found.name = name
    found.names.add(name)
    found.codes.update(one.codes if not found.codes else ())
    return found
