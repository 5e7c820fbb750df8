"""What becomes of a map of Kumu."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from graph.errors import LoadStopped
from graph.facts import Fact
from graph.identity import council_key, identifier, organization_key, service_key
from graph.model.definitions import Node, Relationship
from loaders.contract import Candidate, Problem, Streamed, Transformed
from loaders.gathered import gathered
from loaders.kumu import LOADER
from tests.building import area_named

SAMPLES = Path(__file__).parents[3] / "sample_data" / "kumu"
CITY = area_named("名張市")


def candidate(path: Path) -> Candidate:
    return Candidate(path=path, content=path.read_bytes())


def read(path: Path) -> Transformed:
    file = candidate(path)
    made = LOADER.transform(LOADER.read(file), file)
    assert isinstance(made, Streamed)
    return gathered(made)


def book(path: Path, elements: list[list[str]], connections: list[list[str]]) -> Path:
    made = Workbook()
    made.remove(made.worksheets[0])
    for name, rows in (("Elements", elements), ("Connections", connections)):
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    made.save(path)
    return path


def things(found: Transformed) -> dict[str, Fact]:
    return {fact.what.name: fact for fact in found.facts if isinstance(fact.what, Node)}


def ties(found: Transformed) -> dict[str, list[Fact]]:
    result: dict[str, list[Fact]] = {}
    for fact in found.facts:
        if isinstance(fact.what, Relationship):
            result.setdefault(fact.what.type, []).append(fact)
    return result


def problems(found: Transformed) -> dict[str, list[Problem]]:
    result: dict[str, list[Problem]] = {}
    for problem in found.problems:
        result.setdefault(problem.code, []).append(problem)
    return result


def test_elements_become_what_their_types_say() -> None:
    """Bodies, a council, a service with its category, a need with its code, an area with a code and a district in it."""
    found = things(read(SAMPLES / "map.xlsx"))

    assert {name: fact.what.label for name, fact in found.items()} == {  # type: ignore[union-attr]
        "名張みどり社会福祉協議会": "Organization",
        "㈱𠮷野家事サービス": "Organization",
        "特定非営利活動法人 髙﨑見守り隊": "Organization",
        "＠よろず相談の会": "Organization",
        "名張まちなか協議体": "Council",
        "ふれあいサロンひなた": "Service",
        "買い物が困難": "Need",
        "名張市": "Area",
        "ひなた地区": "Area",
        "くらし支え合い基金": "Programme",
    }
    assert found["ふれあいサロンひなた"].codes == ("SALON",)
    assert found["特定非営利活動法人 髙﨑見守り隊"].codes == ("NPO",)
    assert found["買い物が困難"].codes == ("N_SHOP",)
    assert found["名張市"].id == CITY.id


def test_identities_are_those_of_every_other_source() -> None:
    """A body by its area and name, a service by who provides it: the same nodes as another source would name."""
    found = things(read(SAMPLES / "map.xlsx"))
    body = identifier(organization_key(CITY.id, "NPO法人髙﨑見守り隊"))

    assert found["特定非営利活動法人 髙﨑見守り隊"].id == body
    assert found["名張まちなか協議体"].id == identifier(council_key(CITY.id, "名張まちなか協議体"))
    assert found["ふれあいサロンひなた"].id == identifier(service_key(body, "ふれあいサロンひなた", CITY.id))


def test_connections_become_what_their_words_say() -> None:
    """Japanese and English words; a word for working together stays as the source's; a quotation is the whole cell."""
    found = ties(read(SAMPLES / "map.xlsx"))

    assert {type_: len(facts) for type_, facts in found.items()} == {
        "HAS_NEED": 1,
        "PART_OF": 1,
        "MEMBER_OF": 2,
        "COLLABORATES_WITH": 2,
        "PROVIDES": 1,
        "FUNDS": 1,
        "SUPPORTS": 1,
        "DELIVERED_IN": 1,
        "ADDRESSES": 1,
        "COVERS": 1,
    }
    assert {fact.what.kind for fact in found["COLLABORATES_WITH"]} == {"連携", "情報交換"}  # type: ignore[union-attr]
    assert [(one.sheet, one.row, one.column, one.quote) for fact in found["FUNDS"] for one in fact.evidence] == [
        ("Connections", 7, "Type", "助成")
    ]


