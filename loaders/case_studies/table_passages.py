"""Passages of a table: columns that are regions, labels with values, or rows that are records."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from loaders.case_studies.cleaning import Stretch
from loaders.case_studies.number_tables import numbers_of
from loaders.case_studies.passages import Case, Passage
from loaders.case_studies.regions import Region, candidates_for, regions_in
from loaders.case_studies.rule_data import first_match
from loaders.case_studies.splitting import is_missing
from loaders.case_studies.tables import Row

PLANNED = re.compile(r"検討|予定|準備")
HEAD_WORDS = re.compile(
    r"^(項目|区分|内容|分野|圏域|地区|名称|実施団体|団体名|備考|状況|取組|サービス|種別|概要)|名称$|構成員$|取組$|内容$|団体$|主体$"
)
DISTRICT_HEAD = re.compile(r"圏域|地区|校区|学区|地域$")
TOPIC_HEAD = re.compile(r"分野|種別|区分")
NUMBERS_HEAD = re.compile(r"人口|世帯|高齢化|要介護|要支援|歳以上")


@dataclass
class Labels:
    """The labels of a row; a first label that is left out is the one above."""

    first: Stretch | None = None
    second: Stretch | None = None

    def take(self, row: Row, columns: int) -> None:
        """Read the label cells of a row."""
        if row.text(0):
            self.first, self.second = row.cells[0], None
        if columns > 1 and row.text(1):
            self.second = row.cells[1]

    @property
    def narrow(self) -> Stretch | None:
        """The label nearest to the value."""
        return self.second or self.first


def spoken(stretch: Stretch | None) -> str:
    """The text of a label without spaces."""
    return re.sub(r"[\s　]", "", stretch.text) if stretch else ""


def region_row(rows: list[Row]) -> tuple[int, dict[int, Region]]:
    """The row that names the regions, and the region of each column; (-1, {}) where there is none."""
    for number, row in enumerate(rows[:4]):
        named = {index: regions_in(cell) or candidates_for(cell)[1] for index, cell in enumerate(row.cells) if index}
        found = {index: regions[0] for index, regions in named.items() if len(regions) == 1}
        filled = [index for index in range(1, len(row.cells)) if row.text(index)]
        if found and len(found) == len(filled):
            return number, found
    return -1, {}


def passages_by_region(rows: list[Row], columns: dict[int, Case], start: int, next_group: Callable[[], int]) -> None:
    """Each row: labels first, then one value for each region; the passages join their cases."""
    labels, first_column = Labels(), min(columns)
    actors: dict[tuple[int, str | None], Stretch] = {}
    for row in rows[start:]:
        labels.take(row, first_column)
        function = first_match("functions", "function", spoken(labels.first))
        role = first_match("sections", "role", spoken(labels.narrow)) or "activity"
        for index, case in columns.items():
            if function == "network" and case.network_label is None:
                case.network_label = labels.first
            if index >= len(row.cells) or is_missing(row.cells[index].text):
                continue
            if role == "actors":
                actors[index, function] = row.cells[index]
            case.passages.append(
                Passage(
                    stretch=row.cells[index],
                    role=role,
                    function=function,
                    label=labels.narrow,
                    actors=actors.get((index, function)) if role == "how" else None,
                    group=next_group(),
                )
            )


def is_records(rows: list[Row]) -> bool:
    """Whether the first row is a head of three columns or more and the others are records."""
    head = [spoken(cell) for cell in rows[0].cells]
    return len(head) > 2 and sum(1 for text in head if HEAD_WORDS.search(text)) > len(head) / 2  # noqa: PLR2004


def with_one_head(rows: list[Row]) -> list[Row]:
    """The rows with the names of the columns in one row, where a row above them only groups them."""
    if len(rows) < 3:  # noqa: PLR2004 - two rows of heads and a record
        return rows
    above, below = rows[0], rows[1]
    texts = [above.text(index) for index in range(len(above.cells))]
    grouped = "" in texts[1:] or any(one == other for one, other in pairwise(texts))
    head = Row(tuple(cell if spoken(cell) else above.cells[index] for index, cell in enumerate(below.cells[: len(above.cells)])))
    return [head, *rows[2:]] if grouped and is_records([head]) else rows


def is_numbers(rows: list[Row]) -> bool:
    """Whether the head speaks of population, households or care levels only."""
    head = [spoken(cell) for cell in rows[0].cells if spoken(cell)]
    return bool(head) and sum(1 for text in head if NUMBERS_HEAD.search(text)) > len(head) / 2


def passages_of_records(rows: list[Row], case: Case, next_group: Callable[[], int]) -> None:
    """Each row a record; its cells are passages of one group that know who acts and where."""
    head = [spoken(cell) for cell in rows[0].cells]
    roles = [first_match("sections", "role", text) or "activity" for text in head]
    for row in rows[1:]:
        group = next_group()
        cells = {i: cell for i, cell in enumerate(row.cells) if i < len(head) and not is_missing(cell.text)}
        district = next((cell for i, cell in cells.items() if DISTRICT_HEAD.search(head[i])), None)
        provider = next((cell for i, cell in cells.items() if roles[i] == "provider"), None)
        topic = next((cell for i, cell in cells.items() if TOPIC_HEAD.search(head[i])), None)
        planned = any(role == "status" and PLANNED.search(cell.text) for i, cell in cells.items() if (role := roles[i]))
        if topic is not None and planned and not any(head[i] == "内容" for i in cells):
            case.passages.append(Passage(stretch=topic, role="services", topic=topic, actors=provider, group=group, column="内容"))
        for index, cell in cells.items():
            if cell in (district, topic):
                continue
            role = "services" if head[index] == "内容" else roles[index]
            case.passages.append(
                Passage(
                    stretch=cell, role=role, label=rows[0].cells[index], actors=provider,
                    topic=topic, within=district, group=group, column=head[index],
                )
            )  # fmt: skip


def passages_of_numbers(rows: list[Row], case: Case, heading: Stretch | None, next_group: Callable[[], int]) -> None:
    """Each number of a table of numbers, with the head that says what it measures; the heading above it may give the day."""
    group = next_group()
    for number in numbers_of(rows):
        case.passages.append(
            Passage(
                stretch=number.cell,
                role="number",
                label=number.head,
                column=number.indicator,
                reading=number.reading,
                topic=heading,
                group=group,
            )
        )
