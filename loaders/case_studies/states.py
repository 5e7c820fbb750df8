"""Whether what a text speaks of is planned or over."""

import re

from loaders.case_studies.rule_data import rule_data


def status_in(text: str) -> str | None:
    """Planned or ended where the words say so."""
    if re.search(rule_data("predicates")["ended"], text):
        return "ended"
    return "planned" if re.search(rule_data("predicates")["planned"], text) else None
