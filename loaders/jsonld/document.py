"""The document: a Dataset, its sources, codes, things, relationships and quotations, each defined once under its IRI.

A relationship is told twice: short, from one thing to the other, and in full, with its properties and quotations. One that
a source calls absent is told in full only: nobody may read it as a tie.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from graph.holdings import Holdings
from graph.identity import code_key, identifier
from graph.messages import Messages
from graph.places import place_of
from graph.rows import NodeRow, Properties, RelationshipRow
from graph.taxonomy import taxonomy
from loaders.jsonld.terms import CONTEXT, IDENTIFIERS, SHORT, TYPES, own, urn, word_of

Thing = dict[str, Any]
LEFT_OUT = frozenset({"id", "key", "evidence", "sources", "placed_in", "visibility", "actor_types", "codes", "latitude", "longitude"})
"""Kept by the program, or told otherwise."""


def document(holdings: Holdings, words: Messages) -> bytes:
    """The bytes of the document."""
    things = [
        _dataset(holdings, words),
        *(_source(source) for source in holdings.sources.values()),
        *_codes(holdings),
        *_nodes(holdings),
        *(_relationship(one, holdings) for one in holdings.relationships),
        *_quotations(holdings, words),
    ]
    text = json.dumps({"@context": CONTEXT, "@graph": things}, ensure_ascii=False, indent=1, allow_nan=False)
    return f"{text}\n".encode()


def _dataset(holdings: Holdings, words: Messages) -> Thing:
    sources = list(holdings.sources.values())
    return _without_nothing(
        {
            "@id": urn(identifier("|".join(["jsonld", *holdings.by_id]))),
            "@type": "Dataset",
            "name": words("text.dataset.name"),
            "description": words("text.dataset.description"),
            "isBasedOn": [{"@id": urn(source["id"])} for source in sources],
            "citation": sorted({str(source["title"]) for source in sources if source.get("title")}),
            "license": sorted({str(source["licence"]) for source in sources if source.get("licence")}),
        }
    )


def _source(source: Properties) -> Thing:
    return _without_nothing(
        {
            "@id": urn(source["id"]),
            "@type": "CreativeWork",
            "name": source.get("title") or source["dataset"],
            "identifier": source["dataset"],
            "license": source.get("licence"),
            "temporalCoverage": _plain(source.get("as_of")),
        }
    )


def _codes(holdings: Holdings) -> Iterator[Thing]:
    codes = taxonomy()
    entries = {
        "ActorType": codes.actor_types,
        "ServiceCategory": codes.service_categories,
        "NeedCategory": codes.need_categories,
        "Scheme": codes.schemes,
    }
    for kind, code in sorted({one for of_node in holdings.codes.values() for one in of_node}):
        entry = entries[kind].get(code)
        named = [{"@value": entry.ja, "@language": "ja"}, {"@value": entry.en, "@language": "en"}] if entry else code
        yield {"@id": _code(kind, code), "@type": "DefinedTerm", "name": named, "termCode": code, "inDefinedTermSet": own(kind)}


def _nodes(holdings: Holdings) -> Iterator[Thing]:
    short = _short(holdings)
    for node in holdings.nodes:
        properties = node.properties
        thing: Thing = {"@id": urn(node.id), "@type": _types(node)}
        thing |= _told(properties, node.labels)
        if numbers := [
            {"@type": "PropertyValue", "propertyID": said, "value": properties[name]}
            for (label, name), said in IDENTIFIERS.items()
            if label in node.labels and name in properties
        ]:
            thing["identifier"] = numbers
        if {"latitude", "longitude"} <= properties.keys():
            thing["geo"] = {"@type": "GeoCoordinates"} | {name: properties[name] for name in ("latitude", "longitude")}
        if "placed_in" in properties:
            thing[own("placed_in")] = {"@id": urn(properties["placed_in"])}
        if coded := [{"@id": _code(kind, code)} for kind, code in holdings.codes.get(node.id, ())]:
            thing["category" if "Service" in node.labels else own("category")] = coded
        thing |= short.get(node.id, {})
        yield thing | _sourced(properties, holdings)


def _types(node: NodeRow) -> list[str]:
    found = [type_ for label in node.labels for type_ in TYPES.get(label, (own(label),))]
    return list(dict.fromkeys(found))


def _short(holdings: Holdings) -> Mapping[str, Mapping[str, list[Thing]]]:
    """Id of a node → word → what it leads to."""
    found: dict[str, dict[str, list[Thing]]] = defaultdict(lambda: defaultdict(list))
    for one in holdings.relationships:
        if one.properties.get("state") == "absent":
            continue
        carried_by, word = SHORT.get((one.type, one.start.label, one.end.label), ("start", own(one.type)))
        if carried_by == "end":
            found[one.end.id][word].append({"@id": urn(one.start.id)})
        else:
            found[one.start.id][word].append({"@id": urn(one.end.id)})
        if carried_by == "both":
            found[one.end.id]["member"].append({"@id": urn(one.start.id)})
    return found


def _relationship(one: RelationshipRow, holdings: Holdings) -> Thing:
    ends = {own("from"): {"@id": urn(one.start.id)}, own("to"): {"@id": urn(one.end.id)}}
    kind = {"@id": urn(one.id), "@type": [own("Relationship"), own(one.type)]}
    return kind | ends | _told(one.properties, ()) | _sourced(one.properties, holdings)


def _quotations(holdings: Holdings, words: Messages) -> Iterator[Thing]:
    for fact, quotations in holdings.evidence.items():
        for one in quotations:
            source = holdings.sources.get(one["dataset"])
            yield _without_nothing(
                {
                    "@id": urn(one["id"]),
                    "@type": "Quotation",
                    "text": one["quote"],
                    "about": {"@id": urn(fact)},
                    "isBasedOn": {"@id": urn(source["id"])} if source else None,
                    "citation": source.get("title") if source else None,
                    own("place"): place_of(one, words),
                    own("certainty"): one.get("certainty"),
                    own("review"): one.get("review"),
                    own("visibility"): _unless_public(one),
                }
            )


def _told(properties: Properties, labels: tuple[str, ...]) -> Thing:
    """The properties in the words of schema.org or our own."""
    return {word_of(labels, name): _plain(value) for name, value in sorted(properties.items()) if name not in LEFT_OUT and value != []}


def _sourced(properties: Properties, holdings: Holdings) -> Thing:
    sources = [{"@id": urn(holdings.sources[name]["id"])} for name in properties["sources"]]
    return _without_nothing({"subjectOf": sources, own("visibility"): _unless_public(properties)})


def _unless_public(properties: Properties) -> str | None:
    level = str(properties["visibility"])
    return None if level == "public" else level


def _code(kind: str, code: str) -> str:
    return urn(identifier(code_key(kind, code)))


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _without_nothing(thing: Thing) -> Thing:
    return {name: value for name, value in thing.items() if value is not None and value != []}
