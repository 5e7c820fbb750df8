"""After a load: bodies of it that are one with another beyond doubt become one, and those that may be are suggested."""

from collections.abc import Iterable
from dataclasses import replace

from graph import suggestions
from graph.ledger import Ledger
from graph.reading import Reader
from graph.same_bodies import join_certain
from loaders.contract import Problem
from loaders.report import MOST_BODIES, Report


def with_suggestions(reader: Reader, reports: Iterable[Report]) -> list[Report]:
    """The reports with what was joined and the open suggestions that concern their bodies; made anew where something changed.

    Args:
        reader: asks the graph that was loaded into; its audience decides which suggestions are seen.
        reports: of loads that have been written.
    """
    done = [_compared(reader, report) for report in reports]
    if any(report.written or report.retired for report in done if not _is_long(report)):
        suggestions.refresh(reader.graph)
    found, ledger = suggestions.listed(reader), Ledger.of(reader.graph)
    suggested = []
    for report in done:
        bodies = {ledger.resolve(body) for body in report.bodies}
        suggested.append(replace(report, suggestions=tuple(one for one in found if {one.first, one.second} & bodies)))
    return suggested


def _is_long(report: Report) -> bool:
    return len(report.bodies) > MOST_BODIES


def _compared(reader: Reader, report: Report) -> Report:
    """The report with the bodies that became one; a very long load says that its names are still to be compared."""
    if not report.written:
        return report
    if _is_long(report):
        later = Problem(code="doubles_later", place=report.file, kind="warning", values={"bodies": report.facts["Organization"]})
        return replace(report, problems=(*report.problems, later))
    return replace(report, joined=tuple(join_certain(reader.graph, report.bodies)))
