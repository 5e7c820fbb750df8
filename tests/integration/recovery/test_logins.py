"""Wrong password, none, wrong user, wrong database: two lines at once, and the password in no output."""

from dataclasses import replace
from pathlib import Path

import pytest

from graph.connection import open_graph
from graph.errors import DatabaseMisconfigured
from tests.conftest import GUARDED_PASSWORD
from tests.end_to_end.programs import Outcome, Program
from tests.neo4j_server import Neo4jServer

WRONG = "chigau-kotoba"


@pytest.fixture
def tsunagu(guarded_neo4j: Neo4jServer, tmp_path: Path) -> Program:
    """The program, with the right settings."""
    right = {**guarded_neo4j.environment, "NEO4J_USERNAME": "neo4j", "TSUNAGU_HOME": str(tmp_path), "TSUNAGU_LANGUAGE": "en"}
    return Program(tmp_path, tuple(right.items()))


def run(program: Program, *arguments: str, **settings: str) -> Outcome:
    return program.with_settings(**(dict(program.more) | settings))(*arguments)


def test_the_right_password_is_taken(tsunagu: Program) -> None:
    """And shown nowhere."""
    outcome = run(tsunagu, "database", "status")

    assert (outcome.status, outcome.err) == (0, "")
    assert GUARDED_PASSWORD not in outcome.out


@pytest.mark.parametrize("debug", [False, True])
@pytest.mark.parametrize(
    ("settings", "named"),
    [
        ({"NEO4J_PASSWORD": WRONG}, "NEO4J_PASSWORD"),
        ({"NEO4J_PASSWORD": ""}, "NEO4J_PASSWORD"),
        ({"NEO4J_USERNAME": "nobody"}, "NEO4J_USERNAME"),
        ({"NEO4J_DATABASE": "nosuch"}, "NEO4J_DATABASE"),
    ],
    ids=["wrong password", "no password", "wrong user", "wrong database"],
)
def test_what_is_wrong_is_said_in_two_lines(tsunagu: Program, settings: dict[str, str], named: str, *, debug: bool) -> None:
    """Status 2, the setting is named, no password is shown; with --debug there is a traceback, and no password either."""
    # Arrange: a load that is not refused gives the user back his tries
    run(tsunagu, "database", "status")

    # Act
    outcome = run(tsunagu, *(["--debug"] if debug else []), "gaps", "run", "needs_without_service", **settings)

    # Assert
    assert outcome.status == (1 if debug else 2)
    assert ("Traceback" in outcome.err) is debug
    if not debug:
        assert len(outcome.err.splitlines()) == 2
        assert named in outcome.err.splitlines()[1]
    assert not {word for word in (GUARDED_PASSWORD, WRONG) if word in outcome.out + outcome.err}


def test_too_many_wrong_passwords_are_told_apart(guarded_neo4j: Neo4jServer) -> None:
    """Neo4j then refuses every password for some seconds: the message says that, not that the query was wrong."""
    wrong = replace(guarded_neo4j.settings, neo4j_password=WRONG)
    keys = []
    for _ in range(6):
        with pytest.raises(DatabaseMisconfigured) as raised:
            open_graph(wrong)
        keys.append(raised.value.key)

    assert keys[0] == "database_refused_login"
    assert keys[-1] == "database_login_blocked"
    # Other tests may log in again.
    guarded_neo4j.start()
