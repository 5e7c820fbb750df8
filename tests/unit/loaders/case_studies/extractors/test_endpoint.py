"""Asking the endpoint: what is sent, what is made of good and bad answers, and what stops a load."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from loaders.case_studies.extractors.endpoint import SecondReader
from loaders.case_studies.extractors.prompt import answer_schema
from tests.unit.loaders.case_studies.extractors.asking import proposed, reason, stopped
from tests.unit.loaders.case_studies.extractors.stand_in import KEY, MODEL, Reply, answer, envelope, standing_in, words_of
from tests.unit.loaders.case_studies.extractors.town import GOOD, case_text


def test_a_good_answer_is_read_as_it_is(tmp_path: Path) -> None:
    """One request, to the one address, with model, key, temperature 0 and the schema; its proposals come back."""
    # Act
    with standing_in([answer(*GOOD)]) as endpoint:
        found = proposed(endpoint.settings(tmp_path))

    # Assert
    assert endpoint.paths == ["/v1/chat/completions"]
    (request,) = endpoint.requests
    assert (request["model"], request["temperature"]) == (MODEL, 0)
    assert request["response_format"]["json_schema"]["schema"] == answer_schema()
    assert [message["role"] for message in request["messages"]] == ["system", "user"]
    assert endpoint.headers[0]["Authorization"] == f"Bearer {KEY}"
    assert [one.name for one in found.things] == ["ゆいの会", "週に一度顔を出している", "べにざわ号"]
    assert [(one.type, one.start, one.end) for one in found.ties] == [
        ("PROVIDES", "ゆいの会", "週に一度顔を出している"),
        ("PROVIDES", "紅沢交通", "べにざわ号"),
    ]
    assert (found.malformed, found.unusable) == (0, ())


def test_without_a_key_no_header_is_sent(tmp_path: Path) -> None:
    """A reader on the own machine mostly asks for none."""
    with standing_in([answer()]) as endpoint:
        proposed(endpoint.settings(tmp_path, key=""))
    assert "Authorization" not in endpoint.headers[0]


@pytest.mark.parametrize("fence", ["```json\n{}\n```", "```\n{}\n```", "\n```JSON\n{}\n```\n", "  {}  "])
def test_an_answer_in_a_code_fence_is_read(tmp_path: Path, fence: str) -> None:
    """Models like to wrap JSON as in a document."""
    with standing_in([envelope(fence.replace("{}", words_of(*GOOD)))]) as endpoint:
        found = proposed(endpoint.settings(tmp_path))
    assert len(found.things) == 3
    assert found.unusable == ()


@pytest.mark.parametrize(
    ("reply", "unusable"),
    [
        (envelope("見つかったものは次のとおりです。ゆいの会"), "answer_not_json"),
        (envelope(words_of(*GOOD)[:-9]), "answer_not_json"),
        (envelope("[" * 100_000), "answer_not_json"),
        (envelope('{"things": ' + "9" * 10_000 + ', "ties": []}'), "answer_not_json"),
        (envelope("[]"), "answer_wrong_schema"),
        (envelope('"ゆいの会"'), "answer_wrong_schema"),
        (envelope('{"things": []}'), "answer_wrong_schema"),
        (envelope('{"things": {}, "ties": []}'), "answer_wrong_schema"),
        (envelope(words_of(*GOOD)[:80], finish_reason="length"), "answer_cut"),
        (envelope(None), "answer_empty"),
        (envelope("  "), "answer_empty"),
        (envelope(words_of(*GOOD) + " " * 3_000_000), "answer_too_long"),
    ],
)
def test_an_unusable_answer_brings_nothing_and_is_named(tmp_path: Path, reply: Reply, unusable: str) -> None:
    """The part of the text is named with the reason, and the load goes on with what the rules read."""
    with standing_in([reply]) as endpoint:
        found = proposed(endpoint.settings(tmp_path))
    assert [(one.reason, one.line) for one in found.unusable] == [(unusable, 1)]
    assert (found.things, found.ties) == ((), ())


@pytest.mark.parametrize(
    ("reply", "because"),
    [
        (Reply(status=401, body=f'{{"error": "Incorrect API key: {KEY}"}}'.encode()), "key_refused"),
        (Reply(status=403), "key_refused"),
        (Reply(status=404), "not_there"),
        (Reply(status=405), "not_there"),
        (Reply(status=413), "refused"),
        (Reply(status=418), "refused"),
        (Reply(body=b"<html>login</html>"), "not_protocol"),
        (Reply(body=b""), "not_protocol"),
        (Reply(body=b"{}"), "not_protocol"),
        (Reply(body=b'{"choices": []}'), "not_protocol"),
        (Reply(body=b'{"choices": [{"message": "text"}]}'), "not_protocol"),
        (Reply(body=b"[" * 100_000), "not_protocol"),
        (Reply(body=b"\xff\xfe"), "not_protocol"),
        (Reply(body=b"\x1f\x8b", headers={"Content-Encoding": "gzip"}), "not_protocol"),
        (Reply(body=b'{"choices"', cut=True), "unreachable"),
    ],
)
def test_an_endpoint_that_does_not_answer_as_it_should_stops_the_load(tmp_path: Path, reply: Reply, because: str) -> None:
    """One request, one reason, and the host by name; the body of a refusal is not shown."""
    with standing_in([reply]) as endpoint:
        stop = stopped(endpoint.settings(tmp_path))
    assert reason(stop) == because
    assert str(stop.values["host"]) in endpoint.url
    assert len(endpoint.requests) == 1


def test_an_address_that_asks_for_encryption_is_never_asked_without(tmp_path: Path) -> None:
    """https:// to a server that speaks none: no request arrives, and the reason names the host."""
    with standing_in([answer(*GOOD)]) as endpoint:
        stop = stopped(endpoint.settings(tmp_path, url=endpoint.url.replace("http://", "https://")))
    assert reason(stop) == "unreachable"
    assert endpoint.requests == []


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_to_another_host_is_not_followed(tmp_path: Path, status: int) -> None:
    """The text goes where the user said, and nowhere else."""
    with standing_in([answer(*GOOD)]) as elsewhere:
        redirect = Reply(status=status, headers={"Location": f"{elsewhere.url}/chat/completions"})
        with standing_in([redirect]) as endpoint:
            stop = stopped(endpoint.settings(tmp_path))
    assert reason(stop) == "redirected"
    assert elsewhere.paths == []


