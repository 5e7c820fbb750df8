"""Rule files: the YAML files of a package's folder `rules`, each with a sentence that says what it holds."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def rules_of(package: str, name: str) -> Any:
    """The content of `rules/<name>.yaml` of a package, by its dotted name."""
    return yaml.safe_load((files(package) / "rules" / f"{name}.yaml").read_text(encoding="utf-8"))
