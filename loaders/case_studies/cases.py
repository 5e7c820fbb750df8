"""Finding the cases of a document: which lines speak of which municipality, and under which heading."""

import re
from dataclasses import dataclass

from loaders.case_studies.cleaning import Stretch, cleaned
from loaders.case_studies.document import Document
from loaders.case_studies.frames import frames_of
from loaders.case_studies.morphology import is_nominal
from loaders.case_studies.passages import Case, Passage
from loaders.case_studies.regions import Region, candidates_for, regions_in
from loaders.case_studies.rule_data import first_match
from loaders.case_studies.splitting import LEADING_MARK, is_missing, without_mark
from loaders.case_studies.table_passages import (
    is_numbers,
    is_records,
    passages_by_region,
    passages_of_numbers,
    passages_of_records,
    region_row,
    with_one_head,
)
from loaders.case_studies.tables import is_row, rows_of

CASE_NUMBER = re.compile(r"(事例|ケース|実例)[\s　]*[((]?[0-9一二三四五六七八九十]+")
RULER = re.compile(r"^[\s=＝\-―_*~～]{4,}$")
ENCLOSED = re.compile(r"^[(<【~～\[〔「『]([^()<>【】~～\[\]]+)[)>】~～\]〕」』]$")
NUMBERED = re.compile(r"^(\(\d{1,2}\)|\d{1,2}[.)．　]|第\d)")
QUESTION = re.compile(r"^Q[.．]")
LABELLED = re.compile(r"^([^　:=。、「」()]{1,10})(　+|:|=)(.+)$")
NEXT_LABEL = re.compile(r"　+(?=[^　:=。、「」()]{1,8}[:=])")
NUMBER = re.compile(r"^[\s　・-]*(?:\(?(\d{1,2})(?:[.-](\d{1,2}))?[.)．]?(?=[　 ]|[^\d.)．,人%年月日名円世つ回])|([①-⑳]))")
DATED = re.compile(r"^(平成|令和|昭和|同年|20\d\d年)")
DISTRICT = re.compile(r"^([^、。:()\s　]{1,10}?(?:地区|集落|圏域|学区|校区|団地|島|大字))(?:\([^()]*\))?$")
CAPTION = re.compile(r"^[^、。]{2,20}による[^、。をがは]{2,16}$")
"""A line that only names an activity and who does it: what follows is about it."""
BRACKETS = re.compile(r"\([^()]*\)")
ACTIVITIES = re.compile(r"取り?組み?|活動|サービス|事業|支援")
DETAILS = frozenset({"provider", "target", "supporter", "finance"})
"""Roles of labelled lines that are details of the activity that the heading above names."""
LONG_HEADING = 45
LONG_REGION_LINE = 90
LONG_TITLE = 40


