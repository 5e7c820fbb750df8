"""Questions of a user's own: a folder is taken as a whole or not at all."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import QuestionRefused, SettingsInvalid
from graph.own_questions import take_own_questions
from graph.query_files import part_of, question, questions
from graph.settings import Settings
from tests.own_questions import NAME, SOUND

PICTURE = """/*
title_ja: 団体の図
question_ja: どこにあるか
returns: [nodes, relationships]
takes: networks/area_network
*/
"""


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder with one question; afterwards nothing of it is left."""
    (tmp_path / f"{NAME}.cypher").write_text(SOUND, encoding="utf-8")
    (tmp_path / "README.md").write_text("メモ", encoding="utf-8")
    yield tmp_path
    take_own_questions(None)


def test_it_stands_beside_ours(folder: Path) -> None:
    """It is listed and found with ours, in the words of its header; without the folder it is gone."""
    before = set(questions("gaps"))

    take_own_questions(folder)

    own = question("gaps", NAME)
    assert set(questions("gaps")) == before | {NAME}
    assert own.own
    assert own.worded("title", "en") == own.worded("title", "ja") == "総称でない団体"
    assert own.shown == {"name": {"ja": "団体", "en": "団体"}}
    assert part_of(own, "picture") is part_of(own, "population") is None
    take_own_questions(None)
    assert set(questions("gaps")) == before


def test_columns_are_shown_by_their_names_where_nothing_else_is_said(folder: Path) -> None:
    """A header need not say how its columns are headed."""
    (folder / f"{NAME}.cypher").write_text(SOUND.replace("shown:\n  name: {ja: 団体}\n", ""), encoding="utf-8")

    take_own_questions(folder)

    assert [(name, spec["ja"]) for name, spec in question("gaps", NAME).shown.items()] == [
        ("area_id", "area_id"),
        ("id", "id"),
        ("name", "name"),
    ]


def test_a_picture_may_be_drawn_as_one_of_ours(folder: Path) -> None:
    """`takes` names a file that comes with this program."""
    (folder / f"{NAME}.picture.cypher").write_text(PICTURE, encoding="utf-8")

    take_own_questions(folder)

    picture = part_of(question("gaps", NAME), "picture")
    assert picture is not None
    assert picture.text == question("networks", "area_network").text


def test_a_population_begins_as_its_rows_do() -> None:
    """So that what was looked at and what was found cannot come to speak of different things."""
    gap = question("gaps", "actors_without_ties")

    population = part_of(gap, "population")

    assert population is not None
    common, _, own = population.text.rpartition("RETURN")
    assert gap.text.startswith(common.strip())
    assert own.strip() == "count(DISTINCT o.id) AS population"


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("actors_without_ties", SOUND, "name_of_ours"),
        ("Bodies", SOUND, "name"),
        ("other.picture", PICTURE, "part_of_none"),
        ("other.counts", SOUND, "name"),
        ("other", "MATCH (n:Area) RETURN n", "without_header"),
        ("other", "/*\n*/\n", "without_header"),
        ("other", "/*\ntitle_ja: 'あ\n*/\n", "header_no_yaml"),
        ("other", SOUND.replace("returns:", "takes: networks/none\nreturns:"), "takes_nothing"),
        ("other", SOUND.replace("returns:", "begins_as: none\nreturns:"), "takes_nothing"),
        ("other", SOUND.replace("returns:", "begins_as: coverage_matrix\nreturns:"), "takes_nothing"),
        ("other", SOUND.replace("RETURN o.placed", "SET o.name = ''\nRETURN o.placed"), "writes"),
    ],
)
def test_a_file_that_cannot_be_taken_is_refused(folder: Path, name: str, text: str, code: str) -> None:
    """With its file and line; no question of the folder is asked then."""
    (folder / f"{name}.cypher").write_text(text, encoding="utf-8")

    with pytest.raises(QuestionRefused) as raised:
        take_own_questions(folder)

    assert raised.value.key == f"own_question.{code}"
    assert raised.value.values["file"] == folder / f"{name}.cypher"
    assert isinstance(raised.value.values["line"], int)
    assert NAME not in questions("gaps")


def test_a_file_in_another_encoding_is_refused(folder: Path) -> None:
    """Text has to be UTF-8, with or without a mark before it; lines may end as on Windows."""
    (folder / f"{NAME}.cypher").write_bytes(SOUND.replace("\n", "\r\n").encode("utf-8-sig"))
    take_own_questions(folder)

    (folder / f"{NAME}.cypher").write_bytes(SOUND.encode("cp932"))
    with pytest.raises(QuestionRefused, match="unreadable"):
        take_own_questions(folder)


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """The setting is wrong, and not a question."""
    with pytest.raises(SettingsInvalid, match="queries_folder_unusable"):
        take_own_questions(tmp_path / "none")


def test_the_folder_is_a_setting(tmp_path: Path) -> None:
    """Shown by its name; none unless it is set."""
    assert Settings.from_environment({}).queries is None
    assert Settings.from_environment({"TSUNAGU_QUERIES": str(tmp_path)}).shown()["TSUNAGU_QUERIES"] == str(tmp_path)
