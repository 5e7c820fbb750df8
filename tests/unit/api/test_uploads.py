"""What is sent: names without folders and tricks, days that are days."""

from datetime import date

import pytest

from api.uploads import LONGEST_NAME, Sent, choices_of, file_of, plain_name
from graph.errors import QueryMisused


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("事例集.md", "事例集.md"),
        ("../../etc/passwd", "passwd"),
        ("C:\\fakepath\\operators.csv", "operators.csv"),
        ("/", "file"),
        ("...", "file"),
        ("", "file"),
        ("a\x00b\r\n.md", "ab.md"),
        ("report\u202edm.exe", "reportdm.exe"),
        ("か\u3099.md", "が.md"),
        ('"><img src=x onerror=alert(1)>.md', '"><img src=x onerror=alert(1)>.md'),
        ("長" * 300 + ".markdown", "長" * (LONGEST_NAME - len(".markdown")) + ".markdown"),
        ("x" * 300, "x" * LONGEST_NAME),
        ("x." + "y" * 300, "x"),
    ],
)
def test_a_name_is_a_name_and_no_path(name: str, plain: str) -> None:
    """Folders, control and direction marks go, the ending stays, and what is odd is only text."""
    assert plain_name(name) == plain


def test_what_is_said_of_a_file_is_read() -> None:
    """Empty fields say nothing; a day is a day."""
    assert choices_of(Sent(fields={"source": "", "as_of": ""})).as_of is None
    assert choices_of(Sent(fields={"as_of": "2026-08-09"})).as_of == date(2026, 8, 9)
    assert choices_of(Sent(fields={"source": "case_studies"})).source == "case_studies"


def test_what_does_not_fit_is_misuse() -> None:
    """No file, and a day that is none, are named."""
    with pytest.raises(QueryMisused) as no_file:
        file_of(Sent())
    with pytest.raises(QueryMisused) as no_day:
        choices_of(Sent(fields={"as_of": "昨日"}))

    assert (no_file.value.key, no_day.value.key) == ("no_file_chosen", "parameter_not_of_type")
    assert no_day.value.values["value"] == "昨日"
