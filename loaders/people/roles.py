"""Roles that are one person in a small place: 民生委員 of a district, 区長 of a hamlet. They exist for the municipality only."""

import re
from functools import cache

from loaders.people.rule_data import rule_data


@cache
def _pattern() -> re.Pattern[str]:
    roles = sorted(rule_data("roles")["roles"], key=lambda role: (-len(role), role))
    return re.compile(rf"(?P<before>.*?)(?P<role>{'|'.join(map(re.escape, roles))})")


def role_in(name: str) -> str | None:
    """The role that a name ends with, without the place before it; None for every other name."""
    match = _pattern().fullmatch(name)
    return match["role"] if match else None


def is_former(name: str) -> bool:
    """Whether it is somebody who once had a role: 元保健師."""
    match = _pattern().fullmatch(name)
    return match is not None and match["before"] in rule_data("roles")["former"]
