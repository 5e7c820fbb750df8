"""Members by verbs: who takes part in, makes up or is gathered in a council."""

import re

from loaders.case_studies.casebook import Casebook
from loaders.case_studies.frame import Frame
from loaders.case_studies.marked_text import ACTORS
from loaders.case_studies.mentions import Mention
from loaders.case_studies.sentences import Sentence
from loaders.case_studies.things import Thing
from loaders.case_studies.verbs import says

DESCRIBED = 12
"""How many characters may lie between a clause and the council that it describes."""

SEATED = re.compile(r"席を(置|並べ|連ね)|顔を(そろ|揃)え|名を連ね|輪に加わ|肩を並べ|委員に(は)?.{0,2}就")


BESIDES = re.compile(r"(等|など)?(に加え、?|のほか、?)")


GATHERS = frozenset({"集める", "招く", "募る", "招集", "交える", "加える"})


def by_verb(casebook: Casebook, sentence: Sentence) -> None:
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
            sit(casebook, sentence, mention, council, "takes_part" if takes_part else "members_gather")


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


def sit(casebook: Casebook, sentence: Sentence, mention: Mention, council: Thing | None, rule: str) -> None:
    """Give a body its seat, unless it is the council itself."""
    if council is not None and mention.thing is not council:
        casebook.tie("MEMBER_OF", mention.thing, council, sentence.stretch, rule)
