"""What the template holds: each sheet with its columns in their order.

Reading, writing and the template itself all follow these declarations. Heads, sheet names and explanations stand in the
catalogues: `text.sheet.<sheet>`, `text.column.<sheet>.<field>` or else `text.column.<field>`, and `text.about.…` likewise.
"""

from graph.model.areas import AREA_LEVELS
from graph.model.definitions import VISIBILITY_LEVELS
from loaders.workbook.sheet_kinds import COPY, END_KEY, KEY, MARK, START_KEY, Field, SheetKind, Tie
from loaders.workbook.tie_kinds import TIE_KINDS

ORGANIZATION_LIKE = ("Organization", "Council")


def _property(key: str, kind: str = "text", *, of: str | None = None, **more: object) -> Field:
    return Field(key=key, kind=kind, property=of or key, **more)  # type: ignore[arg-type]


def _area(*, required: bool = False) -> Field:
    return Field(key="area", kind="area", property="placed_in", required=required, width=22)


def _areas(key: str, type_: str) -> Field:
    return Field(key=key, kind="areas", tie=Tie(type=type_, labels=("Area",)), width=22)


def _names(key: str, type_: str, *labels: str, inward: bool = False, width: int = 28) -> Field:
    return Field(key=key, kind="names", tie=Tie(type=type_, labels=labels, inward=inward), width=width)


MARKED = Field(key=MARK, kind="mark", width=5)
NAME = _property("name", required=True, width=28)
STATUS_OF_SERVICE = ("running", "planned", "ended")
CLOSING = (
    Field(key="visibility", kind="choice", property="visibility", choices=VISIBILITY_LEVELS, width=12),
    Field(key="quote", width=36),
    Field(key="source", kind="shown", width=24),
    Field(key="checked", kind="shown", width=12),
    Field(key=KEY, kind="key", width=12),
    Field(key=COPY, kind="key", width=12),
)
"""What every sheet ends with."""


def _codes(key: str, words: str) -> Field:
    return Field(key=key, kind="codes", words=words, width=26)


