"""The lines of a case as they are sent."""

from random import Random

import pytest

from graph.errors import LoadStopped
from loaders.case_studies.extractors.case_text import case_texts, parts_of
from loaders.case_studies.read import read_document
from loaders.contract import Candidate
from tests.unit.loaders.case_studies.damaging import DAMAGES, Damage
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


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_of_a_damaged_file_only_lines_of_the_file_are_sent(damage: Damage) -> None:
    """Each piece is a piece of its line with nothing changed but masks, and no part is too long."""
    # Arrange
    content = damage((SAMPLES / "private_person.txt").read_text(encoding="utf-8") + TOWN, Random(damage.__name__))  # noqa: S311 - no secret
    try:
        document = read_document(Candidate(path=SAMPLES, content=content))
    except LoadStopped:
        return

    # Act, Assert
    for text in case_texts(document):
        for piece in text.pieces:
            raw = document.lines[piece.line - 1]
            assert len(piece.masked) == len(raw)
            assert all(after in {before, "＊"} for before, after in zip(raw, piece.masked, strict=True))
        assert all(len(part) <= 500 for part in parts_of(text, 500))
