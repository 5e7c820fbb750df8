"""What a long source states, kept on disk: nothing is lost, everything of a fact comes together, the same is known as the same."""

from dataclasses import replace
from pathlib import Path

import pytest

from graph import stated_facts
from graph.areas import area_index
from graph.errors import LoadStopped
from graph.facts import Dataset, Fact, Quotation
from graph.model.definitions import Relationship
from graph.model.organizations import Organization
from graph.model.places import OperatesIn
from graph.model.services import Provides, Service
from graph.stated_facts import StatedFacts
from graph.stating import Stating, statings
from tests.generated_graphs import generated_loads

DATASET = Dataset(name="sample", title="見本")


def quoted(text: str, row: int) -> tuple[Quotation, ...]:
    return (Quotation(quote=text, extractor="sample", row=row, column="名称"),)


def kept(dataset: Dataset, *records: list[Fact]) -> StatedFacts:
    stated = StatedFacts(dataset)
    for number, facts in enumerate(records):
        stated.add(number, facts)
    stated.finish()
    return stated


@pytest.fixture
def records() -> list[list[Fact]]:
    """Three rows: two of one body with a service each, the relationship of the first before its ends."""
    area = area_index().resolve("伊賀市").area
    body = Organization(key="organization|a", name="𠮷田会")
    services = [Service(key=f"service|{name}", name=name) for name in ("い", "ろ")]
    first = [
        Fact(what=Provides(start=body.reference, end=services[0].reference), evidence=quoted("𠮷田会", 2)),
        Fact(what=body, evidence=quoted("𠮷田会", 2), codes=("NPO",)),
        Fact(what=services[0], evidence=quoted("い", 2), codes=("SALON",)),
    ]
    second = [
        Fact(what=body, evidence=quoted("𠮷田会", 3), codes=("VOL",)),
        Fact(what=services[1], evidence=quoted("ろ", 3)),
        Fact(what=Provides(start=body.reference, end=services[1].reference), evidence=quoted("𠮷田会", 3)),
    ]
    third = [Fact(what=OperatesIn(start=body.reference, end=area.reference), evidence=quoted("伊賀市", 4))]
    return [first, second, third]


def test_all_of_a_fact_comes_together_and_nodes_come_first(records: list[list[Fact]], monkeypatch: pytest.MonkeyPatch) -> None:
    """A fact is never divided between parts, however small they are; each knows the records that state it."""
    monkeypatch.setattr(stated_facts, "PART", 1)
    stated = kept(DATASET, *records)

    parts = [part for part in stated.parts() if part.stated]

    labels = [of_fact[0].labels[0] for part in parts for of_fact in part.stated.values()]
    body = records[0][1].id
    assert labels == ["Organization", "Service", "Service", "OPERATES_IN", "PROVIDES", "PROVIDES"]
    assert [part.records[body] for part in parts if body in part.records] == [[0, 1]]
    assert stated.statements == 7
    assert stated.kinds == {"Organization": 1, "Service": 2, "OPERATES_IN": 1, "PROVIDES": 2}
    stated.close()


def test_counting_and_listing_ask_for_no_parts(records: list[list[Fact]]) -> None:
    """The numbers are those of the parts."""
    stated = kept(DATASET, *records)
    stated.count()
    assert stated.kinds == {"Organization": 1, "Service": 2, "OPERATES_IN": 1, "PROVIDES": 2}
    assert stated.ids_of("Organization", most=10) == [records[0][1].id]
    assert len(stated.ids_of("Service", most=1)) == 1
    stated.close()


@pytest.mark.parametrize("seed", range(3))
def test_everything_comes_back_as_it_was_stated(seed: int) -> None:
    """Of generated sources: quotations, properties, dates, codes, ends, levels."""
    for load in generated_loads(seed):
        stated = kept(load.dataset, *([fact] for fact in load.facts))
        found = {id_: of_fact for part in stated.parts() for id_, of_fact in part.stated.items()}
        expected: dict[str, list[Stating]] = {fact.id: [] for fact in load.facts}
        for fact in load.facts:
            expected[fact.id] += statings(fact)
        assert found == expected
        stated.close()


def test_the_same_statements_have_the_same_digest(records: list[list[Fact]]) -> None:
    """Equal texts that are other objects make no difference; another quotation, source or number of times does."""
    copies = [[replace(fact, evidence=tuple(_copied(one) for one in fact.evidence)) for fact in record] for record in records]
    digests = []
    for dataset, given in (
        (DATASET, records),
        (DATASET, copies),
        (replace(DATASET, title="別の見本"), records),
        (DATASET, [*records, records[2]]),
        (DATASET, [*records[:2], [replace(records[2][0], evidence=quoted("伊賀市", 5))]]),
    ):
        stated = kept(dataset, *given)
        digests.append(stated.digest)
        stated.close()
    assert digests[0] == digests[1]
    assert len(set(digests)) == 4


def _copied(quotation: Quotation) -> Quotation:
    return replace(quotation, quote="".join(list(quotation.quote)), column="".join(list(quotation.column or "")))


def test_an_end_that_nothing_states_is_refused_at_the_end() -> None:
    """It may be stated later in the file, but not never."""
    body = Organization(key="organization|a", name="い")
    tie = Provides(start=body.reference, end=Service(key="service|x", name="ろ").reference)
    stated = StatedFacts(DATASET)
    stated.add(0, [Fact(what=tie, evidence=quoted("い", 2)), Fact(what=body, evidence=quoted("い", 2))])
    with pytest.raises(LoadStopped) as refused:
        stated.finish()
    assert refused.value.key == "end_without_fact"
    stated.close()


def test_nothing_is_left_on_disk(records: list[list[Fact]]) -> None:
    """The file of the moment goes with what was kept in it."""
    stated = kept(DATASET, *records)
    folder = Path(stated._folder.name)
    there = list(folder.iterdir())
    stated.close()
    assert there
    assert not folder.exists()


def test_a_tie_is_as_strict_as_its_ends() -> None:
    """A body for members only makes its ties so, whichever part they come in."""
    body = Organization(key="organization|a", name="い", visibility="members")
    service = Service(key="service|x", name="ろ")
    tie: Relationship = Provides(start=body.reference, end=service.reference)
    stated = kept(
        DATASET, [Fact(what=one, evidence=quoted("い", 2)) for one in (body, service)], [Fact(what=tie, evidence=quoted("い", 3))]
    )
    levels = {id_: level for part in stated.parts() for id_, level in part.levels.items()}
    assert levels == {body.id: "members", service.id: "public", tie.id: "members"}
    stated.close()
