"""Districts: named parts of a municipality, and kinds of part (市内3地区) that stand for several unnamed ones."""

import re
from collections.abc import Iterator

from loaders.case_studies.mentions import Candidate
from loaders.case_studies.numbers import number_in

LEVELS = {"小学校区": "elementary_district", "中学校区": "junior_high_district", "圏域": "daily_life_area"}
KIND = r"(?:公民館区|館区|振興区|地区|集落|圏域|小学校区|中学校区|学区|校区|地域|団地|大字)"
NAMED = re.compile(
    rf"(?<![一-龯ァ-ヺーA-Za-z])((?!第\d|両|各|同|全|他|当|県営|市営|町営|公営|住宅|有人|一つ|二つ|三つ|新興|本|市|町|区|対象|モデル|活動|在宅|諸|近隣|住民|小|中学校|担当|一部|空白|周辺)(?:[一-龯]{{1,2}}[のノ][一-龯]{{1,3}}|[一-龯ァ-ヶー]{{1,6}}?)(?:{KIND}))(?![一-龯ァ-ヺー](?<!内)(?<!全)(?<!外)(?<!間)(?<!及)(?<!並))(?![一-龯]*(?:社協|社会福祉|包括|福祉|支援センター|福祉計画|課題|住民|団体|資源|活動|づくり|づく|ケア|活性|除雪|協議|まちづくり))"
)
COUNTED = re.compile(
    rf"((?:(?:市内|町内|区内|村内|市全域)(?:の|を)?)?(?<![・一-龯]の)([0-9]+|[一二三四五六七八九十]+)つ?の?(?:か所の)?({KIND}))(?!社協|課題|資源|住民|福祉|活動|団体)"
)
QUOTED_ESTATE = re.compile(r"団地「([^「」]{2,12})」")
ISLAND = re.compile(
    r"(?<=離島の)([一-龯]{1,5}島)|(?<=離島である)([一-龯]{1,5}島)|(?<![一-龯])(?!離島|有人|半島|諸島|無人)([一-龯]{1,4}島)(?=では|で|の|に)"
)
PAIR = re.compile(rf"([一-龯]{{1,4}})・([一-龯]{{1,4}})の(?:両|[0-9二三])({KIND})")
NAMED_PLACE = re.compile(
    r"(?<![一-龯ァ-ヺー])((?:旧[一-龯]{2,5}[町村市])|(?!市営|県営|町営|公営|集合|文化|既存|高齢者|一般|サービス)[一-龯ァ-ヶー]{1,6}(?:住宅|ニュータウン)|[一-龯]{1,3}(?:が|ヶ|ケ)(?:丘|原|浜|台|岡|谷)|(?!舞|屋|露|燈|灯|天|高|土|一|二|三|四|五|[0-9])[一-龯]{1,3}台)"
    r"(?=では|でも|には|にも|にある|にお|で|に|の|は|を|から|へ|・|、)(?!の会|会)"
)
"""Named estates, former municipalities and quarters: 千草住宅, 旧千代見町, 緑陽台, 桜が原."""
ENUMERATED = re.compile(
    r"(?<![一-龯ァ-ヺー])((?:[一-龯ァ-ヶー]{1,6}(?:地区|圏域|集落)?[、・]){1,8}[一-龯ァ-ヶー]{1,6}?)の(?:両|[0-9二三四五六七八九十]+)(?:つの)?(?:地区|集落|字|圏域|校区|学区|公民館区|館区|町内|支所|町|区|地域|村|島|小学校区|中学校区)"
)
"""Parts that are named one by one and then counted: 中央、川東、三ツ木の3地区."""
BRACKETED = re.compile(r"[0-9二三四五六七八九十]+(?:つの)?(?:地区|集落|圏域|校区|学区|区域)\(([^()]{2,60})\)")
GENERIC_WORDS = re.compile(
    r"^(この|その|どの|全|各|一|二|三|四|五|六|七|八|九|十|旧|近畿|中|都市|大都市|中山間|過疎|当該|首都|困難|買い物|急傾斜)?(地区|集落|圏域|小学校区|中学校区|学区|校区|地域|団地|大字|小|区|圏|困難地域|間地域)$"
)
KANJI_NUMBERS = {character: number for number, character in enumerate("一二三四五六七八九十", start=1)}


