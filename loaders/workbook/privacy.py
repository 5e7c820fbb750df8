"""Rows that name a private person in their free words are set aside; no person is in the graph."""

from loaders.people.persons import persons_in
from loaders.people.private import is_private
from loaders.workbook.read import Entry, rejected


def refuse_persons(entry: Entry) -> None:
    """See that nobody is named.

    Raises:
        RecordRejected: names_a_person; the report says where, and not the name.
    """
    for field in entry.sheet.fields:
        text = entry.texts.get(field.key, "")
        if text and field.free and (is_private(text) or persons_in(text)):
            raise rejected(entry, field.key, "names_a_person")
