"""The words by which persons are told: the YAML files of the folder `rules`."""

from typing import Any

from loaders.rule_files import rules_of


def rule_data(name: str) -> Any:
    """The content of `rules/<name>.yaml`."""
    return rules_of("loaders.people", name)
