"""What the document says of every thing, without what can be left out: a picture of 500 bodies is sent by mail.

Words that stand in many places (the kind, the district, the source, the place in it) are written once, in a list, and
named by their number; what is not recorded is left out. `assets/picture/data.js` puts both back.
"""

from collections.abc import Mapping
from typing import Any

from visualizations.content import Plain

OFTEN = ("kind", "area", "status", "function", "known", "certainty", "review", "reviewed", "source", "place", "as_of")
"""Fields whose words stand in many places."""
LISTS = ("aliases", "types", "sources", "quotations")
"""Fields that are lists, empty where they are left out."""
FOR_US = "id"
"""Of a quotation: the page itself never names it."""


class Compacting:
    """Collects the words that several parts of one document share."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    @property
    def said(self) -> list[str]:
        """The words, each at its number."""
        return list(self._numbers)

    def things(self, things: Mapping[str, Plain]) -> dict[str, Plain]:
        """Id → what is said of a thing, without what can be left out."""
        return {id_: self._thing(thing) for id_, thing in things.items()}

    def _thing(self, thing: Mapping[str, Any]) -> Plain:
        kept = {name: self._value(name, value) for name, value in thing.items() if value not in (None, "", (), [])}
        if "quotations" in kept:
            kept["quotations"] = [self._thing({name: value for name, value in one.items() if name != FOR_US}) for one in kept["quotations"]]
        return kept

    def _value(self, name: str, value: Any) -> Any:
        if name == "sources":
            return [self._number(one) for one in value]
        return self._number(value) if name in OFTEN and isinstance(value, str) else value

    def _number(self, text: str) -> int:
        return self._numbers.setdefault(text, len(self._numbers))
