"""`tsunagu export site`: the pages of an area as a folder."""

from collections.abc import Sequence
from pathlib import Path

from api.cli.opening import open_prepared
from api.cli.output import document, line, texts
from graph.errors import QueryMisused
from graph.settings import Settings

SITE = "site"
"""The name of the format. Its pages are the application's, so it stands beside the exporters of `loaders`."""


def export_site(settings: Settings, out: Path, *, areas: Sequence[str], audience: str, json: bool) -> None:
    """Write the folder and say what is in it.

    Raises:
        QueryMisused: no area is named, or several, or the folder holds something else.
    """
    if len(areas) != 1:
        raise QueryMisused("site_needs_area")
    area = areas[0]
    from api.static_site import write_site  # noqa: PLC0415 - the web's packages are loaded only by what needs them

    words = texts(settings)
    with open_prepared(settings) as graph:
        written = write_site(graph, out, area=area, audience=audience, language=settings.language)
    left_out = [words("site_export.too_large", title=title) for title in written.too_large]
    advice = words("site_export.too_large.advice")
    if json:
        document(
            {
                "format": SITE,
                "files": [str(file) for file in written.files],
                "audience": audience,
                "area": area,
                "counts": dict(written.counts),
                "left_out": [{"code": "site_export.too_large", "count": 1, "message": said, "advice": advice} for said in left_out],
            }
        )
        return
    line(words("export.written", title=words("site_export.title"), out=out))
    counts = words("export.between").join(
        words("export.count", what=words(f"site_export.{kind}"), count=count) for kind, count in written.counts.items()
    )
    line(words("export.holds", counts=counts))
    for said in left_out:
        line(words("export.left_out", said=said, advice=advice))
    line(words(f"export.for_{audience}"))
    line(words("site_export.open", file=out / "index.html"))
