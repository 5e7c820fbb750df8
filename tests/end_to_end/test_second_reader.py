"""The second reader as a user meets it on the command line: told before it is asked, and its key never seen."""

import json
from pathlib import Path

import pytest

from tests.end_to_end.programs import Program
from tests.unit.loaders.case_studies.extractors.stand_in import KEY, Reply, answer, standing_in
from tests.unit.loaders.case_studies.extractors.town import GOOD, TOWN


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """The town's file."""
    file = tmp_path / "town.md"
    file.write_text(TOWN, encoding="utf-8")
    return file


def test_it_says_where_what_goes_and_reports_what_came_of_it(tsunagu: Program, town: Path) -> None:
    """The address and the log on standard error, the counts in the report, the evidence inferred; the key nowhere."""
    # Act
    with standing_in([answer(*GOOD)]) as endpoint:
        program = tsunagu.with_settings(**endpoint.environment(town.parent))
        outcome = program("load", town, "--second-reader", "--json")
        out = town.parent / "facts.jsonl"
        facts = program("facts", "--out", out)

    # Assert
    assert outcome.status == facts.status == 0
    assert f"{endpoint.url}/chat/completions" in outcome.err
    assert str(town.parent / "log.jsonl") in outcome.err
    codes = {problem["code"]: problem["message"] for problem in outcome.document["problems"]}
    assert "5" in codes["case_studies.second_reader.counts"]
    stated = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert {one["certainty"] for fact in stated if fact.get("name") == "べにざわ号" for one in fact["evidence"]} == {"inferred"}
    kept = (town.parent / "log.jsonl").read_text(encoding="utf-8")
    assert KEY not in outcome.out + outcome.err + kept


def test_without_the_option_nothing_is_sent(tsunagu: Program, town: Path) -> None:
    """Settings alone do nothing."""
    with standing_in([answer(*GOOD)]) as endpoint:
        outcome = tsunagu.with_settings(**endpoint.environment(town.parent))("load", town, "--dry-run")
    assert (outcome.status, outcome.err, endpoint.paths) == (0, "", [])


@pytest.mark.parametrize(
    ("arguments", "settings", "said"),
    [
        ((), {"TSUNAGU_SECOND_READER_URL": ""}, "TSUNAGU_SECOND_READER_URL"),
        ((), {"TSUNAGU_SECOND_READER_URL": "http://host.example/v1"}, "TSUNAGU_SECOND_READER_ALLOW_HTTP"),
        ((), {"TSUNAGU_SECOND_READER_KEY": f"{KEY} {KEY}"}, "鍵"),
        (("--visibility", "members"), {}, "--second-reader"),
        (("--visibility", "nobody"), {}, "restricted"),
    ],
)
def test_misuse_is_told_in_two_lines(tsunagu: Program, town: Path, arguments: tuple[str, ...], settings: dict[str, str], said: str) -> None:
    """What is missing or not allowed, what to do; nothing has been sent."""
    with standing_in([answer()]) as endpoint:
        program = tsunagu.with_settings(**(endpoint.environment(town.parent) | settings))
        outcome = program("load", town, "--second-reader", *arguments)
    _, _ = outcome.err.splitlines()
    assert (outcome.status, outcome.out, endpoint.paths) == (2, "", [])
    assert said in outcome.err
    assert KEY not in outcome.err


@pytest.mark.parametrize("debug", [(), ("--debug",)])
def test_an_endpoint_that_refuses_is_told_without_the_key(tsunagu: Program, town: Path, debug: tuple[str, ...]) -> None:
    """Also in a traceback: the key stands in no line of it, and the body of the refusal is not repeated."""
    with standing_in([Reply(status=401, body=f"no such key: {KEY}".encode())]) as endpoint:
        outcome = tsunagu.with_settings(**endpoint.environment(town.parent))(*debug, "load", town, "--second-reader")
    assert outcome.status != 0
    assert ("Traceback" in outcome.err) == bool(debug)
    assert KEY not in outcome.out + outcome.err
    assert endpoint.url.split("/")[2] in outcome.err


def test_settings_hide_the_key(tsunagu: Program) -> None:
    """`tsunagu settings` says that there is one, and which endpoint is meant."""
    with standing_in([answer()]) as endpoint:
        outcome = tsunagu.with_settings(**endpoint.environment(tsunagu.home))("settings")
    assert outcome.status == 0
    assert f"TSUNAGU_SECOND_READER_URL={endpoint.url}" in outcome.out
    assert "TSUNAGU_SECOND_READER_KEY=********" in outcome.out
    assert KEY not in outcome.out
    assert endpoint.paths == []
