"""`tsunagu`: the commands, and what a failure looks like.

Exit status: 0 done; 1 `--strict` and something was refused; 2 misuse or failure, with two lines on standard error: what
happened, and what to do. Tracebacks only with `--debug`.
"""

import os
import sys

import typer

from api.cli import (
    add,
    area,
    between,
    bundle,
    check,
    compare,
    compare_all,
    connect,
    database,
    demo,
    develop,
    doubles,
    evidence,
    export,
    facts,
    findings,
    gaps,
    history,
    load,
    match,
    measures,
    meeting,
    serve,
    settings,
    undo,
    view,
    what_if,
    withdrawn,
)
from api.wording import messages
from graph.errors import TsunaguError

FAILURE = 2

app = typer.Typer(
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


app.command("demo", help=demo.HELP)(demo.demo)
app.command("load", help=load.HELP)(load.load)
app.command("undo", help=undo.HELP)(undo.undo)
app.add_typer(add.app, name="add", help=add.HELP)
app.add_typer(withdrawn.app, name="withdrawn", help=withdrawn.HELP)
app.add_typer(gaps.app, name="gaps", help=gaps.HELP)
app.command("connect", help=connect.HELP)(connect.connect)
app.add_typer(findings.app, name="findings", help=findings.HELP)
app.command("area", help=area.HELP)(area.area)
app.command("match", help=match.HELP)(match.match)
app.command("develop", help=develop.HELP)(develop.develop)
app.command("meeting", help=meeting.HELP)(meeting.meeting)
app.command("view", help=view.HELP)(view.view)
app.add_typer(doubles.app, name="doubles", help=doubles.HELP)
app.add_typer(evidence.app, name="evidence", help=evidence.HELP)
app.command("compare", help=compare.HELP)(compare.compare)
app.command("measures", help=measures.HELP)(measures.measures)
app.command("compare-all", help=compare_all.HELP)(compare_all.compare_all)
app.command("between", help=between.HELP)(between.between)
app.command("what-if", cls=what_if.WithPairs, help=what_if.HELP)(what_if.what_if)
app.command("facts", help=facts.HELP)(facts.facts)
app.command("history", help=history.HELP)(history.history)
app.add_typer(bundle.app, name="bundle", help=bundle.HELP)
app.command("export", cls=export.WithFormats, help=export.HELP)(export.export)
app.command("serve", help=serve.HELP)(serve.serve)
database.app.command("check", help=check.HELP)(check.check)
app.add_typer(database.app, name="database", help=database.HELP)
app.command("settings", help=settings.HELP)(settings.settings)


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
    if isinstance(error, load.LoadInterrupted):
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
