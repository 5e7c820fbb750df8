"""Members: who sits on which council, from cells and lists of participants and from sentences that name members."""

import re

from loaders.case_studies.casebook import Casebook, Thing
from loaders.case_studies.cleaning import Stretch
from loaders.case_studies.naming import name_item
from loaders.case_studies.sentences import ACTORS, Sentence
from loaders.case_studies.splitting import bullets, items
from loaders.case_studies.vocabulary import ending_of

OPEN_LIST = re.compile(r"(等|など|他|ほか)\s*$|^他$")
BRACKET = re.compile(r"^(?P<head>[^()]+)\((?P<inner>(?![株有福同]\)|(?:[一公][財社])\))[^()]*)\)$")
NEAR = 20
SHORTEST_LIST = 3
TAKING_PART = re.compile(r"(参加者|の参加者|メンバー|のメンバー)$")
REMARK = re.compile(r"[にごとで]{1}|多様|事務局|会長|オブザーバー|[0-9]名|仮称|※")


def read_members(casebook: Casebook, stretch: Stretch, council: Thing | None, rule: str) -> None:
    """Each item of a list of participants gets a seat; a single bracketed list gives members of what stands before it."""
    for bullet in bullets(stretch):
        if council and OPEN_LIST.search(bullet.text.rstrip("。 　")):
            council.details["open_list"] = True
        for item in items(bullet):
            _read_item(casebook, item, council, rule)


def _read_item(casebook: Casebook, item: Stretch, council: Thing | None, rule: str) -> None:
    match = BRACKET.match(item.text)
    head = item.part(*match.span("head")) if match else item
    taking_part = TAKING_PART.search(head.text)
    if taking_part:
        head = head.part(0, taking_part.start())
    seated = [thing for piece in _either(head) if (thing := name_item(casebook, piece, rule))]
    for thing in seated:
        if council and thing is not council and thing.kind in ACTORS and not taking_part:
            relation = "PART_OF" if thing.kind == "Council" else "MEMBER_OF"
            casebook.tie(relation, thing, council, item, rule, "structural")
    if match and seated:
        inner = item.part(*match.span("inner"))
        if "、" in inner.text or not REMARK.search(inner.text):
            _read_bracket(casebook, item, inner, [*seated, *([council] if council and taking_part else [])])


def _read_bracket(casebook: Casebook, item: Stretch, inner: Stretch, seated: list[Thing]) -> None:
    """The bodies of a bracket sit on what stands before it; where that is no meeting body, the bracket only names kinds."""
    meeting = [thing for thing in seated if thing.kind == "Council" or thing.also_council]
    for piece in items(inner):
        if not meeting and _only_a_kind(piece.text):
            continue
        member = name_item(casebook, piece, "bracketed_members")
        for thing in meeting if member and member.kind in ACTORS else []:
            if member and member is not thing:
                casebook.tie("MEMBER_OF", member, thing, item, "bracketed_members", "structural")


def _only_a_kind(text: str) -> bool:
    """Whether an item of a bracket only says which kind the body before it is (NPO, 社福, 民間事業者)."""
    ending = ending_of(text.rstrip("等 "))
    return ending is not None and ending.alone and len(text.rstrip("等 ")) <= len(ending.text)


def _either(head: Stretch) -> list[Stretch]:
    """The names of a head that joins two: A会議やB会議."""
    match = re.search(r"(?<=[会議部])や(?=[一-龯ァ-ヺ])", head.text)
    return [head.part(0, match.start()), head.part(match.end(), len(head.text))] if match else [head]


