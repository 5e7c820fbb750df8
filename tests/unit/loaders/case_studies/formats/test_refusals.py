"""Bad files of each format: each is refused with its own reason, and none breaks the reading."""

import random
import zipfile
import zlib
from io import BytesIO
from pathlib import Path

import pytest

from graph.errors import LoadStopped
from loaders.case_studies import LOADER
from loaders.case_studies.formats import pdf_guard, word_archive
from loaders.contract import Candidate
from tests.unit.loaders.case_studies.formats.reading import document_of
from tests.unit.loaders.case_studies.formats.rewriting import as_page, as_word
from tests.unit.loaders.case_studies.formats.word_files import paragraph_of, run, with_part, written
from tests.unit.loaders.case_studies.reading import SAMPLES

WRITTEN = {"narrative.docx": as_word, "narrative.html": as_page}
MARKDOWN = (SAMPLES / "records.md").read_text(encoding="utf-8")
BODY = "word/document.xml"


def reason(content: bytes, name: str) -> str:
    """Why a file is refused; it has to be ours to refuse."""
    candidate = Candidate(path=Path(name), content=content)
    with pytest.raises(LoadStopped) as stopped:
        LOADER.transform(LOADER.read(candidate), candidate)
    assert LOADER.recognise(candidate).score >= 0.5
    return stopped.value.key.removeprefix("case_studies.")


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("bad_locked.docx", "locked"),
        ("bad_damaged.docx", "damaged"),
        ("bad_old.doc", "old_word"),
        ("bad_old.rtf", "other_program"),
        ("bad_old.odt", "other_program"),
        ("bad_locked.pdf", "locked"),
        ("bad_damaged.pdf", "damaged"),
        ("bad_pictures.pdf", "no_text_layer"),
        ("bad_vertical.pdf", "one_character_a_line"),
    ],
)
def test_a_file_that_holds_no_text_for_us_says_why(name: str, key: str) -> None:
    """Locked, damaged, of another program, only pictures, from the top down."""
    assert reason((SAMPLES / name).read_bytes(), name) == key


def test_what_a_file_is_counts_and_not_its_name() -> None:
    """An old Word file is one under the name of a new one; a locked one is told from an old one."""
    assert reason((SAMPLES / "bad_old.doc").read_bytes(), "report.docx") == "old_word"
    assert reason((SAMPLES / "bad_locked.docx").read_bytes(), "report.docx") == "locked"


def test_an_ichitaro_file_is_refused_with_the_way_out() -> None:
    """It is known by its name alone: its beginning is that of many programs."""
    content = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    assert reason(content, "jirei.jtd") == "other_program"
    assert LOADER.recognise(Candidate(path=Path("a.xls"), content=content)).score == 0


@pytest.mark.parametrize("write", [as_page, as_word], ids=["page", "word"])
def test_one_character_a_line_is_refused(write: object) -> None:
    """Text that came out of vertical writing makes no sentences, whatever it is kept in."""
    text = "\n\n".join((SAMPLES / "bad_vertical.txt").read_text(encoding="utf-8").split())
    assert reason(write(text), "bad.html" if write is as_page else "bad.docx") == "one_character_a_line"  # type: ignore[operator]


def test_a_word_file_without_text_is_refused() -> None:
    """Nothing but an empty paragraph."""
    assert reason(written(lambda file: paragraph_of(file, run(" "))), "empty.docx") == "empty"


