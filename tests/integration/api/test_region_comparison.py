"""Regions compared through the API and the page: described always, tested where that may be, refused in words."""

import csv
import io
import re
from datetime import date

import openpyxl
import pytest

from graph.connection import Graph
from graph.facts import Dataset
from graph.model.ties import CollaboratesWith
from tests.building import Town, exhaustive_for, load_facts
from tests.compared_regions import BODIES, SOURCES, two_regions_and_a_small_one
from tests.engines import TestDatabase
from tests.integration.api.sites import site


@pytest.fixture(scope="module")
def two_regions(embedded_database: TestDatabase) -> Graph:
    """One with many ties and one with few, each of three sources; a third of four bodies."""
    return two_regions_and_a_small_one(embedded_database)


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


def test_everything_on_which_figures_rest_is_told(two_regions: Graph) -> None:
    """Sectors, kinds of tie, what is confirmed, services, fewer sources, bodies missing, versions; five sources are needed for more."""
    # Act
    with site(two_regions) as client:
        found = client.get("/api/v1/comparison?areas=名張市&areas=伊賀市&draws=40&given=dyads").json()

    # Assert
    one, other = found["regions"]
    assert (one["covered"], one["verified"], one["kinds_of_tie"]) == (24, 0, {"COLLABORATES_WITH": 120})
    assert (one["sectors"]["bodies"], one["sectors"]["left_out"]) == ({}, 24)
    assert one["categories"] is None
    assert one["jackknife"]["reason"]["code"] == "too_few_to_leave_out"
    assert (one["rarefied"]["to"], one["rarefied"]["figures"]["mean_degree"]["mean"]) == (3, 10)
    assert {(row["way"], row["share"]) for row in one["losses"]["mean_degree"]} == {
        (w, s) for w in ("random", "degree") for s in (0.1, 0.2, 0.3)
    }
    assert one["against_chance"]["transitivity"]["observed_by_expected"] > one["against_chance"]["transitivity"]["chance_high"]
    assert one["against_chance"]["transitivity"]["verdict"] == "more"
    assert all(test["p"] <= test["p_holm"] for region in (one, other) for test in region["against_chance"].values() if test)
    assert found["given"] == "dyads"
    assert set(found["versions"]) == {"python", "tsunagu", "igraph", "numpy", "rustworkx", "scipy"}
    assert "つながった組の数が同じ" in found["method"]
    assert found["refused"] == []


def test_what_follows_from_the_degrees_is_not_tested_given_them(two_regions: Graph) -> None:
    """Centralization of ties has no chance left; the rest has."""
    with site(two_regions) as client:
        found = client.get("/api/v1/comparison?areas=名張市&areas=伊賀市&draws=20&given=degrees").json()
        refused = client.get("/api/v1/comparison?areas=名張市&areas=伊賀市&given=luck")

    assert "degree_centralization" not in found["regions"][0]["against_chance"]
    assert found["regions"][0]["against_chance"]["transitivity"]["percentile"] > 99
    assert refused.status_code == 422


def test_peers_may_stay_without_a_name(two_regions: Graph) -> None:
    """The first is named; of the others neither name nor id nor source is anywhere, and every figure is the same."""
    # Act
    with site(two_regions) as client:
        path = "/api/v1/comparison?areas=名張市&areas=伊賀市&areas=津市&draws=20"
        named, hidden = client.get(path).json(), client.get(f"{path}&anonymous=true")

    # Assert
    assert [region["area"] for region in hidden.json()["regions"]] == ["三重県名張市", "B", "C"]
    assert not any(word in hidden.text for word in ("伊賀", "津市", "small", named["regions"][1]["area_id"]))
    assert [region["figures"] for region in hidden.json()["regions"]] == [region["figures"] for region in named["regions"]]
    assert {(pair["a"], pair["b"]) for pair in hidden.json()["pairs"]} == {("三重県名張市", "B")}
    assert {(pair["a"], pair["b"]) for pair in hidden.json()["refused"]} == {("三重県名張市", "C"), ("B", "C")}


def test_regions_drawn_by_other_rules_are_not_tested_against_each_other(two_regions: Graph) -> None:
    """Each is tested against chance, but their difference is refused, and what would change it stands there."""
    # Arrange: a region of three registers of older days
    for number in range(SOURCES):
        town = Town("亀山市")
        bodies = [town.body(f"亀山市第{place}の会") for place in range(BODIES)]
        for place, body in enumerate(bodies):
            town.join(CollaboratesWith, body, bodies[(place + 1) % BODIES])
        scopes = exhaustive_for("ties")(town.area)
        load_facts(two_regions, Dataset(name=f"亀山市{number}", title="古い台帳", as_of=date(2019, 4, 1), scopes=scopes), town.facts)

    # Act
    with site(two_regions) as client:
        found = client.get("/api/v1/comparison?areas=名張市&areas=亀山市&draws=20").json()

    # Assert
    assert all(region["against_chance"] for region in found["regions"])
    assert found["pairs"] == []
    (pair,) = found["refused"]
    assert [one["code"] for one in pair["reasons"]] == ["other_period", "other_scopes"]
    assert "3年" in pair["reasons"][0]["text"]


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


@pytest.mark.parametrize(
    ("language", "explained", "untold"), [("ja", "この数は", "資料からは言えません"), ("en", "It can be compared", "cannot tell")]
)
def test_the_page_draws_and_explains_every_figure(two_regions: Graph, language: str, explained: str, untold: str) -> None:
    """Small multiples of three regions, a forest of the two that are tested, a table beside each, and words for every figure."""
    # Act
    with site(two_regions) as client:
        page = client.get("/compare", params={"areas": ["名張市", "伊賀市", "津市"], "lang": language, "given": "dyads"}).text

    # Assert
    drawings = re.findall(r"<svg.*?</svg>", page, re.DOTALL)
    assert len(drawings) == 2
    assert all(f">三重県{name}<" in drawing for drawing in drawings for name in ("名張市", "伊賀市", "津市"))
    assert "style=" not in "".join(drawings)
    assert explained in page
    assert "comparison." not in page
    assert untold not in drawings[0]
    assert len(re.findall(r'<table class="[^"]*compared', page)) >= 4
    assert 'value="dyads" selected' in page
    assert "given=dyads" in page
    assert "igraph" in page


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
