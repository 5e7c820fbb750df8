"""Frames: which verb of a sentence each particle belongs to.

Japanese puts the verb last and the clause that describes a noun before it. So a noun with its particle belongs to the next
verb, unless that verb only describes the noun behind it and a comma or は says that the noun reaches further.
"""

import re
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache

from loaders.case_studies.cleaning import MASK
from loaders.case_studies.morphology import REMEMBERED, Word, words_of
from loaders.case_studies.rule_data import rule_data

CASES = frozenset({"が", "を", "に", "で", "と", "から", "へ", "まで", "より", "の"})
TOPICS = frozenset({"は", "も"})
FORMAL_NOUNS = frozenset(
    {
        "こと",
        "ため",
        "為",
        "とき",
        "時",
        "際",
        "ところ",
        "もの",
        "よう",
        "ほか",
        "場合",
        "後",
        "前",
        "一方",
        "うえ",
        "上",
        "中",
        "など",
        "等",
        "つもり",
        "はず",
        "予定",
        "方針",
        "の",
    }
)
"""Nouns that only carry on the clause before them; what stands before them describes nothing."""
CONTENT_NOUN = re.compile(
    r"[^、。をがはにで]{0,8}?(例|ケース|仕組み|しくみ|取り?組み?|活動|事業|約束|申し合わせ|計画|取り?決め|体制|動き|形|協定|試み|考え|方針|構想|準備|話)(?![一-龯])"
)
"""Nouns whose content the clause before them is: it takes everything that a clause of its own would take."""
FUNCTION_VERBS = frozenset(
    {
        "よる",
        "因る",
        "つく",
        "おく",
        "おける",
        "関する",
        "対する",
        "わたる",
        "応じる",
        "伴う",
        "かかわる",
        "関わる",
        "とる",
        "つれる",
        "かける",
        "向ける",
    }
)
"""Verbs that after に or と only make a particle of it (による, について, において)."""
NOUN_BEGINS = frozenset({"名詞", "接頭辞", "連体詞", "代名詞", "形状詞"})
LIKE_A_VERB = re.compile(r"[いきぎしちにびみり]$")
"""A verb that goes on with a comma (まわり、) may look like a noun."""
LIGHT_VERBS = frozenset({"する", "為る", "いたす", "致す", "できる", "出来る", "なさる"})
HELPING_VERBS = frozenset(
    {
        "いる",
        "居る",
        "ある",
        "有る",
        "くる",
        "来る",
        "いく",
        "行く",
        "おく",
        "置く",
        "しまう",
        "みる",
        "見る",
        "くださる",
        "下さる",
        "いただく",
        "頂く",
        "もらう",
        "貰う",
        "くれる",
        "あげる",
        "もらえる",
        "いただける",
    }
)
RECEIVING = frozenset({"いただく", "頂く", "もらう", "貰う", "もらえる", "いただける"})
QUOTED = re.compile(r"「([^「」]+)」|『([^『』]+)』")
BRACKET = re.compile(r"\(([^()]+)\)")
OWN_SUBJECT = re.compile(r"よう|ため|ので|が、|けれど|ことから|ものの")
"""After such a clause another may act."""
WHEN = frozenset({"とき", "時", "場合", "際", "折"})
"""Words that make a condition of a clause: 応答がないときは."""
NAME = "ヰ"
"""Stands for each character of a name: a word that the analyser does not know is a noun to it."""
ENDS_VERBAL_NOUN = frozenset({"、", "。", "(", ")", "」", "中", "済み", "等", "など", "\n", "予定"})
"""After these a noun of action stands for its verb: 運営、 実施中."""
NEGATIONS = frozenset({"ない", "ぬ", "ず", "ん", "無い"})
PASSIVE = frozenset({"れる", "られる"})


@dataclass(frozen=True, slots=True)
class Argument:
    """A particle, where it stands, and whether a comma follows it."""

    at: int
    particle: str
    comma: bool


