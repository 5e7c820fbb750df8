"""The page on which evidence is looked through, as a browser without scripts uses it; what a rejection takes away comes back with it."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx import Response

from graph.connection import Graph
from graph.fact_export import facts
from graph.model.ties import CollaboratesWith
from tests.building import Town, exhaustive_for
from tests.integration.api.routers.import_forms import choose, press
from tests.integration.api.routers.test_facts import written
from tests.integration.api.sites import HOSTILE, bodies, site, token_of

PAGE = "/areas/名張市/review"
WHY = "別の団体のこと"
SENTENCE = "見本 9"
"""The only one that states the tie of ひとり会."""
HEADS = re.compile(r'<h2 id="evidence-([0-9a-f-]+)">(.*?)</h2>')


@pytest.fixture
def client(embedded_graph: Graph) -> Iterator[TestClient]:
    """The application on five bodies, four of them in a ring, and one tie that a single sentence states."""
    town = Town()
    one, *_ = town.ring("いろは会", "にほへ会", "とちり会", "ぬるを会")
    other = town.body("ひとり会", kana="ひとりかい")
    town.state(CollaboratesWith(start=one.reference, end=other.reference, kind="協定"))
    of_the_town(town).into(embedded_graph, exhaustive_for("ties"))
    with site(embedded_graph) as client:
        yield client


def of_the_town(town: Town) -> Town:
    """The same, each sentence said to speak of the municipality, as loaders do."""
    town.facts = [replace(one, evidence=tuple(replace(quoted, area_id=town.area.id) for quoted in one.evidence)) for one in town.facts]
    return town


def heads(client: TestClient, **query: str) -> list[tuple[str, str]]:
    """Id and first line of each entry of the page."""
    return HEADS.findall(client.get(PAGE, params=query).text)


def evidence_for(client: TestClient, told: str, **query: str) -> str:
    """Id of the evidence of which the page says just that."""
    return next(id_ for id_, head in heads(client, **query) if head.startswith(told))


def the_tie(client: TestClient) -> str:
    """Id of the evidence of the tie of ひとり会."""
    return next(id_ for id_, head in heads(client, kind="COLLABORATES_WITH") if "ひとり会" in head and "協定" in head)


def say(client: TestClient, id_: str, decision: str, **more: Any) -> Response:
    """One of the buttons of an entry, and the page that follows."""
    sent = {"token": token_of(client), "decision": decision, "by": "coordinator", "why": WHY, "kind": "", "page": "1"}
    answer: Response = client.post(f"{PAGE}/{id_}", data=sent | more)
    return answer


def shown(client: TestClient, graph: Graph) -> dict[str, bool]:
    """Where the tie of ひとり会 shows: in the picture and in an export; and whether the body is among those without ties."""
    lonely = client.get("/areas/名張市/gaps/actors_without_ties.csv").content.decode("utf-8-sig")
    return {
        "picture": SENTENCE in client.get("/areas/名張市/network/picture").text,
        "export": any("協定" in json.dumps(one, ensure_ascii=False) for one in facts(graph, ["public"])),
        "without ties": "ひとり会" in lonely,
    }


def test_a_rejected_tie_is_gone_everywhere_and_comes_back(client: TestClient, embedded_graph: Graph) -> None:
    """With its only sentence the tie leaves picture, answers and exports; taken back on the same page it is there again."""
    # Arrange
    tie = the_tie(client)
    before = shown(client, embedded_graph)

    # Act
    rejected = say(client, tie, "reject")
    gone = shown(client, embedded_graph)
    undone = say(client, tie, "reopen", why="")
    after = shown(client, embedded_graph)

    # Assert
    assert before == {"picture": True, "export": True, "without ties": False}
    assert gone == {"picture": False, "export": False, "without ties": True}
    assert after == before
    assert rejected.history[0].status_code == 303
    assert "「ちがう」と記録しました" in rejected.text
    assert WHY in rejected.text
    assert "判断を取り消しました" in undone.text
    assert "最近の判断" not in undone.text


def test_each_sentence_is_confirmed_or_put_right_and_counted(client: TestClient) -> None:
    """The list says how many of how many; what is decided leaves it, is listed below, and each can be taken back."""
    # Arrange
    body = evidence_for(client, "団体・機関: ひとり会")
    before = client.get(PAGE).text

    # Act
    confirmed = say(client, the_tie(client), "confirm", why="")
    same = {"set.name": "ひとり会", "set.kana": "ひとりかい", "set.aliases": "", "set.generic": "false", "set.codes": ["", "NPO", "SHAKYO"]}
    corrected = say(client, body, "correct", **same | {"set.address": "名張市鴻之台1番"})
    values = client.get(f"/api/v1/evidence/{body}").json()["values"]
    reopened = say(client, body, "reopen", why="")
    again = client.get(f"/api/v1/evidence/{body}").json()["values"]

    # Assert
    assert "10件のうち0件を確かめました" in before
    assert "10件のうち1件を確かめました" in confirmed.text
    assert "10件のうち2件を確かめました" in corrected.text
    assert "直したとおりに記録しました" in corrected.text
    assert (values["address"], values["codes"], values["actor_types"]) == ("名張市鴻之台1番", ["NPO", "SHAKYO"], ["NPO", "SHAKYO"])
    assert (values["name"], values["kana"]) == ("ひとり会", "ひとりかい")
    assert "address" not in again
    assert "10件のうち1件を確かめました" in reopened.text


def test_a_sentence_stands_in_its_surroundings(embedded_graph: Graph) -> None:
    """What the source says before and after it, the piece itself marked; cells of a table with the others of their row."""
    with site(embedded_graph) as client:
        page = choose(client, "## 三重県名張市\n\n・名張市お助け隊が買い物代行を実施。\n・名張市お助け隊は名張市社会福祉協議会と連携。\n")
        press(client, page, "/load")

        text = re.sub(r"\s+", " ", client.get(PAGE, params={"kind": "COLLABORATES_WITH"}).text)

    assert "3行目</span> <mark>" not in text
    assert re.search(r"4行目</span> [^m]*<mark>[^<]*連携", text)
    assert "買い物代行" in text.partition("前後の文")[2]


REFUSED: list[tuple[str, dict[str, Any], int, str]] = [
    ("reject", {"why": ""}, 400, "理由が要ります"),
    ("correct", {"why": "", "set.kind": "連携"}, 400, "理由が要ります"),
    ("correct", {"set.kind": "協定"}, 400, "いまの記録と同じです"),
    ("correct", {"set.start": "x"}, 400, "start"),
    ("correct", {"set.kind": "会長の山田太郎さん"}, 400, "個人の名前"),
    ("reject", {"why": "山田太郎さんが違うと言った"}, 400, "個人の名前"),
    ("confirm", {"why": "長" * 2001}, 400, "2000"),
    ("confirm", {"by": "山田"}, 404, "役割"),
    ("burn", {}, 400, "burn"),
]


def test_what_cannot_be_noted_comes_back_with_why_and_nothing_is_written(client: TestClient, embedded_graph: Graph) -> None:
    """The page again with the reason, what was typed kept; unknown evidence, other sites and reading sites are refused."""
    # Arrange
    tie, before = the_tie(client), written(embedded_graph)

    # Act, Assert
    for decision, sent, status, said in REFUSED:
        page = say(client, tie, decision, kind="COLLABORATES_WITH", **sent)
        assert (page.status_code, 'role="alert"' in page.text) == (status, True), (decision, sent)
        assert said in page.text, (decision, sent)
        assert not sent.get("why") or len(sent["why"]) > 100 or f'value="{sent["why"]}"' in page.text
    body = evidence_for(client, "団体・機関: ひとり会")
    assert "「名前」が書かれていません" in say(client, body, "correct", **{"set.name": ""}).text
    for id_ in ("0" * 36, tie[:8]):
        assert say(client, id_, "confirm").status_code in {400, 404}
    sent = {"token": token_of(client), "decision": "confirm", "by": "coordinator", "why": WHY}
    path = f"{PAGE}/{tie}"
    assert client.post(path, data=sent | {"token": "x"}).status_code == 403
    assert client.post(path, data=sent, headers={"origin": "https://evil.example"}).status_code == 403
    assert client.post(path, data=sent, headers={"host": "evil.example"}).status_code == 400
    assert client.post(path, data=sent | {"why": "長" * 64_000}).status_code == 413
    for level in ({"read_only": True}, {"audience": "public"}):
        with site(embedded_graph, **level) as other:
            assert (other.get(PAGE).status_code, other.post(path, data=sent).status_code) == (403, 403)
            assert "内容の確認" not in other.get("/areas/名張市").text
    assert written(embedded_graph) == before


def test_what_an_audience_does_not_see_it_cannot_decide_on(embedded_graph: Graph) -> None:
    """Neither listed nor counted nor taken: restricted evidence for members."""
    town = Town()
    town.body("ひみつの会", visibility="restricted")
    town.body(HOSTILE)
    of_the_town(town).into(embedded_graph)
    with site(embedded_graph, audience="restricted") as everybody, site(embedded_graph) as members:
        hidden = evidence_for(everybody, "団体・機関: ひみつの会")
        page, answer = members.get(PAGE).text, say(members, hidden, "reject")
        say(everybody, hidden, "reject")
        after, reopened = members.get(PAGE).text, say(members, hidden, "reopen")

    assert "ひみつの会" not in page + after
    assert "1件のうち0件" in page
    assert HOSTILE not in page
    assert (answer.status_code, reopened.status_code) == (400, 400)
    assert "ひみつの会" not in bodies(embedded_graph)
