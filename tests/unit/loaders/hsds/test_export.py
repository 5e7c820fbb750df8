"""What a package says of things for which the standard wants more, or other, than the graph has."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from graph.areas import area_index
from graph.coded_areas import AREA_CODES_DATASET
from graph.errors import QueryMisused
from graph.holdings import Holdings
from graph.identity import id_key, identifier
from graph.model.places import DeliveredIn, PartOf
from graph.rows import NodeRow, RelationshipRow
from loaders.exporting import Written
from loaders.hsds import EXPORTERS
from tests.hsds_validator import description_in, faults, tables_in
from tests.unit.loaders.hsds.reading import nodes, read

NABARI = area_index().by_code["242080"]
MIE = area_index().by_code["240001"]


def thing(label: str, name: str, **properties: Any) -> NodeRow:
    key = properties.pop("key", f"{label}|{name}")
    return NodeRow(
        (label,), {"id": identifier(key), "key": key, "name": name, "visibility": "public", "sources": []} | properties, is_fact=True
    )


def held(*things: NodeRow, ties: tuple[RelationshipRow, ...] = ()) -> Holdings:
    """These things, each with a quotation, and the municipality in which they are."""
    areas = tuple(
        NodeRow(("Area",), dict(one.area.properties()) | {"sources": [AREA_CODES_DATASET]}, is_fact=True) for one in (NABARI, MIE)
    )
    above = PartOf(start=NABARI.area.reference, end=MIE.area.reference)
    part = RelationshipRow("PART_OF", above.start, above.end, dict(above.properties()) | {"sources": [AREA_CODES_DATASET]}, is_fact=True)
    ids = [*(one.id for one in things), *(one.id for one in ties)]
    evidence = {id_: ({"id": f"e{id_}", "dataset": "見本"},) for id_ in ids}
    return Holdings(nodes=(*things, *areas), relationships=(*ties, part), evidence=evidence)


def write(holdings: Holdings, folder: Path) -> tuple[Written, bytes]:
    out = folder / "out.zip"
    return EXPORTERS[0].write(holdings, out, "ja"), out.read_bytes()


def test_a_service_without_a_stated_provider_belongs_to_a_row_that_is_no_body(tmp_path: Path) -> None:
    """The standard wants an organisation for each; loading it makes none."""
    _, made = write(held(thing("Service", "サロン"), thing("Service", "配食")), tmp_path)

    (row,) = tables_in(made)["organization"]
    assert faults(made) == []
    assert row["x_placeholder"] == "true"
    assert nodes(read(made), "Organization") == {}
    assert set(nodes(read(made), "Service")) == {"サロン", "配食"}


@pytest.mark.parametrize(("status", "theirs"), [("planned", "inactive"), ("running", "active"), ("ended", "defunct")])
def test_a_status_has_the_word_of_the_standard_and_comes_back(status: str, theirs: str, tmp_path: Path) -> None:
    """Also planned, for which the standard has no word of its own."""
    _, made = write(held(thing("Service", "サロン", status=status)), tmp_path)

    assert tables_in(made)["service"][0]["status"] == theirs
    assert nodes(read(made), "Service")["サロン"].properties()["status"] == status


def test_what_nobody_stated_of_an_address_is_said_to_be_not_stated(tmp_path: Path) -> None:
    """Municipality and prefecture are taken out of it, the postal code is not made up."""
    body = thing("Organization", "いろは会", address="名張市見本町1番地", placed_in=NABARI.area.id)

    _, made = write(held(body), tmp_path)

    (row,) = tables_in(made)["address"]
    assert (row["state_province"], row["city"], row["address_1"], row["postal_code"]) == ("三重県", "名張市", "見本町1番地", "記載なし")
    assert nodes(read(made), "Organization")["いろは会"].properties()["address"] == "名張市見本町1番地"


def test_few_people_are_not_counted(tmp_path: Path) -> None:
    """Under five, which is told; five are shown."""
    need = thing("Need", "買い物", codes=["N_SHOP"], count=4)
    other = thing("Need", "通院", codes=["N_HOSP"], count=5)

    written, made = write(held(need, other), tmp_path)

    assert sorted(row["count"] for row in tables_in(made)["x_needs"]) == ["", "5"]
    assert {one.code: one.count for one in written.left_out} == {"quotations_left_out": 2, "few_left_out": 1}


def test_an_identity_that_is_an_id_is_not_written_as_words(tmp_path: Path) -> None:
    """It would say the id twice."""
    body = thing("Organization", "いろは会")
    known = NodeRow(body.labels, body.properties | {"key": id_key(body.id)}, is_fact=True)

    _, made = write(held(known), tmp_path)

    assert (tables_in(made)["organization"][0]["id"], tables_in(made)["organization"][0]["x_key"]) == (body.id, "")


def test_services_held_in_one_place_share_its_location(tmp_path: Path) -> None:
    """And the day on which each was verified is its own."""
    services = [
        thing("Service", name, verified_on=date(2026, 4, day), placed_in=NABARI.area.id) for day, name in ((1, "サロン"), (2, "配食"))
    ]
    venues = [DeliveredIn(start=one.reference, end=NABARI.area.reference) for one in services]
    ties = tuple(RelationshipRow(one.type, one.start, one.end, dict(one.properties()) | {"sources": []}, is_fact=True) for one in venues)

    _, made = write(held(*services, ties=ties), tmp_path)

    tables = tables_in(made)
    assert faults(made) == []
    assert len(tables["location"]) == 1
    assert {row["location_id"] for row in tables["service_at_location"]} == {tables["location"][0]["id"]}
    assert sorted(row["assured_date"] for row in tables["service"]) == ["2026-04-01", "2026-04-02"]
    assert read(made).dataset.as_of is None


def test_packages_of_other_areas_and_audiences_have_other_names(tmp_path: Path) -> None:
    """Loading one must not retire what the other says."""
    public = thing("Organization", "いろは会", placed_in=NABARI.area.id)
    strict = thing("Organization", "にほへ会", placed_in=NABARI.area.id, visibility="members")

    names = [
        description_in(write(held(*things), tmp_path)[1])["name"] for things in ((public,), (public, strict), (thing("Need", "買い物"),))
    ]

    assert names == ["tsunagu-242080", "tsunagu-242080-members", "tsunagu"]


def test_another_ending_is_refused(tmp_path: Path) -> None:
    """Before anything is written."""
    with pytest.raises(QueryMisused):
        EXPORTERS[0].write(Holdings(), tmp_path / "out.csv", "ja")
    assert list(tmp_path.iterdir()) == []
