"""Names of bodies and councils in running text: by legal form, by ending, between quotation marks, or known already."""

import re
from collections.abc import Iterator
from functools import cache

from loaders.case_studies.aliases import tails_of
from loaders.case_studies.casebook import Casebook
from loaders.case_studies.forms import bare
from loaders.case_studies.mentions import Candidate, quoted_spans
from loaders.case_studies.rule_data import rule_data
from loaders.case_studies.services import category_words
from loaders.case_studies.vocabulary import Ending, alternatives, ending_of, endings_in, ends_so, noun_runs, words

ACTING = re.compile(
    r"(等|など|さん|の方|の皆さん|の?(職員|生徒|学生|有志|代表|会員)|方)*(、|・|や|と|及び|に?よる|により|が|は|も|主体|主導|中心|の(?:協力|支援|参加)|から|に(?:つな|報告|連絡|委託|知らせ|通報))"
)
JOINED = re.compile(r"^[一-龯ァ-ヺーA-Za-z]")
VENUE = re.compile(
    r"区|の?(体育館|校舎|校庭|家庭科室|教室|一室|空き教室|跡|ホール|会議室|駐車場)|(を|で)(使|会場|開|行|実施|改修)|への|まで"
)
LEAD = re.compile(
    r"(?:^|[、・「(])(?!また|それに|それから|さらに|なお|ただし|および|ならびに|すべて|ほか)([ぁ-ん]{2,5})(?<![がはをにへとのもやで])$"
)
OWN_NAME = re.compile(r"(?:^|[、。「(はがも])([ぁ-ん]{2,5})$")
"""A name in hiragana before an ending that is no kind by itself: ふさのモール."""
NOT_NAMED = re.compile(r"^(同じ|同|全(?=住民)|各種|市内|町内|区内|村内|地元の|その他|他|地元(?=商))")
"""Words before a kind of body that are no part of its name."""
NO_BODY_BEFORE = re.compile(r"(の[にへ]|づくり|支援|活動|中$)")
SHORTEST_NETWORK = 5
GENERIC_COUNCIL = re.compile(r"^(の?会議|協議会|委員会|部会|連絡会|推進会議|協議体|会|運営会議)$")
ADMINISTRATION = re.compile(
    r"(?<![一-龯ァ-ヶーA-Za-z0-9])(?:(?:市|町|村|区)の?(?:担当者|[一-龯]{2,8}課)|(市|町|村|区)(?=[はがもとにをへや、・。」)]|から|による|により|の|$)|(行政|役場|市役所|区役所)(?![一-龯]))"
)
OWN_MATTER = re.compile(r"の(?:中心|北|南|東|西|高齢者|住民|人口|花|山|中|中部|一角|施設|概要|拠点|特)")


def body_candidates(text: str, casebook: Casebook) -> Iterator[Candidate]:
    """Every reading of the text as a body; a legal form in the bracket after a name belongs to the name."""
    found = [
        *_known(text, casebook),
        *_legal_forms(text, casebook),
        *_hiragana_names(text),
        *_by_ending(text),
        *_quoted(text),
        *_founded_in_bracket(text),
        *_administration(text, casebook),
    ]
    for one in found:
        is_form = text[: one.start].endswith("」(") and text[one.end : one.end + 1] == ")"
        is_gone = re.match(r"が(閉店|閉ま|閉じ|廃業|撤退|なくな|なく|ない|少な|減)|は(ない|なく|少な)|も(ない|なく)|なし", text[one.end :])
        if not (is_form or is_gone):
            yield one


def _known(text: str, casebook: Casebook) -> Iterator[Candidate]:
    for thing in casebook.of_kind("Organization", "Council"):
        if thing.details.get("administration"):
            continue
        for name in thing.forms.written:
            if name not in text or len(name) < 2 or (thing.generic and len(name) < 3):  # noqa: PLR2004 - too short to be sure
                continue
            for start in _places(text, name):
                if _continues(text, start + len(name), name):
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


def _continues(text: str, end: int, name: str) -> bool:
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
    stop = "、。()「」『』がはをにへ\\s　:;…/"
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
QUOTED_BODY = re.compile(r"(会|団|隊|クラブ|倶楽部|グループ|サークル|の里|の家族|ネット|センター|連盟)(“[^“”]+”)?$")
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
            r"(ボランティア|団体|グループ|法人|有志の会|サークル|家族会|自助会|クラブ|老人会|婦人会|合同会社|実行委員会)の?$", head
        ) and not re.search(r"有償ボランティア$", head)
        if form or of_bodies or (QUOTED_BODY.search(name) and (FOUNDED.match(text, end) or ACTS.match(text, end))):
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
    return re.compile(rf"(?:{alternatives(words('legal_forms'))})[ぁ-ん]{{1,5}}(?<![がはをにへとでのも])[一-龯ァ-ヺー]{{1,8}}")


