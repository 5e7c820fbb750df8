"""What is known of a document as a whole when one of its lines is read: who is a person there, and what is a place."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Known:
    """What the rest of the document says: who is a person there, and what is a place."""

    full: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()


NOTHING = Known()
