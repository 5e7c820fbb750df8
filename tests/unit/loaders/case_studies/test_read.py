"""Input: what is recognised, and what is refused."""

from pathlib import Path

import pytest

from graph.errors import LoadStopped
from loaders.case_studies import LOADER
from loaders.contract import Candidate
from tests.unit.loaders.case_studies.reading import SAMPLES, nodes, read_bytes, read_sample


def candidate(content: bytes, name: str = "sample.md") -> Candidate:
    return Candidate(path=Path(name), content=content)


@pytest.mark.parametrize("sample", ["two_columns.md", "narrative.md", "prose.txt", "records.md"])
def test_a_report_is_recognised(sample: str) -> None:
    """Headings or tables that name a region, with bullets or tables, are surely case studies."""
    assert LOADER.recognise(candidate((SAMPLES / sample).read_bytes(), sample)).score == 1.0


def test_a_register_is_left_to_others() -> None:
    """A table of values separated by commas is no case study, whatever it is called."""
    content = (SAMPLES / "bad_register.csv").read_bytes()
    assert LOADER.recognise(candidate(content, "bad_register.csv")).score == 0
    assert LOADER.recognise(candidate(content, "register.txt")).score == 0


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "case_studies.empty"),
        (b"\xef\xbb\xbf \r\n", "case_studies.empty"),
        (b"PK\x03\x04\x00\x00", "case_studies.not_text"),
        (b"\x81\xff\xfe\x80", "case_studies.not_text"),
        ("今日は天気がよい。\n散歩に出かけた。\n".encode(), "case_studies.no_structure"),
    ],
)
def test_what_cannot_be_read_is_refused(content: bytes, key: str) -> None:
    """An empty, binary or shapeless file stops the load with its own reason."""
    with pytest.raises(LoadStopped) as stopped:
        read_bytes(content)
    assert stopped.value.key == key


def test_text_of_one_character_a_line_is_refused() -> None:
    """Characters taken from vertical writing make no sentences."""
    with pytest.raises(LoadStopped) as stopped:
        read_sample("bad_vertical.txt")
    assert stopped.value.key == "case_studies.one_character_a_line"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
def test_encodings_and_line_ends_make_no_difference(encoding: str) -> None:
    """The same report gives the same nodes in UTF-8, with a byte order mark, and in CP932 with Windows line ends."""
    # Arrange
    text = (SAMPLES / "narrative.md").read_text(encoding="utf-8").replace("\n", "\r\n")

    # Act
    found = read_bytes(text.encode(encoding))

    # Assert
    assert set(nodes(found, "Organization")) == set(nodes(read_sample("narrative.md"), "Organization"))
