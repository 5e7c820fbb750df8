"""The outline of one case: under which heading, item and district each of its lines stands, and with which role."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from loaders.case_studies.frames import frames_of
from loaders.case_studies.headings import (
    ANSWER,
    CAPTION,
    DISTRICT,
    ENCLOSED,
    HEADING_MARKS,
    LABELLED,
    LONG_HEADING,
    NEXT_LABEL,
    NUMBERED,
    QUESTION,
    is_heading,
    level_of,
    opened_section,
    role_of,
)
from loaders.case_studies.passages import Case, Passage
from loaders.case_studies.splitting import without_mark
from loaders.japanese.cleaning import Stretch
from loaders.japanese.morphology import is_nominal

NUMBER = re.compile(r"^[\s　・-]*(?:\(?(\d{1,2})(?:[.-](\d{1,2}))?[.)．]?(?=[　 ]|[^\d.)．,人%年月日名円世つ回])|([①-⑳]))")
DATED = re.compile(r"^(平成|令和|昭和|同年|20\d\d年|[HR]\d{1,2}[.年])")
ITEM = re.compile(r"^([\s　]*)([・●○◇□▶＊*]|[①-⑳]|[―—–－-](?=[\s　]?[^\d\s])|[ア-ン][.．)]|[→⇒])")
ACTIVITIES = re.compile(r"取り?組み?|活動|サービス|事業|支援")
FREE_ROLES = frozenset({"activity", "services", "how"})
OPEN_LABELS = frozenset({"activity", "services", "how", "post", "overview"})
"""Roles of labels that do not change what a line is read as."""
DETAILS = frozenset({"provider", "target", "supporter", "finance", "members", "secretariat"})
"""Roles of labelled lines that are details of the item or activity above them."""
LONGEST_ITEM_NAME = 40
LONGEST_SECTION = 16
SECTION_ROLES = frozenset({"needs", "outlook", "finance", "results", "services"})
STRUCTURED_HEADS = frozenset(
    {"provider", "post", "supporter", "target", "title", "status", "council", "layer_council", "actors", "secretariat"}
)
"""Roles that a label gives to its own line, but a heading not to all that stands below it."""


@dataclass(frozen=True)
class Item:
    """A bullet to which deeper ones belong."""

    depth: int
    mark: str
    stretch: Stretch
    role: str
    """The role that it gives to its details, where it only names a section."""


@dataclass
class Outline:
    """Where the reading of a case stands: its last headings and items."""

    case: Case
    numbers: Iterator[int]
    """Numbers for groups of passages, shared by all cases of a document."""
    role: str = "overview"
    label: Stretch | None = None
    topic: Stretch | None = None
    within: Stretch | None = None
    role_level: int = 0
    """The level of the heading that gives the role."""
    district_level: int = 0
    """The level of the heading that names the district; a deeper one stays within it."""
    sub: str = ""
    """The number in brackets below the part: (1)."""
    part: str = ""
    """The number of the part in which the line stands (3 of 3.1 or ①)."""
    activity: Stretch | None = None
    """The heading that names the activity of the lines below it."""
    captioned: bool = False
    """Whether the topic is a line that only names an activity, which the next number or mark ends."""
    items: list[Item] = field(default_factory=list)
    group: int = 0

    def next_group(self) -> int:
        """A new number for passages that belong together."""
        self.group = next(self.numbers)
        return self.group

    def blank(self) -> None:
        """An empty line or a ruler."""
        self.items.clear()
        self.next_group()

    def add(self, stretch: Stretch, text: str) -> None:
        """A heading inside the case, or a passage under the last heading."""
        plain = without_mark(stretch)
        if not plain.text or ANSWER.fullmatch(text):
            return
        number = self._number(text)
        inner = ENCLOSED.match(plain.text)
        heading = plain.part(inner.start(1), inner.end(1)) if inner else plain
        section = None if inner else opened_section(plain.text)
        label = LABELLED.match(plain.text)
        if section:
            self._head(text, plain.part(*section.span(1)), role_of(section[1]))
            self.add(plain.part(section.end(), len(plain.text)), plain.text[section.end() :])
        elif label and not inner and role_of(label[1]) not in OPEN_LABELS:
            self._labelled(plain, stretch, text, number)
        elif QUESTION.match(text):
            role = role_of(heading.text)
            self.role, self.topic, self.label = role if role in {"needs", "outlook"} else "activity", heading, heading
            self.activity = None
        elif not self._district(text, heading, inner is not None):
            if is_heading(text, heading, inner is not None, self.role):
                self._head(text, heading.part(0, len(heading.text.rstrip(":"))), role_of(heading.text))
            else:
                self._text(plain, stretch, text, number, heading)

    def _district(self, text: str, heading: Stretch, enclosed: bool) -> bool:
        """Whether the line is a heading that names a district, or the first heading of its kind that does not."""
        district = DISTRICT.match(heading.text)
        if district and (text[0] in "○■◆【#●★" or enclosed or NUMBERED.match(text)):
            keeps = level_of(text) > self.role_level and self.role in {"needs", "outlook"}
            self.within, self.role, self.topic = heading.part(0, district.end(1)), self.role if keeps else "activity", None
            self.district_level, self.activity, self.label = level_of(text), None, heading
            self.next_group()
            return True
        same = self.within is not None and text[0] in "○■◆【#●★" and level_of(text) <= self.district_level
        if same and len(heading.text) <= LONG_HEADING / 2 and "。" not in text:
            self.within, self.topic, self.activity = None, heading, None
            return True
        return False

    def _head(self, text: str, heading: Stretch, role: str) -> None:
        """A heading: it gives the lines below it their role, or names one activity of a part."""
        role = "activity" if role in STRUCTURED_HEADS else role
        numbered = bool(re.match(r"^[(]\d|^[　\s]*\d{1,2}\.\d", text)) and role == "activity"
        if not numbered:
            self.role, self.label, self.role_level = role, heading, level_of(text)
            if self.within is not None and level_of(text) <= self.district_level:
                self.within = None
        self.topic = heading
        self.items.clear()
        listed = self.label is not None and ACTIVITIES.search(self.label.text)
        self.activity = heading if numbered and listed and self.role in FREE_ROLES else None
        self.case.passages.append(Passage(stretch=heading, role="heading", label=self.label, group=self.next_group()))

    def _text(self, plain: Stretch, stretch: Stretch, text: str, number: str, heading: Stretch) -> None:
        if self.captioned and re.match(r"[-・\s　]*[①-⑳◆■]", text):
            self.topic, self.captioned = None, False
        if CAPTION.search(heading.text):
            self.topic, self.captioned = heading, True
        self._labelled(plain, stretch, text, number)

    def _number(self, text: str) -> str:
        """The number of a line: 3.1 as it stands, ① with the number of its part."""
        match = NUMBER.match(text)
        if not match:
            return ""
        if match[3]:
            return self.part + self.sub + match[3]
        if match[2]:
            return f"{match[1]}.{match[2]}"
        if text.lstrip(" 　").startswith("("):
            self.sub = f"({match[1]})"
            return self.part + self.sub
        self.part, self.sub = match[1], ""
        return match[1]

    def _above(self, stretch: Stretch, plain: Stretch) -> Stretch | None:
        """The item to which this line belongs as a detail; the line becomes an item itself."""
        raw = stretch.raw[: stretch.places[-1][1]] if stretch.places else ""
        match = ITEM.match(raw)
        if not match:
            if not re.match(r"[\s　]", raw):
                self.items.clear()
            return self.items[-1].stretch if self.items else None
        depth, mark = len(match[1]), match[2] if match[2] in "・●○◇□▶→⇒" else "-" if match[2] in "―—–－-" else match[2][:1]
        while self.items and (self.items[-1].depth > depth or (self.items[-1].depth == depth and self._beside(self.items[-1], mark))):
            self.items.pop()
        above = self.items[-1].stretch if self.items else None
        section = role_of(plain.text) if _names(plain) and len(plain.text) <= LONGEST_SECTION else "activity"
        self.items.append(Item(depth, mark, plain, section))
        return above

    def _role(self) -> str:
        """The role of a line: of the nearest item above that names a section, else of the heading."""
        inherited = [item.role for item in self.items[:-1] if item.role in SECTION_ROLES]
        return inherited[-1] if inherited else self.role

    @staticmethod
    def _beside(item: Item, mark: str) -> bool:
        """Whether an item of the same depth stands beside and not above: a dash after a dot is its detail."""
        return not (mark in "-→⇒" and item.mark not in "-→⇒")

    def _labelled(self, whole: Stretch, stretch: Stretch, text: str, number: str) -> None:
        """Passages of one line: several where wide spaces stand before further labels."""
        above = self._above(stretch, whole)
        cuts = [match.span() for match in NEXT_LABEL.finditer(whole.text)] if LABELLED.match(whole.text) else []
        starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(whole.text)]
        for start, end in zip(starts, ends, strict=True):
            self._one_labelled(whole.part(start, end), text, number, above)

    def _one_labelled(self, plain: Stretch, text: str, number: str, above: Stretch | None) -> None:
        """A passage; a label at the beginning of its line gives it its own role or district."""
        role, within, stretch, label = self._role(), self.within, plain, self.label
        match = LABELLED.match(plain.text)
        if match:
            own = role_of(match[1])
            if own == "members" and not match[2].startswith("　") and above is None:
                own = "activity"
            if own not in FREE_ROLES:
                role, stretch, label = own, plain.part(match.start(3), len(plain.text)), plain.part(0, match.end(1))
            elif DISTRICT.match(match[1]) or match[1] in self._districts():
                within, stretch = plain.part(0, match.end(1)), plain.part(match.start(3), len(plain.text))
        if self.case.lacks(stretch, label):
            return
        marked = len(plain.text) < len(text.rstrip()) or DATED.match(plain.text) is not None
        named = above if above is not None and _names(above) else None
        detail = self.topic if role in DETAILS and match else None
        self.case.passages.append(
            Passage(
                stretch=stretch,
                role=role,
                label=label,
                topic=named or self.topic,
                within=within,
                group=self.group,
                marked=marked,
                number=number,
                activity=named or self.activity or detail,
                above=above,
            )
        )

    def _districts(self) -> set[str]:
        """The districts that a table of the case names."""
        return {one.within.text for one in self.case.passages if one.within}


def _names(stretch: Stretch) -> bool:
    """Whether an item only names what its details are about."""
    text = stretch.text
    return len(text) <= LONGEST_ITEM_NAME and "。" not in text and is_nominal(text) and not frames_of(text)


def marks_heading(text: str) -> bool:
    """Whether a line begins with the mark of a heading."""
    return text.startswith(HEADING_MARKS)
