"""Passages of a table: columns that are regions, labels with values, or rows that are records."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from loaders.case_studies.headings import role_of
from loaders.case_studies.number_tables import numbers_of
from loaders.case_studies.passages import Case, Passage
from loaders.case_studies.regions import Region, candidates_for, regions_in
from loaders.case_studies.rule_data import first_match
from loaders.case_studies.tables import Row
from loaders.japanese.cleaning import Stretch

HEAD_WORDS = re.compile(
    r"^(項目|区分|内容|分野|圏域|地区|名称|実施団体|団体名|備考|状況|取組|サービス|種別|概要|事項)|名称$|構成員$|取組$|内容$|団体$|主体$"
)
OPEN_ROLES = frozenset({"activity", "services", "how", "overview", "post", "results"})
"""Roles of the row's own label that leave its cells what their heads say."""
NAME_LABEL = re.compile(r"名称|会議名|^名前$|^名$")
LABELS_ONLY = re.compile(
    r"(主な)?(取り?組み?|活動|事業|サービス)?(の?(内容|状況|概要|実績|効果|体制|名称))?|基本情報|地域類型|概要|実施体制|推進体制|その他|協議体|コーディネーター|生活支援コーディネーター"
)
MOST_LABELS = 2
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
    def activity(self) -> Stretch | None:
        """The first label where it names an activity and the second says what of it: 取組①おかず便 | 担い手."""
        if self.first is None or self.second is None or role_of(self.first.text) not in OPEN_ROLES:
            return None
        return self.first if not LABELS_ONLY.fullmatch(spoken(self.first)) else None

    @property
    def of_council(self) -> bool:
        """Whether the first label says that the row is about a council."""
        return self.first is not None and re.search("協議体|会議体", self.first.text) is not None

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
        activity = labels.activity if function is None else None
        if activity is not None and role in {"actors", "how", "supporter"}:
            role = {"actors": "provider", "how": "activity"}.get(role, role)
        if labels.of_council and role in {"activity", "title"} and NAME_LABEL.search(spoken(labels.narrow)):
            role = "council_names"
        for index, case in columns.items():
            if function == "network" and case.network_label is None:
                case.network_label = labels.first
            if index >= len(row.cells) or case.lacks(row.cells[index], labels.narrow, acting=function if role == "actors" else None):
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
                    topic=activity,
                    activity=activity,
                    group=next_group(),
                )
            )


def is_numbers(rows: list[Row]) -> bool:
    """Whether the head speaks of population, households or care levels only."""
    head = [spoken(cell) for cell in rows[0].cells if spoken(cell)]
    return bool(head) and sum(1 for text in head if NUMBERS_HEAD.search(text)) > len(head) / 2


def passages_of_labels(rows: list[Row], case: Case, next_group: Callable[[], int]) -> None:
    """A table of one or two columns of labels and one of values."""
    width = max(len(row.cells) for row in rows)
    depth = width - 1 if width <= MOST_LABELS + 1 else 1
    start = 1 if all(HEAD_WORDS.search(spoken(cell)) or not spoken(cell) for cell in rows[0].cells) else 0
    passages_by_region(rows, {depth: case}, start, next_group)


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
