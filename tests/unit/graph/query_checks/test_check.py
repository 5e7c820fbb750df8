"""What keeps a question from being asked is found, with the line where it stands."""

import re
from importlib.resources import files
from pathlib import Path

import pytest

from graph.messages import LANGUAGES, catalogue
from graph.query_checks.check import faults
from graph.query_checks.rules import NEVER
from graph.query_files import FOLDERS, ours, parsed
from tests.own_questions import BODY, HEADER, SOUND

CHECKS = Path(__file__).parents[4] / "graph" / "query_checks"
OURS = [(folder, name) for folder in FOLDERS for name in ours(folder)]
READS_WHAT_LEFT = {"gaps/since_last_meeting"}
"""What was withdrawn has its level in what is kept of it: the measure that makes the rows looks there."""
LAST_OF_HEADER = HEADER.count("\n")


def with_more(match: str, *limited: str) -> str:
    """The sound question with one more pattern, of which some names are limited to what may be seen."""
    return SOUND.replace("RETURN", f"{match}\nWHERE {' AND '.join(f'{name}.visibility IN $visible' for name in limited)}\nRETURN", 1)


SPOILED = {
    "no title": (SOUND.replace("title_ja: 総称でない団体\n", ""), "header_lacks", 1),
    "no question": (SOUND.replace("question_ja", "explanation_ja"), "header_lacks", 1),
    "no columns": (SOUND.replace("returns: [area_id, id, name]\n", ""), "header_lacks", 1),
    "no identity": (SOUND.replace("identity: [area_id, id]\n", ""), "header_lacks", 1),
    "a misspelt entry": (SOUND.replace("shown:", "shwon:"), "header_unknown", 8),
    "an identity that is no column": (SOUND.replace("identity: [area_id, id]", "identity: [area_id, code]"), "not_returned", 7),
    "a shown column that is none": (SOUND.replace("  name: {ja", "  nmae: {ja"), "not_returned", 8),
    "a parameter without its meaning": (SOUND.replace(", about_ja: 名前のはじめ", ""), "parameter_not_described", 5),
    "a parameter without a default": (SOUND.replace("default: '', ", ""), "parameter_not_described", 5),
    "a default of another type": (SOUND.replace("type: text", "type: date"), "parameter_not_described", 5),
    "an unknown type": (SOUND.replace("type: text", "type: number"), "parameter_not_described", 5),
    "a column without a head": (SOUND.replace("name: {ja: 団体}", "name: {}"), "column_not_described", 9),
    "an unknown audience": (SOUND.replace("shown:", "audience: everybody\nshown:"), "header_value", 8),
    "a kind of fact that is none": (SOUND.replace("shown:", "speaks_of: weather\nshown:"), "header_value", 8),
    "an unknown check": (SOUND.replace("shown:", "not_where: [nowhere]\nshown:"), "header_value", 8),
    "a program of its own": (SOUND.replace("shown:", "computed_by: os.system\nshown:"), "header_value", 8),
    "a sentence with another number": (SOUND.replace("shown:", "found_ja: '{many} 件'\nshown:"), "header_value", 8),
    "a parameter that nothing declares": (SOUND.replace("$beginning", "$start"), "parameter_undeclared", LAST_OF_HEADER + 3),
    "a parameter that nothing uses": (SOUND.replace("$beginning", "''"), "parameter_unused", 5),
    "it writes": (SOUND.replace("RETURN o.placed_in", "SET o.name = ''\nRETURN o.placed_in"), "writes", LAST_OF_HEADER + 4),
    "it deletes in lower case": (SOUND.replace("RETURN o.placed_in", "detach delete o\nRETURN o.placed_in"), "writes", LAST_OF_HEADER + 4),
    "it calls": (SOUND.replace("RETURN o.placed", "CALL db.labels() YIELD label\nRETURN o.placed"), "calls", LAST_OF_HEADER + 4),
    "no level": (SOUND.replace(" AND o.visibility IN $visible", ""), "without_visible", LAST_OF_HEADER + 1),
    "no area": (SOUND.replace("o.placed_in IN $areas AND ", ""), "without_areas", LAST_OF_HEADER + 1),
    "a node that is not limited": (
        with_more("MATCH (o)-[r:PROVIDES]->(s:Service)", "r"),
        "not_limited",
        LAST_OF_HEADER + 4,
    ),
    "a nameless relationship": (
        with_more("MATCH (o)-->(s:Service)", "s"),
        "not_limited",
        LAST_OF_HEADER + 1,
    ),
    "a form that the engines answer differently": (
        SOUND.replace("WHERE o", "WHERE EXISTS { (o)-[:PROVIDES]->(:Service) } OR o"),
        "not_limited",
        LAST_OF_HEADER + 1,
    ),
    "a bare pattern": (SOUND.replace("  AND NOT", "  AND (o)-[:OF_TYPE]->(:ActorType) AND NOT"), "form", LAST_OF_HEADER + 3),
    "an unknown label": (SOUND.replace("o:Organization", "o:Organisation"), "name_unknown", LAST_OF_HEADER + 1),
    "an unknown property": (SOUND.replace("o.generic", "o.general"), "name_unknown", LAST_OF_HEADER + 3),
    "an unknown type of relationship": (
        SOUND.replace(
            "RETURN", "MATCH (o)-[r:WORKS_WITH]->(p:Organization)\nWHERE r.visibility IN $visible AND p.visibility IN $visible\nRETURN", 1
        ),
        "name_unknown",
        LAST_OF_HEADER + 4,
    ),
    "other columns": (SOUND.replace("o.id AS id, o.name AS name", "o.name AS name, o.id AS id"), "columns_differ", LAST_OF_HEADER + 4),
    "no order": (HEADER + BODY.replace("ORDER BY area_id, id\n", ""), "not_in_order", LAST_OF_HEADER + 4),
}


