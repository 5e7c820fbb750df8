"""What every bundle says of its methods, whatever it holds."""

import re

import pytest

from graph.holdings import Holdings
from graph.messages import LANGUAGES, catalogue
from loaders.bundle.contents import contents_of
from loaders.bundle.format import METHODS, NEEDED, README

CITED = re.compile(r"((?:[A-Z][a-z]+(?:, | & )?)+) \(?(\d{4})")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_work_that_the_method_names_is_cited(language: str) -> None:
    """By all its authors and its year."""
    entries = contents_of(Holdings())[METHODS].decode().split("\n@")
    cited = CITED.findall(catalogue("api", language)["comparison.method"])

    assert len(cited) > 5
    for authors, year in cited:
        names = re.findall(r"[A-Z][a-z]+", authors)
        assert any(f"{{{year}}}" in entry and all(f"{name}," in entry for name in names) for entry in entries), (authors, year)


def test_the_readme_tells_of_every_file_in_both_languages() -> None:
    """Japanese first; no key stands where a word should."""
    parts = contents_of(Holdings())
    text = parts[README].decode()

    assert text.index("やり直す") < text.index("compute it again")
    assert "text.readme" not in text
    for name in (*NEEDED, "queries/"):
        assert name == README or text.count(f"`{name}`") == 2, name
