"""Lines of money: what pays for what, either way round (A → B, B:A、C)."""

import re

from loaders.case_studies.casebook import Casebook
from loaders.case_studies.item_names import name_item
from loaders.case_studies.marked_text import ACTORS
from loaders.case_studies.naming import mentions_in, programme_named
from loaders.case_studies.passages import Passage
from loaders.case_studies.paying import RECEIVER_KINDS
from loaders.case_studies.programmes import kind_of
from loaders.case_studies.splitting import items
from loaders.case_studies.things import Thing
from loaders.japanese.cleaning import Stretch

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
