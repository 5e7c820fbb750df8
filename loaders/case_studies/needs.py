"""Needs: troubles, wishes and shortages that a passage states, with their codes."""

import re
from collections.abc import Iterator
from functools import cache

from graph.taxonomy.needs import codes_worded
from loaders.case_studies.mentions import quoted_spans
from loaders.case_studies.rule_data import rule_data
from loaders.japanese.cleaning import Stretch
from loaders.japanese.morphology import is_nominal

CLAUSE = re.compile(
    r"(?<=[いすただる])が、|／|/|(?<=ない)、|、(?=(?:それと|また|一方|さらに|市は|町は|村は))|ことから、|ため、|うえ、|一方(?:で)?、|ものの、|(?<=がなく)、(?=[^、。]*(?:検討|予定|準備|計画|調整)(?:中|し|を|に)?)|を受け(?:て)?、|により、|に(?=応え)"
)
VOICED = re.compile(
    r"(?:[^「」]*?(?:では|からは|からも|には|から)、)?([^「」]{4,}?)(?:という|との|といった)"
    r"(?:声|相談|訴え|悩み|要望|課題|意見|話|報告|不安|不満|指摘|困りごと)"
)
VOICE_AFTER = re.compile(
    r"[」』](?:[、・]?「[^「」]*」)*(?:等|など)?(?:と(?:の|いう|いった|言う|嘆|話|訴え|漏ら|心配|不安|答え|回答|打ち明|感じ|こぼ)|(?:が|は)(?:最も|多|続|目立|寄せ)|の(?:声|意見)|、|が|を)"
)
"""What follows a quoted voice of residents."""
LONG_CLAUSE = 30
SHORT_NEED = re.compile(r"確保|不足|困難|解消|難民|弱者|の足$|通院|高齢化|孤立|希薄|ない$|負担|不安|減少|空白|場$|確保策")
LONGEST_NEED = 60
STATED = re.compile(r"(声|不安|要望|相談|訴え|悩み|課題|問題|ニーズ|困りごと|意見|不満|きっかけ|残さ)")
ANSWER = re.compile(
    r"(解消|予防|対応|に応え|に対応|の推進|を支援|支援を|防ぐ|できるよう|するため|を担|に当た|配置|実施|提供して|開催|開い|始め|立ち上げ|整備|請け負|引き受け|運行|巡回|届け|案内|貸し)"
)
NO_NEED = re.compile(
    r"連携(に|は|が)|協力(は|が|を)|参加(に|は)至|至って|実現していない|未定|調整中|検討中|準備をして|話し合って|届け出|返答|使えなかった|生じていない|経費は|断られ|見送|補われ|充て|賄|採算|折り合|合わず|未設置|置かれておらず"
)
"""What is not there between bodies, or not yet decided, is no need of the residents."""


@cache
def _trouble() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in rule_data("needs")["trouble"]))


def stated_needs(sentence: Stretch, role: str) -> Iterator[tuple[Stretch, tuple[str, ...]]]:
    """Each need of a sentence with its codes.

    Quoted voices count wherever they stand; other clauses where the sentence speaks of trouble, and every line under a
    heading for needs that is a mere noun phrase.
    """
    text = sentence.text
    voices = [(start, end) for start, end in quoted_spans(text) if _is_voice(text, start, end, role)]
    found = False
    for start, end in voices:
        codes = codes_worded(text[start:end])
        if codes:
            found = True
            yield sentence.part(start, end), codes[:2]
    if found:
        return
    for match in re.finditer(r"([^、。がはをに「」\s・]{2,10})のニーズ(?=を(把握|受け|発見))", text):
        if codes := codes_worded(match[1]):
            yield sentence.part(match.start(), match.end()), codes[:1]
    for whole in _clauses(sentence):
        yield from _of_clause(whole, role)


def _is_voice(text: str, start: int, end: int, role: str) -> bool:
    """Whether the words between quotation marks are what somebody says is wrong or wanted."""
    return bool(_trouble().search(text, start, end)) and (
        role == "needs" or VOICE_AFTER.match(text, end) is not None or end + 1 >= len(text)
    )


def _of_clause(whole: Stretch, role: str) -> Iterator[tuple[Stretch, tuple[str, ...]]]:
    clause = _voiced(whole)
    nominal = (
        role == "needs" and clause is whole and len(clause.text) <= LONG_CLAUSE and is_nominal(clause.text) and "。" not in clause.text
    )
    trouble = _trouble().search(whole.text)
    if NO_NEED.search(clause.text) or not (trouble or (nominal and SHORT_NEED.search(clause.text))):
        return
    if ANSWER.search(whole.text) and clause is whole and not STATED.search(whole.text):
        return
    listed = role == "needs" and len(clause.text) <= LONGEST_NEED
    if listed or clause is not whole or _firm().search(clause.text):
        codes = codes_worded(clause.text)
        if codes:
            yield clause, codes[:1] if codes[0] in {"N_HELPER", "N_CONTEXT"} or len(clause.text) > LONG_CLAUSE else codes[:2]


@cache
def _firm() -> re.Pattern[str]:
    """Words of trouble that state a need outside a list of needs, too."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in rule_data("needs")["firm"]))


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
