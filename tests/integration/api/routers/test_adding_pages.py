"""The pages on which a fact is typed in, as a browser without scripts uses them: written, shown, taken back, and what is refused."""

import re
from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx import Response

from api.typing_forms import FORMS
from api.uploads import BESIDE_THE_FILE
from api.wording import messages
from graph.connection import Graph
from graph.messages import LANGUAGES
from tests.building import Town
from tests.integration.api.routers.import_forms import choose, press
from tests.integration.api.routers.test_facts import written
from tests.integration.api.sites import HOSTILE, site, token_of

PAGE = "/areas/名張市/add"
SAID = {"said_by": "社協職員", "on": "2026-11-20", "words": "", "visibility": "members"}
SENT: dict[str, dict[str, Any]] = {
    "tie": {"start": "いろは会", "end": "にほへ会", "type": "collaborates", "kind": "協定", "within": "here"},
    "seat": {"body": "いろは会", "council": "協議体", "role": "事務局", "since": "2026-04-01", "within": "here"},
    "service": {
        "name": "買い物バス",
        "by": "いろは会",
        "area": "三重県名張市",
        "categories": ["買い物送迎・買物バス", "移動販売"],
        "covers": ["三重県名張市"],
    },
    "need": {"area": "三重県名張市", "text": "買い物が困難", "count": "１２", "answered_by": "", "codes": []},
    "organization": {
        "name": "とちり会",
        "kana": "とちりかい",
        "area": "三重県名張市",
        "types": ["NPO法人・市民団体"],
        "corporate_number": "",
    },
}
TOLD: dict[str, tuple[str, ...]] = {
    "tie": ("連携: いろは会 ― にほへ会（種類: 協定）", "連携: にほへ会 ― いろは会（種類: 協定）"),
    "seat": ("構成員: いろは会 → 協議体",),
    "service": ("分野: 移動販売、買い物送迎・買物バス",),
    "need": ("数: 12",),
    "organization": ("団体の種類: NPO法人・市民団体",),
}


@pytest.fixture
def client(embedded_graph: Graph) -> Iterator[TestClient]:
    """The application on two bodies and a council."""
    town = Town()
    town.body("いろは会", kana="いろはかい")
    town.body("にほへ会")
    town.council("協議体")
    town.into(embedded_graph)
    with site(embedded_graph) as client:
        yield client


def send(client: TestClient, kind: str, **more: Any) -> Response:
    """A filled-in form, and the page that follows."""
    answer: Response = client.post(PAGE, data={"token": token_of(client), "kind_of_fact": kind} | SAID | SENT[kind] | more)
    return answer


def test_each_kind_is_written_shown_said_once_and_taken_back(client: TestClient, embedded_graph: Graph) -> None:
    """After a redirect the page has the words, who said it and the facts; the same again adds nothing; undone, nothing stands."""
    for kind in FORMS:
        # Act
        before = written(embedded_graph)
        page = send(client, kind)
        new = [one for one in written(embedded_graph) if one not in before]
        again = send(client, kind)
        new_again = [one for one in written(embedded_graph) if one not in before]
        undone = press(client, page, "/undo")
        facts = [str(one["fact"]) for one in new if one.get("quote")]
        standing = client.get("/api/v1/evidence", params={"fact": facts}).json()["evidence"]

        # Assert
        assert (page.status_code, page.history[0].status_code) == (200, 303)
        assert any(told in page.text for told in TOLD[kind]), re.findall("<li>.*</li>", page.text)
        assert "社協職員の話（2026-11-20）" in page.text
        assert "新しい記載" in page.text
        assert "すでに記録されています" in again.text
        assert again.url.path == page.url.path
        assert new_again == new
        assert (undone.status_code, undone.history[0].status_code) == (200, 303)
        assert "取り消しました" in undone.text
        assert facts
        assert not [one for one in standing if one["place"]]


