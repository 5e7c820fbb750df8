"""The JSON-LD document is well formed, defines all that it names, and tells everything."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.audiences import levels_of
from graph.connection import Graph
from graph.holdings import Holdings, holdings
from graph.identity import NAMESPACE
from loaders.jsonld import JsonLd
from tests.every_level import load_every_level

SCHEMA_ORG = set(
    re.findall(
        r"\w+",
        """name alternateName address dissolutionDate foundingDate measuredProperty value unitText observationDate observationAbout
        provider areaServed memberOf member containedInPlace parentOrganization identifier propertyID geo latitude longitude
        category subjectOf isBasedOn citation license description temporalCoverage text about termCode inDefinedTermSet""",
    )
)
"""Properties that schema.org has, of those that the document uses."""
SCHEMA_ORG_TYPES = set(
    re.findall(
        r"\w+",
        """Organization AdministrativeArea Service Observation Dataset CreativeWork DefinedTerm Quotation PropertyValue
        GeoCoordinates""",
    )
)
IRI = re.compile(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")

Thing = dict[str, Any]


@pytest.fixture
def held(graph: Graph) -> Holdings:
    """What the public may see of a town with everything."""
    load_every_level(graph)
    return holdings(graph, visible=levels_of("public"))


@pytest.fixture
def written(held: Holdings, tmp_path: Path) -> Thing:
    """The document as a reader gets it."""
    JsonLd().write(held, tmp_path / "town.jsonld", "ja")
    found: Thing = json.loads((tmp_path / "town.jsonld").read_text(encoding="utf-8"))
    return found


def objects(value: Any) -> Iterator[Thing]:
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from objects(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from objects(inner)


def by_id(written: Thing) -> dict[str, Thing]:
    return {thing["@id"]: thing for thing in written["@graph"]}


def named(written: Thing, name: str) -> Thing:
    (found,) = (thing for thing in written["@graph"] if thing.get("name") == name)
    return dict(found)


def test_it_is_json_ld_by_its_structure(written: Thing) -> None:
    """A context and a flat graph; keywords used as the standard has them; no null, no list in a list."""
    assert list(written) == ["@context", "@graph"]
    assert written["@context"] == {"@vocab": "https://schema.org/", "tsunagu": f"urn:uuid:{NAMESPACE}#"}
    for thing in objects(written["@graph"]):
        assert {key for key in thing if key.startswith("@")} <= {"@id", "@type", "@value", "@language"}
        assert None not in thing.values()
        assert not any(isinstance(one, list) for value in thing.values() if isinstance(value, list) for one in value)
        if "@value" in thing:
            assert set(thing) == {"@value", "@language"}


def test_every_word_is_of_schema_org_or_our_own(written: Thing) -> None:
    """No property and no type is invented under schema.org."""
    for thing in objects(written["@graph"]):
        types = thing.get("@type", [])
        for type_ in [types] if isinstance(types, str) else types:
            assert type_ in SCHEMA_ORG_TYPES or type_.startswith("tsunagu:"), type_
        for name in thing:
            assert name in SCHEMA_ORG or name.startswith(("@", "tsunagu:")), name


def test_everything_is_defined_once_and_all_that_is_named_is_defined(written: Thing) -> None:
    """Every @id is an IRI; a reference leads to something in the file."""
    defined = [thing["@id"] for thing in written["@graph"]]
    referred = {thing["@id"] for thing in objects(written["@graph"]) if list(thing) == ["@id"]}

    assert len(defined) == len(set(defined))
    assert all(IRI.fullmatch(one) for one in defined)
    assert all("@type" in thing for thing in written["@graph"])
    assert referred
    assert referred <= set(defined)


def test_it_tells_every_fact_and_every_quotation(written: Thing, held: Holdings) -> None:
    """Nothing that is held is missing, and each quotation leads to its fact and to its source with its licence."""
    told = by_id(written)
    facts = {*held.by_id, *(one.id for one in held.relationships)}

    assert {f"urn:uuid:{id_}" for id_ in facts} <= told.keys()
    for fact, quotations in held.evidence.items():
        for one in quotations:
            quotation = told[f"urn:uuid:{one['id']}"]
            assert (quotation["text"], quotation["about"]) == (one["quote"], {"@id": f"urn:uuid:{fact}"})
            assert told[quotation["isBasedOn"]["@id"]]["license"] == "CC BY 4.0; 見本"


def test_schema_org_says_who_provides_what_where(written: Thing) -> None:
    """Service, provider, areaServed, category; the area and what it lies in, with its code; members of a council."""
    # Act
    service, town, council = (named(written, name) for name in ("買い物代行", "名張市", "協議体"))
    told = by_id(written)

    # Assert
    assert [told[one["@id"]]["name"] for one in service["provider"]] == ["髙﨑見守り隊"]
    assert [told[one["@id"]]["name"] for one in service["areaServed"]] == ["名張市"]
    assert [told[one["@id"]]["termCode"] for one in service["category"]] == ["SHOP"]
    assert [told[one["@id"]]["name"] for one in town["containedInPlace"]] == ["三重県"]
    assert town["identifier"] == [{"@type": "PropertyValue", "propertyID": "全国地方公共団体コード", "value": "242080"}]
    assert council["@type"] == ["Organization", "tsunagu:Council"]
    assert len(council["member"]) == 5
    assert all({"@id": council["@id"]} in told[one["@id"]]["memberOf"] for one in council["member"])


def test_what_a_source_calls_absent_is_no_tie(written: Thing) -> None:
    """It is told in full with its state, and no thing leads to the other by it."""
    # Act
    (absent,) = (thing for thing in written["@graph"] if thing.get("tsunagu:state") == "absent")
    short = by_id(written)[absent["tsunagu:from"]["@id"]].get("tsunagu:COLLABORATES_WITH", [])

    # Assert
    assert absent["tsunagu:to"] not in short


def test_zero_and_no_are_told_and_nothing_is_left_out(written: Thing) -> None:
    """0 places and not accepting are values; what no source says is no property."""
    service = named(written, "買い物代行")

    assert (service["tsunagu:capacity"], service["tsunagu:accepting"]) == (0, False)
    assert "tsunagu:frequency" not in service
