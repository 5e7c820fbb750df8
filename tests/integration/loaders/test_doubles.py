"""After a load: its report names the bodies that may be one with another."""

from collections.abc import Callable
from pathlib import Path

import pytest

from graph import merging
from graph.connection import Graph
from graph.reading import Reader
from loaders.doubles import with_suggestions
from loaders.report import Report
from loaders.run import Choices, load

Loaded = Callable[[str, str], Report]


@pytest.fixture
def loaded(graph: Graph, tmp_path: Path) -> Loaded:
    """Loads a narrative of a town as a file of its own."""

    def load_text(name: str, text: str) -> Report:
        path = tmp_path / name
        path.write_text(f"## 三重県名張市\n\n{text}\n", encoding="utf-8")
        return load(lambda: graph, path)

    return load_text


def test_a_name_like_another_source_s_is_suggested_with_the_load(graph: Graph, loaded: Loaded) -> None:
    """Both reports name the pair, with score and reason; a report without such a body names none."""
    # Arrange
    first = loaded("a.md", "・名張市お助け隊が草刈りを実施。")
    second = loaded("b.md", "・お助け隊が買い物代行を実施。")
    third = loaded("c.md", "・名張商工会が朝市を開催。")

    # Act
    reports = with_suggestions(Reader(graph), [first, second, third])

    # Assert
    pairs = [{frozenset((one.first_name, one.second_name)) for one in report.suggestions} for report in reports]
    assert frozenset(("名張市お助け隊", "お助け隊")) in pairs[0] & pairs[1]
    assert pairs[2] == set()
    assert all(one.reason.startswith("double.") and 0 < one.score <= 1 for one in reports[0].suggestions)


def test_what_was_decided_is_not_suggested_again(graph: Graph, loaded: Loaded) -> None:
    """A pair that was kept apart is gone from the next report; ids that a merge redirects are still the report's."""
    # Arrange
    loaded("a.md", "・名張市お助け隊が草刈りを実施。")
    (report,) = with_suggestions(Reader(graph), [loaded("b.md", "・お助け隊が買い物代行を実施。")])
    (pair,) = report.suggestions

    # Act
    merging.keep_apart(graph, pair.first, pair.second, by="coordinator", reason="別の団体")
    (again,) = with_suggestions(Reader(graph), [loaded("b.md", "・お助け隊が雪かきを実施。")])

    # Assert
    assert again.written == 1
    assert again.suggestions == ()


def test_a_dry_run_has_no_load_to_undo(graph: Graph, tmp_path: Path) -> None:
    """The id of a load stands in its report where something was written, and nowhere else."""
    # Arrange
    path = tmp_path / "a.md"
    path.write_text("## 三重県名張市\n\n・名張商工会が朝市を開催。\n", encoding="utf-8")

    # Act
    dry = load(lambda: graph, path, Choices(dry_run=True))
    first, second = load(lambda: graph, path), load(lambda: graph, path)

    # Assert
    assert dry.load is None
    assert first.load in {row["id"] for row in graph.read("MATCH (l:Load) RETURN l.id AS id")}
    assert second.load is None
