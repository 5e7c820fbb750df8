"""HSDS as JSON: the same as its tables, whatever is nested in what."""

import json
from typing import Any

import pytest

from graph.errors import LoadStopped
from loaders.contract import Transformed
from loaders.hsds import LOADER
from tests.hsds_packages import candidate, document
from tests.unit.loaders.hsds.reading import joined, nodes, read


def read_json(content: Any) -> Transformed:
    return read(json.dumps(content, ensure_ascii=False).encode(), "services.json")


def score(content: Any) -> float:
    return LOADER.recognise(candidate(json.dumps(content).encode(), "services.json")).score


def test_nested_services_become_bodies_services_and_places() -> None:
    """An organisation nested in two services is one."""
    made = read_json(document())

    assert made.rows_in == len(made.taken) == 3
    assert set(nodes(made, "Organization")) == {"髙﨑見守り隊"}
    assert set(nodes(made, "Service")) == {"見守り訪問", "電話相談"}
    assert len(joined(made, "PROVIDES")) == 2
    assert len(joined(made, "DELIVERED_IN")) == len(joined(made, "COVERS")) == 1
    assert made.dataset.name == "hsds/三重県名張市"


@pytest.mark.parametrize(
    "shaped",
    [
        lambda page: page["contents"],
        lambda page: {"services": page["contents"]},
        lambda page: page["contents"][0],
        lambda page: {"service": page["contents"][0]},
        lambda page: {"organizations": [page["contents"][0]["organization"] | {"services": page["contents"]}]},
    ],
    ids=["list", "services", "one", "service", "organizations"],
)
def test_every_shape_is_recognised_and_read(shaped: Any) -> None:
    """A list, an object of lists, one service alone, services nested in their organisation."""
    content = shaped(document())

    assert score(content) > 0.5
    assert "見守り訪問" in nodes(read_json(content), "Service")


def test_contacts_are_not_read() -> None:
    """Neither their names nor those that an address is in care of."""
    text = str(read_json(document()))

    assert "花子" not in text
    assert "太郎" not in text


def test_a_page_of_several_is_no_version_of_another_page() -> None:
    """Else the second would retire what the first says."""
    names = {read_json(document() | {"total_pages": 2, "page_number": number}).dataset.name for number in (1, 2)}

    assert names == {"hsds/三重県名張市/page 1", "hsds/三重県名張市/page 2"}


def test_a_service_that_comes_twice_is_told() -> None:
    """The second is refused as a double, not dropped."""
    page = document()
    page["contents"].append(page["contents"][1])

    made = read_json(page)

    assert [one.code for one in made.problems if one.kind == "refused"] == ["duplicate_row"]
    assert made.rows_in == 4


@pytest.mark.parametrize(
    "content",
    [
        {"elements": [{"label": "a"}], "connections": []},
        [1, 2],
        {"id": "1", "name": "x"},
        "text",
        {"type": "FeatureCollection", "features": []},
    ],
)
def test_other_json_is_not_ours(content: Any) -> None:
    """Not recognised, and stopped where somebody insists."""
    assert score(content) == 0
    with pytest.raises(LoadStopped):
        read_json(content)