def test_going_on_keeps_who_said_it_and_when(client: TestClient) -> None:
    """One conversation says several things: the next form has the role and the day of the last, and nothing else of it."""
    # Act
    page = send(client, "tie", said_by="民生委員", on="2026-11-02").text
    address = re.search(r'href="(/areas/[^"]*/add[^"]*)">続けて', page)
    assert address
    form = client.get(address[1].replace("&amp;", "&")).text

    # Assert
    assert 'value="民生委員"' in form
    assert 'value="2026-11-02"' in form
    assert not re.search(r'<input[^>]*value="にほへ会"', form)


def test_every_field_has_its_label_and_suggests_what_is_recorded(client: TestClient) -> None:
    """A label for each control; names with their reading; each choice and code in words; nothing shows a key."""
    for kind, language in product(FORMS, LANGUAGES):
        page = client.get(PAGE, params={"kind": kind, "lang": language}).text
        texts = messages(language)

        assert "typing." not in page
        for field in FORMS[kind]:
            assert texts(f"typing.{kind}.{field.name}") in page
            assert field.shape in {"codes", "areas"} or f'for="field-{field.name}"' in page
        if "body" in {field.shape for field in FORMS[kind]}:
            assert '<option value="いろは会" label="いろはかい">' in page


REFUSED: list[tuple[str, dict[str, Any], int, str]] = [
    ("tie", {"end": ""}, 400, "「相手の団体・機関」が書かれていません"),
    ("tie", {"said_by": ""}, 400, "「だれの話か（役割）」が書かれていません"),
    ("tie", {"said_by": "山田太郎"}, 400, "役割だけを書いてください"),
    ("tie", {"words": "田中さんが困っている"}, 400, "個人の名前"),
    ("tie", {"on": "2199-01-01"}, 400, "2199-01-01"),
    ("tie", {"on": "昨日"}, 400, "昨日"),
    ("tie", {"end": "どこにもない会"}, 404, "団体を先に書き加える"),
    ("tie", {"type": "hates"}, 400, "hates"),
    ("tie", {"visibility": "everybody"}, 404, "everybody"),
    ("organization", {"name": "山田太郎"}, 400, "個人の名前"),
    ("organization", {"name": "長" * 201}, 400, "長すぎます"),
    ("organization", {"corporate_number": "123"}, 400, "123"),
    ("need", {"count": "たくさん"}, 400, "使える数ではありません"),
    ("need", {"count": "9" * 5000}, 400, "使える数ではありません"),
    ("need", {"text": "鯨"}, 400, "鯨"),
    ("service", {"area": "府中市"}, 400, "広島県府中市"),
]


def test_what_does_not_fit_comes_back_with_why_and_nothing_typed_is_lost(client: TestClient, embedded_graph: Graph) -> None:
    """The form again, filled in as it was, with the reason on top; nothing is written."""
    before = written(embedded_graph)

    for kind, sent, status, said in REFUSED:
        page = send(client, kind, **sent)

        assert (page.status_code, 'role="alert"' in page.text) == (status, True), (kind, sent)
        assert said in page.text, (kind, sent)
        kept = SENT[kind] | sent
        for name in ("start", "end", "kind", "name", "kana", "text", "said_by", "words"):
            assert not kept.get(name) or kept[name] in page.text
        for name in SENT[kind].get("categories", ()):
            assert f'value="{name}" checked' in page.text
    assert written(embedded_graph) == before


