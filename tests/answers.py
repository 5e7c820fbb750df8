"""Everything that a graph answers to one audience, and the same graph without what that audience may not see."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph import statements
from graph.connection import Graph, Transaction
from graph.model.catalogue import node_kinds, relationship_kinds
from graph.model.definitions import VISIBILITY_LEVELS
from graph.query_files import questions
from graph.reading import Reader
from tests.building import TODAY

AREAS = {"public": (None,), "members": (None, "242161"), "restricted": (None,)}
"""Every audience asks about everything, one of them about a municipality by its code too."""
MANY = 60

Answers = dict[str, Any]


@dataclass(frozen=True)
class Named:
    """Ids to ask about, where a question is asked about ids."""

    facts: list[str]
    evidence: list[str]

    @classmethod
    def of(cls, graph: Graph) -> "Named":
        """Some of every kind, whatever their visibility: asking for an id must not give away what it names."""
        facts = [
            row["properties"]["id"]
            for kind in ("Organization", "Council", "Service", "Need")
            for row in sorted(graph.read(statements.all_nodes(kind)), key=lambda row: str(row["properties"]["id"]))[:MANY]
        ]
        rows = graph.read("MATCH (e:Evidence) WITH e.id AS id ORDER BY id LIMIT $many RETURN id", many=MANY)
        return cls(facts=facts, evidence=[row["id"] for row in rows])

    def given(self, parameters: Mapping[str, Any]) -> dict[str, list[str]]:
        """Values for the parameters that name ids."""
        known = {"ids": self.evidence, "facts": self.facts, "found": self.facts}
        return {name: ids for name, ids in known.items() if name in parameters}


def answers(graph: Graph, audience: str, named: Named) -> Answers:
    """Question and area → what it answers: rows, population, notes, pictures, networks, lookups and checks."""
    reader = Reader(graph, audience=audience, today=TODAY)
    found: Answers = {}
    for area in AREAS[audience]:
        for gap in questions("gaps"):
            asked = reader.answer(gap, area=area)
            found[f"gaps/{gap} {area}"] = {"rows": asked.rows, "population": asked.population, "notes": asked.notes}
            found[f"gaps/{gap}.picture {area}"] = reader.picture(gap, area=area)
        for folder in ("networks", "lookups", "checks"):
            for name, question in questions(folder).items():
                found[f"{folder}/{name} {area}"] = reader.rows(folder, name, area=area, **named.given(question.parameters))
    return found


def differing(one: Answers, other: Answers) -> dict[str, tuple[Any, Any]]:
    """Question → the two answers, where they are not the same; lists without what both have."""
    return {name: _apart(one[name], other[name]) for name in one if one[name] != other[name]}


def _apart(one: Any, other: Any) -> tuple[Any, Any]:
    if isinstance(one, dict) and isinstance(other, dict):
        parts = {key: _apart(one[key], other[key]) for key in one if one[key] != other[key]}
        return {key: part[0] for key, part in parts.items()}, {key: part[1] for key, part in parts.items()}
    if isinstance(one, list) and isinstance(other, list):
        return [item for item in one if item not in other], [item for item in other if item not in one]
    return one, other


def delete_above(graph: Graph, audience: str) -> None:
    """Delete everything that the audience may not see, and every trace of it in the lists of what stays."""
    visible = list(VISIBILITY_LEVELS[: VISIBILITY_LEVELS.index(audience) + 1])
    hidden = {
        "evidence": _ids(graph, "MATCH (e:Evidence) WHERE NOT e.visibility IN $visible RETURN e.id AS id", visible),
        "sources": _ids(graph, "MATCH (s:Source) WHERE NOT s.visibility IN $visible RETURN s.dataset AS id", visible)
        - _ids(graph, "MATCH (s:Source) WHERE s.visibility IN $visible RETURN s.dataset AS id", visible),
    }

    def work(transaction: Transaction) -> None:
        for type_ in relationship_kinds():
            transaction.run(f"MATCH ()-[x:{type_}]->() WHERE NOT x.visibility IN $visible DELETE x", visible=visible)
        for label in node_kinds().keys() - {"Migration"}:
            transaction.run(f"MATCH (x:{label}) WHERE NOT x.visibility IN $visible DETACH DELETE x", visible=visible)
        patterns = [f"(x:{label})" for label in node_kinds()] + [f"()-[x:{type_}]->()" for type_ in relationship_kinds()]
        for pattern in patterns:
            for name, gone in hidden.items():
                transaction.run(
                    f"MATCH {pattern} WHERE any(one IN x.{name} WHERE one IN $gone) "
                    f"SET x.{name} = [one IN x.{name} WHERE NOT one IN $gone]",
                    gone=sorted(gone),
                )

    graph.write(work)


def _ids(graph: Graph, statement: str, visible: list[str]) -> set[str]:
    return {row["id"] for row in graph.read(statement, visible=visible)}
