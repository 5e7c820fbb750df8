"""期間の図: from when until when things are stated to be, and on which days sources record them."""

from dataclasses import dataclass

from graph.messages import Messages
from visualizations.contract import Picture
from visualizations.size import refuse_if_too_large


@dataclass(frozen=True)
class Timeline:
    """Bodies, councils, services, needs and programmes along the days that are known of them."""

    name: str = "timeline"
    title_ja: str = "期間の図"
    title_en: str = "Timeline"
    query: str = "timeline"
    starts_from_one: bool = False
    is_chart: bool = True

    def draw(self, picture: Picture, *, language: str, limit: int) -> str:
        """The timeline as one HTML document.

        Raises:
            ViewTooLarge: there are more things than the limit.
        """
        # Imported here: what draws charts takes long to load, and only a chart needs it.
        from visualizations.chart.document import chart_document  # noqa: PLC0415
        from visualizations.chart.svg import svg_of  # noqa: PLC0415
        from visualizations.chart.timeline import chart_of, lines_of, table_of  # noqa: PLC0415

        refuse_if_too_large(picture, limit)
        words, lines = Messages(("visualizations",), language), lines_of(picture)
        stated = sum(line.is_stated for line in lines)
        summary = words("summary.timeline", stated=stated, dated=len(lines) - stated, all=len(picture.nodes))
        return chart_document(
            picture,
            view=self.name,
            words=words,
            summary=summary,
            drawing=svg_of(chart_of(lines, words), described=summary) if lines else None,
            heads=("table.name", "table.kind", "timeline.begins", "timeline.ends", "timeline.days"),
            rows=table_of(lines, words),
        )


VIEW = Timeline()
