"""What a rule may take for a name and that is none: a time, a count, a place in words, a sentence that ends."""

import re
from functools import cache

from loaders.case_studies.mentions import Candidate
from loaders.case_studies.rule_data import rule_data

BEGINS = re.compile(
    r"^(?:令和|平成|昭和|その[後他]|いずれ|今後|翌年|同年|来年|昨年|今年|当時|以来|[―—・]|\d+(?:年|月|日)|[一-龯]{2,3}[都府県][一-龯]{1,5}[市町村])"
)
HOLDS = re.compile(r"[①-⑳]|という")
COUNTED = re.compile(r"\d+(?:支部|団体|事業者|か所|カ所|法人|世帯|店|社|戸)")
"""So many of a kind: 28支部."""
ENDS = re.compile(r"(?:だ|です|だった|でした)$")
PLACE_IN_WORDS = re.compile(r"の?(?:北|南|東|西|北東|北西|南東|南西)(?:端|部|側)$")
OPEN_KINDS = frozenset({"Organization", "Council", "Service", "administration"})
QUOTED = ("quoted_body", "quoted_council", "quoted_service")


@cache
def _no_services() -> frozenset[str]:
    return frozenset(rule_data("services")["no_services"])


def is_no_name(one: Candidate) -> bool:
    """Whether a reading names nothing; what stands between quotation marks is believed."""
    if one.kind not in OPEN_KINDS or one.rule in QUOTED:
        return False
    if COUNTED.fullmatch(one.name) or ENDS.search(one.name):
        return True
    if one.kind == "Service":
        return bool(one.name in _no_services() or BEGINS.match(one.name) or PLACE_IN_WORDS.search(one.name))
    return bool(re.match(r"(?:令和|平成|昭和|その[後他]|いずれ|[―—・]|\d+(?:年|月|日))", one.name) or HOLDS.search(one.name))
