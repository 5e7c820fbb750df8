"""`tsunagu database`: the embedded engine's state, and the graph's."""

import typer

from api.cli import backups
from api.cli.output import current_settings, line, texts
from graph.embedded import EmbeddedDatabase
from graph.errors import QueryMisused
from graph.opening import open_prepared
from graph.settings import Settings

HELP = """データベースの状態を見る・起動しておく・止める。

例: tsunagu database status"""

app = typer.Typer(no_args_is_help=True)


@app.command("status", help="データベースが動いているかを表示します。\n\n例: tsunagu database status")
def status() -> None:
    """Say what runs where; starts nothing."""
    settings = current_settings()
    words = texts(settings)
    if settings.neo4j_uri:
        with open_prepared(settings) as graph:
            line(words("database.neo4j_answers", address=graph.address))
        return
    server = EmbeddedDatabase(settings.home).find()
    if server is None:
        line(words("database.not_running", home=settings.home))
        return
    line(words("database.running", home=settings.home, pid=server.pid, port=server.bolt_port))


@app.command("start", help="組み込みのデータベースを起動し、止めるまで動かしておきます。\n\n例: tsunagu database start")
def start() -> None:
    """Start the embedded engine to stay."""
    settings = _embedded_only()
    server = EmbeddedDatabase(settings.home).start()
    line(texts(settings)("database.running", home=settings.home, pid=server.pid, port=server.bolt_port))


@app.command("stop", help="組み込みのデータベースを止めます。\n\n例: tsunagu database stop")
def stop() -> None:
    """Stop the embedded engine."""
    settings = _embedded_only()
    stopped = EmbeddedDatabase(settings.home).stop()
    line(texts(settings)("database.stopped" if stopped else "database.not_running", home=settings.home))


app.command("backup", help=backups.BACKUP_HELP)(backups.backup)
app.command("restore", help=backups.RESTORE_HELP)(backups.restore)


def _embedded_only() -> Settings:
    settings = current_settings()
    if settings.neo4j_uri:
        raise QueryMisused("not_our_database", address=settings.shown()["NEO4J_URI"])
    return settings
