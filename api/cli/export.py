"""`tsunagu export`: what the graph holds, as a file that other programs read."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from api.cli.audience import AudienceOption
from api.cli.compare import Given
from api.cli.export_site import SITE, export_site
from api.cli.opening import open_prepared
from api.cli.output import current_settings, document, line, texts
from api.wording import PACKAGES
from graph.compared_regions import with_comparison
from graph.comparing import DRAWS, MOST_DRAWS, SEED
from graph.holdings import Holdings, holdings
from graph.messages import Messages
from graph.reading import Reader
from graph.settings import Settings
from loaders.exporting import Exporter, LeftOut, all_exporters, compares, exporter_named, needs_graph, package_of

HELP = """記録を、ほかの道具で開けるファイルに書き出します。公開の記載だけを書き出します（--audience で変えられます）。

例: tsunagu export csv --area 伊賀市 --out 伊賀市の記録.zip

例: tsunagu export bundle --area 伊賀市 --area つなぐ市 --out 比較.zip

例: tsunagu export site --area 伊賀市 --out 伊賀市/"""
PUBLIC = "public"
"""What leaves is for everybody, unless another audience is named."""


class WithFormats(TyperCommand):
    """A command whose help lists the formats there are, looked up only when somebody asks for it."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help."""
        words = texts(current_settings())
        titled = [f"{name}: {getattr(one, f'title_{current_settings().language}')}" for name, one in all_exporters().items()]
        self.help = "\n\n".join([HELP, words("export.formats"), *titled, f"{SITE}: {words('site_export.title')}"])
        super().format_help(ctx, formatter)


COMMAND_CLASS = WithFormats


def export(
    format_: Annotated[str, typer.Argument(metavar="FORMAT", help="形式の名前")],
    out: Annotated[Path, typer.Option(metavar="PATH", help="書き出すファイルかフォルダー")],
    area: Annotated[list[str] | None, typer.Option(help="区域の名前か団体コード。何度でも付けられます。省くとすべての区域。")] = None,
    audience: AudienceOption = PUBLIC,
    seed: Annotated[int, typer.Option(min=0, help="乱数の種（bundle の比較に使います）。")] = SEED,
    draws: Annotated[int, typer.Option(min=1, max=MOST_DRAWS, help="比べる偶然のつながりの数（bundle の比較に使います）。")] = DRAWS,
    given: Annotated[Given, typer.Option(help="偶然の図でそろえるもの（bundle の比較に使います）。")] = Given.ties,
    json: Annotated[bool, typer.Option("--json", help="JSONで出力します。")] = False,
) -> None:
    """Write a format."""
    settings, areas = current_settings(), area or []
    if format_ == SITE:
        export_site(settings, out, areas=areas, audience=audience, json=json)
        return
    exporter = exporter_named(format_, beside=(SITE,))
    held = (
        _held(settings, audience, areas, exporter, {"seed": seed, "draws": draws, "given": given.value})
        if needs_graph(exporter)
        else Holdings()
    )
    written = exporter.write(held, out, settings.language)
    words = Messages((package_of(exporter), *PACKAGES), settings.language)
    files = [str(file) for file in written.files]
    if json:
        left_out = [_shown(one, words) for one in written.left_out]
        about = {"format": format_, "files": files, "audience": audience, "area": areas if len(areas) > 1 else next(iter(areas), None)}
        document({**about, "counts": dict(written.counts), "left_out": left_out})
        return
    counts = words("export.between").join(
        words("export.count", what=words(f"text.{name}"), count=count) for name, count in written.counts.items()
    )
    line(words("export.written", title=getattr(exporter, f"title_{settings.language}"), out=out))
    if counts:
        line(words("export.holds", counts=counts))
    for one in written.left_out:
        line(words("export.left_out", said=_said(one, words), advice=words(f"{one.code}.advice")))
    if needs_graph(exporter):
        line(words(f"export.for_{audience}"))


def _held(settings: Settings, audience: str, areas: list[str], exporter: Exporter, comparing: Mapping[str, Any]) -> Holdings:
    with open_prepared(settings) as graph:
        reader = Reader(graph, audience=audience)
        chosen = sorted({id_ for area in areas for id_ in reader.areas.resolve(area)}) if areas else None
        held = holdings(graph, visible=reader.visible, areas=chosen)
        return with_comparison(held, reader, areas, **comparing) if compares(exporter) else held


def _said(one: LeftOut, words: Messages) -> str:
    return words(one.code, count=one.count, **one.values)


def _shown(one: LeftOut, words: Messages) -> dict[str, Any]:
    return {"code": one.code, "count": one.count, "message": _said(one, words), "advice": words(f"{one.code}.advice")}
