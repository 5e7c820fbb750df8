"""Tables to take along, for a spreadsheet: answers, lists of resources, what is followed up, regions compared."""

from collections.abc import Mapping
from typing import Literal

from fastapi import APIRouter, Response

from api.answer_table import answer_table
from api.attachments import attachment
from api.comparison_table import comparison_table
from api.conditions import Conditions
from api.dependencies import Reading, Words
from api.finding_table import finding_table
from api.for_members import ForMembers
from api.region_comparison import compared
from api.resource_tables import resource_table
from api.routers.comparison import Areas, Given
from api.table_files import Table, csv_of, xlsx_of
from graph.messages import Messages
from graph.reading import Reader

router = APIRouter(include_in_schema=False, default_response_class=Response)
Kind = Literal["csv", "xlsx"]
Listed = Literal["organizations", "councils", "services"]


# Two paths with their endings written out: a question of a user's own may have a point in its name.
@router.get("/areas/{area}/gaps/{gap}.csv")
def gap_csv(area: str, gap: str, reader: Reading, texts: Words, conditions: Conditions) -> Response:
    """An answer as CSV."""
    return _given(_of_answer(area, gap, reader, texts, conditions), "csv", reader)


@router.get("/areas/{area}/gaps/{gap}.xlsx")
def gap_xlsx(area: str, gap: str, reader: Reading, texts: Words, conditions: Conditions) -> Response:
    """An answer as a workbook."""
    return _given(_of_answer(area, gap, reader, texts, conditions), "xlsx", reader)


@router.get("/areas/{area}/resources/{listed}.{kind}")
def resources_file(area: str, listed: Listed, kind: Kind, reader: Reading, texts: Words) -> Response:
    """Organisations, councils or services of an area as a file."""
    return _given(resource_table(reader, reader.areas.find(area), listed, texts), kind, reader)


@router.get("/areas/{area}/findings.{kind}", dependencies=[ForMembers])
def findings_file(area: str, kind: Kind, reader: Reading, texts: Words) -> Response:
    """What is followed up in an area as a file."""
    return _given(finding_table(reader, reader.areas.find(area), texts), kind, reader)


@router.get("/compare.{kind}")
def comparison_file(kind: Kind, reader: Reading, texts: Words, areas: Areas = [], given: Given = "ties") -> Response:  # noqa: B006 - read only
    """Regions compared as a file."""
    return _given(comparison_table(compared(reader, areas, texts, given=given), texts), kind, reader)


def _of_answer(area: str, gap: str, reader: Reader, texts: Messages, conditions: Mapping[str, str]) -> Table:
    found = reader.areas.find(area)
    return answer_table(reader.answer(gap, area=found.id, **conditions), reader, texts, area=reader.areas.full_name(found.id))


def _given(table: Table, kind: Kind, reader: Reader) -> Response:
    return attachment(csv_of(table) if kind == "csv" else xlsx_of(table), f"{table.name} {reader.today.isoformat()}", kind)
