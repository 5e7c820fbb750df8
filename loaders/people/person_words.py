"""The words beside a private person's name (`rules/persons.yaml`), compiled once."""

import re
from functools import cache

from loaders.japanese.cleaning import MASK
from loaders.people.rule_data import rule_data

READING = r"(?:[ 　]?\([ぁ-んァ-ヺー][ぁ-んァ-ヺー 　・]{1,14}\))?"
"""How a name is read, in a bracket behind it: 山田太郎(やまだ たろう)."""
BEFORE_TITLE = "の|である|で、|、|・|:|　|/|\\||\\(|「|—|は|が|\n| "


@cache
def variants() -> dict[int, str]:
    """Characters that the dictionary does not know → those that it knows, for `str.translate`."""
    return {ord(one): other for one, other in rule_data("persons")["variants"].items()}


@cache
def listed(*keys: str) -> frozenset[str]:
    """The words of some lists."""
    return frozenset(word for key in keys for word in rule_data("persons")[key])


@cache
def no_name_endings() -> tuple[str, ...]:
    """How words end that are surnames to the dictionary, and shops or places here."""
    return tuple(rule_data("persons")["no_name_endings"])


def _any_of(*keys: str) -> str:
    words = sorted(listed(*keys), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word) for word in words)


@cache
def honorific() -> re.Pattern[str]:
    """Behind a name: さん, 氏."""
    return re.compile(rf"{READING}[ 　]?(?:{_any_of('honorifics')})")


@cache
def home() -> re.Pattern[str]:
    """Behind a name: 宅, さん宅; not 宅配."""
    return re.compile(rf"(?:さん|様|氏)?(?:{_any_of('homes')})(?![一-龯](?<![内前横裏隣先脇付側等兼]))")


@cache
def house() -> re.Pattern[str]:
    """A house that is a word by itself: 前田宅で."""
    return re.compile(rf"(?<![一-龯々ァ-ヺー])(?P<name>[一-龯々]{{1,3}})(?:{_any_of('homes')})(?=[にでをのはがへもと、。前 　]|$)")


@cache
def post_behind(key: str) -> re.Pattern[str]:
    """Behind a name: 会長; not 会長職."""
    return re.compile(rf"{READING}[ 　・]?(?:{_any_of(key)})(?![一-龯ァ-ヺー](?<![兼他外宅]))")


@cache
def bracket() -> re.Pattern[str]:
    """Behind a name: (町社協会長), (78歳), (仮名)."""
    titles = _any_of("titles", "titles_of_places")
    inner = rf"[^()]{{0,14}}?(?P<post>{titles})|元[^()]{{1,12}}|\d{{1,3}}歳?|\d0代[^()]{{0,3}}|仮名|故人|内線[^()]*|男性?|女性?"
    return re.compile(rf"{READING}[ 　]?\((?:{inner})(?:、[^()]*)?\)")


@cache
def post_before() -> re.Pattern[str]:
    """Before a name, up to it: 会長の, 担当：; group `between` is what joins the two."""
    posts, labels = _any_of("titles", "titles_of_places"), _any_of("labels")
    return re.compile(rf"(?:(?<![一-龯ァ-ヺー])(?:{labels})|(?:{posts}))(?P<between>{BEFORE_TITLE})?(?:[ 　|]*)$")


@cache
def body_before() -> re.Pattern[str]:
    """Before a name, up to it: 町社協の, 町社協・."""
    return re.compile(rf"(?:{_any_of('bodies')})[の・]$")


@cache
def post_at_end() -> re.Pattern[str]:
    """A post with what joins it to a name behind it, at the end of a text."""
    return re.compile(rf"(?:{_any_of('titles', 'titles_of_places', 'labels')})?(?:{BEFORE_TITLE})?$")


@cache
def signature() -> re.Pattern[str]:
    """A name, put as ＿, that signs a text: (＿), ＿ 記."""
    return re.compile(r"(?:\(＿(?:[ 　]?[記文談筆])?\)|(?:^|[ 　(])＿[ 　]?[記談筆]\)?)。?$")


@cache
def number_behind() -> re.Pattern[str]:
    """Behind a name: an age or a telephone."""
    telephone = r"[(]?(?:電話|TEL|Tel|℡|携帯|FAX)?[ 　:.]*\(?0\d{1,4}[-)(]\d"
    return re.compile(rf"{READING}[ 　・、:]?(?:\(?\d{{1,3}}歳|{telephone})")


@cache
def reading_behind() -> re.Pattern[str]:
    """Behind a name: how it is read."""
    return re.compile(r"[ 　]?\(([ぁ-んァ-ヺー][ぁ-んァ-ヺー 　・]{1,14})\)")


@cache
def names_column() -> re.Pattern[str]:
    """The head of a column whose cells are names."""
    return re.compile(rule_data("persons")["columns"])


@cache
def places_named() -> re.Pattern[str]:
    """Words that name a place or a body of it."""
    return re.compile(rf"([一-龯々ヶケ]{{1,4}})(?=(?:{_any_of('after_places')})(?![長議]))")


@cache
def masked_person() -> re.Pattern[str]:
    """A masked name with the posts and honorifics that belong to it."""
    titles, honorifics, homes = _any_of("titles", "titles_of_places"), _any_of("honorifics"), _any_of("homes")
    name = rf"{MASK}(?:[ 　・]?{MASK})*(?:\({MASK}(?:[ 　・]?{MASK})*\))?"
    behind = rf"(?:[ 　]?(?:{honorifics}))?(?:[ 　・]?(?:{titles}))?(?:{homes})?(?:\((?:[^()]{{0,14}}(?:{titles})|\d{{1,3}}歳?|仮名)\))?"
    return re.compile(rf"(?:(?:{titles})(?:{BEFORE_TITLE})?)?{name}{behind}")
