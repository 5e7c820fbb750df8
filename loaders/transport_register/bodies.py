"""The body behind a row: its name, its home, its kinds; the municipality where the row names its undertaking."""

import re
import unicodedata
from dataclasses import dataclass

from graph.areas import CodedArea, without_county
from graph.errors import RecordRejected
from graph.identity import normalised, organization_key
from graph.model.organizations import Organization
from loaders.transport_register.municipalities import municipality_of_address
from loaders.transport_register.row import Row

RUN_BY_MUNICIPALITY = "市町村営"

KINDS = (
    (r"特定非営利活動法人|NPO法人|\(特非\)", "NPO"),
    (r"社会福祉法人|\(福\)", "SHAFUKU"),
    (r"(?:地区|校区|学区)(?:社会福祉協議会|社協)", "CHIKUSHAKYO"),
    (r"(?<!地区)(?<!校区)(?<!学区)社会福祉協議会", "SHAKYO"),
    (r"株式会社|有限会社|合同会社|\(株\)|\(有\)|\(同\)", "COMPANY"),
    (r"協同組合", "COOP"),
    (r"医療法人", "MEDICAL"),
    (r"自治会|町内会", "JICHIKAI"),
    (r"まちづくり協議会|住民自治協議会|自治振興会|地域運営協議会", "MACHIKYO"),
    (r"商工会", "CHAMBER"),
)
"""Form in the name → code of the kind of actor; a name can show several."""

_UNDERTAKING = re.compile(r".*(?:事業|サービス|運送|輸送|送迎|運行|バス|タクシー|交通)$")
"""What somebody does, not somebody."""

ITSELF = {"", "役所", "役場"}
"""What may follow a municipality's name without making another body of it."""


@dataclass(frozen=True, kw_only=True)
class Body:
    """Who provides the service of a row."""

    organization: Organization
    home: CodedArea
    """Where it is placed."""
    address_area: CodedArea | None
    """Where its address lies; None where the row does not say or it cannot be told."""
    undertaking: str | None = None
    """The name of the service, where the register writes it in place of the body's."""


def body_of(row: Row, served: tuple[CodedArea, ...], prefecture: CodedArea | None) -> Body:
    """The body of a row.

    Raises:
        RecordRejected: no name (missing_value), or nothing says where it belongs (unknown_home).
    """
    name = row.required("org_name")
    address = row.text("org_address")
    address_area = municipality_of_address(address, prefecture) if address else None
    possible = (address_area, *served) if address_area else served
    administration = _administration(name, row.text("operator_type"), possible, prefecture)
    home = administration or address_area or (served[0] if len(served) == 1 else None)
    if home is None:
        raise RecordRejected("unknown_home", row.place_of("org_address"), organization=name)
    named = home.area.name if administration else name
    kinds = ("MUNI",) if administration else kinds_of(name)
    return Body(
        organization=Organization(
            key=organization_key(home.area.id, named),
            name=named,
            actor_types=kinds,
            address=address,
            placed_in=home.area.id,
        ),
        home=home,
        address_area=address_area,
        undertaking=name if administration and _is_undertaking(name, administration, prefecture) else None,
    )


def kinds_of(name: str) -> tuple[str, ...]:
    """Codes of the kinds of actor that a name shows, sorted; none where it shows none."""
    plain = unicodedata.normalize("NFKC", name)
    return tuple(sorted({code for form, code in KINDS if re.search(form, plain)}))


def _administration(
    name: str, operator_type: str | None, possible: tuple[CodedArea, ...], prefecture: CodedArea | None
) -> CodedArea | None:
    """The municipality that a row run by a municipality names: by itself, by its office or before an undertaking."""
    if operator_type not in {RUN_BY_MUNICIPALITY, None}:
        return None
    for area in possible:
        rest = _rest(name, area, prefecture)
        if rest in ITSELF or (operator_type and _is_undertaking(name, area, prefecture)):
            return area
    return None


def _is_undertaking(name: str, area: CodedArea, prefecture: CodedArea | None) -> bool:
    rest = _rest(name, area, prefecture)
    return bool(rest and _UNDERTAKING.fullmatch(rest))


def _rest(name: str, area: CodedArea, prefecture: CodedArea | None) -> str | None:
    """What follows the municipality's name; None where the name does not begin with it."""
    beginning = normalised(area.area.name)
    plain = normalised(name)
    within = plain.removeprefix(prefecture.full_name) if prefecture else plain
    for text in (plain, without_county(within)):
        if text.startswith(beginning):
            return text.removeprefix(beginning)
    return None
