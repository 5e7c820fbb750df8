"""What rows of a filled-in workbook become."""

from datetime import date
from pathlib import Path

import pytest

from graph.areas import area_index
from graph.facts import Fact
from graph.identity import area_key, council_key, identifier, organization_key
from graph.model.areas import Area
from graph.model.councils import Council, MemberOf
from graph.model.needs import HasNeed, Need
from graph.model.organizations import Organization
from graph.model.places import ActsFor, DeliveredIn
from graph.model.services import Service
from graph.model.ties import CollaboratesWith
from loaders.contract import Transformed
from loaders.workbook.about import About
from loaders.workbook.read import Filled
from loaders.workbook.transform import dataset_name
from tests.unit.loaders.workbook.conftest import SAMPLES, Fill, taken

NABARI = area_index().by_code["242080"].area
FILLED = SAMPLES / "名張の記入.xlsx"


def the(found: Transformed, kind: type, name: str = "") -> Fact:
    (fact,) = [one for one in found.facts if isinstance(one.what, kind) and name in getattr(one.what, "name", "")]
    return fact


@pytest.fixture(scope="module")
def filled() -> Transformed:
    return taken(FILLED)


def test_a_body_has_its_usual_identity(filled: Transformed) -> None:
    """Area and name; what the row leaves empty is not said; the cell is quoted with its place."""
    fact = the(filled, Organization, "ほたる会")

    assert isinstance(fact.what, Organization)
    assert fact.what.key == organization_key(NABARI.id, "ほたる会")
    assert (fact.what.aliases, fact.what.corporate_number, fact.codes) == (("NPOほたる", "ほたる"), None, ("NPO", "VOL"))
    assert [(one.quote, one.sheet, one.row, one.column) for one in fact.evidence] == [("ほたる会", "組織", 3, "名称")]


def test_a_council_has_its_members_and_an_open_list(filled: Transformed) -> None:
    """等 at the end says that others may sit on it; the seat of つながり adds the role to the same fact."""
    council = the(filled, Council, "第1層協議体").what
    seats = [one for one in filled.facts if isinstance(one.what, MemberOf) and one.what.end.id == council.id]

    assert isinstance(council, Council)
    assert council.key == council_key(NABARI.id, "第1層協議体")
    assert (council.layers, council.open_list, council.founded, council.meets) == ((1,), True, date(2019, 4, 1), "年4回")
    assert {(one.what.role, len(one.evidence)) for one in seats if isinstance(one.what, MemberOf)} == {(None, 1), ("事務局", 2)}


def test_both_layers_are_a_set(filled: Transformed) -> None:
    """第2層; 第1層 are both, and 限定 is the strictest visibility."""
    council = the(filled, Council, "つつじ地区協議体").what

    assert isinstance(council, Council)
    assert (council.layers, council.visibility, council.open_list, council.status) == ((1, 2), "restricted", False, "planned")


def test_a_service_has_categories_places_and_its_term(filled: Transformed) -> None:
    """Japanese words of the taxonomy and their other forms; days of an era; no is not nothing."""
    fact = the(filled, Service, "ほたる便")
    held = [one.what.end.id for one in filled.facts if isinstance(one.what, DeliveredIn)]

    assert isinstance(fact.what, Service)
    assert (fact.codes, fact.schemes) == (("SHOPBUS", "TRANS"), ("MUTUAL",))
    assert (fact.what.accepting, fact.what.capacity, fact.what.valid_from) == (False, 8, date(2024, 4, 1))
    district = identifier(area_key(parent_id=NABARI.id, name="つつじ地区"))
    assert sorted(held) == sorted([district, identifier(area_key(parent_id=district, name="北部会場"))])


def test_a_need_belongs_to_the_area_of_its_row(filled: Transformed) -> None:
    """The area has the need, said by the form of the table; the quotation is the wording."""
    (fact,) = [one for one in filled.facts if isinstance(one.what, Need) and one.what.count == 31]
    (has,) = [one for one in filled.facts if isinstance(one.what, HasNeed) and one.what.end.id == fact.id]

    assert fact.codes == ("N_MOVE", "N_SHOP")
    assert isinstance(fact.what, Need)
    assert fact.what.name == "移動・外出が困難、買い物が困難"
    assert (has.what.id and has.evidence[0].certainty, fact.evidence[0].quote) == ("structural", "坂が多く店が遠い")


def test_ties_say_what_their_word_says(filled: Transformed) -> None:
    """An absent tie is recorded as absent; a function is named by its word; the sentence is the evidence."""
    ties = [one for one in filled.facts if isinstance(one.what, CollaboratesWith)]
    acts = the(filled, ActsFor).what

    assert {(one.what.state, one.what.kind) for one in ties if isinstance(one.what, CollaboratesWith)} == {
        ("recorded", "協定"),
        ("absent", None),
    }
    assert "年に二度、合同で見守りを行う" in {one.evidence[0].quote for one in ties}
    assert isinstance(acts, ActsFor)
    assert acts.function == "matching"


