"""`tsunagu view`: a picture as one file: a page that needs no network, or a sheet to take along."""

from pathlib import Path
from typing import Annotated

import typer

from api.cli.audience import USUAL, AudienceOption
from api.cli.opening import open_prepared
from api.cli.output import current_settings, line, texts
from api.pictures_asked import with_sheet
from api.sheets import sheet_file
from graph.by_hand.finding import Finding
from graph.errors import QueryMisused
from graph.reading import Reader
from loaders.whole_files import write_file
from visualizations.contract import Picture, View
from visualizations.gathering import gathered
from visualizations.neighbourhood import MOST_STEPS, at_first, gathered_around
from visualizations.registry import find, names
from visualizations.sheet.papers import known_paper
from visualizations.size import USUAL_LIMIT

HELP = """図を1つのファイルに書き出します。拡張子で形が決まります（.html は単独で開ける図、.svg と .pdf は凡例や資料名の入った紙面）。

例: tsunagu view area_network --area 伊賀市 --out つながり図.html

例: tsunagu view area_network --area 伊賀市 --out つながり図.pdf --paper A3

例: tsunagu view organization --organization 伊賀市社会福祉協議会 --area 伊賀市 --out まわり.html"""

SHEETS = {".svg": "svg", ".pdf": "pdf"}


def view(
    name: Annotated[str, typer.Argument(metavar="VIEW", help=f"図の名前（{'、'.join(names())}）")],
    out: Annotated[Path, typer.Option(metavar="FILE", help="書き出すファイル（.html、.svg、.pdf）")],
    area: Annotated[str | None, typer.Option(help="区域の名前か団体コード。省くとすべての区域。")] = None,
    organization: Annotated[str | None, typer.Option(help="団体ひとつから始める図（organization）の、団体の名前かID")] = None,
    steps: Annotated[int, typer.Option(min=1, max=MOST_STEPS, help="その団体から何歩先まで表示するか")] = 1,
    audience: AudienceOption = USUAL,
    limit: Annotated[int, typer.Option(help="描く点の数の上限（3000まで）")] = USUAL_LIMIT,
    paper: Annotated[str, typer.Option(metavar="A4|A3", help="PDFの紙の大きさ（横長）")] = "A4",
) -> None:
    """Draw a view into a file."""
    settings = current_settings()
    drawn, wanted, suffix = find(name), known_paper(paper), out.suffix.lower()
    if suffix in SHEETS:
        with_sheet(drawn)
    with open_prepared(settings) as graph:
        reader = Reader(graph, audience=audience)
        if drawn.starts_from_one:
            start = _start(reader, drawn, area, organization)
            picture: Picture = gathered_around(reader, drawn, start, steps=steps, language=settings.language, limit=limit)
        else:
            picture = gathered(reader, drawn, area=area, language=settings.language)
    if suffix in SHEETS:
        shown = at_first(picture)
        content = sheet_file(shown, SHEETS[suffix], language=settings.language, made_on=reader.today, limit=limit, paper=wanted)
    else:
        content = drawn.draw(picture, language=settings.language, limit=limit).encode()
    write_file(out, content)
    line(texts(settings)("view.written", file=out, nodes=len(picture.nodes), ties=len(picture.ties)))


def _start(reader: Reader, view: View, area: str | None, organization: str | None) -> str:
    """The id of the body from which a view starts."""
    if organization is None:
        raise QueryMisused("view_of_which_organization", view=view.name)
    return Finding(reader, area).body(organization).id