def test_a_proxy_of_the_environment_does_not_see_what_is_not_encrypted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader on the own machine is asked directly, whatever HTTP_PROXY says."""
    with standing_in([Reply(status=502)]) as proxy, standing_in([answer(*GOOD)]) as endpoint:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
            monkeypatch.setenv(name, proxy.url)
        for name in ("NO_PROXY", "no_proxy"):
            monkeypatch.delenv(name, raising=False)
        found = proposed(endpoint.settings(tmp_path))
    assert len(found.things) == 3
    assert proxy.paths == []


def test_an_endpoint_that_does_not_know_the_schema_is_asked_for_any_object(tmp_path: Path) -> None:
    """400 to the schema: the same again with JSON mode, which is kept for the parts that follow."""

    def script(request: Mapping[str, Any]) -> Reply:
        return answer(*GOOD) if request["response_format"] == {"type": "json_object"} else Reply(status=400)

    with standing_in(script) as endpoint, SecondReader(endpoint.settings(tmp_path), "town.md") as reader:
        found = [reader.propose(case_text()), reader.propose(case_text())]
    assert [len(one.things) for one in found] == [3, 3]
    assert [request["response_format"]["type"] for request in endpoint.requests] == ["json_schema", "json_object", "json_object"]


def test_an_endpoint_that_refuses_every_form_stops_the_load(tmp_path: Path) -> None:
    """A model that does not exist, for instance: told with the status."""
    with standing_in([Reply(status=400)]) as endpoint:
        stop = stopped(endpoint.settings(tmp_path))
    assert (reason(stop), stop.values["status"], len(endpoint.requests)) == ("refused", 400, 2)
