"""Regions compared as a table: a line a figure, a column a region, and below it why nothing is tested and by which method."""

from collections.abc import Mapping
from typing import Any

from api.region_comparison import figure_lines, seeded
from api.table_files import Table, Value
from graph.messages import Messages


def comparison_table(found: Mapping[str, Any], texts: Messages) -> Table:
    """What `api.region_comparison.compared` gave, in words.

    Percentiles against chance are lines of their own; a region that was not tested has nothing in them.
    """
    regions = found["regions"]
    figures = {region["area_id"]: dict(figure_lines(region)) for region in regions}
    names = [name for name, _ in figure_lines(regions[0])]
    tested = sorted({name for region in regions for name in region["against_chance"]})
    reasons = [texts("comparison.refused_of", area=region["area"], reason=one["text"]) for region in regions for one in region["reasons"]]
    refused = [
        texts("comparison.pair_refused", a=pair["a"], b=pair["b"], reasons=" ".join(one["text"] for one in pair["reasons"]))
        for pair in found["refused"]
    ]
    return Table(
        name=texts("compare.title"),
        heads=(texts("compare.what"), *(region["area"] for region in regions)),
        rows=[
            (texts("comparison.source_count"), *(len(region["sources"]) for region in regions)),
            *(
                (texts(f"comparison.figure.{name}"), *(_value(figures[region["area_id"]][name], texts) for region in regions))
                for name in names
            ),
            *(
                (
                    texts("comparison.percentile_of", figure=texts(f"comparison.figure.{name}")),
                    *(_percentile(region["against_chance"].get(name)) for region in regions),
                )
                for name in tested
            ),
        ],
        about=(*reasons, *refused, found["method"], seeded(found, texts)),
        about_head=texts("table_file.about"),
    )


def _value(value: float | None, texts: Messages) -> Value:
    return texts("comparison.not_told") if value is None else value


def _percentile(one: Mapping[str, Any] | None) -> Value:
    return "" if one is None else float(one["percentile"])
