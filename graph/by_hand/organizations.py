"""An organisation typed in: its name, and the area in which it works."""

import re
import unicodedata
from dataclasses import dataclass

from graph.by_hand.codes import code_called
from graph.by_hand.finding import Finding
from graph.by_hand.saying import Saying, short_text
from graph.by_hand.typed import Gathered, filled
from graph.errors import QueryMisused
from graph.identity import organization_key
from graph.model.definitions import Reference
from graph.model.organizations import Organization
from graph.model.places import OperatesIn
from graph.taxonomy import taxonomy

_DIGITS = 13


@dataclass(frozen=True, kw_only=True)
class TypedOrganization:
    """A body that somebody names."""

    name: str
    area: str
    kana: str | None = None
    types: tuple[str, ...] = ()
    """Codes or words of the taxonomy."""
    address: str | None = None
    corporate_number: str | None = None

    def free_texts(self) -> dict[str, str]:
        """What may hold a name of a person by mistake."""
        return {"name": self.name} | filled(kana=self.kana, address=self.address)

    def gathered(self, finding: Finding, saying: Saying) -> Gathered:
        """The body, and that it works in the area; a body of that name and area is said more about, not made again."""
        area = finding.areas.find(self.area)
        name = short_text("name", self.name)
        texts = {field: short_text(field, text) for field, text in filled(kana=self.kana, address=self.address).items()}
        number = right_corporate_number(self.corporate_number) if self.corporate_number else None
        codes = tuple(sorted({code_called(taxonomy().actor_types, one) for one in self.types}))
        typed = [name, self.area.strip(), *texts.values(), *self.types, *([self.corporate_number] if self.corporate_number else [])]
        gathered = Gathered(saying.quotation(typed, area_id=finding.municipality(area.id)))
        known = finding.at_home(name, area, number=number)
        body = Organization(
            key=known.key if known else organization_key(area.id, name, corporate_number=number),
            name=name if known is None else known.name,
            aliases=(name,) if known and known.name != name else (),
            placed_in=None if known else area.id,
            actor_types=codes,
            corporate_number=number,
            visibility=saying.visibility,
            kana=texts.get("kana"),
            address=texts.get("address"),
        )
        gathered.joined += [known.name] if known else []
        gathered.state(body, codes=codes)
        home = Reference(label="Area", id=area.id)
        gathered.state(OperatesIn(start=body.reference, end=home, visibility=saying.visibility))
        gathered.name_area(area.id, visibility=saying.visibility)
        gathered.speaks_of("bodies", area.id)
        return gathered


def right_corporate_number(text: str) -> str:
    """A 法人番号 of 13 digits whose first is the check digit of the others.

    Raises:
        QueryMisused: it is none.
    """
    digits = re.sub(r"[\s-]", "", unicodedata.normalize("NFKC", text))
    if len(digits) != _DIGITS or not (digits.isascii() and digits.isdigit()) or int(digits[0]) != _check_digit(digits[1:]):
        raise QueryMisused("corporate_number_wrong", number=text.strip())
    return digits


def _check_digit(base: str) -> int:
    """As the ordinance on corporate numbers has it: 9 less the remainder by 9 of the sum of digits, every second twice."""
    total = sum(int(digit) * (1 if place % 2 else 2) for place, digit in enumerate(reversed(base), start=1))
    return 9 - total % 9
