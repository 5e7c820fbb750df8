"""The conditions of a question on its page: they are said, may be changed, and go along to file, picture and next page."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from fastapi.testclient import TestClient

from graph.connection import Graph
from tests.building import Town, examples_of, exhaustive_for, five_with_ties
from tests.integration.api.sites import site

PAGE = "/areas/名張市/gaps/actors_without_ties"
YESTERDAY = date.today() - timedelta(days=1)
EARLIER = (YESTERDAY - timedelta(days=1)).isoformat()


@pytest.fixture
def client(embedded_graph: Graph) -> Iterator[TestClient]:
    """A town in which a body was dissolved yesterday."""
    town = five_with_ties()
    town.body("やめた会", ended_on=YESTERDAY)
    town.into(embedded_graph, exhaustive_for("ties"))
    with site(embedded_graph) as client:
        yield client


def test_the_usual_conditions_are_said(client: TestClient) -> None:
    """With the day of today in a field that a label names; what the list counts stands there too."""
    page = client.get(PAGE).text

    assert f'type="date" name="as_of" value="{date.today().isoformat()}"' in page
    assert f"調べた条件: この日の時点で調べる（{date.today().isoformat()}）" in page
    assert "解散した団体は載せず" in page
    assert "やめた会" not in page
    assert "ふだんと違う条件" not in page


def test_other_conditions_hold_for_all_that_the_page_leads_to(client: TestClient) -> None:
    """Rows of that day; files and picture of the same; nothing to follow up, for that is done on the usual page."""
    page = client.get(PAGE, params={"as_of": EARLIER}).text
    table = client.get(f"{PAGE}.csv", params={"as_of": EARLIER}).content.decode("utf-8-sig")
    picture = client.get(f"{PAGE}/picture", params={"as_of": EARLIER}).text

    assert f'value="{EARLIER}"' in page
    assert "ふだんと違う条件" in page
    assert 'name="row"' not in page
    for ending in (r"\.csv", r"\.xlsx", "/network"):
        assert re.search(rf"actors_without_ties{ending}\?as_of={EARLIER}", page), ending
    assert all("やめた会" in told for told in (page, table, picture))
    assert "やめた会" not in client.get(f"{PAGE}.csv").content.decode("utf-8-sig")
    assert f"picture?as_of={EARLIER}" in client.get(f"{PAGE}/network", params={"as_of": EARLIER}).text


def test_a_day_that_is_none_is_told_with_advice_and_what_is_unknown_is_left_aside(client: TestClient) -> None:
    """The refusal names the condition; an empty field is as usual; an address with a counter of somebody else's still opens."""
    refused = client.get(PAGE, params={"as_of": "昨日"})

    assert refused.status_code == 400
    assert "as_of" in refused.text
    assert "ふだんと違う条件" not in client.get(PAGE, params={"as_of": "", "utm_source": "x"}).text


def test_the_day_of_the_last_meeting_goes_along(client: TestClient) -> None:
    """From the page of a meeting to all that changed since, and to the two days; before a day is chosen it is called the usual one."""
    since = EARLIER
    usual, chosen = (client.get("/areas/名張市/meeting", params=given).text for given in ({}, {"since": since}))

    assert "3か月前" in usual
    assert "3か月前" not in chosen
    assert f"gaps/since_last_meeting?since={since}" in chosen
    assert all(re.search(rf'formaction="/areas/[^/"]+/{place}"', chosen) for place in ("meeting.pdf", "between"))
    assert f'name="first" value="{since}"' in client.get("/areas/名張市/between", params={"since": since}).text
    assert f'name="since" value="{since}"' in client.get("/areas/名張市/gaps/since_last_meeting", params={"since": since}).text


def test_nothing_found_of_what_one_source_tells_is_an_answer(embedded_graph: Graph) -> None:
    """Each need has a service: 0 of 1, with the note that one source only speaks of it beside it."""
    town = Town()
    town.need("N_MOVE")
    town.service("送迎", "TRANS", status="running", covers=town.area)
    town.into(embedded_graph, examples_of("needs", "services"))

    with site(embedded_graph) as client:
        page = client.get("/areas/名張市/gaps/needs_without_service").text

    assert "把握されている 1 件のニーズのうち 0 件は" in page
    assert "見本の資料" in page
