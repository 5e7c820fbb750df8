"""Finding the cases of a document: which lines and tables speak of which municipality."""

import re
from dataclasses import dataclass
from functools import partial
from itertools import count

from loaders.case_studies.frames import frames_of
from loaders.case_studies.masking import MaskedDocument
from loaders.case_studies.missing import is_missing
from loaders.case_studies.outline import Outline, marks_heading
from loaders.case_studies.passages import Case, Passage
from loaders.case_studies.records import columns_with, passages_of_records, record_head, regions_of_head, with_one_head
from loaders.case_studies.regions import Region, candidates_for, opening_region, regions_in
from loaders.case_studies.splitting import LEADING_MARK
from loaders.case_studies.table_passages import is_numbers, passages_by_region, passages_of_labels, passages_of_numbers, region_row
from loaders.case_studies.tables import is_row, rows_of
from loaders.japanese.cleaning import Stretch, cleaned

CASE_NUMBER = re.compile(r"(事例|ケース|実例)[\s　]*[((]?[0-9一二三四五六七八九十]+")
RULER = re.compile(r"^[\s=＝\-―_*＊~～]{4,}$")
GOES_ON = re.compile(r"(を|へ|に|と|から|で|まで|や|、|など|等|ほか|も|が|内)")
LONG_REGION_LINE = 90
LONG_TITLE = 40


class Walker:
    """Goes through the lines once and hands each to its case."""

    def __init__(self) -> None:
        self.cases: dict[str, Case] = {}
        self.outline: Outline | None = None
        self.pending: list[Stretch] = []
        self.open_areas: list[tuple[Stretch, str, list[str]]] = []
        self.renamed: list[Region] = []
        self.awaited = False
        """Whether a heading named several municipalities, so that the lines below it wait for their table."""
        self.after_blank = True
        self.numbers = count(1)

    @property
    def current(self) -> Case | None:
        """The case that is being read."""
        return self.outline.case if self.outline else None

    def case_of(self, region: Region) -> Case:
        """The case of a municipality: table and narrative of one municipality are one case."""
        case = self.cases.setdefault(region.area.id, Case(area=region.area, prefecture=region.prefecture, city=region.city))
        case.heads.append(region.where)
        if region.renamed_from and region not in self.renamed:
            self.renamed.append(region)
        return case

    def enter(self, case: Case | None) -> None:
        """Begin a new case, or leave the last one."""
        self.outline = Outline(case, self.numbers, group=next(self.numbers)) if case else None
        self.pending, self.awaited = [], False

    def table(self, lines: list[tuple[int, str]]) -> None:
        """Read a table: its regions, its records or its labels with values."""
        rows = rows_of(lines)
        if not rows:
            return
        number, regions = region_row(rows)
        next_group = partial(next, self.numbers)
        if not regions and (heads := regions_of_head(rows)):
            for index, region in heads.items():
                passages_of_records(rows, columns_with(rows, index), self.case_of(region), next_group)
            self.titles_for([self.case_of(region) for region in heads.values()])
            self.enter(self.cases[next(iter(heads.values())).area.id] if len(heads) == 1 else None)
        elif regions:
            columns = {index: self.case_of(region) for index, region in regions.items()}
            self.titles_for(list(columns.values()))
            passages_by_region(rows, columns, number + 1, next_group)
            others = [row for row in rows[:number] if len(columns) == 1 and row.text(1) and not record_head([row])]
            passages_by_region(others, columns, 0, next_group)
            self.enter(next(iter(columns.values())) if len(columns) == 1 else None)
        elif self.current is None:
            return
        elif is_numbers(rows):
            passages_of_numbers(rows, self.current, self.outline.topic if self.outline else None, next_group)
        elif head := record_head(records := with_one_head(rows)):
            passages_of_records(records, head, self.current, next_group)
        else:
            passages_of_labels(rows, self.current, next_group)

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
        opening = opening_region(stretch) if self.after_blank and regions else None
        self.after_blank = not text or RULER.match(text) is not None
        if self.after_blank:
            if self.outline:
                self.outline.blank()
        elif regions and is_region_heading(stretch, text, regions):
            self.region_heading(stretch, regions)
        elif opening and (self.current is None or self.current.area.id != opening.area.id):
            self.enter(self.case_of(opening))
            self.passage(stretch, text)
        elif CASE_NUMBER.search(text) and len(text) <= LONG_TITLE and "。" not in text:
            self.enter(None)
        elif not self.switches(stretch, text):
            self.passage(stretch, text)

    def passage(self, stretch: Stretch, text: str) -> None:
        """A line of the case that is being read."""
        if self.outline:
            self.outline.add(stretch, text)

    def region_heading(self, stretch: Stretch, regions: list[Region]) -> None:
        """A heading that names one municipality opens its case; several wait for the columns of their table."""
        if len({region.area.id for region in regions}) > 1:
            self.enter(None)
            self.awaited = True
            for region in regions:
                self.case_of(region)
            return
        self.enter(self.case_of(regions[0]))
        first, last = _where(stretch, regions[0])
        before = stretch.part(LEADING_MARK.match(stretch.text).end() if LEADING_MARK.match(stretch.text) else 0, first)  # type: ignore[union-attr]
        rest = stretch.part(last, len(stretch.text))
        rest = rest.part(len(rest.text) - len(rest.text.lstrip("】)]》> 　―—-:・")), len(rest.text))
        for piece in (before, rest):
            if self.outline and len(piece.text) > 1:
                self.outline.topic = piece
                self.outline.case.passages.append(Passage(stretch=piece, role="heading", group=self.outline.group))

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


def is_region_heading(stretch: Stretch, text: str, regions: list[Region]) -> bool:
    """Whether a line is a heading of the municipalities that it names, and no sentence or item that speaks of them."""
    if len(text) > LONG_REGION_LINE or "。" in text or text.startswith(("・", "●", "- ", "(", "※")):
        return False
    if marks_heading(text):
        return True
    _, last = _where(stretch, regions[-1])
    rest = stretch.text[last:].lstrip("】)]》>")
    return not (GOES_ON.match(rest) and frames_of(rest)) and not re.search(r"[いうくすつぬむるた]$", rest)


def _where(stretch: Stretch, region: Region) -> tuple[int, int]:
    """Where the name of a region begins and ends in its line."""
    first, last = region.where.places[0][0], region.where.places[-1][1]
    start = next(i for i, place in enumerate(stretch.places) if place[0] >= first)
    return start, next((i for i, place in enumerate(stretch.places) if place[0] >= last), len(stretch.text))


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


def find_cases(document: MaskedDocument) -> Found:
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
