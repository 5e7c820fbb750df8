"""A directory of others: what its tables become, and what is refused."""

from datetime import date

import pytest

from graph.areas import area_index
from graph.identity import organization_key
from graph.model.councils import Council, MemberOf
from graph.model.organizations import Organization
from graph.model.places import Covers
from graph.model.services import Service
from tests.hsds_directory import directory
from tests.hsds_faulty_directory import faulty_directory
from tests.unit.loaders.hsds.reading import joined, nodes, read_tables, told

(NABARI,) = area_index().find("名張市")


def test_an_organisation_is_placed_where_its_address_lies() -> None:
    """Its identity is that which every other source would give it; characters stay as they are."""
    body = nodes(read_tables(directory()), "Organization")["髙﨑見守り隊"]

    assert isinstance(body, Organization)
    assert body.key == organization_key(NABARI.area.id, "髙﨑見守り隊")
    assert (body.aliases, body.address, body.placed_in) == (("みまもり隊",), "三重県名張市見本町1番地", NABARI.area.id)


def test_a_corporate_number_is_the_identity() -> None:
    """Of scheme JP-JCN; the name shows the kind of actor."""
    body = nodes(read_tables(directory()), "Organization")["NPO法人𠮷野の森"]

    assert isinstance(body, Organization)
    assert (body.key, body.corporate_number, body.actor_types) == ("organization|8999900000001", "8999900000001", ("NPO",))


def test_an_attribute_of_ours_makes_a_council() -> None:
    """Terms of other taxonomies say nothing to us."""
    made = read_tables(directory())

    assert isinstance(nodes(made, "Council")["名張地区協議体"], Council)
    assert {fact.what.name: fact.codes for fact in made.facts if isinstance(fact.what, Service)} == {
        "㈱見守り訪問": ("WATCH",),
        "森のサロン": ("SALON",),
        "移動販売": (),
    }


def test_a_service_says_what_the_model_holds() -> None:
    """Fee, target, days, frequency, capacity, state."""
    services = nodes(read_tables(directory()), "Service")

    visit, salon, shop = (services[name] for name in ("㈱見守り訪問", "森のサロン", "移動販売"))
    assert isinstance(visit, Service)
    assert isinstance(salon, Service)
    assert isinstance(shop, Service)
    assert (visit.target, visit.fee, visit.status) == ("75歳以上の一人暮らし", "無料", "running")
    assert (salon.days, salon.frequency, salon.capacity, salon.fee) == ("火・金 10:00〜12:00", "隔週", 20, "1回100円")
    assert shop.status == "ended"


def test_where_it_is_held_and_whom_it_is_for_are_apart() -> None:
    """A virtual location is no place; what follows the municipality's name is a part of it."""
    made = read_tables(directory())
    salon = nodes(made, "Service")["森のサロン"]

    assert [(one.start.id, one.end.id) for one in joined(made, "DELIVERED_IN")] == [(salon.id, NABARI.area.id)]
    covers = {one.start.id: one.part for one in joined(made, "COVERS") if isinstance(one, Covers)}
    assert covers == {salon.id: "見本が丘地区", nodes(made, "Service")["㈱見守り訪問"].id: None}


def test_each_row_counts_for_the_day_on_which_it_was_checked() -> None:
    """The dataset for the newest of them."""
    made = read_tables(directory())

    days = {fact.what.name: fact.evidence[0].verified_on for fact in made.facts if isinstance(fact.what, Service)}
    assert days == {"㈱見守り訪問": date(2026, 4, 1), "森のサロン": date(2025, 10, 1), "移動販売": None}
    assert made.dataset.as_of == date(2026, 4, 1)


def test_ties_stand_in_our_extension() -> None:
    """With their own properties, between records of the directory."""
    made = read_tables(directory())

    (seat,) = joined(made, "MEMBER_OF")
    assert isinstance(seat, MemberOf)
    assert seat.role == "委員"
    assert len(joined(made, "COLLABORATES_WITH")) == len(joined(made, "PART_OF")) - 1 == 1


def test_who_pays_is_a_body_of_the_directory_or_a_programme() -> None:
    """A name that the directory knows is that body; another is a programme."""
    made = read_tables(directory())

    payers = {one.start.id for one in joined(made, "FUNDS")}
    assert payers == {nodes(made, "Organization")["髙﨑見守り隊"].id, nodes(made, "Programme")["見本共同募金"].id}


