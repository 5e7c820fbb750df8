"""Paying and ordering: who funds what, and who commissions whom."""

import re

from loaders.case_studies.casebook import Casebook, Thing
from loaders.case_studies.cleaning import Stretch
from loaders.case_studies.frames import Frame
from loaders.case_studies.mentions import Mention
from loaders.case_studies.naming import mentions_in, name_item, programme_named
from loaders.case_studies.passages import Passage
from loaders.case_studies.programmes import kind_of
from loaders.case_studies.sentences import ACTORS, Sentence
from loaders.case_studies.splitting import items
from loaders.case_studies.verbs import receives, says

RECEIVER_KINDS = (*ACTORS, "Service")
REACH = 24
"""How many characters may lie between a programme and the verb that uses it."""
GRANT_OF = re.compile(r"(?:さん)?(?:の|からの|から)(?:地域貢献|活動)?(?:助成金?|補助金?|寄[附付]金?|支援金)")
AIDED = re.compile(r"[」』]?\((助成|補助)")
"""A line that is nothing but the name of what pays."""
USED = re.compile(
    r"[」』]?(?:\([^()]*\))?(?:等)?(?:を活用|を使|を充て|が充て|で(?:半分|一部|すべて|全額)?(?:を)?(?:まかな|賄|補)|の助成|による助成|から助成|で(購入|実施|改修)|を受け|が使われ|[0-9万円]*を交付|\)?$|、|を財源|を創設|\s*…)"
)


ARROW = re.compile(r"^(?P<giver>.+?)[\s　]*(?:→|⇒|…+|->|:|←)[\s　]*(?P<receiver>.+)$")
AMOUNT_FOR = re.compile(r"^(?P<giver>[^()　]+?)[\s　]*(?:約?[0-9][0-9,]*(?:\.\d+)?(?:億|万|千)?円)?[\s　]*\((?P<receiver>[^()]+)\)$")
"""One payment a line: 事業費　118万円(茶がゆの日)."""
OWN_INCOME = re.compile(r"(利用料|売上|売り上げ|会費|参加費|自己資金|自主財源|手数料|協賛)$")
"""What a group earns itself is no programme."""
SHORTEST_PROGRAMME = 3
PAYER = re.compile(
    r"(補助金?|助成金?|交付金|基金|配分金|委託料|負担金|寄[附付]金?|会費|一般会計|募金|ファンド|事業費?|券|助成|補助|起債|事業債|債|会計|寄[附付]|財団の助成)$"
)


def read_finance_line(casebook: Casebook, stretch: Stretch) -> bool:
    """What pays for what below a heading for money: A → B, B:A、C, either way round; False where the line is no such pair."""
    match = ARROW.match(stretch.text) or AMOUNT_FOR.match(stretch.text)
    if not match:
        return False
    sides = [stretch.part(*match.span("giver")), stretch.part(*match.span("receiver"))]
    receivers = [_receivers(casebook, side) for side in sides]
    pays = [any(_is_payer(item.text) for item in items(side)) for side in sides]
    if pays[0] and not pays[1] and receivers[1]:
        payer, paid = sides[0], receivers[1]
    elif pays[1] and receivers[0]:
        payer, paid = sides[1], receivers[0][:1]
    else:
        return False
    for item in items(payer):
        for giver in _givers(casebook, item):
            for one in paid:
                casebook.tie("FUNDS", giver, one, stretch, "finance_line", "structural")
    return True


def _is_payer(text: str) -> bool:
    return PAYER.search(re.sub(r"\([^()]*\)|[「」]|\s*[0-9,]+(?:万|千)?円.*$", "", text).strip()) is not None


