"""Names of bodies and councils in running text: by legal form, by ending, between quotation marks, or known already."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from loaders.case_studies.aliases import tails_of
from loaders.case_studies.body_forms import SHOWN, bodies_by_form
from loaders.case_studies.casebook import Casebook
from loaders.case_studies.categories import category_words
from loaders.case_studies.mentions import Candidate, quoted_spans
from loaders.case_studies.rule_data import rule_data
from loaders.case_studies.vocabulary import Ending, ending_of, endings_in, ends_so, noun_runs, words

ACTING = re.compile(
    r"(等|など|さん|の方|の皆さん|の?(職員|生徒|学生|有志|代表|会員)|方)*(、|・|や|と|及び|に?よる|により|が|は|も|主体|主導|中心|の(?:協力|支援|参加)|から|に(?:つな|報告|連絡|委託|知らせ|通報))"
)
RESIDENTS_ACT = re.compile(
    r"(?:[\d一二三四五六七八九十]+[名人])?(?:たち|ら|有志|の有志|の皆さん|代表|自ら|等|など)?(?:が(?!多|少|減|増|安心|暮ら|住|いる|い[なる]|参加(?:でき|しや)|集ま(?:る場|れ)|気軽)|は(?!高齢)|も|による|により|主体|主導|中心|、|・|と(?:協働|一緒|共に|ともに|の協働)|が主体|の(?:手|参画|主体)|で(?:つく|構成|結成|立ち上げ)|$)"
)
JOINED = re.compile(r"^[一-龯ァ-ヺーA-Za-z]")
VENUE = re.compile(
    r"区|の?(体育館|校舎|校庭|家庭科室|教室|一室|空き教室|跡|ホール|会議室|駐車場)|(を|で)(使|会場|開|行|実施|改修)|への|まで"
)
LEAD = re.compile(
    r"(?:^|[、・「(])(?!における|による|この|その|こう|これ|それ|ここ|そこ|あの|どの|なかで|うち|はじめ|ともに|ただ|また|それに|それから|さらに|なお|ただし|および|ならびに|すべて|ほか)([ぁ-ん]{2,5})(?<![がはをにへとのもやで])$"
)
OWN_NAME = re.compile(r"(?:^|[、。「(はがも])([ぁ-ん]{2,5})$")
"""A name in hiragana before an ending that is no kind by itself: ふさのモール."""
NOT_NAMED = re.compile(r"^(同じ|同|全(?=住民)|各種|市内|町内|区内|村内|地元の|その他|他|地元(?=商))")
"""Words before a kind of body that are no part of its name."""
NO_BODY_BEFORE = re.compile(r"(の[にへ]|づくり|支援|活動|中$)")
DEPARTMENT = re.compile(
    r"(?<![一-龯ァ-ヶーA-Za-z0-9の])(?!日課|放課|学課|正課)[一-龯]{2,9}課(?=[がはもとにへや、・)]|から|による|により|の(?:職員|保健師|担当)|$)"
)
ADMINISTRATION = re.compile(
    r"(?<![一-龯ァ-ヶーA-Za-z0-9])(?:(?:市|町|村|区)の?(?:担当者|[一-龯]{2,8}課)|(市|町|村|区)(?=[はがもとにをへや、・。」)]|から|による|により|の|$)|(行政|役場|市役所|区役所)(?![一-龯]))"
)
OWN_MATTER = re.compile(
    r"の(?:地域包括|包括支援|社会福祉協議会|社協|シルバー人材|商工会|観光協会|委託|中心|北|南|東|西|高齢者|住民|人口|花|山|中|中部|一角|施設|概要|拠点|特)"
)


def body_candidates(text: str, casebook: Casebook) -> Iterator[Candidate]:
    """Every reading of the text as a body; a legal form in the bracket after a name belongs to the name."""
    found = [
        *bodies_by_form(text, casebook),
        *_known(text, casebook),
        *_by_ending(text),
        *_quoted(text),
        *_administration(text, casebook),
    ]
    for one in found:
        is_form = text[: one.start].endswith("」(") and text[one.end : one.end + 1] == ")"
        is_gone = re.match(r"が(閉店|閉ま|閉じ|廃業|撤退|なくな|なく|ない|少な|減)|は(ない|なく|少な)|も(ない|なく)|なし", text[one.end :])
        if not (is_form or is_gone):
            yield _with_its_part(one, text)


PART_OF_BODY = re.compile(r"の(?:女性部|青年部|婦人部|支店|営業所)(?![一-龯](?<!等))")


def _with_its_part(one: Candidate, text: str) -> Candidate:
    """農協の女性部 is no farmers' cooperative."""
    part = PART_OF_BODY.match(text, one.end) if one.kind == "Organization" else None
    return replace(one, end=part.end(), name=one.name + part[0]) if part else one


