"""Findings: a row of an answer keeps its identity from the day it is followed until a fact answers it, and after."""

from dataclasses import replace
from datetime import timedelta

import pytest

from graph import evidence, loads, merging
from graph.connection import Graph
from graph.errors import QueryMisused
from graph.findings.following import follow, listed, one_finding
from graph.findings.kept import events_of
from graph.findings.refreshing import bring_up_to_date
from graph.findings.rows import findings_of_rows
from graph.model.organizations import Organization
from graph.model.ties import CollaboratesWith
from tests.building import TODAY, Town, exhaustive_for
from tests.engines import fingerprint
from tests.integration.graph.findings.followed import BY, GAP, kinds, load_again, reader, town_with_one_alone


def test_a_row_becomes_a_finding(graph: Graph) -> None:
    """With what people see of it, who follows it and since when; the row carries its id, before and after."""
    town_with_one_alone(graph)
    answer = reader(graph).answer(GAP, area="名張市")
    (before,) = findings_of_rows(reader(graph), answer)

    (found,) = follow(reader(graph), GAP, area="名張市", by=BY, why="次の協議体で聞く")

    (after,) = findings_of_rows(reader(graph), reader(graph).answer(GAP, area="名張市"))
    assert (before.finding, before.id) == (None, found.id)
    assert after.finding == found
    assert (found.status, found.first_seen, found.last_seen, found.visibility) == ("open", TODAY, TODAY, "members")
    assert "ひとり会" in found.name
    assert [(event.kind, event.by, event.why) for event in events_of(found)] == [("followed", BY, "次の協議体で聞く")]
    assert follow(reader(graph), GAP, area="名張市", by=BY) == [found]
    assert listed(reader(graph), area="三重県") == listed(reader(graph), gap=GAP, status="open") == [found]
    assert listed(reader(graph), area="伊賀市") == []


def test_some_rows_are_followed_by_their_ids(graph: Graph) -> None:
    """The first characters do; a row that the answer does not have is refused."""
    town = Town("名張市")
    town.ring("いろは会", "ふれあい会", "すずらん会", "すみれ会")
    town.bodies("ひとり会", "ふたり会")
    town.into(graph, exhaustive_for("ties"))
    one, _ = findings_of_rows(reader(graph), reader(graph).answer(GAP))

    assert [found.id for found in follow(reader(graph), GAP, rows=[one.id[:8]], by=BY)] == [one.id]
    for bad in ("00000000", ""):
        with pytest.raises(QueryMisused, match="unknown_row"):
            follow(reader(graph), GAP, rows=[bad], by=BY)


def test_it_is_resolved_by_the_fact_that_comes_and_open_again_when_that_goes(graph: Graph) -> None:
    """A newer version of the source that has the tie resolves it, with its load; undoing that load opens it again."""
    town, first, alone = town_with_one_alone(graph)
    (found,) = follow(reader(graph), GAP, area="名張市", by=BY)
    town.join(CollaboratesWith, alone, first)
    load = load_again(graph, town)

    bring_up_to_date(graph, operation=load, today=TODAY + timedelta(days=1))
    resolved = one_finding(reader(graph), found.id)
    loads.undo(graph, by=BY)

    assert (resolved.status, resolved.absent, resolved.last_seen) == ("resolved", True, TODAY)
    assert [(event.kind, event.operation) for event in events_of(resolved)][1:] == [("answered", load)]
    assert one_finding(reader(graph), found.id).status == "open"
    assert kinds(graph, found.id) == ["followed", "answered", "returned"]


def test_it_survives_the_merge_of_two_names_and_its_undoing(graph: Graph) -> None:
    """The finding about the name that is gone is about the one that is kept; its id and history stay."""
    town = Town("名張市")
    town.ring("いろは会", "ふれあい会", "すずらん会", "すみれ会")
    alone, same = town.bodies("ひとり会", "NPO ひとり会")
    town.into(graph, exhaustive_for("ties"))
    rows = reader(graph).answer(GAP).rows
    ids = dict(
        zip([row["id"] for row in rows], [one.id for one in findings_of_rows(reader(graph), reader(graph).answer(GAP))], strict=True)
    )
    (found,) = follow(reader(graph), GAP, rows=[ids[same.id]], by=BY)

    decision = merging.merge(graph, alone.id, same.id, by=BY, reason="同じ会")
    (row,) = findings_of_rows(reader(graph), reader(graph).answer(GAP))
    merged = one_finding(reader(graph), found.id)
    merging.undo(graph, decision.id, by=BY)

    assert row.id == found.id
    assert (merged.status, merged.absent) == ("open", False)
    assert "ひとり会" in merged.name
    assert kinds(graph, found.id) == ["followed"]
    apart = {one.id: one.finding for one in findings_of_rows(reader(graph), reader(graph).answer(GAP))}
    assert apart[ids[alone.id]] is None
    assert apart[found.id] is not None


