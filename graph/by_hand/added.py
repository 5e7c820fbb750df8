"""What a typed-in saying came to: which facts, which of them new, and how it is taken back."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class AddedFact:
    """One fact that was typed in."""

    id: str
    kind: str
    """Main label or type."""
    name: str
    is_new: bool
    """False where others had stated it before."""


@dataclass(frozen=True, kw_only=True)
class Added:
    """What a typed-in saying came to."""

    load: str | None
    """Id by which it is taken back; None where nothing was written."""
    dataset: str
    quote: str
    place: str
    visibility: str
    facts: tuple[AddedFact, ...]
    joined: tuple[str, ...]
    """Names of things that the graph had already."""
    is_changed: bool
    """False where just this had been said already."""
    dry_run: bool
