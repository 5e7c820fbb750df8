"""Every page there is, found by itself, in a real Chromium: usable with any means, quiet, and nothing of a source runs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from axe_playwright_python.sync_playwright import Axe
from fastapi import FastAPI
from fastapi.testclient import TestClient
from playwright.sync_api import Browser, Page

from api.app import create_app
from api.settings import WebSettings
from api.static_site import write_site
from graph.connection import Graph
from graph.facts import Fact
from graph.model.ties import CollaboratesWith
from tests.building import Town, exhaustive_for
from tests.end_to_end.opened import SIZES
from tests.end_to_end.serving_here import served
from tests.end_to_end.test_demo import Watch
from tests.engines import TestDatabase
from tests.hostile_names import HOSTILE_NAMES
from tests.page_routes import known_of, pages

pytestmark = pytest.mark.browser
AREA = "名張市"
GAPS = ("actors_without_ties", "needs_without_service", "coverage_matrix")
"""A table, entries with their sentences, and the matrix: the three forms that an answer has."""
FILES = re.compile(r"\.(csv|xlsx|svg|pdf)|/(summary|progress)$")
KEY = re.compile(r"(?<![\w./@-])(?!www\.)[a-z_]+(?:\.[a-z_]{2,})+(?![\w/.(-])")
TEXTS_THAT_HAVE_POINTS = {"openapi.json", "index.html", "sample.csv"}
SERIOUS = ("serious", "critical")
INJECTED = (
    "document.querySelectorAll('#injected, injected-element, [onerror], [onload], [onmouseover], base').length + (window.ran ? 1 : 0)"
)


@dataclass(frozen=True)
class Site:
    """A running application."""

    address: str
    paths: list[str]


@pytest.fixture(scope="module")
def town(embedded_database: TestDatabase) -> Graph:
    """A town whose bodies, services, needs and councils all have hostile names, quoted with the same."""
    graph = embedded_database.empty()
    town = Town(AREA)
    bodies = town.ring(*HOSTILE_NAMES)
    town.body("ひとり会")
    town.join(CollaboratesWith, bodies[0], bodies[2])
    for number, name in enumerate(HOSTILE_NAMES):
        town.council(f"{name}協議体", members=[bodies[number - 1], bodies[number]])
        town.service(f"{name}サービス", "SHOPBUS" if number % 2 else "SALON", by=[bodies[number]])
    for code, name in zip(("N_SHOP", "N_ISOL", "N_SNOW"), HOSTILE_NAMES, strict=False):
        town.need(code, name=name)
    town.facts = [quoted_by(fact, HOSTILE_NAMES[number % len(HOSTILE_NAMES)]) for number, fact in enumerate(town.facts)]
    town.into(graph, exhaustive_for("ties", "services", "needs", "seats"))
    return graph


def quoted_by(fact: Fact, words: str) -> Fact:
    """The fact with hostile words in its quotation too."""
    return replace(fact, evidence=tuple(replace(one, quote=f"{words} {one.quote}") for one in fact.evidence))


@pytest.fixture(scope="module")
def site(town: Graph) -> Iterator[Site]:
    """The application on it, with every page's address, and a page of an error."""
    app: FastAPI = create_app(town, WebSettings(read_only=False))
    with served(app) as address:
        known = known_of(TestClient(app, base_url=address), AREA, GAPS)
        paths = [one.path for one in pages(app, known) if not FILES.search(one.path.partition("?")[0])]
        yield Site(address.rstrip("/"), [*paths, "/areas/none", "/nothing"])


def walked(page: Page, site: Site, language: str) -> Iterator[str]:
    """Each page in turn, opened."""
    for path in site.paths:
        page.goto(f"{site.address}{path}{'&' if '?' in path else '?'}lang={language}")
        page.wait_for_load_state("networkidle")
        yield path


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_page_is_usable_and_quiet(site: Site, browser: Browser, language: str) -> None:
    """On a desk and on a telephone: no serious barrier, nothing wider than the screen, no key, no error, nothing of a name ran."""
    # Arrange
    axe = Axe()
    page = browser.new_page()
    watch = Watch(page, site.address)
    wrong: list[str] = []

    # Act
    for path in walked(page, site, language):
        for width, height in SIZES:
            page.set_viewport_size({"width": width, "height": height})
            # The words of the other language change what a page needs of room, which is scarce on a telephone.
            told = language == "ja" or (width, height) == SIZES[-1]
            found = axe.run(page, options={"resultTypes": ["violations"]}).response["violations"] if told else []
            wrong += [f"{path} {width}: {one['id']} {one['nodes'][0]['target']}" for one in found if one["impact"] in SERIOUS]
            if page.evaluate("document.documentElement.scrollWidth") > width:
                wrong.append(f"{path} {width}: wider than the screen")
        wrong += [f"{path}: {key}" for key in KEY.findall(page.inner_text("body")) if key not in TEXTS_THAT_HAVE_POINTS]
        wrong += [f"{path}: something of a name is there or ran"] if page.evaluate(INJECTED) else []
    page.close()

    # Assert
    assert wrong == []
    assert [one for one in watch.errors if "404" not in one and "400" not in one] == []
    assert watch.elsewhere == []


def test_a_folder_of_pages_shows_hostile_names_as_text(town: Graph, browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> None:
    """In every file of a static site nothing of a name runs or becomes an element, and the names stand there."""
    out = tmp_path_factory.mktemp("site") / "out"
    write_site(town, out, area=AREA, audience="public", language="ja")
    page = browser.new_page()
    watch = Watch(page, "file://")
    for file in ("index.html", "resources.html", "questions/one_source_only.html", "pictures/network.html"):
        page.goto((out / file).as_uri())
        assert page.evaluate(INJECTED) == 0, file
    page.goto((out / "resources.html").as_uri())
    text = page.inner_text("main")
    page.close()

    assert [name for name in HOSTILE_NAMES if " ".join(name.split()) not in " ".join(text.split())] == []
    assert (watch.errors, watch.elsewhere) == ([], [])


def test_the_api_gives_hostile_names_as_they_are(town: Graph) -> None:
    """Character for character, as JSON."""
    with TestClient(create_app(town, WebSettings()), base_url="http://127.0.0.1") as client:
        answer = client.get("/api/v1/organizations", params={"area": AREA})

    assert answer.headers["content-type"] == "application/json"
    assert {one["name"] for one in answer.json()["organizations"]} >= set(HOSTILE_NAMES)
