"""Our own vocabularies as taxonomies of the standard: kinds of actor, categories of services and needs, schemes.

The code of a term is `<kind>|<code>`, its id that of the code in every graph: a term is known by it wherever it stands.
"""

from collections.abc import Iterable, Mapping
from functools import cache

from graph.identity import code_key, identifier
from graph.taxonomy import Entry, taxonomy
from loaders.hsds.layout import KIND_OF_RECORD
from loaders.hsds.package import Package

Code = tuple[str, str]
"""Kind of code (ActorType, ServiceCategory, NeedCategory, Scheme, KindOfRecord), code."""

BODY, COUNCIL = (KIND_OF_RECORD, "Organization"), (KIND_OF_RECORD, "Council")


@cache
def entries() -> Mapping[Code, Entry | None]:
    """Every code of ours; None for kinds of record, which have no entry."""
    known = taxonomy()
    by_kind = {
        "ActorType": known.actor_types,
        "ServiceCategory": known.service_categories,
        "NeedCategory": known.need_categories,
        "Scheme": known.schemes,
    }
    found: dict[Code, Entry | None] = {(kind, code): entry for kind, codes in by_kind.items() for code, entry in codes.items()}
    return found | {BODY: None, COUNCIL: None}


def term_id(code: Code) -> str:
    """The id of a term: that of the code in the graph."""
    return identifier(code_key(*code))


def taxonomy_id(kind: str) -> str:
    """The id of one of our taxonomies."""
    return identifier(f"hsds|taxonomy|{kind}")


def codes_by_record(package: Package) -> Mapping[str, tuple[Code, ...]]:
    """Id of a record → our codes that its attributes name, sorted."""
    terms: dict[str, Code] = {}
    for row in package.rows("taxonomy_term"):
        kind, _, code = row.cell("code").strip().partition("|")
        if (kind, code) in entries():
            terms[row.cell("id").strip()] = (kind, code)
    found: dict[str, set[Code]] = {}
    for row in package.rows("attribute"):
        if named := terms.get(row.cell("taxonomy_term_id").strip()):
            found.setdefault(row.cell("link_id").strip(), set()).add(named)
    return {id_: tuple(sorted(codes)) for id_, codes in found.items()}


def of_kind(codes: Iterable[Code], *kinds: str) -> tuple[str, ...]:
    """The codes of some kinds, sorted."""
    return tuple(sorted({code for kind, code in codes if kind in kinds}))
