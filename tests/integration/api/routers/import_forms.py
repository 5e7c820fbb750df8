"""The forms of an import as a browser without scripts sends them, and the pages that follow."""

import re
import time

from fastapi.testclient import TestClient
from httpx import Response

from tests.integration.api.sites import REPORT, TOKEN, sending, token_of

ACTION = re.compile(r'<form method="post" action="([^"]+)"')


def choose(client: TestClient, text: str | bytes = REPORT, name: str = "report.md", path: str = "/import") -> Response:
    """The form with a file, and the page that follows."""
    page: Response = client.post(path, data={"token": token_of(client)}, files=sending(text, name))
    return _when_done(client, page)


def press(client: TestClient, page: Response, ending: str, *, waits: bool = True) -> Response:
    """The form of a page whose address ends so, and the page that follows; the one that says to wait only for who does not."""
    action = next(found for found in ACTION.findall(page.text) if found.split("?")[0].endswith(ending))
    found = TOKEN.search(page.text)
    assert found
    following: Response = client.post(action, data={"token": found[1]})
    return _when_done(client, following) if waits else following


def _when_done(client: TestClient, page: Response) -> Response:
    """The page that says to wait asks again by itself; a busy machine shows it."""
    while page.is_success and 'http-equiv="refresh"' in page.text:
        time.sleep(0.1)
        page = client.get(str(page.url))
    return page
