"""The rules as an extractor: what they read passes the same checks, and adds nothing to itself."""

from collections import Counter
from pathlib import Path

import pytest

from graph.model.sources import CaseStudy
from loaders.case_studies.building import Builder
from loaders.case_studies.extractors.accepting import Accepting
from loaders.case_studies.extractors.case_text import case_texts
from loaders.case_studies.extractors.rules import Rules
from loaders.case_studies.read import read_document
from loaders.case_studies.reader import Reader
from loaders.contract import Candidate
from tests.unit.loaders.case_studies.reading import SAMPLES

ROOT = Path(__file__).parents[5]
SHARED = ROOT.parent / "shared"
FILES = [
    *(SAMPLES / name for name in ("two_columns.md", "narrative.md", "prose.txt", "records.md", "broken_words.md", "private_person.txt")),
    ROOT / "loaders" / "example" / "regions.md",
    SHARED / "seed" / "mhlw_coordinator_case_studies.md",
    SHARED / "evaluation" / "cases_dev.md",
]
MOST_LEFT_OUT = 0.2
"""The prefecture, one-character names and names that are put together are read by rules but not taken from a proposal."""


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_what_the_rules_read_is_known_when_it_is_proposed(path: Path) -> None:
    """Labels, codes, places and names of the rules' own facts stand the checks, and each is found to be read already."""
    # Arrange
    if not path.is_file():
        pytest.skip(f"the real file is not beside this checkout: {path.name}")
    tally: Counter[str] = Counter()

    # Act
    for text in case_texts(read_document(Candidate(path=path, content=path.read_bytes()))):
        book = Reader(text.case).read()
        builder = Builder(book, CaseStudy(key="case", name="case"))
        builder.build([], "rules")
        accepting = Accepting(book, builder, text, "second_reader")
        added = accepting.take(Rules().propose(text))
        assert added == ()
        tally.update(proposed=accepting.tally.proposed, known=accepting.tally.known)
        assert "unknown_label" not in accepting.tally.dropped
        assert "unknown_type" not in accepting.tally.dropped
        assert "unknown_code" not in accepting.tally.dropped

    # Assert
    assert tally["proposed"] > 0
    assert tally["proposed"] - tally["known"] <= max(3, MOST_LEFT_OUT * tally["proposed"])