def test_it_survives_the_merge_with_a_body_that_has_ties(graph: Graph) -> None:
    """The merge answers it; taking the merge back opens it again."""
    _, first, alone = town_with_one_alone(graph)
    (found,) = follow(reader(graph), GAP, by=BY)

    decision = merging.merge(graph, first.id, alone.id, by=BY, reason="同じ会")
    merged = one_finding(reader(graph), found.id)
    merging.undo(graph, decision.id, by=BY)

    assert (merged.status, [event.operation for event in events_of(merged)][-1]) == ("resolved", decision.id)
    assert kinds(graph, found.id) == ["followed", "answered", "returned"]


def test_a_body_with_a_corporate_number_keeps_it_through_a_new_name(graph: Graph) -> None:
    """Who is known by a number is the same under another name; the finding shows the new one."""
    town = Town("名張市")
    town.ring("いろは会", "ふれあい会", "すずらん会")
    body = Organization(key="organization|1234567890123", name="ひとり会", placed_in=town.area.id, corporate_number="1234567890123")
    town.state(body)
    town.into(graph, exhaustive_for("ties"))
    (found,) = follow(reader(graph), GAP, by=BY)

    town.facts[-1] = replace(town.facts[-1], what=replace(body, name="みんなの会"))
    bring_up_to_date(graph, operation=load_again(graph, town), today=TODAY)

    renamed = one_finding(reader(graph), found.id)
    assert (renamed.status, renamed.name.endswith("みんなの会")) == ("open", True)
    assert kinds(graph, found.id) == ["followed"]


def test_a_body_that_is_recorded_no_more_answers_nothing(graph: Graph) -> None:
    """The finding is closed, and says that no fact came; what people saw of it can still be read."""
    town, _, alone = town_with_one_alone(graph)
    (found,) = follow(reader(graph), GAP, by=BY)
    town.facts = [fact for fact in town.facts if fact.id != alone.id]

    bring_up_to_date(graph, operation=load_again(graph, town), today=TODAY)

    assert one_finding(reader(graph), found.id).status == "resolved"
    assert kinds(graph, found.id) == ["followed", "unrecorded"]
    assert "ひとり会" in one_finding(reader(graph), found.id).shown


def test_where_the_sources_fall_silent_nothing_is_resolved(graph: Graph) -> None:
    """A source that speaks of ties no more brings no fact: the finding stays as it is."""
    town, _, _ = town_with_one_alone(graph)
    (found,) = follow(reader(graph), GAP, by=BY)

    town.into(graph)
    bring_up_to_date(graph, operation=None, today=TODAY)

    assert reader(graph).answer(GAP, area="名張市").rows == []
    assert one_finding(reader(graph), found.id) == found


def test_a_rejected_reading_is_looked_at_too(graph: Graph) -> None:
    """Whatever changes facts brings the findings up to date: here the only sentence of a tie is rejected."""
    town, first, alone = town_with_one_alone(graph)
    (found,) = follow(reader(graph), GAP, by=BY)
    town.join(CollaboratesWith, alone, first)
    tie = town.facts[-1].id
    bring_up_to_date(graph, operation=load_again(graph, town), today=TODAY)
    (sentence,) = graph.read("MATCH (e:Evidence {fact: $fact}) RETURN e.id AS id", fact=tie)

    evidence.reject(graph, sentence["id"], by=BY, reason="別の会")
    rejected = one_finding(reader(graph), found.id)
    evidence.reopen(graph, sentence["id"], by=BY)

    assert rejected.status == "open"
    assert kinds(graph, found.id) == ["followed", "answered", "returned", "answered"]


def test_looking_again_on_the_same_day_changes_nothing(graph: Graph) -> None:
    """The same load twice leaves everything as it was."""
    town, _, _ = town_with_one_alone(graph)
    follow(reader(graph), GAP, by=BY)
    bring_up_to_date(graph, operation=load_again(graph, town), today=TODAY)
    before = fingerprint(graph)

    assert bring_up_to_date(graph, operation=None, today=TODAY) == []
    assert fingerprint(graph) == before