@pytest.mark.parametrize("data", [b"", b"<w:document", b"no XML", b"<a/>", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'])
def test_a_word_file_whose_text_is_broken_is_refused(data: bytes) -> None:
    """The archive is whole, the part in it is not."""
    assert reason(with_part(as_word(MARKDOWN), BODY, data), "broken.docx") == "damaged"


def test_entities_of_a_word_file_fetch_nothing(tmp_path: Path) -> None:
    """A file of this machine does not come into the text."""
    # Arrange
    secret = tmp_path / "secret.txt"
    secret.write_text("himitsu", encoding="utf-8")
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = "<w:body><w:p><w:r><w:t>本文&b;</w:t></w:r></w:p></w:body>"
    text = f'<!DOCTYPE a [<!ENTITY b SYSTEM "{secret.as_uri()}">]><w:document {names}>{body}</w:document>'

    # Act
    found = document_of(with_part(as_word(MARKDOWN), BODY, text.encode()), "entities.docx")

    # Assert
    assert "himitsu" not in "".join(found.lines)


def test_entities_that_multiply_are_refused() -> None:
    """A few hundred bytes that stand for gigabytes."""
    entities = "".join(f'<!ENTITY a{number} "{f"&a{number - 1};" * 10 if number else "x" * 100}">' for number in range(10))
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    text = f"<!DOCTYPE a [{entities}]><w:document {names}><w:body><w:p><w:r><w:t>&a9;</w:t></w:r></w:p></w:body></w:document>"
    assert reason(with_part(as_word(MARKDOWN), BODY, text.encode()), "multiply.docx") in {"damaged", "empty"}


def test_an_archive_that_was_made_to_burst_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Too much text, too much of anything, too many parts: each is seen before anything is unpacked."""
    # Arrange
    content = as_word(MARKDOWN)
    bursting = with_part(content, "word/styles.xml", b" " * 3_000_000)
    many = with_part(content, "word/media/a.png", bytes(3_000_000))

    # Act, Assert
    monkeypatch.setattr(word_archive, "MOST_BYTES_OF_TEXT", 2_000_000)
    assert reason(bursting, "bursting.docx") == "too_large"
    monkeypatch.setattr(word_archive, "MOST_BYTES", 2_000_000)
    assert reason(many, "many.docx") == "too_large"
    monkeypatch.setattr(word_archive, "MOST_PARTS", 3)
    assert reason(content, "parts.docx") == "too_large"


def test_an_archive_that_lies_about_its_size_unpacks_no_more_than_it_claims() -> None:
    """A part that says it is small is read as small, and then found to be damaged."""
    # Arrange
    content = bytearray(with_part(as_word(MARKDOWN), BODY, b"<w:document>" + b" " * 50_000_000 + b"</w:document>"))
    with zipfile.ZipFile(BytesIO(bytes(content))) as archive:
        size = archive.getinfo(BODY).file_size
    content = bytearray(bytes(content).replace(size.to_bytes(4, "little"), (1000).to_bytes(4, "little")))

    # Act, Assert
    assert reason(bytes(content), "lying.docx") == "damaged"


def test_a_locked_part_of_an_archive_is_refused() -> None:
    """A ZIP whose parts are locked with a password of their own."""
    content = as_word(MARKDOWN)
    with zipfile.ZipFile(BytesIO(content)) as archive:
        entry = archive.getinfo(BODY)
    changed = bytearray(content)
    central = content.rindex(BODY.encode()) - 46
    changed[central + 8] |= 1
    changed[entry.header_offset + 6] |= 1
    assert reason(bytes(changed), "locked_part.docx") == "locked"


def pdf_with(stream: bytes, about: str) -> bytes:
    return f"%PDF-1.4\n1 0 obj\n<< /Length {len(stream)} {about} >>\nstream\n".encode() + stream + b"\nendstream\nendobj\n"


def test_a_pdf_that_was_made_to_burst_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A part that unpacks to more than a page can hold, or that is packed twice; a picture may be large."""
    # Arrange
    monkeypatch.setattr(pdf_guard, "MOST_BYTES", 1_000_000)
    packed = zlib.compress(bytes(5_000_000))

    # Act, Assert
    assert reason(pdf_with(packed, "/Filter /FlateDecode"), "bursting.pdf") == "too_large"
    assert reason(pdf_with(zlib.compress(packed), "/Filter [/FlateDecode /FlateDecode]"), "twice.pdf") == "too_large"
    assert reason(pdf_with(packed, "/Subtype /Image /Filter /FlateDecode"), "picture.pdf") == "damaged"
    monkeypatch.setattr(pdf_guard, "MOST_BYTES_OF_FILE", 10)
    assert reason(b"%PDF-1.4 but long", "long.pdf") == "too_large"


def test_a_pdf_of_too_many_pages_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Before any page is read."""
    monkeypatch.setattr("loaders.case_studies.formats.pdf.MOST_PAGES", 2)
    assert reason((SAMPLES / "regions.pdf").read_bytes(), "regions.pdf") == "too_many_pages"


@pytest.mark.parametrize("name", ["two_columns.pdf", "narrative.docx", "narrative.html"])
@pytest.mark.parametrize("seed", range(12))
def test_no_damage_breaks_the_reading(name: str, seed: int) -> None:
    """Cut, overwritten or doubled at random places, a file is read or refused."""
    # Arrange
    content = bytearray(
        (SAMPLES / name).read_bytes() if name.endswith(".pdf") else WRITTEN[name]((SAMPLES / "narrative.md").read_text("utf-8"))
    )
    chance = random.Random(seed)  # noqa: S311 - the same damage in every run
    at = chance.randrange(len(content))
    match seed % 4:
        case 0:
            del content[at:]
        case 1:
            del content[at : at + chance.randrange(1, 2000)]
        case 2:
            content[at:at] = content[at : at + 3000]
        case _:
            for _ in range(chance.choice([1, 20, 300])):
                content[chance.randrange(len(content))] = chance.randrange(256)

    # Act
    candidate = Candidate(path=Path(name), content=bytes(content))
    try:
        lines = LOADER.read(candidate).lines
    except LoadStopped as stopped:
        lines = (stopped.key,)

    # Assert
    assert 0 <= LOADER.recognise(candidate).score <= 1
    assert all(isinstance(line, str) for line in lines)
