"""Rows of a register → facts: what each row states and the evidence it rests on."""

from collections.abc import Callable
from datetime import date

from graph.areas import area_index
from graph.identity import identifier, organization_key, registered_service_key
from graph.model.organizations import Organization
from graph.model.places import Covers, OperatesIn
from graph.model.services import Provides, Service
from loaders.contract import Transformed


def municipality(name: str) -> str:
    return area_index().find(name)[0].area.id


def organization(found: Transformed, name: str) -> Organization:
    return next(fact.what for fact in found.facts if isinstance(fact.what, Organization) and fact.what.name == name)


def service(found: Transformed, name: str) -> Service:
    return next(fact.what for fact in found.facts if isinstance(fact.what, Service) and fact.what.name == name)


def parts(found: Transformed, name: str) -> dict[str, str | None]:
    return {
        fact.what.end.id: fact.what.part
        for fact in found.facts
        if isinstance(fact.what, Covers) and fact.what.start.id == service(found, name).id
    }


def test_every_row_of_the_sample_is_taken(sample: Transformed) -> None:
    """Eight rows in, eight taken, each with the ids of its facts; nothing to report."""
    # Assert
    assert sample.rows_in == 8
    assert list(sample.taken) == [f"行 {number}" for number in range(2, 10)]
    assert sample.problems == ()
    assert {one for ids in sample.taken.values() for one in ids} == {fact.id for fact in sample.facts}


def test_a_body_keeps_its_legal_form_and_shows_its_kind(sample: Transformed) -> None:
    """The name stands as in the register; its form says what kind of actor it is."""
    # Act
    body = organization(sample, "特定非営利活動法人 みほんの森")

    # Assert
    assert body.key == organization_key(municipality("松江市"), "特定非営利活動法人 みほんの森")
    assert (body.actor_types, body.address, body.generic) == (("NPO",), "松江市末次町1番地", False)
    assert body.placed_in == municipality("松江市")


def test_a_district_council_is_no_municipal_council(sample: Transformed) -> None:
    """地区社会福祉協議会 is CHIKUSHAKYO and not SHAKYO."""
    assert organization(sample, "見本地区社会福祉協議会").actor_types == ("CHIKUSHAKYO",)


def test_a_municipality_is_the_body_that_every_source_means(load_rows: Callable[..., Transformed]) -> None:
    """However the register writes it, a municipality has the key of its name in its own area."""
    # Arrange
    names = ("隠岐の島町", "島根県隠岐郡隠岐の島町", "隠岐の島町役場")

    # Act
    found = [load_rows({"org_name": name, "operator_type": "市町村営", "service_area_municipalities": "隠岐の島町"}) for name in names]

    # Assert
    keys = {organization(one, "隠岐の島町").key for one in found}
    assert keys == {organization_key(municipality("隠岐の島町"), "隠岐の島町")}
    assert all(organization(one, "隠岐の島町").actor_types == ("MUNI",) for one in found)


def test_an_undertaking_is_a_service_of_its_municipality(sample: Transformed) -> None:
    """Where the register writes the undertaking in place of the body, the body is the municipality."""
    # Act
    undertaking = service(sample, "浜田市おでかけ支援サービス事業")
    provides = next(fact for fact in sample.facts if isinstance(fact.what, Provides) and fact.what.end.id == undertaking.id)

    # Assert
    assert provides.what.start.id == organization(sample, "浜田市").id  # type: ignore[union-attr]
    assert [one.certainty for one in provides.evidence] == ["structural"]
    assert not [fact for fact in sample.facts if isinstance(fact.what, Organization) and "事業" in fact.what.name]


def test_a_body_that_only_begins_with_a_municipality_stays_itself(load_rows: Callable[..., Transformed]) -> None:
    """A council of social welfare named after its city is not the city."""
    # Act
    found = load_rows({"org_name": "松江市社会福祉協議会", "operator_type": "市町村営"})

    # Assert
    assert organization(found, "松江市社会福祉協議会").actor_types == ("SHAKYO",)


def test_a_number_that_two_operators_share_gives_two_services(sample: Transformed) -> None:
    """The service's identity is number and body, since numbers repeat."""
    # Act
    keys = {fact.what.key for fact in sample.facts if isinstance(fact.what, Service) and fact.what.registration == "見本福第3号"}

    # Assert
    assert keys == {
        registered_service_key("transport_register/島根県", "見本福第3号|見本地区社会福祉協議会"),
        registered_service_key("transport_register/島根県", "見本福第3号|隠岐の島町"),
    }


