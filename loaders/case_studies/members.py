"""Members: who sits on which council, from cells and lists of participants and from sentences that name members."""

import re

from loaders.case_studies.casebook import Casebook
from loaders.case_studies.marked_text import ACTORS
from loaders.case_studies.member_lists import read_members
from loaders.case_studies.member_verbs import DESCRIBED, by_verb, sit
from loaders.case_studies.mentions import Mention
from loaders.case_studies.sentences import Sentence
from loaders.case_studies.things import Thing

MEMBER_WORDS = re.compile(
    r"(委員|構成員|構成メンバー|参加メンバー|メンバー|構成|参加団体|参加者|出席者|会員|構成団体|参画団体|顔ぶれ)(は|が|:|=)"
)
MADE_MEMBERS = re.compile(r"を(?:委員|構成員|構成団体|メンバー)と(?:する|した|して)")
AS_MEMBER = re.compile(
    r"(?<=が)(委員|メンバー|構成員)(?=。|$|で、|です)|(委員|メンバー|構成員|一員)(を務め|とな[りっる]|に入|に名を連ね|として(参加|加わ|参画|入))"
)
ASKS_MEMBERS = re.compile(r"顔ぶれ|メンバー|構成|参加(者|団体)|どなた|誰が|集まる場")
OF_UNION = re.compile(r"の(?=加盟|会員|組合員)|に加盟する|加盟の|に所属する")
HOLDS = frozenset({"開く", "開催", "持つ", "続ける"})
JOINING = re.compile(
    r"(、|,|・|/|それから|それに|及び|および|ならびに|と|や|さん|方|です|である|など|等|ほか|他|の\d+者|の[二三四五六七八九十]者|の代表者?|の皆さん|各|計?\d+(団体|者|人|名)|[「」])*"
)
COUNTED_MAKERS = re.compile(r"(?:、[^、。がはをに]{2,10})*(?:等|など|ほか)?の?計?\d+(?:名|人|団体|者)から(?:なる|なり|成る|成り)")
SHORTEST_LIST = 3


def relate_members(casebook: Casebook, sentence: Sentence) -> None:
    """Members that a sentence names, by a word for members, by a verb, by a bracket, or by a bare list."""
    _by_word(casebook, sentence)
    by_verb(casebook, sentence)
    _by_bracket(casebook, sentence)
    _made_by(casebook, sentence)
    _of_union(casebook, sentence)
    _held_by(casebook, sentence)
    _bare_list(casebook, sentence)


def _by_word(casebook: Casebook, sentence: Sentence) -> None:
    """委員はA、B; 構成員:A、B; メンバーはA、Bです; Aが委員となっている."""
    text, councils = sentence.text, sentence.of("Council")
    for match in MEMBER_WORDS.finditer(text):
        council = _spoken_of(sentence, match.start())
        if match[2] in {"は", "が"}:
            _seat(casebook, sentence, council, match.end(), len(text), "members_named")
        elif council:
            end = text.find(")", match.end()) if text.count("(", 0, match.start()) > text.count(")", 0, match.start()) else len(text)
            read_members(casebook, sentence.stretch.part(match.end(), end if end > 0 else len(text)), council, "members_named")
    for match in MADE_MEMBERS.finditer(text):
        behind = next((m.thing for m in councils if 0 <= m.start - match.end() <= DESCRIBED), None)
        marked = next((m for m in reversed(sentence.of(*ACTORS)) if sentence.end_of(m) == match.start()), None)
        for one in sentence.group_of(marked) if marked is not None and behind is not None else []:
            sit(casebook, sentence, one, behind, "members_named")
    for match in AS_MEMBER.finditer(text):
        council = _spoken_of(sentence, match.start())
        for mention in sentence.marked(("が", "も", "は"), 0, match.start()):
            sit(casebook, sentence, mention, council, "members_named")


def _spoken_of(sentence: Sentence, end: int) -> Thing | None:
    """The council that a sentence is about: the last one before a place that stands in no list, else the one spoken of before."""
    for mention in reversed(sentence.of("Council")):
        if mention.end <= end + 1 and len(sentence.group_of(mention)) == 1:
            return mention.thing
    return sentence.before_council


def _of_union(casebook: Casebook, sentence: Sentence) -> None:
    """Aの加盟店; Aに加盟する商店: who belongs to the body before it."""
    for body in sentence.of(*ACTORS):
        for other in sentence.of("Organization"):
            if OF_UNION.fullmatch(sentence.text[body.end : other.start]) and other.thing is not body.thing:
                where = sentence.stretch.part(body.start, other.end)
                casebook.tie("MEMBER_OF", other.thing, body.thing, where, "member_of_union")


