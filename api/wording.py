"""The texts of every package in the reader's language."""

from functools import cache

from graph.messages import Messages

PACKAGES = ("api", "visualizations", "loaders", "graph")


@cache
def messages(language: str) -> Messages:
    """All texts in one language; the doors' own come first."""
    return Messages(PACKAGES, language)
