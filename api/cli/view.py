"""`tsunagu view`: a picture as one file that needs no network."""

from pathlib import Path
from typing import Annotated

import typer

from api.cli.audience import USUAL, AudienceOption
from api.cli.opening import open_prepared
from api.cli.output import current_settings, line, texts
from api.cli.writing_files import write_text
from graph.reading import Reader
from visualizations.gathering import gathered
from visualizations.registry import find
from visualizations.size import USUAL_LIMIT

HELP = """図を、単独で開ける1つのHTMLファイルに書き出します。

例: tsunagu view area_network --area 伊賀市 --out つながり図.html"""


def view(
    name: Annotated[str, typer.Argument(metavar="VIEW", help="図の名前（area_network）")],
    out: Annotated[Path, typer.Option(metavar="FILE.html", help="書き出すファイル")],
    area: Annotated[str | None, typer.Option(help="区域の名前か団体コード。省くとすべての区域。")] = None,
    audience: AudienceOption = USUAL,
    limit: Annotated[int, typer.Option(help="描く点の数の上限（3000まで）")] = USUAL_LIMIT,
) -> None:
    """Draw a view into a file."""
    settings = current_settings()
    drawn = find(name)
    with open_prepared(settings) as graph:
        picture = gathered(Reader(graph, audience=audience), drawn, area=area, language=settings.language)
    write_text(out, drawn.draw(picture, language=settings.language, limit=limit))
    line(texts(settings)("view.written", file=out, nodes=len(picture.nodes), ties=len(picture.ties)))
