"""Members: who sits on which council, from cells and lists of participants and from sentences that name members."""

import re

from loaders.case_studies.casebook import Casebook, Thing
from loaders.case_studies.cleaning import Stretch
from loaders.case_studies.frames import Frame
from loaders.case_studies.mentions import Mention
from loaders.case_studies.naming import name_item
from loaders.case_studies.sentences import ACTORS, Sentence
from loaders.case_studies.splitting import bullets, items
from loaders.case_studies.verbs import says
from loaders.case_studies.vocabulary import ending_of

OPEN_LIST = re.compile(r"(等|など|他|ほか)\s*$|^他$")
BRACKET = re.compile(r"^(?P<head>[^()]+)\((?P<inner>(?![株有福同]\)|(?:[一公][財社])\))[^()]*)\)$")
MEMBER_WORDS = re.compile(
    r"(委員|構成員|構成メンバー|参加メンバー|メンバー|構成|参加団体|参加者|出席者|会員|構成団体|参画団体|顔ぶれ)(は|が|:|=)"
)
MADE_MEMBERS = re.compile(r"を(?:委員|構成員|構成団体|メンバー)と(?:する|した|して)")
AS_MEMBER = re.compile(
    r"(?<=が)(委員|メンバー|構成員)(?=。|$|で、|です)|(委員|メンバー|構成員|一員)(を務め|とな[りっる]|に入|に名を連ね|として(参加|加わ|参画|入))"
)
ASKS_MEMBERS = re.compile(r"顔ぶれ|メンバー|構成|参加(者|団体)|どなた|誰が|集まる場")
SEATED = re.compile(r"席を(置|並べ|連ね)|顔を(そろ|揃)え|名を連ね|輪に加わ|肩を並べ|委員に(は)?.{0,2}就")
BESIDES = re.compile(r"(等|など)?(に加え、?|のほか、?)")
GATHERS = frozenset({"集める", "招く", "募る", "招集", "交える", "加える"})
OF_UNION = re.compile(r"の(?=加盟|会員|組合員)|に加盟する|加盟の|に所属する")
HOLDS = frozenset({"開く", "開催", "持つ", "続ける"})
PART = re.compile(r"(会議|部会|分科会|小委員会|ワーキング|作業班|専門班)$")
"""Meeting bodies that are parts of another."""
JOINING = re.compile(
    r"(、|,|・|/|それから|それに|及び|および|ならびに|と|や|さん|方|です|である|など|等|ほか|他|の\d+者|の[二三四五六七八九十]者|の代表者?|の皆さん|各|計?\d+(団体|者|人|名)|[「」])*"
)
COUNTED_MAKERS = re.compile(r"(?:、[^、。がはをに]{2,10})*(?:等|など|ほか)?の?計?\d+(?:名|人|団体|者)から(?:なる|なり|成る|成り)")
DESCRIBED = 12
"""How many characters may lie between a clause and the council that it describes."""
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
            relation = "PART_OF" if thing.kind == "Council" and PART.search(thing.name) else "MEMBER_OF"
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
    """Members that a sentence names, by a word for members, by a verb, by a bracket, or by a bare list."""
    _by_word(casebook, sentence)
    _by_verb(casebook, sentence)
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
            _sit(casebook, sentence, one, behind, "members_named")
    for match in AS_MEMBER.finditer(text):
        council = _spoken_of(sentence, match.start())
        for mention in sentence.marked(("が", "も", "は"), 0, match.start()):
            _sit(casebook, sentence, mention, council, "members_named")


def _spoken_of(sentence: Sentence, end: int) -> Thing | None:
    """The council that a sentence is about: the last one before a place that stands in no list, else the one spoken of before."""
    for mention in reversed(sentence.of("Council")):
        if mention.end <= end + 1 and len(sentence.group_of(mention)) == 1:
            return mention.thing
    return sentence.before_council


def _by_verb(casebook: Casebook, sentence: Sentence) -> None:
    """A、Bが集まる「C」; CはA、Bで構成; A、Bが Cに参加; Cには A、Bが加わる; A、Bが名を連ねる."""
    for frame in sentence.frames:
        phrase = sentence.text[max(0, frame.start - 3) : frame.end]
        seated = says(frame, "sits") or SEATED.search(phrase) is not None
        if frame.negated or not (seated or says(frame, "founds") or frame.norm in GATHERS):
            continue
        makes_up = frame.norm in {"構成", "成る", "作る", "組織", "結成", "発足"}
        if not seated and not makes_up and frame.norm not in GATHERS:
            continue
        council = _council_of(sentence, frame)
        if council is None or not (council.kind == "Council" or council.also_council or council.codes & {"VOL"}):
            continue
        for mention, particle in _seated(sentence, frame, makes_up):
            takes_part = particle in {"が", "は", "も"} and frame.norm in {"参加", "加わる", "出席", "入る"}
            if takes_part and re.match(r"の有志", sentence.text[mention.end :]):
                continue
            _sit(casebook, sentence, mention, council, "takes_part" if takes_part else "members_gather")


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
            _sit(casebook, sentence, member, councils[-1].thing, "members_hold")


