"""An answer as a page shows it: its words, its columns, and the sentences of the rows that are shown."""

from collections.abc import Mapping, Sequence
from typing import Any

from api.answers import notes_in_words, summary, worded_header
from api.cells import cell, heads
from graph.messages import Messages
from graph.query_files import part_of
from graph.reading import Answer, Reader

OFTEN_ALIKE = ("area", "sources_that_could_show")
"""Columns that stand below the table where every row says the same in them."""


def answer_on_page(answer: Answer, reader: Reader, texts: Messages, *, limit: int | None = None, area: str = "") -> dict[str, Any]:
    """What the templates show of an answer.

    Args:
        answer: the answer.
        reader: who asked.
        texts: the texts in the language of the page.
        limit: at most so many rows; None for all.
        area: name of the area that the page is about, which its rows need not say again.
    """
    rows = answer.rows[:limit]
    ids = [id_ for row in rows for id_ in row.get("evidence", ())]
    evidence = {one["id"]: one for one in reader.rows("lookups", "evidence_by_id", ids=ids)} if ids else {}
    cells = [{column: cell(answer.question, row, column, texts, reader.titles) for column in answer.question.shown} for row in rows]
    alike = said_alike(cells)
    return {
        "name": answer.question.name,
        **worded_header(answer.question, texts.language),
        "summary": summary(answer, texts),
        "heads": [(column, head) for column, head in heads(answer.question, texts.language) if column not in alike],
        "alike": [(head, alike[column]) for column, head in heads(answer.question, texts.language) if alike.get(column, area) != area],
        "found": len(answer.rows),
        "is_given": answer.is_given,
        "has_picture": part_of(answer.question, "picture") is not None,
        "population": answer.population,
        "rows": [
            row
            | {"quotations": [evidence[id_] for id_ in row.get("evidence", ()) if id_ in evidence]}
            | {"cells": [told for column, told in of_row.items() if column not in alike]}
            for row, of_row in zip(rows, cells, strict=True)
        ],
        "notes": notes_in_words(answer, texts),
    }


def said_alike(cells: Sequence[Mapping[str, str]]) -> dict[str, str]:
    """Column → what every one of several rows says in it, of those columns in which rows often say the same."""
    if len(cells) <= 1:
        return {}
    first, *others = cells
    return {column: first[column] for column in OFTEN_ALIKE if column in first and all(one[column] == first[column] for one in others)}
