"""Typing a fact in, the same through both doors: what is typed may name no private person, then it is written.

The names are found by the rules that mask them in case studies; here whoever types is asked to put it in other words.
"""

from graph.by_hand.added import Added
from graph.by_hand.adding import add
from graph.by_hand.saying import Saying, field_named
from graph.by_hand.typed import Typed
from graph.errors import QueryMisused
from graph.messages import Messages
from graph.reading import Reader
from loaders.case_studies.document import Document
from loaders.case_studies.masking import masked
from loaders.japanese.cleaning import MASK
from loaders.people.private import is_private


def type_in(reader: Reader, typed: Typed, saying: Saying, *, words: Messages, dry_run: bool = False) -> Added:
    """Write what was typed in.

    Raises:
        QueryMisused: it names a private person, or something of it does not fit; nothing is written.
    """
    texts = typed.free_texts() | ({"words": saying.words} if saying.words is not None else {})
    for field, text in texts.items():
        refuse_persons(field, text)
    return add(reader, typed, saying, words=words, dry_run=dry_run)


def refuse_persons(field: str, text: str) -> None:
    """See that a text names no private person.

    Raises:
        QueryMisused: it does, or it tells of somebody's private life.
    """
    lines = masked(Document(name="", lines=tuple(text.splitlines()))).lines
    if sum(line.count(MASK) for line in lines) > text.count(MASK):
        raise QueryMisused("names_a_person", field=field_named(field), shown=" ".join(lines))
    if any(is_private(line) for line in lines):
        raise QueryMisused("tells_of_a_person", field=field_named(field))