def _known(text: str, casebook: Casebook) -> Iterator[Candidate]:
    for thing in casebook.of_kind("Organization", "Council"):
        if thing.details.get("administration"):
            continue
        for name in thing.forms.written:
            if name not in text or len(name) < 2 or (thing.generic and len(name) < 3):  # noqa: PLR2004 - too short to be sure
                continue
            for start in _places(text, name):
                if continues(text, start + len(name), name):
                    continue
                yield Candidate(start, start + len(name), thing.kind, name, 3, tuple(sorted(thing.codes)), rule="known_name")
    yield from _by_tail(text, casebook)


def _places(text: str, name: str) -> Iterator[int]:
    """Where a name stands in the text, one after the other."""
    at = text.find(name)
    while at >= 0:
        yield at
        at = text.find(name, at + len(name))


def _by_tail(text: str, casebook: Casebook) -> Iterator[Candidate]:
    """The last part of exactly one known name, standing by itself: 応援団 for 暮らしの応援団."""
    tails: dict[str, set[int]] = {}
    bodies = casebook.of_kind("Organization", "Council")
    for index, thing in enumerate(bodies):
        for tail in tails_of(thing):
            if tail in text:
                tails.setdefault(tail, set()).add(index)
    for tail, owners in tails.items():
        for match in re.finditer(rf"(?<![一-龯ァ-ヺーA-Za-z「の]){re.escape(tail)}(?![一-龯ァ-ヺー])", text) if len(owners) == 1 else ():
            thing = bodies[min(owners)]
            yield Candidate(match.start(), match.end(), thing.kind, thing.name, 3, tuple(sorted(thing.codes)), rule="tail_of_name")


def continues(text: str, end: int, name: str) -> bool:
    """Whether the noun goes on after the name: 自治会 in 自治会館, 区 in 区民."""
    after = text[end : end + 1]
    return (
        bool(JOINED.match(after))
        and not re.match(r"(等|主体|主導|中心|職員|側|内|自ら|有志|代表|加盟|会員|関係者|主催|運営|直営)", text[end:])
        and len(name) > 0
    )


FOUNDED_GROUP = re.compile(r"[」』](?:\([^()]*\))?[がを](?:新たに)?(?:結成|設立|旗揚げ|組織|発足)|(?<=部)[」』][がを](?:設け|置)")
QUOTED_BODY = re.compile(
    r"(員|サポーター|ヘルパー|ドライバー|メイト|パートナー|会|団|隊|クラブ|倶楽部|グループ|サークル|の里|の家族|センター|連盟)(“[^“”]+”)?$"
)
FOUNDED = re.compile(r"[」』](?:\(([^()]*)\))?(?:の|を|が)?(?:.{0,6})?(立ち上げ|設立|結成|発足)")
ACTS = re.compile(r"[」』](さん)?(の?\d+[人名])?(が|の|は|による|、)|[」』]\((NPO法人|特非|一社)\)|[」』]に(委託|加)")


def _quoted(text: str) -> Iterator[Candidate]:
    """A name between quotation marks that ends like a body and was founded or acts."""
    for start, end in quoted_spans(text):
        name = text[start:end]
        form = re.search(r"NPO法人|特定非営利活動法人", name + (re.match(r".\(([^()]*)\)", text[end:]) or [""])[0])
        if any(name.endswith(tail) for tail in words("council_endings")):
            continue
        head = text[max(0, start - 9) : start - 1]
        of_bodies = re.search(
            r"(ボランティア|団体|グループ|法人|有志の会|サークル|家族会|自助会|クラブ|老人会|婦人会|合同会社|実行委員会|施設|事業所|会社|組合|ホーム|劇団|工房|スーパー|商店|店|農園|医院|薬局)の?$",
            head,
        ) and not re.search(r"有償ボランティア$", head)
        founded = FOUNDED_GROUP.match(text, end) is not None
        if form or of_bodies or founded or (QUOTED_BODY.search(name) and (FOUNDED.match(text, end) or ACTS.match(text, end))):
            ending = ending_of(re.sub(r"“[^“”]+”$", "", name))
            codes = ("NPO",) if form else ending.codes if ending and not ending.alone else ("VOL",)
            rank = 1 if form or of_bodies or FOUNDED.match(text, end) else 4
            run = next((m for m in noun_runs(text) if m.end() == start - 1), None) if of_bodies and not head.endswith("の") else None
            yield Candidate(run.start() if run else start, end + (1 if run else 0), "Organization", name, rank, codes, rule="quoted_body")