def _seated(sentence: Sentence, frame: Frame, makes_up: bool) -> list[tuple[Mention, str]]:
    """Who sits by the verb: marked が, も or は; marked で, から, を or による where the verb says of whom a council is made."""
    found: list[tuple[Mention, str]] = []
    joins = any(one.particle in {"に", "へ"} and sentence.actor_at(one.at) for one in frame.arguments)
    if frame.head is not None and joins and frame.norm in {"参加", "加わる", "入る", "加盟", "所属", "参画"}:
        behind = [m for m in sentence.of(*ACTORS) if 0 <= m.start - frame.head <= DESCRIBED]
        return [(m, "が") for m in behind[:1]]
    if frame.norm in GATHERS:
        objects = [sentence.actor_at(one.at) for one in frame.arguments if one.particle == "を"]
        return [(one, "を") for m in objects if m is not None for one in sentence.group_of(m)]
    wanted = (
        {"で", "から", "を", "と", "より"} if makes_up else {"が", "は", "も", "を" if frame.norm in {"交える", "加える", "囲む"} else "が"}
    )
    if frame.norm in {"話し合う", "集まる", "集う", "構成"} and frame.head is not None:
        wanted |= {"が", "で"}
    if frame.norm in {"話し合う", "協議"}:
        wanted |= {"で", "が"}
    for argument in (*frame.arguments, *frame.topics):
        mention = sentence.actor_at(argument.at)
        if mention is not None and argument.particle in wanted:
            group = sentence.group_of(mention)
            if makes_up and argument.particle in {"で", "を", "と"} and len(group) < 2 and frame.norm != "構成":  # noqa: PLR2004
                continue
            found += [(one, argument.particle) for one in group]
    if found and not makes_up:
        besides = [m for m in sentence.of(*ACTORS) if m.end <= frame.start and BESIDES.match(sentence.text, sentence.end_of(m))]
        found += [(one, "が") for m in besides for one in sentence.group_of(m)]
    return found


def _council_of(sentence: Sentence, frame: Frame) -> Thing | None:
    """The council of which a verb names members: marked に, described by the verb, は, or the one spoken of before."""
    if frame.norm in GATHERS:
        return next((m.thing for m in sentence.of("Council") if m.start >= frame.end), None)
    for argument in frame.arguments:
        mention = sentence.actor_at(argument.at)
        if argument.particle in {"に", "へ"} and mention is not None:
            return mention.thing if mention.kind == "Council" or mention.thing.also_council or mention.thing.codes & {"VOL"} else None
    if frame.head is not None:
        behind = [m for m in sentence.of(*ACTORS) if 0 <= m.start - frame.head <= DESCRIBED]
        return behind[0].thing if behind else None
    if frame.norm in {"作る", "組織", "結成", "発足"}:
        return None
    topics = [sentence.actor_at(one.at) for one in frame.topics if one.particle == "は"]
    named = next((m.thing for m in topics if m is not None and (m.kind == "Council" or m.thing.also_council)), None)
    if named is None:
        named = next((m.thing for m in reversed(sentence.of("Council")) if m.end < frame.start and _opens(sentence, m)), None)
    seats_itself = frame.norm in {"参加", "加わる", "入る", "出席", "務める", "協議"}
    if named is None and not (seats_itself and sentence.of("Council")):
        named = sentence.before_council
    return named


def _opens(sentence: Sentence, mention: Mention) -> bool:
    """Whether a council stands before everybody else, so that the sentence is about it: C(年2回)、A、B…."""
    return all(mention.end <= other.start for other in sentence.of(*ACTORS) if other is not mention)


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
                _sit(casebook, sentence, member, council.thing, "bracketed_members")


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
            _sit(casebook, sentence, one, council.thing, "members_make_up")


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
            _sit(casebook, sentence, mention, council, "members_listed")


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


def _sit(casebook: Casebook, sentence: Sentence, mention: Mention, council: Thing | None, rule: str) -> None:
    if council is not None and mention.thing is not council:
        casebook.tie("MEMBER_OF", mention.thing, council, sentence.stretch, rule)


def _seat(  # noqa: PLR0917 - the parts of one statement
    casebook: Casebook, sentence: Sentence, council: Thing | None, start: int, end: int, rule: str
) -> None:
    """Everybody who is named between two places sits on the council."""
    for mention in sentence.of(*ACTORS):
        some = re.match(r"の有志", sentence.text[mention.end :])
        if start <= mention.start and mention.end <= end and not some:
            _sit(casebook, sentence, mention, council, rule)