def test_every_refusal_names_its_place_and_reason() -> None:
    """Whatever cannot be taken is told by row, and the rest of the map is taken."""
    found = problems(read(SAMPLES / "bad_rows.xlsx"))

    assert {code: [str(one.place) for one in some] for code, some in found.items() if code != "columns_not_read"} == {
        "person": ["sheet Elements, row 12"],
        "unknown_kind": ["sheet Elements, row 13, column Type"],
        "missing_area": ["sheet Elements, row 14"],
        "ambiguous_area": ["sheet Elements, row 15, column 区域"],
        "need_without_category": ["sheet Elements, row 16"],
        "duplicate_row": ["sheet Elements, row 17"],
        "wrong_corporate_number": ["sheet Elements, row 18, column 法人番号"],
        "unknown_choice": ["sheet Elements, row 19, column 状態"],
        "missing_value": ["sheet Elements, row 20, column Label", "sheet Elements, row 21, column Type"],
        "tie_of_person": ["sheet Connections, row 12"],
        "end_not_taken": ["sheet Connections, row 13, column From"],
        "unknown_end": ["sheet Connections, row 14, column From"],
        "taken_as_working_together": ["sheet Connections, row 15, column Type"],
        "no_tie": ["sheet Connections, row 16, column Type"],
        "tie_without_type": ["sheet Connections, row 17"],
        "unknown_tie": ["sheet Connections, row 18, column Type"],
        "tie_not_allowed": ["sheet Connections, row 19"],
        "direction_left_open": ["sheet Connections, row 20"],
        "tie_to_itself": ["sheet Connections, row 21"],
    }


def test_no_name_of_a_person_is_in_facts_or_problems() -> None:
    """山田 太郎 is set aside, and so is the tie; neither report nor facts repeat the name."""
    found = read(SAMPLES / "bad_rows.xlsx")

    assert "山田" not in repr(found)


def test_a_person_without_a_type_is_set_aside_too(tmp_path: Path) -> None:
    """A map without types takes bodies; a person's name, alone or with a post, is known by its form."""
    elements = [["Label", "区域"], ["いろは会", "三重県名張市"], ["山田 太郎", "三重県名張市"], ["佐藤花子（区長）", "三重県名張市"]]

    found = read(book(tmp_path / "map.xlsx", elements, [["From", "To"], ["いろは会", "山田 太郎"]]))

    assert list(things(found)) == ["いろは会"]
    assert {one.certainty for one in things(found)["いろは会"].evidence} == {"structural"}
    assert [one.code for one in found.problems] == ["person", "person", "tie_of_person"]


def test_a_tie_of_an_unlisted_person_does_not_repeat_the_name(tmp_path: Path) -> None:
    """An end that the list lacks is refused by name, unless the name is a person's."""
    elements = [["Label", "区域"], ["いろは会", "三重県名張市"]]

    found = read(book(tmp_path / "map.xlsx", elements, [["From", "To"], ["いろは会", "山田 太郎"], ["いろは会", "にほへ会"]]))

    assert [(one.code, one.values) for one in found.problems] == [("tie_of_person", {}), ("unknown_end", {"name": "にほへ会"})]


def test_a_connection_of_both_directions_is_two_of_a_directed_kind(tmp_path: Path) -> None:
    """Mutual support is support from each to the other; working together is one either way."""
    elements = [["Label", "区域"], ["いろは会", "三重県名張市"], ["にほへ会", "三重県名張市"]]
    rows = [["From", "To", "Type", "Direction"], ["いろは会", "にほへ会", "支援", "mutual"], ["いろは会", "にほへ会", "連携", "mutual"]]

    found = ties(read(book(tmp_path / "map.xlsx", elements, rows)))

    assert {type_: len(facts) for type_, facts in found.items()} == {"SUPPORTS": 2, "COLLABORATES_WITH": 1}


def test_an_unknown_word_between_bodies_is_inferred_and_told() -> None:
    """It is taken as working together in the source's word, marked as inferred."""
    facts = ties(read(SAMPLES / "bad_rows.xlsx"))["COLLABORATES_WITH"]

    assert [one.certainty for fact in facts for one in fact.evidence if one.quote == "あうんの呼吸"] == ["inferred"]


def test_the_dataset_is_called_as_the_file_without_its_date(tmp_path: Path) -> None:
    """Next month's file is the next version of the same source; it gives examples."""
    path = tmp_path / "map_20260401.xlsx"
    path.write_bytes((SAMPLES / "map.xlsx").read_bytes())

    dataset = read(path).dataset

    assert dataset.name == "kumu/map"
    assert {(one.area_id, one.coverage) for one in dataset.scopes} == {(CITY.id, "examples")}
    assert {one.kind for one in dataset.scopes} == {"bodies", "needs", "programmes", "seats", "services", "ties"}


def test_a_project_backup_is_read_like_a_blueprint() -> None:
    """Fields beside each other or under `attributes`; a text stays as it is, apostrophes too."""
    found = read(SAMPLES / "blueprint.json")

    assert sorted(things(found)) == ["=とびら工房", "高根沢ふれあい協議体", "高根沢ゆいの会"]
    assert things(found)["高根沢ふれあい協議体"].what.layers == (1, 2)  # type: ignore[union-attr]


@pytest.mark.parametrize(("content", "key"), [(b"{", "broken_json"), (b"[]", "no_network"), (b'{"elements": {}}', "no_network")])
def test_what_is_no_map_is_stopped(content: bytes, key: str) -> None:
    """Each with its reason."""
    with pytest.raises(LoadStopped) as stopped:
        LOADER.read(Candidate(path=Path("map.json"), content=content))

    assert stopped.value.key == key
