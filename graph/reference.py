"""Taxonomy, guideline and area codes: put into the graph by the program itself, each as a dataset with its own source.

They are no facts: they carry no evidence, and no load of a user's file retires them.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from importlib.resources import files

from graph.batches import Batch, source_of
from graph.coded_areas import AREA_CODES_DATASET, area_things
from graph.connection import Graph
from graph.facts import Dataset
from graph.model.definitions import Node, Relationship
from graph.model.taxonomy import ActorType, AnsweredBy, Guideline, NeedCategory, Scheme, ServiceCategory
from graph.planning import plan_of
from graph.taxonomy import CONTEXT_NEED, Taxonomy, taxonomy
from graph.taxonomy.guideline import GuidelineData, guideline
from graph.writing import apply_plan

AREA_CODES = Dataset(
    name=AREA_CODES_DATASET,
    title="全国地方公共団体コード（code4fukui/localgovjp, 2026年7月）",
    licence="CC0 1.0; code4fukui/localgovjp",
)
TAXONOMY = Dataset(name="taxonomy", title="つなぐの分類（サービス・ニーズ・主体・制度区分）", licence="GPL-3.0-or-later; tsunagu")
GUIDELINE = Dataset(
    name="guideline",
    title=guideline().origin,
    licence="厚生労働省の通知の内容を、つなぐの言葉で書き直したもの; GPL-3.0-or-later",
    as_of=guideline().day,
)
REFERENCE = [AREA_CODES.name, TAXONOMY.name, GUIDELINE.name]
"""The datasets that the program itself puts into every graph."""


def ensure_reference(graph: Graph) -> bool:
    """Bring taxonomy, guideline and area codes up to date; True when something was written."""
    wanted = {
        AREA_CODES.name: _checksum("graph.areas", "codes.csv"),
        TAXONOMY.name: _checksum("graph.taxonomy", "taxonomy.yaml"),
        GUIDELINE.name: _checksum("graph.taxonomy", "guideline.yaml"),
    }
    rows = graph.read(
        "MATCH (s:Source) WHERE s.dataset IN $datasets AND s.current AND s.complete RETURN s.dataset AS dataset, s.checksum AS checksum",
        datasets=sorted(wanted),
    )
    present = {(row["dataset"], row["checksum"]) for row in rows}
    missing = [name for name, checksum in wanted.items() if (name, checksum) not in present]
    with graph.single_writer():
        for name in missing:
            dataset, things = _bundled(name)
            _write(graph, dataset, wanted[name], things)
    return bool(missing)


def guideline_things(data: GuidelineData) -> Iterator[Guideline]:
    """What the guideline says, one node each."""
    for one in data.said.values():
        yield Guideline(
            key=f"Guideline|{one.code}",
            name=one.ja,
            code=one.code,
            en=one.en,
            group=one.group or None,
            kind=one.kind,
            actor_types=tuple(sorted(one.actor_types)),
            layer=one.layer,
            function=one.function,
            text=one.text,
            place=one.place,
        )


def taxonomy_things(codes: Taxonomy) -> Iterator[Node | Relationship]:
    """Every code, and which category of service answers which need: the one listed first strongly."""
    categories = {
        entry.code: ServiceCategory(
            key=f"ServiceCategory|{entry.code}",
            name=entry.ja,
            code=entry.code,
            en=entry.en,
            group=entry.group,
            means=entry.code in codes.means,
        )
        for entry in codes.service_categories.values()
    }
    yield from categories.values()
    for entry in codes.actor_types.values():
        yield ActorType(key=f"ActorType|{entry.code}", name=entry.ja, code=entry.code, en=entry.en)
    for entry in codes.schemes.values():
        yield Scheme(key=f"Scheme|{entry.code}", name=entry.ja, code=entry.code, en=entry.en)
    for entry in codes.need_categories.values():
        need = NeedCategory(
            key=f"NeedCategory|{entry.code}", name=entry.ja, code=entry.code, en=entry.en, context=entry.code == CONTEXT_NEED
        )
        yield need
        for rank, code in enumerate(entry.answered_by, start=1):
            strength = "strong" if rank == 1 else "weak"
            yield AnsweredBy(start=need.reference, end=categories[code].reference, strength=strength, rank=rank)


def _bundled(name: str) -> tuple[Dataset, Iterator[Node | Relationship]]:
    if name == AREA_CODES.name:
        return AREA_CODES, area_things()
    return (TAXONOMY, taxonomy_things(taxonomy())) if name == TAXONOMY.name else (GUIDELINE, guideline_things(guideline()))


def _write(graph: Graph, dataset: Dataset, checksum: str, things: Iterator[Node | Relationship]) -> None:
    now = datetime.now(UTC).isoformat(timespec="seconds")
    source = source_of(dataset, loader="", checksum=checksum, file="", loaded_at=now)
    batch = Batch(dataset=dataset.name, source_id=source.id)
    batch.add_node(source)
    for thing in things:
        if isinstance(thing, Node):
            batch.add_node(thing)
        else:
            batch.add_relationship(thing)
    apply_plan(graph, plan_of(graph, batch), at=now)


def _checksum(package: str, name: str) -> str:
    return sha256((files(package) / name).read_bytes()).hexdigest()
