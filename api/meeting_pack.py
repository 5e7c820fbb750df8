"""The meeting pack: everything for a meeting in one PDF, the check sheet with boxes to tick among it."""

from collections.abc import Mapping
from typing import Any

from api.answers import notes_in_words, summary, worded_header
from api.cells import NOT_STATED, cell, heads
from api.meeting import MOST_ROWS, Meeting
from api.pictures_asked import picture_of_area
from graph.connection import Row
from graph.errors import ViewTooLarge
from graph.messages import Messages
from graph.places import place_of
from graph.quoted import quoted_of, sentences
from graph.reading import Answer, Reader

MOST_NODES = 300
"""Of the network in a pack: more cannot be read on any sheet."""
WORDS = (
    "meeting.counts",
    "meeting.sources",
    "meeting.findings",
    "meeting.findings_none",
    "meeting.check",
    "meeting.check_how",
    "meeting.checked_on",
    "meeting.checked_by",
    "meeting.right",
    "meeting.wrong",
    "meeting.unknown",
    "meeting.note",
    "meeting.check_none",
    "site.table.source",
    "site.table.as_of",
    "site.table.licence",
)
"""Texts of the template; it calls them by what follows the last point."""


def meeting_pack(reader: Reader, found: Meeting, texts: Messages, *, banner: str | None = None) -> bytes:
    """The pack as a PDF.

    Args:
        reader: asks for the network, on behalf of the same audience.
        found: what the meeting is prepared with.
        texts: in the language of the pack.
        banner: key of a sentence to stand on its first page.

    Raises:
        SettingsInvalid: this computer has no Japanese font.
    """
    from visualizations.sheet.typesetting import typeset  # noqa: PLC0415 - only a PDF needs it

    return typeset("meeting", pack_content(reader, found, texts, banner=banner), made_on=found.day)


def pack_content(reader: Reader, found: Meeting, texts: Messages, *, banner: str | None = None) -> dict[str, Any]:
    """Everything that the template shows, as plain data."""
    none = texts("not_stated")
    return {
        "title": texts("meeting.pack_title", area=found.full_name),
        "language": texts.language,
        "about": [texts("meeting.made_on", day=found.day.isoformat()), texts("meeting.since", day=found.since.isoformat())],
        "banner": texts(banner) if banner else None,
        "sentences": [*found.sentences, texts("area.not_absent")],
        "sources": [
            {
                "title": one["title"],
                "as_of": one["as_of"].isoformat() if one["as_of"] else none,
                "licence": one["licence"] or none,
            }
            for one in found.sources
        ],
        **_network(reader, found, texts, banner),
        "sections": [_section(answer, reader, texts) for answer in (found.changes, found.agenda)],
        "findings": [{name: one[name] for name in ("status_in_words", "row", "title", "events")} for one in found.findings],
        "check_found": texts("meeting.check_found", shown=len(found.doubtful), found=found.doubtful_found),
        "check": [{"told": one.told, "quote": one.quote, "source": one.source, "certainty": one.certainty} for one in found.doubtful],
        "words": {key.rpartition(".")[2]: texts(key) for key in WORDS},
    }


def _network(reader: Reader, found: Meeting, texts: Messages, banner: str | None) -> dict[str, Any]:
    """The sheet of the network, or why there is none."""
    from visualizations.sheet.pdf import best_paper, content_of  # noqa: PLC0415 - only a PDF needs it
    from visualizations.sheet.sheet import sheet_of  # noqa: PLC0415 - as above

    picture = picture_of_area(reader, found.area.id, language=texts.language, banner=banner)
    try:
        sheet = sheet_of(picture, language=texts.language, made_on=found.day, limit=MOST_NODES)
    except ViewTooLarge as error:
        return {"network": None, "no_network": f"{texts.what_happened(error)} {texts('meeting.no_network')}"}
    return {"network": content_of(sheet, best_paper(sheet)), "no_network": None}


def _section(answer: Answer, reader: Reader, texts: Messages) -> dict[str, Any]:
    """An answer: what it finds, its first rows with their sentences, what is to be known of it, the next step."""
    header = worded_header(answer.question, texts.language)
    rows = answer.rows[:MOST_ROWS]
    evidence = quoted_of(reader, rows)
    more = len(answer.rows) - len(rows)
    notes = [*notes_in_words(answer, texts), *([texts("meeting.more", count=more)] if more else []), header["caution"] if rows else ""]
    return {
        "title": header["title"],
        "summary": summary(answer, texts) if answer.is_given else "",
        "rows": [_row(answer, row, evidence, reader, texts) for row in rows],
        "notes": [note for note in notes if note],
        "next_step": header["next_step"] if rows else "",
    }


def _row(answer: Answer, row: Mapping[str, Any], evidence: Mapping[str, Row], reader: Reader, texts: Messages) -> dict[str, Any]:
    """What the row is about, its other columns as far as they say something, and its first sentence."""
    (first, _), *others = heads(answer.question, texts.language)
    cells = [(head, cell(answer.question, row, column, texts, reader.titles)) for column, head in others]
    said = sentences(row.get("evidence", ()), evidence)
    return {
        "first": cell(answer.question, row, first, texts, reader.titles),
        "others": [texts("row.cell", head=head, value=value) for head, value in cells if value not in {NOT_STATED, texts("none_recorded")}],
        "sentence": texts("meeting.sentence", quote=said[0]["quote"], title=said[0]["title"], place=place_of(said[0], texts) or "")
        if said
        else "",
    }
