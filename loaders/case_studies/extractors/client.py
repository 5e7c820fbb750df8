"""Asking the endpoint: one address, one method, with limits on size, time and number; what it answers is handed on unread.

Redirects are not followed, error bodies are not read, and the key stands in the header of the request and nowhere else.
"""

import time
from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

import httpx

from graph.errors import LoadStopped
from loaders.case_studies.extractors.answers import AnswerUnusable
from loaders.case_studies.settings import SecondReaderSettings

ATTEMPTS = 4
"""How often one part is sent while the endpoint says that it is busy."""
FIRST_WAIT, LONGEST_WAIT = 1.0, 120.0
"""Seconds between two attempts where the endpoint names none; and the longest that it may name."""
LARGEST_ANSWER = 2_000_000
"""Bytes of an answer that are read."""
CONNECTING = 10.0
"""Seconds to reach the endpoint."""
OK, TOO_MANY = 200, 429
KEY_REFUSED = frozenset({401, 403})
NOT_THERE = frozenset({404, 405})
REDIRECTING = range(300, 400)
FORM_REFUSED = frozenset({400, 422})
"""What an endpoint answers that does not know the form asked for."""


class FormRefused(Exception):
    """The endpoint does not take the request as it is; with another form of answer it may."""


class Bearer(httpx.Auth):
    """Puts the key into the header of each request, and shows it nowhere."""

    def __init__(self, key: str) -> None:
        self._key = key

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Add the header, where there is a key."""
        if self._key:
            request.headers["Authorization"] = f"Bearer {self._key}"
        yield request


@dataclass
class Ceiling:
    """How much one load may still send."""

    requests: int
    characters: int

    def take(self, characters: int) -> None:
        """Count a request.

        Raises:
            LoadStopped: it is one too many.
        """
        self.requests -= 1
        self.characters -= characters
        if self.requests < 0 or self.characters < 0:
            raise LoadStopped("case_studies.second_reader.ceiling_reached")


class Client:
    """One endpoint, for one load.

    Args:
        settings: where and how.
        sleep: waits between attempts.
    """

    def __init__(self, settings: SecondReaderSettings, *, sleep: Callable[[float], None] = time.sleep) -> None:
        self._settings = settings
        self._sleep = sleep
        self.ceiling = Ceiling(settings.most_requests, settings.most_characters)
        # A proxy of the environment may only carry what it cannot read.
        self._http = httpx.Client(
            auth=Bearer(settings.key),
            timeout=httpx.Timeout(settings.timeout, connect=min(CONNECTING, settings.timeout)),
            follow_redirects=False,
            trust_env=settings.is_encrypted,
            headers={"Accept": "application/json", "Accept-Encoding": "identity", "User-Agent": "tsunagu"},
        )

    def close(self) -> None:
        """Let the connection go."""
        self._http.close()

    def ask(self, body: Mapping[str, Any], *, characters: int, before: Callable[[int], None]) -> bytes:
        """The bytes of the answer to one request.

        Args:
            body: what is sent, as JSON.
            characters: how many characters of text that is.
            before: called with the number of the attempt right before each sending.

        Raises:
            LoadStopped: the endpoint does not answer as it should, or the ceiling is reached.
            FormRefused: it does not take the request in this form.
            AnswerUnusable: the answer is longer than any good one.
        """
        for attempt in range(1, ATTEMPTS + 1):
            self.ceiling.take(characters)
            before(attempt)
            status, wait, content = self._sent(body)
            if status == OK:
                return content
            if status != TOO_MANY and status < 500:  # noqa: PLR2004 - the endpoint's own fault begins here
                raise _refused(status, self._settings.host)
            seconds = FIRST_WAIT * 2 ** (attempt - 1) if wait is None else wait
            if attempt == ATTEMPTS or seconds > LONGEST_WAIT:
                break
            self._sleep(seconds)
        raise LoadStopped("case_studies.second_reader.busy", host=self._settings.host, status=status, attempts=attempt)

    def _sent(self, body: Mapping[str, Any]) -> tuple[int, float | None, bytes]:
        """Status, seconds to wait and content of one answer; the content of a refusal is not read."""
        begin = time.monotonic()
        try:
            with self._http.stream("POST", self._settings.endpoint, json=body) as response:
                content = self._content(response, begin + self._settings.timeout) if response.status_code == OK else b""
                return response.status_code, _wait(response.headers.get("Retry-After")), content
        except httpx.TimeoutException as reason:
            raise LoadStopped(
                "case_studies.second_reader.timeout", host=self._settings.host, seconds=f"{self._settings.timeout:g}"
            ) from reason
        except httpx.HTTPError as reason:
            raise LoadStopped("case_studies.second_reader.unreachable", host=self._settings.host, reason=_worded(reason)) from reason

    def _content(self, response: httpx.Response, deadline: float) -> bytes:
        if response.headers.get("Content-Encoding", "identity") != "identity":
            raise LoadStopped("case_studies.second_reader.not_protocol", host=self._settings.host)
        content = bytearray()
        for piece in response.iter_raw():
            content += piece
            if len(content) > LARGEST_ANSWER:
                raise AnswerUnusable("answer_too_long")
            if time.monotonic() > deadline:
                raise httpx.ReadTimeout("the answer came too slowly")
        return bytes(content)


def _worded(reason: httpx.HTTPError) -> str:
    """The reason in the words of the connection; nothing that was sent stands in them."""
    return f"{type(reason).__name__}: {reason}" if isinstance(reason, httpx.ConnectError) else type(reason).__name__


def _refused(status: int, host: str) -> LoadStopped | FormRefused:
    if status in FORM_REFUSED:
        return FormRefused(status)
    known = {
        **dict.fromkeys(KEY_REFUSED, "key_refused"),
        **dict.fromkeys(NOT_THERE, "not_there"),
        **dict.fromkeys(REDIRECTING, "redirected"),
    }
    return LoadStopped(f"case_studies.second_reader.{known.get(status, 'refused')}", host=host, status=status)


def _wait(header: str | None) -> float | None:
    """Seconds that the endpoint asks to wait, as a number or as a day and time; None where it says nothing."""
    text = (header or "").strip()
    if text.isascii() and text.isdecimal():
        return float(text[:9])
    try:
        then = parsedate_to_datetime(text)
    except ValueError:
        return None
    then = then if then.tzinfo else then.replace(tzinfo=UTC)
    return max(0.0, (then - datetime.now(UTC)).total_seconds())