def test_persons_stay_out() -> None:
    """Nothing of contacts is in any fact or problem; a host in an address is masked."""
    made = read_tables(directory())
    faulty = read_tables(faulty_directory())

    text = f"{made}{faulty}"
    assert "花子" not in text
    assert "hanako" not in text
    assert "見本方" not in text
    assert "田中" not in text
    assert "山田太郎" not in text
    assert ("persons_not_read", "contact") in told(made, "warning")


def test_what_has_no_place_is_told() -> None:
    """A line for each column and table, with the number of rows."""
    warnings = {str(one.place): one.values.get("count") for one in read_tables(directory()).problems if one.code.endswith("_not_taken")}

    assert warnings["organization.description"] == 3
    assert warnings["organization.website"] == 1
    assert warnings["phone"] == 1


def test_what_cannot_be_taken_is_refused_where_it_stands() -> None:
    """An ambiguous city with its candidates, an unknown one, nothing that places it, a name that is missing, a row twice."""
    made = read_tables(faulty_directory())

    assert told(made, "refused") == [
        ("ambiguous_area", "sheet address.csv, row 3, column city"),
        ("unknown_area", "sheet address.csv, row 4, column state_province"),
        ("missing_value", "sheet organization.csv, row 5, column name"),
        ("duplicate_row", "sheet organization.csv, row 6"),
        ("unknown_home", "sheet organization.csv, row 7, column name"),
        ("unknown_status", "sheet service.csv, row 4, column status"),
        ("end_not_in_package", "sheet x_relationships.csv, row 2, column end_id"),
        ("unknown_relationship", "sheet x_relationships.csv, row 3, column type"),
        ("does_not_join", "sheet x_relationships.csv, row 4, column type"),
        ("unknown_value", "sheet x_relationships.csv, row 5, column since"),
    ]
    assert told(made, "set_aside") == [("body_is_a_person", "sheet organization.csv, row 8, column name")]
    assert made.rows_in == len(made.taken) + len(told(made, "refused", "set_aside")) == 17


def test_what_is_unclear_in_a_row_that_is_taken_is_a_warning() -> None:
    """The service of a refused body, a mistyped number, an area that is none, a range, a description of funds."""
    codes = {code for code, _ in told(read_tables(faulty_directory()), "warning")}

    assert codes == {
        "column_not_taken",
        "wrong_corporate_number",
        "unknown_area",
        "unreadable_number",
        "unreadable_date",
        "funds_not_named",
        "provider_not_taken",
        "name_masked",
        "taken_as_ended",
    }


def test_two_bodies_of_one_name_are_told_apart_by_their_address() -> None:
    """Where one directory has two of that name in one municipality."""
    tables = directory()
    tables["organization"] = [dict(row) | {"name": "ふれあい会"} for row in tables["organization"][:2]]

    bodies = {fact.id for fact in read_tables(tables | {"organization_identifier": []}).facts if isinstance(fact.what, Organization)}

    assert len(bodies) == 2


def test_services_of_one_name_and_provider_stay_apart() -> None:
    """Their own ids tell them apart; a service named once has the identity that other sources would give it."""
    tables = directory()
    tables["service"] = [dict(row) | {"organization_id": "org-1", "name": "サロン"} for row in tables["service"]]

    made = read_tables(tables)

    assert len({fact.what.key for fact in made.facts if isinstance(fact.what, Service)}) == 3
    assert told(made, "refused") == []


@pytest.mark.parametrize(
    ("address", "area", "text"),
    [
        ({"city": "浜松市", "state_province": "静岡県", "address_1": "中央区見本町1"}, "静岡県浜松市中央区", "静岡県浜松市中央区見本町1"),
        ({"city": "浜松市中央区", "state_province": "静岡", "address_1": "見本町1"}, "静岡県浜松市中央区", "静岡県浜松市中央区見本町1"),
        (
            {"city": "浜松市", "region": "中央区", "state_province": "静岡県", "address_1": "見本町1"},
            "静岡県浜松市中央区",
            "静岡県浜松市中央区見本町1",
        ),
        ({"city": "", "state_province": "", "address_1": "三重県名張市見本町1"}, "三重県名張市", "三重県名張市見本町1"),
        ({"city": "名張市", "state_province": "", "address_1": "名張市見本町1"}, "三重県名張市", "三重県名張市見本町1"),
    ],
)
def test_an_address_is_read_however_it_is_divided(address: dict[str, str], area: str, text: str) -> None:
    """The ward in its own column, in that of the city, or in the line."""
    tables = directory(address=[{"id": "adr-1", "location_id": "loc-1", **address}])

    body = nodes(read_tables(tables), "Organization")["髙﨑見守り隊"]

    assert isinstance(body, Organization)
    assert body.placed_in == area_index().resolve(area).area.id
    assert body.address == text