@dataclass(slots=True)
class Frame:
    """A verb with the particles that belong to it."""

    start: int
    end: int
    lemma: str
    norm: str = ""
    """The verb in its usual spelling."""
    noun: str = ""
    """The noun of action that the verb carries: 助言 of 助言を受ける."""
    noun_at: int = -1
    """Where the を of that noun stands."""
    arguments: list[Argument] = field(default_factory=list)
    topics: list[Argument] = field(default_factory=list)
    head: int | None = None
    """Where the noun begins that the verb describes; for a cleft (…のは、A) where A begins."""
    passive: bool = False
    negated: bool = False
    receiving: bool = False
    """…てもらう: who acts is marked に or から."""
    inherited: list[Argument] = field(default_factory=list)
    """The が of the verb before it in a chain (Aが Sを開き、Tも行う)."""

    def moved(self, by: int) -> "Frame":
        """The same frame further on in the text."""
        return replace(
            self,
            start=self.start + by,
            end=self.end + by,
            head=None if self.head is None else self.head + by,
            noun_at=self.noun_at + by if self.noun_at >= 0 else -1,
            arguments=[replace(one, at=one.at + by) for one in self.arguments],
            topics=[replace(one, at=one.at + by) for one in self.topics],
            inherited=[replace(one, at=one.at + by) for one in self.inherited],
        )


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
        verb_end = _verb(words, index)
        if verb_end is None:
            waiting, topics = _with_particle(words, index, text, waiting, topics)
            index += 1
            continue
        frame = Frame(words[index].start, words[verb_end - 1].end, words[index].lemma, words[index].norm)
        _describe(frame, words, index, verb_end)
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


def _verb(words: tuple[Word, ...], index: int) -> int | None:
    """Index behind the verb that begins here with everything that belongs to it; None where none begins."""
    word, after = words[index], words[index + 1] if index + 1 < len(words) else None
    before = words[index - 1] if index else None
    if word.part == "動詞":
        return _behind(words, index + 1) if _is_verb(word, before, after) else None
    if word.part in {"名詞", "接尾辞"} and after is not None and after.text == "、" and LIKE_A_VERB.search(word.text) and before:
        return index + 1 if before.part == "助詞" or before.sort == "助数詞可能" else None
    if word.part != "名詞" or word.sort not in {"サ変可能", "サ変形状詞可能"}:
        return None
    if after is not None and after.part == "動詞" and after.lemma in LIGHT_VERBS:
        return _behind(words, index + 1)
    if after is None or after.text in ENDS_VERBAL_NOUN or after.part == "補助記号":
        free = before is not None and (before.part in {"助詞", "副詞"} or before.text == "、" or before.sort == "助数詞可能")
        return index + 1 if free else None
    return None


def _is_verb(word: Word, before: Word | None, after: Word | None) -> bool:
    """Whether the word is a verb by itself and not part of a particle (による), a compound (読み聞かせ) or another verb (ている)."""
    if before is not None and word.lemma in FUNCTION_VERBS and before.text in {"に", "と"}:
        return False
    if word.kind == "一般":
        return not (word.form == "連用形" and after is not None and after.part in {"名詞", "接尾辞"})
    if before is not None and before.part == "名詞" and word.lemma not in HELPING_VERBS | LIGHT_VERBS:
        return word.kind == "非自立可能" and before.sort != "サ変可能"
    return before is not None and before.kind != "接続助詞" and before.part == "助詞"


def _behind(words: tuple[Word, ...], index: int) -> int:
    """Index behind the endings, て and helping verbs that follow a verb."""
    while index < len(words):
        word = words[index]
        helping = word.part == "動詞" and word.kind == "非自立可能" and (word.lemma in HELPING_VERBS or word.lemma in LIGHT_VERBS)
        goes_on = word.part == "動詞" and word.kind == "一般" and words[index - 1].kind == "接続助詞"
        if word.part == "助動詞" or (word.part == "助詞" and word.kind == "接続助詞" and word.text in {"て", "で"}) or helping or goes_on:
            index += 1
        else:
            break
    return index


def _describe(frame: Frame, words: tuple[Word, ...], start: int, end: int) -> None:
    """Whether the verb describes a noun, is passive, or says that somebody is given help."""
    inner = words[start:end]
    frame.passive = any(word.part == "助動詞" and word.lemma in PASSIVE for word in inner)
    frame.negated = any(word.lemma in NEGATIONS for word in inner[1:])
    frame.receiving = any(word.lemma in RECEIVING for word in inner[1:])
    if end >= len(words) or inner[-1].text in {"て", "で"}:
        return
    after = words[end]
    if after.text == "の" and end + 1 < len(words) and words[end + 1].text in {"は", "が"}:
        beyond = end + 2 + (end + 2 < len(words) and words[end + 2].text == "、")
        frame.head = words[beyond].start if beyond < len(words) and words[end + 1].text == "は" else None
        return
    verbal = inner[-1].part in {"動詞", "助動詞"}
    opens = after.text in {"「", "『", "“", "(", "〝"} and after.text != "("
    if (
        verbal
        and (after.part in NOUN_BEGINS or opens)
        and after.text not in FORMAL_NOUNS
        and re.match("連体形|終止形", inner[-1].form or "")
    ):
        frame.head = after.start + (1 if opens else 0)
