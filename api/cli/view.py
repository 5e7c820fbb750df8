"""`tsunagu view`: a picture as one file that needs no network."""

from pathlib import Path
from typing import Annotated

import typer

from api.cli.audience import USUAL, AudienceOption
from api.cli.opening import open_prepared
from api.cli.output import current_settings, line, texts
from api.sheets import sheet_file
from graph.reading import Reader
from loaders.whole_files import write_file
from visualizations.gathering import gathered
from visualizations.registry import find
from visualizations.sheet.papers import known_paper
from visualizations.size import USUAL_LIMIT

HELP = """図を1つのファイルに書き出します。拡張子で形が決まります（.html は単独で開ける図、.svg と .pdf は凡例や資料名の入った紙面）。

例: tsunagu view area_network --area 伊賀市 --out つながり図.html

例: tsunagu view area_network --area 伊賀市 --out つながり図.pdf --paper A3"""

SHEETS = {".svg": "svg", ".pdf": "pdf"}


def view(
    name: Annotated[str, typer.Argument(metavar="VIEW", help="図の名前（area_network）")],
    out: Annotated[Path, typer.Option(metavar="FILE", help="書き出すファイル（.html、.svg、.pdf）")],
    area: Annotated[str | None, typer.Option(help="区域の名前か団体コード。省くとすべての区域。")] = None,
    audience: AudienceOption = USUAL,
    limit: Annotated[int, typer.Option(help="描く点の数の上限（3000まで）")] = USUAL_LIMIT,
    paper: Annotated[str, typer.Option(metavar="A4|A3", help="PDFの紙の大きさ（横長）")] = "A4",
) -> None:
    """Draw a view into a file."""
    settings = current_settings()
    drawn, wanted, suffix = find(name), known_paper(paper), out.suffix.lower()
    with open_prepared(settings) as graph:
        reader = Reader(graph, audience=audience)
        picture = gathered(reader, drawn, area=area, language=settings.language)
    if suffix in SHEETS:
        content = sheet_file(picture, SHEETS[suffix], language=settings.language, made_on=reader.today, limit=limit, paper=wanted)
    else:
        content = drawn.draw(picture, language=settings.language, limit=limit).encode()
    write_file(out, content)
    line(texts(settings)("view.written", file=out, nodes=len(picture.nodes), ties=len(picture.ties)))
