"""What came of reading a file that may be damaged, and everything about it that should be true and is not."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from graph.batches import batch_of, source_of
from graph.checking import check
from graph.errors import LoadStopped
from graph.messages import LANGUAGES, catalogue
from loaders.case_studies import LOADER
from loaders.case_studies.formats.text import decoded
from loaders.contract import Candidate, Transformed
from loaders.japanese.cleaning import MASK

MOST_PRECISE = 2**53
"""The largest whole number that every program reads as it was written."""


@dataclass(frozen=True)
class Outcome:
    """A file that was read, or refused."""

    made: Transformed | None
    """None for a refusal."""
    faults: tuple[str, ...]
    """What is not as it has to be; nothing where the file is read rightly or refused with its reason."""


def read_or_refused(content: bytes, name: str) -> Outcome:
    """What is made of some bytes, held against everything that must be true of it."""
    file = Candidate(path=Path(name), content=content)
    score = LOADER.recognise(file).score
    faults = [] if 0 <= score <= 1 else [f"a score of {score}"]
    try:
        made = LOADER.transform(LOADER.read(file), file)
    except LoadStopped as stopped:
        return Outcome(None, (*faults, *_unexplained(stopped)))
    left_out = [one for one in made.problems if one.kind != "warning"]
    if made.rows_in != len(made.taken) + len(left_out):
        faults.append(f"of {made.rows_in} records {len(made.taken)} taken and {len(left_out)} left out")
    return Outcome(made, (*faults, *_wrong_quotations(made, content), *_not_to_be_written(made)))


def _unexplained(stopped: LoadStopped) -> Iterator[str]:
    """Languages in which the reason or the advice has a placeholder that is not filled."""
    for language in LANGUAGES:
        texts = catalogue("loaders.case_studies", language)
        said = texts[stopped.key].format(**stopped.values) + texts[f"{stopped.key}.advice"].format(**stopped.values)
        if "{" in said:
            yield f"{language}: {said}"


def _wrong_quotations(made: Transformed, content: bytes) -> Iterator[str]:
    """Line, start and end of each quotation give its characters in the decoded text, each as it is or masked."""
    lines = (decoded(content) or "").splitlines()
    for fact in made.facts:
        if not fact.evidence:
            yield f"no evidence: {fact.id}"
        for one in fact.evidence:
            there = "" if one.line is None else lines[one.line - 1][one.start : one.end]
            if not (len(there) == len(one.quote) > 0):
                yield f"{one.quote!r} does not stand at {one.line}, {one.start}–{one.end}: {there!r}"
            elif not all(quoted in {MASK, character} for quoted, character in zip(one.quote, there, strict=True)):
                yield f"{one.quote!r} is not {there!r}"


def _not_to_be_written(made: Transformed) -> Iterator[str]:
    """The facts fit the model, each id is there once, and every number is one that a database takes."""
    try:
        check(made.facts)
    except LoadStopped as stopped:
        yield f"{stopped.key} {stopped.values}"
        return
    if len({fact.id for fact in made.facts}) != len(made.facts):
        yield "an id is there twice"
    source = source_of(made.dataset, loader="case_studies", checksum="1", file="file", loaded_at="2026-11-26T00:00:00+00:00")
    batch = batch_of(made.dataset, made.facts, source)
    if len(batch.facts()) != len(made.facts):
        yield f"{len(batch.facts())} of {len(made.facts)} facts in the batch"
    for fact in made.facts:
        for value in fact.what.properties().values():
            # Not ">": a value that is no number is none that a database takes, either.
            if isinstance(value, int | float) and not abs(value) <= MOST_PRECISE:
                yield f"{value} in {fact.id}"
