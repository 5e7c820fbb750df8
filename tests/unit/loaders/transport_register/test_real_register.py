"""The register of 山口県 (23 rows, newest renewal 2026-05-01), where it lies beside the checkout."""

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.areas import area_index
from graph.model.places import Covers
from graph.model.services import Service
from loaders.contract import Candidate, Transformed
from loaders.transport_register import LOADER

REAL_REGISTER = Path(__file__).parents[4] / ".." / "shared" / "data" / "yamaguchi_yusho" / "operators.csv"
SUPPLY = REAL_REGISTER.with_name("municipal_supply.json")

pytestmark = pytest.mark.skipif(not REAL_REGISTER.exists(), reason="the register of 山口県 is not beside this checkout")


def test_every_row_is_taken(load_file: Callable[[Path], Transformed]) -> None:
    """Nothing of the real register is refused."""
    # Act
    found = load_file(REAL_REGISTER)

    # Assert
    assert (found.rows_in, len(found.taken), found.problems) == (23, 23, ())
    assert len([fact for fact in found.facts if isinstance(fact.what, Service)]) == 23


def test_a_number_of_two_operators_gives_two_services(load_file: Callable[[Path], Transformed]) -> None:
    """中山福第3号 stands for two operators."""
    # Act
    found = load_file(REAL_REGISTER)
    services = [fact.what for fact in found.facts if isinstance(fact.what, Service) and fact.what.registration == "中山福第3号"]

    # Assert
    assert len({one.id for one in services}) == 2


def test_quotations_are_the_cells_but_for_masked_names(load_file: Callable[[Path], Transformed]) -> None:
    """A quotation is the whole cell, each letter in its place; what differs is a mask before a house."""
    # Arrange
    candidate = Candidate(path=REAL_REGISTER, content=REAL_REGISTER.read_bytes())
    cells = {record.row: record.cells for record in LOADER.read(candidate).records}

    # Act
    quotations = [one for fact in load_file(REAL_REGISTER).facts for one in fact.evidence]

    # Assert
    for one in quotations:
        cell = cells[one.row or 0][one.column or ""]
        assert len(cell) == len(one.quote)
        assert all(shown in {stood, "＊"} for shown, stood in zip(one.quote, cell, strict=True))
    assert sum(one.quote.count("＊") for one in quotations) == 4


@pytest.mark.skipif(not SUPPLY.exists(), reason="the supply per municipality is not beside this checkout")
def test_services_per_municipality_are_those_that_others_counted(load_file: Callable[[Path], Transformed]) -> None:
    """The number of services that cover each municipality is the one that the register's publisher counted."""
    # Arrange
    counted = {one["municipality"]: one["operator_count"] for one in json.loads(SUPPLY.read_text(encoding="utf-8"))["municipalities"]}
    ids = {area_index().find(f"山口県{name}")[0].area.id: name for name in counted}

    # Act
    facts = load_file(REAL_REGISTER).facts
    covers = Counter(ids[fact.what.end.id] for fact in facts if isinstance(fact.what, Covers))

    # Assert
    assert {name: covers[name] for name in counted} == counted
