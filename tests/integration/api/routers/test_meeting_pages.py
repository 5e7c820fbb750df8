"""会議の準備: the page and the pack."""

import re
from dataclasses import replace
from urllib.parse import unquote

import pytest

from graph.connection import Graph
from tests.building import Town, exhaustive_for
from tests.integration.api.sites import site, token_of
from tests.unit.visualizations.sheet.opened_pdf import needs_japanese_font, opened

NAMES = ("𠮷田髙﨑会", "<img src=x onerror=alert(1)>", '#import "x" $x$')
FACTS = 9
"""Bodies, ties, the need and whose it is."""
NOTE = "次の協議体で様子を聞く"


@pytest.fixture
def town(embedded_graph: Graph) -> Graph:
    """Bodies that work together, one without a tie, and a need with its words."""
    town = Town("名張市")
    town.ring(*NAMES)
    town.body("ひとり会")
    town.need("N_SHOP", name="買い物に行けない", count=12)
    here = town.area.id
    town.facts = [replace(fact, evidence=tuple(replace(one, area_id=here) for one in fact.evidence)) for fact in town.facts]
    town.into(embedded_graph, exhaustive_for("ties", "needs", "services"), licence="CC BY 4.0")
    return embedded_graph


def test_the_page_has_all_four_parts(town: Graph) -> None:
    """What changed since the day asked for, needs, sentences nobody has looked at, what is followed up; and the pack's link."""
    with site(town) as client:
        (row,) = client.get("/api/v1/gaps/actors_without_ties", params={"area": "名張市"}).json()["rows"]
        marked = {"token": token_of(client), "row": row["finding"], "status": "in_progress", "by": "coordinator", "why": NOTE, "until": ""}
        client.post("/areas/名張市/gaps/actors_without_ties/findings", data=marked)

        # Act
        page = client.get("/areas/名張市/meeting", params={"since": "2026-01-31"}).text
        later = client.get("/areas/名張市/meeting", params={"since": "2099-01-31"}).text

    # Assert
    for told in ("加わりました", "買い物に行けない", "確かめたいこと", "𠮷田髙﨑会 ― &lt;img src=x onerror=alert(1)&gt;", "ひとり会", NOTE):
        assert told in page
    assert 'value="2026-01-31"' in page
    assert re.search(r'<input type="date" name="since" [^>]*>.*formaction="[^"]+/meeting.pdf"', page, re.DOTALL)
    assert "加わりました" not in later
    assert "<img" not in page


@needs_japanese_font
def test_the_pack_has_everything_on_paper(town: Graph) -> None:
    """Cover with counts and sources, the network, both answers, and for each doubtful fact boxes, sentence, source and place."""
    with site(town) as client:
        answer = client.get("/areas/名張市/meeting.pdf", params={"since": "2026-01-31"})
    pdf = opened(answer.content)

    for told in (
        "三重県名張市会議の資料",
        "前回の会議2026-01-31",
        "CCBY4.0",
        "三重県名張市つながり図",
        "前回の会議から変わったこと",
        "次の会議で話し合うニーズ",
        "対応の記録はまだありません",
        "□正しい□ちがう□わからないメモ",
        "1.",
        "見本の資料、1行目",
        *(name.replace(" ", "") for name in NAMES),
    ):
        assert told in pdf.text, told
    assert pdf.text.count("□正しい") == FACTS
    assert pdf.used <= pdf.embedded
    assert unquote(answer.headers["content-disposition"]).endswith(".pdf")


@needs_japanese_font
def test_a_network_too_large_to_read_leaves_the_rest(town: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    """The pack says why there is no picture."""
    monkeypatch.setattr("api.meeting_pack.MOST_NODES", 2)
    with site(town) as client:
        pdf = opened(client.get("/areas/名張市/meeting.pdf").content)

    assert "この資料にはつながり図を入れていません" in pdf.text
    assert "□正しい" in pdf.text


@pytest.mark.parametrize("path", ["meeting", "meeting.pdf"])
def test_it_is_not_for_the_public(town: Graph, path: str) -> None:
    """Nothing of it is shown, and no page leads there."""
    with site(town, audience="public") as public:
        refused, area = public.get(f"/areas/名張市/{path}"), public.get("/areas/名張市").text

    assert (refused.status_code, "会員向け" in refused.text, "ひとり会" in refused.text) == (403, True, False)
    assert "/meeting" not in area


def test_a_day_that_is_none_is_refused(town: Graph) -> None:
    """With the name of the field."""
    with site(town) as client:
        answer = client.get("/areas/名張市/meeting", params={"since": "昨日"})

    assert (answer.status_code, "昨日" in answer.text) == (400, True)
