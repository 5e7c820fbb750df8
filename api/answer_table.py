"""An answer as a table: the columns that a page shows, in words, with the sentences on which each row rests."""

from collections.abc import Iterable, Mapping
from typing import Any

from api.answers import notes_in_words, summary, worded_header
from api.cells import cell, heads
from api.table_files import Table, Value
from graph.messages import Messages
from graph.places import place_of
from graph.query_files import Question
from graph.quoted import quoted_of, sentences
from graph.reading import Answer, Reader

BETWEEN = "\n"
"""Between sentences within a cell."""
CODED = {"codes", "values", "words"}


def answer_table(answer: Answer, reader: Reader, texts: Messages, *, area: str) -> Table:
    """The rows of an answer with their sentences and sources.

    Args:
        answer: the answer.
        reader: who asked.
        texts: in the language of the file.
        area: full name of the area, for the name of the table.
    """
    header = worded_header(answer.question, texts.language)
    evidence = quoted_of(reader, answer.rows)
    said = [summary(answer, texts)] if answer.is_given else []
    about = (area, header["question"], *said, *notes_in_words(answer, texts), header["caution"])
    return Table(
        name=f"{area} {header['title']}",
        heads=(*(head for _, head in heads(answer.question, texts.language)), *(sentence_heads(texts) if evidence else ())),
        rows=[
            (
                *(_value(answer.question, row, column, reader, texts) for column in answer.question.shown),
                *(sentence_cells(sentences(row.get("evidence", ()), evidence), texts) if evidence else ()),
            )
            for row in answer.rows
        ],
        about=tuple(one for one in about if one),
        about_head=texts("table_file.about"),
        wide=2 if evidence else 0,
    )


def sentence_heads(texts: Messages) -> tuple[str, str]:
    """Heads of the last two columns."""
    return texts("table_file.sentences"), texts("table_file.sources")


def sentence_cells(evidence: Iterable[Mapping[str, Any]], texts: Messages) -> tuple[str, str]:
    """The sentences, and beside them for each its source, day and place in the same order."""
    found = list(evidence)
    return (
        BETWEEN.join(f"「{one['quote']}」" for one in found),
        BETWEEN.join(
            texts(
                "table_file.source",
                title=one["title"],
                day=one["as_of"] or texts("not_stated"),
                place=place_of(one, texts) or texts("not_stated"),
            )
            for one in found
        ),
    )


def _value(asked: Question, row: Mapping[str, Any], column: str, reader: Reader, texts: Messages) -> Value:
    """A number as a number, so that a spreadsheet can reckon with it; everything else in words."""
    value = row[column]
    if isinstance(value, int | float) and not isinstance(value, bool) and not CODED & asked.shown[column].keys():
        return value
    return cell(asked, row, column, texts, reader.titles)