def _givers(casebook: Casebook, item: Stretch) -> list[Thing]:
    """The programme or body that an item of a line of money names; none for fees and sales."""
    plain = re.match(r"[^()]+", item.text)
    if not plain or OWN_INCOME.search(plain[0].strip()) or not _is_payer(item.text):
        return []
    text = re.sub(r"[\s　]*[0-9,]+(?:万|千)?円.*$", "", plain[0]).strip()
    by = re.match(r"(.{2,16})(?:の|からの)(寄[附付]|助成|補助)金?$", text)
    passage = Passage(stretch=item, role="finance")
    if by:
        bodies = [m.thing for m in mentions_in(casebook, item.part(0, by.end(1)), passage, only_names=True) if m.kind in ACTORS]
        named = bodies or ([thing] if (thing := name_item(casebook, item.part(0, by.end(1)), "finance_line")) else [])
        if named:
            return named[:1]
    quoted = re.search(r"「([^「」]+)」", item.text)
    start, end = quoted.span(1) if quoted and kind_of(quoted[1]) else (0, len(text))
    owner = re.match(r"(?:市|町|村|区|県|国|府|都|道)(?:の|から(?:の)?)", item.text[start:end])
    start += owner.end() if owner else 0
    if end - start < SHORTEST_PROGRAMME:
        return []
    thing = programme_named(casebook, item.text[start:end], item.text)
    return [casebook.quote(thing, item.part(start, end), "finance_line")]


def _receivers(casebook: Casebook, side: Stretch) -> list[Thing]:
    """The bodies or services that a side of the line names, known ones by any part of their name."""
    listed = Passage(stretch=side, role="services")
    found: list[Thing] = []
    for item in items(side):
        name = re.sub(r"\(.*\)$", "", item.text).strip("「」 ")
        known = casebook.find(("Service", "Council", "Organization"), name) or _by_part(casebook, name)
        if known:
            found.append(known)
    if found:
        return found
    bodies = [m.thing for m in mentions_in(casebook, side, listed, only_names=True) if m.kind in ACTORS]
    return bodies[:1] or [m.thing for m in mentions_in(casebook, side, listed) if m.kind in RECEIVER_KINDS][:1]


def _by_part(casebook: Casebook, name: str) -> Thing | None:
    """The only service whose name ends or begins with the words."""
    if len(name) < SHORTEST_PROGRAMME:
        return None
    fitting = [one for one in casebook.of_kind("Service") if name in one.name or one.name in name]
    return fitting[0] if len(fitting) == 1 else None


def relate_paying(casebook: Casebook, sentence: Sentence) -> None:
    """Every tie of paying and ordering that the sentence states."""
    _commissioned(casebook, sentence)
    _ordered_by_noun(casebook, sentence)
    _programmes(casebook, sentence)
    _subsidised(casebook, sentence)
    _paid_by_body(casebook, sentence)


def _commissioned(casebook: Casebook, sentence: Sentence) -> None:
    """Aが Bに 委託; Aから Bに 委託され; Aから 委託を受け (B acts); Aから 業務を 受託."""
    for frame in sentence.frames:
        if frame.negated or not (says(frame, "orders") or "受託" in {frame.norm, frame.noun}) or frame.norm == "依頼":
            continue
        from_whom = sentence.given_by(frame, "業務委託|委託|依頼")
        to_whom = sentence.attached(frame, ("に", "へ"))
        if frame.norm == "受託" or receives(frame):
            doers = [m.thing for m in _described_body(sentence, frame)] or sentence.acting(frame.start, passive=True)[1][:1]
            pairs = [(giver.thing, doer) for giver in from_whom for doer in doers]
        elif to_whom:
            givers = [m.thing for m in from_whom] or sentence.acting(frame.start)[1]
            pairs = [(giver, m.thing) for giver in givers for m in to_whom]
        else:
            pairs = []
        _order(casebook, sentence, frame, pairs)
        _hold_posts(sentence, [receiver for _, receiver in pairs])


def _hold_posts(sentence: Sentence, receivers: list[Thing]) -> None:
    """Coordinators' posts that are given to one body with its order: what they do, that body does; of two bodies, nobody knows which."""
    for post in {id(m.thing): m.thing for m in sentence.of("Organization") if sentence.is_post(m.thing)}.values() if receivers else ():
        known = post.details.get("holder", receivers[0])
        post.details["holder"] = receivers[0] if len(receivers) == 1 and known is receivers[0] else None


