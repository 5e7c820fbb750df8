"""Asking the endpoint: what is sent, what is made of good and bad answers, and what stops a load."""

import json
import socket
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from graph.errors import LoadStopped
from loaders.case_studies.extractors.contract import Proposals
from loaders.case_studies.extractors.endpoint import SecondReader
from loaders.case_studies.extractors.prompt import answer_schema
from loaders.case_studies.settings import SecondReaderSettings
from tests.unit.loaders.case_studies.extractors.stand_in import KEY, MODEL, Reply, answer, envelope, standing_in, words_of
from tests.unit.loaders.case_studies.extractors.town import GOOD, case_text

BUSY = Reply(status=429, headers={"Retry-After": "7"})
BROKEN = Reply(status=500, body=b"stack trace of the endpoint")


def no_wait(seconds: float) -> None:
    """A clock that lets nobody wait."""


def proposed(settings: SecondReaderSettings, sleep: Callable[[float], None] = no_wait) -> Proposals:
    """What comes of asking about the town."""
    with SecondReader(settings, "town.md", sleep=sleep) as reader:
        return reader.propose(case_text())


def stopped(settings: SecondReaderSettings, sleep: Callable[[float], None] = no_wait) -> LoadStopped:
    """The refusal that comes of asking about the town; the key stands nowhere in it."""
    with pytest.raises(LoadStopped) as error:
        proposed(settings, sleep)
    assert KEY not in f"{error.value!r} {error.value.values} {error.value.__cause__!r}"
    return error.value


def reason(stop: LoadStopped) -> str:
    return stop.key.removeprefix("case_studies.second_reader.")


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


def test_only_masked_text_leaves(tmp_path: Path) -> None:
    """The lines of the case arrive with their numbers; names of persons and what is private about them do not."""
    with standing_in([answer()]) as endpoint:
        proposed(endpoint.settings(tmp_path))

    (asked,) = endpoint.asked
    assert "5: - 紅沢町社会福祉協議会が配食サービスを実施している。" in asked
    assert "山形県紅沢町" in asked
    for secret in ("山田", "花子", "鈴木", "一郎", "要介護2", "0233-00-0000"):
        assert secret not in json.dumps(endpoint.requests, ensure_ascii=False)


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


def test_a_busy_endpoint_is_asked_again_when_it_says(tmp_path: Path) -> None:
    """429 with Retry-After: the time that it names is waited, then the same is sent again."""
    waits: list[float] = []
    with standing_in([BUSY, BUSY, answer(*GOOD)]) as endpoint:
        found = proposed(endpoint.settings(tmp_path), waits.append)
    assert waits == [7.0, 7.0]
    assert len(found.things) == 3
    assert endpoint.requests[0] == endpoint.requests[2]


def test_a_broken_endpoint_is_asked_again_after_longer_and_longer(tmp_path: Path) -> None:
    """500, then good: the answer counts; the waits double."""
    waits: list[float] = []
    with standing_in([BROKEN, Reply(status=503), answer(*GOOD)]) as endpoint:
        found = proposed(endpoint.settings(tmp_path), waits.append)
    assert waits == [1.0, 2.0]
    assert len(found.ties) == 2
    assert len(endpoint.requests) == 3


def test_who_stays_busy_stops_the_load(tmp_path: Path) -> None:
    """After four attempts no more is sent."""
    with standing_in([BROKEN]) as endpoint:
        stop = stopped(endpoint.settings(tmp_path))
    assert (reason(stop), stop.values["attempts"], stop.values["status"]) == ("busy", 4, 500)
    assert len(endpoint.requests) == 4


@pytest.mark.parametrize("after", ["86400", "Fri, 31 Dec 9999 23:59:59 GMT", "9" * 400])
def test_who_asks_for_too_long_a_wait_stops_the_load(tmp_path: Path, after: str) -> None:
    """Nobody waits for a day in front of a progress bar."""
    waits: list[float] = []
    with standing_in([Reply(status=429, headers={"Retry-After": after})]) as endpoint:
        stop = stopped(endpoint.settings(tmp_path), waits.append)
    assert (reason(stop), waits, len(endpoint.requests)) == ("busy", [], 1)


@pytest.mark.parametrize("after", ["soon", "-5", "", "Thu, 01 Jan 1970 00:00:00 GMT", "Thu, 01 Jan 1970 00:00:00", "1.5"])
def test_an_odd_retry_after_does_no_harm(tmp_path: Path, after: str) -> None:
    """What cannot be read counts as nothing said; a time that is over needs no wait."""
    waits: list[float] = []
    with standing_in([Reply(status=429, headers={"Retry-After": after}), answer()]) as endpoint:
        proposed(endpoint.settings(tmp_path), waits.append)
    assert waits in ([1.0], [0.0])


def test_who_hangs_is_given_up(tmp_path: Path) -> None:
    """The request is taken and nothing comes: the load stops when the time is over, and is not tried again."""
    with standing_in([Reply(hang=True)]) as endpoint:
        stop = stopped(endpoint.settings(tmp_path, timeout=0.3))
    assert (reason(stop), stop.values["seconds"]) == ("timeout", "0.3")
    assert len(endpoint.requests) == 1


