"""Free text of cells without private names: cheap looks first, the analyser only where they leave it open, each text once."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Generic, TypeVar

from loaders.japanese.morphology import readings_of
from loaders.people import houses
from loaders.people.masking import hidden
from loaders.people.person_cells import masked_text
from loaders.people.quick_look import may_name_somebody

Made = TypeVar("Made")
REMEMBERED = 8_192
"""Cells whose masked text is kept in mind, of one table."""
HOUSE = re.compile(r"[宅邸方]")
HOST = re.compile(
    r"(?:^|[ 　(（\d])(?P<family>[一-龯々ぁ-んァ-ヺー]{1,6})(?:[ 　](?P<given>[一-龯々ぁ-んァ-ヺー]{1,4}))?(?:様|さん)?方[)）]?\s*$"
)
"""A family with whom somebody lives or meets, as the whole of a cell, or its last word or two."""
CALLED = re.compile(r"様|氏|さん|殿|(?<![住社自])宅|邸")


def masked_remark(text: str) -> str:
    """Any text with its private names masked."""
    return _by_form(masked_text(text)) if may_name_somebody(text) else text


def masked_address(text: str) -> str:
    """An address or place with the names of hosts masked: 5番地 ○○様方. A building that is called after a family stays."""
    return _without_names_of_hosts(text) if CALLED.search(text) or HOUSE.search(text) else text


@lru_cache(maxsize=1_000)
def _without_names_of_hosts(text: str) -> str:
    found = masked_text(text) if CALLED.search(text) else text
    return _by_form(_without_host(found))


def _without_host(text: str) -> str:
    host = HOST.search(text)
    if host is None:
        return text
    families = [part for part in ("family", "given") if host[part] and _is_family(host[part])]
    if "family" in families:
        families = [part for part in ("family", "given") if host[part]]
    return hidden(text, {place for part in families for place in range(*host.span(part))})


def _is_family(name: str) -> bool:
    """Whether it is a family by whose name no place is called: 山田方, but not 西方."""
    return "姓" in readings_of(name) and not readings_of(f"{name}方") & {"姓", "地名"}


def _by_form(text: str) -> str:
    return houses.masked(text) if HOUSE.search(text) else text


class Memory(Generic[Made]):
    """What a rule made of each text of a table; a register repeats itself."""

    def __init__(self, rule: Callable[[str], Made]) -> None:
        self._rule = rule
        self._known: dict[str, Made] = {}

    def __call__(self, text: str) -> Made:
        """What the rule makes of the text."""
        found = self._known.get(text)
        if found is None:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            found = self._known[text] = self._rule(text)
        return found
