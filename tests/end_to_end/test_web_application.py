"""The API and the pages on a real graph: shapes, errors that help, and nothing of a source that could run."""

import re
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import WebSettings
from graph.connection import Graph
from graph.model.ties import CollaboratesWith
from graph.query_files import questions
from tests.building import Town, examples_of

HOSTILE = "</script><img src=x onerror=alert(1)>"
PAGES = ("", "/network", "/network/picture", "/resources", "/findings", "/gaps", *(f"/gaps/{gap}" for gap in questions("gaps")))


@pytest.fixture
def town() -> Town:
    """A town with ties, a council, a need nobody answers, and a body of a hostile name."""
    town = Town("名張市")
    first, second, third = town.ring("いろは会", "ふれあい会", "すずらん会")
    hostile, alone = town.body(HOSTILE), town.body("ひとり会", visibility="members")
    town.join(CollaboratesWith, hostile, first)
    town.council("見本協議体", members=[second, third, alone])
    town.service("買い物バス", "SHOPBUS", by=[first], status="planned")
    town.need("N_SHOP", name="買い物に困る")
    return town


@pytest.fixture
def client(embedded_graph: Graph, town: Town) -> Iterator[TestClient]:
    """The application on a graph of its own, for members."""
    town.into(embedded_graph, examples_of("ties", "services", "needs", "seats"))
    with TestClient(create_app(embedded_graph, WebSettings())) as client:
        yield client


def test_health_and_readiness(client: TestClient) -> None:
    """/health says that the process runs, /ready that the database answers."""
    assert client.get("/health").json() == {"status": "ok"}
    assert client.get("/ready").json() == {"status": "ready", "engine": "embedded"}


def test_areas_are_those_with_records(client: TestClient) -> None:
    """The list has the town with its counts and no area without a record."""
    areas = client.get("/api/v1/areas").json()["areas"]

    assert [(area["full_name"], area["bodies"], area["councils"], area["needs"]) for area in areas] == [("三重県名張市", 5, 1, 1)]
    assert client.get("/api/v1/areas/名張市").json()["id"] == areas[0]["id"]


@pytest.mark.parametrize(("resource", "count"), [("organizations", 5), ("councils", 1), ("services", 1)])
def test_resources_of_an_area_come_in_pages(client: TestClient, resource: str, count: int) -> None:
    """Each list tells its total, takes limit and offset, and is empty for another area."""
    everything = client.get(f"/api/v1/{resource}", params={"area": "名張市"}).json()
    page = client.get(f"/api/v1/{resource}", params={"area": "名張市", "limit": 1, "offset": 0}).json()

    assert everything["total"] == len(everything[resource]) == count
    assert page[resource] == everything[resource][:1]
    assert client.get(f"/api/v1/{resource}", params={"area": "伊賀市"}).json()["total"] == 0


def test_a_gap_is_answered_with_its_evidence(client: TestClient) -> None:
    """The answer names the need; its evidence can be asked for by id and by fact."""
    answer = client.get("/api/v1/gaps/needs_without_service", params={"area": "名張市", "as_of": "2026-11-23"}).json()

    (row,) = answer["rows"]
    assert (row["need_code"], row["not_counted"], answer["population"]) == ("N_SHOP", ["買い物バス"], 1)
    assert answer["parameters"] == {"as_of": "2026-11-23"}
    one = client.get(f"/api/v1/evidence/{row['evidence'][0]}").json()
    assert one["quote"]
    assert client.get("/api/v1/evidence", params={"fact": row["need_id"]}).json()["evidence"] == [one]


def test_every_gap_is_listed_and_answers(client: TestClient) -> None:
    """What the list names can be asked."""
    listed = [gap["id"] for gap in client.get("/api/v1/gaps").json()["gaps"]]

    assert listed == sorted(questions("gaps"))
    assert all(client.get(f"/api/v1/gaps/{gap}").status_code == 200 for gap in listed)


@pytest.mark.parametrize(
    ("path", "status", "code", "said"),
    [
        ("/api/v1/gaps/no_such_gap", 404, "QueryMisused", "needs_without_service"),
        ("/api/v1/gaps/needs_without_service?as_of=昨日", 400, "QueryMisused", "2026-04-01"),
        ("/api/v1/gaps/needs_without_service?colour=red", 400, "QueryMisused", "as_of"),
        ("/api/v1/areas/名張", 404, "QueryMisused", "三重県名張市"),
        ("/api/v1/services?area=府中市", 400, "QueryMisused", "広島県府中市"),
        ("/api/v1/services?limit=0", 422, "RequestInvalid", "openapi"),
        ("/api/v1/evidence/none", 404, "QueryMisused", "取り下げ"),
        ("/api/v1/nothing", 404, "HTTPError", "openapi"),
    ],
)
def test_errors_are_problem_details_with_advice(client: TestClient, path: str, status: int, code: str, said: str) -> None:
    """RFC 9457 with title, detail, advice and code; the advice names what would work."""
    response = client.get(path)

    problem = response.json()
    assert (response.status_code, response.headers["content-type"], problem["code"]) == (status, "application/problem+json", code)
    assert problem["title"]
    assert problem["detail"]
    assert said in problem["advice"]


