"""The rules for queries catch what they are there to catch, and let the known good form pass."""

import pytest

from tests.contracts.query_rules import NEVER, columns, labels_in, order, parameters_in, properties_in, types_in

BROKEN = {
    "writes": [
        "MATCH (n:Area) SET n.name = 'x'",
        "CREATE (n:Area)",
        "MATCH (n:Area) DETACH DELETE n",
        "MATCH (n:Area) REMOVE n.name",
        "CALL dbms.shutdown() YIELD x RETURN x",
    ],
    "mixes_a_subquery_with_a_property": [
        "MATCH (a:Area) WHERE a.code IS NULL OR EXISTS { (a)-->(:Need) } RETURN a",
        "MATCH (a:Area) WHERE a.level = 'ward' AND NOT EXISTS { (a)-->(:Need) } RETURN a",
        "MATCH (a:Area) WHERE a.count < 3 AND COUNT { (a)-->(:Need) } > 2 RETURN a",
        "MATCH (a:Area) WHERE a.level = 'ward' XOR size([(a)-->(n:Need) | n]) > 1 RETURN a",
    ],
    "uses_what_may_be_null": [
        "MATCH (s:Service) OPTIONAL MATCH (s)-[:COVERS]->(a:Area) MATCH (a)-[:HAS_NEED]->(n:Need) RETURN n",
        "MATCH (s:Service) OPTIONAL MATCH (s)-[:COVERS]->(a:Area) OPTIONAL MATCH (a)-[:HAS_NEED]->(n:Need) RETURN n",
        "MATCH (s:Service) OPTIONAL MATCH (s)-[:COVERS]->(a:Area) WITH s, a OPTIONAL MATCH (n:Need)<-[:HAS_NEED]-(a) RETURN n",
        "OPTIONAL MATCH (o:Organization) WITH o, [(o)-[p:OPERATES_IN]->(h:Area) | h.id] AS works RETURN works",
    ],
    "has_a_bare_pattern_predicate": [
        "MATCH (a:Area), (b:Area) WHERE (a)-->(b) RETURN a",
        "MATCH (a:Area) WHERE a.code IS NULL AND NOT (a)-[:HAS_NEED]->() RETURN a",
        "MATCH (a:Area), (b:Area) WHERE a.id <> b.id AND (a)<-[:PART_OF]-(b) RETURN a",
    ],
    "matches_everything_before_an_optional_match": ["MATCH (n) WHERE n.id = $id OPTIONAL MATCH (n)-->(m:Area) RETURN m"],
    "filters_a_shortest_path": ["MATCH p = shortestPath((a:Area)-[*]-(b:Area)) WHERE length(p) > 2 RETURN p"],
    "computes_in_a_property_map": [
        "MATCH (n:Area {id: 'o' + $k}) RETURN n",
        "MATCH (m:Need) MATCH (n:Area {id: m.placed_in}) RETURN n",
        "MATCH (n:Area {id: toLower($id)}) RETURN n",
        "MATCH (a:Area)-[r:HAS_NEED {id: a.id + 'x'}]->(n:Need) RETURN r",
    ],
    "looks_up_what_a_property_unwound": ["MATCH (n:Need) UNWIND n.evidence AS x MATCH (e:Evidence {id: x}) RETURN e"],
    "has_a_dynamic_label": ["MATCH (n:$($label)) RETURN n", "MATCH (n:$any($labels)) RETURN n", "MATCH ()-[r:$($type)]->() RETURN r"],
    "begins_and_ends_at_one_variable": [
        "MATCH (n:Area)-[:PART_OF]->(n) RETURN n",
        "MATCH (n)--(n) RETURN n",
        "MATCH (n:Area)<-[r]-(n:Area) RETURN n",
    ],
    "calls_what_one_engine_lacks": [
        "MATCH p = SHORTEST 1 (a:Area)-[]-+(b:Area) RETURN p",
        "CREATE FULLTEXT INDEX x IF NOT EXISTS FOR (n:Area) ON EACH [n.name]",
        "SHOW INDEXES",
        "RETURN apoc.text.join(['a'], ',') AS text",
        "CALL gds.degree.stream('g') YIELD nodeId RETURN nodeId",
    ],
    "merges_and_labels": ["MERGE (n:Organization {id: $id}) SET n:Council"],
}

