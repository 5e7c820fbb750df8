"""The invented sentences of tests/sample_data/private_names: their text, and where the names stand in it."""

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

FOLDER = Path(__file__).parents[3] / "sample_data" / "private_names"
MARKED = re.compile(r"｛(.*?)｝")


@dataclass(frozen=True)
class Named:
    """A sentence, and start and end of every private name in it."""

    text: str
    names: tuple[tuple[int, int], ...]

    @property
    def words(self) -> list[str]:
        """The names themselves."""
        return [self.text[start:end] for start, end in self.names]


def sentences(file: str, part: str) -> list[Named]:
    rows = yaml.safe_load((FOLDER / f"{file}.yaml").read_text(encoding="utf-8"))
    return [named(row) for row in rows[part]]


def named(marked: str) -> Named:
    text, names, at = "", [], 0
    for match in MARKED.finditer(marked):
        text += marked[at : match.start()]
        names.append((len(text), len(text) + len(match[1])))
        text += match[1]
        at = match.end()
    return Named(text + marked[at:], tuple(names))
