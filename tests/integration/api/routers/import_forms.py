"""The forms of an import as a browser without scripts sends them, and the pages that follow."""

import re

from fastapi.testclient import TestClient
from httpx import Response

from tests.integration.api.sites import REPORT, TOKEN, sending, token_of

ACTION = re.compile(r'<form method="post" action="([^"]+)"')


def choose(client: TestClient, text: str | bytes = REPORT, name: str = "report.md", path: str = "/import") -> Response:
    """The form with a file, and the page that follows."""
    page: Response = client.post(path, data={"token": token_of(client)}, files=sending(text, name))
    return page


def press(client: TestClient, page: Response, ending: str) -> Response:
    """The form of a page whose address ends so."""
    action = next(found for found in ACTION.findall(page.text) if found.split("?")[0].endswith(ending))
    found = TOKEN.search(page.text)
    assert found
    following: Response = client.post(action, data={"token": found[1]})
    return following
