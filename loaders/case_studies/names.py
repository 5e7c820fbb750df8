"""Names of bodies and councils in running text: by legal form, by ending, between quotation marks, or known already."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from loaders.case_studies.aliases import tails_of
from loaders.case_studies.casebook import Casebook
from loaders.case_studies.forms import bare
from loaders.case_studies.mentions import Candidate, quoted_spans
from loaders.case_studies.rule_data import rule_data
from loaders.case_studies.services import category_words, codes_of
from loaders.case_studies.vocabulary import Ending, alternatives, ending_of, endings_in, ends_so, noun_runs, words

ACTING = re.compile(
    r"(等|など|さん|の方|の皆さん|の?(職員|生徒|学生|有志|代表|会員)|方)*(、|・|や|と|及び|に?よる|により|が|は|も|主体|主導|中心|の(?:協力|支援|参加)|から|に(?:つな|報告|連絡|委託|知らせ|通報))"
)
SHOWN = re.compile(
    r"[」』]?(?:さん|の皆さん|のみなさん|の方々?)?(?:\([^()]*\))?(?:等|など)?(?:が(?!閉|な|少|減|あ|遠|多|開か|始ま|でき)|による|により|主催|主体|から(?:の?(?:提供|寄付|寄附|協力|支援|助成|依頼|声)|も)|に(?:委託|依頼|つな|連絡|報告|知らせ|協力|お願い|加盟|所属)"
    r"|と(?:の?(?:協働|連携|協力|共同|一緒|協定|覚書)|協定|覚書)|の(?:協力|会員|職員|皆さん|みなさん|メンバー|有志|方々|運営|主催|女性)|(?:は|も)(?![^。]{0,14}(?:開か|行われ|催さ|始ま|あり|ある|ない|です|である|遠|近|多|少)))"
)
"""What shows that a name with a common ending is a body: it acts, gives, gets or is worked with."""
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
        *_with_verb(text),
        *_companies(text),
        *_brands(text),
        *_known(text, casebook),
        *_legal_forms(text, casebook),
        *_hiragana_names(text),
        *_by_ending(text),
        *_quoted(text),
        *_founded_in_bracket(text),
        *_administration(text, casebook),
        *_facilities(text),
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


FACILITY = re.compile(
    r"(?P<kind>特別養護老人ホーム|養護老人ホーム|介護老人保健施設|老人保健施設|ケアハウス|グループホーム|デイサービスセンター|小規模多機能(?:型居宅介護事業所|ホーム|施設)?"
    r"|サービス付き高齢者向け住宅|有料老人ホーム|認定こども園|保育園|診療所)"
    r"[一-龯ぁ-んァ-ヺー]{0,6}?(?<![はがをにへも])(?:苑|園|荘|館|の里|の家|の郷|の杜|の森|の丘|の風)(?=[等、。がはをにでとのも」)・/（]|など|ほか|による|$)"
)


def _facilities(text: str) -> Iterator[Candidate]:
    """A house by its kind and its name: 特別養護老人ホームはぎの里."""
    for match in FACILITY.finditer(text):
        ending = ending_of(match["kind"])
        yield Candidate(match.start(), match.end(), "Organization", match[0], 2, ending.codes if ending else ("SHAFUKU",), rule="facility")


VERB_IN_NAME = re.compile(
    r"(?<![一-龯ァ-ヺーぁ-ん])([一-龯ァ-ヺーA-Z][一-龯ァ-ヺーA-Z]{1,9}(?:を|と)(?:ともに|共に|みんなで|一緒に)?(?:[一-龯]{1,2}[ぁ-ん]{1,3}|[ぁ-ん]{2,4})(?<=[るうくすつぬむぐ])会)(?![一-龯議員場合])"
)
TALKS = re.compile(r"(語る|考える|話す|話し合う)会$")
OF_GROUP = re.compile(r"(?<![一-龯ァ-ヺーぁ-ん])([一-龯ァ-ヺー][一-龯ァ-ヺーぁ-ん]{0,9}?[一-龯ァ-ヺーる]の会)(?![一-龯議員場合])")
COMPANY = re.compile(
    r"[一-龯ァ-ヺーA-Za-z・]{2,15}\((?:株|有|同|資|合)\)|\((?:株|有|同|資|合)\)[一-龯ァ-ヺーA-Za-zぁ-ん・]{2,15}?(?=[がはをにとのへ、。)「」]|から|等|など|$)"
)
SCHOOL_GROUP = re.compile(
    r"([一-龯ァ-ヺーA-Za-z]{2,14}(?:大学|高校|高等学校|中学校|小学校|学院|学校|短大|高専|病院|公民館|自治会|町内会))の([一-龯ァ-ヺーA-Z]{1,8}(?:部|クラブ|学科|研究室|ゼミ|サークル|学生会|生徒会|PTA|センター|学部|機構|婦人部|女性部|青年部))(?![一-龯])"
)
BRAND = re.compile(
    r"(?:JA|JF|コープ|生協|FM)[ぁ-ん]{2,6}?(?=[、。()「」・/]|が|は|を|等|など|女性部|青年部|の|に|から|$)(?:女性部|青年部)?"
)


def _with_verb(text: str) -> Iterator[Candidate]:
    """A name that holds a clause: 矢野原を守る会, 認知症をともに生きる会; or a kind of people: 退職教員の会."""
    for match in VERB_IN_NAME.finditer(text):
        kind = "Council" if TALKS.search(match[1]) else "Organization"
        yield Candidate(match.start(1), match.end(1), kind, match[1], 2, () if kind == "Council" else ("VOL",), rule="clause_in_name")
    for match in SCHOOL_GROUP.finditer(text):
        ending = ending_of(match[1])
        yield Candidate(
            match.start(), match.end(), "Organization", match[0], 1, ending.codes if ending else ("VOL",), rule="part_of_school"
        )
    for match in OF_GROUP.finditer(text):
        if SHOWN.match(text, match.end(1)) and not re.search(r"(この|その|次|前回|今回|今年|春|夏|秋|冬|初|最後)の会$", match[1]):
            yield Candidate(match.start(1), match.end(1), "Organization", match[1], 3, ("VOL",), rule="group_of")


def _companies(text: str) -> Iterator[Candidate]:
    """A company by its legal form in brackets before or behind its name."""
    for match in COMPANY.finditer(text):
        yield Candidate(match.start(), match.end(), "Organization", match[0], 2, ("COMPANY",), rule="company")


def _brands(text: str) -> Iterator[Candidate]:
    """A brand before a place written in hiragana: JAしいとり, FMるのべつ."""
    for match in BRAND.finditer(text):
        code = "COMPANY" if match[0].startswith("FM") else "COOP"
        yield Candidate(match.start(), match.end(), "Organization", match[0], 1, (code,), rule="brand")


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


@cache
def _form_pattern() -> re.Pattern[str]:
    forms = alternatives(words("legal_forms"))
    beginnings = alternatives(sorted(rule_data("names")["beginnings"]))
    stop = "、。・()「」『』がはをにへ\\s　:;…/"
    by_form = rf"({forms})[「『]?([^・{stop}][^{stop}]{{1,25}})[」』]?"
    by_brand = rf"((?:{beginnings})[一-龯ァ-ヺー]?[^でのとも{stop}]{{1,10}})"
    return re.compile(f"{by_form}|{by_brand}")


@cache
def _cut_pattern() -> re.Pattern[str]:
    return re.compile(
        r"(と(?=\()|と(?:の?(?:協働|共同|連携|協力)|市|町)|の(?:職員|看護師|相談員|有償|会員|協力|支援|提案|事業|運営|送迎|配達)|[でも](?=$)|による|により|から.*|など|等$|さん.*$|や(?=[一-龯]))"
    )


def _legal_forms(text: str, casebook: Casebook) -> Iterator[Candidate]:
    known = [name for body in casebook.of_kind("Organization") for name in body.names]
    codes = rule_data("names")["codes_of_forms"]
    beginnings = rule_data("names")["beginnings"]
    for match in _form_pattern().finditer(text):
        cut = _cut_pattern().search(text, match.start() + 4, match.end())
        known_end = max((match.start() + len(one) for one in known if text.startswith(one, match.start())), default=0)
        end = known_end or (cut.start() if cut else match.end())
        name = text[match.start() : end]
        if match[1]:
            code = codes.get(match[1], "OTHER")
        else:
            code = next(code for beginning, code in beginnings.items() if name.startswith(beginning))
        of_service = re.search(r"の(?=[^の]+$)", name)
        if of_service and not known_end and codes_of(name[of_service.end() :]):
            end = match.start() + of_service.start()
            name = text[match.start() : end]
        if name.endswith("の") and not known_end and text.startswith(("「", "『"), end):
            end, name = end - 1, name[:-1]
        inner = bare(name)
        ending = ending_of(name)
        if inner[:1] in "のやと等" or name.endswith(("窓口", "講座", "事業", "支援", "相談")):
            continue
        if len(inner) > 1 and not inner[0].isdigit() and not (ending and ending.text == name):
            yield Candidate(match.start(), end, "Organization", name.replace("「", "").replace("」", ""), 2, (code,), rule="legal_form")


FOUNDED_KIND = re.compile(
    r"([一-龯ァ-ヺーA-Z]{2,12}(?:団体|法人|グループ|サークル|ボランティア|NPO))(?:[がをの、]|が)(?:新たに)?(?:立ち上げ|設立|結成|発足)\(([^()]{2,60})\)"
)
PLAIN_NAME = re.compile(r"(?!令和|平成|昭和|約|計|全|各|月|年|仮称|予定|会員|助成)[一-龯ぁ-んァ-ヺーA-Za-z]{2,15}")
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


def _founded_in_bracket(text: str) -> Iterator[Candidate]:
    """NPO団体が 立ち上げ(A、B): the bracket after the founding of a kind of body names the bodies."""
    for match in FOUNDED_KIND.finditer(text):
        ending = ending_of(match[1])
        for item in re.finditer(r"[^、・/]+", match[2]):
            if PLAIN_NAME.fullmatch(item[0]):
                start = match.start(2) + item.start()
                codes = ending.codes if ending else ("VOL",)
                yield Candidate(start, start + len(item[0]), "Organization", item[0], 2, codes, rule="founded_in_bracket")


@cache
def _hiragana_pattern() -> re.Pattern[str]:
    no_particles = r"(?![がはをにのとで])(?![ぁ-ん]*(?:による|により|では|から|まで|など))"
    return re.compile(
        rf"(?:{alternatives(words('legal_forms'))}){no_particles}[ぁ-ん]{{1,7}}(?<![がはをにへとでのも])[一-龯ァ-ヺー]{{1,8}}"
    )


def _hiragana_names(text: str) -> Iterator[Candidate]:
    """A name in hiragana before the ending (株式会社べにや商店), which the particles in it would cut."""
    for match in _hiragana_pattern().finditer(text):
        ending = ending_of(match[0])
        if (ending and ending.text not in words("legal_forms")) or re.match(r"[はがをにのとで、。(「]|$", text[match.end() :]):
            ending = ending or ending_of("NPO法人" if "NPO" in match[0] else "法人団体")
            if ending is None or ending.text == match[0]:
                continue
            yield Candidate(match.start(), match.end(), "Organization", match[0], 1, ending.codes, rule="legal_form")


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