def test_coded_areas_need_no_row_and_districts_lie_in_theirs(filled: Transformed) -> None:
    """Only areas without a code are facts; one without a parent lies in the municipality of the workbook."""
    areas = {one.what.name: one.what for one in filled.facts if isinstance(one.what, Area)}

    assert areas.keys() == {"つつじ地区", "北部会場", "市内の圏域"}
    assert areas["市内の圏域"].key == area_key(parent_id=NABARI.id, name="市内の圏域")


def test_the_workbook_says_what_it_is(filled: Transformed) -> None:
    """Title, day and terms come from the first sheet; the scope is that of its filled sheets."""
    dataset = filled.dataset

    assert (dataset.name, dataset.title, dataset.as_of, dataset.licence) == (
        "workbook/名張のつながり",
        "名張のつながり",
        date(2026, 11, 1),
        "CC BY 4.0",
    )
    assert {scope.coverage for scope in dataset.scopes} == {"examples"}
    assert NABARI.id in {scope.area_id for scope in dataset.scopes}


@pytest.mark.parametrize("name", ["名張の記入.ods", "名張の記入（CSV）.zip"])
def test_every_form_of_the_file_says_the_same(filled: Transformed, name: str) -> None:
    """ODS and a ZIP of CSVs give the facts of the XLSX (a figure and a service without provider are the dataset's own)."""
    own = {"Service", "Observation"}

    def said(found: Transformed) -> set[tuple[str, str]]:
        return {(type(one.what).__name__, one.id) for one in found.facts if getattr(one.what, "label", "") not in own}

    other = taken(SAMPLES / name)
    apart = said(filled) ^ said(other)
    assert {kind for kind, _ in apart} <= {"ObservedIn", "Precedes"}
    assert other.rows_in == filled.rows_in == len(other.taken)


def test_one_csv_alone_is_read(filled: Transformed) -> None:
    """A sheet saved as CSV by a Japanese spreadsheet (CP932), with its heads."""
    found = taken(SAMPLES / "組織.csv")

    bodies = {one.id for one in filled.facts if isinstance(one.what, Organization)}
    assert {one.id for one in found.facts if isinstance(one.what, Organization)} == bodies


def test_english_sheets_heads_and_words_are_read() -> None:
    """The English template says the same in English."""
    found = taken(SAMPLES / "in English 2026-11.xlsx")

    assert the(found, Service).codes == ("MOBILESHOP",)
    assert {one.what.visibility for one in found.facts if isinstance(one.what, Organization)} == {"members", "public"}
    assert found.dataset.name == "workbook/in English"


def test_a_body_that_is_a_council_too_is_one_node(fill: Fill) -> None:
    """Rows of both sheets with one 識別 state one node with both labels."""
    path = fill(
        {
            "organizations": [{"name": "すみれ自治協議会", "key": "organization|x|すみれ自治協議会"}],
            "councils": [{"name": "すみれ自治協議会", "key": "organization|x|すみれ自治協議会", "layers": "第2層"}],
        }
    )

    (fact,) = taken(path).facts
    assert isinstance(fact.what, Organization)
    assert isinstance(fact.also, Council)
    assert len(fact.evidence) == 2


def test_a_place_name_with_and_without_the_municipality_of_the_workbook(fill: Fill) -> None:
    """府中市 of a workbook of 三重県 is still two cities, and refused with both."""
    path = fill({"organizations": [{"name": "つばめ会", "area": "府中市"}, {"name": "ほたる会"}]})

    (problem,) = taken(path).problems
    assert problem.code == "ambiguous_area"
    assert "東京都府中市" in str(problem.values["candidates"])


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("名張 2026-11-23.xlsx", "名張"),
        ("名張R8.11.xlsx", "名張"),
        ("名張_20261123 - コピー.xlsx", "名張"),
        ("名張（令和8年11月）.xlsx", "名張"),
        ("名張 (1).ods", "名張"),
        ("第2層.xlsx", "第2層"),
        ("20261101.xlsx", "20261101"),
    ],
)
def test_the_dataset_keeps_its_name_from_version_to_version(file: str, name: str) -> None:
    """Dates and signs of a copy are no part of it; what the workbook calls itself comes first."""
    assert dataset_name(Filled(file=file, about=About(), entries=())) == f"workbook/{name}"
    of_its_maker = f"workbook/あおぞら社協/{name}" if not name.isdigit() else "workbook/あおぞら社協"
    assert dataset_name(Filled(file=file, about=About(by="あおぞら社協"), entries=())) == of_its_maker
    assert dataset_name(Filled(file=file, about=About(title="資源", by="あおぞら社協"), entries=())) == "workbook/資源"


def test_rows_add_up(filled: Transformed) -> None:
    """Every filled row of the sample is taken."""
    assert filled.rows_in == len(filled.taken) == 24
    assert Path(FILLED).is_file()
