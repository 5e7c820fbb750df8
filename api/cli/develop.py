"""`tsunagu develop`: what is missing in an area, what could be built, and from what."""

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from api.cli.audience import USUAL, AudienceOption
from api.cli.match import precedents, starters
from api.cli.opening import open_prepared
from api.cli.output import current_settings, document, line, texts
from api.developing import developed
from graph.messages import Messages
from graph.reading import Reader
from graph.taxonomy import taxonomy

HELP = """地域に足りないもの、つくれそうなもの、その手がかり（ほかの地域の例・始められそうな団体・使えそうな補助）を示します。

例: tsunagu develop --area 伊賀市 --json"""


def develop(
    area: Annotated[str, typer.Option(help="地区か市町村の名前、または団体コード。")],
    json: Annotated[bool, typer.Option("--json", help="JSONで出力します。")] = False,
    audience: AudienceOption = USUAL,
) -> None:
    """Show what could be built in an area."""
    settings = current_settings()
    words = texts(settings)
    with open_prepared(settings) as graph:
        found = developed(Reader(graph, audience=audience), area=area)
    if json:
        document(found)
    else:
        _print(found, words)


def _print(found: Mapping[str, Any], words: Messages) -> None:
    line(words("develop.heading", area=found["area"]["name"]))
    line(words("develop.needs", found=len(found["needs"]), population=found["looked_at"]["needs"]))
    for need in found["needs"]:
        line(words("develop.need", area=need["area"], need=need["need"]))
        for one in need["answers"]:
            line(words("develop.code", need=getattr(taxonomy().need_categories[one["code"]], words.language)))
            precedents(one["precedents"], words)
            starters(one["starters"], words)
            for near in one["suppliers"]:
                through = words("and").join(near["through"])
                line(words("match.supplier", ties=near["ties"], name=near["name"], service=near["service"], through=through))
    line(words("develop.kinds", found=len(found["kinds"]), population=found["looked_at"]["kinds"]))
    for kind in found["kinds"]:
        name = getattr(taxonomy().service_categories[kind["category"]], words.language)
        wide = words("and").join(kind["city_wide"]) or words("none_recorded")
        line(words("develop.kind", area=kind["area"], kind=name, wide=wide))
        precedents(kind["precedents"], words)
    for one in found["planned"]:
        line(words("develop.planned", service=one["service"], area=one["area"]))
    for one in found["programmes"]:
        ends = one["ends_on"] or words("develop.no_end")
        line(words("develop.programme", name=one["name"], ends=ends, paid=words("and").join(one["pays_for"]) or words("none_recorded")))
    line(words("match.caution"))
