"""A bundle computed again: the same numbers from nodes and edges alone; a changed number, tie or quotation is found.

The regions are those of the report of 2013 where it lies beside the checkout, else of the bundled example, which states the same
facts; with them the invented town, which is large enough to be tested.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from graph import comparing
from graph.compared_regions import with_comparison
from graph.connection import Graph
from graph.errors import LoadStopped
from graph.holdings import Holdings, holdings
from graph.messages import Messages
from graph.reading import Reader
from loaders.bundle import Bundle
from loaders.bundle.format import COMPARISON, EDGES, EVIDENCE, NODES, PARAMETERS, RECORD_EDGES, REGIONS
from loaders.bundle.rerun import rerun
from loaders.contract import Candidate
from loaders.example.bundle import example_files
from loaders.preparing import prepare_candidate
from loaders.run import write
from tests.building import TODAY
from tests.bundles import changed, parts_of
from tests.engines import TestDatabase

ROOT = Path(__file__).parents[4]
REPORT = ROOT.parent / "shared" / "seed" / "mhlw_coordinator_case_studies.md"
REGIONS_OF_THE_REPORT = ("伊賀市", "高根沢町", "北九州市", "世田谷区", "杉並区", "横浜市", "神戸市")
TOWN = "つなぐ市"
SEED, DRAWS = 7, 60


def load(graph: Graph) -> None:
    """The town, and the regions."""
    for file in example_files():
        candidate = file.candidate
        if candidate.path.name == "regions.md" and REPORT.is_file():
            candidate = Candidate(path=candidate.path, content=REPORT.read_bytes())
        write(graph, prepare_candidate(candidate, file.choices))


def export(graph: Graph, areas: tuple[str, ...], out: Path, given: str = "ties") -> Path:
    reader = Reader(graph, audience="public", today=TODAY)
    held = holdings(graph, visible=reader.visible, areas=sorted({id_ for area in areas for id_ in reader.areas.resolve(area)}))
    (file,) = Bundle().write(with_comparison(held, reader, areas, seed=SEED, draws=DRAWS, given=given), out, "ja").files
    return file


@pytest.fixture(scope="module")
def loaded(embedded_database: TestDatabase) -> Graph:
    """The example in a graph."""
    graph = embedded_database.empty()
    load(graph)
    return graph


@pytest.fixture(scope="module")
def bundle(loaded: Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The town beside 伊賀市: one of them is tested."""
    return export(loaded, (TOWN, "伊賀市"), tmp_path_factory.mktemp("bundle") / "bundle.zip")


def places(path: Path) -> dict[str, tuple[Any, Any]]:
    return {one.place: (one.stated, one.computed) for one in rerun(path).differences}


def first_tie_of_the_town(bundle: Path) -> tuple[str, str]:
    """The line of a tie in the networks, and the id of a fact on which it rests."""
    town = next(one["area"]["id"] for one in json.loads(parts_of(bundle)[REGIONS]) if one["full_name"] == TOWN)
    line = next(one for one in parts_of(bundle)[EDGES].decode().splitlines(keepends=True) if one.startswith(town))
    return line, line.split(",")[5].split("; ")[0]


def test_the_numbers_come_again_and_are_those_of_the_comparison(loaded: Graph, bundle: Path) -> None:
    """Figures, tests, errors, jackknife: all of them, and what the graph itself gives."""
    # Act
    found = rerun(bundle)

    # Assert
    reader = Reader(loaded, audience="public", today=TODAY)
    expected = comparing.compared(comparing.regions_to_compare(reader, (TOWN, "伊賀市")), seed=SEED, draws=DRAWS)
    stated = json.loads(parts_of(bundle)[COMPARISON])
    assert found.is_same
    assert (found.regions, found.versions) == ((TOWN, "三重県伊賀市"), {})
    assert found.numbers > 150
    assert stated == json.loads(json.dumps(expected))
    assert stated["regions"][0]["against_chance"]["transitivity"]["draws"] > 0
    assert stated["regions"][1]["reasons"]


