"""A large load against the bare driver: the same rows with the same statements, on the same engine, in one run.

python -m tests.benchmarks.large_load [--nodes 100000] [--relationships 300000] [--engine embedded] [--again]
"""

import argparse
import os
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

from neo4j import Driver, GraphDatabase

from graph import statements
from graph.areas import area_index
from graph.batches import batch_of, source_of
from graph.connection import Graph
from graph.embedded import EmbeddedDatabase
from graph.embedded_command import DATABASE
from graph.facts import Dataset, Fact, Quotation
from graph.identity import organization_key
from graph.model.organizations import Commissions, Organization
from graph.model.ties import CollaboratesWith, Supports
from graph.planning import plan_of
from graph.plans import LoadPlan
from graph.settings import Settings
from graph.writing import BATCH, apply_plan
from tests.engines import TestDatabase, open_embedded, open_neo4j

AT = "2026-11-24T00:00:00+00:00"
WARM_UP = 4_000
KINDS = (CollaboratesWith, Supports, Commissions)


def facts(nodes: int, relationships: int) -> Iterator[Fact]:
    """Bodies of all municipalities, and ties between bodies of one municipality, each with one quotation."""
    chance = Random(1)  # noqa: S311 - no secret
    areas = [coded.area for coded in area_index().by_code.values() if coded.area.level == "municipality"]
    bodies: dict[str, list[Organization]] = {area.id: [] for area in areas}
    for number in range(nodes):
        area = areas[number % len(areas)]
        name = f"団体{number}"
        body = Organization(key=organization_key(area.id, name), name=name, placed_in=area.id, actor_types=("NPO",))
        bodies[area.id].append(body)
        yield Fact(what=body, evidence=(_quotation(number, name),))
    for number in range(relationships):
        one, other = chance.sample(bodies[areas[number % len(areas)].id], 2)
        kind = KINDS[number % len(KINDS)]
        yield Fact(what=kind(start=one.reference, end=other.reference), evidence=(_quotation(number, f"{one.name}と{other.name}"),))


def _quotation(number: int, quote: str) -> Quotation:
    return Quotation(quote=f"{quote}の記載", extractor="generated", line=number + 1, start=0, end=len(quote) + 3)


def ours(database: TestDatabase, nodes: int, relationships: int) -> LoadPlan:
    """Load as a loader's facts are loaded, and print how long each step takes."""
    dataset = Dataset(name="generated/large", title="大きな見本")
    begin = time.monotonic()
    stated = list(facts(nodes, relationships))
    made = time.monotonic()
    source = source_of(dataset, loader="generated", checksum="1", file="generated", loaded_at=AT)
    batch = batch_of(dataset, stated, source)
    batched = time.monotonic()
    plan = plan_of(database.graph, batch)
    planned = time.monotonic()
    apply_plan(database.graph, plan, at=AT)
    written = time.monotonic()
    _say(f"facts {made - begin:.1f} s; batch {batched - made:.1f} s, plan {planned - batched:.1f} s, write {written - planned:.1f} s")
    _say(f"tsunagu: {written - made:.1f} s for {len(plan.nodes)} nodes and {len(plan.relationships)} relationships")
    _say(f"memory of the program: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    return plan


def bare(database: TestDatabase, driver: Driver, name: str, plan: LoadPlan) -> float:
    """The same rows by the driver alone."""
    with driver.session(database=name) as session:
        begin = time.monotonic()
        for label in sorted({row.labels[0] for row in plan.nodes}):
            rows = [{"id": row.id, "properties": row.properties} for row in plan.nodes if row.labels[0] == label]
            for part in range(0, len(rows), BATCH):
                session.execute_write(
                    lambda tx, s, r: tx.run(s, rows=r).consume(), statements.write_nodes(label), rows[part : part + BATCH]
                )
        places = sorted({(row.type, row.start.label, row.end.label) for row in plan.relationships})
        for place in places:
            rows = [
                {"id": row.id, "start": row.start.id, "end": row.end.id, "properties": row.properties}
                for row in plan.relationships
                if (row.type, row.start.label, row.end.label) == place
            ]
            statement = statements.write_relationships(*place)
            for part in range(0, len(rows), BATCH):
                session.execute_write(lambda tx, s, r: tx.run(s, rows=r).consume(), statement, rows[part : part + BATCH])
        seconds = time.monotonic() - begin
    _say(f"{database.graph.engine} bare driver: {seconds:.1f} s")
    return seconds


def measure(database: TestDatabase, driver: Driver, name: str, chosen: argparse.Namespace) -> None:
    """Both on one warm engine, ours first and the bare driver on an emptied graph."""
    bare(database, driver, name, ours(database, WARM_UP, WARM_UP))
    _emptied(database)
    begin = time.monotonic()
    plan = ours(database, chosen.nodes, chosen.relationships)
    seconds = time.monotonic() - begin
    if chosen.again:
        begin = time.monotonic()
        again = ours(database, chosen.nodes, chosen.relationships)
        _say(f"the same load again: {time.monotonic() - begin:.1f} s, writes {len(again.nodes) + len(again.relationships)}")
    _emptied(database)
    alone = bare(database, driver, name, plan)
    _say(f"{database.graph.engine}: share of the bare driver's speed {alone / seconds:.2f} (with making the facts)")
    _emptied(database)


def _emptied(database: TestDatabase) -> None:
    """In small transactions: a large one would outgrow an engine's memory."""
    graph: Graph = database.graph
    for label in ("Evidence", "Organization", "Withdrawn", "Load"):
        while graph.write(
            lambda transaction, label=label: transaction.run(  # type: ignore[misc]
                f"MATCH (n:{label}) WITH n LIMIT 5000 DETACH DELETE n RETURN count(n) AS gone"
            )
        )[0]["gone"]:
            pass
    database.empty()


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def main() -> None:
    """Print the figures of the engines there are."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--nodes", type=int, default=100_000)
    parser.add_argument("--relationships", type=int, default=300_000)
    parser.add_argument("--again", action="store_true", help="load the same a second time too")
    parser.add_argument("--engine", choices=["embedded", "neo4j"], default="embedded")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        if chosen.engine == "embedded":
            database = open_embedded(Path(home))
            embedded = EmbeddedDatabase(Path(home))
            server = embedded.find()
            if server is None:
                raise SystemExit("the engine is gone")
            driver, name = GraphDatabase.driver(server.uri, auth=("root", embedded.password)), DATABASE
        else:
            uri = os.environ["NEO4J_TEST_URI"]
            database = open_neo4j(Settings(neo4j_uri=uri, home=Path(home)))
            driver, name = GraphDatabase.driver(uri, auth=None), "neo4j"
        with driver:
            measure(database, driver, name, chosen)
        database.graph.close()


if __name__ == "__main__":
    main()
