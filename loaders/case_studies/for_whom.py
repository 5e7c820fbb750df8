"""For whom a service is: what the bracket behind its name says, and the category that this gives beside that of the name.

A bracket is read only as a whole: every word of it says for whom or for what, and none is a body, a doer, a day or a denial
(介護者以外, 介護者の会が運営). Which words give which category, and which give none, is said in `rules/services.yaml`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from graph.taxonomy import taxonomy
from loaders.case_studies.casebook import Casebook
from loaders.case_studies.mentions import Candidate
from loaders.case_studies.rule_data import rule_data
from loaders.case_studies.things import Thing
from loaders.case_studies.vocabulary import alternatives
from loaders.japanese.cleaning import Stretch

BRACKET = re.compile(r"[」』]?(\(([^()]*)\))")
NOT_FOR_RESIDENTS = frozenset({"OUTREACH"})
"""Categories beside the means where a bracket says who is asked, and not for whom something is done."""


@dataclass(frozen=True)
class ForWhom:
    """The categories that a bracket gives, and where it stands."""

    start: int
    end: int
    codes: tuple[str, ...]


def for_whom_behind(text: str, end: int) -> ForWhom | None:
    """What the bracket at this place says; None where it gives no category, or where any word of it says something else."""
    bracket = BRACKET.match(text, end)
    if not bracket or not _whole().fullmatch(bracket[2]):
        return None
    codes = tuple(dict.fromkeys(code for word in _word().findall(bracket[2]) if (code := _codes()[word])))
    return ForWhom(*bracket.span(1), codes) if codes else None


def without_those_served(candidates: list[Candidate], text: str) -> list[Candidate]:
    """The readings of a text without those within a bracket that says for whom a service is: they are no service and do nothing."""
    services = [one for one in candidates if one.kind == "Service" and _serves(one.codes)]
    brackets = [said for one in services if (said := for_whom_behind(text, one.end))]
    return [one for one in candidates if not any(said.start < one.start and one.end < said.end for said in brackets)]


def note_for_whom(casebook: Casebook, service: Thing, stretch: Stretch, end: int, state: str) -> None:
    """Give a service the categories of the bracket behind its name, with the characters of the bracket as evidence.

    Args:
        casebook: what the case names.
        service: a thing of the kind Service; one whose categories are all means, or that has none, is left as it is.
        stretch: where it is named.
        end: where its name ends there.
        state: whether what the stretch speaks of is planned, running or ended. Whom a planned or ended one is for says
            nothing of the one that runs.
    """
    said = for_whom_behind(stretch.text, end)
    if said is None or not _serves(service.codes):
        return
    if state != "running" and service.details.get("statuses", set()) - {state}:
        return
    service.codes.update(said.codes)
    casebook.quote(service, stretch.part(said.start, said.end), "for_whom")


def _serves(codes: Iterable[str]) -> bool:
    """Whether a service is known to be one for people: those whom a survey asks or a course trains are not served."""
    return bool(set(codes) - taxonomy().means - NOT_FOR_RESIDENTS)


@cache
def _codes() -> dict[str, str | None]:
    """Word → category; None for words that say for whom and give none."""
    given: dict[str, str | None] = dict.fromkeys(rule_data("services")["for_others"])
    return given | {word: code for code, words in rule_data("services")["for_whom"].items() for word in words}


@cache
def _word() -> re.Pattern[str]:
    return re.compile(alternatives(sorted(_codes(), key=lambda word: (-len(word), word))))


@cache
def _whole() -> re.Pattern[str]:
    """(主に)A、Bや C等(向け), and nothing else."""
    one = rf"(?:{_word().pattern})(?:の方々?|の皆さん)?(?:等|など|ほか|他)?"
    return re.compile(
        rf"(?:主に|対象者?(?:は|:)[\s　]*)?{one}(?:(?:[、,・/]|や|と|及び|および|並びに|または)[\s　]*{one})*"
        r"(?:向け|対象|[がも]対象|を対象(?:に|とする|とした)?|のため)?"
    )
