"""Message catalogues: gettext files `catalogues/<language>.po`, Japanese first, English second.

A key that a catalogue lacks is shown as it is: a test makes sure that both languages know every key.
"""

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import BytesIO

from babel.messages.pofile import read_po

from graph.errors import TsunaguError

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


class Messages:
    """The texts of several packages in one language.

    Args:
        packages: dotted names of packages with a `catalogues` folder, the most particular first.
        language: one of `LANGUAGES`.
    """

    def __init__(self, packages: tuple[str, ...], language: str) -> None:
        self.language = language
        self._texts: dict[str, str] = {}
        for package in reversed(packages):
            self._texts |= catalogue(package, language)

    def __call__(self, key: str, **values: object) -> str:
        """The text of a key with its placeholders filled."""
        text = self._texts.get(key, key)
        return text.format(**values) if values else text

    def knows(self, key: str) -> bool:
        """Whether the catalogue has the key."""
        return key in self._texts

    def what_happened(self, error: TsunaguError) -> str:
        """The first line of an error."""
        return self(error.key, **error.values)

    def what_to_do(self, error: TsunaguError) -> str:
        """The second line of an error."""
        return self(f"{error.key}.advice", **error.values)
