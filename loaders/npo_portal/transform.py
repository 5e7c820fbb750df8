"""Rows of the register → bodies, where their head office is, when they ended; and what could not be taken."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from graph.areas import CodedArea, area_index
from graph.errors import RecordRejected
from graph.facts import Dataset, Fact, Quotation
from graph.identity import normalised, organization_key
from graph.model.organizations import Organization
from graph.model.places import OperatesIn
from loaders.contract import Candidate, Outcome, Problem, Streamed
from loaders.japanese.corporate_numbers import as_corporate_number
from loaders.npo_portal.authorities import BEFORE_2012, CATEGORY, authority_called, scopes_of
from loaders.npo_portal.ending import Ending, ending_of
from loaders.npo_portal.read import SOURCE, Register
from loaders.tables.areas import Unresolved, area_of_address, resolved
from loaders.tables.row import Row

WHOLE_COUNTRY = "全国"


def transform_register(register: Register, candidate: Candidate) -> Streamed:
    """Every row becomes a body, or the one problem for which it has none."""
    authorities: dict[str, None] = {}
    names: Counter[str] = Counter()
    for row in register.table.rows():
        authorities[row.cell("authority").strip()] = None
        names[_name_of(row)] += 1
    twice = frozenset(name for name, count in names.items() if count > 1)
    dataset = _dataset(register, sorted(name for name in authorities if name))

    def outcomes() -> Iterator[Outcome]:
        return register.table.outcomes(_Rows(twice=twice).take)

    notices = list(register.table.notices())
    if dataset.as_of is None and candidate.as_of is None:
        notices.append(Problem(code="day_not_stated", place=candidate.name, kind="warning"))
    return Streamed(dataset=dataset, outcomes=outcomes, notices=tuple(notices), expected=names.total())


@dataclass(frozen=True, kw_only=True)
class _Home:
    """Where a body is placed."""

    area: CodedArea
    of_address: bool


@dataclass(kw_only=True)
class _Rows:
    """The register on its way; knows where each body stood first."""

    twice: frozenset[str]
    """Names that stand in several rows."""
    seen: dict[str, str] = field(default_factory=dict)

    def take(self, row: Row) -> tuple[Iterable[Fact], Iterable[Problem]]:
        """A row's body and warnings.

        Raises:
            RecordRejected: no name or authority, an unknown authority, an end without a day, no home, a second row of one body.
        """
        name = " ".join(row.required("name").split())
        authority = _authority(row)
        number, warnings = _corporate_number(row)
        ended = ending_of(row)
        home = _home(row, authority)
        address = row.text("address")
        if home is None:
            raise RecordRejected("unknown_home", row.place_of("address"), organization=name)
        key = organization_key(home.area.area.id, name, address if _name_of(row) in self.twice else None, number)
        if first := self.seen.get(key):
            raise RecordRejected("duplicate_row", row.place, first=first)
        self.seen[key] = row.place
        if address and not home.of_address:
            warnings.append(Problem(code="address_without_municipality", place=row.place_of("address"), kind="warning"))
        body = Organization(
            key=key,
            name=name,
            kana=row.text("kana"),
            actor_types=(CATEGORY,),
            corporate_number=number,
            address=address,
            ended_on=ended.on if ended else None,
            placed_in=home.area.area.id,
        )
        return _facts(row, body, home, ended), warnings


def _facts(row: Row, body: Organization, home: _Home, ended: Ending | None) -> list[Fact]:
    area = home.area.area
    quoted = ["name", "address", *(["corporate_number"] if body.corporate_number else [])]
    evidence: tuple[Quotation, ...] = row.quotations("body", area.id, *quoted)
    if ended:
        evidence += (replace(row.quotation(ended.key, "ended", area.id), quote=ended.words),)
    facts = [Fact(what=body, evidence=evidence, codes=body.actor_types)]
    if home.of_address:
        facts.append(
            Fact(what=OperatesIn(start=body.reference, end=area.reference), evidence=row.quotations("address", area.id, "address"))
        )
    return facts


def _authority(row: Row) -> CodedArea | None:
    """The authority's area; None for 内閣府, which has none.

    Raises:
        RecordRejected: there is no such authority (unknown_authority), or none is named (missing_value).
    """
    text = row.required("authority")
    found = authority_called(text)
    if found is None and text != BEFORE_2012:
        raise RecordRejected("unknown_authority", row.place_of("authority"), name=text)
    return found


def _home(row: Row, authority: CodedArea | None) -> _Home | None:
    """The municipality of the address; else the one to which the authority handed the body; else the authority's own area."""
    prefecture = area_index().prefecture_of(authority).full_name if authority else None
    if (address := row.text("address")) and (found := area_of_address(address, prefecture)):
        return _Home(area=area_index().municipality_of(found), of_address=True)
    if delegated := row.text("delegated"):
        named = resolved(delegated, prefecture)
        if not isinstance(named, Unresolved):
            return _Home(area=area_index().municipality_of(named), of_address=False)
    return _Home(area=authority, of_address=False) if authority else None


def _corporate_number(row: Row) -> tuple[str | None, list[Problem]]:
    if (text := row.text("corporate_number")) is None:
        return None, []
    try:
        return as_corporate_number(text), []
    except ValueError:
        place = row.place_of("corporate_number")
        return None, [Problem(code="wrong_corporate_number", place=place, kind="warning", values={"value": text})]


def _name_of(row: Row) -> str:
    """What two rows of bodies that could be taken for each other have in common."""
    return f"{row.cell('authority').strip()}|{normalised(row.cell('name'))}"


def _dataset(register: Register, authorities: list[str]) -> Dataset:
    areas = [area for name in authorities if (area := authority_called(name))]
    prefectures = [area for area in areas if area.area.level == "prefecture"]
    whole = len(prefectures) == len(tuple(area_index().prefectures()))
    names = [WHOLE_COUNTRY] if whole else [area.area.name for area in areas] or [BEFORE_2012]
    return Dataset(
        name=f"{SOURCE}/{'+'.join(names)}",
        title=f"NPO法人ポータルサイト 行政入力情報（{'・'.join(names)}）",
        as_of=register.as_of,
        scopes=scopes_of(sorted(areas, key=lambda one: one.area.code or "")),
    )
