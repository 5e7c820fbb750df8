"""Days as programs send them."""

from datetime import date
from typing import Annotated

from pydantic import BeforeValidator


def written_out(value: object) -> object:
    """A number is no day: read as seconds since 1970 it would be one that nobody meant.

    Raises:
        ValueError: it is neither text nor a day.
    """
    if isinstance(value, str | date):
        return value
    raise ValueError("a day is written as text: 2026-04-01")


Day = Annotated[date, BeforeValidator(written_out)]
