"""Written out and read again: the same facts, for whatever a graph holds, without a database."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from graph.checking import check
from graph.facts import Dataset, Fact, Quotation
from graph.holdings import Holdings
from graph.identity import area_key, organization_key, service_key
from graph.messages import LANGUAGES
from graph.model.areas import Area
from graph.model.definitions import Node, Relationship
from graph.model.organizations import Organization
from graph.model.places import PartOf
from graph.model.services import Provides, Service
from loaders.contract import Transformed
from loaders.exporting import all_exporters
from loaders.workbook import LOADER
from loaders.workbook.sheet_kinds import COPY
from tests.building import area_named
from tests.generated_graphs import Load, generated_loads
from tests.unit.loaders.workbook.conftest import candidate, holdings_of, taken

FOR_READING = {"source", "checked", "quote", COPY}
META = {"sources", "evidence", "verified_on", "differs"}
KEPT_OF_CODES = {"actor_types", "codes"}


def written(held: Holdings, folder: Path, language: str = "ja") -> Path:
    path = folder / f"書き出し {language}.xlsx"
    all_exporters()["xlsx"].write(held, path, language)
    return path


def facts(held: Holdings) -> dict[str, tuple[Any, ...]]:
    """What is held, but for the bookkeeping: id → labels or ends, properties, codes as visible as the node."""
    nodes = {
        node.id: (
            node.labels,
            _said(node.properties),
            tuple(held.open_codes_of(node.id, kind) for kind in ("ActorType", "ServiceCategory")),
        )
        for node in held.nodes
        if "code" not in node.properties
    }
    relationships = {one.id: (one.type, one.start.id, one.end.id, _said(one.properties)) for one in held.relationships}
    return nodes | relationships


def _said(properties: Mapping[str, Any]) -> dict[str, Any]:
    """The properties, without codes, which are compared as such: a source may give them as links alone."""
    return {name: value for name, value in properties.items() if name not in META | KEPT_OF_CODES}


def rows(path: Path) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    filled = LOADER.read(candidate(path))
    return sorted(
        (one.sheet.name, tuple(sorted((key, text) for key, text in one.texts.items() if key not in FOR_READING))) for one in filled.entries
    )


def as_load(found: Transformed) -> Load:
    return Load(dataset=found.dataset, facts=found.facts)


@pytest.mark.parametrize(("seed", "language"), [(seed, LANGUAGES[seed % 2]) for seed in range(12)])
def test_a_generated_graph_comes_back(seed: int, language: str, tmp_path: Path) -> None:
    """Graph → workbook → facts → graph: every node and relationship with its properties, and the same workbook again."""
    # Arrange
    held = holdings_of(generated_loads(seed))
    path = written(held, tmp_path, language)

    # Act
    found = taken(path)
    again = holdings_of([as_load(found)])

    # Assert
    assert found.problems == ()
    assert found.rows_in == len(found.taken)
    check(found.facts)
    assert facts(again) == facts(held)
    (tmp_path / "again").mkdir()
    assert rows(written(again, tmp_path / "again", language)) == rows(path)


@pytest.mark.parametrize("seed", range(5))
def test_every_fact_of_an_untouched_workbook_is_a_copy(seed: int, tmp_path: Path) -> None:
    """Each names evidence that the graph has, of that very fact or of the others in its row."""
    # Arrange
    held = holdings_of(generated_loads(seed))
    known = {one["id"] for of_fact in held.evidence.values() for one in of_fact}

    # Act
    found = taken(written(held, tmp_path))

    # Assert
    assert all(one.copy_of and set(one.copy_of) <= known and not one.instead_of for fact in found.facts for one in fact.evidence)
    assert found.dataset.adds_only


def test_a_row_that_was_changed_is_no_copy(tmp_path: Path) -> None:
    """Its facts are the workbook's own; those of the other rows stay copies. What is for reading may change."""
    # Arrange
    path = written(holdings_of(generated_loads(1)), tmp_path)
    book = load_workbook(path)
    sheet = book["サービス"]
    heads = [cell.value for cell in sheet[1]]
    sheet.cell(row=2, column=heads.index("利用料") + 1).value = "1回100円"
    sheet.cell(row=3, column=heads.index("出典") + 1).value = "別の書き方"
    book.save(path)

    # Act
    own = [fact for fact in taken(path).facts if any(not one.copy_of for one in fact.evidence)]

    # Assert
    services = [fact.what for fact in own if isinstance(fact.what, Service)]
    assert [one.fee for one in services] == ["1回100円"]
    assert all(one.row == 2 and one.instead_of for fact in own for one in fact.evidence if not one.copy_of)


HARD = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=12).filter(lambda text: bool(text.strip()))
NAMES = st.one_of(
    HARD,
    st.sampled_from(["=1+1の会", "'=会", "''-会", "髙﨑会", "𠮷野会", "-", "等", "_x000D_会", "甲;乙", "会（三重県名張市）", "a\r\nb"]),
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(names=st.lists(NAMES, min_size=1, max_size=4, unique=True), fee=HARD)
def test_any_text_comes_back(tmp_path: Path, names: list[str], fee: str) -> None:
    """Names and words with whatever characters, beginnings and spaces; a place is lost only where its name is no one's own."""
    # Arrange
    city = area_named("名張市")
    quotation = Quotation(quote="引用", extractor="sample", line=1)
    things: list[Node] = []
    ties: list[Relationship] = []
    for name in names:
        body = Organization(key=organization_key(city.id, name) + name, name=name, placed_in=city.id)
        district = Area(key=area_key(parent_id=city.id, name=name) + name, name=name)
        service = Service(key=service_key(body.id, name, city.id) + name, name=name, fee=fee, placed_in=district.id)
        things += [body, district, service]
        ties += [Provides(start=body.reference, end=service.reference), PartOf(start=district.reference, end=city.reference)]
    all_of_it: list[Node | Relationship] = [city, *things, *ties]
    stated = [Fact(what=one, evidence=(quotation,)) for one in all_of_it]
    held = holdings_of([Load(dataset=Dataset(name="samples/見本", title="見本"), facts=tuple(stated))])

    # Act
    found = taken(written(held, tmp_path))

    # Assert
    before, after = facts(held), facts(holdings_of([as_load(found)]))
    assert found.rows_in == len(found.taken)
    assert after.keys() == before.keys()
    for id_ in (id_ for id_ in before if before[id_] != after[id_]):
        said = {name: value for name, value in before[id_][1].items() if name != "placed_in"}
        assert after[id_][1] == said


def test_what_is_left_out_is_counted(tmp_path: Path) -> None:
    """An alias that a list cannot hold, a property without a column, quotations beyond the first."""
    # Arrange
    city = area_named("名張市")
    quotations = tuple(Quotation(quote=f"引用{number}", extractor="sample", line=number) for number in (1, 2, 3))
    body = Organization(key=organization_key(city.id, "ほたる会"), name="ほたる会", aliases=("甲;乙", "丙"), placed_in=city.id)
    area = Area(key=area_key(parent_id=city.id, name="東"), name="東", latitude=34.6)
    load = Load(
        dataset=Dataset(name="samples/見本", title="見本"),
        facts=(Fact(what=body, evidence=quotations), Fact(what=area, evidence=quotations[:1])),
    )

    # Act
    result = all_exporters()["xlsx"].write(holdings_of([load]), tmp_path / "x.xlsx", "ja")

    # Assert
    assert {one.code: one.count for one in result.left_out} == {"aliases": 1, "properties": 1, "quotations": 2}
