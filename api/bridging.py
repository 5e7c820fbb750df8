"""Bridging candidates for people: what an introduction would add, and apart from it what speaks for it; never one score."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from api.cells import NOT_STATED, cell
from graph.messages import Messages
from graph.query_files import Question
from graph.quoted import quoted, sentences
from graph.reading import Answer, Reader
from visualizations.contract import Picture, PictureTie

BENEFIT = ("component_a", "component_b", "pairs_within_two_steps", "needs_newly_answered")
PLAUSIBILITY = ("reasons", "shared_councils", "shared_needs", "shared_categories")


@dataclass(frozen=True)
class Candidate:
    """One pair as a page shows it."""

    a: tuple[str, str]
    b: tuple[str, str]
    """Id and name of the two."""
    pairs_newly_connected: int
    benefit: Sequence[tuple[str, str]]
    """Head and words of what is recorded."""
    plausibility: Sequence[tuple[str, str]]
    introducers: Sequence[tuple[str, str]]
    """Ids and names of who could introduce them."""
    precedent: tuple[str, str] | None
    """Region and pair of an example elsewhere."""
    precedent_sentences: Sequence[Mapping[str, Any]]
    sentences: Sequence[Mapping[str, Any]]
    """On which it rests that both sit on the councils they share."""


def candidates_on_page(answer: Answer, reader: Reader, texts: Messages) -> list[Candidate]:
    """Every pair of an answer."""
    return pairs_on_page(answer.question, answer.rows, reader, texts)


def pairs_on_page(question: Question, rows: Sequence[Mapping[str, Any]], reader: Reader, texts: Messages) -> list[Candidate]:
    """Every pair of some rows that have the columns of the question."""
    known = quoted(reader, (id_ for row in rows for id_ in (*row["precedent_evidence"], *row["evidence"])))
    names = _names(rows, reader)

    def told(row: Mapping[str, Any], columns: Sequence[str]) -> list[tuple[str, str]]:
        found = [(question.shown[column][texts.language], cell(question, row, column, texts, reader.titles)) for column in columns]
        return [(head, said) for head, said in found if said not in {NOT_STATED, texts("none_recorded")}]

    return [
        Candidate(
            a=(row["a_id"], row["a"]),
            b=(row["b_id"], row["b"]),
            pairs_newly_connected=row["pairs_newly_connected"],
            benefit=told(row, BENEFIT),
            plausibility=told(row, PLAUSIBILITY),
            introducers=[(id_, names[id_]) for id_ in row["introducer_ids"] if id_ in names],
            precedent=(row["precedent_region"], row["precedent"]) if row["precedent"] else None,
            precedent_sentences=sentences(row["precedent_evidence"], known),
            sentences=sentences(row["evidence"], known),
        )
        for row in rows
    ]


def _names(rows: Sequence[Mapping[str, Any]], reader: Reader) -> dict[str, str]:
    """Id → name of who could introduce somebody; they may be at home anywhere."""
    ids = sorted({id_ for row in rows for id_ in row["introducer_ids"]})
    found = reader.rows("networks", "around", found=ids)[0]["nodes"] if ids else []
    return {one["id"]: one["name"] for one in found if one["id"] in set(ids)}


def with_ghosts(picture: Picture, rows: Sequence[Mapping[str, Any]]) -> Picture:
    """The picture with a tie that is only tried out between the two of each candidate."""
    ghosts = tuple(
        PictureTie(
            id=f"proposed {row['a_id']} {row['b_id']}", type="COLLABORATES_WITH", start=row["a_id"], end=row["b_id"], state="proposed"
        )
        for row in rows
    )
    return replace(picture, ties=(*picture.ties, *ghosts))
