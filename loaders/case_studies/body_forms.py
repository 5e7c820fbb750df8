"""Names of bodies by the form of the name itself: legal forms, brands, houses, schools' groups, names that hold a clause."""

import re
from collections.abc import Iterator
from functools import cache

from loaders.case_studies.casebook import Casebook
from loaders.case_studies.categories import codes_of
from loaders.case_studies.forms import bare
from loaders.case_studies.mentions import Candidate
from loaders.case_studies.rule_data import rule_data
from loaders.case_studies.vocabulary import alternatives, ending_of, words

SHOWN = re.compile(
    r"[」』]?(?:さん|の皆さん|のみなさん|の方々?)?(?:\([^()]*\))?(?:等|など)?(?:が(?!閉|な|少|減|あ|遠|多|開か|始ま|でき)|による|により|主催|主体|から(?:の?(?:提供|寄付|寄附|協力|支援|助成|依頼|声)|も)|に(?:委託|依頼|つな|連絡|報告|知らせ|協力|お願い|加盟|所属)"
    r"|と(?:の?(?:協働|連携|協力|共同|一緒|協定|覚書)|協定|覚書)|の(?:協力|会員|職員|皆さん|みなさん|メンバー|有志|方々|運営|主催|女性)|(?:は|も)(?![^。]{0,14}(?:開か|行われ|催さ|始ま|あり|ある|ない|です|である|遠|近|多|少)))"
)
"""What shows that a name with a common ending is a body: it acts, gives, gets or is worked with."""


def bodies_by_form(text: str, casebook: Casebook) -> Iterator[Candidate]:
    """Every reading of the text as a body that the form of a name gives."""
    yield from _with_verb(text)
    yield from _companies(text)
    yield from _brands(text)
    yield from _legal_forms(text, casebook)
    yield from _hiragana_names(text)
    yield from _founded_in_bracket(text)
    yield from _facilities(text)


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
