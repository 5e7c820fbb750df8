"""Councils in running text: meeting bodies by the ending of their names, between quotation marks, or called so by the text."""

import re
from collections.abc import Iterator
from functools import cache

from loaders.case_studies.mentions import Candidate, quoted_spans
from loaders.case_studies.names import continues
from loaders.case_studies.rule_data import rule_data
from loaders.case_studies.vocabulary import Ending, alternatives, ending_of, noun_runs, words

SHORTEST_NETWORK = 5
GENERIC_COUNCIL = re.compile(r"^(の?会議|協議会|委員会|部会|連絡会|推進会議|協議体|会|運営会議)$")
LAYER_COUNCIL = re.compile(r"協議体|会議体")
CALLED_SO = re.compile(
    r"[」』](?:(?:\([^()]*\))?を(?=(?:第[12]層の?)?(?:協議体|会議体)[とに])|と(?:名付け(?:た|られた)|いう|称する|呼ばれる|する)[^、。]{0,12}?|\([^()]*|[はが]?[^、。]{0,6}?)?(?:第[12]層)?(?:の)?(?:協議体|会議体)"
)
"""What the text says behind a name between quotation marks that makes it a council, whatever its ending: 「○○の輪」(第2層協議体)."""
NOT_ONLY = re.compile(r"(?:第[12]層)?の?(?:生活支援)?協議体$")


COUNCIL_BEFORE = re.compile(r"(協議体|会議体|話し合いの場|協議の場)(である|の|として|、|は|「|『|\([^()]*\))?$")
LAYER_BEFORE = re.compile(
    r"第[12]層(?:の|:)?[　「]?$|(?:第[12]層)?(?:の)?(?:協議体|会議体)(?:である|にあたる|に当たる|として|となる|の|「|:|、)?$"
)
GATHERED = re.compile(r"(?:顔を(?:そろえ|揃え)る?た?|集まる|集う|話し合う|名を連ねる|席を置く|囲む)[、「]?$")
"""What describes a name between quotation marks as a meeting body."""
MEETING_NAMES = (
    "の輪",
    "会",
    "の場",
    "寄り合い",
    "よりあい",
    "サミット",
    "ラボ",
    "テーブル",
    "プラットフォーム",
    "ネット",
    "ネットワーク",
    "委員会",
    "座談会",
    "サロン会議",
    "井戸端",
)


@cache
def _council_pattern() -> re.Pattern[str]:
    tails = alternatives(words("council_endings"))
    return re.compile(rf"(?:{tails})(?![所場室体館])")


def council_candidates(text: str, of_councils: bool = False) -> Iterator[Candidate]:
    """Every reading of the text as a meeting body: a name with an ending of its own, or between quotation marks.

    Args:
        text: a sentence.
        of_councils: whether the heading above says that councils are listed, so that a quoted 「○○会」 is one.
    """
    for run in noun_runs(text):
        yield from _meetings_in_run(text, run.start(), run.end())
        yield from _founded_network(text, run.start(), run.end())
    for start, end in quoted_spans(text):
        is_meeting = any(found.end() == end for found in _council_pattern().finditer(text, start, end))
        named_so = COUNCIL_BEFORE.search(text[: start - 1]) or (
            of_councils and re.search(r"第\s?[12]\s?層|[:=]\s*$|^$|(?:校区|地区|圏域|集落|学区)$", text[: start - 1])
        )
        listed = of_councils and re.search(r"(?:校区|地区|圏域|集落|学区)$", text[: start - 1]) is not None
        called = (
            listed
            or CALLED_SO.match(text, end)
            or LAYER_BEFORE.search(text[: start - 1])
            or (text[start:end].endswith(MEETING_NAMES) and GATHERED.search(text[: start - 1]))
        )
        if is_meeting or called or (text[start:end].endswith(MEETING_NAMES) and named_so):
            yield Candidate(start, end, "Council", text[start:end], 0 if called else 1, rule="quoted_council")


def _meetings_in_run(text: str, start: int, stop: int) -> Iterator[Candidate]:
    for match in _council_pattern().finditer(text, start, stop):
        end = match.end()
        start = _with_the_first_part(text, start)
        name = text[start:end]
        if _is_other_body(name) or continues(text, end, name) or text.startswith("づくり", end):
            continue
        name = re.sub(r"^(上層の?|新たな|各|同|第[12]層協議体|第[12]層(?:・第[12]層)?)(?=.)", "", name)
        if not GENERIC_COUNCIL.match(name) and len(name) > 3:  # noqa: PLR2004 - a name needs more than its ending
            yield Candidate(end - len(name), end, "Council", name, 3, rule="council_ending")


def _with_the_first_part(text: str, start: int) -> int:
    """Where the name begins when a dot joins its two parts: 生活支援・支え合い推進会議, 民生委員・児童委員協議会."""
    if start < 2 or text[start - 1] != "・":  # noqa: PLR2004 - a part and the dot
        return start
    run = next((one for one in noun_runs(text) if one.end() == start - 1), None)
    if run is None or (ending_of(run.text) and not run.text.endswith(("民生", "民生委員"))):
        return start
    joined = run.start() == 0 or text[run.start() - 1] not in "・"
    return run.start() if joined else start


def _is_other_body(name: str) -> bool:
    """Whether a name that ends like a meeting body is a body of another kind (社会福祉協議会, 商工会議所)."""
    return not _is_meeting(ending_of(name)) or any(name.endswith(word) for word in rule_data("names")["no_councils"])


def _founded_network(text: str, start: int, end: int) -> Iterator[Candidate]:
    """A network is a meeting body where somebody founds it; elsewhere it is only a word."""
    founded = re.match(r"」?(\(仮称\))?」?を(立ち上げ|設立|結成|設置|組織|発足|構築)", text[end:])
    if founded and text[start:end].endswith(tuple(words("network_endings"))) and end - start > SHORTEST_NETWORK:
        yield Candidate(start, end, "Council", text[start:end], 3, rule="founded_network")


def _is_meeting(ending: Ending | None) -> bool:
    return ending is None or ending.codes == ("OTHER",)
