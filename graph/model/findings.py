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
    identity: str = described("What makes two findings of two runs the same finding: the row's identity columns, as JSON.", "")
    area_id: str = described("Id of the area that the row is about, or that was asked about; empty where it is about none.", "")
    asked_in: str = described("Id of the area that was asked about; empty for all.", "")
    since: int = described("The version of the question's wording under which it was followed.", 1)
    shown: str = described("What people see of the row, as it was last seen, as JSON: it can be read when the row is gone.", "")
    absent: bool = described("Whether the row was gone when it was last looked for.", False)
    status: str = described("open, in_progress, accepted_until, resolved or data_error.", "open")
    accepted_until: date | None = described("Until when it is accepted.")
    first_seen: date | None = described("The first run that found it.")
    last_seen: date | None = described("The last run that found it.")
    notes: tuple[str, ...] = described("What happened to it and what was written about it, oldest first, each as JSON: role and day.", ())


@dataclass(frozen=True, kw_only=True)
class Withdrawn(Node):
    """A fact, or evidence of one, that was rejected, retired or undone; kept in full, so that it can be put back."""

    label = "Withdrawn"
    is_fact = False

    fact: str = described("Id of the fact.", "")
    kind: str = described("node or relationship; evidence where the fact itself stayed.", "node")
    labels: tuple[str, ...] = described("Its labels, the main one first, or its type.", ())
    start: str | None = described("Label and id of the start of a relationship.")
    end: str | None = described("Label and id of the end of a relationship.")
    content: str = described("Its properties and evidence in full, as JSON.", "")
    dataset: str = described("The dataset whose load withdrew it, or whose evidence was rejected.", "")
    why: str = described("rejected, retired, undone, merged, or replaced by a newer reading.", "retired")
    because_of: str | None = described("Id of the fact with which it left: a relationship cannot stay without its ends.")
    operation: str | None = described("Id of the load, review or merge that withdrew it.")
    by: str | None = described("Role of whoever did it, never a person.")
    reason: str | None = described("In their words.")
    withdrawn_at: str = described("When, ISO 8601 with time zone.", "")
    put_back_at: str | None = described("When it was put back.")
    stands: bool = described("False when a newer version of the source no longer has the sentence that was rejected.", True)