SHEETS: tuple[SheetKind, ...] = (
    SheetKind(
        name="organizations",
        label="Organization",
        fields=(
            MARKED,
            NAME,
            _area(),
            _codes("actor_types", "ActorType"),
            _property("address", width=30),
            _property("corporate_number", width=16),
            _areas("operates_in", "OPERATES_IN"),
            _areas("covers", "COVERS"),
            _names("part_of", "PART_OF", "Organization"),
            _property("kana", width=20),
            _property("aliases", "list", width=20),
            _property("generic", "yes_no"),
            _property("count", "count", width=8),
            _property("ended_on", "date"),
            *CLOSING,
        ),
    ),
    SheetKind(
        name="councils",
        label="Council",
        fields=(
            MARKED,
            NAME,
            _area(),
            _property("layers", "layers", choices=("1", "2")),
            _property(
                "kind", "choice", choices=("council", "network", "committee", "care_conference", "community_council", "group"), width=16
            ),
            _names("members", "MEMBER_OF", *ORGANIZATION_LIKE, inward=True, width=40),
            _property("open_list", "yes_no"),
            _property("status", "choice", choices=("active", "planned", "ended"), width=10),
            _property("meets"),
            _property("founded", "date"),
            _property("legal_basis", width=24),
            _areas("operates_in", "OPERATES_IN"),
            _areas("covers", "COVERS"),
            _property("aliases", "list", width=20),
            *CLOSING,
        ),
    ),
    SheetKind(
        name="services",
        label="Service",
        fields=(
            MARKED,
            NAME,
            _names("providers", "PROVIDES", *ORGANIZATION_LIKE, inward=True),
            _area(),
            _codes("categories", "ServiceCategory"),
            _codes("schemes", "Scheme"),
            _property("status", "choice", choices=STATUS_OF_SERVICE, width=10),
            _areas("covers", "COVERS"),
            _areas("delivered_in", "DELIVERED_IN"),
            _property("target", width=20),
            _property("frequency"),
            _property("days"),
            _property("fee"),
            _property("capacity", "count", width=8),
            _property("accepting", "yes_no", width=10),
            _property("valid_from", "date"),
            _property("valid_to", "date"),
            _property("registration"),
            *CLOSING,
        ),
    ),
    SheetKind(
        name="ties",
        label=None,
        fields=(
            MARKED,
            Field(key="start", kind="name", required=True, width=28),
            Field(key="tie", kind="choice", choices=tuple(TIE_KINDS), words="tie", required=True, width=22),
            Field(key="end", kind="name", required=True, width=28),
            Field(key="role", width=14),
            Field(key="detail", width=28),
            Field(key="amount_yen", kind="count"),
            Field(key="begins", kind="date"),
            Field(key="ends_on", kind="date"),
            *CLOSING[:-2],
            Field(key=START_KEY, kind="key", width=12),
            Field(key=END_KEY, kind="key", width=12),
            CLOSING[-1],
        ),
    ),
    SheetKind(
        name="needs",
        label="Need",
        fields=(
            MARKED,
            _area(),
            Field(key="categories", kind="codes", words="NeedCategory", required=True, width=28),
            _property("name", width=24),
            _property("text", width=36),
            _areas("of_areas", "HAS_NEED"),
            _property("count", "count", width=8),
            _property("period"),
            _property("found_by"),
            _names("raised_in", "RAISED_IN", "Council"),
            _names("addressed_by", "ADDRESSES", "Service", "Council", inward=True),
            *CLOSING,
        ),
    ),
    SheetKind(
        name="areas",
        label="Area",
        fields=(
            MARKED,
            NAME,
            Field(key="parent", kind="areas", tie=Tie(type="PART_OF", labels=("Area",)), width=24),
            _property("level", "choice", choices=AREA_LEVELS, width=16),
            _property("code"),
            _property("kana", width=20),
            _property("generic", "yes_no"),
            _property("count", "count", width=8),
            *CLOSING,
        ),
    ),
    SheetKind(
        name="programmes",
        label="Programme",
        fields=(
            MARKED,
            NAME,
            _area(),
            _property("kind", "choice", choices=("fund", "plan", "subsidy", "ordinance", "commission", "budget", "project"), width=12),
            _property("amount_yen", "count"),
            _property("fiscal_year", "count", width=8),
            _property("begins", "date"),
            _property("ends_on", "date"),
            _areas("covers", "COVERS"),
            *CLOSING,
        ),
    ),
    SheetKind(
        name="observations",
        label="Observation",
        fields=(
            MARKED,
            _area(),
            _property(
                "indicator",
                "open_choice",
                choices=(
                    "population",
                    "households",
                    "share_65_plus",
                    "share_75_plus",
                    "persons_65_plus",
                    "persons_75_plus",
                    "households_single",
                    "households_elderly_only",
                ),
                required=True,
                width=24,
            ),
            _property("value", "number", width=10),
            _property("unit", "open_choice", choices=("persons", "percent", "households"), width=10),
            _property("as_of", "date"),
            _property("approximate", "yes_no"),
            _property("state", "choice", choices=("not_started",), width=16),
            _property("name", width=20),
            _areas("of_areas", "OBSERVED_IN"),
            *CLOSING,
        ),
    ),
    SheetKind(
        name="posts",
        label="Post",
        fields=(
            MARKED,
            NAME,
            _area(),
            _property("layer", "layer", choices=("1", "2"), width=8),
            _names("holders", "HOLDS", "Organization", inward=True),
            _property("full_time", "yes_no", width=10),
            _property("combined_with", width=20),
            _areas("covers", "COVERS"),
            *CLOSING,
        ),
    ),
)

BY_NAME = {sheet.name: sheet for sheet in SHEETS}
BY_LABEL = {sheet.label: sheet for sheet in SHEETS if sheet.label}
CODE_FIELDS = {"Organization": ("actor_types",), "Service": ("categories", "schemes"), "Need": ("categories",)}
"""Label → columns of codes."""
