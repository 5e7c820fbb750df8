"""Settings, read once from the environment and frozen.

Importing this module reads nothing and never fails. The names of the first four are those that Neo4j's own tools use.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from platformdirs import user_data_path

from graph.errors import SettingsInvalid
from graph.messages import LANGUAGES

BOLT_SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
HIDDEN = "********"
HIGHEST_PORT = 65_535
QUERIES = "TSUNAGU_QUERIES"
GEOJSON = "TSUNAGU_GEOJSON"
UPLOAD_LIMIT = "TSUNAGU_UPLOAD_LIMIT_MB"
UPLOAD_LIMIT_MB = 20
HIGHEST_UPLOAD_LIMIT_MB = 500


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What is in force for this process."""

    neo4j_uri: str | None = None
    """NEO4J_URI: a Neo4j of one's own; without it the embedded graph is used."""
    neo4j_username: str = "neo4j"
    """NEO4J_USERNAME: its user."""
    neo4j_password: str = field(default="", repr=False)
    """NEO4J_PASSWORD: never printed."""
    neo4j_database: str = "neo4j"
    """NEO4J_DATABASE: the database, always named in every session."""
    home: Path
    """TSUNAGU_HOME: where the embedded graph lies; default: the platform's user data folder."""
    bolt_port: int | None = None
    """TSUNAGU_BOLT_PORT: the port on which the embedded graph is reached by a user's own tools; default: a free one at each start."""
    language: str = "ja"
    """TSUNAGU_LANGUAGE: ja or en."""
    upload_limit_mb: int = UPLOAD_LIMIT_MB
    """TSUNAGU_UPLOAD_LIMIT_MB: the largest file that the web page takes, in megabytes."""
    queries: Path | None = None
    """TSUNAGU_QUERIES: a folder with questions of one's own, asked beside ours."""
    outlines: Path | None = None
    """TSUNAGU_GEOJSON: a file with outlines of one's own, to lie below the map."""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> "Settings":
        """Read the settings.

        Raises:
            SettingsInvalid: a value cannot be used; the message names the setting.
        """
        uri = environment.get("NEO4J_URI") or None
        if uri and urlsplit(uri).scheme not in BOLT_SCHEMES:
            raise SettingsInvalid("neo4j_uri_scheme", scheme=urlsplit(uri).scheme or uri.split(":")[0], known=", ".join(BOLT_SCHEMES))
        language = environment.get("TSUNAGU_LANGUAGE") or "ja"
        if language not in LANGUAGES:
            raise SettingsInvalid("unknown_language", language=language, known=", ".join(LANGUAGES))
        home = environment.get("TSUNAGU_HOME")
        queries = environment.get(QUERIES)
        return cls(
            neo4j_uri=uri,
            neo4j_username=environment.get("NEO4J_USERNAME") or "neo4j",
            neo4j_password=environment.get("NEO4J_PASSWORD") or "",
            neo4j_database=environment.get("NEO4J_DATABASE") or "neo4j",
            home=Path(home).expanduser().absolute() if home else user_data_path("tsunagu", appauthor=False),
            bolt_port=_port(environment.get("TSUNAGU_BOLT_PORT") or None),
            language=language,
            upload_limit_mb=_upload_limit(environment.get(UPLOAD_LIMIT) or None),
            queries=_path(queries),
            outlines=_path(environment.get(GEOJSON)),
        )

    def shown(self) -> dict[str, str]:
        """Name → value for people to read, secrets hidden."""
        return {
            "NEO4J_URI": without_password(self.neo4j_uri) if self.neo4j_uri else "",
            "NEO4J_USERNAME": self.neo4j_username,
            "NEO4J_PASSWORD": HIDDEN if self.neo4j_password else "",
            "NEO4J_DATABASE": self.neo4j_database,
            "TSUNAGU_HOME": str(self.home),
            "TSUNAGU_BOLT_PORT": str(self.bolt_port or ""),
            "TSUNAGU_LANGUAGE": self.language,
            UPLOAD_LIMIT: str(self.upload_limit_mb),
            QUERIES: str(self.queries or ""),
            GEOJSON: str(self.outlines or ""),
        }


def _path(text: str | None) -> Path | None:
    return Path(text).expanduser().absolute() if text else None


def _port(text: str | None) -> int | None:
    if text is None:
        return None
    if not (text.isascii() and text.isdecimal()) or not 0 < int(text) <= HIGHEST_PORT:
        raise SettingsInvalid("bolt_port_invalid", value=text)
    return int(text)


def _upload_limit(text: str | None) -> int:
    if text is None:
        return UPLOAD_LIMIT_MB
    if not (text.isascii() and text.isdecimal()) or not 0 < int(text) <= HIGHEST_UPLOAD_LIMIT_MB:
        raise SettingsInvalid("upload_limit_invalid", value=text, highest=HIGHEST_UPLOAD_LIMIT_MB)
    return int(text)


def without_password(uri: str) -> str:
    """The address with a password in it, if any, hidden."""
    parts = urlsplit(uri)
    if not parts.password:
        return uri
    return uri.replace(f":{parts.password}@", f":{HIDDEN}@")
