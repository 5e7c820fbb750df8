"""Rule data: the YAML files of the folder `rules`, each with a sentence that says what it holds."""

import re
from functools import cache
from typing import Any

from loaders.rule_files import rules_of


def rule_data(name: str) -> Any:
    """The content of `rules/<name>.yaml`."""
    return rules_of("loaders.case_studies", name)


@cache
def pattern_list(name: str, key: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The rows of a list of patterns: what each gives, and the pattern, in the order of the file."""
    return tuple((str(row[key]), re.compile(row["pattern"])) for row in rule_data(name))


def first_match(name: str, key: str, text: str) -> str | None:
    """What the first pattern found in the text gives."""
    return next((given for given, pattern in pattern_list(name, key) if pattern.search(text)), None)
