"""What leaves for the endpoint: masked, in parts, below the ceiling, said before and written down."""

import json
from pathlib import Path

import pytest

from graph.errors import LoadStopped
from loaders.case_studies.extractors.endpoint import SecondReader
from tests.unit.loaders.case_studies.extractors.asking import BUSY, proposed, reason, stopped
from tests.unit.loaders.case_studies.extractors.stand_in import KEY, MODEL, answer, envelope, standing_in
from tests.unit.loaders.case_studies.extractors.town import GOOD, case_text


def test_only_masked_text_leaves(tmp_path: Path) -> None:
    """The lines of the case arrive with their numbers; names of persons and what is private about them do not."""
    with standing_in([answer()]) as endpoint:
        proposed(endpoint.settings(tmp_path))

    (asked,) = endpoint.asked
    assert "5: - 紅沢町社会福祉協議会が配食サービスを実施している。" in asked
    assert "山形県紅沢町" in asked
    for secret in ("山田", "花子", "鈴木", "一郎", "要介護2", "0233-00-0000"):
        assert secret not in json.dumps(endpoint.requests, ensure_ascii=False)


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
