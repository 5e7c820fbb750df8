"""Paying and ordering: who funds what, and who commissions whom."""

import re

from loaders.case_studies.casebook import Casebook, Thing
from loaders.case_studies.cleaning import Stretch
from loaders.case_studies.naming import mentions_in, name_item, programme_named
from loaders.case_studies.passages import Passage
from loaders.case_studies.programmes import kind_of
from loaders.case_studies.sentences import ACTORS, Sentence
from loaders.case_studies.splitting import items

RECEIVER_KINDS = (*ACTORS, "Service")
AIDED = re.compile(r"[」』]?\((助成|補助)")
"""A line that is nothing but the name of what pays."""
USED = re.compile(
    r"[」』]?(?:\([^()]*\))?(?:等)?(?:を活用|を使|を充て|が充て|でまかな|で賄|の助成|による助成|から助成|で(購入|実施|改修)|を受け|が使われ|[0-9万円]*を交付|\)?$|、|を財源|を創設|\s*…)"
)


ARROW = re.compile(r"^(?P<giver>.+?)[\s　]*(?:→|⇒|…+|->|:|←)[\s　]*(?P<receiver>.+)$")
OWN_INCOME = re.compile(r"(利用料|売上|売り上げ|会費|参加費|自己資金|自主財源|手数料|協賛)$")
"""What a group earns itself is no programme."""
SHORTEST_PROGRAMME = 3
PAYER = re.compile(r"(補助金?|助成金?|交付金|基金|配分金|委託料|負担金|寄[附付]金?|会費|一般会計|募金|ファンド|事業費?|券|助成|補助|起債|事業債|債|会計|寄[附付]|財団の助成)$")


def read_finance_line(casebook: Casebook, stretch: Stretch) -> bool:
    """What pays for what below a heading for money: A → B, B:A、C, either way round; False where the line is no such pair."""
    match = ARROW.match(stretch.text)
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
    _programmes(casebook, sentence)
    _subsidised(casebook, sentence)


def _commissioned(casebook: Casebook, sentence: Sentence) -> None:
    """Aが Bに 委託; Aから 委託を受け (B acts); 市の委託."""
    for match in re.finditer("委託", sentence.text):
        receivers = sentence.marked(("に", "へ"), 0, match.start())
        givers = sentence.marked(("から", "の"), 0, match.start())
        near_giver = [m for m in givers if re.match(r"(から|の)(業務)?(委託)", sentence.text[m.end :])]
        if near_giver:
            _, things, sure = sentence.acting(near_giver[0].start, passive=True)
            pairs = [(near_giver[0].thing, thing) for thing in things]
        else:
            _, things, sure = sentence.acting(match.start())
            pairs = [(actor, receivers[-1].thing) for actor in things if receivers and actor is not receivers[-1].thing]
        services = [t for t in sentence.topic if t.kind == "Service"][:1] or [m.thing for m in sentence.of("Service")][:1]
        for giver, receiver in pairs:
            handed = [m.thing for m in sentence.of("Service") if sentence.particles[m.start] in {"を", "の"} and m.end <= match.start()][-1:]
            if not handed and re.search(r"(運行|運営|実施|業務)(を|の)?.{0,4}委託", sentence.text):
                handed = services
            for service in handed if giver.kind == receiver.kind == "Organization" else []:
                casebook.tie("PROVIDES", receiver, service, sentence.stretch, "commissioned", status=sentence.status)
            if giver.kind == receiver.kind == "Organization":
                casebook.tie("COMMISSIONS", giver, receiver, sentence.stretch, "commissioned", sure)


def _programmes(casebook: Casebook, sentence: Sentence) -> None:
    """What a named programme pays for: the service of the sentence, else what the passage is about, else who acts."""
    for payer in [thing for thing in sentence.topic if thing.kind == "Programme"][:1]:
        for mention in sentence.of("Service"):
            casebook.tie("FUNDS", payer, mention.thing, sentence.stretch, "paid_for", "structural")
    for programme in sentence.of("Programme"):
        after = sentence.text[programme.end :]
        is_paid = USED.match(after) or re.search(r"(財源|費|資金|燃料代)[はに:]", sentence.text[: programme.start])
        if programme.thing.details.get("kind") in {"plan", "ordinance"} or not is_paid:
            continue
        services: list[Thing] = [m.thing for m in sentence.of("Service")] or [t for t in sentence.topic if t.kind in RECEIVER_KINDS][:1]
        if not services and sentence.before_council and len(sentence.mentions) == 1 and AIDED.match(after):
            services = [sentence.before_council]
        given = re.match(r"[」』]?[^、。]{0,12}を?交付|[」』]?を創設", after)
        to = [m.thing for m in sentence.marked(("へ", "に"), 0 if given else programme.end)]
        receivers = to or services[:1]
        if not to and re.match(r"[」』]?を活用", after):
            receivers = [*receivers, *sentence.acting(programme.start)[1]]
        for receiver in receivers:
            if receiver.kind in RECEIVER_KINDS:
                casebook.tie("FUNDS", programme.thing, receiver, sentence.stretch, "paid_for")


def _subsidised(casebook: Casebook, sentence: Sentence) -> None:
    """Aが 費用を 補助; BはAから 補助を受けて."""
    for stem in sentence.stems("fund"):
        givers = [m for m in sentence.marked(("から",), 0, stem.start()) if re.match(r"から(補助|助成)", sentence.text[m.end :])]
        if givers:
            _, things, sure = sentence.acting(givers[0].start)
            for receiver in things:
                casebook.tie("FUNDS", givers[0].thing, receiver, sentence.stretch, "subsidised", sure)
            continue
        actors = [m for m in sentence.marked(("が", "は"), max(0, stem.start() - 25), stem.start()) if m.kind == "Organization"]
        services = [m.thing for m in sentence.of("Service") if m.end < stem.start()][-1:] or [
            t for t in sentence.topic if t.kind == "Service"
        ][:1]
        if actors and services and not sentence.of("Programme"):
            casebook.tie("FUNDS", actors[-1].thing, services[0], sentence.stretch, "subsidised")
