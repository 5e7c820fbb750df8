"""What is wrong with a question's file."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Fault:
    """One thing that keeps a question from being asked; its words are `own_question.<code>` of the catalogue."""

    code: str
    line: int
    values: Mapping[str, object] = field(default_factory=dict)
