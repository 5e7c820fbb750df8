"""`tsunagu database check`: whether the graph is sound."""

from dataclasses import asdict

from api.cli.deciding import Json
from api.cli.opening import open_prepared
from api.cli.output import current_settings, document, line, texts
from graph.consistency import faults

HELP = "グラフに食い違いがないかを調べます。あれば終了コード1で終わります。\n\n例: tsunagu database check"
FAULTY = 1


def check(json: Json = False) -> int:
    """Look at all of the graph and say what is wrong."""
    settings = current_settings()
    words = texts(settings)
    with open_prepared(settings) as graph:
        found = faults(graph)
    if json:
        document({"faults": [asdict(fault) for fault in found]})
        return FAULTY if found else 0
    for fault in found:
        values = {"count": fault.count, "examples": ", ".join(fault.examples), **fault.values}
        line(f"{words(f'fault.{fault.code}', **values)} → {words(f'fault.{fault.code}.advice', **values)}")
    line(words("check.faulty" if found else "check.sound"))
    return FAULTY if found else 0
