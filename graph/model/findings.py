"""Findings: answers that somebody follows up, and facts that were moved out of the graph."""

from dataclasses import dataclass
from datetime import date

from graph.model.definitions import Node, described


@dataclass(frozen=True, kw_only=True)
class Finding(Node):
    """An answer to a question that somebody follows up."""

    label = "Finding"
    is_fact = False

    question: str = described("File name of the question.", "")
    identity: str = described("What makes two findings of two runs the same finding.", "")
    status: str = described("open, in_progress, accepted_until, resolved or data_error.", "open")
    accepted_until: date | None = described("Until when it is accepted.")
    first_seen: date | None = described("The first run that found it.")
    last_seen: date | None = described("The last run that found it.")
    notes: tuple[str, ...] = described("What was written about it, oldest first.", ())


@dataclass(frozen=True, kw_only=True)
class Withdrawn(Node):
    """A fact that was rejected, retired or undone; kept in full, so that it can be put back."""

    label = "Withdrawn"
    is_fact = False

    fact: str = described("Id of the fact.", "")
    kind: str = described("node or relationship.", "node")
    labels: tuple[str, ...] = described("Its labels, the main one first, or its type.", ())
    start: str | None = described("Label and id of the start of a relationship.")
    end: str | None = described("Label and id of the end of a relationship.")
    content: str = described("Its properties and evidence in full, as JSON.", "")
    dataset: str = described("The dataset whose load withdrew it.", "")
    why: str = described("rejected, retired or undone.", "retired")
    withdrawn_at: str = described("When, ISO 8601 with time zone.", "")
