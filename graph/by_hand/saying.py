"""What stands behind every typed-in fact: who said it in which role, when, and in which words."""

import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Final

from graph.by_hand.spoken_roles import spoken_role
from graph.errors import QueryMisused
from graph.facts import Quotation
from graph.messages import Phrase
from graph.model.definitions import VISIBILITY_LEVELS
from graph.places import Place

EXTRACTOR = "by_hand"
"""What evidence of typed-in facts names as its rule, and the beginning of its dataset's name."""
USUAL_VISIBILITY: Final = "members"
"""What somebody said in a meeting must not be public by accident: who wants that says so."""
LONGEST_NAME = 200
LONGEST_TEXT = 2_000
BETWEEN_TYPED = " / "


@dataclass(frozen=True, kw_only=True)
class Saying:
    """One thing that somebody said."""

    said_by: str
    """A role, never a person."""
    on: date
    words: str | None = None
    """In the speaker's words; None: the quotation is what was typed."""
    visibility: str = USUAL_VISIBILITY

    def checked(self, *, today: date) -> "Saying":
        """The same with its texts in order.

        Raises:
            QueryMisused: no role, a day that has not come, no such visibility, or words that cannot be kept.
        """
        if self.on > today:
            raise QueryMisused("said_in_the_future", on=self.on.isoformat(), today=today.isoformat())
        if self.visibility not in VISIBILITY_LEVELS:
            raise QueryMisused("unknown_visibility", level=self.visibility, known=", ".join(VISIBILITY_LEVELS))
        words = None if self.words is None else long_text("words", self.words)
        return Saying(said_by=spoken_role(self.said_by), on=self.on, words=words, visibility=self.visibility)

    def quotation(self, typed: list[str], *, area_id: str | None) -> Quotation:
        """The quotation on which the facts rest.

        Args:
            typed: what was typed, in its order: the quotation where no words were given.
            area_id: the municipality of which it speaks.
        """
        return Quotation(
            quote=self.words or BETWEEN_TYPED.join(typed),
            extractor=EXTRACTOR,
            place=Place.said(self.said_by, self.on),
            area_id=area_id,
            visibility=self.visibility,
        )


def short_text(field: str, text: str) -> str:
    """A name or a short wording on one line, as it was typed but for the spaces around it.

    Raises:
        QueryMisused: it is empty, too long, or has characters that nobody can see.
    """
    return _text(field, text, longest=LONGEST_NAME, breaks=False)


def long_text(field: str, text: str) -> str:
    """The same for a text of several lines."""
    return _text(field, text, longest=LONGEST_TEXT, breaks=True)


def field_named(field: str) -> Phrase:
    """What a field is called, in the reader's language."""
    return Phrase("graph", f"typed.{field}")


def _text(field: str, text: str, *, longest: int, breaks: bool) -> str:
    kept = unicodedata.normalize("NFC", text).strip()
    if not kept:
        raise QueryMisused("typed_nothing", field=field_named(field))
    if len(kept) > longest:
        raise QueryMisused("typed_too_long", field=field_named(field), longest=longest, length=len(kept))
    allowed = {"\n", "\t"} if breaks else set[str]()
    if any(unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"} and character not in allowed for character in kept):
        raise QueryMisused("typed_unseen", field=field_named(field))
    return kept
