"""Errors as a notebook shows them: no door puts the words in there, so they are noted on the error itself."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from graph.errors import TsunaguError
from graph.messages import LANGUAGES, Messages

Given = ParamSpec("Given")
Found = TypeVar("Found")


def told(asked: Callable[Given, Found]) -> Callable[Given, Found]:
    """The same function; an error of ours says below its name what happened and what to do, in both languages."""

    @wraps(asked)
    def telling(*args: Given.args, **given: Given.kwargs) -> Found:
        try:
            return asked(*args, **given)
        except TsunaguError as error:
            for language in LANGUAGES:
                words = Messages(("graph",), language)
                error.add_note(f"{words.what_happened(error)} {words.what_to_do(error)}")
            raise

    return telling
