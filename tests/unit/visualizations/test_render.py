"""The document as a whole."""

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from importlib.resources import files
from xml.etree import ElementTree

import pytest

from graph.messages import LANGUAGES, catalogue
from tests.unit.visualizations.pictures import hostile, large, sample
from visualizations.chart import document as chart
from visualizations.render import SCRIPTS, STYLES, asset, document

ASSETS = files("visualizations") / "assets"


class Tags(HTMLParser):
    """The elements of a page as a browser reads them, and attributes that would run code."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.handlers: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember the element."""
        self.found.append(tag)
        self.handlers += [name for name, value in attrs if name.startswith("on") or (value or "").startswith("javascript:")]


@pytest.fixture(scope="module")
def page() -> str:
    return document(sample(), view="area_network", language="ja")


def test_code_of_others_is_as_published() -> None:
    """Every file in vendor/ stands in the table with its checksum, and has it."""
    stated = dict(re.findall(r"`vendor/([^`]+)`.*`([0-9a-f]{64})`", (ASSETS / "README.md").read_text(encoding="utf-8")))
    vendored = {file.name: sha256(file.read_bytes()).hexdigest() for file in (ASSETS / "vendor").iterdir() if file.name.endswith(".js")}

    assert vendored == stated


def test_every_asset_is_used() -> None:
    """No script or style lies about that no document carries."""
    there = {
        f"{folder}/{file.name}"
        for folder in ("vendor", "picture", "style")
        for file in (ASSETS / folder).iterdir()
        if not file.name.startswith(".")
    }

    assert there == {*SCRIPTS, *STYLES, *chart.STYLES}


def test_the_policy_allows_exactly_our_scripts(page: str) -> None:
    """The hash of each script as it stands in the document, and no other source."""
    (stated,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    policy = stated.replace("&#39;", "'")
    scripts = re.findall(r"<script>(.*?)</script>", page, flags=re.DOTALL)

    hashes = {f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" for script in scripts}
    directives = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert set(directives["script-src"].split()) == hashes
    assert len(scripts) == len(SCRIPTS)
    assert directives["default-src"] == "'none'"
    assert "connect-src" not in directives


def test_the_document_names_no_other_file(page: str) -> None:
    """No link, script, image or source map leads out of it."""
    assert not re.findall(r"<(?:script|img|iframe|link|source)[^>]*\b(?:src|href)=\"(?!data:)", page)
    assert "sourceMappingURL" not in page
    assert not re.findall(r"@import|url\(", "".join(map(asset, STYLES)))


@pytest.mark.parametrize("name", [name for name in SCRIPTS if name.startswith("picture/")])
def test_scripts_put_texts_in_as_texts(name: str) -> None:
    """No innerHTML and nothing evaluated; no script can end its own element."""
    script = asset(name)

    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function", script)
    assert "</script" not in script.lower()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_that_a_script_uses_is_in_the_catalogue(language: str) -> None:
    """A reader never sees a key."""
    used = {
        key
        for name in SCRIPTS
        if name.startswith("picture/")
        for key in re.findall(r"\"((?:panel|search|live|export)\.[a-z_]+)\"", asset(name))
    }

    assert used <= catalogue("visualizations", language).keys()
    assert "panel.no_ties" in used


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_that_a_template_uses_is_in_the_catalogue(language: str) -> None:
    """A reader never sees a key."""
    templates = files("visualizations") / "templates"
    texts = [file.read_text(encoding="utf-8") for folder in (templates, templates / "parts") for file in folder.iterdir() if file.is_file()]
    used = {key for text in texts for key in re.findall(r"\"((?:page|legend|reading|help|table)\.[a-z_]+)\"", text)}

    assert used <= catalogue("visualizations", language).keys()
    assert "page.search" in used


def test_both_languages_know_the_same_keys() -> None:
    """Neither lags behind the other, and placeholders agree."""
    japanese, english = (catalogue("visualizations", language) for language in LANGUAGES)

    assert japanese.keys() == english.keys()
    for key, text in japanese.items():
        assert set(re.findall(r"\{(\w+)\}", text)) >= set(re.findall(r"\{(\w+)\}", english[key])), key


def test_markup_in_texts_stays_text() -> None:
    """The only elements are those of the template: nothing that a source brings in becomes one."""
    tags = Tags()
    tags.feed(document(hostile(), view="area_network", language="ja"))

    assert "img" not in tags.found
    assert tags.found.count("script") == len(SCRIPTS) + 4
    assert not tags.handlers


def test_the_document_is_the_same_twice() -> None:
    """Same picture, same bytes."""
    assert document(large(60), view="v", language="en") == document(large(60), view="v", language="en")


def test_shapes_are_well_formed(page: str) -> None:
    """Each mark in the legend is an SVG path that parses; each in the table is one that stands in the document once."""
    marks = re.findall(r'<svg class="shape".*?</svg>', page)
    once = dict(re.findall(r'<symbol id="([^"]+)" viewBox="[^"]+"><path d="([^"]+)"', page))
    used = [re.findall(r'<use href="#([^"]+)"/>', mark) for mark in marks]

    drawn = [path.get("d", "") for mark in marks for path in ElementTree.fromstring(mark).iter("path")]  # noqa: S314 - our own page
    drawn += [once[name] for names in used for name in names]
    assert any(used)
    assert len(drawn) == len(marks) > 0
    assert all(path.startswith("M") for path in drawn)


def test_the_language_is_declared() -> None:
    """Screen readers choose their voice by it."""
    assert '<html lang="en">' in document(sample(), view="v", language="en")
