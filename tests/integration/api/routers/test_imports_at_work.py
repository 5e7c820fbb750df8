"""The page of an import while a step of it is at work."""

import time

import pytest
from fastapi.testclient import TestClient

from api.one_import import Import
from graph.connection import Graph
from tests.integration.api.routers.import_forms import choose, press
from tests.integration.api.sites import bodies
from tests.integration.api.test_imports import another_writer


def test_a_step_that_ends_while_its_page_is_made_is_shown_as_running(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page asks once whether the step is at work, so that it never lacks what it shows."""
    trial = choose(client)
    answers = iter([True, False, False])
    monkeypatch.setattr(Import, "is_running", property(lambda _: next(answers)))

    page = client.get(trial.url.path)

    assert page.status_code == 200
    assert "資料を読んでいます" in page.text


def test_a_load_that_takes_long_keeps_nobody_waiting(client: TestClient, embedded_graph: Graph) -> None:
    """While a load waits for another writer its page says so, other pages answer, and then it is done."""
    # Arrange
    trial = choose(client)

    # Act
    with another_writer(embedded_graph):
        waiting = press(client, trial, "/load", waits=False)
        first_page = client.get("/")
        progress = client.get(f"{waiting.url.path}/progress").json()
        twice = press(client, trial, "/load", waits=False)

    # Assert
    assert "書き込んでいます" in waiting.text
    assert 'http-equiv="refresh"' in waiting.text
    assert first_page.status_code == 200
    assert (progress["step"], progress["running"]) == ("load", True)
    assert twice.url.path == waiting.url.path
    for _ in range(600):
        if not client.get(f"{waiting.url.path}/progress").json()["running"]:
            break
        time.sleep(0.1)
    assert "取り込みました" in client.get(waiting.url.path).text
    assert bodies(embedded_graph) == {"名張市お助け隊"}