def _described_body(sentence: Sentence, frame: Frame) -> list[Mention]:
    """市から委託を受けた B: the body that the clause describes."""
    return [m for m in sentence.of("Organization") if frame.head is not None and 0 <= m.start - frame.head <= 1]


def _order(casebook: Casebook, sentence: Sentence, frame: Frame, pairs: list[tuple[Thing, Thing]]) -> None:
    objects = [m.thing for m in sentence.attached(frame, ("を",), ("Service",))] or [
        m.thing for m in sentence.of("Service") if sentence.particles[m.start] in {"を", "の"} and m.end <= frame.start
    ][-1:]
    if not objects and re.search(r"(運行|運営|実施|業務|配達|製造|調理)(は|を|の)?.{0,6}委託", sentence.text):
        objects = [thing for thing in sentence.topic if thing.kind == "Service"][:1]
    if not objects and sentence.passage.head is not None:
        objects = [thing for thing in sentence.topic if thing.kind == "Service"][:1]
    for giver, receiver in pairs:
        if giver.kind == receiver.kind == "Organization" and giver is not receiver:
            casebook.tie("COMMISSIONS", giver, receiver, sentence.stretch, "commissioned")
            for service in objects:
                casebook.tie("PROVIDES", receiver, service, sentence.stretch, "commissioned", status=sentence.status)


def _ordered_by_noun(casebook: Casebook, sentence: Sentence) -> None:
    """Aから Bへの 委託; Aの 委託を 受けて; Aからの 委託料 (for whoever speaks); Bに 委託 in a bracket."""
    for giver in sentence.marked(("から", "の")):
        after = sentence.text[giver.end :]
        if match := re.match(r"から(.{2,20}?)への(業務)?委託", after):
            receivers = [m for m in sentence.of("Organization") if giver.end < m.start < giver.end + match.end()]
            pairs = [(giver.thing, m.thing) for m in receivers]
        elif re.match(r"(さん)?(からの|の)委託(料|金|事業)", after):
            speaker = casebook.speaker()
            pairs = [(giver.thing, speaker)] if speaker else []
        else:
            continue
        for one, other in pairs:
            if one.kind == other.kind == "Organization" and one is not other:
                casebook.tie("COMMISSIONS", one, other, sentence.stretch, "ordered")


def _programmes(casebook: Casebook, sentence: Sentence) -> None:
    """What a named programme pays for: the service of the sentence, else what the passage is about, and who gets it."""
    for payer in [thing for thing in sentence.topic if thing.kind == "Programme"][:1]:
        for mention in sentence.of("Service"):
            casebook.tie("FUNDS", payer, mention.thing, sentence.stretch, "paid_for", "structural")
    for programme in sentence.of("Programme"):
        after = sentence.text[programme.end :]
        frame = _using(sentence, programme)
        uses = frame is not None and not frame.negated and says(frame, "uses", "pays") and _is_near(sentence, programme, frame)
        is_paid = uses or USED.match(after) or re.search(r"(財源|費|資金|代|原資|料|賃)[はにも:]", sentence.text[: programme.start])
        if programme.thing.details.get("kind") in {"plan", "ordinance"} or not is_paid:
            continue
        for receiver in _paid(sentence, programme, frame if uses else None):
            if receiver.kind in RECEIVER_KINDS:
                casebook.tie("FUNDS", programme.thing, receiver, sentence.stretch, "paid_for")


def _using(sentence: Sentence, programme: Mention) -> Frame | None:
    """The verb behind a programme; where it only says that the programme was set up, the next one."""
    behind = [one for one in sentence.frames if one.start >= programme.end][:2]
    if len(behind) > 1 and says(behind[0], "founds") and says(behind[1], "uses", "pays"):
        return behind[1]
    return behind[0] if behind else None


def _is_near(sentence: Sentence, programme: Mention, frame: Frame) -> bool:
    """Whether a verb speaks of a programme: near behind it, or behind the verb that sets it up."""
    before = [one for one in sentence.frames if programme.end <= one.start < frame.start]
    return frame.start - (before[-1].end if before else programme.end) <= REACH


