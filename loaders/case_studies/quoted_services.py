"""Services between quotation marks: names that somebody runs, that come about, that belong to a body or that are listed."""

import re
from collections.abc import Iterator
from functools import cache

from loaders.case_studies.categories import codes_of
from loaders.case_studies.frames import frames_of
from loaders.case_studies.mentions import Candidate, quoted_spans
from loaders.case_studies.rule_data import rule_data
from loaders.case_studies.verbs import says
from loaders.case_studies.vocabulary import ending_of, noun_runs
from loaders.japanese.morphology import words_of

VOICE = re.compile(r"[」』](と(の|い[うっ]|答|回答|感|話)|などの声|、「|…皆|(が|に)(関す|つい)|に集中)")
RUN = re.compile(
    r"(を|で|が|に).{0,24}?(実施|開催|運営|始め|開始|開設|開く|開い|開き|併設|運行|オープン|回り|まわり|巡回|提供|行う|行い|発足|切り盛り|ほか|展開|楽し|届け|請け負)|の(実証運行|実施|開催|運営|立ち上げ)|$|…|(\([^()]*\))?$|、週|、"
)
LONGEST_QUOTED = 20
SHORTEST_SPEECH = 6
QUOTED_BODY_WORD = re.compile(r"(の会|会|団|クラブ|グループ|サークル)$")
VERBAL_NOUN = re.compile(
    r"の(実証|試行|本格|試験|試験的な)?(運行|実施|開催|運営|提供|配布|作成|開始|導入|開設|開店|受付|受け付け|取り?組み?|試行|利用(?!者|料)|活動|立ち上げ|立上げ|普及|お披露目|準備)(を|が|は|も|に|、|$|。)"
)
OWNED = re.compile(r"(市営|町営|村営|区営|県営|民営|自主運営)の$")
HELD_IN_BRACKET = re.compile(r"\([^()]*(開|運営|行う|主催|催す)[^()]*\)")
NO_SERVICE_HEAD = re.compile(
    r"(団地|基金|補助金|助成金|交付金|協議体|会議|題し|題する|テーマ|冊子|講演|フォーラム|シンポジウム|スローガン|合言葉|キャッチフレーズ|理念|目標|キーワード|通称|愛称)$"
)
STARTS = re.compile(
    r"始ま|走り|生まれ|誕生|オープン|あり|ある|開か|行わ|でき|スタート|動き出|開催され|運行され|実施され|開設され|好評|定着|人気"
)


def quoted_services(text: str, listing: bool, about: tuple[str, ...], names: tuple[tuple[int, int], ...]) -> Iterator[Candidate]:
    """A name between quotation marks that somebody does, that comes about, that belongs to a body, or that is listed."""
    for start, end in quoted_spans(text):
        name = text[start:end]
        if _is_speech(text, start, end) or (QUOTED_BODY_WORD.search(name) and not codes_of(name)):
            continue
        head = next((m for m in noun_runs(text) if m.end() == start - 1), None)
        head_text = head.text if head else ""
        if NO_SERVICE_HEAD.search(head_text):
            continue
        ending, head_ending = ending_of(name), ending_of(head_text)
        if (head_ending and not codes_of(head_text) and head_ending.text != "ボランティア" and not head_ending.shown) or (
            ending and not ending.shown and not codes_of(name) and not codes_of(head_text)
        ):
            continue
        of_head = codes_of(head_text)
        codes = of_head or codes_of(name)
        after = text[end + 1 :]
        if codes and (listing or of_head or about or RUN.match(after) or HELD_IN_BRACKET.match(after)):
            begin = head.start() if head and of_head and not re.search(r"有償ボランティア$", head_text) else start
            stop = end + (1 if begin != start else 0)
            yield Candidate(begin, stop, "Service", text[begin:stop], 2, codes, rule="quoted_service")
        elif _done_by_frame(text, start, end, names) or _owned(text, start, end, names) or _alone(text, start, end, listing, about):
            yield Candidate(start, end, "Service", name, 4, codes or about[:1] or codes_of(text)[:1], rule="quoted_service")


def _is_speech(text: str, start: int, end: int) -> bool:
    """Whether what stands between quotation marks is said by somebody and names nothing."""
    name = text[start:end]
    if VOICE.match(text, end) or name[-1] in "。!?" or len(name) > LONGEST_QUOTED:
        return True
    last = words_of(name)[-1]
    return len(name) > SHORTEST_SPEECH and (
        last.part in {"助動詞", "形容詞"} or (last.part == "助詞" and last.kind in {"終助詞", "接続助詞"})
    )


def _alone(text: str, start: int, end: int, listing: bool, about: tuple[str, ...]) -> bool:
    """Whether the quoted name is all that an item of a list or the cell of an activity says."""
    whole = start <= 1 and not text[end + 1 :].strip(" 　。、")
    return whole and bool(listing or about)


def _owned(text: str, start: int, end: int, names: tuple[tuple[int, int], ...]) -> bool:
    """Whether a body has it: Aの「S」です, Aの「S」では、…; 市営の「S」."""
    owner = any(text[stop : start - 1] in {"の", "さんの"} for _, stop in names) or OWNED.search(text[: start - 1])
    return bool(owner) and re.match(r"」(です|である|。|、|では|で|を|が|は|に|も|\(|$)", text[end:]) is not None


def _done_by_frame(text: str, start: int, end: int, names: tuple[tuple[int, int], ...]) -> bool:
    """Whether a verb of the sentence does the quoted name (「S」を走らせる), or it comes about (「S」が始まった), or is described so."""
    if VERBAL_NOUN.match(text, end + 1):
        return True
    for frame in frames_of(text, names):
        verb = text[frame.start : frame.end]
        does = bool(_doing().search(verb)) or says(frame, "does", "works", "plans", "founds")
        if frame.head in {start, start - 1} and does:
            return True
        for one in (*frame.arguments, *frame.topics):
            if not end <= one.at <= end + 1:
                continue
            if does and one.particle in {"を", "に", "で", "も"}:
                return True
            if one.particle in {"が", "は", "も"} and (STARTS.search(verb) or says(frame, "begins") or (frame.passive and does)):
                return True
    return False


@cache
def _doing() -> re.Pattern[str]:
    return re.compile(
        f"{rule_data('predicates')['provide']}|{rule_data('predicates')['establish']}|作(る|り|っ)|つく(る|り|っ)|ひら(く|き|い)|始動|展開"
    )