def relate_members(casebook: Casebook, sentence: Sentence) -> None:
    """Members that a sentence names: 委員はA、B; A、Bが集まる「C」; AとBでつくる「C」; CはA、Bで構成."""
    councils = sentence.of("Council")
    text = sentence.text
    for match in re.finditer(r"(委員|構成員|メンバー|構成|参加団体|会員|構成団体|参画団体)(は|:|=)", text):
        before = sentence.before_council
        council = next((m.thing for m in reversed(councils) if m.end <= match.start()), before)
        if match[2] == "は":
            _seat(casebook, sentence, council, match.end(), len(text), "members_named")
        elif council:
            end = text.find(")", match.end()) if text.count("(", 0, match.start()) > text.count(")", 0, match.start()) else len(text)
            read_members(casebook, sentence.stretch.part(match.end(), end if end > 0 else len(text)), council, "members_named")
    for stem in sentence.stems("gather"):
        word = stem[0]
        if word.startswith(("集", "つく")):
            council = _gathered(sentence, stem.end())
            if council:
                _seat(casebook, sentence, council, 0, stem.start(), "members_gather")
        elif word == "構成" and councils and re.match(r"構成(する|され|して|$)", text[stem.start() :]):
            _seat(casebook, sentence, councils[0].thing, councils[0].end, stem.start(), "members_make_up")
        elif word.startswith("話し") and (councils or sentence.before_council) and not re.match(r"話し合い", text[stem.start() :]):
            council = councils[-1].thing if councils else sentence.before_council
            _seat(casebook, sentence, council, councils[-1].end if councils else 0, stem.start(), "members_talk")
        elif word in {"加わ"} or (word == "参加" and not re.match(r"参加(型|者|費)", text[stem.start() :])):
            _joins(casebook, sentence, stem.start())


def _gathered(sentence: Sentence, at: int) -> Thing | None:
    """The council or group of helpers that stands right behind the verb: A、Bが集まる「C」."""
    behind = [m for m in sentence.of(*ACTORS) if 0 <= m.start - at <= len("、「") + 1]
    return next((m.thing for m in behind if m.kind == "Council" or "VOL" in m.thing.codes), None)


def relate_plain_list(casebook: Casebook, sentence: Sentence) -> None:
    """A sentence that only lists bodies, after one that ends with a council: its members."""
    opened = re.match(r"[「『]?.{2,20}[」』]?と(いって|いい|いう会|言って|言い|して)、", sentence.text)
    opening = next((m for m in sentence.of("Council") if opened and m.end < opened.end()), None)
    actors = [m for m in sentence.of(*ACTORS) if m is not opening]
    council = opening.thing if opening else sentence.before_council
    rest = sentence.text
    for mention in reversed(actors):
        rest = rest[: mention.start] + rest[mention.end :]
    rest = rest[opened.end() :] if opening and opened else rest
    if (
        len(actors) >= SHORTEST_LIST
        and council
        and re.fullmatch(r"(、|・|それから|それに|と|や|さん|方|です|など|等|の\d者|の代表)*", rest)
    ):
        _seat(casebook, sentence, council, 0, len(sentence.text), "members_listed")


def _joins(casebook: Casebook, sentence: Sentence, at: int) -> None:
    """Aが Cに 参加; a line under the heading of a council that says who takes part."""
    target = [m for m in sentence.marked(("に", "へ"), 0, at) if m.kind == "Council" or at - m.end <= NEAR]
    actors = sentence.marked(("が", "も"), 0, at)
    council = target[-1].thing if target else (sentence.before_council if not sentence.of("Council") else None)
    if council is None or not (council.kind == "Council" or council.codes & {"VOL"}):
        return
    for actor in actors:
        if actor.thing is not council:
            casebook.tie("MEMBER_OF", actor.thing, council, sentence.stretch, "takes_part")


def _seat(  # noqa: PLR0917 - the parts of one statement
    casebook: Casebook, sentence: Sentence, council: Thing | None, start: int, end: int, rule: str
) -> None:
    if council is None:
        return
    for mention in sentence.of(*ACTORS):
        some = re.match(r"の有志", sentence.text[mention.end :])
        if start <= mention.start and mention.end <= end and mention.thing is not council and not some:
            casebook.tie("MEMBER_OF", mention.thing, council, sentence.stretch, rule)