class Walker:
    """Goes through the lines once and hands each to its case."""

    def __init__(self) -> None:
        self.cases: dict[str, Case] = {}
        self.current: Case | None = None
        self.pending: list[Stretch] = []
        self.open_areas: list[tuple[Stretch, str, list[str]]] = []
        self.renamed: list[Region] = []
        self.role, self.label, self.topic, self.within = "overview", None, None, None  # type: tuple[str, Stretch | None, Stretch | None, Stretch | None]
        self.district_mark = ""
        self.part = ""
        """The number of the part in which the line stands (3 of 3.1 or ①)."""
        self.activity: Stretch | None = None
        """The heading that names the activity of the lines below it."""
        self.captioned = False
        """Whether the topic is a line that only names an activity, which the next number or mark ends."""
        self.awaited = False
        """Whether a heading named several municipalities, so that the lines below it wait for their table."""
        self.group = 0

    def next_group(self) -> int:
        """A new number for passages that belong together."""
        self.group += 1
        return self.group

    def case_of(self, region: Region) -> Case:
        """The case of a municipality: table and narrative of one municipality are one case."""
        case = self.cases.setdefault(region.area.id, Case(area=region.area, prefecture=region.prefecture))
        case.heads.append(region.where)
        if region.renamed_from and region not in self.renamed:
            self.renamed.append(region)
        return case

    def enter(self, case: Case | None) -> None:
        """Begin a new case, or leave the last one."""
        self.current, self.pending, self.awaited = case, [], False
        self.role, self.label, self.topic, self.within, self.activity = "overview", None, None, None, None
        self.next_group()

    def table(self, lines: list[tuple[int, str]]) -> None:
        """Read a table: its regions, its records or its labels with values."""
        rows = rows_of(lines)
        if not rows:
            return
        number, regions = region_row(rows)
        if regions:
            columns = {index: self.case_of(region) for index, region in regions.items()}
            self.titles_for(list(columns.values()))
            passages_by_region(rows, columns, number + 1, self.next_group)
            others = [row for row in rows[:number] if len(columns) == 1 and row.text(1) and not is_records([row])]
            passages_by_region(others, columns, 0, self.next_group)
            self.enter(next(iter(columns.values())) if len(columns) == 1 else None)
        elif self.current and is_numbers(rows):
            passages_of_numbers(rows, self.current, self.topic, self.next_group)
        elif self.current and is_records(records := with_one_head(rows)):
            passages_of_records(records, self.current, self.next_group)
        elif self.current and len(rows[0].cells) == 2:  # noqa: PLR2004 - a label and its value
            passages_by_region(rows, {1: self.current}, 0, self.next_group)

    def titles_for(self, cases: list[Case]) -> None:
        """The names above a table: one a column, in the order of the columns."""
        names = [piece for line in self.pending for piece in _beside_each_other(line)]
        for case, name in zip(cases, names[-len(cases) :], strict=False):
            if len(names) >= len(cases):
                case.titles.append(name)

    def line(self, stretch: Stretch) -> None:
        """Read a line outside tables."""
        text = stretch.text.strip(" 　\n")
        regions = regions_in(stretch)
        if not regions and text.startswith(("#", "【")):
            name, regions = candidates_for(stretch)
            if len(regions) > 1:
                self.open_areas.append((stretch, name, [one.prefecture.name + one.area.name for one in regions]))
                self.enter(None)
                return
        if not text or RULER.match(text):
            self.next_group()
        elif regions and len(text) <= LONG_REGION_LINE and "。" not in text and not text.startswith(("・", "●", "- ")):
            self.region_heading(stretch, regions)
        elif CASE_NUMBER.search(text) and len(text) <= LONG_TITLE and "。" not in text:
            self.enter(None)
        elif not self.switches(stretch, text):
            self.passage(stretch, text)

    def region_heading(self, stretch: Stretch, regions: list[Region]) -> None:
        """A heading that names one municipality opens its case; several wait for the columns of their table."""
        if len(regions) > 1:
            self.enter(None)
            self.awaited = True
            for region in regions:
                self.case_of(region)
            return
        self.enter(self.case_of(regions[0]))
        rest = stretch.part(_after(stretch, regions[0]), len(stretch.text))
        rest = rest.part(len(rest.text) - len(rest.text.lstrip("】)]》> 　―—-:・")), len(rest.text))
        if rest.text and self.current:
            self.topic = rest
            self.current.passages.append(Passage(stretch=rest, role="heading", group=self.group))

    def switches(self, stretch: Stretch, text: str) -> bool:
        """A short line without mark that begins with the name of a known municipality opens its narrative."""
        if len(text) > (LONG_REGION_LINE if self.awaited else LONG_TITLE) or "。" in text or LEADING_MARK.match(text) or is_missing(text):
            return False
        for case in () if self.awaited else self.cases.values():
            if text.startswith(case.area.name) and case is not self.current:
                self.enter(case)
                case.titles.append(stretch.part(0, len(stretch.text)))
                return True
        if self.current is None:
            self.pending.append(stretch.part(0, len(stretch.text)))
        return False

    def passage(self, stretch: Stretch, text: str) -> None:
        """A heading inside a case, or a passage under the last heading."""
        plain = without_mark(stretch)
        if self.current is None or not plain.text:
            return
        number = self.numbered(text)
        inner = ENCLOSED.match(plain.text)
        heading = plain.part(inner.start(1), inner.end(1)) if inner else plain
        role = first_match("sections", "role", heading.text.replace("　", "")) or "activity"
        district = DISTRICT.match(heading.text)
        label = LABELLED.match(plain.text)
        if (
            label
            and first_match("sections", "role", label[1]) not in {"activity", "services", "how", "post", "overview", None}
            and not inner
        ):
            self.labelled(plain, text, number)
        elif QUESTION.match(text):
            self.role, self.topic, self.label = role if role in {"needs", "outlook"} else "activity", heading, heading
        elif district and (text[0] in "○■◆【#●" or inner):
            self.within, self.role, self.topic, self.district_mark = heading.part(0, district.end(1)), "activity", None, text[0]
        elif self.within and text[0] == self.district_mark and len(heading.text) <= LONG_HEADING / 2 and "。" not in text:
            self.within, self.topic = None, heading
        elif self.is_heading(text, heading, inner is not None, role):
            self.headed(text, heading, role)
        else:
            if self.captioned and re.match(r"[-・\s　]*[①-⑳◆■]", text):
                self.topic, self.captioned = None, False
            if CAPTION.search(heading.text):
                self.topic, self.captioned = heading, True
            self.labelled(plain, text, number)

    def headed(self, text: str, heading: Stretch, role: str) -> None:
        """A heading: it gives the lines below it their role, or names one activity of a part."""
        assert self.current is not None  # noqa: S101 - `passage` has asked
        numbered = bool(re.match(r"^[(]\d|^[　\s]*\d{1,2}\.\d", text)) and role == "activity"
        if not numbered:
            self.role, self.label, self.within = role, heading, None
        self.topic = heading
        listed = self.label is not None and ACTIVITIES.search(self.label.text)
        self.activity = heading if numbered and listed and self.role in {"activity", "services", "how"} else None
        self.current.passages.append(Passage(stretch=heading, role="heading", label=self.label, group=self.next_group()))

    def numbered(self, text: str) -> str:
        """The number of a line: 3.1 as it stands, ① with the number of its part."""
        match = NUMBER.match(text)
        if not match:
            return ""
        if match[3]:
            return self.part + match[3]
        if match[2]:
            return f"{match[1]}.{match[2]}"
        self.part = match[1]
        return match[1]

    def labelled(self, whole: Stretch, text: str, number: str = "") -> None:
        """Passages of one line: several where wide spaces stand before further labels."""
        cuts = [match.span() for match in NEXT_LABEL.finditer(whole.text)] if LABELLED.match(whole.text) else []
        starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(whole.text)]
        for start, end in zip(starts, ends, strict=True):
            self.one_labelled(whole.part(start, end), text, number)

    def one_labelled(self, plain: Stretch, text: str, number: str) -> None:
        """A passage; a label at the beginning of its line gives it its own role or district."""
        role, within, stretch, label = self.role, self.within, plain, self.label
        match = LABELLED.match(plain.text)
        if match:
            own = first_match("sections", "role", match[1])
            if own == "members" and not match[2].startswith("　"):
                own = None
            if own not in {"activity", "services", "how", None}:
                role, stretch, label = str(own), plain.part(match.start(3), len(plain.text)), plain.part(0, match.end(1))
            elif DISTRICT.match(match[1]) or match[1] in self.districts():
                within, stretch = plain.part(0, match.end(1)), plain.part(match.start(3), len(plain.text))
        assert self.current is not None  # noqa: S101 - `passage` has asked
        marked = len(plain.text) < len(text.rstrip()) or DATED.match(plain.text) is not None
        if not is_missing(stretch.text):
            self.current.passages.append(
                Passage(
                    stretch=stretch,
                    role=role,
                    label=label,
                    topic=self.topic,
                    within=within,
                    group=self.group,
                    marked=marked,
                    number=number,
                    activity=self.activity or (self.topic if role in DETAILS and match else None),
                )
            )

    def districts(self) -> set[str]:
        """The districts that a table of the case names."""
        return {one.within.text for one in self.current.passages if one.within} if self.current else set()

    def is_heading(self, text: str, heading: Stretch, enclosed: bool, role: str) -> bool:
        """Whether a line is a heading: enclosed, marked and short, numbered and short, or short and of a known kind."""
        plain = BRACKETS.sub("", heading.text)
        is_part = re.match(r"^\d{1,2}[　 ]", text) is not None and is_nominal(plain) and not frames_of(plain)
        if "。" in heading.text or len(plain) > LONG_HEADING or ("、" in plain and text[0] not in "■◆" and not is_part):
            return False
        is_detail = self.role in {"needs", "finance", "outlook"} or LABELLED.match(heading.text) or frames_of(plain)
        if re.match(r"^[　\s]*\d{1,2}\.\d", text) and (is_detail or not is_nominal(heading.text)):
            return False
        if enclosed or text.startswith(("#", "■", "◆", "【", "<", "~", "～")):
            return True
        if NUMBERED.match(text):
            return True
        marked = LEADING_MARK.match(text) is not None
        short = len(heading.text) <= LONG_HEADING / 2
        return (
            short
            and (role != "activity" or heading.text.startswith(("取組の", "取り組みの")))
            and role not in {"population", "share_65_plus", "share_75_plus", "post"}
            and (not marked or text[0] == "●")
        )


