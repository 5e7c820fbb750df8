"""`tsunagu area`: what is known of an area, in a few sentences."""

from dataclasses import asdict
from typing import Annotated

import typer

from api.area_sentences import area_sentences
from api.cli.audience import USUAL, AudienceOption
from api.cli.opening import open_prepared
from api.cli.output import current_settings, document, line, texts
from graph.reading import Reader

HELP = """一つの区域について、分かっていることを数文で述べます。

例: tsunagu area 伊賀市

例: tsunagu area 伊賀市 --audience public --json"""


def area(
    name: Annotated[str, typer.Argument(help="区域の名前か団体コード")],
    json: Annotated[bool, typer.Option("--json", help="JSONで出力します。")] = False,
    audience: AudienceOption = USUAL,
) -> None:
    """Print the sentences about an area."""
    settings = current_settings()
    with open_prepared(settings) as graph:
        reader = Reader(graph, audience=audience)
        found = reader.areas.find(name)
        full_name = reader.areas.full_name(found.id)
        told = area_sentences(reader, found, texts(settings))
    if json:
        document({"area_id": found.id, "area": full_name, "sentences": [asdict(one) for one in told]})
        return
    line(full_name)
    for one in told:
        line(one.text)
