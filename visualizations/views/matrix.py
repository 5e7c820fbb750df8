"""表（マトリクス）: who is tied to whom, bodies by bodies, where a network of many ties would be a tangle."""

from dataclasses import dataclass

from graph.messages import Messages
from visualizations.contract import Picture
from visualizations.size import refuse_if_too_large


@dataclass(frozen=True)
class BodiesByBodies:
    """Every body with a recorded tie in a row and in a column."""

    name: str = "matrix"
    title_ja: str = "表（マトリクス）"
    title_en: str = "Matrix of ties"
    query: str = "area_network"
    starts_from_one: bool = False
    is_chart: bool = True

    def draw(self, picture: Picture, *, language: str, limit: int) -> str:
        """The matrix as one HTML document.

        Raises:
            ViewTooLarge: there are more bodies with ties than the limit.
        """
        # Imported here: what draws charts takes long to load, and only a chart needs it.
        from visualizations.chart.document import chart_document  # noqa: PLC0415
        from visualizations.chart.matrix import chart_of, matrix_of, only_matrix  # noqa: PLC0415
        from visualizations.chart.svg import svg_of  # noqa: PLC0415

        words, matrix = Messages(("visualizations",), language), matrix_of(picture)
        refuse_if_too_large(only_matrix(picture, matrix), limit)
        bodies = matrix.bodies
        summary = words(
            "summary.matrix", bodies=len(bodies), ties=sum(how != "absent" for how in matrix.cells.values()), left_out=matrix.left_out
        )
        return chart_document(
            picture,
            view=self.name,
            words=words,
            summary=summary,
            drawing=svg_of(chart_of(matrix, words), described=summary) if bodies else None,
            heads=("table.from", "table.to", "table.known", "table.quote"),
            rows=[
                (bodies[a].name, bodies[b].name, words(f"matrix.{how}"), matrix.quotes.get(frozenset((bodies[a].id, bodies[b].id)), ""))
                for (a, b), how in sorted(matrix.cells.items())
            ],
        )


VIEW = BodiesByBodies()
