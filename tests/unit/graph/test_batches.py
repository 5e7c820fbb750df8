"""Evidence as a load writes it is evidence as the model declares it."""

from datetime import date

from graph.batches import batch_of, source_of
from graph.deriving import plain
from graph.facts import Fact, Quotation
from graph.model.organizations import Organization
from graph.model.sources import Evidence
from tests.building import LOADED_AT
from tests.generated_graphs import generated_loads


def test_every_property_is_as_declared() -> None:
    """Of generated sources: names, kinds of values, nothing absent stored; made from the declaration they are the same."""
    for seed in range(3):
        for load in generated_loads(seed):
            source = source_of(load.dataset, loader="samples", checksum="1", file="f", loaded_at=LOADED_AT)
            for row in batch_of(load.dataset, load.facts, source).evidence.values():
                given = {name: tuple(value) if isinstance(value, list) else value for name, value in row.properties.items() if name != "id"}
                declared = plain(Evidence(**given).properties())  # type: ignore[arg-type]
                assert declared == row.properties


def test_a_row_s_own_day_goes_before_the_file_s() -> None:
    """更新日 of a row is when its quotation was verified."""
    load = generated_loads(0)[0]
    body = Organization(key="organization|a", name="い")
    quoted = Quotation(quote="い", extractor="sample", row=2, column="名称", verified_on=date(2020, 1, 2))
    source = source_of(load.dataset, loader="samples", checksum="1", file="f", loaded_at=LOADED_AT)
    (evidence,) = batch_of(load.dataset, [Fact(what=body, evidence=(quoted,))], source).evidence.values()
    assert evidence.properties["verified_on"] == date(2020, 1, 2)
