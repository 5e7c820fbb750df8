"""The API of loads: tried, loaded, taken back; and who is refused, with the reason and what to do."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from graph.connection import Graph
from graph.loads import undo
from loaders.run import Choices
from loaders.run import load as load_file
from tests.engines import fingerprint
from tests.integration.api.sites import HOSTILE, TOWN, bodies, sending, site, token_of

PREVIEW, LOADS = "/api/v1/loads/preview", "/api/v1/loads"
HEADER = "X-Tsunagu-Token"
SAMPLES = Path(__file__).parents[3] / "sample_data" / "case_studies"
REGISTER = SAMPLES.parent / "transport_register" / "register.csv"


@pytest.fixture
def client(embedded_graph: Graph) -> Iterator[TestClient]:
    """The application with the token in every request, as a program sends it."""
    with site(embedded_graph) as client:
        client.headers[HEADER] = client.get("/api/v1/loads/token").json()["token"]
        yield client


def test_a_preview_reports_and_writes_nothing(client: TestClient, embedded_graph: Graph) -> None:
    """Counts, kinds, cases, repairs, set-aside and masked places; the graph is as it was."""
    # Arrange
    before = fingerprint(embedded_graph)

    # Act
    response = client.post(PREVIEW, files=sending())
    report = response.json()

    # Assert
    assert response.status_code == 200
    assert fingerprint(embedded_graph) == before
    assert (report["dry_run"], report["load"], report["file"], report["source"]) == (True, None, "report.md", "case_studies")
    assert report["rows_in"] == report["written"] + report["unchanged"] + report["refused"] + report["set_aside"] == 2
    assert [(case["name"], case["place"]) for case in report["cases"]] == [("三重県名張市", "1行目")]
    assert report["facts"]["Organization"] == 1
    assert [(one["before"], one["after"], one["count"], one["line"]) for one in report["repairs"]] == [("ニ-ズ", "ニーズ", 1, 3)]
    assert [one["place"] for one in report["masked"]] == ["4行目", "5行目"]
    assert [(one["place"], one["kind"]) for one in report["problems"] if one["kind"] == "set_aside"] == [("5行目", "set_aside")]
    assert all(one["message"] and one["advice"] for one in report["problems"])
    assert not [name for name in ("山田", "太郎", "高橋") if name in response.text]


def test_a_preview_of_a_pdf_says_the_place_in_the_file_wherever_it_says_one(client: TestClient) -> None:
    """Cases, repairs and problems have pages, which a person finds, and no lines of a text that nobody sees."""
    report = client.post(PREVIEW, files=sending((SAMPLES / "regions.pdf").read_bytes(), "regions.pdf")).json()
    for kind in ("cases", "repairs", "problems"):
        assert report[kind]
        assert all("ページ" in one["place"] for one in report[kind])


def test_a_load_is_written_suggests_and_is_taken_back(client: TestClient, embedded_graph: Graph) -> None:
    """201 with the id of the load; the same again writes nothing; undone, the graph says nothing of it."""
    # Arrange
    before = bodies(embedded_graph)
    client.post(LOADS, files=sending(TOWN + "・お助け隊が草刈りを実施。\n", "other.md"))

    # Act
    first = client.post(LOADS, files=sending())
    again = client.post(LOADS, files=sending()).json()
    listed = client.get(LOADS).json()["loads"]
    undone = client.post(f"{LOADS}/{first.json()['load']}/undo")

    # Assert
    assert first.status_code == 201
    assert [{one["first_name"], one["second_name"]} for one in first.json()["suggestions"]] == [{"お助け隊", "名張市お助け隊"}]
    assert (again["load"], again["written"]) == (None, 0)
    assert [(load["file"], load["state"]) for load in listed] == [("report.md", "complete"), ("other.md", "complete")]
    assert undone.status_code == 200
    assert undone.json()["left"] > 0
    assert bodies(embedded_graph) == before | {"お助け隊"}


def test_a_preview_names_what_would_change_but_not_what_is_for_fewer(client: TestClient, embedded_graph: Graph) -> None:
    """Field by field with before and after; what was loaded for few is counted and not named."""
    # Arrange
    text = REGISTER.read_text(encoding="utf-8-sig")
    before = text.splitlines()[1].split(",")[9]
    newer = sending(text.replace(before, "2031-03-31", 1), "register.csv")
    load_file(lambda: embedded_graph, REGISTER, Choices(visibility="restricted"))

    # Act
    hidden = client.post(PREVIEW, files=newer).json()["changes"]
    undo(embedded_graph, by="coordinator")
    load_file(lambda: embedded_graph, REGISTER)
    shown = client.post(PREVIEW, files=newer).json()["changes"]

    # Assert
    assert hidden["counts"]["changed"]["Service"] > 0
    assert hidden["shown"] == []
    (service,) = [one for one in shown["shown"] if one["kind"] == "changed"]
    assert service["fields"] == [{"name": "valid_to", "before": before, "after": "2031-03-31"}]
    assert set(service) == {"kind", "label", "name", "fields"}


def test_what_is_said_with_a_file_is_kept_with_it(client: TestClient, embedded_graph: Graph) -> None:
    """The day and the kind of source that the form names."""
    client.post(LOADS, files=sending(), data={"as_of": "2026-08-09", "source": "case_studies"})

    (source,) = embedded_graph.read("MATCH (s:Source {dataset: 'case_studies/report'}) RETURN s.as_of AS as_of")
    assert source["as_of"].isoformat() == "2026-08-09"


@pytest.mark.parametrize(
    ("files", "data", "status", "code", "said"),
    [
        (None, {}, 400, "QueryMisused", "資料を一つ"),
        (sending(b"", ""), {}, 400, "QueryMisused", "資料を一つ"),
        (sending(b"", "empty.md"), {}, 422, "LoadStopped", "保存し直して"),
        (sending(b"\x89PNG\x00\x01\x02" * 30, "picture.png"), {}, 422, "LoadStopped", "保存し直して"),
        (sending("今日は晴れ。\n", "prose.txt"), {}, 422, "LoadStopped", "探しました"),
        (sending("あ\nい\n" * 40, "vertical.txt"), {}, 422, "LoadStopped", "横書き"),
        (sending(), {"source": "no_such_source"}, 404, "QueryMisused", "case_studies"),
        (sending(), {"as_of": "昨日"}, 400, "QueryMisused", "2026-04-01"),
    ],
)
@pytest.mark.parametrize("path", [PREVIEW, LOADS])
def test_what_cannot_be_taken_says_why_and_what_to_do(  # noqa: PLR0917 - what is sent and what is said of it
    client: TestClient, embedded_graph: Graph, path: str, files: object, data: dict[str, str], status: int, code: str, said: str
) -> None:
    """A problem with status, code, reason and advice; nothing is written."""
    before = fingerprint(embedded_graph)

    response = client.post(path, files=files, data=data)

    problem = response.json()
    assert (response.status_code, problem["code"], response.headers["content-type"]) == (status, code, "application/problem+json")
    assert problem["detail"]
    assert said in problem["advice"]
    assert fingerprint(embedded_graph) == before


def test_too_large_a_file_names_the_setting(embedded_graph: Graph) -> None:
    """413 with the limit and how to raise it, whether the size is told first or found while receiving."""

    def in_pieces() -> Iterator[bytes]:
        yield b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.md"\r\n\r\n'
        for _ in range(20):
            yield b"x" * 100_000
        yield b"\r\n--x--\r\n"

    with site(embedded_graph, upload_limit_mb=1) as client:
        client.headers[HEADER] = token_of(client)
        at_once = client.post(PREVIEW, files=sending(b"x" * 1_000_001))
        streamed = client.post(PREVIEW, content=in_pieces(), headers={"content-type": "multipart/form-data; boundary=x"})
        fits = client.post(PREVIEW, files=sending("x" * 999_000))

    for response in (at_once, streamed):
        assert response.status_code == 413
        assert "1 MB" in response.json()["detail"]
        assert "TSUNAGU_UPLOAD_LIMIT_MB" in response.json()["advice"]
    assert fits.status_code == 422


@pytest.mark.parametrize(
    ("content", "content_type"),
    [
        (b"no form at all", "multipart/form-data; boundary=x"),
        (b"no form at all", "multipart/form-data"),
        (b'{"file": "a"}', "application/json"),
        (b"file=a.md", "application/x-www-form-urlencoded"),
        (b"", ""),
    ],
)
def test_what_is_no_form_is_refused(client: TestClient, content: bytes, content_type: str) -> None:
    """400, never an error of ours."""
    assert client.post(PREVIEW, content=content, headers={"content-type": content_type}).status_code == 400


def test_what_cannot_be_undone_says_why(client: TestClient) -> None:
    """404 for an unknown load, 409 for one that is undone or that a newer one stands on."""
    first = client.post(LOADS, files=sending()).json()["load"]
    second = client.post(LOADS, files=sending(TOWN + "・お助け隊が草刈りを実施。\n")).json()["load"]

    assert client.post(f"{LOADS}/none/undo").status_code == 404
    assert client.post(f"{LOADS}/{first}/undo").status_code == 409
    assert client.post(f"{LOADS}/{second}/undo").status_code == 200
    assert client.post(f"{LOADS}/{second}/undo").status_code == 409
    assert client.post(f"{LOADS}/{first}/undo").status_code == 200


@pytest.mark.parametrize("name", ["../../etc/passwd.md", "C:\\x\\passwd.md", f"{HOSTILE}.md", "a\u202e.md", "長" * 400 + ".md"])
def test_the_name_of_a_file_is_only_a_name(client: TestClient, name: str) -> None:
    """No folder of it is looked at, and what is odd about it is text."""
    report = client.post(PREVIEW, files=sending(name=name)).json()

    assert "/" not in report["file"].replace(HOSTILE, "")
    assert "\\" not in report["file"]
    assert report["file"].endswith(".md")
    assert report["dataset"] == f"case_studies/{report['file'].removesuffix('.md')}"


def test_the_description_tells_what_is_sent_and_what_may_go_wrong(client: TestClient) -> None:
    """/openapi.json has the file of the form and the documented errors."""
    paths = client.get("/openapi.json").json()["paths"]

    for path, expected in (
        (PREVIEW, {"200", "400", "403", "404", "413", "422", "503"}),
        (LOADS, {"201", "400", "403", "404", "413", "422", "503"}),
    ):
        assert expected <= set(paths[path]["post"]["responses"])
        assert "file" in paths[path]["post"]["requestBody"]["content"]["multipart/form-data"]["schema"]["properties"]
    assert {"200", "403", "404", "409", "503"} <= set(paths["/api/v1/loads/{load}/undo"]["post"]["responses"])
