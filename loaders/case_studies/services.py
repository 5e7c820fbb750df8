"""Services: noun phrases with a word for a service, what a verb does, and names between quotation marks."""

import re
from collections.abc import Iterator
from functools import cache

from loaders.case_studies.categories import category_words, codes_of
from loaders.case_studies.frames import frames_of
from loaders.case_studies.mentions import Candidate
from loaders.case_studies.phrases import Phrase, phrases_before
from loaders.case_studies.quoted_services import quoted_services
from loaders.case_studies.rule_data import rule_data
from loaders.case_studies.verbs import says
from loaders.case_studies.vocabulary import alternatives, ending_of, noun_runs

DONE = re.compile(
    r"[」』]?(\([^()]*\))?(等|など)?(の(推進|充実|展開|運行|派遣|実証運行|提供|整備|常設化|取組|活用|作成|開催))?(等|など)?"
    r"(は[^。、]{1,30}(行う|担|担当|実施|受け)|を(?!使っ|使い|借り)|に取り組|で支え|が(行わ|実施|始ま|展開|オープン|活発)|も実施|の(実施|開催|立ち上げ|運営|取組|試行|提供|作成))"
)
LISTED = re.compile(r"[」』]?(\([^()]*\))?(、|や|・|と(?!の連携)|及び)")
SHORTEST, LONGEST = 3, 24
"""Characters of a name that only its verb shows to be a service."""
MONEY = re.compile(r"[0-9](?:万|千|億)?円|助成金|補助金")


@cache
def _rejected() -> re.Pattern[str]:
    return re.compile("(" + "|".join(rule_data("services")["rejected_after"]) + ")")


@cache
def _words() -> re.Pattern[str]:
    return re.compile(alternatives(list(dict.fromkeys(word for word, _ in category_words()))))


def service_candidates(
    text: str, listing: bool = False, names: tuple[tuple[int, int], ...] = (), about: tuple[str, ...] = ()
) -> Iterator[Candidate]:
    """Every reading of the text as a service.

    Args:
        text: a sentence.
        listing: whether the passage lists what is done, so that a bare word is enough.
        names: start and end of what is read as a body, council, programme or area.
        about: categories of the activity that the label of the row or the heading names.
    """
    yield from quoted_services(text, listing, about, names)
    yield from framed(text, names)
    yield from _trained(text)
    yield from _by_words(text, listing)


def _by_words(text: str, listing: bool) -> Iterator[Candidate]:
    """Compound nouns that hold a word for a category, where they name what is done."""
    brackets = [match.span() for match in re.finditer(r"\([^()]*\)", text)]
    no_names, weak = set(rule_data("services")["no_names"]), set(rule_data("services")["weak"])
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
        if name in no_names or MONEY.search(name) or described or aside or _rejected().match(text, end) or not codes_of(name):
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


@cache
def _no_object() -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(rule_data("services")["no_objects"]) + ")$")


def framed(text: str, names: tuple[tuple[int, int], ...]) -> Iterator[Candidate]:
    """What somebody does by the verb, whatever it is called: 墓道の草払いを 行う; 夕涼み会が 始まった."""
    for frame in frames_of(text, names):
        done, begun = says(frame, "does", "plans"), says(frame, "begins") or (frame.passive and says(frame, "does"))
        if frame.negated or frame.head is not None or not (done or begun or frame.norm in {"応じる", "取り組む"}):
            continue
        wanted = {"が", "は", "も"} if begun else {"を"}
        has_object = any(one.particle == "を" for one in frame.arguments)
        for one in (*frame.arguments, *frame.topics):
            answers = one.particle == "に" and frame.norm in {"応じる", "取り組む"}
            if one.particle not in wanted and not answers and not (one.particle == "も" and not has_object):
                continue
            for whole in phrases_before(text, one.at):
                phrase = _without_verbal_noun(text, whole)
                if _is_activity(text, phrase, names):
                    name = text[phrase.start : phrase.end]
                    yield Candidate(phrase.start, phrase.end, "Service", name, 6, codes_of(name), rule="framed_service")


def _without_verbal_noun(text: str, phrase: Phrase) -> Phrase:
    """乗合ワゴンの実証運行 without の実証運行: what is done and not that it is done."""
    match = re.search(
        r"の(?:実証|試行|本格|試験|定期)?(?:運行|実施|開催|運営|提供|配布|作成|導入|開設|受付|試行|取り?組み?|活動|立ち上げ|推進|充実|展開|拡充)$",
        text[phrase.start : phrase.end],
    )
    if not match or match.start() < SHORTEST - 1:
        return phrase
    end = phrase.start + match.start()
    begun = phrases_before(text, end, most=1)
    return Phrase(min(phrase.start, begun[0].start) if begun else phrase.start, begun[0].head if begun else phrase.start, end)


def _is_activity(text: str, phrase: Phrase, names: tuple[tuple[int, int], ...]) -> bool:
    """Whether a noun phrase can name what somebody does: no body, place or time, and no word for talk, plans and papers."""
    name = text[phrase.start : phrase.end]
    if any(phrase.start < end and start < phrase.end for start, end in names) or not SHORTEST <= len(name) <= LONGEST:
        return False
    head = text[phrase.head : phrase.end]
    return not (
        _no_object().search(head)
        or head in rule_data("services")["bare_objects"]
        or ending_of(head)
        or re.search(r"[0-9]", head)
        or re.fullmatch(r"[一-龯ぁ-んァ-ヺー]", head)
    )


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
