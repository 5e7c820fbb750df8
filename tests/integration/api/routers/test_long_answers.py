"""An answer of many rows: leafed through, and whole on one page for printing."""

import re

import pytest

from api.pages.answers import ON_PAGE
from graph.connection import Graph
from tests.building import Town, exhaustive_for
from tests.engines import TestDatabase
from tests.integration.api.sites import site, token_of

PAGE = "/areas/名張市/gaps/actors_without_ties"
MANY = ON_PAGE + 5


@pytest.fixture(scope="module")
def large(embedded_database: TestDatabase) -> Graph:
    """A town in which many bodies have no recorded tie."""
    graph = embedded_database.empty()
    town = Town("名張市")
    town.ring(*(f"結び第{number}" for number in range(MANY)))
    town.bodies(*(f"ひとり第{number:03}の会" for number in range(MANY)))
    town.into(graph, exhaustive_for("ties"))
    return graph


def rows_of(page: str) -> list[str]:
    """The bodies that a page lists, in its order."""
    return re.findall(r'(?:<strong>|<th scope="row">)(ひとり第\d+の会)', page)


def test_each_row_stands_on_one_page(large: Graph) -> None:
    """The pages together are the whole; the sentence above them counts all; one too far is the last."""
    with site(large) as client:
        first, second, far, whole = (client.get(PAGE + query).text for query in ("", "?page=2", "?page=99", "?whole=true"))

    assert (len(rows_of(first)), len(rows_of(second)), len(rows_of(whole))) == (ON_PAGE, 5, MANY)
    assert rows_of(first) + rows_of(second) == rows_of(whole)
    assert rows_of(far) == rows_of(second)
    assert all(f"{MANY} 団体" in page or str(MANY) in page for page in (first, second, whole))
    assert 'rel="next"' in first
    assert 'rel="prev"' in second
    assert 'rel="next"' not in whole


def test_a_row_that_is_followed_up_leads_back_to_its_page(large: Graph) -> None:
    """Not to the first."""
    with site(large) as client:
        page = client.get(PAGE + "?page=2").text
        action = re.findall(r'action="([^"]+/findings[^"]*)"', page)[0].replace("&amp;", "&")
        row = re.findall(r'name="row" value="([^"]+)"', page)[0]
        sent = {"token": token_of(client), "row": row, "status": "in_progress", "by": "coordinator", "why": "次の会議で聞く"}
        after = client.post(action, data=sent)

    assert after.status_code == 200
    assert after.url.params["page"] == "2"
    assert f'id="row-{row}"' in after.text
    assert "次の会議で聞く" in after.text


@pytest.mark.parametrize("query", ["?page=0", "?page=x", "?page=-1", "?whole=maybe"])
def test_what_is_no_page_is_refused(large: Graph, query: str) -> None:
    """With advice, as everywhere."""
    with site(large) as client:
        assert client.get(PAGE + query).status_code == 422
