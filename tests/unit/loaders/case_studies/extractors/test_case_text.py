"""The lines of a case as they are sent."""

from loaders.case_studies.extractors.case_text import case_texts, parts_of
from loaders.case_studies.read import read_document
from loaders.contract import Candidate
from tests.unit.loaders.case_studies.extractors.town import TOWN, case_text
from tests.unit.loaders.case_studies.reading import SAMPLES


def test_a_table_of_regions_gives_each_case_its_own_cells() -> None:
    """Labels go with each region, the cells of the other region do not."""
    # Arrange
    path = SAMPLES / "two_columns.md"

    # Act
    first, second = case_texts(read_document(Candidate(path=path, content=path.read_bytes())))

    # Assert
    sent = "\n".join(parts_of(second, 10_000))
    assert "福祉有償運送" in sent
    assert "主体" in sent
    assert "白波" not in sent
    assert "霞岳" not in "\n".join(parts_of(first, 10_000))


def test_no_part_is_longer_than_allowed_and_none_is_lost() -> None:
    """Lines stay whole where they fit, and are cut where one alone is too long; put together they are the text."""
    for longest in (500, 60, 20):
        parts = parts_of(case_text(), longest)
        assert all(len(part) <= longest for part in parts)
        sent = "".join(line.partition(": ")[2] for part in parts for line in part.splitlines())
        assert sent == "".join(piece.text.strip() for piece in case_text().pieces)


def test_every_line_of_the_narrative_is_there() -> None:
    """What the rules pass over goes to the second reader, too: that is what it is for."""
    numbers = {piece.line for piece in case_text().pieces}
    assert numbers == {number for number, line in enumerate(TOWN.splitlines(), start=1) if line}