WARD_OF_TOWN = re.compile(
    r"(?<![一-龯ァ-ヺー])((?!各|両|同|全|当|行政|自治|地区|学区|校区|一|二|三|[0-9])[一-龯]{1,4}(?<!地)(?<!学)(?<!校)区)(?=では|でも|には|にも|で|に|の|は|と|、|~|～|を|へ|から)"
)


def wards_of_town(text: str) -> Iterator[Candidate]:
    """Parts of a town or village that are called 区: 上川区."""
    for match in WARD_OF_TOWN.finditer(text):
        yield Candidate(match.start(1), match.end(1), "Area", match[1], 5, rule="ward_of_town")


def short_candidates(text: str, names: list[str]) -> Iterator[Candidate]:
    """島, 団地 for the only island or estate that is known; a name without its 地区."""
    for kind in ("島", "団地"):
        known = [name for name in names if name.endswith(kind)] if kind == "島" else []
        for match in re.finditer(rf"(?<![一-龯ァ-ヺ]){kind}(?=[のでにはを内]|$)", text):
            if len(known) == 1:
                yield Candidate(match.start(), match.end(), "Area", known[0], 4, rule="short_district")
    for name in names:
        stem = re.sub(r"(地区|集落|学区|圏域|校区)$", "", name)
        if stem == name and len(name) > 1:
            for match in re.finditer(rf"(?<![一-龯ァ-ヺー]){re.escape(name)}(?![一-龯ァ-ヺー])", text):
                yield Candidate(match.start(), match.end(), "Area", name, 4, rule="known_district")
        elif len(stem) > 1:
            for match in re.finditer(rf"(?<![一-龯ァ-ヺー]){re.escape(stem)}(?=では|でも|には|にも|の(?!会)|・|と|地区)", text):
                yield Candidate(match.start(), match.end(), "Area", name, 4, rule="short_district")


def district_candidates(text: str) -> Iterator[Candidate]:
    """Every reading of the text as a part of the municipality."""
    for match in NAMED.finditer(text):
        if not GENERIC_WORDS.match(match[1]) and not re.search(r"\d|困難|対象|モデル|先進|空白|過疎|^一つ|^の", match[1]):
            yield Candidate(match.start(1), match.end(1), "Area", match[1], 4, rule="district")
    for match in NAMED_PLACE.finditer(text):
        yield Candidate(match.start(1), match.end(1), "Area", match[1], 4, rule="named_place")
    for match in QUOTED_ESTATE.finditer(text):
        yield Candidate(match.start(1), match.end(1), "Area", match[1], 1, rule="district")
    for match in ISLAND.finditer(text):
        group = match.lastindex or 0
        yield Candidate(match.start(group), match.end(group), "Area", match[group], 4, rule="island")
    for match in PAIR.finditer(text):
        yield Candidate(match.start(1), match.end(1), "Area", match[1], 3, rule="district_pair")
        yield Candidate(match.start(2), match.end(2), "Area", match[2], 3, rule="district_pair")
    yield from _enumerated(text)
    for match in COUNTED.finditer(text):
        yield Candidate(match.start(1), match.end(1), "Area", match[1], 4, rule="counted_districts")


def _enumerated(text: str) -> Iterator[Candidate]:
    """Each district of a list of them."""
    for match in (one for pattern in (ENUMERATED, BRACKETED) for one in pattern.finditer(text)):
        for piece in re.finditer(r"[^、・,]+", match[1]):
            start, name = match.start(1) + piece.start(), piece[0].strip()
            if not GENERIC_WORDS.match(piece[0]) and re.fullmatch(r"[一-龯々ぁ-んァ-ヶー]{1,8}", name):
                yield Candidate(start, start + len(piece[0]), "Area", name, 3, rule="enumerated")


def count_in(name: str) -> int | None:
    """How many unnamed areas a name stands for: 市内3地区 → 3; None for a name of one."""
    match = COUNTED.fullmatch(name)
    if not match:
        return None
    number = number_in(match[2]) if match[2].isdigit() else None
    return KANJI_NUMBERS.get(match[2]) if number is None else round(number)


def level_of(name: str) -> str:
    """The level that the name's ending gives."""
    return next((level for ending, level in LEVELS.items() if name.endswith(ending)), "locality")
