"""Copies of evidence: silent where the graph has the original, statements where it has not."""

from dataclasses import replace

from graph.connection import Graph
from graph.facts import Dataset, Fact, Quotation
from graph.model.organizations import Organization
from graph.model.ties import CollaboratesWith, Supports
from graph.plans import LoadPlan
from tests.building import TODAY, Town, load_facts
from tests.engines import facts_of, fingerprint

COPY = Dataset(name="copies/写し", title="写し", as_of=TODAY, adds_only=True)


def evidence_of(graph: Graph, fact: str) -> tuple[str, ...]:
    rows = graph.read("MATCH (e:Evidence {fact: $fact}) WITH e.id AS id ORDER BY id RETURN id", fact=fact)
    return tuple(row["id"] for row in rows)


def copies(graph: Graph, facts: list[Fact]) -> list[Fact]:
    """The same facts, as a file repeats them that was written out of the graph."""
    return [
        replace(fact, evidence=(Quotation(quote="写し", extractor="copy", row=2, copy_of=evidence_of(graph, fact.id)),)) for fact in facts
    ]


def two_tied_bodies() -> Town:
    town = Town()
    first, second = town.bodies("いろは会", "ふれあい会")
    town.join(CollaboratesWith, first, second)
    return town


def load_copies(graph: Graph, facts: list[Fact], version: str = "1") -> LoadPlan:
    return load_facts(graph, COPY, facts, version=version)


def test_copies_of_what_is_there_write_nothing(graph: Graph) -> None:
    """Not even a source or a load."""
    # Arrange
    town = two_tied_bodies()
    town.into(graph)
    before = fingerprint(graph)

    # Act
    plan = load_copies(graph, copies(graph, town.facts))

    # Assert
    assert plan.is_empty
    assert fingerprint(graph) == before


def test_copies_of_what_is_not_there_are_facts(graph: Graph) -> None:
    """A graph that does not know the originals takes them as what the file states; the same again changes nothing."""
    # Arrange
    town = two_tied_bodies()
    unknown = [replace(fact, evidence=(Quotation(quote="写し", extractor="copy", row=2, copy_of=("nowhere",)),)) for fact in town.facts]

    # Act
    load_copies(graph, unknown)
    before = fingerprint(graph)
    again = load_copies(graph, unknown)

    # Assert
    assert {one["name"] for one in facts_of(graph, "Organization")} == {"いろは会", "ふれあい会"}
    assert again.is_empty
    assert fingerprint(graph) == before


def test_a_changed_row_between_copies_finds_its_ends(graph: Graph) -> None:
    """A tie that is stated anew ends at bodies that only the other source states, and keeps that source's evidence."""
    # Arrange
    town = two_tied_bodies()
    town.into(graph)
    repeated = copies(graph, town.facts)
    tie = next(fact for fact in repeated if isinstance(fact.what, CollaboratesWith))
    original = tie.evidence[0].copy_of
    assert isinstance(tie.what, CollaboratesWith)
    changed = Fact(what=replace(tie.what, kind="協定"), evidence=(Quotation(quote="協定", extractor="copy", row=2, instead_of=original),))

    # Act
    load_copies(graph, [fact for fact in repeated if fact is not tie] + [changed])

    # Assert
    (row,) = graph.read("MATCH ()-[r:COLLABORATES_WITH]->() RETURN r.kind AS kind, r.sources AS sources, size(r.evidence) AS evidence")
    assert row == {"kind": "協定", "sources": ["copies/写し", "samples/見本"], "evidence": 2}
    assert {tuple(one["sources"]) for one in facts_of(graph, "Organization")} == {("samples/見本",)}


def test_what_a_part_of_a_graph_lacks_stays(graph: Graph) -> None:
    """A version that adds only retires nothing but what it puts something else in the place of."""
    # Arrange
    town = Town()
    first, second = town.bodies("いろは会", "ふれあい会")
    load_copies(graph, town.facts)
    (own,) = evidence_of(graph, second.id)
    renamed = Fact(
        what=Organization(key=second.key, name="ふれあいの会"),
        evidence=(Quotation(quote="ふれあいの会", extractor="copy", instead_of=(own,)),),
    )

    # Act
    plan = load_copies(graph, [renamed], version="2")

    # Assert
    assert plan.retired == 0
    assert {one["name"] for one in facts_of(graph, "Organization")} == {"いろは会", "ふれあいの会"}
    assert evidence_of(graph, first.id)
    assert own not in evidence_of(graph, second.id)


def test_a_new_tie_at_a_body_that_was_taken_out_brings_it_back(graph: Graph) -> None:
    """A copy stays silent about what was retired meanwhile, unless something new hangs on it."""
    # Arrange
    town = two_tied_bodies()
    town.into(graph)
    repeated = copies(graph, town.facts)
    load_facts(graph, Dataset(name="samples/見本", title="見本の資料", as_of=TODAY), town.facts[:1], version="2")

    # Act
    silent = load_copies(graph, repeated)
    first, second = (fact.what for fact in town.facts[:2])
    assert isinstance(first, Organization)
    assert isinstance(second, Organization)
    tie = Supports(start=first.reference, end=second.reference)
    load_copies(graph, [*repeated, Fact(what=tie, evidence=(Quotation(quote="支援", extractor="copy"),))], version="2")

    # Assert
    assert silent.is_empty
    assert {one["name"] for one in facts_of(graph, "Organization")} == {"いろは会", "ふれあい会"}
    assert graph.read("MATCH ()-[r:COLLABORATES_WITH]->() RETURN count(r) AS n") == [{"n": 0}]
