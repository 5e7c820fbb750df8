"""What the report says of the second reader: how much it proposed, what became of it, and why."""

from collections import Counter
from collections.abc import Iterable

from graph.places import Place
from loaders.case_studies.document import Document
from loaders.case_studies.extractors.accepting import Tally
from loaders.case_studies.extractors.contract import Unusable
from loaders.contract import Problem

MOST_LINES = 5
"""Lines that the report names for one reason."""


def problems_of(document: Document, tallies: Iterable[Tally], unusable: Iterable[Unusable]) -> list[Problem]:
    """One note of all counts, one for each reason with the first lines, one for each part without a usable answer."""
    counted, missing = list(tallies), list(unusable)
    dropped: Counter[str] = Counter()
    lines: dict[str, list[int]] = {}
    for tally in counted:
        dropped.update(tally.dropped)
        for reason, named in tally.lines.items():
            lines.setdefault(reason, []).extend(line for line in named if line > 0)
    summary: dict[str, object] = {
        "proposed": sum(tally.proposed for tally in counted),
        "accepted": sum(tally.accepted for tally in counted),
        "known": sum(tally.known for tally in counted),
        "dropped": sum(dropped.values()),
    }
    return [
        _warning("second_reader.counts", document.name, summary),
        *(
            _warning(f"second_reader.dropped.{reason}", _place(lines.get(reason, []), document), {"count": count})
            for reason, count in sorted(dropped.items())
        ),
        *(_warning(f"second_reader.{one.reason}", (place := document.place(one.line)), {"place": place}) for one in missing),
    ]


def _place(lines: list[int], document: Document) -> str:
    first = sorted(set(lines))[:MOST_LINES]
    return Place(", ".join(document.place(line) for line in first)) if first else document.name


def _warning(code: str, place: str, values: dict[str, object]) -> Problem:
    return Problem(code=f"case_studies.{code}", place=place, kind="warning", values=values)
