"""What is new since the last meeting: known answers on both engines."""

from graph.connection import Graph
from graph.facts import Dataset
from graph.model.ties import CollaboratesWith, Supports
from graph.reading import Answer
from tests.building import TODAY, Town, answer, exhaustive_for, load_facts

GAP = "since_last_meeting"
BEFORE, AFTER = "2026-09-01T09:00:00+00:00", "2026-11-01T09:00:00+00:00"
MEETING = "2026-10-01"


def load(graph: Graph, town: Town, version: str, at: str, *, dataset: str = "samples/見本") -> None:
    scopes = exhaustive_for("bodies", "ties")(town.area)
    load_facts(graph, Dataset(name=dataset, title="見本の資料", as_of=TODAY, scopes=scopes), town.facts, version=version, at=at)


def changes(found: Answer) -> dict[str, tuple[str, list[str]]]:
    return {row["name"]: (row["change"], row["fields"]) for row in found.rows}


def test_what_came_changed_and_went_since_the_meeting_is_told(graph: Graph) -> None:
    """What stayed as it was is not; ties are told by both their ends."""
    # Arrange
    old, new = Town(), Town()
    same, gone = old.bodies("同じ会", "なくなる会")
    old.join(CollaboratesWith, same, gone)
    old.service("配食", "SALON", by=[same], fee="300円")
    load(graph, old, "1", BEFORE)
    (same,) = new.bodies("同じ会")
    new.body("新しい会")
    new.service("配食", "SALON", by=[same], fee="400円")
    load(graph, new, "2", AFTER)

    # Act
    found = answer(graph, GAP, since=MEETING)

    # Assert
    told = changes(found)
    tie = next(name for name, (change, _) in told.items() if change == "went" and "→" in name)
    assert told == {"新しい会": ("came", []), "なくなる会": ("went", []), "配食": ("changed", ["fee"]), tie: ("went", [])}
    assert set(tie.split(" → ")) == {"同じ会", "なくなる会"}
    assert {(row["happened_on"], row["dataset"], row["area"]) for row in found.rows} == {("2026-11-01", "samples/見本", "名張市")}
    able = {row["name"]: row["sources_that_could_show"] for row in found.rows}
    assert (able["新しい会"], able[tie], able["配食"]) == (["samples/見本"], ["samples/見本"], [])
    assert found.population == 4


def test_what_was_loaded_before_the_meeting_is_not_new(graph: Graph) -> None:
    """On the day of the meeting itself it is; asked of another area nothing is."""
    # Arrange
    town = Town()
    town.bodies("いろは会")
    load(graph, town, "1", BEFORE)

    # Act
    on_the_day, a_day_later = (answer(graph, GAP, since=day) for day in ("2026-09-01", "2026-09-02"))

    # Assert
    assert changes(on_the_day) == {"いろは会": ("came", [])}
    assert a_day_later.rows == []
    assert answer(graph, GAP, since="2026-09-01", area="熊谷市").rows == []


def test_what_another_source_only_repeats_is_no_change(graph: Graph) -> None:
    """Nor is what came and went again since the meeting."""
    # Arrange
    town, repeating, empty = Town(), Town(), Town()
    town.bodies("いろは会")
    repeating.bodies("いろは会")
    repeating.bodies("ひと月だけの会")
    empty.bodies("いろは会")
    load(graph, town, "1", BEFORE)
    load(graph, repeating, "1", AFTER, dataset="samples/別の資料")
    load(graph, empty, "2", "2026-11-15T09:00:00+00:00", dataset="samples/別の資料")

    # Act
    found = answer(graph, GAP, since=MEETING)

    # Assert
    assert found.rows == []


def test_what_was_withdrawn_is_told_to_nobody_who_might_not_see_it(graph: Graph) -> None:
    """The public gets a note instead; what is restricted is not told to members, neither come nor gone."""
    # Arrange
    old, new = Town(), Town()
    old.body("内々の会", visibility="restricted")
    load(graph, old, "1", BEFORE)
    new.body("内々の新しい会", visibility="restricted")
    load(graph, new, "2", AFTER)

    # Act
    found = {audience: answer(graph, GAP, audience=audience, since=MEETING) for audience in ("public", "members", "restricted")}

    # Assert
    assert [note.code for note in found["public"].notes] == ["for_members"]
    assert found["members"].rows == []
    assert changes(found["restricted"]) == {"内々の会": ("went", []), "内々の新しい会": ("came", [])}


def test_what_somebody_may_not_see_is_not_among_the_records_looked_at(graph: Graph) -> None:
    """Neither a body nor a tie above the audience; kinds of actor and their ties are records too."""
    # Arrange
    town = Town()
    one, kind = town.body("いろは会"), town.body("自治会", generic=True)
    town.join(CollaboratesWith, one, kind)
    town.join(Supports, kind, one, visibility="restricted")
    town.body("内々の会", visibility="restricted")
    load(graph, town, "1", AFTER)

    # Act
    found = {audience: answer(graph, GAP, audience=audience, since=MEETING) for audience in ("public", "members", "restricted")}

    # Assert
    assert {audience: (len(one.rows), one.population) for audience, one in found.items()} == {
        "public": (0, 0),
        "members": (3, 3),
        "restricted": (5, 5),
    }


def test_a_plan_that_runs_and_a_service_that_ended_are_changes(graph: Graph) -> None:
    """And so is a value that a source states for the first time, or no more."""
    # Arrange
    old, new = Town(), Town()
    for town, first, second, fee in ((old, "planned", "running", None), (new, "running", "ended", "300円")):
        town.service("買物バス", "SHOPBUS", status=first)
        town.service("サロン", "SALON", status=second)
        town.service("配食", "MEALS", fee=fee, capacity=None if fee else 10)
    load(graph, old, "1", BEFORE)
    load(graph, new, "2", AFTER)

    # Act
    found = changes(answer(graph, GAP, since=MEETING))

    # Assert
    assert found == {
        "買物バス": ("changed", ["status"]),
        "サロン": ("changed", ["status"]),
        "配食": ("changed", ["capacity", "fee"]),
    }


def test_a_tie_recorded_as_absent_is_not_told_as_a_tie(graph: Graph) -> None:
    """That two do not work together yet came into the records; when they do, that goes and the tie comes."""
    # Arrange
    for version, at, state in (("1", BEFORE, "absent"), ("2", AFTER, "recorded")):
        town = Town()
        town.join(CollaboratesWith, *town.bodies("いろは会", "ふれあい会"), state=state)
        load(graph, town, version, at)

    # Act
    on_the_first, since = (answer(graph, GAP, since=day).rows for day in ("2026-09-01", MEETING))

    # Assert
    assert {(row["kind"], row["change"]) for row in since} == {("absent_ties", "went"), ("ties", "came")}
    assert {(row["kind"], row["change"]) for row in on_the_first if row["label"] == "COLLABORATES_WITH"} == {("ties", "came")}
    assert {str(row["sources_that_could_show"]) for row in since} == {"['samples/見本']"}
