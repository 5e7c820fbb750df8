"""`tsunagu connect`: network building in one area, its questions side by side."""

from collections.abc import Mapping
from typing import Annotated

import typer

from api.answers import notes_in_words, summary, worded_header
from api.cells import in_words
from api.cli.audience import USUAL, AudienceOption
from api.cli.deciding import Json
from api.cli.opening import open_prepared
from api.cli.output import current_settings, document, line, texts
from api.network_building import network_building, network_building_shown
from graph.messages import Messages
from graph.reading import Answer, Reader

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
        _print(part, answer, words, titles)


def _print(part: str, answer: Answer, words: Messages, titles: Mapping[str, str]) -> None:
    header = worded_header(answer.question, words.language)
    line()
    line(words("connect.heading", part=words(f"connect.{part}"), gap=answer.question.name))
    if answer.is_given:
        line(summary(answer, words))
    for number, row in enumerate(answer.rows, start=1):
        line(f"{number}. {in_words(answer.question, row, words, titles)}")
    for note in notes_in_words(answer, words):
        line(f"※ {note}")
    if answer.rows:
        line(f"→ {header['next_step']}")
