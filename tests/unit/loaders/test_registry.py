"""Which loader takes a file, and what is said when none does."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from graph.errors import LoadStopped, QueryMisused
from graph.messages import Phrase
from loaders.contract import Candidate
from loaders.registry import all_loaders, named, recognised

SAMPLES = Path(__file__).parents[2] / "sample_data"


def candidate(content: bytes, name: str = "file.txt") -> Candidate:
    return Candidate(path=Path(name), content=content)


def test_loaders_are_found_by_looking_at_the_folder() -> None:
    """The sources are there in the order of their names; the example and what sources share are none."""
    assert list(all_loaders()) == sorted(all_loaders())
    assert {"example", "networks", "tables"}.isdisjoint(all_loaders())
    assert {"case_studies", "gephi", "kumu", "transport_register"} <= all_loaders().keys()


@pytest.mark.parametrize("name", sorted(all_loaders()))
def test_each_sample_is_recognised_as_its_own(name: str) -> None:
    """Every good sample of a loader is taken by that loader."""
    for file in (SAMPLES / name).iterdir():
        if file.is_file() and not file.name.startswith(("bad_", "README")):
            assert recognised(candidate(file.read_bytes(), file.name)).name == name, file.name


@pytest.mark.parametrize(("content", "key"), [(b"", "file_is_empty"), (b"\n \n", "file_is_empty"), (b"\x89PNG\0\0\0", "file_is_binary")])
def test_what_is_no_text_is_refused_as_such(content: bytes, key: str) -> None:
    """Empty and binary files are told apart from texts of an unknown form."""
    with pytest.raises(LoadStopped) as refused:
        recognised(candidate(content))
    assert refused.value.key == key


def test_a_zip_of_an_unknown_form_is_told_from_a_broken_one() -> None:
    """The one is answered with what was looked for, the other with the advice to fetch it again."""
    # Arrange
    content = BytesIO()
    with ZipFile(content, "w") as packed:
        packed.writestr("notes.txt", "今日は晴れ。")

    # Act
    keys = []
    for whole in (content.getvalue(), content.getvalue()[:-30]):
        with pytest.raises(LoadStopped) as refused:
            recognised(candidate(whole, "notes.zip"))
        keys.append(refused.value.key)

    # Assert
    assert keys == ["no_loader_takes_it", "damaged_archive"]


def test_an_unknown_form_says_what_each_loader_looked_for() -> None:
    """The error carries one phrase of each loader."""
    with pytest.raises(LoadStopped) as refused:
        recognised(candidate("今日は晴れ。".encode()))
    assert refused.value.key == "no_loader_takes_it"
    looked_for = refused.value.values["looked_for"]
    assert isinstance(looked_for, list)
    assert {phrase.package for phrase in looked_for if isinstance(phrase, Phrase)} == {f"loaders.{name}" for name in all_loaders()}


def test_an_unknown_name_lists_the_known_ones() -> None:
    """--source with a wrong name."""
    with pytest.raises(QueryMisused) as refused:
        named("nothing")
    assert "transport_register" in str(refused.value.values["known"])
