"""A need typed in: the area whose people have it, in the words in which it was raised."""

from dataclasses import dataclass

from graph.by_hand.codes import code_called, need_codes
from graph.by_hand.finding import Finding
from graph.by_hand.saying import Saying, short_text
from graph.by_hand.typed import Gathered
from graph.errors import QueryMisused
from graph.identity import need_key
from graph.model.definitions import VISIBILITY_LEVELS, Reference
from graph.model.needs import Addresses, HasNeed, Need
from graph.taxonomy import taxonomy

FEWEST_PUBLIC = 5
"""Of fewer people than these it can be told who is meant."""


@dataclass(frozen=True, kw_only=True)
class TypedNeed:
    """A need that somebody names."""

    area: str
    text: str
    codes: tuple[str, ...] = ()
    """Codes or words of the taxonomy; without any, the wording has to name one."""
    count: int | None = None
    answered_by: str | None = None
    """Name or id of a service that somebody says answers it."""

    def free_texts(self) -> dict[str, str]:
        """What may hold a name of a person by mistake."""
        return {"text": self.text}

    def gathered(self, finding: Finding, saying: Saying) -> Gathered:
        """The need, whose it is, and what answers it."""
        area = finding.areas.find(self.area)
        text = short_text("text", self.text)
        if self.count is not None and self.count < 1:
            raise QueryMisused("count_too_small", count=self.count)
        if self.count is not None and self.count < FEWEST_PUBLIC and saying.visibility == VISIBILITY_LEVELS[0]:
            raise QueryMisused("count_too_few_for_public", count=self.count, fewest=FEWEST_PUBLIC)
        entries = taxonomy().need_categories
        codes = tuple(sorted({code_called(entries, one) for one in self.codes})) or need_codes(text)
        service = finding.service(short_text("answered_by", self.answered_by)) if self.answered_by is not None else None
        typed = [self.area.strip(), text, *self.codes, *([str(self.count)] if self.count else []), *([service.name] if service else [])]
        gathered = Gathered(saying.quotation(typed, area_id=finding.municipality(area.id)))
        need = Need(
            key=need_key(area.id, codes),
            name=text,
            text=text,
            codes=codes,
            count=self.count,
            placed_in=area.id,
            visibility=saying.visibility,
        )
        home = Reference(label="Area", id=area.id)
        gathered.state(need, codes=codes)
        gathered.state(HasNeed(start=home, end=need.reference, visibility=saying.visibility))
        if service:
            gathered.state(Addresses(start=service.reference, end=need.reference, visibility=saying.visibility))
        gathered.name_area(area.id, visibility=saying.visibility)
        gathered.speaks_of("needs", area.id, categories=codes)
        return gathered