def _after(stretch: Stretch, region: Region) -> int:
    """Where the text goes on after the name of a region."""
    return next((i for i, place in enumerate(stretch.places) if place[0] >= region.where.places[-1][1]), len(stretch.text))


def _beside_each_other(line: Stretch) -> list[Stretch]:
    """The names of a line that holds several, with a stroke between them."""
    cuts = [match.span() for match in re.finditer(r"[　 ]*[/／|｜][　 ]*", line.text)]
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(line.text)]
    return [line.part(start, end) for start, end in zip(starts, ends, strict=True)]


@dataclass(frozen=True)
class Found:
    """The cases of a document, and the headings whose name leaves the municipality open."""

    cases: tuple[Case, ...]
    open_areas: tuple[tuple[Stretch, str, list[str]], ...]
    """The heading, the name and every municipality that is called so."""
    renamed: tuple[Region, ...] = ()
    """Headings that name a municipality by an old name."""


def find_cases(document: Document) -> Found:
    """Every municipality of the document with what the document says of it, in the order of the text."""
    walker, table = Walker(), []  # type: tuple[Walker, list[tuple[int, str]]]
    for number, raw in enumerate(document.lines, start=1):
        if is_row(raw):
            table.append((number, raw))
            continue
        if table:
            walker.table(table)
            table = []
        walker.line(cleaned(number, raw))
    if table:
        walker.table(table)
    return Found(tuple(walker.cases.values()), tuple(walker.open_areas), tuple(walker.renamed))
