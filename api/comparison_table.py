"""Regions compared as a table: a line a figure, a column a region, and below it why nothing is tested and by which method."""

from collections.abc import Mapping
from typing import Any

from api.table_files import Table, Value
from graph.messages import Messages


def comparison_table(found: Mapping[str, Any], texts: Messages) -> Table:
    """What `api.region_comparison.compared` gave, in words.

    Percentiles against chance are lines of their own; a region that was not tested has nothing in them.
    """
    regions = found["regions"]
    figures = regions[0]["figures"]
    tested = sorted({name for region in regions for name in region["against_chance"]})
    reasons = [texts("comparison.refused_of", area=region["area"], reason=one["text"]) for region in regions for one in region["reasons"]]
    return Table(
        name=texts("compare.title"),
        heads=(texts("compare.what"), *(region["area"] for region in regions)),
        rows=[
            (texts("comparison.source_count"), *(len(region["sources"]) for region in regions)),
            *((texts(f"comparison.figure.{name}"), *(_value(region["figures"][name], texts) for region in regions)) for name in figures),
            *(
                (
                    texts("comparison.percentile_of", figure=texts(f"comparison.figure.{name}")),
                    *(_percentile(region["against_chance"].get(name)) for region in regions),
                )
                for name in tested
            ),
        ],
        about=(*reasons, found["method"], texts("comparison.seeded", seed=found["seed"], draws=found["draws"])),
        about_head=texts("table_file.about"),
    )


def _value(value: float | None, texts: Messages) -> Value:
    return texts("comparison.not_told") if value is None else value


def _percentile(one: Mapping[str, Any] | None) -> Value:
    return "" if one is None else float(one["percentile"])
