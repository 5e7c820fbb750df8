"""Settings of the web application."""

from dataclasses import dataclass
from pathlib import Path

from graph.settings import UPLOAD_LIMIT, UPLOAD_LIMIT_MB

__all__ = ["UPLOAD_LIMIT", "WebSettings"]


@dataclass(frozen=True, kw_only=True)
class WebSettings:
    """What is in force for one served application."""

    host: str = "127.0.0.1"
    """The address it listens on."""
    audience: str = "members"
    """public beyond the own machine, until there are accounts."""
    read_only: bool = True
    """Whether routes that write refuse: they depend on `api.dependencies.writable`."""
    language: str = "ja"
    """The language of pages that ask for none."""
    upload_limit_mb: int = UPLOAD_LIMIT_MB
    """The largest file that may be sent, in megabytes."""
    banner: str | None = None
    """Key of a sentence shown on every page, for instance that the data are an example."""
    outlines: Path | None = None
    """A file with outlines of the user's own, to lie below the map."""
