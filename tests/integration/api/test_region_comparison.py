"""Regions compared through the API and the page: described always, tested where that may be, refused in words."""

import csv
import io
import re

import openpyxl
import pytest

from graph.connection import Graph
from graph.model.ties import CollaboratesWith
from tests.building import Town, examples_of
from tests.engines import TestDatabase
from tests.integration.api.sites import site

BODIES, SOURCES = 24, 3


@pytest.fixture(scope="module")
def two_regions(embedded_database: TestDatabase) -> Graph:
    """One with many ties and one with few, each of three sources; a third of four bodies."""
    graph = embedded_database.empty()
    for name, reach in (("名張市", 5), ("伊賀市", 1)):
        for number in range(SOURCES):
            town = Town(name)
            bodies = [town.body(f"{name}第{place}の会") for place in range(BODIES)]
            for place, body in enumerate(bodies):
                for step in range(1, reach + 1):
                    town.join(CollaboratesWith, body, bodies[(place + step) % BODIES])
            town.into(graph, examples_of("ties"), dataset=f"{name}{number}")
    small = Town("津市")
    small.ring("い会", "ろ会", "は会", "に会")
    small.into(graph, examples_of("ties"), dataset="small")
    return graph


def test_regions_that_bear_it_are_tested(two_regions: Graph) -> None:
    """Figures, percentiles and the difference with its corrected p; the same seed gives the same."""
    # Act
    with site(two_regions) as client:
        path = "/api/v1/comparison?areas=名張市&areas=伊賀市&draws=60&seed=4"
        found, again = client.get(path).json(), client.get(path).json()

    # Assert
    one, other = found["regions"]
    assert found == again
    assert (one["figures"]["bodies"], one["figures"]["ties"], one["figures"]["mean_degree"]) == (24, 120, 10)
    assert (other["figures"]["ties"], other["figures"]["mean_degree"]) == (24, 2)
    assert one["reasons"] == other["reasons"] == []
    assert one["against_chance"]["transitivity"]["percentile"] == 100
    assert one["against_chance"]["degree_centralization"]["percentile"] == 0
    difference = next(pair for pair in found["pairs"] if pair["figure"] == "mean_degree")
    assert difference["difference"] == 8
    assert difference["p_holm"] < 0.05
    assert "density" not in one["figures"]


def test_a_small_region_is_described_and_not_tested(two_regions: Graph) -> None:
    """Beside one that is tested; the reasons are words, and no pair is formed with it."""
    # Act
    with site(two_regions) as client:
        found = client.get("/api/v1/comparison?areas=名張市&areas=津市&draws=30").json()

    # Assert
    small = found["regions"][1]
    assert [one["code"] for one in small["reasons"]] == ["too_few_bodies", "too_few_sources"]
    assert "20" in small["reasons"][0]["text"]
    assert small["figures"]["mean_degree"] == 2
    assert small["against_chance"] == small["estimates"] == {}
    assert found["pairs"] == []


@pytest.mark.parametrize("areas", ["areas=名張市", "areas=名張市&areas=242080", "areas=名張市&areas=どこにもない市"])
def test_what_cannot_be_compared_is_refused(two_regions: Graph, areas: str) -> None:
    """One region, the same twice, one that is not known: in words, and what to do."""
    # Act
    with site(two_regions) as client:
        answer = client.get(f"/api/v1/comparison?{areas}")

    # Assert
    assert answer.status_code in {400, 404}
    assert answer.json()["advice"]


def test_the_page_shows_figures_and_reasons(two_regions: Graph) -> None:
    """Side by side, with the method below."""
    # Act
    with site(two_regions) as client:
        page = client.get("/compare?areas=名張市&areas=津市").text

    # Assert
    assert "つながりの形" in page
    assert "名前のある団体が20に満たず" in page
    assert "パーセンタイル" in page
    assert "Snijders" in page


def test_the_comparison_is_a_file_too(two_regions: Graph) -> None:
    """A line a figure, a column a region; below it why one of them is not tested, the method and the seed."""
    # Act
    with site(two_regions) as client:
        page = client.get("/compare?areas=名張市&areas=津市").text
        address = re.search(r'href="(/compare\.csv[^"]*)"', page)
        assert address
        file = client.get(address[1].replace("&amp;", "&"))
        workbook = client.get(address[1].replace("&amp;", "&").replace(".csv", ".xlsx"))

    # Assert
    heads, *rows = csv.reader(io.StringIO(file.content.decode("utf-8-sig"), newline=""))
    told = {row[0]: row[1:] for row in rows}
    assert heads[1:] == ["三重県名張市", "三重県津市"]
    assert told["一団体あたりのつながり"] == ["10.0", "2.0"]
    assert told["知り合いの知り合いどうしのつながりやすさ（同じ数の偶然の図と比べたパーセンタイル）"] == ["100.0", ""]
    assert any(line.startswith("※ 三重県津市は検定しません") for line in told)
    assert any("乱数の種 20" in line for line in told)
    assert openpyxl.load_workbook(io.BytesIO(workbook.content)).worksheets[0].max_row > 8
