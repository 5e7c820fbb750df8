"""Everything that a graph answers to one audience, and the same graph without what that audience may not see."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from api.area_overview import areas_with_data
from graph import statements
from graph.area_directory import AreaDirectory, KnownArea
from graph.audiences import levels_of
from graph.connection import Graph, Row, Transaction
from graph.fact_export import facts
from graph.model.definitions import VISIBILITY_LEVELS
from graph.query_files import question, questions
from graph.reading import Reader
from tests.building import TODAY
from visualizations.gathering import gathered
from visualizations.registry import all_views

MANY = 60
AREAS = "area_tree"
"""Asked first: it is what all others are limited to."""
PLACES = "OPERATES_IN|COVERS|DELIVERED_IN|ACTS_FOR|HAS_NEED|OBSERVED_IN|SPEAKS_OF"

Answers = dict[str, Any]


@dataclass(frozen=True)
class Named:
    """Ids to ask about, where a question is asked about ids."""

    facts: list[str]
    evidence: list[str]
    areas: frozenset[str]
    """Every area of which something is recorded, with what it lies in: the rest of the country is not asked about."""
    one_area: str | None
    """One of them, to be asked about alone."""

    @classmethod
    def of(cls, graph: Graph) -> "Named":
        """Some of every kind, whatever their visibility: asking for an id must not give away what it names."""
        nodes = {
            kind: sorted((row["properties"] for row in graph.read(statements.all_nodes(kind))), key=lambda one: str(one["id"]))
            for kind in ("Organization", "Council", "Service", "Need", "Finding")
        }
        rows = graph.read("MATCH (e:Evidence) WITH e.id AS id ORDER BY id LIMIT $many RETURN id", many=MANY)
        placed = {str(node["placed_in"]) for found in nodes.values() for node in found if "placed_in" in node}
        for type_ in PLACES.split("|"):
            placed |= {row["id"] for row in graph.read(f"MATCH (x)-[:{type_}]-(a:Area) RETURN DISTINCT a.id AS id")}
        directory = Reader(graph, audience="restricted").areas
        known = sorted(placed & directory.by_id.keys())
        return cls(
            facts=[str(one["id"]) for found in nodes.values() for one in found[:MANY]],
            evidence=[row["id"] for row in rows],
            areas=frozenset(id_ for area in known for id_ in (*directory.path(area), *directory.below(area))),
            one_area=next((area for area in known if directory.by_id[area].level == "municipality"), None),
        )

    def given(self, parameters: Mapping[str, Any]) -> dict[str, list[str]]:
        """Values for the parameters that name ids."""
        known = {"ids": self.evidence, "facts": self.facts, "found": self.facts}
        return {name: ids for name, ids in known.items() if name in parameters}

    def reader(self, graph: Graph, audience: str) -> tuple[Reader, list[Row]]:
        """Asks about these areas, and gets an answer to every question: a list that is for members could leak too.

        Beside it the areas that the audience sees.
        """
        reader = Reader(graph, audience=audience, today=TODAY)
        reader.audience = VISIBILITY_LEVELS[-1]
        tree = graph.read(question("lookups", AREAS).text, visible=reader.visible)
        reader.areas = AreaDirectory(KnownArea(**row) for row in tree if row["id"] in self.areas)
        return reader, tree


def answers(graph: Graph, audience: str, named: Named, *, areas: tuple[str | None, ...] = (None,)) -> Answers:
    """Question and area → what it answers: rows, population, notes, pictures, networks, lookups, checks, views and pages."""
    reader, tree = named.reader(graph, audience)
    found: Answers = {f"lookups/{AREAS} None": tree, "pages/areas": [area.model_dump() for area in areas_with_data(reader)]}
    for area in areas:
        for gap in questions("gaps"):
            asked = reader.answer(gap, area=area)
            found[f"gaps/{gap} {area}"] = {"rows": asked.rows, "population": asked.population, "notes": asked.notes}
            found[f"gaps/{gap}.picture {area}"] = reader.picture_of(asked, area=area)
            if asked.question.bears:
                # Where few ties are recorded nothing is asked, and a fault would not show: the text is asked there too.
                found[f"everywhere/{gap} {area}"] = reader.rows("gaps", gap, area=area)
        for folder in ("networks", "lookups", "checks"):
            for name, asked_for in questions(folder).items():
                if name == AREAS:
                    continue
                found[f"{folder}/{name} {area}"] = reader.rows(folder, name, area=area, **named.given(asked_for.parameters))
        for name, view in all_views().items():
            found[f"views/{name} {area}"] = asdict(gathered(reader, view, area=area, language="ja"))
    return found


def exported(graph: Graph, audience: str) -> Answers:
    """Everything that leaves the graph as a file for an audience."""
    return {f"exports/facts {fact['id']}": fact for fact in facts(graph, levels_of(audience))}


def differing(one: Answers, other: Answers) -> dict[str, tuple[Any, Any]]:
    """Question → the two answers, where they are not the same; lists without what both have."""
    keys = one.keys() | other.keys()
    return {name: _apart(one.get(name), other.get(name)) for name in sorted(keys) if one.get(name) != other.get(name)}


def _apart(one: Any, other: Any) -> tuple[Any, Any]:
    if isinstance(one, dict) and isinstance(other, dict):
        keys = sorted(one.keys() | other.keys())
        parts = {key: _apart(one.get(key), other.get(key)) for key in keys if one.get(key) != other.get(key)}
        return {key: part[0] for key, part in parts.items()}, {key: part[1] for key, part in parts.items()}
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return [item for item in one if item not in other], [item for item in other if item not in one]
    return one, other


def delete_above(graph: Graph, audience: str) -> None:
    """Delete everything that the audience may not see, and every trace of it in the lists of what stays."""
    visible = levels_of(audience)
    hidden = {
        "evidence": _ids(graph, "MATCH (e:Evidence) WHERE NOT e.visibility IN $visible RETURN e.id AS id", visible),
        "sources": _ids(graph, "MATCH (s:Source) WHERE NOT s.visibility IN $visible RETURN s.dataset AS id", visible)
        - _ids(graph, "MATCH (s:Source) WHERE s.visibility IN $visible RETURN s.dataset AS id", visible),
    }

    def work(transaction: Transaction) -> None:
        transaction.run("MATCH ()-[x]->() WHERE NOT x.visibility IN $visible DELETE x", visible=visible)
        transaction.run("MATCH (x) WHERE NOT x.visibility IN $visible DETACH DELETE x", visible=visible)
        for pattern in ("(x)", "()-[x]->()"):
            for name, gone in hidden.items():
                transaction.run(
                    f"MATCH {pattern} WHERE any(one IN x.{name} WHERE one IN $gone) "
                    f"SET x.{name} = [one IN x.{name} WHERE NOT one IN $gone]",
                    gone=sorted(gone),
                )

    graph.write(work)


def _ids(graph: Graph, statement: str, visible: list[str]) -> set[str]:
    return {row["id"] for row in graph.read(statement, visible=visible)}
