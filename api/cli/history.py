"""`tsunagu history`: how a fact came to be as it is."""

from typing import Annotated

import typer

from api.cli.audience import USUAL, AudienceOption
from api.cli.deciding import Json
from api.cli.opening import open_prepared
from api.cli.output import current_settings, document, line, texts
from api.history_shown import history_lines, history_shown
from graph.history import history_of
from graph.history_lookup import fact_meant
from graph.reading import Reader

HELP = """団体・協議体・サービスなどの記載がいつ入り、変わり、外れ、戻ったかを、新しい順に表示します。

例: tsunagu history 名張市社会福祉協議会"""


def history(
    name: Annotated[str, typer.Argument(metavar="NAME|ID", help="団体・協議体・サービスの名前か、事実のID（はじめの6文字以上）")],
    audience: AudienceOption = USUAL,
    json: Json = False,
) -> None:
    """Print the history of a fact."""
    settings = current_settings()
    with open_prepared(settings) as graph:
        reader = Reader(graph, audience=audience)
        found = history_of(reader, fact_meant(reader, name))
    if json:
        document(history_shown(found))
        return
    for text in history_lines(found, texts(settings)):
        line(text)
