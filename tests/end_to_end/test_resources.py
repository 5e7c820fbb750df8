"""Matching and resource development on the command line: what is printed, and what is refused."""

from collections.abc import Iterator

import pytest

from tests.end_to_end.programs import ROOT, Program

REGISTER = ROOT / "tests" / "sample_data" / "transport_register" / "register.csv"


@pytest.fixture(scope="module")
def tsunagu(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    """The program with a register of transport and one need."""
    program = Program(tmp_path_factory.mktemp("home"))
    assert program("database", "start").status == 0
    assert program("load", REGISTER).status == 0
    assert program("add", "need", "松江市", "除雪に困っている", "--said-by", "民生委員").status == 0
    yield program
    assert program("database", "stop").status == 0


def test_a_need_is_matched(tsunagu: Program) -> None:
    """Services of the register answer a need of transport; the same by program as for people."""
    # Act
    document = tsunagu("match", "N_MOVE", "--area", "松江市", "--json").document
    printed = tsunagu("match", "移動・外出が困難", "--area", "松江市")

    # Assert
    assert document["need"] == "N_MOVE"
    assert {one["place"] for one in document["answers"]} >= {"here"}
    assert document["answers"][0]["service"] in printed.out
    assert printed.status == 0


def test_what_could_be_built_is_told(tsunagu: Program) -> None:
    """The need that nothing answers stands there, with the caution."""
    # Act
    document = tsunagu("develop", "--area", "松江市", "--json").document
    printed = tsunagu("develop", "--area", "松江市")

    # Assert
    assert [need["need_code"] for need in document["needs"]] == ["N_SNOW"]
    assert "サービスがないという意味ではありません" in printed.out


@pytest.mark.parametrize(("need", "area"), [("N_NOTHING", "松江市"), ("N_SHOP", "どこにもない町")])
def test_what_is_not_known_is_refused(tsunagu: Program, need: str, area: str) -> None:
    """Two lines: what happened, and what to do."""
    # Act
    outcome = tsunagu("match", need, "--area", area)

    # Assert
    assert outcome.status == 2
    assert len(outcome.err.strip().splitlines()) == 2
