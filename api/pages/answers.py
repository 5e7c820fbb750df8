"""An answer as a page shows it: its words, its columns, and the sentences of the rows that are shown."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from api.answers import notes_in_words, summary, worded_header
from api.cells import cell, heads
from api.findings_shown import event_line, status_of
from api.paging import Leaf, leaf
from graph.connection import Row
from graph.findings.kept import events_of
from graph.findings.rows import findings_of_rows, may_follow
from graph.messages import Messages
from graph.query_files import part_of
from graph.quoted import quoted_of, sentences
from graph.reading import Answer, Reader

OFTEN_ALIKE = ("area", "sources_that_could_show")
"""Columns that stand below the table where every row says the same in them."""
ON_PAGE = 100
"""Rows at once; the rest is leafed through."""
IN_ONE_TABLE = "coverage_matrix"
"""A question whose rows are the cells of one table."""


def answer_on_page(
    answer: Answer, reader: Reader, texts: Messages, *, limit: int | None = None, page: int | None = None, area: str = ""
) -> dict[str, Any]:
    """What the templates show of an answer.

    Args:
        answer: the answer.
        reader: who asked.
        texts: the texts in the language of the page.
        limit: at most so many rows, without what is done about them; None for all.
        page: the page to which it is opened, `ON_PAGE` rows each; None for all rows on one.
        area: name of the area that the page is about, which its rows need not say again.
    """
    opened = _opened(answer, answer.rows[:limit], page)
    rows = opened.rows
    evidence = quoted_of(reader, rows)
    cells = [{column: cell(answer.question, row, column, texts, reader.titles) for column in answer.question.shown} for row in rows]
    alike = said_alike(cells)
    followed = rows_followed(replace(answer, rows=rows), reader, texts) if limit is None else [None] * len(rows)
    return {
        "name": answer.question.name,
        **worded_header(answer.question, texts.language),
        "summary": summary(answer, texts),
        "heads": [(column, head) for column, head in heads(answer.question, texts.language) if column not in alike],
        "alike": [(head, alike[column]) for column, head in heads(answer.question, texts.language) if alike.get(column, area) != area],
        "found": len(answer.rows),
        **{"page": opened.number, "pages": opened.of, "first": (opened.number - 1) * ON_PAGE + 1, "at_once": ON_PAGE},
        "is_given": answer.is_given,
        "has_picture": part_of(answer.question, "picture") is not None,
        "population": answer.population,
        "rows": [
            row
            | {"quotations": sentences(row.get("evidence", ()), evidence)}
            | {"cells": [told for column, told in of_row.items() if column not in alike], "followed": finding}
            for row, of_row, finding in zip(rows, cells, followed, strict=True)
        ],
        "notes": notes_in_words(answer, texts),
    }


def _opened(answer: Answer, rows: Sequence[Row], page: int | None) -> Leaf[Row]:
    is_leafed = page is not None and answer.question.name != IN_ONE_TABLE
    return leaf(rows, page or 1, ON_PAGE if is_leafed else max(1, len(rows)))


def rows_followed(answer: Answer, reader: Reader, texts: Messages) -> Sequence[dict[str, Any] | None]:
    """For each row the id under which it is or can be followed, and where it is followed its status; None for the public."""
    if not may_follow(reader):
        return [None] * len(answer.rows)
    return [
        {
            "id": one.id,
            "status": one.finding.status if one.finding else None,
            "in_words": status_of(one.finding, texts) if one.finding else "",
            "events": [event_line(event, texts) for event in reversed(events_of(one.finding))] if one.finding else [],
        }
        for one in findings_of_rows(reader, answer)
    ]


def said_alike(cells: Sequence[Mapping[str, str]]) -> dict[str, str]:
    """Column → what every one of several rows says in it, of those columns in which rows often say the same."""
    if len(cells) <= 1:
        return {}
    first, *others = cells
    return {column: first[column] for column in OFTEN_ALIKE if column in first and all(one[column] == first[column] for one in others)}
