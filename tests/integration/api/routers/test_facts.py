"""The API of facts that are typed in: written with their evidence, taken back, and who and what is refused."""

from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.program_route import MOST_BYTES
from graph.connection import Graph
from tests.building import Town
from tests.engines import facts_of
from tests.integration.api.sites import HOSTILE, site

FACTS = "/api/v1/facts"
HEADER = "X-Tsunagu-Token"
SAID = {"said_by": "社協職員", "on": "2026-11-20"}
ORGANIZATION: dict[str, Any] = {"name": "とちり会", "area": "名張市", "types": ["NPO"], **SAID}
SENT: dict[str, dict[str, Any]] = {
    "organizations": ORGANIZATION,
    "ties": {"start": "いろは会", "end": "にほへ会", "kind": "連携", **SAID},
    "seats": {"body": "いろは会", "council": "協議体", "role": "事務局", "since": "2026-04-01", **SAID},
    "services": {"name": "買い物バス", "by": "いろは会", "area": "名張市", "categories": ["SHOPBUS"], **SAID},
    "needs": {"area": "名張市", "text": "買い物が困難", "count": 12, **SAID},
}


@pytest.fixture
def client(embedded_graph: Graph) -> Iterator[TestClient]:
    """The application with the token in every request, as a program sends it; two bodies and a council are recorded."""
    town = Town()
    town.bodies("いろは会", "にほへ会")
    town.body("ひみつの会", visibility="restricted")
    town.council("協議体")
    town.into(embedded_graph)
    with site(embedded_graph) as client:
        client.headers[HEADER] = client.get("/api/v1/loads/token").json()["token"]
        yield client


@pytest.mark.parametrize("kind", SENT)
def test_each_kind_is_written_once_shown_with_its_evidence_and_taken_back(client: TestClient, kind: str) -> None:
    """201 with ids and load; 200 and nothing the second time; the evidence says who and when; undone, nothing of it is there."""
    # Act
    tried = client.post(f"{FACTS}/{kind}", json=SENT[kind] | {"dry_run": True})
    first = client.post(f"{FACTS}/{kind}", json=SENT[kind])
    again = client.post(f"{FACTS}/{kind}", json=SENT[kind])
    added = first.json()
    ids = [fact["id"] for fact in added["facts"]]
    shown = client.get("/api/v1/evidence", params={"fact": ids}).json()["evidence"]
    (load,) = [one for one in client.get("/api/v1/loads").json()["loads"] if one["id"] == added["load"]]
    page = client.get("/import").text
    undone = client.post(f"/api/v1/loads/{added['load']}/undo")
    after = client.get("/api/v1/evidence", params={"fact": ids}).json()["evidence"]

    # Assert
    assert (tried.status_code, tried.json()["is_changed"], tried.json()["load"]) == (200, True, None)
    assert (first.status_code, added["place"]) == (201, "社協職員の話（2026-11-20）")
    assert (again.status_code, again.json()["is_changed"], again.json()["load"]) == (200, False, None)
    mine = [one for one in shown if one["dataset"] == added["dataset"]]
    assert {one["fact"] for one in mine} == set(ids)
    assert {(one["quote"], one["place"], one["as_of"]) for one in mine} == {(added["quote"], "said by 社協職員, 2026-11-20", "2026-11-20")}
    assert "社協職員" in load["name"]
    assert load["name"] in page
    assert undone.status_code == 200
    assert not [one for one in after if one["dataset"] == added["dataset"]]


def written(graph: Graph) -> list[dict[str, Any]]:
    """Everything that a saying writes beside its facts: none of these, no fact."""
    return sorted(facts_of(graph, "Evidence", "Load", "Source", "Withdrawn"), key=lambda one: str(one["id"]))


REFUSED: list[tuple[str, dict[str, Any], int, str]] = [
    ("organizations", ORGANIZATION | {"said_by": "山田太郎"}, 400, "個人名"),
    ("organizations", ORGANIZATION | {"words": "田中さんが困っている"}, 400, "個人名"),
    ("organizations", ORGANIZATION | {"name": "山田太郎"}, 400, "個人名"),
    ("organizations", ORGANIZATION | {"on": "2199-01-01"}, 400, "2026-04-01"),
    ("organizations", ORGANIZATION | {"area": "どこにもない市"}, 404, "近い名前"),
    ("organizations", ORGANIZATION | {"area": "府中市"}, 400, "広島県府中市"),
    ("organizations", ORGANIZATION | {"types": ["鯨"]}, 404, "NPO"),
    ("organizations", ORGANIZATION | {"visibility": "everybody"}, 422, ""),
    ("organizations", ORGANIZATION | {"name": "長" * 201}, 422, ""),
    ("organizations", ORGANIZATION | {"unknown": 1}, 422, ""),
    ("organizations", {"name": "とちり会"}, 422, ""),
    ("ties", SENT["ties"] | {"end": "どこにもない会"}, 404, "tsunagu add organization"),
    ("ties", SENT["ties"] | {"end": "ひみつの会"}, 404, ""),
    ("ties", SENT["ties"] | {"end": "いろは会"}, 400, ""),
    ("seats", SENT["seats"] | {"role": "会長の山田"}, 400, "個人名"),
    ("seats", SENT["seats"] | {"since": "昨日"}, 422, ""),
    ("services", SENT["services"] | {"status": "maybe"}, 400, "running"),
    ("needs", SENT["needs"] | {"text": "鯨"}, 400, "N_SHOP"),
    ("needs", SENT["needs"] | {"count": 0}, 422, ""),
]


