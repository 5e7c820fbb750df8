"""Labels of a map of Kumu are all different."""

from loaders.kumu.labels import unique_labels
from loaders.networks.carried import CarriedThing

KINDS = {"Organization": "団体・機関", "Council": "協議体"}


def thing(id_: str, name: str, area: str = "", label: str = "Organization") -> CarriedThing:
    return CarriedThing(id=id_, name=name, labels=(label,), attributes={"area": area} if area else {})


def test_a_name_of_its_own_stays_as_it_is() -> None:
    """Nothing is added where nothing is doubled; a line break becomes a space."""
    assert unique_labels([thing("a", "いろは会"), thing("b", "にほへ\n会")], KINDS) == {"a": "いろは会", "b": "にほへ 会"}


def test_doubles_get_their_area_then_their_kind_then_a_number() -> None:
    """As much as is needed to tell them apart, whatever the order."""
    doubles = [
        thing("a", "ゆいの会", "三重県伊賀市"),
        thing("b", "ゆいの会", "三重県名張市"),
        thing("c", "ｙｕｉ"),
        thing("d", "YUI", label="Council"),
    ]
    doubles += [thing("e", "同じ"), thing("f", "同じ")]

    found = unique_labels(doubles, KINDS)

    assert found == {
        "a": "ゆいの会（三重県伊賀市）",
        "b": "ゆいの会（三重県名張市）",
        "c": "ｙｕｉ（団体・機関）",
        "d": "YUI（協議体）",
        "e": "同じ（団体・機関）",
        "f": "同じ（団体・機関）（2）",
    }
    assert unique_labels(list(reversed(doubles)), KINDS) == found
