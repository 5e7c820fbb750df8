"""Message catalogues: gettext files `catalogues/<language>.po`, Japanese first, English second.

A key that a catalogue lacks is shown as it is: a test makes sure that both languages know every key.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import BytesIO

from babel.messages.pofile import read_po

from graph.errors import TsunaguError
from graph.places import Place

LANGUAGES = ("ja", "en")


@cache
def catalogue(package: str, language: str) -> dict[str, str]:
    """Key → text of one package's own catalogue; empty where it has none."""
    return read_catalogue(files(package) / "catalogues" / f"{language}.po")


def read_catalogue(file: Traversable) -> dict[str, str]:
    """Key → text of one gettext file; empty where there is no such file."""
    if not file.is_file():
        return {}
    entries = read_po(BytesIO(file.read_bytes()))
    return {str(entry.id): str(entry.string) for entry in entries if entry.id and entry.string}


@dataclass(frozen=True)
class Phrase:
    """A value of a message that is itself a text of a catalogue."""

    package: str
    key: str
    before: str = ""
    """What stands before it, as it is: 対象地区 → ."""


class Messages:
    """The texts of several packages in one language.

    Args:
        packages: dotted names of packages with a `catalogues` folder, the most particular first.
        language: one of `LANGUAGES`.
    """

    def __init__(self, packages: tuple[str, ...], language: str) -> None:
        self.language = language
        self._packages = packages
        self._texts: dict[str, str] = {}
        for package in reversed(packages):
            self._texts |= catalogue(package, language)

    def __call__(self, key: str, **values: object) -> str:
        """The text of a key with its placeholders filled."""
        text = self._texts.get(key, key)
        return text.format(**{name: self._worded(value) for name, value in values.items()}) if values else text

    def knows(self, key: str) -> bool:
        """Whether the catalogue has the key."""
        return key in self._texts

    def _worded(self, value: object) -> object:
        if isinstance(value, Phrase):
            return value.before + catalogue(value.package, self.language).get(value.key, value.key)
        if isinstance(value, Place):
            return value.worded(self)
        if isinstance(value, list):
            return " / ".join(str(self._worded(one)) for one in value)
        return value

    def what_happened(self, error: TsunaguError) -> str:
        """The first line of an error."""
        return self._of(error)(error.key, **error.values)

    def what_to_do(self, error: TsunaguError) -> str:
        """The second line of an error."""
        return self._of(error)(f"{error.key}.advice", **error.values)

    def _of(self, error: TsunaguError) -> "Messages":
        return Messages((error.package, *self._packages), self.language) if error.package else self
