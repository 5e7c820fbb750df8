"""Needs: troubles, wishes and shortages that a passage states, with their codes."""

import re
from collections.abc import Iterator
from functools import cache

from loaders.case_studies.cleaning import Stretch
from loaders.case_studies.mentions import quoted_spans
from loaders.case_studies.rule_data import rule_data

CLAUSE = re.compile(
    r"(?<=[いすただ])が、|(?<=ない)、|、(?=(?:それと|また|一方|さらに|市は|町は|村は))|ことから、|ため、|を受け(?:て)?、|により、|に(?=応え)"
)
VOICED = re.compile(r"(?:[^「」]*?(?:では|からは|には)、)?([^「」]{4,}?)(?:という|との)(?:声|相談|訴え|悩み|要望|課題)")
FIRM = re.compile(
    r"(困っ|困る|困り|足りな|不足|がない|がなく|もない|できない|おらん|おらず|心配|不安|乏しい|少ない|[えけせてねべめれ](ない|ません|ず(に|、|$))|急務|悩み|直面|いない|いません"
    r"|減って|減り|見つから|足の問題|続けられるか|要望が|ほしい|欲しい|にくい|づらい|薄れ|手が(回|な)|窮する|時間がかかる|遠慮|しんどい|怖い|難しく|[^少]ない$)"
)
"""Words of trouble that state a need outside a list of needs, too."""
LONG_CLAUSE = 30
STATED = re.compile(r"(声|不安|要望|相談|訴え|悩み|課題|問題|ニーズ)")
ANSWER = re.compile(r"(解消|予防|対応|に応え|に対応|の推進|を支援|支援を|防ぐ|できるよう|するため)")


@cache
def _trouble() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in rule_data("needs")["trouble"]))


@cache
def _topics() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((row["code"], re.compile(row["pattern"])) for row in rule_data("needs")["topics"])


def need_codes(text: str) -> tuple[str, ...]:
    """The codes of a stated trouble: every topic that is named, the surest first; none without a known topic."""
    return tuple(code for code, pattern in _topics() if pattern.search(text))


def stated_needs(sentence: Stretch, role: str) -> Iterator[tuple[Stretch, tuple[str, ...]]]:
    """Each need of a sentence with its codes.

    Quoted voices count wherever they stand; other clauses where the sentence speaks of trouble, and every line under a
    heading for needs that is a mere noun phrase.
    """
    text = sentence.text
    voices = [(start, end) for start, end in quoted_spans(text) if _trouble().search(text, start, end)]
    for start, end in voices:
        codes = need_codes(text[start:end])
        if codes:
            yield sentence.part(start, end), codes[:2]
    if voices:
        return
    for found in re.finditer(r"([^、。がはをに「」\s・]{2,10})のニーズ(?=を(把握|受け|発見))", text):
        if codes := need_codes(found[1]):
            yield sentence.part(found.start(), found.end()), codes[:1]
    for whole in _clauses(sentence):
        clause = _voiced(whole)
        match = _trouble().search(whole.text)
        if not match or (ANSWER.search(whole.text) and not STATED.search(whole.text)):
            continue
        listed = role == "needs" and len(clause.text) <= 60  # noqa: PLR2004 - a stated need is short
        firm = FIRM.search(clause.text)
        if listed or firm:
            codes = need_codes(clause.text)
            if codes:
                yield clause, codes[:1] if codes[0] in {"N_HELPER", "N_CONTEXT"} or len(clause.text) > LONG_CLAUSE else codes[:2]


def _voiced(clause: Stretch) -> Stretch:
    """What is said, without who said it where: 〜では、Xという声が…."""
    match = VOICED.match(clause.text)
    return clause.part(*match.span(1)) if match and match[1] else clause


def _clauses(sentence: Stretch) -> list[Stretch]:
    """The clauses of a sentence; quoted speech is not cut."""
    found, start = [], 0
    for match in CLAUSE.finditer(sentence.text):
        found.append(sentence.part(start, match.start()))
        start = match.end()
    found.append(sentence.part(start, len(sentence.text)))
    return [clause for clause in found if clause.text]
