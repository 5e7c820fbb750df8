"""The program with an engine, a real Chromium, and pictures in files for it to open."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from tests.end_to_end.opened import SIZES, Opened
from tests.end_to_end.programs import Program
from tests.unit.visualizations.pictures import sample
from visualizations.contract import Picture
from visualizations.registry import find

NAMES = ("chromium", "chromium-browser", "google-chrome")
REQUIRED = "TSUNAGU_REQUIRE_BROWSER"
PATIENCE = 60_000
"""Milliseconds."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The Chromium on PATH; tests are skipped without one, unless the environment says that there has to be one."""
    program = next((found for name in NAMES if (found := shutil.which(name))), None)
    if program is None:
        reason = f"no Chromium on PATH (looked for {', '.join(NAMES)})"
        if os.environ.get(REQUIRED) == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        yield started
        started.close()


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    """A browser's window, with and without JavaScript, that waits for a busy machine."""
    made = browser.new_context(java_script_enabled=request.param)
    made.set_default_timeout(PATIENCE)
    yield made
    made.close()


@pytest.fixture(scope="module")
def tsunagu(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    """The program, with an engine that stays for all tests of a module."""
    program = Program(tmp_path_factory.mktemp("home"))
    assert program("database", "start").status == 0
    yield program
    assert program("database", "stop").status == 0


@pytest.fixture(scope="session")
def picture() -> Picture:
    """An invented municipality of 28 nodes with every kind of line."""
    return sample()


@pytest.fixture
def drawn(tmp_path: Path) -> Callable[..., str]:
    """Draws a picture into a file and gives its address."""

    def draw(picture: Picture, *, view: str = "area_network", language: str = "ja") -> str:
        file = tmp_path / "picture.html"
        file.write_text(find(view).draw(picture, language=language, limit=3000), encoding="utf-8")
        return file.as_uri()

    return draw


@pytest.fixture
def open_picture(browser: Browser, drawn: Callable[..., str]) -> Iterator[Callable[..., Opened]]:
    """Opens a picture in a window of the wanted size."""
    opened: list[Opened] = []

    def start(picture: Picture, size: tuple[int, int] = SIZES[0], language: str = "ja", **context: Any) -> Opened:
        opened.append(Opened(browser, drawn(picture, language=language), size, **context))
        return opened[-1]

    yield start
    for one in opened:
        one.context.close()