def _paid(sentence: Sentence, programme: Mention, frame: Frame | None) -> list[Thing]:
    """Who or what gets the money of a programme."""
    after = sentence.text[programme.end :]
    if sentence.before_council and len(sentence.mentions) == 1 and AIDED.match(after):
        return [sentence.before_council]
    given = re.match(r"[」』]?[^、。]{0,12}を?交付|[」』]?を創設", after)
    to = [m.thing for m in sentence.marked(("へ", "に"), 0 if given else programme.end)]
    if to and (given or (frame is not None and says(frame, "pays"))):
        return to
    named = sentence.of("Service")
    behind = [m for m in named if m.start >= programme.end] if frame is not None else []
    services = [m.thing for m in (sentence.group_of(behind[0]) if behind else named[:1])]
    services = services or [t for t in sentence.topic if t.kind in RECEIVER_KINDS][:1]
    actors = sentence.acting(frame.start)[0] if frame is not None and not frame.passive and says(frame, "uses") else []
    bodies = [m.thing for m in actors if m.thing.kind in ACTORS and not m.thing.details.get("administration")]
    if not services and not bodies and frame is not None:
        bodies = [thing for thing in sentence.acting(frame.start)[1] if not thing.details.get("administration")][:1]
    return [*bodies, *services]


def _paid_by_body(casebook: Casebook, sentence: Sentence) -> None:
    """改修には Aの助成を 充てた; Aから 助成を 受けた; Aの寄附で 購入: a body gives the money."""
    for match in GRANT_OF.finditer(sentence.text):
        giver = next((m for m in sentence.of("Organization") if sentence.end_of(m) == match.start()), None)
        if giver is None or any(m.start < match.end() and match.start() < m.end for m in sentence.of("Programme")):
            continue
        frame = next((one for one in sentence.frames if one.end > match.start()), None)
        actors = sentence.acting(frame.start)[0] if frame is not None else []
        bodies = [m.thing for m in actors if m is not giver and m.thing.kind in ACTORS and not m.thing.details.get("administration")]
        services = [m.thing for m in sentence.of("Service")][-1:] or [t for t in sentence.topic if t.kind == "Service"][:1]
        for one in [*bodies, *services] or [thing for thing in sentence.subjects if thing is not giver.thing][:1]:
            if one.kind in RECEIVER_KINDS and one is not giver.thing:
                casebook.tie("FUNDS", giver.thing, one, sentence.stretch, "granted")


def _received(casebook: Casebook, sentence: Sentence, frame: Frame) -> None:
    for giver in sentence.given_by(frame, "補助|助成|寄附|寄付|支援"):
        for receiver in sentence.acting(frame.start)[1]:
            if receiver is not giver.thing and receiver.kind in ACTORS:
                casebook.tie("FUNDS", giver.thing, receiver, sentence.stretch, "subsidised")


def _subsidised(casebook: Casebook, sentence: Sentence) -> None:
    """Aが Bに 補助; Aが Sの費用を 補助; Aは Bに対し …を 助成; Bは Aから 補助を 受けて."""
    for frame in sentence.frames:
        if frame.negated or not says(frame, "pays"):
            continue
        if receives(frame):
            _received(casebook, sentence, frame)
            continue
        actors = [m for m in sentence.acting(frame.start)[0] if m.kind == "Organization"]
        if not actors or sentence.of("Programme"):
            continue
        to = [m.thing for m in sentence.attached(frame, ("に", "へ"), RECEIVER_KINDS) if m not in actors]
        to = to or [
            m.thing for m in sentence.of(*RECEIVER_KINDS) if re.match(r"[」』]?(等|など)?に対し", sentence.text[sentence.end_of(m) :])
        ]
        described = [m.thing for m in sentence.of("Service") if m not in actors and m.end < frame.end]
        topics = [t for t in sentence.topic if t.kind == "Service"][:1]
        for actor in actors:
            for receiver in to or described[-1:] or topics:
                if receiver is not actor.thing:
                    casebook.tie("FUNDS", actor.thing, receiver, sentence.stretch, "subsidised")
