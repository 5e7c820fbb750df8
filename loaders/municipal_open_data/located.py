"""Where a row belongs: the municipality that its code or names say, else its address; the ward where the address names one."""

from graph.areas import CodedArea, area_index
from graph.errors import RecordRejected
from loaders.care_services.places import NoPlace, place_of, placed
from loaders.tables.areas import area_of_address, prefecture_called
from loaders.tables.row import Row


def located(row: Row) -> CodedArea:
    """The municipality of a row, or the ward in which its address lies.

    The standard leaves code and names open where the publisher is clear; a prefecture gives its own code.

    Raises:
        RecordRejected: nothing says where it is, or code and name contradict each other.
    """
    address = row.text("address")
    found = placed(row.text("area_code"), row.text("prefecture"), row.text("municipality"))
    if isinstance(found, NoPlace):
        prefecture = prefecture_called(row.text("prefecture") or row.text("area_code") or "")
        if found.code == "missing_value" and address:
            by_address = area_of_address(address, prefecture.full_name if prefecture else None)
            if by_address:
                return by_address
            raise RecordRejected("address_without_municipality", row.place_of("address"))
        return place_of(row)
    if address and found.area.level == "municipality":
        ward = area_of_address(address, area_index().prefecture_of(found).full_name)
        if ward and ward != found and area_index().municipality_of(ward) == found:
            return ward
    return found
