"""From lines to facts: find the cases, read each, and describe the source. Pure: no input, no output."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePath

from graph.errors import LoadStopped
from graph.facts import Dataset, Fact, Quotation, Scope
from graph.identity import case_study_key
from graph.model.sources import KINDS_OF_FACT, CaseStudy
from graph.places import Place
from loaders.case_studies.building import Builder
from loaders.case_studies.cases import Found, find_cases
from loaders.case_studies.document import Document
from loaders.case_studies.extractors.accepting import Accepting, Tally
from loaders.case_studies.extractors.case_text import text_of
from loaders.case_studies.extractors.contract import SECOND_READER, CaseText, Proposals
from loaders.case_studies.extractors.reporting import problems_of
from loaders.case_studies.formats.recognising import one_character_a_line
from loaders.case_studies.masking import MaskedDocument, masked
from loaders.case_studies.observations import measured
from loaders.case_studies.passages import Case
from loaders.case_studies.reader import Reader
from loaders.contract import Candidate, CaseRead, Problem, Transformed
from loaders.japanese.cleaning import Stretch
from loaders.japanese.morphology import let_go

LINES_LOOKED_AT = 20
MOST_LABELS = 5
MARKED = {
    "not_started": "case_studies.marked_not_started",
    "not_stated": "case_studies.marked_not_stated",
    "not_measured": "case_studies.marked_not_measured",
    "none": "case_studies.marked_none",
}
LONG_TEXT = 200_000
"""Characters of a document after which the memory that reading took is given back."""
TITLE = re.compile(r"「([^「」]{8,80}(?:報告書|事例集|調査|研究)[^「」]*)」")


def transform_document(document: Document, candidate: Candidate) -> Transformed:
    """Lines → facts.

    Raises:
        LoadStopped: one character a line, or nothing in the text that we know.
    """
    if one_character_a_line(document.lines):
        raise LoadStopped("case_studies.one_character_a_line", file=document.name)
    text = masked(document)
    found_cases = find_cases(text)
    cases = [case for case in found_cases.cases if case.passages or case.titles]
    if not cases:
        raise LoadStopped("case_studies.no_structure", file=document.name)
    name = f"case_studies/{PurePath(candidate.name).stem}"
    second = dict(document.second_reading or ())
    readings: list[_Reading] = []
    for number, case in enumerate(cases, start=1):
        readings.append(_read_case(case, name, document, second.get(case.area.id, Proposals())))
        candidate.progress(number, len(cases))
    if sum(map(len, document.lines)) > LONG_TEXT:
        let_go()
    scopes = tuple(Scope(area_id=case.area.id, kind=kind, coverage="examples") for case in cases for kind in KINDS_OF_FACT)
    dataset = Dataset(name=name, title=title_of(text), scopes=scopes, cases=tuple(one.study for one in readings))
    problems = [*_refused(found_cases, document), *(problem for one in readings for problem in one.aside)]
    rows_in = len(cases) + len(problems)
    problems += [*_renamed(found_cases, document), *_masked(text, document)]
    problems += [one for case in cases for one in _missing(case, document)]
    problems += [Problem(code=note.code, place=note.place, kind="warning", values=note.values) for note in document.notes]
    if document.second_reading is not None:
        unusable = (part for one in second.values() for part in one.unusable)
        problems += problems_of(document, (one.tally for one in readings), unusable)
    return Transformed(
        dataset=dataset,
        facts=_placed(_joined([fact for one in readings for fact in one.facts]), document),
        rows_in=rows_in,
        taken={_place_of(case, document): tuple(fact.id for fact in one.facts) for case, one in zip(cases, readings, strict=True)},
        problems=tuple(problems),
        cases=tuple(CaseRead(name=one.study.name, place=one.study.place or "", facts=len(one.facts)) for one in readings),
    )


@dataclass(frozen=True)
class _Reading:
    """What one case came to."""

    study: CaseStudy
    facts: tuple[Fact, ...]
    aside: list[Problem]
    tally: Tally


def _where(stretch: Stretch, document: Document) -> Place:
    return document.place(stretch.line, stretch.places[0][0] if stretch.places else 0)


def _place_of(case: Case, document: Document) -> Place:
    return Place(f"{case.prefecture.name}{case.area.name}, {_where(case.heads[0], document)}")


def _refused(found: Found, document: Document) -> list[Problem]:
    """Headings without a case below them, and names that leave the municipality open."""
    empty = [case for case in found.cases if not (case.passages or case.titles)]
    return [
        *(Problem(code="case_studies.empty_case", place=_place_of(case, document), values={"area": case.area.name}) for case in empty),
        *(
            Problem(
                code="case_studies.open_area",
                place=_where(heading, document),
                values={"name": name, "candidates": "、".join(candidates)},
            )
            for heading, name, candidates in found.open_areas
        ),
    ]


def _renamed(found: Found, document: Document) -> list[Problem]:
    """A warning for each heading that names a municipality as it was called before."""
    return [
        Problem(
            code="case_studies.renamed_area",
            place=_where(region.where, document),
            kind="warning",
            values={"old": old.old_name, "area": region.prefecture.name + region.area.name, "changed_on": str(old.changed_on)},
        )
        for region in found.renamed
        if (old := region.renamed_from)
    ]


def _missing(case: Case, document: Document) -> Iterator[Problem]:
    """A notice for each meaning of the marks that a case has instead of facts: how many, where first, under which labels."""
    for meaning, code in MARKED.items():
        found = [one for one in case.missing if one.meaning == meaning]
        if found:
            labels = dict.fromkeys(one.label.text for one in found if one.label is not None)
            values = {"area": case.area.name, "count": len(found), "labels": "、".join(list(labels)[:MOST_LABELS]) or "—"}
            yield Problem(code=code, place=_where(found[0].where, document), kind="warning", values=values)


def _masked(text: MaskedDocument, document: Document) -> list[Problem]:
    """A notice for each line with private names: where, and how many characters are masked, never the name."""
    return [
        Problem(code="case_studies.masked", place=place, kind="warning", values={"place": place, "characters": characters})
        for place, characters in ((document.place(line), characters) for line, characters in text.masked)
    ]


def _read_case(case: Case, dataset: str, document: Document, second: Proposals) -> _Reading:
    title = f"{case.prefecture.name}{case.area.name}"
    study = CaseStudy(
        key=case_study_key(dataset, case.area.id, title),
        name=title,
        dataset=dataset,
        area_id=case.area.id,
        place=str(_where(case.heads[0], document)),
    )
    reader = Reader(case)
    book = reader.read()
    values = [value for passage in case.passages for value in measured(passage)]
    aside = [
        Problem(code="case_studies.private_person", place=place, kind="set_aside", values={"place": place})
        for place in (_where(stretch, document) for stretch in reader.set_aside)
    ]
    builder = Builder(book, study)
    facts = builder.build(values, dataset)
    accepting = Accepting(book, builder, text_of(case) if second != Proposals() else CaseText(case=case, pieces=()), SECOND_READER)
    return _Reading(study, (*facts, *accepting.take(second)), aside, accepting.tally)


def _joined(facts: list[Fact]) -> tuple[Fact, ...]:
    """Each id once: a prefecture of two cases is one fact with the evidence of both."""
    found: dict[str, Fact] = {}
    for fact in facts:
        known = found.get(fact.id)
        if known is None:
            found[fact.id] = fact
        else:
            evidence = tuple(dict.fromkeys((*known.evidence, *fact.evidence)))
            found[fact.id] = Fact(what=known.what, evidence=evidence, also=known.also, codes=known.codes, case=known.case)
    return tuple(found.values())


def _placed(facts: tuple[Fact, ...], document: Document) -> tuple[Fact, ...]:
    """The facts, each quotation with its place in the file, where a line is none of the file."""
    if not document.marks:
        return facts

    def placed(one: Quotation) -> Quotation:
        place = document.place_in_file(one.line, one.start or 0) if one.line else None
        return replace(one, place=str(place) if place else None)

    return tuple(replace(fact, evidence=tuple(placed(one) for one in fact.evidence)) for fact in facts)


def title_of(document: MaskedDocument) -> str:
    """The title that the first lines give, else the file's name without its ending."""
    for line in document.lines[:LINES_LOOKED_AT]:
        if match := TITLE.search(line):
            return match[1]
    heading = next((line.lstrip("# ").strip() for line in document.lines[:LINES_LOOKED_AT] if line.startswith("# ")), "")
    return heading or PurePath(document.name).stem