SOUND = [
    "MATCH (a:Area) WITH * WHERE a.code IS NULL OR EXISTS { (a)-->(:Need) } RETURN a",
    "MATCH (a:Area) WHERE EXISTS { (a)-[:HAS_NEED]->(:Need) } AND a.level = 'ward' RETURN a",
    "MATCH (s:Service) OPTIONAL MATCH (s)-[:COVERS]->(a:Area) WITH s, a WHERE a IS NOT NULL MATCH (a)-[:HAS_NEED]->(n:Need) RETURN n",
    "MATCH (s:Service) OPTIONAL MATCH (s)-[:COVERS]->(a:Area) WITH s, collect(a.id) AS ids MATCH (a:Area) WHERE a.id IN ids RETURN a",
    "MATCH (s:Service) OPTIONAL MATCH (s)-[:COVERS]->(a:Area) OPTIONAL MATCH (s)-[:DELIVERED_IN]->(a2:Area) WHERE a2 = a RETURN a2",
    "MATCH (n:Area {id: $id}) OPTIONAL MATCH (n)-[:PART_OF]->(m:Area) RETURN m",
    "MATCH (n:Need) WITH n.id AS fact MATCH (e:Evidence {fact: fact}) RETURN e",
    "UNWIND $ids AS id MATCH (n:Area {id: id}) RETURN n",
    "MATCH p = shortestPath((a:Area {id: $a})-[*]-(b:Area {id: $b})) RETURN p",
    "MATCH (n:Area)-[:PART_OF]->(m:Area) WHERE n = m RETURN n",
    "MATCH (n:Area) WHERE n.name = 'SET and CREATE, OR (a)-->(b) apoc.text' RETURN n // MERGE",
    "CALL db.index.fulltext.queryNodes('org_ft', $q) YIELD node, score RETURN node.id AS id",
    "CALL () { MATCH (s:Source) RETURN collect(s.id) AS ids } MATCH (a:Area) WHERE a.id IN ids RETURN {id: a.id, name: a.name + 'x'} AS m",
]


@pytest.mark.parametrize(("rule", "text"), [(rule, text) for rule, texts in BROKEN.items() for text in texts])
def test_a_violating_text_is_caught(rule: str, text: str) -> None:
    """Each construction on which an engine is known to fail is recognised."""
    assert NEVER[rule](text)


@pytest.mark.parametrize("text", SOUND)
def test_a_sound_text_passes(text: str) -> None:
    """The form that is written instead breaks no rule."""
    assert [name for name, rule in NEVER.items() if rule(text)] == []


def test_every_rule_has_a_violating_text() -> None:
    """A rule that nothing shows to work is no rule."""
    assert BROKEN.keys() == NEVER.keys()


def test_what_is_read_from_a_text() -> None:
    """Parameters, labels, types, properties, columns and order are found, and strings and comments are not."""
    # Arrange
    text = """
    MATCH (a:Area|Need)-[r:HAS_NEED|COVERS]->(:Need) // (:Comment {x: $comment})
    WHERE a.id IN $areas AND type(r) <> 'PART_OF' AND NOT 'Council' IN labels(a) AND a.name <> '$text (:Text)'
    WITH a, collect({key: a.code, list: [1, 2]}) AS maps
    RETURN a.id AS id, [one IN maps | one.key] AS keys, maps ORDER BY id, keys
    """

    # Act
    found = parameters_in(text), labels_in(text), types_in(text), properties_in(text), columns(text), order(text)

    # Assert
    assert found == (
        {"areas"},
        {"Area", "Need", "Council"},
        {"HAS_NEED", "COVERS", "PART_OF"},
        {"id", "name", "code"},
        ["id", "keys", "maps"],
        ["id", "keys"],
    )