def test_who_answers_a_byte_at_a_time_is_given_up(tmp_path: Path) -> None:
    """The time is for the whole answer, not for each piece of it."""
    # Arrange: an endpoint that sends one space after the other, as long as somebody listens
    with socket.create_server(("127.0.0.1", 0)) as listening:
        over = threading.Event()

        def drip() -> None:
            connection, _ = listening.accept()
            with connection:
                connection.recv(65_536)
                connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")
                try:
                    while not over.wait(0.05):
                        connection.sendall(b" ")
                except OSError:
                    return

        thread = threading.Thread(target=drip, daemon=True)
        thread.start()
        settings = SecondReaderSettings(
            url=f"http://127.0.0.1:{listening.getsockname()[1]}/v1", model=MODEL, log=tmp_path / "log", timeout=0.5
        )

        # Act
        stop = stopped(settings)
        over.set()
        thread.join()

    # Assert
    assert reason(stop) == "timeout"


def test_nobody_there_stops_the_load(tmp_path: Path) -> None:
    """Connection refused is told with the host, at once."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
    stop = stopped(SecondReaderSettings(url=f"http://127.0.0.1:{port}/v1", model=MODEL, key=KEY, log=tmp_path / "log"))
    assert reason(stop) == "unreachable"
    assert stop.values["host"] == f"127.0.0.1:{port}"


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


def test_a_long_case_is_sent_in_parts(tmp_path: Path) -> None:
    """Each line once, with its number, in parts that are not too long; what they bring is put together."""
    with standing_in([answer(*GOOD[:1]), answer(*GOOD[1:])]) as endpoint:
        found = proposed(endpoint.settings(tmp_path, part=150))
    assert len(endpoint.asked) == 2
    lines = [line for asked in endpoint.asked for line in asked.splitlines() if line[:1].isdigit()]
    assert [line.partition(":")[0] for line in lines] == ["1", "3", "5", "6", "7", "8", "9", "10"]
    assert len(found.things) == 3


def test_a_part_without_a_usable_answer_leaves_the_others(tmp_path: Path) -> None:
    """One part fails, the other brings its proposals."""
    with standing_in([envelope("…"), answer(*GOOD)]) as endpoint:
        found = proposed(endpoint.settings(tmp_path, part=150))
    assert len(found.things) == 3
    assert [one.reason for one in found.unusable] == ["answer_not_json"]


@pytest.mark.parametrize("limits", [{"most_requests": 1}, {"most_characters": 6_000}])
def test_more_than_the_ceiling_is_refused_before_anything_is_sent(tmp_path: Path, limits: dict[str, int]) -> None:
    """Two parts, one allowed: nothing leaves, and the report says how much it would have been."""
    with standing_in([answer()]) as endpoint:
        settings = endpoint.settings(tmp_path, part=150, **limits)
        told: list[str] = []
        with SecondReader(settings, "town.md") as reader, pytest.raises(LoadStopped) as error:
            reader.announce([case_text()], lambda key, **_: told.append(key))
    assert reason(error.value) == "above_ceiling"
    assert error.value.values["requests"] == 2
    assert (endpoint.paths, told, settings.log.exists()) == ([], [], False)


def test_repeated_requests_count_against_the_ceiling(tmp_path: Path) -> None:
    """Who is busy again and again does not get more than was allowed."""
    with standing_in([BUSY]) as endpoint:
        stop = stopped(endpoint.settings(tmp_path, most_requests=2))
    assert reason(stop) == "ceiling_reached"
    assert len(endpoint.requests) == 2


def test_where_what_goes_is_said_before_it_goes(tmp_path: Path) -> None:
    """Address, model, how much, and where it is written down; without the key."""
    told: list[tuple[str, dict[str, object]]] = []
    with standing_in([answer()]) as endpoint:
        settings = endpoint.settings(tmp_path)
        with SecondReader(settings, "town.md") as reader:
            reader.announce([case_text()], lambda key, **values: told.append((key, values)))
            assert endpoint.paths == []
            reader.propose(case_text())
    ((key, values),) = told
    assert key == "second_reader.sending"
    assert (values["file"], values["url"], values["requests"]) == ("town.md", settings.endpoint, 1)
    assert values["characters"] == sum(len(message["content"]) for message in endpoint.requests[0]["messages"])
    assert KEY not in str(values)


def test_what_left_is_in_the_log(tmp_path: Path) -> None:
    """Each request is a line: when, to which host, of which file, how much, the text itself and its checksum; never the key."""
    # Act
    with standing_in([BUSY, answer(*GOOD)]) as endpoint:
        settings = endpoint.settings(tmp_path)
        proposed(settings)

    # Assert
    lines = [json.loads(line) for line in settings.log.read_text(encoding="utf-8").splitlines()]
    assert [line["attempt"] for line in lines] == [1, 2]
    assert [line["text"] for line in lines] == endpoint.asked
    assert {line["host"] for line in lines} == {settings.host}
    assert {(line["file"], line["case"], line["model"]) for line in lines} == {("town.md", "山形県紅沢町", MODEL)}
    assert KEY not in settings.log.read_text(encoding="utf-8")


def test_nothing_is_sent_that_cannot_be_logged(tmp_path: Path) -> None:
    """A log that cannot be written stops the load before the request."""
    (tmp_path / "file").write_text("")
    with standing_in([answer()]) as endpoint:
        stop = stopped(endpoint.settings(tmp_path, log=tmp_path / "file" / "log.jsonl"))
    assert reason(stop) == "log_unwritable"
    assert endpoint.paths == []