@pytest.mark.parametrize(("kind", "sent", "status", "advice"), REFUSED)
def test_what_does_not_fit_is_a_problem_with_advice(  # noqa: PLR0917 - what is sent and what is said of it
    client: TestClient, embedded_graph: Graph, kind: str, sent: dict[str, Any], status: int, advice: str
) -> None:
    """Status, reason and what to do; nothing is written, and no name of a person is repeated."""
    before = written(embedded_graph)

    response = client.post(f"{FACTS}/{kind}", json=sent)

    problem = response.json()
    assert (response.status_code, response.headers["content-type"]) == (status, "application/problem+json")
    assert problem["detail"]
    assert advice in problem["advice"]
    assert not [name for name in ("山田", "田中") if name in response.text]
    assert written(embedded_graph) == before


def test_a_name_of_several_is_a_conflict_with_the_candidates(client: TestClient, embedded_graph: Graph) -> None:
    """409; the id that is shown works in the place of the name."""
    other = Town("伊賀市")
    body = other.body("いろは会")
    other.into(embedded_graph, dataset="samples/ほか")

    refused = client.post(f"{FACTS}/ties", json=SENT["ties"])
    taken = client.post(f"{FACTS}/ties", json=SENT["ties"] | {"start": body.id[:8]})

    assert refused.status_code == 409
    assert body.id[:8] in refused.json()["advice"]
    assert taken.status_code == 201


@pytest.mark.parametrize("kind", SENT)
def test_only_programs_with_the_token_on_their_own_machine_write(client: TestClient, embedded_graph: Graph, kind: str) -> None:
    """403 from another site's page, without the token, and where it is read-only: before anything sent is looked at."""
    before = written(embedded_graph)

    for headers in ({"origin": "https://evil.example"}, {"sec-fetch-site": "cross-site"}, {HEADER: ""}, {HEADER: "guessed"}):
        assert client.post(f"{FACTS}/{kind}", json=SENT[kind], headers=headers).status_code == 403
        assert client.post(f"{FACTS}/{kind}", content=b"no json", headers=headers).status_code == 403
    with site(embedded_graph, read_only=True) as public:
        for content in (b"{}", b"x" * 30_000_000):
            response = public.post(f"{FACTS}/{kind}", content=content)
            assert (response.status_code, "読むだけ" in response.json()["detail"]) == (403, True)
    assert written(embedded_graph) == before


def test_a_body_has_a_limit_and_has_to_be_json(client: TestClient) -> None:
    """413 with the limit; 422 for what is none."""
    too_much = client.post(
        f"{FACTS}/needs", content=b'{"area": "' + b"x" * MOST_BYTES + b'"}', headers={"content-type": "application/json"}
    )
    no_json = client.post(f"{FACTS}/needs", content=b"area=x", headers={"content-type": "application/json"})
    form = client.post(f"{FACTS}/needs", data={"area": "名張市"})

    assert (too_much.status_code, no_json.status_code, form.status_code) == (413, 422, 422)
    assert "64 kB" in too_much.json()["detail"]


def test_what_looks_like_code_is_text_in_every_answer(client: TestClient) -> None:
    """Kept to the character in JSON, and escaped on the pages."""
    added = client.post(f"{FACTS}/organizations", json=ORGANIZATION | {"name": HOSTILE, "words": HOSTILE}).json()

    assert (added["facts"][0]["name"], added["quote"]) == (HOSTILE, HOSTILE)
    assert HOSTILE not in client.get("/import").text


def test_the_description_has_examples_that_work(client: TestClient) -> None:
    """/openapi.json: each example of a request is taken, or refused only because its bodies are not recorded here."""
    described = client.get("/openapi.json").json()
    paths = {path: one["post"] for path, one in described["paths"].items() if path.startswith(FACTS) and "post" in one}

    assert {path.rpartition("/")[2] for path in paths} == set(SENT)
    for path, post in paths.items():
        assert {"200", "201", "400", "403", "404", "409", "413", "422", "503"} <= set(post["responses"])
        schema = post["requestBody"]["content"]["application/json"]["schema"]["$ref"].rpartition("/")[2]
        (example,) = described["components"]["schemas"][schema]["examples"]
        answer = client.post(path, json=example)
        assert answer.status_code in {201, 404}, answer.text
        assert answer.status_code == 201 or "見つかりません" in answer.json()["detail"]
