"""What every gap promises beside what every query does, tested for every `.cypher` file in cypher/gaps/.

What it says of itself, from which sources it speaks, and that its picture, its population, its known answers and its
independent computation exist.
"""

import ast
from pathlib import Path

import pytest
import yaml

from graph.model.definitions import VISIBILITY_LEVELS
from graph.model.sources import KINDS_OF_FACT
from graph.query_checks.header import WORDED_BY_GAPS
from graph.query_checks.text import types_in
from graph.query_files import SHELVES, Question, question, questions

ORACLES = Path(__file__).parents[1] / "oracles"
KNOWN_ANSWERS = Path(__file__).parents[1] / "integration" / "cypher" / "gaps"
PARTS_OF_A_GAP = ("picture", "population")
GAPS = [pytest.param(gap, id=name) for name, gap in questions("gaps").items()]
each_gap = pytest.mark.parametrize("gap", GAPS)


@each_gap
def test_a_gap_says_what_it_means_and_what_to_do_next(gap: Question) -> None:
    """Shelf, identity, caution and next step in both languages; audience and kind of fact are known ones."""
    # Act
    header = gap.header

    # Assert
    assert header["shelf"] in SHELVES
    assert gap.identity
    for key in WORDED_BY_GAPS:
        assert header[f"{key}_ja"].strip()
        assert header[f"{key}_en"].strip().isascii()
    assert header.get("audience", VISIBILITY_LEVELS[0]) in VISIBILITY_LEVELS
    assert header.get("speaks_of", KINDS_OF_FACT[0]) in KINDS_OF_FACT


@each_gap
def test_a_gap_says_which_sources_could_have_shown_it(gap: Question) -> None:
    """Every row has them, from the scopes that sources declare: for people an answer is only as good as its sources."""
    assert not lacks_sources(gap)


@pytest.mark.parametrize(
    ("returns", "text"),
    [
        ("[id]", "MATCH (s:Source)-[k:SPEAKS_OF]->(a:Area) WHERE coalesce(k.ends_on >= $as_of, true) RETURN a.id AS id"),
        ("[id, sources_that_could_show]", "MATCH (a:Area) RETURN a.id AS id, a.sources AS sources_that_could_show"),
        (
            "[id, sources_that_could_show]",
            "MATCH (s)-[:SPEAKS_OF]->(a:Area) RETURN a.id AS id, s.dataset AS sources_that_could_show",
        ),
    ],
)
def test_a_gap_without_the_sources_that_could_have_shown_it_is_noticed(returns: str, text: str) -> None:
    """The column is missing, does not come from scopes, or forgets their period."""
    assert lacks_sources(Question(folder="gaps", name="bad", header=yaml.safe_load(f"returns: {returns}"), text=text))


def lacks_sources(gap: Question) -> bool:
    """Whether a gap does not say which sources could have shown what it looks for, in their scope of area, kind and time."""
    if "sources_that_could_show" not in gap.returns or "SPEAKS_OF" not in types_in(gap.text):
        return True
    return not (".begins" in gap.text and ".ends_on" in gap.text)


@each_gap
def test_a_gap_has_a_picture_and_a_population(gap: Question) -> None:
    """What was found can be drawn, and is said of how many."""
    # Act
    picture, population = (question("gaps", f"{gap.name}.{part}") for part in PARTS_OF_A_GAP)

    # Assert
    assert picture.returns == ("nodes", "relationships")
    assert population.returns == ("population",)
    assert set(picture.parameters) <= {*gap.parameters, "found"}
    assert set(population.parameters) <= set(gap.parameters)


@each_gap
def test_a_gap_has_known_answers(gap: Question) -> None:
    """A module of tests with answers that were worked out by hand exists for it."""
    # Arrange
    module = KNOWN_ANSWERS / f"test_{gap.name}.py"

    # Act
    tests = [item.name for item in ast.parse(module.read_text(encoding="utf-8")).body if isinstance(item, ast.FunctionDef)]

    # Assert
    assert [name for name in tests if name.startswith("test_")]


@each_gap
def test_a_gap_says_what_people_see_of_a_row(gap: Question) -> None:
    """Columns with a head in both languages, whose values are texts, or codes that something words."""
    # Act
    shown = gap.shown

    # Assert
    assert shown
    assert set(shown) <= set(gap.returns)
    for spec in shown.values():
        assert spec["ja"].strip()
        assert spec["en"].strip().isascii()
        assert spec.keys() <= {"ja", "en", "codes", "words", "values"}


@each_gap
def test_how_many_were_found_is_a_sentence(gap: Question) -> None:
    """Both numbers can be put in, and no other is asked for."""
    for language in ("ja", "en"):
        text = gap.worded("found", language).format(found=31, population=47)
        assert "{" not in text
        assert "47" in text


@each_gap
def test_a_gap_has_an_independent_computation(gap: Question) -> None:
    """`tests/oracles/<gap>.py` computes the rows in Python from what the graph holds; test_every_answer.py compares."""
    assert (ORACLES / f"{gap.name}.py").is_file()