@pytest.mark.parametrize(("text", "code", "line"), SPOILED.values(), ids=SPOILED.keys())
def test_what_is_wrong_is_found_with_its_line(text: str, code: str, line: int) -> None:
    """The first thing that is told is what was spoiled."""
    first = next(faults(parsed("gaps", "spoiled", text), text))

    assert (first.code, first.line) == (code, line)


@pytest.mark.parametrize(
    "text",
    [
        SOUND,
        SOUND.replace("shown:\n  name: {ja: 団体}\n", ""),
        SOUND.replace("title_ja", "title_en").replace("question_ja", "question_en"),
        SOUND.replace("o.placed_in IN $areas AND ", "").replace("shown:", "unscoped: bodies are few\nshown:"),
        SOUND.replace("RETURN", "MATCH (o)-[:OF_TYPE]->(t:ActorType)\nWHERE t.code = 'NPO'\nRETURN", 1),
        SOUND.replace("RETURN", "WITH o AS p\nMATCH (p)-[r:OPERATES_IN]->(:Area)\nWHERE r.visibility IN $visible\nWITH p AS o\nRETURN", 1),
        SOUND.replace("RETURN", "// SET x, CALL db.labels(), $nothing\nRETURN", 1),
    ],
)
def test_a_sound_question_has_no_fault(text: str) -> None:
    """What a header may leave out, and forms that look like a fault and are none."""
    assert list(faults(parsed("gaps", "sound", text), text)) == []


@pytest.mark.parametrize(("folder", "name"), OURS, ids=[f"{folder}/{name}" for folder, name in OURS])
def test_our_own_questions_pass(folder: str, name: str) -> None:
    """A folder of one's own is held to nothing that our own files do not keep."""
    text = (files("cypher") / folder / f"{name}.cypher").read_text(encoding="utf-8")

    found = [
        fault for fault in faults(ours(folder)[name], text) if f"{folder}/{name}" not in READS_WHAT_LEFT or fault.code != "not_limited"
    ]

    assert found == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fault_is_worded(language: str) -> None:
    """What happened and what to do, for each fault and each forbidden form."""
    texts = catalogue("graph", language)
    programs = [*CHECKS.glob("*.py"), CHECKS.parent / "own_questions.py"]
    codes = {
        code for file in programs for code in re.findall(r'(?:Fault\(|_refused\(file, [^"\n]*?)"(\w+)"', file.read_text(encoding="utf-8"))
    }

    assert len(codes) > 20
    assert [code for code in sorted(codes) if not texts.keys() >= {f"own_question.{code}", f"own_question.{code}.advice"}] == []
    assert [rule for rule in NEVER if rule != "writes" and f"query_form.{rule}" not in texts] == []
