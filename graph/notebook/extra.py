"""What comes with the extra `notebook` only, asked for when it is needed."""

from importlib import import_module
from typing import Any

from graph.messages import LANGUAGES, Messages

EXTRA = "pip install 'tsunagu[notebook]'"


class ExtraMissing(ImportError):
    """A package of the extra `notebook` is not installed; the message says so in both languages and how to get it."""


def needed(package: str) -> Any:
    """A package of the extra.

    Raises:
        ExtraMissing: it is not installed.
    """
    try:
        return import_module(package)
    except ModuleNotFoundError as reason:
        if reason.name != package:
            raise
        said = (Messages(("graph",), language) for language in LANGUAGES)
        parts = (words(key, package=package, command=EXTRA) for words in said for key in ("extra_missing", "extra_missing.advice"))
        raise ExtraMissing(" ".join(parts), name=package) from reason
