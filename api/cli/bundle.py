"""`tsunagu bundle`: what another researcher does with a bundle that `tsunagu export bundle` wrote."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.cli.deciding import Json
from api.cli.output import current_settings, document, line, texts
from graph.messages import Messages

if TYPE_CHECKING:
    from loaders.bundle.rerun import Difference, Rerun

HELP = "研究用の一式（tsunagu export bundle で書き出したZIP）を確かめます。"
RERUN_HELP = """一式の表だけから比較を計算し直し、違うところを示します。データベースは使いません。違いがあれば終了コードは 1 です。

例: tsunagu bundle rerun 比較.zip"""
DIFFERS = 1
SHOWN = 20

app = typer.Typer(no_args_is_help=True)


@app.command("rerun", help=RERUN_HELP)
def rerun_bundle(file: Annotated[Path, typer.Argument(metavar="FILE.zip", help="一式のZIP")], json: Json = False) -> int:
    """Compute a bundle's comparison again."""
    from loaders.bundle.rerun import rerun  # noqa: PLC0415 - what computes is loaded only by what needs it

    found = rerun(file)
    if json:
        document(_shown(file, found))
    else:
        _print(file, found, texts(current_settings()))
    return 0 if found.is_same else DIFFERS


def _print(file: Path, found: "Rerun", words: Messages) -> None:
    line(words("bundle.rerun", file=file, regions=words("bundle.between").join(found.regions), numbers=found.numbers))
    if found.is_same:
        line(words("bundle.same"))
    said = [
        *(words("bundle.differs", **_values(one)) for one in found.differences),
        *(words("bundle.unfounded", place=one.place, said=one.stated) for one in found.unfounded),
    ]
    for one in said[:SHOWN]:
        line(one)
    if len(said) > SHOWN:
        line(words("bundle.more", count=len(said) - SHOWN))
    for name, (then, now) in found.versions.items():
        line(words("bundle.version", name=name, then=then or "—", now=now))


def _values(one: "Difference") -> dict[str, Any]:
    told = {"stated": one.stated, "computed": one.computed}
    return {"place": one.place} | {name: "—" if value is None else value for name, value in told.items()}


def _shown(file: Path, found: "Rerun") -> dict[str, Any]:
    return {
        "file": str(file),
        "same": found.is_same,
        "regions": list(found.regions),
        "numbers": found.numbers,
        "differences": [vars(one) for one in found.differences],
        "unfounded": [{"place": one.place, "said": one.stated} for one in found.unfounded],
        "versions": {name: {"then": then, "now": now} for name, (then, now) in found.versions.items()},
    }