def _hiragana_names(text: str) -> Iterator[Candidate]:
    """A name in hiragana before the ending (株式会社べにや商店), which the particles in it would cut."""
    for match in _hiragana_pattern().finditer(text):
        ending = ending_of(match[0])
        if ending and ending.text not in words("legal_forms"):
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
            yield Candidate(stop - len(name), stop, "Organization", name, 3, ending.codes, rule="ending")
            return


def _is_no_body(text: str, stop: int, end: int, name: str, ending: Ending) -> bool:
    """Whether what stands behind the ending, or the bare ending itself, says that no body is meant."""
    if (stop < end and _continues(text, stop, ending.text)) or NO_BODY_BEFORE.match(text, stop):
        return True
    if ending.text in rule_data("names")["no_bodies"] or (len(ending.text) == 1 and len(name) < 3):  # noqa: PLR2004
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
    for match in ADMINISTRATION.finditer(text):
        office = re.match(r"[市区]役所", match[0])
        if (office and match[0][0] != own[-1]) or (match[1] and match[1] != own[-1]):
            continue
        if match[1] and OWN_MATTER.match(text, match.end()):
            continue
        yield Candidate(match.start(), match.end(), "administration", match[0], 3, ("MUNI",), rule="administration")
    for match in re.finditer(rf"{re.escape(own)}(?=[はがもとや、・(。]|から|による|$|に(?:委託|要望|報告))", text):
        after = text[match.end() : match.end() + 12]
        if not re.match(r"は.{0,8}(県|部に|位置|から(なる|構成)|の)", after):
            yield Candidate(match.start(), match.end(), "administration", own, 3, ("MUNI",), rule="administration")


COUNCIL_BEFORE = re.compile(r"(協議体|会議体|話し合いの場|協議の場)(である|の|として|、|は|「|『|\([^()]*\))?$")
MEETING_NAMES = (
    "の輪",
    "会",
    "の場",
    "寄り合い",
    "よりあい",
    "サミット",
    "ラボ",
    "テーブル",
    "プラットフォーム",
    "ネット",
    "ネットワーク",
    "委員会",
    "座談会",
    "サロン会議",
    "井戸端",
)


@cache
def _council_pattern() -> re.Pattern[str]:
    tails = alternatives(words("council_endings"))
    return re.compile(rf"(?:{tails})(?![所場室体館])")


def council_candidates(text: str, of_councils: bool = False) -> Iterator[Candidate]:
    """Every reading of the text as a meeting body: a name with an ending of its own, or between quotation marks.

    Args:
        text: a sentence.
        of_councils: whether the heading above says that councils are listed, so that a quoted 「○○会」 is one.
    """
    for run in noun_runs(text):
        yield from _meetings_in_run(text, run.start(), run.end())
        yield from _founded_network(text, run.start(), run.end())
    for start, end in quoted_spans(text):
        is_meeting = any(found.end() == end for found in _council_pattern().finditer(text, start, end))
        named_so = COUNCIL_BEFORE.search(text[: start - 1]) or (of_councils and re.search(r"第\s?[12]\s?層|[:=]\s*$|^$", text[: start - 1]))
        if is_meeting or (text[start:end].endswith(MEETING_NAMES) and named_so):
            yield Candidate(start, end, "Council", text[start:end], 1, rule="quoted_council")


def _meetings_in_run(text: str, start: int, stop: int) -> Iterator[Candidate]:
    for match in _council_pattern().finditer(text, start, stop):
        end = match.end()
        name = text[start:end]
        if _is_other_body(name) or _continues(text, end, name) or text.startswith("づくり", end):
            continue
        name = re.sub(r"^(上層の?|新たな|各|同|第[12]層協議体|第[12]層)(?=.)", "", name)
        if not GENERIC_COUNCIL.match(name) and len(name) > 3:  # noqa: PLR2004 - a name needs more than its ending
            yield Candidate(end - len(name), end, "Council", name, 3, rule="council_ending")


def _is_other_body(name: str) -> bool:
    """Whether a name that ends like a meeting body is a body of another kind (社会福祉協議会, 商工会議所)."""
    return not _is_meeting(ending_of(name)) or any(name.endswith(word) for word in rule_data("names")["no_councils"])


def _founded_network(text: str, start: int, end: int) -> Iterator[Candidate]:
    """A network is a meeting body where somebody founds it; elsewhere it is only a word."""
    founded = re.match(r"」?(\(仮称\))?」?を(立ち上げ|設立|結成|設置|組織|発足|構築)", text[end:])
    if founded and text[start:end].endswith(tuple(words("network_endings"))) and end - start > SHORTEST_NETWORK:
        yield Candidate(start, end, "Council", text[start:end], 3, rule="founded_network")


def _is_meeting(ending: Ending | None) -> bool:
    return ending is None or ending.codes == ("OTHER",)
