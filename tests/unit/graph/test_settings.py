"""Settings: the port on which the embedded graph is reached."""

import pytest

from graph.errors import SettingsInvalid
from graph.settings import Settings


def test_the_port_is_chosen_anew_at_each_start_unless_it_is_set() -> None:
    """An empty setting is none."""
    assert Settings.from_environment({}).bolt_port is None
    assert Settings.from_environment({"TSUNAGU_BOLT_PORT": ""}).bolt_port is None
    assert Settings.from_environment({"TSUNAGU_BOLT_PORT": "7690"}).bolt_port == 7690


def test_the_port_is_shown() -> None:
    """With the other settings, by its name."""
    assert Settings.from_environment({"TSUNAGU_BOLT_PORT": "7690"}).shown()["TSUNAGU_BOLT_PORT"] == "7690"
    assert Settings.from_environment({}).shown()["TSUNAGU_BOLT_PORT"] == ""


@pytest.mark.parametrize("value", ["0", "-1", "65536", "bolt", "7 687", "７６８７", "1e3", " "])
def test_what_is_no_port_is_refused(value: str) -> None:
    """The message names the value."""
    with pytest.raises(SettingsInvalid, match="bolt_port_invalid") as raised:
        Settings.from_environment({"TSUNAGU_BOLT_PORT": value})

    assert raised.value.values == {"value": value}


def test_the_largest_upload_is_a_setting() -> None:
    """20 MB unless it is set; shown by its name."""
    assert Settings.from_environment({}).upload_limit_mb == 20
    assert Settings.from_environment({"TSUNAGU_UPLOAD_LIMIT_MB": "5"}).shown()["TSUNAGU_UPLOAD_LIMIT_MB"] == "5"


@pytest.mark.parametrize("value", ["0", "-1", "501", "20MB", "２０", "1e2", " "])
def test_what_is_no_size_is_refused(value: str) -> None:
    """The message names the value and the highest there may be."""
    with pytest.raises(SettingsInvalid, match="upload_limit_invalid") as raised:
        Settings.from_environment({"TSUNAGU_UPLOAD_LIMIT_MB": value})

    assert raised.value.values == {"value": value, "highest": 500}
