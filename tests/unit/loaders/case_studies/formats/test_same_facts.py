"""One case study in every format: the facts are the same, whatever it was written with."""

from pathlib import Path

import pytest

from graph.model.definitions import Relationship
from loaders.contract import Transformed
from tests.unit.loaders.case_studies.formats.reading import document_of
from tests.unit.loaders.case_studies.formats.rewriting import as_page, as_word
from tests.unit.loaders.case_studies.reading import SAMPLES, read_bytes

REGIONS = Path(__file__).parents[5] / "loaders" / "example" / "regions.md"
TEXTS = [REGIONS, *(SAMPLES / f"{name}.md" for name in ("broken_words", "narrative", "records", "two_columns"))]
names = pytest.mark.parametrize("text", TEXTS, ids=lambda path: path.stem)


def told(found: Transformed) -> dict[str, tuple[str, ...]]:
    """Id of each fact → label, name and codes, or type and the names of both ends."""
    called = {fact.id: fact.what.name for fact in found.facts if not isinstance(fact.what, Relationship)}
    facts: dict[str, tuple[str, ...]] = {}
    for fact in found.facts:
        if isinstance(fact.what, Relationship):
            start, end = fact.what.ordered_ends()
            facts[fact.id] = (fact.what.type, called[start.id], called[end.id])
        else:
            facts[fact.id] = (fact.what.label, fact.what.name, *fact.codes)
    return facts


def in_markdown(text: Path) -> dict[str, tuple[str, ...]]:
    return told(read_bytes(text.read_bytes(), text.name))


@names
def test_a_page_gives_the_same_facts(text: Path) -> None:
    """Ids, names and ties of a page are those of its Markdown."""
    assert told(read_bytes(as_page(text.read_text(encoding="utf-8")), f"{text.stem}.html")) == in_markdown(text)


@names
def test_a_word_file_gives_the_same_facts(text: Path) -> None:
    """Ids, names and ties of a Word file are those of its Markdown."""
    assert told(read_bytes(as_word(text.read_text(encoding="utf-8")), f"{text.stem}.docx")) == in_markdown(text)


@names
def test_a_pdf_gives_the_same_facts(text: Path) -> None:
    """Ids, names and ties of the page printed as a PDF are those of its Markdown."""
    assert told(read_bytes((SAMPLES / f"{text.stem}.pdf").read_bytes(), f"{text.stem}.pdf")) == in_markdown(text)


@pytest.mark.parametrize("encoding", ["cp932", "euc_jp", "iso2022_jp", "utf-16"])
def test_the_encoding_of_a_page_makes_no_difference(encoding: str) -> None:
    """A page says how it is encoded, and is read so."""
    # Arrange: a text without characters that the older encodings lack
    text = (SAMPLES / "records.md").read_text(encoding="utf-8").replace("—", "")

    # Act
    found = told(read_bytes(as_page(text, encoding=encoding), "page.html"))

    # Assert
    assert found == told(read_bytes(as_page(text), "page.html"))


@pytest.mark.parametrize("ending", [".html", ".docx", ".pdf"])
@names
def test_every_quotation_stands_where_it_says(text: Path, ending: str) -> None:
    """Line, start and end give exactly the characters of the text that was taken out, and each has a place in the file."""
    # Arrange
    written = text.read_text(encoding="utf-8")
    content = {".html": as_page, ".docx": as_word}[ending](written) if ending != ".pdf" else (SAMPLES / f"{text.stem}.pdf").read_bytes()

    # Act
    lines = document_of(content, text.stem + ending).lines
    quotations = [one for fact in read_bytes(content, text.stem + ending).facts for one in fact.evidence]

    # Assert
    assert quotations
    for one in quotations:
        assert one.line is not None
        assert lines[one.line - 1][one.start : one.end] == one.quote
        assert one.place
