"""The codes: categories of services and needs, kinds of actor, schemes, and what answers which need."""

from dataclasses import dataclass

from graph.model.definitions import Node, Relationship, described
from graph.model.needs import Need
from graph.model.organizations import Organization
from graph.model.services import Service


@dataclass(frozen=True, kw_only=True)
class Code(Node):
    """What every entry of the taxonomy has; the Japanese wording is its name."""

    is_fact = False

    code: str = described("Short code, stable.", "")
    en: str | None = described("English wording.")
    group: str | None = described("The group it belongs to.")


@dataclass(frozen=True, kw_only=True)
class ServiceCategory(Code):
    """A function that a service has."""

    label = "ServiceCategory"

    means: bool = described("True for group G: means, which are left out of missing services.", False)


@dataclass(frozen=True, kw_only=True)
class NeedCategory(Code):
    """A kind of need."""

    label = "NeedCategory"

    context: bool = described("True for background pressure, which is not a need.", False)


@dataclass(frozen=True, kw_only=True)
class ActorType(Code):
    """A kind of actor."""

    label = "ActorType"


@dataclass(frozen=True, kw_only=True)
class Scheme(Code):
    """The institutional frame of a service (制度区分)."""

    label = "Scheme"


@dataclass(frozen=True, kw_only=True)
class Guideline(Code):
    """What the guideline says of seats, functions and layers."""

    label = "Guideline"

    kind: str | None = described("seat, layer or function.")
    actor_types: tuple[str, ...] = described("Codes of actor types, sorted: a body of any of them fills the seat.", ())
    layer: int | None = described("1 or 2, for what it says of a layer.")
    function: str | None = described("needs, resources, network or matching, for what it says of a function.")
    text: str | None = described("What it says, in our words.")
    place: str | None = described("The heading in the guideline under which it stands.")


# (:Service)-[:IN_CATEGORY]->(:ServiceCategory), (:Need)-[:IN_CATEGORY]->(:NeedCategory)
@dataclass(frozen=True, kw_only=True)
class InCategory(Relationship):
    """The category of a service or a need."""

    starts, type, ends = (Service, Need), "IN_CATEGORY", (ServiceCategory, NeedCategory)
    is_fact = False


# (:Service)-[:IN_SCHEME]->(:Scheme)
@dataclass(frozen=True, kw_only=True)
class InScheme(Relationship):
    """The institutional frame of a service."""

    starts, type, ends = (Service,), "IN_SCHEME", (Scheme,)
    is_fact = False


# (:Organization)-[:OF_TYPE]->(:ActorType)
@dataclass(frozen=True, kw_only=True)
class OfType(Relationship):
    """The kind of actor that a body is."""

    starts, type, ends = (Organization,), "OF_TYPE", (ActorType,)
    is_fact = False


# (:NeedCategory)-[:ANSWERED_BY]->(:ServiceCategory)
@dataclass(frozen=True, kw_only=True)
class AnsweredBy(Relationship):
    """A service of this category answers this kind of need."""

    starts, type, ends = (NeedCategory,), "ANSWERED_BY", (ServiceCategory,)
    is_fact = False

    strength: str = described("strong for the category listed first for the need, weak for the others.", "weak")
    rank: int | None = described("Its place in the list for the need, from 1.")