def _held_by(casebook: Casebook, sentence: Sentence) -> None:
    """A、B、Cは Dを 開いている: several bodies that hold a council sit on it."""
    for frame in sentence.frames:
        if frame.negated or frame.norm not in HOLDS:
            continue
        councils = [m for m in sentence.of("Council") if sentence.particles[m.start] == "を" and sentence.frame_of(m.start) is frame]
        group, _, _ = sentence.acting(frame.start) if councils else ([], [], "")
        for member in group if len(group) >= SHORTEST_LIST else []:
            sit(casebook, sentence, member, councils[-1].thing, "members_hold")


def _by_bracket(casebook: Casebook, sentence: Sentence) -> None:
    """C(A、B、C): the bracket right behind a council lists bodies and nothing else."""
    for council in sentence.of("Council"):
        bracket = re.match(r"[」』]?\(([^()]+)\)", sentence.text[council.end :])
        if not bracket:
            continue
        start, end = council.end + bracket.start(1), council.end + bracket.end(1)
        inside = [m for m in sentence.of(*ACTORS) if start <= m.start and m.end <= end]
        if len(inside) > 1 and _only_joined(sentence.text, inside, start, end):
            for member in inside:
                sit(casebook, sentence, member, council.thing, "bracketed_members")


def _made_by(casebook: Casebook, sentence: Sentence) -> None:
    """AとBの2者と Dによる「C」: who makes up the council that stands behind."""
    for mention in [*sentence.marked(("による", "からなる", "からなり")), *_counted_makers(sentence)]:
        counted = COUNTED_MAKERS.match(sentence.text, sentence.end_of(mention))
        end = counted.end() if counted else mention.end
        council = next((m for m in sentence.of(*ACTORS) if 0 <= m.start - end <= len("による「") + 8), None)
        before = [m for m in sentence.of(*ACTORS) if m.end <= mention.end]
        if council is not None and _is_list_of_makers(council.thing, before) and re.search(r"会$", council.thing.name):
            council.thing.kind, council.thing.codes = "Council", set()
        if council is None or not (council.kind == "Council" or council.thing.also_council):
            continue
        for one in {m.start: m for m in [*before, *sentence.group_of(mention)]}.values():
            sit(casebook, sentence, one, council.thing, "members_make_up")


def _counted_makers(sentence: Sentence) -> list[Mention]:
    """The last body of a list that ends in people and their number: A、B、学識経験者等の計12名からなる「C」."""
    return [m for m in sentence.of(*ACTORS) if COUNTED_MAKERS.match(sentence.text, sentence.end_of(m))][-1:]


def _bare_list(casebook: Casebook, sentence: Sentence) -> None:
    """A sentence that only lists bodies, after one about a council or under a question for members."""
    opened = re.match(r"[「『]?.{2,20}[」』]?と(いって|いい|いう会|言って|言い|して)、", sentence.text)
    opening = next((m for m in sentence.of("Council") if opened and m.end < opened.end()), None)
    actors = [m for m in sentence.of(*ACTORS) if m is not opening]
    council = opening.thing if opening else sentence.before_council
    start = opened.end() if opening and opened else 0
    if len(actors) < SHORTEST_LIST or council is None or council in [m.thing for m in actors]:
        return
    asked = any(one is not None and ASKS_MEMBERS.search(one.text) for one in (sentence.passage.label, sentence.passage.topic))
    asked = asked or sentence.text.count("/") >= SHORTEST_LIST
    if _only_joined(sentence.text, actors, start, len(sentence.text), loose=asked):
        for mention in actors:
            sit(casebook, sentence, mention, council, "members_listed")


def _only_joined(text: str, mentions: list[Mention], start: int, end: int, *, loose: bool = False) -> bool:
    """Whether a stretch holds the mentions and, beside them, only what joins a list.

    Args:
        text: the sentence.
        mentions: what is listed.
        start: where the stretch begins.
        end: where it ends.
        loose: whether members that are read as no body (校長先生, 公募の市民) may stand in it.
    """
    rest = re.sub(r"それに|それから", "、", text[start:end]) if loose else text[start:end]
    for mention in sorted(mentions, key=lambda one: -one.start):
        rest = rest[: mention.start - start] + rest[mention.end - start :]
    if loose:
        return not re.search(r"[がはをにで]", rest) and len(rest) < (end - start) / 2
    return JOINING.fullmatch(rest) is not None


def _is_list_of_makers(council: Thing, members: list[Mention]) -> bool:
    """Whether a group that several bodies make up is a meeting body, though only its name says 会."""
    return len(members) >= SHORTEST_LIST and council.kind == "Organization" and not council.codes - {"VOL", "OTHER"}


def _seat(  # noqa: PLR0917 - the parts of one statement
    casebook: Casebook, sentence: Sentence, council: Thing | None, start: int, end: int, rule: str
) -> None:
    """Everybody who is named between two places sits on the council."""
    for mention in sentence.of(*ACTORS):
        some = re.match(r"の有志", sentence.text[mention.end :])
        if start <= mention.start and mention.end <= end and not some:
            sit(casebook, sentence, mention, council, rule)