def test_every_query_that_a_comparison_asks_is_in_the_bundle(loaded: Graph, bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As its file is, so that it can be read what was counted."""
    # Arrange
    asked: set[str] = set()
    rows = Reader.rows

    def noted(reader: Reader, folder: str, name: str, **given: Any) -> Any:
        asked.add(f"queries/{folder}/{name}.cypher")
        return rows(reader, folder, name, **given)

    monkeypatch.setattr(Reader, "rows", noted)

    # Act
    with_comparison(Holdings(), Reader(loaded, audience="public", today=TODAY), (TOWN, "伊賀市"), draws=2)

    # Assert
    parts = parts_of(bundle)
    assert len(asked) > 5
    assert asked <= parts.keys()
    assert all(parts[name] == (ROOT / name.replace("queries", "cypher", 1)).read_bytes() for name in asked)


def test_the_reports_regions_come_again_too(loaded: Graph, tmp_path: Path) -> None:
    """All seven are described and none is tested, and that is what is computed again."""
    found = rerun(export(loaded, REGIONS_OF_THE_REPORT, tmp_path / "seven.zip"))

    assert found.is_same
    assert len(found.regions) == 7
    assert all(one["reasons"] for one in json.loads(parts_of(tmp_path / "seven.zip")[COMPARISON])["regions"])


def test_another_condition_is_kept_and_comes_again(loaded: Graph, bundle: Path, tmp_path: Path) -> None:
    """Random networks in which each body has as many ties: other numbers, and the same again."""
    other = export(loaded, (TOWN, "伊賀市"), tmp_path / "degrees.zip", given="degrees")

    assert json.loads(parts_of(other)[PARAMETERS])["given"] == "degrees"
    assert parts_of(other)[COMPARISON] != parts_of(bundle)[COMPARISON]
    assert rerun(other).is_same


def test_loading_the_same_sources_anew_gives_the_same_bytes(
    loaded: Graph, bundle: Path, embedded_database: TestDatabase, tmp_path: Path
) -> None:
    """In an emptied graph, at another time: no id and no time of a load is in it."""
    load(embedded_database.empty())

    assert export(loaded, (TOWN, "伊賀市"), tmp_path / "again.zip").read_bytes() == bundle.read_bytes()


def test_a_changed_number_is_found(bundle: Path, tmp_path: Path) -> None:
    """By its region and figure, with both values; also behind a manifest that fits."""

    def one_more(text: str) -> str:
        content = json.loads(text)
        content["regions"][0]["figures"]["ties"] += 1
        return json.dumps(content)

    ties = json.loads(parts_of(bundle)[COMPARISON])["regions"][0]["figures"]["ties"]

    assert places(changed(bundle, COMPARISON, one_more, tmp_path / "other.zip")) == {f"regions.{TOWN}.figures.ties": (ties + 1, ties)}


def test_a_missing_tie_is_found(bundle: Path, tmp_path: Path) -> None:
    """The figures that rest on it come out otherwise."""
    line, _ = first_tie_of_the_town(bundle)

    found = places(changed(bundle, EDGES, lambda text: text.replace(line, ""), tmp_path / "other.zip"))

    stated, computed = found[f"regions.{TOWN}.figures.ties"]
    assert computed == stated - 1
    assert f"regions.{TOWN}.figures.mean_degree" in found


@pytest.mark.parametrize("name", [RECORD_EDGES, EVIDENCE])
def test_a_tie_whose_fact_or_quotation_is_gone_is_found(bundle: Path, name: str, tmp_path: Path) -> None:
    """No number changes; what it rests on is missing, and the tie is named with its line."""
    _, fact = first_tie_of_the_town(bundle)

    def without_it(text: str) -> str:
        return "".join(line for line in text.splitlines(keepends=True) if fact not in line.split(",")[:2])

    found = rerun(changed(bundle, name, without_it, tmp_path / "other.zip"))

    assert found.differences == ()
    assert [one.place.partition(":")[0] for one in found.unfounded] == [EDGES]
    assert "–" in found.unfounded[0].stated


def test_a_change_that_the_manifest_does_not_know_is_refused(bundle: Path, tmp_path: Path) -> None:
    """Before anything is computed, with the name of the file."""
    other = changed(bundle, NODES, lambda text: text.replace("true", "false", 1), tmp_path / "other.zip", sealing=False)

    with pytest.raises(LoadStopped) as raised:
        rerun(other)

    assert (raised.value.key, raised.value.values["place"]) == ("bundle_part_differs", NODES)


@pytest.mark.parametrize(
    ("name", "change", "place"),
    [
        (NODES, lambda text: text.replace(",covered,", ",hidden,", 1), f"{NODES}:1"),
        (NODES, lambda text: text.replace(",true,", ",perhaps,", 1), f"{NODES}:"),
        (NODES, lambda text: text + text.splitlines(keepends=True)[-1], f"{NODES}:"),
        (NODES, lambda text: text + '"', NODES),
        (NODES, lambda text: text.replace("\r\n", ",more\r\n", 2).replace(",more", "", 1), f"{NODES}:2"),
        (EDGES, lambda text: text + text.splitlines(keepends=True)[-1], f"{EDGES}:"),
        (EDGES, lambda text: text.replace("[[[", "[[{", 1), f"{EDGES}:"),
        (EDGES, lambda text: text + "nowhere,a,b,c,d,e,[]\r\n", f"{EDGES}:"),
        (REGIONS, lambda text: text.replace('"level": "municipality"', '"level": 3', 1), f"{REGIONS}:"),
        (PARAMETERS, lambda text: text.replace(f'"draws": {DRAWS}', '"draws": 1000000000'), f"{PARAMETERS}:draws"),
        (PARAMETERS, lambda text: text.replace('"given": "ties"', '"given": "everything"'), f"{PARAMETERS}:given"),
        (COMPARISON, lambda _: "[1", COMPARISON),
    ],
)
def test_what_is_no_table_or_document_of_a_bundle_is_refused(
    bundle: Path, name: str, change: Callable[[str], str], place: str, tmp_path: Path
) -> None:
    """With its file and line, in words; nothing is computed with a billion draws."""
    with pytest.raises(LoadStopped) as raised:
        rerun(changed(bundle, name, change, tmp_path / "other.zip"))

    assert raised.value.key == "bundle_part_wrong"
    assert str(raised.value.values["place"]).startswith(place)
    assert "{" not in Messages(("graph",), "ja").what_to_do(raised.value)


def test_a_bundle_without_regions_compares_nothing(loaded: Graph, tmp_path: Path) -> None:
    """Of holdings alone."""
    (file,) = Bundle().write(holdings(loaded, visible=["public"]), tmp_path / "none.zip", "ja").files

    with pytest.raises(LoadStopped, match="bundle_compares_nothing"):
        rerun(file)
