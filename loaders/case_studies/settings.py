"""Settings of the second reader of case studies: read when a load asks for it, never at import, off by default."""

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from graph.errors import SettingsInvalid
from graph.settings import HIDDEN, Settings

PREFIX = "TSUNAGU_SECOND_READER_"
PACKAGE = "loaders.case_studies"
"""Where the texts of these errors are."""
TRUE, FALSE = frozenset({"1", "true", "yes", "on"}), frozenset({"", "0", "false", "no", "off"})


def _invalid(key: str, **values: object) -> SettingsInvalid:
    error = SettingsInvalid(f"case_studies.second_reader.{key}", **values)
    error.package = PACKAGE
    return error


@dataclass(frozen=True, kw_only=True)
class SecondReaderSettings:
    """What is in force for asking an endpoint of the user's own."""

    url: str
    """TSUNAGU_SECOND_READER_URL: the base address, for instance http://127.0.0.1:11434/v1; `/chat/completions` follows it."""
    model: str
    """TSUNAGU_SECOND_READER_MODEL: the model's name as the endpoint calls it."""
    key: str = field(default="", repr=False)
    """TSUNAGU_SECOND_READER_KEY: never printed, never logged."""
    log: Path
    """TSUNAGU_SECOND_READER_LOG: the file that says what left; default: second_reader.jsonl under TSUNAGU_HOME."""
    timeout: float = 120.0
    """TSUNAGU_SECOND_READER_TIMEOUT: seconds that one answer may take."""
    most_requests: int = 200
    """TSUNAGU_SECOND_READER_MAX_REQUESTS: requests for one file, repeated ones too."""
    most_characters: int = 1_000_000
    """TSUNAGU_SECOND_READER_MAX_CHARACTERS: characters sent for one file, instructions too."""
    part: int = 6_000
    """TSUNAGU_SECOND_READER_PART: characters of a case that are sent at once."""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> "SecondReaderSettings":
        """Read the settings.

        Raises:
            SettingsInvalid: no endpoint is named, or a value cannot be used; the message names the setting.
        """
        url, model = (environment.get(PREFIX + name, "").strip() for name in ("URL", "MODEL"))
        if not url or not model:
            raise _invalid("not_set", missing="、".join(PREFIX + name for name, value in (("URL", url), ("MODEL", model)) if not value))
        log = environment.get(f"{PREFIX}LOG")
        return cls(
            url=_address(url, allow_http=_switch(environment, "ALLOW_HTTP")),
            model=model,
            key=_secret(environment.get(f"{PREFIX}KEY", "")),
            log=Path(log).expanduser().absolute() if log else Settings.from_environment(environment).home / "second_reader.jsonl",
            timeout=float(_number(environment, "TIMEOUT", 120, most=3_600)),
            most_requests=_number(environment, "MAX_REQUESTS", cls.most_requests, most=100_000),
            most_characters=_number(environment, "MAX_CHARACTERS", cls.most_characters, most=1_000_000_000),
            part=_number(environment, "PART", cls.part, least=500, most=200_000),
        )

    @property
    def endpoint(self) -> str:
        """The one address that is asked."""
        return f"{self.url}/chat/completions"

    @property
    def host(self) -> str:
        """Host and port, for people and the log."""
        return urlsplit(self.url).netloc

    @property
    def is_encrypted(self) -> bool:
        """Whether what is sent can be read on its way."""
        return urlsplit(self.url).scheme == "https"


def shown(environment: Mapping[str, str]) -> dict[str, str]:
    """Name → value of each setting that is given, for people to read; the key is hidden."""
    names = ("URL", "MODEL", "KEY", "LOG", "ALLOW_HTTP", "TIMEOUT", "MAX_REQUESTS", "MAX_CHARACTERS", "PART")
    values = {PREFIX + name: environment.get(PREFIX + name, "") for name in names}
    values[f"{PREFIX}KEY"] = HIDDEN if values[f"{PREFIX}KEY"] else ""
    values[f"{PREFIX}URL"] = _without_secrets(values[f"{PREFIX}URL"])
    return values


def _without_secrets(url: str) -> str:
    """The address, or nothing of it where it holds more than an address: a password has no place there."""
    return HIDDEN if "@" in url or "?" in url or "#" in url else url


def _address(url: str, *, allow_http: bool) -> str:
    """The base address without a slash at its end.

    Raises:
        SettingsInvalid: it is none, holds more than an address, or would send the text in the clear beyond this machine.
    """
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError as reason:
        raise _invalid("url_invalid") from reason
    if parts.scheme not in {"http", "https"} or not host or any(character.isspace() or not character.isprintable() for character in url):
        raise _invalid("url_invalid")
    if "@" in url or parts.query or parts.fragment or "?" in url or "#" in url:
        raise _invalid("url_holds_more")
    if parts.scheme == "http" and not _is_this_machine(host) and not allow_http:
        raise _invalid("url_in_the_clear", host=parts.netloc)
    return url.rstrip("/").removesuffix("/chat/completions")


def _is_this_machine(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _secret(key: str) -> str:
    """The key as a header can carry it; the error never says it."""
    text = key.strip()
    if not text.isascii() or not text.isprintable() or " " in text:
        raise _invalid("key_invalid")
    return text


def _switch(environment: Mapping[str, str], name: str) -> bool:
    value = environment.get(PREFIX + name, "").strip().lower()
    if value not in TRUE | FALSE:
        raise _invalid("value_invalid", name=PREFIX + name, allowed="1 / 0")
    return value in TRUE


def _number(environment: Mapping[str, str], name: str, default: int, *, least: int = 1, most: int) -> int:
    text = environment.get(PREFIX + name, "").strip()
    if not text:
        return default
    number = int(text) if text.isascii() and text.isdecimal() and len(text) <= len(str(most)) else 0
    if not least <= number <= most:
        raise _invalid("value_invalid", name=PREFIX + name, allowed=f"{least}–{most}")
    return number