def test_a_name_of_several_is_answered_with_all_of_them_to_choose_from(client: TestClient, embedded_graph: Graph) -> None:
    """Each with what tells it apart, the rest as it was typed; the chosen one is written, and quoted by its name."""
    # Arrange
    town = Town()
    district = town.district("桔梗が丘")
    other = town.body("ＩＲＯＨＡ会", aliases=("いろは会",), actor_types=("NPO",), works_in=[district])
    town.into(embedded_graph, dataset="samples/ほか")

    # Act
    asked = send(client, "tie")
    kept = send(client, "tie", start=other.id, end="どこにもない会")
    taken = send(client, "tie", start=other.id)

    # Assert
    assert asked.status_code == 409
    assert '<select id="field-start" name="start" required' in asked.text
    assert f'<option value="{other.id}">ＩＲＯＨＡ会（NPO法人・市民団体 / 三重県名張市桔梗が丘' in asked.text
    assert "いろは会（種類の記載なし / 三重県名張市" in asked.text
    assert 'value="協定"' in asked.text
    assert f'<option value="{other.id}" selected>ＩＲＯＨＡ会（NPO法人・市民団体' in kept.text
    assert "「ＩＲＯＨＡ会 / にほへ会 / 協定」" in taken.text


def test_only_this_sites_own_forms_are_taken(client: TestClient, embedded_graph: Graph) -> None:
    """403 without the token and from elsewhere, 400 for a foreign Host, 413 for too much; nothing is written."""
    page = send(client, "tie")
    before, sent = written(embedded_graph), {"token": token_of(client), "kind_of_fact": "tie", "start": "にほへ会"} | SAID
    undo = f"{page.url.path}/undo"

    for path in (PAGE, undo):
        assert client.post(path, data=sent | {"token": "x"}).status_code == 403
        assert client.post(path, data=sent, headers={"origin": "https://evil.example"}).status_code == 403
        assert client.post(path, data=sent, headers={"sec-fetch-site": "cross-site"}).status_code == 403
        assert client.post(path, data=sent, headers={"host": "evil.example"}).status_code == 400
        assert client.post(path, data=sent | {"words": "長" * BESIDE_THE_FILE}).status_code == 413
    for level in ({"read_only": True}, {"audience": "public"}):
        with site(embedded_graph, **level) as other:
            assert [other.get(path).status_code for path in (PAGE, page.url.path)] == [403, 403]
            assert [other.post(path, data=sent).status_code for path in (PAGE, undo)] == [403, 403]
            assert "書き加える" not in other.get("/areas/名張市").text
    assert written(embedded_graph) == before


def test_what_others_loaded_is_not_taken_back_here(client: TestClient, embedded_graph: Graph) -> None:
    """Only what was typed in."""
    # Arrange
    page = choose(client)
    press(client, page, "/load")
    loaded = [one["id"] for one in client.get("/api/v1/loads").json()["loads"]]
    before = written(embedded_graph)

    # Act, Assert
    assert loaded
    for id_ in ("no-such-load", *loaded):
        assert client.get(f"{PAGE}/{id_}").status_code == 404
        assert client.post(f"{PAGE}/{id_}/undo", data={"token": token_of(client)}).status_code == 404
    assert written(embedded_graph) == before


def test_what_few_may_see_is_written_and_taken_back_without_being_shown(client: TestClient, embedded_graph: Graph) -> None:
    """A page for members tells that it is written, not what; who typed it in can take it back."""
    before = written(embedded_graph)

    page = send(client, "need", visibility="restricted", words="ひみつの困りごと")
    there = written(embedded_graph) != before
    undone = press(client, page, "/undo")

    assert (page.status_code, there) == (200, True)
    assert "限られた人だけ" in page.text
    assert "取り消しました" in undone.text
    assert not [one for one in (page, undone) if "ひみつの困りごと" in one.text or "買い物が困難" in one.text]


def test_what_looks_like_code_is_text(client: TestClient) -> None:
    """Escaped in the form that comes back and on the page that follows."""
    refused = send(client, "tie", start=HOSTILE, end="")
    page = send(client, "organization", name=HOSTILE, words=HOSTILE)
    prefilled = client.get(PAGE, params={"start": HOSTILE, "words": f"</textarea>{HOSTILE}"})

    assert page.status_code == 200
    assert not [one for one in (refused, page, prefilled) if HOSTILE in one.text]
