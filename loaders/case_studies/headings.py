"""Headings: what a line outside tables is, by its marks and its form: a heading, a question, an item, a labelled line or text."""

import re

from loaders.case_studies.frames import frames_of
from loaders.case_studies.rule_data import first_match
from loaders.case_studies.splitting import LEADING_MARK
from loaders.japanese.cleaning import Stretch
from loaders.japanese.morphology import is_nominal

HEADING_MARKS = ("#", "■", "◆", "★", "☆", "◎", "▼", "▽", "【", "<", "~", "～", "《", "〈")
ENCLOSED = re.compile(r"^[(<【~～\[〔「『《〈]([^()<>【】~～\[\]《》〈〉]+)[)>】~～\]〕」』》〉][\s　]*$")
OPENED = re.compile(r"^[(【\[〔《<]([^()【】\[\]〔〕《》<>]{1,18})[)】\]〕》>][\s　:]*(?=\S)")
NUMBERED = re.compile(
    r"^[\s　]*(\(\d{1,2}\)|[\[〔]\d{1,2}[\]〕]|\d{1,2}[.)．　]|第\d"
    r"|(議題|議事|報告|協議|事例|取組|活動)[\s　]?\(?\d{1,2}[).:]?|[ア-ン][.．)　])"
)
QUESTION = re.compile(r"^[\s　]*(Q[.．\d]?|問[\d.]|――|──|—―|——)")
ANSWER = re.compile(r"^[\s　]*(A[.．\d]|答[\d.])")
LABELLED = re.compile(r"^([^　:=。、「」()]{1,10}|[^　:=。、「」()]{1,8}\([^()]{1,8}\))(　+|:|=)(.+)$")
NEXT_LABEL = re.compile(r"　+(?=[^　:=。、「」()]{1,8}[:=])")
CAPTION = re.compile(r"^[^、。]{2,20}による[^、。をがは]{2,16}$")
"""A line that only names an activity and who does it: what follows is about it."""
BRACKETS = re.compile(r"\([^()]*\)")
DISTRICT = re.compile(r"^([^、。:()\s　]{1,10}?(?:地区|集落|圏域|学区|校区|団地|島|大字))(?:\([^()]*\))?$")
DETAIL_LINE = re.compile(r"^[\s　]*\d{1,2}\.\d")
PLAIN_ROLES = frozenset({"population", "share_65_plus", "share_75_plus", "post"})
LONG_HEADING = 45
LEVELS = (
    re.compile(r"^#{1,2}(?!#)|^[■◆★◎▼【《]"),
    re.compile(r"^#{3,6}|^[\[〔]\d{1,2}[\]〕]|^[○□◇<〈~～]|^第?\d{1,2}[.．　 ](?!\d)|^\d{1,2}$"),
    re.compile(r"^\(\d{1,2}\)|^\d{1,2}[.-]\d"),
    re.compile(r"^[ア-ン][.．)　]|^[①-⑳]"),
)
"""Marks of headings, from the highest level down."""
SECTION_WORDS = re.compile(
    r"^(?:.{0,8}の)?(背景|経緯|経過|取り?組み?|活動|内容|体制|推進体制|成果|効果|課題|展開|今後|構成|構成員|メンバー|連携|概要|概況|きっかけ|特徴|ポイント|決定|立ち上げ|現状|工夫"
    r"|役割|実績|結果|財源|対応|まとめ|方針|目的|展望|評価|変化|反応|声|はじめに|おわりに|お知らせ|その他)(?:[・とや、]|の|$)"
)
"""Words that only a section is called by; with them a bracket that opens a line is a heading."""


def role_of(text: str) -> str:
    """The role that a heading or label gives to what stands under it."""
    return first_match("sections", "role", re.sub(r"[\s　]", "", text)) or "activity"


def level_of(text: str) -> int:
    """The level of a heading by its mark: 0 is the highest; without a mark as (1)."""
    plain = text.lstrip(" 　")
    return next((level for level, marks in enumerate(LEVELS) if marks.match(plain)), 2)


def opened_section(text: str) -> re.Match[str] | None:
    """A heading in brackets before the text of its section: (背景・経緯)…."""
    match = OPENED.match(text)
    return match if match and (SECTION_WORDS.match(match[1]) or role_of(match[1]) in {"needs", "outlook", "results", "finance"}) else None


def is_heading(text: str, heading: Stretch, enclosed: bool, above: str) -> bool:
    """Whether a line is a heading: enclosed, marked and short, numbered and short, ended by a colon, or short and of a known kind.

    Args:
        text: the whole line, with its marks.
        heading: the line without marks and enclosing brackets.
        enclosed: whether brackets enclose the whole line.
        above: the role of the heading above.
    """
    plain = BRACKETS.sub("", heading.text)
    is_part = re.match(r"^\d{1,2}[　 ]", text) is not None and is_nominal(plain) and not frames_of(plain)
    if "。" in heading.text or len(plain) > LONG_HEADING or ("、" in plain and text[0] not in "■◆★◎" and not is_part):
        return False
    if heading.text.endswith(":"):
        return True
    is_detail = above in {"needs", "finance", "outlook"} or LABELLED.match(heading.text) or frames_of(plain)
    if DETAIL_LINE.match(text) and (is_detail or not is_nominal(heading.text)):
        return False
    if enclosed or text.startswith(HEADING_MARKS):
        return True
    if NUMBERED.match(text):
        return is_nominal(plain) or not re.match(r"[\s　]*[ア-ン]", text)
    role = role_of(heading.text)
    marked = LEADING_MARK.match(text) is not None
    return (
        len(heading.text) <= LONG_HEADING / 2
        and (role != "activity" or heading.text.startswith(("取組の", "取り組みの")))
        and role not in PLAIN_ROLES
        and (not marked or text[0] == "●")
    )
