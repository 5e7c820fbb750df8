"""Programmes: plans, ordinances, subsidies, funds and budget items that a text names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from loaders.case_studies.categories import codes_of
from loaders.case_studies.mentions import Candidate, quoted_spans
from loaders.case_studies.numbers import number_in
from loaders.case_studies.rule_data import rule_data
from loaders.case_studies.vocabulary import noun_runs

AMOUNT = re.compile(r"(?:約|年間約|年)?([0-9][0-9,.]*)(億|万|千)?円")
FISCAL_YEAR = re.compile(r"(?:(H|平成)(\d{1,2})|(R|令和)(\d{1,2}|元)|(20\d{2}))年度")
SCALE = {None: 1, "": 1, "千": 1_000, "万": 10_000, "億": 100_000_000}
ERA_BEGINS = {"H": 1988, "平成": 1988, "R": 2018, "令和": 2018}
AFTER_PLAN = re.compile(r"(づくり|作成|中(?!の)|的|書|策定(?!・)|を計画|停電)")
SHORTEST_BEFORE_ENDING = 2


@dataclass(frozen=True)
class Kind:
    """An ending of a programme's name and what kind of programme it makes."""

    ending: str
    kind: str
    needs: re.Pattern[str] | None


@cache
def kinds() -> tuple[Kind, ...]:
    """All endings, the longest first."""
    rows = [
        Kind(ending, row["kind"], re.compile(row["needs"]) if "needs" in row else None)
        for row in rule_data("programmes")
        for ending in row["endings"]
    ]
    return tuple(sorted(rows, key=lambda row: -len(row.ending)))


def kind_of(name: str) -> Kind | None:
    """The kind that the ending of a name gives."""
    return next((one for one in kinds() if name.endswith(one.ending)), None)


def programme_candidates(text: str, finance: bool = False) -> Iterator[Candidate]:
    """Every reading of the text as a programme.

    Args:
        text: a sentence.
        finance: whether the passage says who pays, so that a 事業 is a programme.
    """
    for start, end in quoted_spans(text):
        kind = kind_of(text[start:end])
        if kind and kind.kind != "project":
            yield Candidate(start, end, "Programme", text[start:end], 1, rule="quoted_programme")
    present = [kind for kind in kinds() if kind.ending in text]
    for run in noun_runs(text) if present else ():
        for kind in present:
            at = text.rfind(kind.ending, run.start(), run.end())
            end = at + len(kind.ending)
            if at < 0:
                continue
            own = kind.kind == "subsidy" and text[run.start() : at] in {"市", "町", "村", "区", "県"}
            if (at - run.start() < SHORTEST_BEFORE_ENDING and not own) or (end < run.end() and AFTER_PLAN.match(text, end)):
                continue
            if end < run.end() and kind.kind != "fund" and not re.match(r"(創設|策定|活用|資料|実施|推進)", text[end:]):
                continue
            if AFTER_PLAN.match(text, end) or not _is_programme(text, run.start(), end, kind, finance):
                continue
            yield Candidate(run.start(), end, "Programme", text[run.start() : end], 3, rule="programme_ending")
            break


def _is_programme(text: str, start: int, end: int, kind: Kind, finance: bool) -> bool:
    if kind.needs is None:
        return kind.kind != "budget" or finance
    name = text[start:end]
    if codes_of(name) and not finance and not re.match(r"を(活用|受託)|\(助成", text[end:]):
        return False
    if re.search(r"(財源|費|資金|費用)は(県|市|町|国)?の?$", text[:start]):
        return True
    return bool(kind.needs.match(text[end:])) and (end - start) > 4 and (finance or not re.match(r"$", text[end:]))  # noqa: PLR2004


def amount_in(text: str) -> int | None:
    """The amount in yen: 1,838万円 → 18380000."""
    match = AMOUNT.search(text)
    amount = number_in(match[1], SCALE[match[2]]) if match else None
    return None if amount is None else round(amount)


def fiscal_year_in(text: str) -> int | None:
    """The fiscal year, by the year in which it begins: H25年度 → 2013."""
    match = FISCAL_YEAR.search(text)
    if not match:
        return None
    if match[5]:
        return int(match[5])
    era, number = (match[1], match[2]) if match[1] else (match[3], match[4])
    return ERA_BEGINS[era] + (1 if number == "元" else int(number))