def _by_ending(text: str) -> Iterator[Candidate]:
    for run in noun_runs(text):
        yield from _in_run(text, run.start(), run.end())


def _in_run(text: str, start: int, end: int) -> Iterator[Candidate]:
    """The longest ending within a run of nouns, with what stands before it; the rest of the run must not change it."""
    run = text[start:end]
    for ending, at in endings_in(run):
        if not ends_so(run[: at + len(ending.text)], ending.text):
            continue
        stop = start + at + len(ending.text)
        name = NOT_NAMED.sub("", text[start:stop]) or ending.text
        if name in words("legal_forms"):
            return
        if _is_no_body(text, stop, end, name, ending):
            continue
        if _is_service_word(name, ending):
            return
        lead = LEAD.search(text[: stop - len(name)])
        name = (lead[1] if lead and stop - len(name) == start else "") + name
        if name == ending.text and not (ending.alone or ending.one):
            own = OWN_NAME.search(text[: stop - len(name)])
            name = own[1] + name if own else ""
        if name and not name.startswith("会"):
            yield Candidate(stop - len(name), stop, "Organization", name, 4 if ending.shown else 3, ending.codes, rule="ending")
            return


def _is_no_body(text: str, stop: int, end: int, name: str, ending: Ending) -> bool:
    """Whether what stands behind the ending, or the bare ending itself, says that no body is meant."""
    opened = text[: stop - len(name)].endswith(("「", "『"))
    quoted = opened and text[stop : stop + 1] in {"」", "』"}
    if (
        (stop < end and continues(text, stop, ending.text))
        or NO_BODY_BEFORE.match(text, stop)
        or ending.text in rule_data("names")["no_bodies"]
        or (len(ending.text) == 1 and len(name) < 3)  # noqa: PLR2004
        or (quoted and not SHOWN.match(text, stop) and not ending.alone)
    ):
        return True
    if ending.shown:
        return opened or name.endswith(tuple(words("no_shown"))) or not SHOWN.match(text, stop)
    if "RESIDENTS" in ending.codes and not RESIDENTS_ACT.match(text, stop):
        return True
    if ending.acts and name == ending.text:
        return not ACTING.match(text, stop)
    return ending.acts and (VENUE.match(text, stop) is not None or name.startswith("旧"))


def _is_service_word(name: str, ending: Ending) -> bool:
    """Whether the name is a kind of service that only ends like a company (デマンドタクシー, 移動スーパー, 有償ボランティア)."""
    if "VOL" in ending.codes:
        return name.endswith("有償ボランティア")
    return bool(set(ending.codes) & {"COMPANY", "SHOPS"}) and name.endswith(_words_of_services(ending.text))


@cache
def _words_of_services(ending: str) -> tuple[str, ...]:
    """The words for services that are longer than an ending and end with it."""
    return tuple(word for word, _ in category_words() if word != ending and word.endswith(ending))


def _administration(text: str, casebook: Casebook) -> Iterator[Candidate]:
    own = casebook.case.area.name
    for match in DEPARTMENT.finditer(text):
        yield Candidate(match.start(), match.end(), "administration", match[0], 3, ("MUNI",), rule="department")
    for match in ADMINISTRATION.finditer(text):
        office = re.match(r"[市区]役所", match[0])
        if (office and match[0][0] != own[-1]) or (match[1] and match[1] != own[-1]):
            continue
        if match[1] and OWN_MATTER.match(text, match.end()):
            continue
        yield Candidate(match.start(), match.end(), "administration", match[0], 3, ("MUNI",), rule="administration")
    if casebook.case.city is not None:
        city = casebook.case.city.name
        for match in re.finditer(
            rf"(?:{re.escape(city)}|(?<![一-龯ァ-ヶー])市)(?=[はがもとや、・(。]|から|による|$|に(?:委託|要望|報告))", text
        ):
            yield Candidate(match.start(), match.end(), "Organization", city, 3, ("MUNI",), rule="city_of_ward")
    for match in re.finditer(rf"{re.escape(own)}(?=[はがもとや、・(。]|から|による|$|に(?:委託|要望|報告))", text):
        after = text[match.end() : match.end() + 12]
        if not re.match(r"は.{0,8}(県|部に|位置|から(なる|構成)|の)", after):
            yield Candidate(match.start(), match.end(), "administration", own, 3, ("MUNI",), rule="administration")