def test_a_page_that_cannot_be_shown_says_what_to_do(client: TestClient) -> None:
    """An unknown area typed into the search gives a page with the near names, not a bare error."""
    response = client.get("/find", params={"area": "名張"})

    assert response.status_code == 404
    assert re.search(r'<a class="button" href="/areas/[0-9a-f-]+">三重県名張市</a>', response.text)
    assert 'value="名張"' in response.text
    assert client.get("/find", params={"area": "名張市"}).status_code == 200


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_pages_show_a_hostile_name_as_text(client: TestClient, page: str, language: str) -> None:
    """No page carries the name as markup, in either language, and every text of the page is in the catalogue."""
    response = client.get(f"/areas/名張市{page}", params={"lang": language})

    assert response.status_code == 200
    assert HOSTILE not in response.text
    assert "<img src=x" not in response.text


def test_the_api_gives_a_hostile_name_as_data(client: TestClient) -> None:
    """In JSON the name is what the source says, character for character."""
    names = [body["name"] for body in client.get("/api/v1/organizations").json()["organizations"]]

    assert HOSTILE in names


def test_every_response_forbids_what_it_does_not_need(client: TestClient) -> None:
    """Pages may load only from here; types are not guessed; nothing is kept by caches."""
    headers = client.get("/").headers

    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert (headers["x-content-type-options"], headers["cache-control"]) == ("nosniff", "no-store")


def test_a_foreign_name_of_the_host_is_refused(client: TestClient) -> None:
    """On the own machine only its own names are answered, so that a foreign page cannot reach it by a name of its own."""
    assert client.get("/api/v1/areas", headers={"host": "evil.example"}).status_code == 400


def test_the_public_sees_only_what_is_public(embedded_graph: Graph, town: Town) -> None:
    """For the public a body for members is on no page and in no list."""
    town.into(embedded_graph, examples_of("ties"))
    with TestClient(create_app(embedded_graph, WebSettings(audience="public"))) as client:
        everywhere = [client.get(f"/areas/名張市{page}").text for page in PAGES] + [client.get("/api/v1/organizations").text]

    assert not any("ひとり会" in text for text in everywhere)


def test_a_question_for_members_is_not_answered_to_the_public(embedded_graph: Graph, town: Town) -> None:
    """The API and the page say that it is for members; the others are answered; the list says for whom each is."""
    town.into(embedded_graph, examples_of("ties", "needs"))
    with TestClient(create_app(embedded_graph, WebSettings(audience="public"))) as client:
        answer = client.get("/api/v1/gaps/actors_without_ties", params={"area": "名張市"}).json()
        page = client.get("/areas/名張市/gaps/actors_without_ties").text
        listed = {gap["id"]: gap["audience"] for gap in client.get("/api/v1/gaps").json()["gaps"]}

        assert (answer["rows"], answer["population"], [note["code"] for note in answer["notes"]]) == ([], 0, ["for_members"])
        assert answer["notes"][0]["message"] in page
        assert (listed["actors_without_ties"], listed["needs_without_service"]) == ("members", "public")
        assert client.get("/api/v1/gaps/needs_without_service").json()["rows"]


def test_the_coverage_matrix_is_a_table_of_sources_and_kinds(client: TestClient) -> None:
    """One line for the source, a column for each kind of fact, in words; the shelf leads to it."""
    page = client.get("/areas/名張市/gaps/coverage_matrix").text

    row = page.partition("<tbody>")[2].partition("</tbody>")[0]
    assert row.count("<tr>") == 1
    assert (row.count("例示"), row.count("対象外"), row.count("どの資料も対象にしていない")) == (4, 3, 3)
    assert "/gaps/coverage_matrix" in client.get("/areas/名張市").text


def test_an_empty_graph_says_what_to_do(embedded_graph: Graph) -> None:
    """Never an empty screen: without data the first page offers the load and the example."""
    with TestClient(create_app(embedded_graph, WebSettings())) as client:
        text = client.get("/").text

    assert "tsunagu load" in text
    assert "tsunagu demo" in text
