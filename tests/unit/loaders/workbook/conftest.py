"""What tests of the workbook share: samples, templates filled in by a test, and holdings without a database."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from graph.batches import batch_of, source_of
from graph.coded_areas import coded_things
from graph.deriving import derived_links, derived_node, derived_relationship
from graph.holdings import Holdings
from graph.identity import code_key, identifier
from graph.rows import NodeRow
from graph.stated import Statement
from graph.taxonomy import taxonomy
from loaders.contract import Candidate, Transformed
from loaders.exporting import all_exporters
from loaders.workbook import LOADER
from loaders.workbook.sheets import BY_NAME
from loaders.workbook.wording import sheet_name, words
from tests.generated_graphs import Load

SAMPLES = Path(__file__).parents[3] / "sample_data" / "workbook"
Rows = Mapping[str, Iterable[Mapping[str, Any]]]
Fill = Callable[..., Path]


def candidate(path: Path) -> Candidate:
    return Candidate(path=path, content=path.read_bytes())


def taken(path: Path) -> Transformed:
    file = candidate(path)
    return LOADER.transform(LOADER.read(file), file)


def problems(path: Path) -> dict[str, str]:
    """Place → code of everything that is refused, set aside or warned about."""
    return {str(one.place): one.code for one in taken(path).problems}


@pytest.fixture
def fill(tmp_path: Path) -> Fill:
    """Writes the template and fills rows in below its examples, as a coordinator does."""

    def filled(rows: Rows, *, about: Mapping[str, str] | None = None, name: str = "記入.xlsx", language: str = "ja") -> Path:
        path = tmp_path / name
        all_exporters()["template"].write(Holdings(), path, language)
        book = load_workbook(path)
        for line in book[sheet_name("about", language)].iter_rows(max_row=14):
            for key, answer in (about or {"area": "三重県名張市"}).items():
                if line[0].value == words(language)(f"text.asked.{key}"):
                    line[1].value = answer
        for sheet, entries in rows.items():
            keys = [field.key for field in BY_NAME[sheet].fields]
            for number, entry in enumerate(entries, start=3):
                for key, value in entry.items():
                    book[sheet_name(sheet, language)].cell(row=number, column=keys.index(key) + 1).value = value
        book.save(path)
        return path

    return filled


def holdings_of(loads: Iterable[Load]) -> Holdings:
    """What a graph would hold that has these loads and nothing else, for whoever may see everything."""
    statements: dict[str, list[Statement]] = defaultdict(list)
    evidence: dict[str, list[dict[str, Any]]] = defaultdict(list)
    sources: dict[str, dict[str, Any]] = {}
    for load in loads:
        source = source_of(load.dataset, loader="samples", checksum="1", file="sample.csv", loaded_at="2026-11-23T09:00:00+00:00")
        batch = batch_of(load.dataset, load.facts, source)
        sources[load.dataset.name] = dict(source.properties())
        for id_, statement in batch.statements.items():
            statements[statement.read_as].append(statement)
            evidence[statement.read_as].append(batch.evidence[id_].properties)
    coded = {end for stating in statements.values() for end in _ends(stating) if end in coded_things()}
    nodes: dict[str, NodeRow] = {}
    codes: dict[str, tuple[tuple[str, str], ...]] = {}
    levels: dict[tuple[str, str, str], str] = {}
    for id_ in {*statements, *coded}:
        stating = statements.get(id_, [])
        if not _ends(stating) and (node := derived_node(id_, stating)):
            nodes[id_] = node
            for link in derived_links(node, stating):
                kind, code = _codes()[link.end.id]
                codes[id_] = tuple(sorted({*codes.get(id_, ()), (kind, code)}))
                levels[id_, kind, code] = link.properties["visibility"]
    relationships = [
        row
        for id_, stating in statements.items()
        if (ends := _ends(stating))
        and (row := derived_relationship(id_, stating, *(str(nodes[end].properties["visibility"]) for end in ends)))
    ]
    return Holdings(
        nodes=tuple(nodes[id_] for id_ in sorted(nodes)),
        relationships=tuple(sorted(relationships, key=lambda row: row.id)),
        evidence={id_: tuple(rows) for id_, rows in evidence.items()},
        codes=codes,
        code_levels=levels,
        sources=sources,
    )


def _ends(stating: list[Statement]) -> tuple[str, ...]:
    return tuple(end.id for end in (stating[0].start, stating[0].end) if end) if stating else ()


@cache
def _codes() -> dict[str, tuple[str, str]]:
    """Id of an entry of the taxonomy → kind and code."""
    known = taxonomy()
    kinds = {
        "ActorType": known.actor_types,
        "ServiceCategory": known.service_categories,
        "NeedCategory": known.need_categories,
        "Scheme": known.schemes,
    }
    return {identifier(code_key(kind, code)): (kind, code) for kind, entries in kinds.items() for code in entries}
