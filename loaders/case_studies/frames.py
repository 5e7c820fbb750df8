"""Frames: which verb of a sentence each particle belongs to.

Japanese puts the verb last and the clause that describes a noun before it. So a noun with its particle belongs to the next
verb, unless that verb only describes the noun behind it and a comma or は says that the noun reaches further.
"""

import re
from functools import cache, lru_cache

from loaders.case_studies.frame import Argument, Frame
from loaders.case_studies.rule_data import rule_data
from loaders.case_studies.verb_words import describe, verb
from loaders.japanese.cleaning import MASK
from loaders.japanese.morphology import REMEMBERED, Word, words_of

CASES = frozenset({"が", "を", "に", "で", "と", "から", "へ", "まで", "より", "の"})
TOPICS = frozenset({"は", "も"})
CONTENT_NOUN = re.compile(
    r"[^、。をがはにで]{0,8}?(例|ケース|仕組み|しくみ|取り?組み?|活動|事業|約束|申し合わせ|計画|取り?決め|体制|動き|形|協定|試み|考え|方針|構想|準備|話)(?![一-龯])"
)
"""Nouns whose content the clause before them is: it takes everything that a clause of its own would take."""
QUOTED = re.compile(r"「([^「」]+)」|『([^『』]+)』")
BRACKET = re.compile(r"\(([^()]+)\)")
OWN_SUBJECT = re.compile(r"よう|ため|ので|が、|けれど|ことから|ものの")
"""After such a clause another may act."""
WHEN = frozenset({"とき", "時", "場合", "際", "折"})
"""Words that make a condition of a clause: 応答がないときは."""
NAME = "ヰ"
"""Stands for each character of a name: a word that the analyser does not know is a noun to it."""


def frames_of(text: str, names: tuple[tuple[int, int], ...] = ()) -> tuple[Frame, ...]:
    """The verbs of a sentence with their particles, in the order of the text.

    Args:
        text: a cleaned sentence.
        names: start and end of each name, so that no verb is looked for within one.
    """
    quoted = [match.span(match.lastindex or 0) for match in QUOTED.finditer(text)]
    plain = text.replace(MASK, NAME)
    for start, end in (*names, *quoted):
        plain = plain[:start] + NAME * (end - start) + plain[end:]
    found = list(_frames_of(BRACKET.sub(lambda match: f"({NAME * (len(match[0]) - 2)})", plain), text))
    for match in BRACKET.finditer(plain):
        inner = _frames_of(match[1], text[match.start(1) : match.end(1)])
        found += [frame.moved(match.start(1)) for frame in inner]
    return tuple(sorted(found, key=lambda frame: frame.start))


@lru_cache(maxsize=REMEMBERED)
def _frames_of(text: str, written: str) -> tuple[Frame, ...]:
    # `text` has its names replaced; `written` is the sentence as it stands.
    words = words_of(text)
    found: list[Frame] = []
    waiting: list[Argument] = []
    topics: list[Argument] = []
    index = 0
    while index < len(words):
        verb_end = verb(words, index)
        if verb_end is None:
            waiting, topics = _with_particle(words, index, text, waiting, topics)
            index += 1
            continue
        frame = Frame(words[index].start, words[verb_end - 1].end, words[index].lemma, words[index].norm)
        describe(frame, words, index, verb_end)
        if frame.head is not None:
            content = CONTENT_NOUN.match(written, frame.end) is not None
            taken = waiting if content else _near(waiting, text[: frame.start])
            frame.arguments = taken
            waiting = waiting[: len(waiting) - len(taken)]
            before = found[-1] if found else None
            if content and before and before.head is None and not any(one.particle == "が" for one in taken):
                frame.inherited = [one for one in before.arguments if one.particle == "が"] or before.inherited
        else:
            frame.arguments, waiting = waiting, []
            before = found[-1] if found else None
            chained = next((one for one in reversed(found) if one.head is None and not _is_condition(one, written)), None)
            if chained is not None and OWN_SUBJECT.match(written, chained.end):
                chained = None
            if before is not None and chained is not None and not any(one.particle == "が" for one in frame.arguments):
                frame.inherited = [one for one in chained.arguments if one.particle == "が"] or chained.inherited
        frame.topics = list(topics)
        _carry(frame, words, index)
        found.append(frame)
        index = verb_end
    return tuple(found)


def _with_particle(
    words: tuple[Word, ...], index: int, text: str, waiting: list[Argument], topics: list[Argument]
) -> tuple[list[Argument], list[Argument]]:
    """The particles that wait for their verb and the topics, with what one word adds."""
    argument = _argument(words, index, text)
    if words[index].text in WHEN and index and words[index - 1].form == "連体形":
        return [one for one in waiting if one.comma or one.particle != "が"], topics
    if argument is None or (argument.particle in TOPICS and words[index - 1].text in WHEN):
        return waiting, topics
    if argument.particle not in TOPICS:
        return [*waiting, argument], topics
    if words[index - 1].text in CASES and words[index - 1].part == "助詞":
        return [*waiting[:-1], Argument(waiting[-1].at, waiting[-1].particle, True)] if waiting else [], topics
    topics = [one for one in topics if one.particle == "も"] * (argument.particle == "も") + [argument]
    return [one for one in waiting if one.comma or one.particle == "が"], topics


def _is_condition(frame: Frame, text: str) -> bool:
    """Whether the clause of a verb only says when something is done: 客がいれば, 新聞がたまっていたら."""
    return text.startswith(("ば", "なら"), frame.end) or text[frame.start : frame.end].endswith(("れば", "たら", "だら"))


def _carry(frame: Frame, words: tuple[Word, ...], index: int) -> None:
    """Note the noun of action that stands right before a light verb: 支援 を 行う, 提供 を 受ける."""
    if frame.norm not in _light() or index < 2:  # noqa: PLR2004 - a noun and its particle
        return
    particle, noun = words[index - 1], words[index - 2]
    if particle.text == "を" and noun.part == "名詞" and noun.sort in {"サ変可能", "サ変形状詞可能"}:
        frame.noun, frame.noun_at = noun.norm, particle.start


@cache
def _light() -> frozenset[str]:
    return frozenset(verb for row in rule_data("verbs")["light"] for verb in row)


def _near(waiting: list[Argument], before: str) -> list[Argument]:
    """The last particles that a describing verb may take: up to a comma, and only one が, with no comma behind it."""
    taken: list[Argument] = []
    for one in reversed(waiting):
        is_far = one.particle == "が" and ("、" in before[one.at :] or any(other.particle == "が" for other in taken))
        if one.comma or is_far:
            break
        taken.insert(0, one)
    return taken


def _argument(words: tuple[Word, ...], index: int, text: str) -> Argument | None:
    word = words[index]
    if word.part != "助詞" or word.text not in CASES | TOPICS or index == 0 or word.kind in {"接続助詞", "終助詞"}:
        return None
    before = words[index - 1]
    if word.text in TOPICS and text[: word.start].endswith(("ついて", "として", "とって", "おいて", "対して", "関して")):
        return None
    is_noun = before.part in {"名詞", "接尾辞", "代名詞", "形状詞", "補助記号", "記号", "助詞", "副詞", "接頭辞"}
    if word.text == "の" and before.part == "動詞":
        return None
    return Argument(word.start, word.text, text[word.end : word.end + 1] == "、") if is_noun else None
