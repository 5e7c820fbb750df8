"""Messages: gettext files read as they are, keys shown where a text is missing."""

from pathlib import Path

from graph.errors import LoadStopped
from graph.messages import LANGUAGES, Messages, catalogue, read_catalogue

PACKAGE = "loaders.transport_register"


def test_a_catalogue_is_read_in_both_languages() -> None:
    """Japanese first, English second, the same keys in both."""
    assert LANGUAGES == ("ja", "en")
    assert set(catalogue(PACKAGE, "ja")) == set(catalogue(PACKAGE, "en")) != set()


def test_a_missing_catalogue_is_empty(tmp_path: Path) -> None:
    """A package without texts is no error."""
    assert read_catalogue(tmp_path / "ja.po") == {}


def test_an_entry_without_a_text_is_no_entry(tmp_path: Path) -> None:
    """An untranslated key is as good as missing; the head of the file is no entry."""
    # Arrange
    file = tmp_path / "ja.po"
    file.write_text('msgid ""\nmsgstr "Language: ja\\n"\n\nmsgid "a"\nmsgstr "甲"\n\nmsgid "b"\nmsgstr ""\n', encoding="utf-8")

    # Act, Assert
    assert read_catalogue(file) == {"a": "甲"}


def test_an_error_becomes_two_lines() -> None:
    """What happened with the values filled in, and what to do."""
    # Arrange
    messages = Messages((PACKAGE,), "ja")
    error = LoadStopped("missing_columns", columns="org_name")

    # Act, Assert
    assert messages.what_happened(error) == "必要な列がありません: org_name。"
    assert messages.what_to_do(error).startswith("先頭の行に、この列名を書き足してください。")


def test_an_unknown_key_is_shown_as_it_is() -> None:
    """A missing text hides nothing."""
    messages = Messages((PACKAGE,), "en")
    assert messages("no_such_key") == "no_such_key"
    assert not messages.knows("no_such_key")
    assert messages.knows("empty_file")


def test_the_first_package_wins() -> None:
    """The most particular text stands before the general one."""
    # Act
    both = Messages((PACKAGE, "graph"), "ja")

    # Assert
    assert both("empty_file") == catalogue(PACKAGE, "ja")["empty_file"]
