"""A service typed in: who provides it, where it belongs, and whom it is for."""

from dataclasses import dataclass

from graph.by_hand.codes import code_called
from graph.by_hand.finding import Finding
from graph.by_hand.saying import Saying, short_text
from graph.by_hand.typed import Gathered, filled
from graph.errors import QueryMisused
from graph.identity import service_key
from graph.model.definitions import Reference
from graph.model.places import Covers
from graph.model.services import Provides, Service
from graph.taxonomy import taxonomy

STATUSES = ("planned", "running", "ended")


@dataclass(frozen=True, kw_only=True)
class TypedService:
    """A service that somebody names."""

    name: str
    by: str
    """Name or id of the body that provides it."""
    area: str
    covers: tuple[str, ...] = ()
    """Areas for whose people it is; none where nobody said so."""
    categories: tuple[str, ...] = ()
    """Codes or words of the taxonomy."""
    days: str | None = None
    fee: str | None = None
    target: str | None = None
    status: str = "running"

    def free_texts(self) -> dict[str, str]:
        """What may hold a name of a person by mistake."""
        return {"name": self.name} | filled(days=self.days, fee=self.fee, target=self.target)

    def gathered(self, finding: Finding, saying: Saying) -> Gathered:
        """The service, who provides it, and the areas that it is for; one that the body provides already is said more about."""
        if self.status not in STATUSES:
            raise QueryMisused("not_one_of", value=self.status, known=", ".join(STATUSES))
        area = finding.areas.find(self.area)
        covered = {finding.areas.find(one).id: one.strip() for one in self.covers}
        name = short_text("name", self.name)
        texts = {field: short_text(field, text) for field, text in filled(days=self.days, fee=self.fee, target=self.target).items()}
        codes = tuple(sorted({code_called(taxonomy().service_categories, one) for one in self.categories}))
        provider = finding.body(short_text("by", self.by))
        typed = [name, provider.said_as(self.by), self.area.strip(), *covered.values(), *self.categories, *texts.values()]
        typed += [] if self.status == "running" else [self.status]
        gathered = Gathered(saying.quotation(typed, area_id=finding.municipality(area.id)))
        known = finding.provided(provider, name)
        service = Service(
            key=known.key if known else service_key(provider.id, name, area.id),
            name=known.name if known else name,
            status=self.status,
            placed_in=known.places[0] if known and known.places else area.id,
            visibility=saying.visibility,
            days=texts.get("days"),
            fee=texts.get("fee"),
            target=texts.get("target"),
        )
        gathered.joined += [known.name] if known else []
        gathered.state(service, codes=codes)
        gathered.state(Provides(start=provider.reference, end=service.reference, status=self.status, visibility=saying.visibility))
        for id_ in covered:
            gathered.state(Covers(start=service.reference, end=Reference(label="Area", id=id_), visibility=saying.visibility))
        gathered.name_area(*covered, visibility=saying.visibility)
        gathered.speaks_of("services", *(covered or [area.id]), categories=codes)
        return gathered
