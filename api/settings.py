"""Settings of the web application."""

from dataclasses import dataclass


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
    banner: str | None = None
    """Key of a sentence shown on every page, for instance that the data are an example."""