def test_a_service_carries_its_term_and_the_persons_carried(sample: Transformed) -> None:
    """Dates become dates, signs become words."""
    # Act
    found = service(sample, "福祉有償運送（特定非営利活動法人 みほんの森）")
    fact = next(fact for fact in sample.facts if fact.id == found.id)

    # Assert
    assert (found.valid_from, found.valid_to, found.status) == (date(2025, 4, 1), date(2028, 3, 31), "running")
    assert found.target == "身体障害者、要介護認定者、要支援認定者、基本チェックリスト該当者"
    assert (fact.codes, fact.schemes) == (("WELFTRANS",), ())


def test_persons_carried_are_absent_where_no_sign_is_set(sample: Transformed) -> None:
    """All signs 0 means that the source gives none, not that nobody is carried."""
    assert service(sample, "福祉有償運送（隠岐の島町）").target is None


def test_dates_in_eras_are_dates(sample: Transformed) -> None:
    """令和6年4月1日 and R9.3.31 are read."""
    # Act
    found = service(sample, "交通空白地有償運送（一般社団法人みほん交通）")

    # Assert
    assert (found.valid_from, found.valid_to) == (date(2024, 4, 1), date(2027, 3, 31))


def test_a_part_of_the_municipality_stays_in_words_and_routes_do_not(sample: Transformed) -> None:
    """Short wordings become the part of the cover; lists of routes stay in the evidence only."""
    assert parts(sample, "福祉有償運送（社会福祉法人 見本会）") == {municipality("津和野町"): "旧見本町に限る"}
    assert parts(sample, "交通空白地有償運送（浜田市）") == {municipality("浜田市"): "金城区域"}
    assert parts(sample, "交通空白地有償運送（津和野町）") == {municipality("津和野町"): None, municipality("吉賀町"): None}


def test_a_home_needs_an_address(sample: Transformed) -> None:
    """OPERATES_IN rests on the address alone; without one the body is only placed where it serves."""
    # Act
    body = organization(sample, "一般社団法人みほん交通")
    homes = {fact.what.start.id for fact in sample.facts if isinstance(fact.what, OperatesIn)}

    # Assert
    assert body.placed_in == municipality("大田市")
    assert body.id not in homes


def test_evidence_is_the_whole_cell_with_its_place(sample: Transformed) -> None:
    """A quotation names file, row as a spreadsheet counts, column and rule."""
    # Act
    fact = next(fact for fact in sample.facts if fact.id == organization(sample, "社会福祉法人 見本会").id)

    # Assert
    first = fact.evidence[0]
    assert (first.sheet, first.row, first.column) == ("register.csv", 3, "org_name")
    assert (first.quote, first.extractor, first.certainty) == ("社会福祉法人 見本会", "transport_register.body", "explicit")
    assert first.area_id == municipality("津和野町")


def test_a_body_of_two_rows_is_one_body_with_the_evidence_of_both(sample: Transformed) -> None:
    """The second row adds evidence and leaves what the first said."""
    # Act
    fact = next(fact for fact in sample.facts if fact.id == organization(sample, "浜田市").id)

    # Assert
    assert organization(sample, "浜田市").address == "浜田市殿町1番地"
    assert {one.row for one in fact.evidence} == {6, 8}


def test_a_private_name_reaches_nothing(sample: Transformed) -> None:
    """A name before 宅 is masked with the same length, wherever the cell goes."""
    # Act
    quote = next(one.quote for fact in sample.facts for one in fact.evidence if "起点" in one.quote)

    # Assert
    assert "津和野町見本20番地先 ＊＊＊＊宅\n② 起点 津和野町見本20番地先 ＊＊＊＊宅~終点" in quote
    assert "甲野" not in repr(sample)


def test_the_scope_is_registered_transport_of_the_prefecture(sample: Transformed) -> None:
    """Exhaustive for one category in each municipality of the prefecture, served or not; examples of bodies."""
    # Act
    services = [scope for scope in sample.dataset.scopes if scope.kind == "services"]
    bodies = [scope for scope in sample.dataset.scopes if scope.kind == "bodies"]

    # Assert
    assert len(services) == len(bodies) == 19
    assert {(one.coverage, one.categories) for one in services} == {("exhaustive", ("WELFTRANS",))}
    assert {one.coverage for one in bodies} == {"examples"}
    assert municipality("出雲市") in {one.area_id for one in services}


def test_the_dataset_is_named_after_its_prefecture(sample: Transformed) -> None:
    """The name stays from version to version; licence and date are not guessed."""
    assert sample.dataset.name == "transport_register/島根県"
    assert sample.dataset.title == "自家用有償旅客運送者登録簿（島根県）"
    assert (sample.dataset.licence, sample.dataset.as_of) == (None, None)


def test_ids_do_not_change_from_version_to_version(sample: Transformed) -> None:
    """The same body and service have the same ids in every load: a known answer."""
    assert service(sample, "福祉有償運送（隠岐の島町）").id == identifier("service|transport_register/島根県|見本福第3号|隠岐の島町")
