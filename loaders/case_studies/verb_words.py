"""Where a verb stands among the words of a sentence, and what its endings say."""

import re

from loaders.case_studies.frame import Frame
from loaders.japanese.morphology import Word

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


ENDS_VERBAL_NOUN = frozenset({"、", "。", "(", ")", "」", "中", "済み", "等", "など", "\n", "予定"})


"""After these a noun of action stands for its verb: 運営、 実施中."""


NEGATIONS = frozenset({"ない", "ぬ", "ず", "ん", "無い"})


PASSIVE = frozenset({"れる", "られる"})


def verb(words: tuple[Word, ...], index: int) -> int | None:
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


def describe(frame: Frame, words: tuple[Word, ...], start: int, end: int) -> None:
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
