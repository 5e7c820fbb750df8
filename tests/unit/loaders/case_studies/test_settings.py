"""Settings of the second reader."""

from pathlib import Path

import pytest

from graph.errors import SettingsInvalid
from graph.messages import LANGUAGES, catalogue
from loaders.case_studies.settings import SecondReaderSettings, shown

KEY = "sk-himitsu"
GOOD = {"TSUNAGU_SECOND_READER_URL": "http://127.0.0.1:11434/v1", "TSUNAGU_SECOND_READER_MODEL": "m", "TSUNAGU_SECOND_READER_KEY": KEY}


def read(**more: str) -> SecondReaderSettings:
    return SecondReaderSettings.from_environment(GOOD | {f"TSUNAGU_SECOND_READER_{name}": value for name, value in more.items()})


def refused(**more: str) -> SettingsInvalid:
    """The refusal, worded in both languages, and never with the key in it."""
    with pytest.raises(SettingsInvalid) as error:
        read(**more)
    for language in LANGUAGES:
        texts = catalogue("loaders.case_studies", language)
        said = texts[error.value.key].format(**error.value.values) + texts[f"{error.value.key}.advice"].format(**error.value.values)
        assert KEY not in said
        assert all(value not in said for value in more.values() if "pass" in value or "秘" in value)
    assert error.value.package == "loaders.case_studies"
    return error.value


def test_without_an_address_there_is_no_second_reader() -> None:
    """Off by default: nothing is guessed, and what is missing is named."""
    for url, model, missing in (("", "m", "URL"), ("http://127.0.0.1/v1", "", "MODEL"), (" ", " ", "URL、TSUNAGU_SECOND_READER_MODEL")):
        error = refused(URL=url, MODEL=model)
        assert error.key == "case_studies.second_reader.not_set"
        assert error.values["missing"] == f"TSUNAGU_SECOND_READER_{missing}"


@pytest.mark.parametrize(
    ("url", "endpoint"),
    [
        ("http://127.0.0.1:11434/v1", "http://127.0.0.1:11434/v1/chat/completions"),
        ("http://localhost:8080/v1/", "http://localhost:8080/v1/chat/completions"),
        ("http://[::1]:8080/v1", "http://[::1]:8080/v1/chat/completions"),
        ("http://127.9.9.9/v1/chat/completions", "http://127.9.9.9/v1/chat/completions"),
        ("https://host.example/v1", "https://host.example/v1/chat/completions"),
    ],
)
def test_one_address_is_asked(url: str, endpoint: str) -> None:
    """The base address, with or without slash, and `/chat/completions` behind it."""
    assert read(URL=url).endpoint == endpoint


@pytest.mark.parametrize(
    "url", ["http://host.example/v1", "http://192.168.1.5:11434/v1", "http://127.0.0.1.host.example/v1", "http://0.0.0.0/v1"]
)
def test_nothing_goes_beyond_this_machine_in_the_clear(url: str) -> None:
    """Without TLS only the own machine is asked, unless that is allowed by name."""
    assert refused(URL=url).key == "case_studies.second_reader.url_in_the_clear"
    assert read(URL=url, ALLOW_HTTP="1").url == url
    assert refused(URL=url, ALLOW_HTTP="0").key == "case_studies.second_reader.url_in_the_clear"


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("ftp://host.example/v1", "url_invalid"),
        ("host.example/v1", "url_invalid"),
        ("https://", "url_invalid"),
        ("https://host.example:port/v1", "url_invalid"),
        ("https://host example/v1", "url_invalid"),
        ("https://[::1/v1", "url_invalid"),
        ("https://host.example/v1\x07", "url_invalid"),
        ("https://user:password@host.example/v1", "url_holds_more"),
        ("https://host.example/v1?key=password", "url_holds_more"),
        ("https://host.example/v1#password", "url_holds_more"),
    ],
)
def test_what_is_no_plain_address_is_refused(url: str, key: str) -> None:
    """No scheme, no host, no secrets in it; the value itself is not repeated."""
    assert refused(URL=url).key == f"case_studies.second_reader.{key}"


@pytest.mark.parametrize("key", ["秘密", "sk pass", "sk\npass", "sk-ｐａｓｓ"])
def test_a_key_that_no_header_can_carry_is_refused_without_saying_it(key: str) -> None:
    """It would stand in the error of the connection otherwise."""
    assert refused(KEY=key).key == "case_studies.second_reader.key_invalid"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TIMEOUT", "0"),
        ("TIMEOUT", "-1"),
        ("TIMEOUT", "1e9"),
        ("MAX_REQUESTS", "many"),
        ("MAX_CHARACTERS", "９"),
        ("PART", "10"),
        ("PART", "9" * 5000),
        ("ALLOW_HTTP", "perhaps"),
    ],
)
def test_a_value_out_of_range_is_refused(name: str, value: str) -> None:
    """The setting is named with what it may be."""
    error = refused(**{name: value})
    assert error.key == "case_studies.second_reader.value_invalid"
    assert error.values["name"] == f"TSUNAGU_SECOND_READER_{name}"


def test_the_log_lies_with_the_graph_unless_it_is_named(tmp_path: Path) -> None:
    """Under TSUNAGU_HOME, or where the setting says."""
    settings = SecondReaderSettings.from_environment(GOOD | {"TSUNAGU_HOME": str(tmp_path)})
    assert settings.log == tmp_path / "second_reader.jsonl"
    assert read(LOG=str(tmp_path / "log")).log == tmp_path / "log"


def test_the_key_is_never_shown() -> None:
    """Neither where settings are printed nor where they are represented in an error."""
    assert KEY not in repr(read())
    values = shown(GOOD)
    assert values["TSUNAGU_SECOND_READER_KEY"] == "********"
    assert KEY not in str(values)
    assert "password" not in str(shown({"TSUNAGU_SECOND_READER_URL": "https://user:password@host.example/v1"}))
    for language in LANGUAGES:
        assert all(catalogue("loaders.case_studies", language)[f"settings.{name}"] for name in values)
