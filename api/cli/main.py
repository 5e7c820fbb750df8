"""`tsunagu`: the commands, and what a failure looks like.

Exit status: 0 done; 1 `--strict` and something was refused; 2 misuse or failure, with two lines on standard error: what
happened, and what to do. Tracebacks only with `--debug`.
"""

import os
import sys
from collections.abc import Mapping
from typing import ClassVar

import typer

from api.cli.interrupted import LoadInterrupted
from api.cli.lazily import LazyGroup
from api.wording import messages
from graph.errors import TsunaguError

FAILURE = 2


class Commands(LazyGroup):
    """The commands, in the order in which help tells them."""

    places: ClassVar[Mapping[str, str]] = {
        "demo": "api.cli.demo:demo",
        "load": "api.cli.load:load",
        "undo": "api.cli.undo:undo",
        "add": "api.cli.add:app",
        "withdrawn": "api.cli.withdrawn:app",
        "gaps": "api.cli.gaps:app",
        "connect": "api.cli.connect:connect",
        "findings": "api.cli.findings:app",
        "area": "api.cli.area:area",
        "match": "api.cli.match:match",
        "develop": "api.cli.develop:develop",
        "meeting": "api.cli.meeting:meeting",
        "view": "api.cli.view:view",
        "doubles": "api.cli.doubles:app",
        "evidence": "api.cli.evidence:app",
        "compare": "api.cli.compare:compare",
        "measures": "api.cli.measures:measures",
        "compare-all": "api.cli.compare_all:compare_all",
        "between": "api.cli.between:between",
        "what-if": "api.cli.what_if:what_if",
        "facts": "api.cli.facts:facts",
        "history": "api.cli.history:history",
        "bundle": "api.cli.bundle:app",
        "export": "api.cli.export:export",
        "serve": "api.cli.serve:serve",
        "database": "api.cli.database:app",
        "settings": "api.cli.settings:settings",
    }


app = typer.Typer(
    cls=Commands,
    name="tsunagu",
    help="つなぐ: 地域の団体・協議体・サービスのつながりを記録し、つながりの記載がない団体、足りないサービス、橋渡しの候補を答えます。",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def options(debug: bool = typer.Option(False, "--debug", help="失敗したときに詳しい経路（トレースバック）を表示します。")) -> None:
    """Take the options that stand before every command."""
    _Debug.on = debug


class _Debug:
    on = False


def run() -> None:
    """Run the command line and leave with its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    try:
        status = app(standalone_mode=False)
    except BrokenPipeError:
        os._exit(FAILURE)
    except (Exception, KeyboardInterrupt) as error:
        if _Debug.on:
            raise
        _fail(*_two_lines(error))
    else:
        sys.exit(status if isinstance(status, int) else 0)


def _two_lines(error: BaseException) -> tuple[str, str]:
    """What happened and what to do, whatever went wrong."""
    texts = messages(_language())
    if isinstance(error, TsunaguError):
        return texts.what_happened(error), texts.what_to_do(error)
    if isinstance(error, LoadInterrupted):
        return texts("cli.load_interrupted", file=error.file), texts("cli.load_interrupted.advice")
    if isinstance(error, typer.Abort | KeyboardInterrupt):
        return texts("cli.interrupted"), texts("cli.interrupted.advice")
    if isinstance(error, typer.TyperException):
        worded = getattr(error, "format_message", error.__str__)
        return texts("cli.misused", reason=worded()), texts("cli.misused.advice")
    return texts("cli.unforeseen", reason=f"{type(error).__name__}: {error}"), texts("cli.unforeseen.advice")


def _language() -> str:
    return "en" if os.environ.get("TSUNAGU_LANGUAGE") == "en" else "ja"


def _fail(what_happened: str, what_to_do: str) -> None:
    lines = [" ".join(text.split()) for text in (what_happened, what_to_do)]
    sys.stderr.write("\n".join(lines) + "\n")
    sys.exit(FAILURE)


if __name__ == "__main__":
    run()
