"""The report of a load as lines for people."""

from collections import Counter
from dataclasses import asdict

from api.cli.output import line
from api.fact_words import kind_of_fact
from api.load_changes import changes_worded
from api.load_report import joined_shown, place_of_repair, problem_shown, suggestion_shown, title_of
from graph.messages import Messages
from graph.places import Place
from loaders.report import Report

MOST_REPAIRS = 20
MOST_SUGGESTIONS = 20
MOST_PROBLEMS = 20
"""Of each kind of problem."""
MOST_CHANGES = 10
"""Of each kind of change."""


def print_report(report: Report, words: Messages) -> None:
    """What a file came to, and what it changes."""
    title = title_of(report, words)
    line(words("load.heading_dry_run" if report.dry_run else "load.heading", file=report.file, source=title))
    line(words("load.counts", **{name: value for name, value in asdict(report).items() if isinstance(value, int)}))
    line(words("load.facts", facts="、".join(f"{kind_of_fact(kind, words)} {count}" for kind, count in report.facts.items())))
    line(words("load.dataset", dataset=report.dataset))
    _print_changes(report, words)
    _print_reading(report, words)
    if report.reviews_lost:
        line(words("load.reviews_lost"))
    for lost in report.reviews_lost:
        line(words("load.review_lost", **lost))
    _print_problems(report, words)
    if report.masked:
        places = "、".join(
            words("load.masked_place", place=Place(one.place).worded(words), characters=one.values["characters"]) for one in report.masked
        )
        advice = problem_shown(report.source, report.masked[0], words)["advice"]
        line(words("load.masked", count=len(report.masked), places=places, advice=advice))


def _print_problems(report: Report, words: Messages) -> None:
    """What was refused, set aside or warned of: of each kind the first ones, and how many more there are."""
    told: Counter[str] = Counter()
    for problem in report.unusual:
        told[problem.code] += 1
        if told[problem.code] <= MOST_PROBLEMS:
            line(words("load.problem", **problem_shown(report.source, problem, words)))
    for code, count in told.items():
        if count > MOST_PROBLEMS:
            first = next(problem for problem in report.unusual if problem.code == code)
            message = problem_shown(report.source, first, words)["message"]
            line(words("load.more_problems", count=count - MOST_PROBLEMS, message=message))


def _print_reading(report: Report, words: Messages) -> None:
    """The cases that were found, and what was repaired for reading."""
    if report.cases:
        line(words("load.cases", count=len(report.cases)))
    for case in report.cases:
        line(words("load.case", name=case.name, place=Place(case.place).worded(words), facts=case.facts))
    if report.repairs:
        line(words("load.repairs", count=len(report.repairs)))
    for repair in report.repairs[:MOST_REPAIRS]:
        place = place_of_repair(repair, words)
        line(words("load.repair", before=repair.before, after=repair.after, count=repair.count, place=place))
    if len(report.repairs) > MOST_REPAIRS:
        line(words("load.more_repairs", count=len(report.repairs) - MOST_REPAIRS))


def _print_changes(report: Report, words: Messages) -> None:
    """How much of what is new, otherwise than before or gone, and the first of each."""
    if not report.changes.total:
        line(words("changes.nothing"))
        return
    line(words("changes.heading_dry_run" if report.dry_run else "changes.heading"))
    for group in changes_worded(report.changes, words, most=MOST_CHANGES):
        line(words("changes.kind", kind=group.kind, total=group.total, counts=group.counts))
        for label, name, fields in group.things:
            key = "changes.one_changed" if fields else "changes.one"
            line(words(key, label=label, name=name, fields=words("and").join(fields)))
        if group.left_over:
            line(words("changes.more", count=group.left_over))


def print_what_followed(report: Report, words: Messages) -> None:
    """The bodies of the file that became one with another, and those that may be."""
    _print_joined(report, words)
    _print_suggestions(report, words)


def _print_joined(report: Report, words: Messages) -> None:
    if report.joined:
        line(words("load.joined", count=len(report.joined)))
    for one in report.joined[:MOST_SUGGESTIONS]:
        line(words("load.joined_one", **joined_shown(one, words) | {"id": one.decision[:8]}))
    if len(report.joined) > MOST_SUGGESTIONS:
        line(words("load.more_joined", count=len(report.joined) - MOST_SUGGESTIONS))


def _print_suggestions(report: Report, words: Messages) -> None:
    if report.suggestions:
        line(words("load.possible_doubles", count=len(report.suggestions), file=report.file))
    for one in report.suggestions[:MOST_SUGGESTIONS]:
        shown = suggestion_shown(one, words)
        line(words("load.possible_double", score=f"{one.score:.2f}", name=one.first_name, other=one.second_name, reason=shown["reason"]))
    if len(report.suggestions) > MOST_SUGGESTIONS:
        line(words("load.more_doubles", count=len(report.suggestions) - MOST_SUGGESTIONS))
