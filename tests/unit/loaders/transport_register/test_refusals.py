"""What a register can get wrong: each fault costs its row only, and the report says where and why."""

from collections.abc import Callable

from graph.areas import area_index
from graph.facts import Fact
from graph.model.places import Covers
from loaders.contract import Problem, Transformed


def test_each_fault_is_refused_with_its_place_and_the_rest_is_taken(bad_rows: Transformed) -> None:
    """A bad row costs that row only; the report names row, column and what to look at."""
    # Act
    found = bad_rows

    # Assert
    assert {(one.code, one.place) for one in found.problems if one.kind == "refused"} == {
        ("missing_value", "行 3, 列 org_name"),
        ("unknown_area", "行 4, 列 service_area_municipalities"),
        ("ends_before_it_begins", "行 5, 列 valid_to"),
        ("unreadable_date", "行 6, 列 valid_from"),
        ("ambiguous_area", "行 7, 列 service_area_municipalities"),
        ("duplicate_row", "行 8"),
        ("unknown_home", "行 9, 列 org_address"),
        ("unknown_area", "行 12, 列 pref"),
        ("surplus_cells", "行 13"),
    }
    assert list(found.taken) == ["行 2", "行 10", "行 11"]
    assert found.rows_in == 12


def test_a_duplicate_names_the_row_that_was_taken(bad_rows: Transformed) -> None:
    """Width and legal form make no second registration; the report says of which row it is the copy."""
    # Act
    found = bad_rows

    # Assert
    assert next(one for one in found.problems if one.code == "duplicate_row").values == {"first": "行 2"}


def test_a_refused_row_makes_no_duplicate_of_the_next(load_rows: Callable[..., Transformed]) -> None:
    """The corrected copy of a refused row is taken."""
    # Act
    found = load_rows({"valid_to": "2020-01-01"}, {})

    # Assert
    assert [one.code for one in found.problems] == ["ends_before_it_begins"]
    assert list(found.taken) == ["行 3"]


def test_separators_alone_name_no_municipality(load_rows: Callable[..., Transformed]) -> None:
    """A cell of semicolons is an empty cell."""
    # Act
    found = load_rows({"service_area_municipalities": ";;"})

    # Assert
    assert [(one.code, one.place) for one in found.problems] == [("missing_value", "行 2, 列 service_area_municipalities")]


def test_an_open_name_comes_with_its_candidates(load_rows: Callable[..., Transformed]) -> None:
    """府中市 without prefecture is refused, not chosen; with it, it is taken."""
    # Act
    left_open = load_rows({"pref": "", "service_area_municipalities": "府中市"})
    told = load_rows({"pref": "", "service_area_municipalities": "広島県府中市"})

    # Assert
    assert left_open.problems[0].values["candidates"] == "東京都府中市、広島県府中市"
    assert len(told.taken) == 1


def test_a_neighbouring_prefecture_has_to_be_named(load_rows: Callable[..., Transformed]) -> None:
    """A municipality of another prefecture is taken only with its prefecture."""
    # Act
    bare = load_rows({"service_area_municipalities": "萩市"})
    full = load_rows({"service_area_municipalities": "山口県阿武郡阿武町;松江市", "org_address": "松江市末次町1番地"})

    # Assert
    assert bare.problems[0].code == "unknown_area"
    covered = {fact.what.end.id for fact in full.facts if isinstance(fact.what, Covers)}
    assert covered == {area_index().find(name)[0].area.id for name in ("阿武町", "松江市")}


def test_a_mistyped_code_is_refused_with_the_right_one(load_rows: Callable[..., Transformed]) -> None:
    """A code is taken with and without its check digit; a wrong check digit costs the row."""
    # Act
    wrong = load_rows({"service_area_municipalities": "322012;322013"})
    right = load_rows({"service_area_municipalities": "322016;32202", "org_address": "松江市末次町1番地"})

    # Assert
    assert [(one.code, one.values["right"], one.values["area"]) for one in wrong.problems] == [
        ("wrong_area_code", "322016", "島根県松江市")
    ]
    covered = {fact.what.end.id for fact in right.facts if isinstance(fact.what, Covers)}
    assert covered == {area_index().find(name)[0].area.id for name in ("松江市", "浜田市")}


def test_an_old_name_is_read_as_the_present_municipality_with_a_warning(load_rows: Callable[..., Transformed]) -> None:
    """東出雲町 is 松江市 since 2011; the quotation keeps the name that stood there."""
    # Act
    found = load_rows({"service_area_municipalities": "八束郡東出雲町", "org_address": "島根県簸川郡斐川町見本1"})

    # Assert
    assert [(one.code, one.kind, one.place) for one in found.problems] == [
        ("renamed_area", "warning", "行 2, 列 service_area_municipalities"),
        ("renamed_area", "warning", "行 2, 列 org_address"),
    ]
    assert found.problems[0].values == {"old": "東出雲町", "area": "島根県松江市", "changed_on": "2011-08-01"}
    (covers,) = [fact for fact in found.facts if isinstance(fact.what, Covers)]
    assert covered_by(covers) == (area_index().find("松江市")[0].area.id, "八束郡東出雲町")


def covered_by(fact: Fact) -> tuple[str, str]:
    assert isinstance(fact.what, Covers)
    return fact.what.end.id, fact.evidence[0].quote


def test_unclear_cells_of_a_taken_row_are_warnings(bad_rows: Transformed) -> None:
    """An address without municipality, an unknown kind of transport, a sign that is neither yes nor no."""
    # Act
    warnings = [one for one in bad_rows.problems if one.kind == "warning"]

    # Assert
    assert warnings == [
        Problem(code="address_without_municipality", place="行 10, 列 org_address", kind="warning"),
        Problem(code="unreadable_sign", place="行 10, 列 scope_i_physical", kind="warning", values={"value": "?"}),
        Problem(code="unknown_transport_type", place="行 11, 列 transport_type", kind="warning", values={"value": "見本運送"}),
    ]
