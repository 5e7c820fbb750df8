"""The body or council that a whole item of a list names."""

import re

from loaders.case_studies.aliases import HEREAFTER, alias_after
from loaders.case_studies.beside_persons import body_beside
from loaders.case_studies.casebook import Casebook
from loaders.case_studies.naming import ONLY_ADMINISTRATION, TRAILING, council_named
from loaders.case_studies.rule_data import rule_data
from loaders.case_studies.things import Thing
from loaders.case_studies.vocabulary import ending_of, words
from loaders.japanese.cleaning import Stretch

ROLE_BEFORE = re.compile(
    r"^(?:\((?:委員|会長|副会長|座長|オブザーバー|事務局|出席|欠席|代理|アドバイザー)\)|(?:会長|事務局|オブザーバー)[:　])(?=.)"
)


"""A role on the council before the name of a member."""


LONGEST_NAME = 40


"""Characters; what is longer is a sentence."""


PROFESSIONAL_OF = re.compile(r"[^、。]{1,14}の(社会福祉士|保健師|看護師|理学療法士|作業療法士|管理栄養士|生活支援コーディネーター|相談員)")


SEPARATE_BRACKET = re.compile(r"\(.*\)")


def name_item(casebook: Casebook, item: Stretch, rule: str) -> Thing | None:
    """The body or council that a whole item of a list names; None for people, audiences and 等."""
    body = body_beside(item)
    if body is None:
        return None
    role = ROLE_BEFORE.match(body.text)
    item = body.part(role.end(), len(body.text)) if role else body
    text = item.text
    hereafter = HEREAFTER.search(text)
    if hereafter:
        item = item.part(0, hereafter.start())
        text = item.text
    end = _end_of_name(text)
    piece = item.part(0, end)
    piece = piece.part(_length_of_lead(piece.text), len(piece.text))
    name = piece.text.strip("「」『』“” 　。")
    if not 1 <= len(name) <= LONGEST_NAME or name in rule_data("names")["no_bodies"] or SEPARATE_BRACKET.fullmatch(text):
        return None
    own = casebook.case.area.name
    if ONLY_ADMINISTRATION.match(name) or name in {own, f"{own}役所", f"{own}役場"}:
        return casebook.administration(piece, rule)
    professional = PROFESSIONAL_OF.fullmatch(name)
    if professional:
        return casebook.quote(casebook.body(professional[1], ending_of(professional[1])), piece, rule, "explicit")
    thing = _thing_of_item(casebook, name)
    if hereafter:
        thing.names.add(hereafter[1])
    elif other := alias_after(text, end, name):
        thing.names.add(other)
    return casebook.quote(thing, piece, rule, "explicit")


def _end_of_name(text: str) -> int:
    """Where the name of an item ends: before a remark or a bracket that is no legal form."""
    if trailing := TRAILING.search(text):
        return trailing.start()
    bracket = re.search(r"\([^()]*\)$", text)
    return bracket.start() if bracket and bracket.start() > 0 and not _legal(text[bracket.start() :]) else len(text)


def _thing_of_item(casebook: Casebook, name: str) -> Thing:
    """The body, network or council of that name."""
    ending = ending_of(name)
    if name.endswith(tuple(words("council_endings"))) and (ending is None or ending.codes == ("OTHER",)):
        return _meeting_item(casebook, name)
    if name.endswith(("ネットワーク", "ネットワーク(仮称)")) and ending is None:
        thing = casebook.find(("Organization", "Council"), name) or casebook.add("Organization", name)
        thing.also_council = thing.kind == "Organization"
        return thing
    thing = casebook.body(name, ending, _codes_by_form(name))
    thing.also_council = thing.also_council or bool(ending and ending.council)
    return thing


def _length_of_lead(text: str) -> int:
    match = re.match(r"(主な|その他の?(?=.)|地域の(?=NPO)|\d+の)", text)
    return match.end() if match else 0


def _meeting_item(casebook: Casebook, name: str) -> Thing:
    """協議会 and 連絡会 of a list are bodies that meet; 会議, 委員会 and 部会 are councils."""
    if name.endswith(("協議会", "連絡会")):
        thing = casebook.find(("Council", "Organization"), name) or casebook.add("Organization", name)
        thing.also_council = thing.kind == "Organization"
        return thing
    kept = casebook.last_council
    thing = council_named(casebook, name)
    casebook.last_council = kept
    return thing


def _legal(bracket: str) -> bool:
    return bracket in {"(株)", "(有)", "(一財)", "(公財)", "(一社)", "(公社)", "(福)", "(同)"}


def _codes_by_form(name: str) -> tuple[str, ...]:
    forms = rule_data("names")["codes_of_forms"]
    begun = rule_data("names")["beginnings"]
    found = [code for form, code in forms.items() if form in name] + [code for start, code in begun.items() if name.startswith(start)]
    return tuple(dict.fromkeys(found))[:1] if found else ()
