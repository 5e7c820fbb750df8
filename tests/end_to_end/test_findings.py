"""Following a row up through the doors: from the answer to the fact that resolves it, after a restart, and for whom."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from graph.connection import Graph
from tests.building import Town, exhaustive_for
from tests.end_to_end.programs import ROOT, Program
from tests.integration.api.sites import site

REGISTER = ROOT / "tests" / "sample_data" / "transport_register" / "register.csv"
GAP = "actors_without_ties"
ASKED = {"gap": GAP, "area": "名張市"}
FINDINGS = "/api/v1/findings"
HEADER = "X-Tsunagu-Token"


@pytest.fixture
def client(graph: Graph) -> Iterator[TestClient]:
    """The application with the token in every request; one body has no recorded tie."""
    town = Town("名張市")
    town.ring("いろは会", "ふれあい会", "すずらん会")
    town.body("ひとり会")
    town.into(graph, exhaustive_for("ties"))
    with site(graph) as client:
        client.headers[HEADER] = client.get("/api/v1/loads/token").json()["token"]
        yield client


def rows(client: TestClient) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get(f"/api/v1/gaps/{GAP}", params={"area": "名張市"}).json()["rows"]
    return found


def test_a_row_is_followed_decided_about_and_resolved_by_a_fact_that_is_typed_in(client: TestClient) -> None:
    """Each row carries its id and, once followed, its status; undoing the fact opens it again; a restart forgets nothing."""
    # Act
    (before,) = rows(client)
    followed = client.post(FINDINGS, json=ASKED | {"rows": [before["finding"]], "why": "次の協議体で聞く"})
    (one,) = followed.json()["findings"]
    decided = client.patch(f"{FINDINGS}/{one['id'][:8]}", json={"status": "in_progress", "why": "電話で聞いている", "by": "municipality"})
    (during,) = rows(client)
    tie = {"start": "ひとり会", "end": "いろは会", "kind": "連携", "said_by": "社協職員", "on": "2026-11-20"}
    added = client.post("/api/v1/facts/ties", json=tie).json()
    resolved = client.get(f"{FINDINGS}/{one['id']}").json()
    client.post(f"/api/v1/loads/{added['load']}/undo")
    (again,) = client.get(FINDINGS, params={"area": "名張市"}).json()["findings"]

    # Assert
    assert (before["finding_status"], followed.status_code) == (None, 201)
    assert (one["id"], one["status"]) == (before["finding"], "open")
    assert "ひとり会" in one["row"]
    assert decided.json()["status"] == during["finding_status"] == "in_progress"
    assert (resolved["status"], resolved["gone"], resolved["history"][-1]["operation"]) == ("resolved", True, added["load"])
    assert (again["status"], again["gone"]) == ("open", False)
    assert [event["kind"] for event in again["history"]] == ["followed", "decided", "answered", "returned"]
    assert [event["by"] for event in again["history"]] == ["coordinator", "municipality", None, None]


def test_the_public_sees_and_follows_nothing(client: TestClient, graph: Graph) -> None:
    """Not in a list, not by its id, not in the rows of an answer."""
    (one,) = client.post(FINDINGS, json=ASKED).json()["findings"]

    with site(graph, audience="public") as public:
        public.headers[HEADER] = public.get("/api/v1/loads/token").json()["token"]
        listed = public.get(FINDINGS).json()
        shown = public.get(f"{FINDINGS}/{one['id']}")
        refused = public.post(FINDINGS, json={"gap": "coverage_matrix"})

    assert listed == {"total": 0, "findings": []}
    assert shown.status_code == 404
    assert (refused.status_code, "--audience members" in refused.json()["advice"]) == (400, True)


@pytest.mark.parametrize(
    ("method", "path", "sent", "status"),
    [
        ("POST", "", {"gap": "no_such_gap"}, 404),
        ("POST", "", {"gap": GAP, "rows": ["00000000"]}, 404),
        ("POST", "", {"gap": GAP, "by": "山田太郎"}, 404),
        ("POST", "", {"gap": GAP, "colour": "red"}, 422),
        ("PATCH", "/00000000", {"status": "open", "why": "理由"}, 404),
        ("PATCH", "/00000000", {"status": "done", "why": "理由"}, 400),
        ("PATCH", "/00000000", {"status": "accepted_until", "why": "理由"}, 400),
        ("PATCH", "/00000000", {"status": "open"}, 422),
    ],
)
def test_what_does_not_fit_is_refused_with_advice(client: TestClient, method: str, path: str, sent: dict[str, Any], status: int) -> None:
    """As a problem that says what would work."""
    response = client.request(method, FINDINGS + path, json=sent)

    assert response.status_code == status
    assert response.json()["advice"]


def test_who_may_follow_is_asked_first(client: TestClient, graph: Graph) -> None:
    """Not where it is read-only, not from a page of another site, not without the token."""
    foreign = client.post(FINDINGS, json=ASKED, headers={"Origin": "https://example.org"})
    without = client.post(FINDINGS, json=ASKED, headers={HEADER: ""})
    with site(graph, read_only=True) as reading:
        closed = [reading.post(FINDINGS, json=ASKED), reading.patch(f"{FINDINGS}/00000000", json={})]

    assert [one.status_code for one in (foreign, without, *closed)] == [403, 403, 403, 403]
    assert client.get(FINDINGS).json() == {"total": 0, "findings": []}


def test_the_command_line_follows_through_loads_and_backups(tmp_path: Path) -> None:
    """Undoing a load and loading it again are noted; what was followed is in a backup, with its history."""
    # Arrange
    tsunagu, other = Program(tmp_path / "home"), Program(tmp_path / "other")
    backup = tmp_path / "backup.zip"
    assert tsunagu("database", "start").status == other("database", "start").status == 0
    assert tsunagu("load", REGISTER).status == 0
    row = tsunagu("gaps", "run", "coverage_matrix", "--json").document["rows"][0]

    # Act
    followed = tsunagu("findings", "follow", "coverage_matrix", row["finding"], "--why", "確かめる", "--json").document["findings"]
    listed = tsunagu("findings", "list", "--gap", "coverage_matrix")
    load = tsunagu("undo").status, tsunagu("load", REGISTER).status
    changed = tsunagu("findings", "set", row["finding"][:8], "accepted_until", "--until", "2099-03-31", "--why", "来年度に考える")
    bad = tsunagu("findings", "set", row["finding"][:8], "accepted_until", "--why", "来年度に考える")
    history = tsunagu("findings", "history", row["finding"][:8])
    assert tsunagu("database", "backup", "--out", backup).status == other("database", "restore", backup).status == 0
    restored = other("findings", "list", "--json").document
    kept = tsunagu("findings", "list", "--json").document

    # Assert
    assert [one["id"] for one in followed] == [row["finding"]]
    assert row["finding"][:8] in listed.out
    assert "確認事項 1 件" in listed.out
    assert load == (0, 0)
    assert "2099-03-31" in changed.out
    assert (bad.status, len(bad.err.splitlines())) == (2, 2)
    assert [event["kind"] for event in kept["findings"][0]["history"]] == ["followed", "taken_back", "returned", "decided"]
    assert all(text in history.out for text in ("追いかけ始めました", "確かめる", "来年度に考える"))
    assert restored == kept
    for program in (tsunagu, other):
        assert program("database", "check").status == program("database", "stop").status == 0
