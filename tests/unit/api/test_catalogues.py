"""Every text that a user may see is in the catalogues, in both languages."""

import re
from pathlib import Path

import pytest

from api.wording import PACKAGES, messages
from graph.messages import catalogue
from graph.model.sources import KINDS_OF_FACT
from graph.query_files import questions

ROOT = Path(__file__).parents[3]
ERRORS = "DatabaseUnavailable|DatabaseMisconfigured|QueryMisused|LoadStopped|SettingsInvalid|ViewTooLarge|AreaNotResolved|QuestionRefused"
RAISED = re.compile(rf'(?:{ERRORS})\(\s*"([\w.]+)')
SHOWN = re.compile(r"""(?:\bt|\btexts|\bwords)\(\s*"([\w.]+)["]""")
OF_A_LOADER = re.compile(r"loaders/\w+/")


def sources(*patterns: str) -> list[Path]:
    return [file for pattern in patterns for file in ROOT.glob(pattern) if "__pycache__" not in str(file)]


def raised_keys() -> set[str]:
    found: set[str] = set()
    for file in sources("graph/**/*.py", "loaders/*.py", "visualizations/**/*.py", "api/**/*.py"):
        found |= set(RAISED.findall(file.read_text(encoding="utf-8")))
    return found


@pytest.mark.parametrize("package", PACKAGES)
def test_both_languages_know_the_same_keys_and_placeholders(package: str) -> None:
    """No key in one language only, and each text takes the same values in both."""
    ja, en = catalogue(package, "ja"), catalogue(package, "en")

    assert ja.keys() == en.keys()
    for key in ja:
        assert set(re.findall(r"\{(\w+)", ja[key])) == set(re.findall(r"\{(\w+)", en[key])), key


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_error_says_what_happened_and_what_to_do(language: str) -> None:
    """Each key with which an error is raised has its sentence and its advice."""
    texts = messages(language)
    keys = raised_keys()

    assert len(keys) > 25
    assert [key for key in sorted(keys) if not (texts.knows(key) and texts.knows(f"{key}.advice"))] == []


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_text_of_pages_and_commands_is_known(language: str) -> None:
    """Each key that a template or a command shows is in the catalogue."""
    texts = messages(language)
    keys: set[str] = set()
    for file in sources("api/pages/templates/*.html", "api/**/*.py"):
        keys |= set(SHOWN.findall(file.read_text(encoding="utf-8")))

    assert len(keys) > 60
    assert [key for key in sorted(keys) if not key.endswith(".") and not texts.knows(key)] == []


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_value_that_a_page_words_is_known(language: str) -> None:
    """Kinds of fact, coverage, certainty and status have their words."""
    texts = messages(language)
    values = {
        "kind": KINDS_OF_FACT,
        "coverage": ("exhaustive", "examples"),
        "site.certainty": ("explicit", "structural", "inferred"),
        "site.status": ("planned", "running", "ended"),
    }

    assert [f"{family}.{value}" for family, known in values.items() for value in known if not texts.knows(f"{family}.{value}")] == []


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_value_that_a_question_words_by_the_catalogue_is_known(language: str) -> None:
    """A column of an answer whose values the header leaves to the catalogue finds them there."""
    texts = messages(language)
    families = {spec["words"] for question in questions("gaps").values() for spec in question.shown.values() if "words" in spec}

    assert families
    known = {key for package in PACKAGES for key in catalogue(package, language)}
    assert [family for family in sorted(families) if not any(key.startswith(f"{family}.") for key in known)] == []
    assert not [key for key in ("row.line", "row.cell", "row.between", "yes", "no", "none_recorded") if not texts.knows(key)]


def test_no_key_means_two_things() -> None:
    """The packages' catalogues do not overwrite each other."""
    seen: dict[str, str] = {}
    for package in PACKAGES:
        for key in catalogue(package, "ja"):
            assert key not in seen, f"{key} is in {seen.get(key)} and {package}"
            seen[key] = package
