"""`tsunagu database`: the embedded engine's state, and the graph's."""

import typer

from api.cli import backups, check
from api.cli.opening import told
from api.cli.output import current_settings, line, texts
from graph.connection import Graph, open_graph
from graph.embedded import EmbeddedDatabase
from graph.errors import QueryMisused
from graph.messages import Messages
from graph.settings import Settings
from graph.unfinished import unfinished_loads

HELP = """データベースの状態を見る・起動しておく・止める。

例: tsunagu database status"""

app = typer.Typer(no_args_is_help=True)


@app.command("status", help="データベースが動いているか、終わっていない取り込みがあるかを表示します。\n\n例: tsunagu database status")
def status() -> None:
    """Say what runs where, and which loads are unfinished; where nothing was ever loaded, nothing is started."""
    settings = current_settings()
    words = texts(settings)
    if settings.neo4j_uri:
        with open_graph(settings, tell=told(settings)) as graph:
            line(words("database.neo4j_answers", address=graph.address))
            _say_unfinished(graph, words)
        return
    database = EmbeddedDatabase(settings.home)
    server = database.find()
    if server:
        line(words("database.running", home=settings.home, pid=server.pid, port=server.bolt_port))
    else:
        line(words("database.not_running", home=settings.home))
    if server or database.has_data():
        # What broke off stands in the data: an engine that does not run is started to be asked, and stopped again.
        with open_graph(settings, tell=told(settings)) as graph:
            _say_unfinished(graph, words)


@app.command("start", help="組み込みのデータベースを起動し、止めるまで動かしておきます。\n\n例: tsunagu database start")
def start() -> None:
    """Start the embedded engine to stay."""
    settings = _embedded_only()
    server = EmbeddedDatabase(settings.home, bolt_port=settings.bolt_port, tell=told(settings)).start()
    line(texts(settings)("database.running", home=settings.home, pid=server.pid, port=server.bolt_port))


@app.command("stop", help="組み込みのデータベースを止めます。\n\n例: tsunagu database stop")
def stop() -> None:
    """Stop the embedded engine."""
    settings = _embedded_only()
    stopped = EmbeddedDatabase(settings.home, tell=told(settings)).stop()
    line(texts(settings)("database.stopped" if stopped else "database.not_running", home=settings.home))


def _say_unfinished(graph: Graph, words: Messages) -> None:
    found = unfinished_loads(graph)
    for one in found:
        line(words("database.unfinished", dataset=one.dataset, file=one.file, since=one.since))
    if not found:
        line(words("database.all_finished"))


app.command("check", help=check.HELP)(check.check)
app.command("backup", help=backups.BACKUP_HELP)(backups.backup)
app.command("restore", help=backups.RESTORE_HELP)(backups.restore)


def _embedded_only() -> Settings:
    settings = current_settings()
    if settings.neo4j_uri:
        raise QueryMisused("not_our_database", address=settings.shown()["NEO4J_URI"])
    return settings
