"""Words of schema.org for kinds, properties and relationships of the model; what it has no word for stands under our own.

Our own words are IRIs under the namespace of all ids (`graph.identity.NAMESPACE`), which stays for ever.
"""

from graph.identity import NAMESPACE

OWN = "tsunagu"
CONTEXT = {"@vocab": "https://schema.org/", OWN: f"urn:uuid:{NAMESPACE}#"}

TYPES = {
    "Organization": ("Organization",),
    "Council": ("Organization", f"{OWN}:Council"),
    "Area": ("AdministrativeArea",),
    "Service": ("Service",),
    "Observation": ("Observation",),
}
"""Label → types; any other label is a type of our own."""

PROPERTIES = {
    ("*", "name"): "name",
    ("*", "aliases"): "alternateName",
    ("Organization", "address"): "address",
    ("Organization", "ended_on"): "dissolutionDate",
    ("Council", "founded"): "foundingDate",
    ("Observation", "indicator"): "measuredProperty",
    ("Observation", "value"): "value",
    ("Observation", "unit"): "unitText",
    ("Observation", "as_of"): "observationDate",
}
"""Label and property → word; any other property is one of our own."""

IDENTIFIERS = {("Organization", "corporate_number"): "法人番号", ("Area", "code"): "全国地方公共団体コード"}
"""Properties that are numbers of an official register."""

SHORT = {
    ("PROVIDES", "Organization", "Service"): ("end", "provider"),
    ("PROVIDES", "Council", "Service"): ("end", "provider"),
    ("COVERS", "Service", "Area"): ("start", "areaServed"),
    ("COVERS", "Organization", "Area"): ("start", "areaServed"),
    ("MEMBER_OF", "Organization", "Council"): ("both", "memberOf"),
    ("MEMBER_OF", "Organization", "Organization"): ("both", "memberOf"),
    ("MEMBER_OF", "Council", "Council"): ("both", "memberOf"),
    ("MEMBER_OF", "Council", "Organization"): ("both", "memberOf"),
    ("PART_OF", "Area", "Area"): ("start", "containedInPlace"),
    ("PART_OF", "Organization", "Organization"): ("start", "parentOrganization"),
    ("OBSERVED_IN", "Observation", "Area"): ("start", "observationAbout"),
}
"""Type and labels of both ends → which end carries it, and by which word; any other is carried by its start as `tsunagu:TYPE`."""


def own(name: str) -> str:
    """A word of our own."""
    return f"{OWN}:{name}"


def urn(id_: str) -> str:
    """The IRI of an id."""
    return f"urn:uuid:{id_}"


def word_of(labels: tuple[str, ...], name: str) -> str:
    """The word for a property."""
    known = (PROPERTIES.get((label, name)) for label in (*labels, "*"))
    return next((word for word in known if word), own(name))
