"""Services: noun phrases with a word for a service, and names between quotation marks that somebody runs."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from graph.taxonomy import taxonomy
from loaders.case_studies.frames import frames_of
from loaders.case_studies.mentions import Candidate, quoted_spans
from loaders.case_studies.rule_data import rule_data
from loaders.case_studies.vocabulary import alternatives, ending_of, noun_runs

DONE = re.compile(
    r"[」』]?(\([^()]*\))?(等|など)?(の(推進|充実|展開|運行|派遣|実証運行|提供|整備|常設化|取組|活用|作成|開催))?(等|など)?"
    r"(は[^。、]{1,30}(行う|担|担当|実施|受け)|を(?!使っ|使い|借り)|に取り組|で支え|が(行わ|実施|始ま|展開|オープン|活発)|も実施|の(実施|開催|立ち上げ|運営|取組|試行|提供|作成))"
)
LISTED = re.compile(r"[」』]?(\([^()]*\))?(、|や|・|と(?!の連携)|及び)")
VOICE = re.compile(r"[」』](と(の|い[うっ]|答|回答|感|話)|などの声|、「|…皆|(が|に)(関す|つい)|に集中)")
RUN = re.compile(
    r"(を|で|が|に).{0,24}?(実施|開催|運営|始め|開始|開設|開く|開い|開き|併設|運行|オープン|回り|まわり|巡回|提供|行う|行い|発足|切り盛り|ほか|展開|楽し|届け|請け負)|の(実証運行|実施|開催|運営|立ち上げ)|$|…|(\([^()]*\))?$|、週|、"
)
QUOTED_BODY_WORD = re.compile(r"(の会|会|団|クラブ|グループ|サークル)$")


@cache
def category_words() -> tuple[tuple[str, str], ...]:
    """Word and category, the longest word first."""
    rows = [(text, entry.code) for entry in taxonomy().service_categories.values() for text in entry.synonyms]
    rows += [(text, code) for code, texts in rule_data("services")["synonyms"].items() for text in texts]
    no_words = set(rule_data("services")["no_words"])
    return tuple(sorted({row for row in rows if row[0] not in no_words}, key=lambda row: (-len(row[0]), row[0], row[1])))


@lru_cache(maxsize=20_000)
def codes_of(name: str) -> tuple[str, ...]:
    """The categories that the words of a name give, longest word first, each character used once."""
    found: list[str] = []
    taken = [False] * len(name)
    for word, code in category_words():
        at = name.find(word)
        if at < 0:
            continue
        span = range(at, at + len(word))
        whole_again = any(name[at : at + len(word)] == other and code_ in found for other, code_ in category_words() if other == word)
        if any(taken[i] for i in span) and not whole_again:
            continue
        for i in span:
            taken[i] = True
        if code not in found:
            found.append(code)
    return tuple(found[:3])


@cache
def _rejected() -> re.Pattern[str]:
    return re.compile("(" + "|".join(rule_data("services")["rejected_after"]) + ")")


@cache
def _words() -> re.Pattern[str]:
    return re.compile(alternatives(list(dict.fromkeys(word for word, _ in category_words()))))


def service_candidates(text: str, listing: bool = False) -> Iterator[Candidate]:
    """Every reading of the text as a service.

    Args:
        text: a sentence.
        listing: whether the passage lists what is done, so that a bare word is enough.
    """
    yield from _quoted(text, listing)
    yield from _trained(text)
    brackets = [match.span() for match in re.finditer(r"\([^()]*\)", text)]
    no_names = set(rule_data("services")["no_names"])
    weak = set(rule_data("services")["weak"])
    for run in noun_runs(text):
        words = list(_words().finditer(text, run.start(), run.end()))
        if not words:
            continue
        start, end = run.start(), run.end()
        name = text[start:end]
        tail = re.search(r"(開催|実施|開始|運営|提供|中|充実|拡大|推進|見直し|等|活用)$", name)
        if tail and name not in {word for word, _ in category_words()} and len(name) - len(tail[0]) >= 2:  # noqa: PLR2004
            end = start + tail.start()
            name = text[start:end]
        described = re.match(r"を[一-龯ぁ-ん]{1,8}「|と[一-龯ぁ-ん]{1,8}を[一-龯ぁ-ん]{1,6}「", text[end:])
        aside = name in weak and any(a < start and end < b for a, b in brackets) and not done_in(text, end)
        if name in no_names or described or aside or _rejected().match(text, end) or not codes_of(name):
            continue
        done = DONE.match(text, end) or (tail and tail[0] in {"開催", "実施", "開始", "提供", "充実"})
        chained = LISTED.match(text, end) and _chain_is_done(text, end)
        verbal = end == len(text) and re.search(r"を[^をがは、]{0,8}$", text[:start])
        if name in weak and not (done or chained or verbal or (listing and re.match(r"$|、|それに|です|。|について", text[end:]))):
            continue
        if (
            not (done or chained or listing)
            and name not in {word for word, _ in category_words()}
            and all(word[0] in weak for word in words)
        ):
            continue
        strong = name not in weak and name in {word for word, _ in category_words()}
        if ending_of(name) and not (done or chained or listing or strong):
            continue
        yield Candidate(start, end, "Service", name, 5, codes_of(name), rule="service_word")


def done_in(text: str, end: int) -> bool:
    """Whether a verb of doing follows at once."""
    return DONE.match(text, end) is not None


def _trained(text: str) -> Iterator[Candidate]:
    """Somebody is trained: サポーターを養成."""
    for match in re.finditer(
        r"([一-龯ァ-ヺー]{2,12}(?:サポーター|ボランティア|リーダー|人材|担い手))(を|の)(養成|育成)(?!講座|研修)", text
    ):
        yield Candidate(match.start(), match.end(), "Service", match[0], 2, ("TRAIN",), rule="trained")


def _chain_is_done(text: str, end: int) -> bool:
    """Whether a list A、B、Cを行う goes on from here to a verb of doing without a subject in between."""
    rest = re.match(r"[^。がはに]{0,60}?(等の事業)?を(実施|行|展開|開催|提供|運営|担|受け|支援|創出|促進)", text[end:])
    return rest is not None


def _quoted(text: str, listing: bool) -> Iterator[Candidate]:
    for start, end in quoted_spans(text):
        name = text[start:end]
        if QUOTED_BODY_WORD.search(name) and not codes_of(name):
            continue
        if VOICE.match(text, end) or name[-1] in "。!?" or len(name) > 20:  # noqa: PLR2004 - longer is speech
            continue
        head = next((m for m in noun_runs(text) if m.end() == start - 1), None)
        head_text = head.text if head else ""
        if re.search(r"(団地|基金|補助金|助成金|交付金|協議体|会議)$", head_text):
            continue
        codes = codes_of(head_text) or codes_of(name)
        ending = ending_of(name)
        head_ending = ending_of(head_text)
        if (head_ending and not codes_of(head_text) and head_ending.text != "ボランティア") or (
            ending and not codes_of(name) and not codes_of(head_text)
        ):
            continue
        after = text[end + 1 :]
        if codes and (
            listing
            or codes_of(head_text)
            or RUN.match(after)
            or _done_by_frame(text, start, end, listing)
            or re.match(r"\([^()]*(開|運営|行う|主催|催す)[^()]*\)", after)
        ):
            begin = head.start() if head and codes_of(head_text) and not re.search(r"有償ボランティア$", head_text) else start
            yield Candidate(
                begin,
                end + (1 if begin != start else 0),
                "Service",
                text[begin : end + (1 if begin != start else 0)],
                2,
                codes,
                rule="quoted_service",
            )
        elif _done_by_frame(text, start, end, listing):
            yield Candidate(start, end, "Service", name, 4, codes or codes_of(text)[:1], rule="quoted_service")


VERBAL_NOUN = re.compile(r"の(実証|試行|本格|試験)?(運行|実施|開催|運営|提供|配布|作成|開始|導入|開設|開店)")
STARTS = re.compile(
    r"始ま|走り|生まれ|誕生|オープン|あり|ある|開か|行わ|でき|スタート|動き出|開催され|運行され|実施され|開設され|好評|定着|人気"
)


def _done_by_frame(text: str, start: int, end: int, listing: bool) -> bool:
    """Whether a verb of the sentence does the quoted name (「S」を走らせる), or it comes about (「S」が始まった), or is described so."""
    if (listing and end + 1 >= len(text)) or VERBAL_NOUN.match(text, end + 1):
        return True
    for frame in frames_of(text):
        verb = text[frame.start : frame.end]
        does = _doing().search(verb)
        if frame.head in {start, start - 1} and does:
            return True
        for one in (*frame.arguments, *frame.topics):
            if end <= one.at <= end + 1 and (
                (one.particle in {"を", "に", "で"} and does) or (one.particle in {"が", "は", "も"} and STARTS.search(verb))
            ):
                return True
    return False


@cache
def _doing() -> re.Pattern[str]:
    return re.compile(
        f"{rule_data('predicates')['provide']}|{rule_data('predicates')['establish']}|作(る|り|っ)|つく(る|り|っ)|ひら(く|き|い)|始動|展開"
    )
