"""`tsunagu connect`: network building in one area, its questions side by side."""

from typing import Annotated

import typer

from api.cli.audience import USUAL, AudienceOption
from api.cli.deciding import Json
from api.cli.opening import open_prepared
from api.cli.output import current_settings, document, line, texts
from api.cli.printed_answer import print_answer
from api.network_building import network_building, network_building_shown
from graph.reading import Reader

HELP = """つながりづくりのために、つながりの記載が見つからない団体、引き合わせの候補、声をかけたい団体を、一度に見ます。

例: tsunagu connect --area 伊賀市"""


def connect(
    area: Annotated[str, typer.Option(help="区域の名前か団体コード")],
    audience: AudienceOption = USUAL,
    json: Json = False,
) -> None:
    """Print the answers about an area."""
    settings = current_settings()
    words = texts(settings)
    with open_prepared(settings) as graph:
        reader = Reader(graph, audience=audience)
        if json:
            document(network_building_shown(reader, area, words))
            return
        found = network_building(reader, area)
        line(words("connect.title", area=reader.areas.full_name(reader.areas.find(area).id)))
        titles = reader.titles
    for part, answer in found:
        line()
        line(words("connect.heading", part=words(f"connect.{part}"), gap=answer.question.name))
        print_answer(answer, words, titles)
