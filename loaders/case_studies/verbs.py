"""Verbs by what they say: the lists of `rules/verbs.yaml`, asked for a verb of a sentence."""

from functools import cache

from loaders.case_studies.frame import Frame
from loaders.case_studies.rule_data import rule_data


@cache
def verbs(kind: str) -> frozenset[str]:
    """The verbs of one list."""
    return frozenset(verb for row in rule_data("verbs")[kind] for verb in row)


def says(frame: Frame, *kinds: str) -> bool:
    """Whether the verb, or the noun that it carries (助言 of 助言を受ける), stands in one of the lists."""
    return any(verb in verbs(kind) for kind in kinds for verb in (frame.norm, frame.noun) if verb)


def receives(frame: Frame) -> bool:
    """Whether what the verb speaks of comes from another: 協力を得る, …してもらう."""
    return frame.receiving or bool(frame.noun and frame.norm in verbs("receiving"))
