"""What a load did, as the doors show it: one shape for `--json` and the API, and the words for people."""

from collections.abc import Collection
from dataclasses import asdict
from typing import Any

from api.load_changes import changes_shown
from graph.messages import Messages
from graph.model.definitions import VISIBILITY_LEVELS
from graph.places import Place, place_of
from graph.same_bodies import Joined
from graph.suggestions import Suggested
from loaders.contract import Problem
from loaders.registry import SHARED_WORDING, all_loaders, package
from loaders.report import Repair, Report

NOT_SHOWN = ("bodies", "changes")


def report_shown(report: Report, words: Messages, *, visible: Collection[str] = VISIBILITY_LEVELS) -> dict[str, Any]:
    """A report as JSON, its problems and reasons in words; of changes and joined bodies those of the visible levels."""
    shown = {name: value for name, value in asdict(report).items() if name not in NOT_SHOWN}
    shown["problems"] = [problem_shown(report.source, problem, words) for problem in report.problems]
    shown["repairs"] = [asdict(one) | {"place": place_of_repair(one, words)} for one in report.repairs]
    shown["cases"] = [asdict(case) | {"place": Place(case.place).worded(words)} for case in report.cases]
    shown["masked"] = [{"place": Place(one.place).worded(words), "characters": one.values["characters"]} for one in report.masked]
    shown["changes"] = changes_shown(report.changes, visible)
    shown["reviews_lost"] = [one for one in report.reviews_lost if one["visibility"] in visible]
    shown["joined"] = [joined_shown(one, words) for one in report.joined if one.visibility in visible]
    shown["suggestions"] = [suggestion_shown(one, words) for one in report.suggestions]
    if not report.dry_run:
        del shown["dry_run"]
    return shown


def problem_shown(source: str, problem: Problem, words: Messages) -> dict[str, str]:
    """One record that was refused, set aside or warned of: code, place, what is wrong, what to do."""
    loader_words = Messages((package(all_loaders()[source]), *SHARED_WORDING), words.language)
    place = Place(problem.place).worded(loader_words)
    values = {**problem.values, "place": place}
    return {
        "code": problem.code,
        "kind": problem.kind,
        "place": place,
        "message": loader_words(problem.code, **values),
        "advice": loader_words(f"{problem.code}.advice", **values),
    }


def suggestion_shown(one: Suggested, words: Messages) -> dict[str, Any]:
    """Two names that may be one body: ids, names, score, and why."""
    reason = words(one.reason, name=one.first_name, other=one.second_name)
    return asdict(one) | {"score": round(one.score, 2), "reason": reason}


def joined_shown(one: Joined, words: Messages) -> dict[str, str]:
    """Two bodies that became one: the names, why, and by which decision it is taken back."""
    return {"decision": one.decision, "kept": one.kept_name, "gone": one.gone_name, "reason": words(one.reason)}


def title_of(report: Report, words: Messages) -> str:
    """What kind of source the file is."""
    loader = all_loaders()[report.source]
    return loader.title_en if words.language == "en" else loader.title_ja


def place_of_repair(one: Repair, words: Messages) -> str:
    """Where a repair was made first."""
    return place_of(asdict(one), words) or ""
