"""Tables of records: each row speaks of one activity, council or district, its columns known by their heads."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from loaders.case_studies.frames import frames_of
from loaders.case_studies.headings import role_of
from loaders.case_studies.passages import Case, Passage
from loaders.case_studies.regions import Region, regions_in
from loaders.case_studies.rule_data import first_match
from loaders.case_studies.table_passages import HEAD_WORDS, OPEN_ROLES, spoken
from loaders.case_studies.tables import Row
from loaders.japanese.cleaning import Stretch

PLANNED = re.compile(r"検討|予定|準備")


SENTENCE = re.compile(r"[。、]")


FEWEST_COLUMNS = 3


LONGEST_HEAD = 16


def with_one_head(rows: list[Row]) -> list[Row]:
    """The rows with the names of the columns in one row, where a row above them only groups them."""
    if len(rows) < 3:  # noqa: PLR2004 - two rows of heads and a record
        return rows
    above, below = rows[0], rows[1]
    texts = [above.text(index) for index in range(len(above.cells))]
    grouped = "" in texts[1:] or any(one == other for one, other in pairwise(texts))
    head = Row(tuple(cell if spoken(cell) else above.cells[index] for index, cell in enumerate(below.cells[: len(above.cells)])))
    return [head, *rows[2:]] if grouped and record_head([head]) else rows


@dataclass(frozen=True)
class Columns:
    """What the columns of a table of records hold: a kind for each, by the head."""

    heads: tuple[Stretch, ...]
    kinds: tuple[str, ...]

    def of(self, *kinds: str) -> list[int]:
        """The columns of these kinds."""
        return [index for index, kind in enumerate(self.kinds) if kind in kinds]


def record_head(rows: list[Row]) -> Columns | None:
    """The columns of a table whose first row is a head of three and more and whose other rows are records; else None."""
    cells = rows[0].cells
    head = [spoken(cell) for cell in cells]
    if len(head) < FEWEST_COLUMNS or any(len(text) > LONGEST_HEAD or "。" in text for text in head):
        return None
    known = [index for index, text in enumerate(head) if column_kind(text) or HEAD_WORDS.search(text)]
    if len(known) <= len(head) / 2 and not (head[0] == "" and len(known) >= len(head) - 2):
        return None
    kinds = [column_kind(text) or "" for text in head]
    if len(head) == FEWEST_COLUMNS and kinds[0] == "topic" and kinds[1] in {"topic", ""} and kinds[2] == "content":
        return None
    if not {"topic", "title", "district", "provider"} & set(kinds):
        kinds[0] = kinds[0] or "topic"
    return Columns(cells, tuple(kind or "content" for kind in kinds))


def regions_of_head(rows: list[Row]) -> dict[int, Region]:
    """Regions that stand in a head between the heads of other columns: 項目 | 主体 | ○○県○○市."""
    named = {index: regions_in(cell) for index, cell in enumerate(rows[0].cells)}
    found = {index: regions[0] for index, regions in named.items() if len(regions) == 1 and not SENTENCE.search(rows[0].cells[index].text)}
    others = [spoken(cell) for index, cell in enumerate(rows[0].cells) if index not in found and spoken(cell)]
    return found if found and len(others) > 1 and all(column_kind(text) or HEAD_WORDS.search(text) for text in others) else {}


def columns_with(rows: list[Row], region: int) -> Columns:
    """The columns of such a table as one region sees them: its own column says what is done."""
    kinds = [column_kind(spoken(cell)) or "" for cell in rows[0].cells]
    kinds[0] = "topic"
    of_region = tuple("content" if index == region else kind or "time" for index, kind in enumerate(kinds))
    return Columns(rows[0].cells, of_region)


def column_kind(head: str) -> str | None:
    """What a column with this head holds."""
    return first_match("columns", "kind", head)


def passages_of_records(rows: list[Row], columns: Columns, case: Case, next_group: Callable[[], int]) -> None:
    """Each row a record; its cells are passages of one group that know who acts, where, and on what."""
    carried: dict[int, Stretch] = {}
    for row in rows[1:]:
        group = next_group()
        cells = {i: cell for i, cell in enumerate(row.cells) if i < len(columns.kinds)}
        for index in columns.of("topic", "district"):
            if index in cells and not row.text(index) and index in carried and any(row.text(i) for i in cells):
                cells[index] = carried[index]
            elif index in cells:
                carried[index] = cells[index]
        filled = {i: cell for i, cell in cells.items() if not case.lacks(cell, columns.heads[i])}
        _record(columns, filled, case, group)


def _record(columns: Columns, cells: dict[int, Stretch], case: Case, group: int) -> None:
    """The passages of one record."""

    def first(*kinds: str) -> Stretch | None:
        return next((cells[index] for index in columns.of(*kinds) if index in cells), None)

    district, provider, topic, title = first("district"), first("provider"), first("topic"), first("title")
    said = "".join(cells[index].text for index in columns.of("status") if index in cells)
    about = role_of(topic.text) if topic is not None else "activity"
    function = first_match("functions", "function", spoken(topic))
    case.network_label = case.network_label or (topic if function == "network" else None)
    shared: dict[str, Any] = {"actors": provider, "within": district, "group": group}
    if provider is not None and function:
        case.passages.append(Passage(stretch=provider, role="actors", function=function, label=topic, group=group))
    planned = topic is not None and PLANNED.search(said) is not None and first("content", "title") is None
    if topic is not None and planned:
        case.passages.append(Passage(stretch=topic, role="services", topic=topic, column="topic", **shared))
    for index, cell in cells.items():
        kind, label = columns.kinds[index], columns.heads[index]
        if kind in {"topic", "district", "time"}:
            continue
        if kind == "provider":
            case.passages.append(Passage(stretch=cell, role="provider", label=label, column=kind, **shared))
        elif kind in {"content", "title"} and about not in OPEN_ROLES:
            case.passages.append(Passage(stretch=cell, role=about, label=topic, topic=topic, **shared))
        elif kind == "title" or (kind == "content" and is_list(cell.text)):
            case.passages.append(Passage(stretch=cell, role="services", label=label, topic=topic, column=kind, **shared))
        elif kind == "content":
            told: dict[str, Any] = {"topic": title or topic, "activity": title or topic}
            of_network = function if function == "network" else None
            case.passages.append(Passage(stretch=cell, role="how", function=of_network, label=topic or label, **told, **shared))
        else:
            case.passages.append(Passage(stretch=cell, role=kind, label=label, topic=title or topic, activity=title, column=kind, **shared))


def is_list(text: str) -> bool:
    """Whether a cell lists noun phrases and says nothing in sentences."""
    plain = re.sub(r"\([^()]*\)|「[^「」]*」", "", text)
    return "。" not in plain and not any(one.particle != "の" for frame in frames_of(plain) for one in frame.arguments)
