"""The page of names that may be one body, as a browser without scripts uses it: one, two, and each taken back."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx import Response

from graph import suggestions
from graph.connection import Graph
from tests.building import Town
from tests.integration.api.routers.import_forms import press
from tests.integration.api.sites import bodies, site, token_of

PAGE = "/areas/名張市/doubles"
PAIR = re.compile(r'name="first" value="([0-9a-f-]+)"><input type="hidden" name="second" value="([0-9a-f-]+)"')
NAMES = {"見守り隊ひだまり", "見守隊ひだまり"}
WHY = "同じ見守り隊"


@pytest.fixture
def client(embedded_graph: Graph) -> Iterator[TestClient]:
    """The application on two sources that write one name in two ways."""
    for name, dataset in zip(sorted(NAMES), ("samples/見本", "samples/ほか"), strict=True):
        town = Town()
        town.body(name, actor_types=("NPO",))
        town.into(embedded_graph, dataset=dataset)
    suggestions.refresh(embedded_graph)
    with site(embedded_graph) as client:
        yield client


def pair(client: TestClient) -> tuple[str, str]:
    """The ids of the one pair of the page."""
    ((first, second),) = PAIR.findall(client.get(PAGE).text)
    return first, second


def decide(client: TestClient, button: str, **more: Any) -> Response:
    """One of the buttons of the pair, and the page that follows."""
    first, second = pair(client)
    sent = {"token": token_of(client), "first": first, "second": second, "kept": second, "decision": button}
    answer: Response = client.post(PAGE, data=sent | {"by": "coordinator", "why": WHY} | more)
    return answer


def test_two_names_are_made_one_or_told_apart_and_each_is_taken_back(client: TestClient, embedded_graph: Graph) -> None:
    """Side by side with kinds, areas, sources and sentences; the chosen name stays; what is decided is not asked again."""
    # Act
    page = client.get(PAGE).text
    merged = decide(client, "merge")
    one = bodies(embedded_graph)
    back = press(client, merged, "/undo")
    two = bodies(embedded_graph)
    apart = decide(client, "apart", why="別の班")
    asked = PAIR.findall(apart.text)
    press(client, apart, "/undo")

    # Assert
    assert all(name in page for name in (*NAMES, "NPO法人・市民団体", "三重県名張市", "見本の資料", "見本 0", "あとで"))
    assert "書き間違いほどの違い" in page
    assert (merged.history[0].status_code, len(one), len(two)) == (303, 1, 2)
    assert "一つの団体にまとめました" in merged.text
    assert WHY in merged.text
    assert PAIR.findall(back.text)
    assert "別の団体だと記録しました" in apart.text
    assert asked == []
    assert pair(client)


def test_comparing_again_says_what_was_found(client: TestClient) -> None:
    """How many pairs there are; when the one pair is decided, that none was found, and not that there is none."""
    # Act
    found = press(client, client.get(PAGE), "/search")
    decide(client, "apart")
    none = press(client, client.get(PAGE), "/search")

    # Assert
    assert "かもしれない組が 1 組見つかっています" in found.text
    assert "かもしれない組は見つかりませんでした" in none.text
    assert "いま見くらべ直しました" not in client.get(PAGE).text


def test_what_cannot_be_decided_is_refused_and_nothing_is_written(client: TestClient, embedded_graph: Graph) -> None:
    """Without a reason, with a name of a person, of bodies that are no pair, from elsewhere, where it is only read."""
    first, second = pair(client)
    refusals: list[tuple[dict[str, Any], int, str]] = [
        ({"why": ""}, 400, "理由が書かれていません"),
        ({"why": "山田太郎さんが同じと言った"}, 400, "個人の名前"),
        ({"decision": "burn"}, 400, "burn"),
        ({"second": "0" * 36, "kept": first}, 400, "見くらべる組に入っていません"),
        ({"second": first, "kept": first}, 400, "見くらべる組に入っていません"),
        ({"by": "山田"}, 404, "役割"),
        ({"token": "x"}, 403, "画面を開き直して"),
    ]
    for sent, status, said in refusals:
        page = decide(client, "merge", **sent)
        assert (page.status_code, said in page.text) == (status, True), sent
    sent = {"token": token_of(client), "first": first, "second": second, "decision": "merge", "by": "coordinator", "why": WHY}
    assert client.post(PAGE, data=sent, headers={"origin": "https://evil.example"}).status_code == 403
    assert client.post(f"{PAGE}/no-such/undo", data=sent).status_code == 400
    for level in ({"read_only": True}, {"audience": "public"}):
        with site(embedded_graph, **level) as other:
            answers = [other.get(PAGE), *(other.post(f"{PAGE}{path}", data=sent) for path in ("", "/search", "/x/undo"))]
            assert [one.status_code for one in answers] == [403] * 4
    assert bodies(embedded_graph) == NAMES


def test_a_decision_about_a_hidden_body_is_not_told(client: TestClient, embedded_graph: Graph) -> None:
    """Who may not see one of the names learns neither it nor that it became one, and cannot take it back."""
    # Arrange
    town = Town()
    hidden = town.body("ひみつの見守り", aliases=("見守り隊ひだまり",), visibility="restricted")
    town.into(embedded_graph, dataset="samples/ひみつ")
    suggestions.refresh(embedded_graph)
    with site(embedded_graph, audience="restricted") as everybody:
        found = [pair for pair in PAIR.findall(everybody.get(PAGE).text) if hidden.id in pair]
        first, second = found[0]
        kept = second if first == hidden.id else first
        sent = {"token": token_of(everybody), "first": first, "second": second, "kept": kept, "decision": "merge"}
        done = everybody.post(PAGE, data=sent | {"by": "coordinator", "why": WHY})
        decision = re.findall(r"/doubles/([0-9a-f-]+)/undo", done.text)[0]

    # Act
    page = client.get(PAGE).text
    undone = client.post(f"{PAGE}/{decision}/undo", data={"token": token_of(client)})

    # Assert
    assert hidden.name in done.text
    assert hidden.name not in page
    assert "最近の判断" not in page
    assert undone.status_code == 400
