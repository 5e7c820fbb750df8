"""After a load: which bodies of it may be one with another, so that the report can say so."""

from collections.abc import Iterable
from dataclasses import replace

from graph import suggestions
from graph.ledger import Ledger
from graph.reading import Reader
from loaders.report import Report


def with_suggestions(reader: Reader, reports: Iterable[Report]) -> list[Report]:
    """The reports with the open suggestions that concern their bodies; suggestions are made anew where something changed.

    Args:
        reader: asks the graph that was loaded into; its audience decides which suggestions are seen.
        reports: of loads that have been written.
    """
    done = list(reports)
    if any(report.written or report.retired for report in done):
        suggestions.refresh(reader.graph)
    found, ledger = suggestions.listed(reader), Ledger.of(reader.graph)
    suggested = []
    for report in done:
        bodies = {ledger.resolve(body) for body in report.bodies}
        suggested.append(replace(report, suggestions=tuple(one for one in found if {one.first, one.second} & bodies)))
    return suggested
