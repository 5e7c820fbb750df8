"""`tsunagu database backup` and `restore`: the whole graph as one file, and back."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from api.cli.opening import open_prepared
from api.cli.output import current_settings, line, note, progress_bar, texts
from graph.connection import open_graph
from graph.dump.backup import backup as backup_graph
from graph.dump.opening import DumpFile, opened
from graph.dump.restore import held
from graph.dump.restore import restore as restore_graph
from graph.dump.verifying import verify
from graph.embedded import EmbeddedDatabase
from graph.embedded_backup import copy_engine, is_engine_copy, put_back
from graph.errors import QueryMisused
from graph.messages import Messages
from graph.settings import Settings

BACKUP_HELP = """グラフ全体の控えを、一つのファイルに書きます。どちらのデータベースにも、新しい版にも戻せます。

例: tsunagu database backup --out 控え.zip"""
RESTORE_HELP = """控えから、空のグラフに戻します。書く前に、控えの全体を確かめます。

例: tsunagu database restore 控え.zip"""


def backup(
    out: Annotated[Path, typer.Option(metavar="FILE.zip", help="書き出すファイル")],
    force: Annotated[bool, typer.Option("--force", help="同じ名前のファイルがあれば置きかえます。")] = False,
    engine_copy: Annotated[
        bool,
        typer.Option("--engine-copy", help="組み込みのデータベース自身の複製を作ります（同じ版の組み込みのデータベースにだけ戻せます）。"),
    ] = False,
) -> None:
    """Write the whole graph into one file."""
    settings = current_settings()
    words = texts(settings)
    if engine_copy:
        _copy_engine(settings, out, force=force)
        line(words("database.copied", file=out))
    else:
        with open_prepared(settings) as graph, progress_bar(words("database.backing_up")) as progress:
            manifest = backup_graph(graph, out, made_at=_now(), force=force, progress=progress)
        line(words("database.backed_up", file=out, nodes=manifest.nodes, relationships=manifest.relationships))
        if manifest.left_out:
            note(words("database.left_out", kinds=_counted(manifest.left_out)))
    line(words("database.handle_with_care"))


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="backup で作ったファイル")],
    replace: Annotated[
        bool, typer.Option("--replace", help="今のグラフを置きかえます。先にその控えを取り、どこにあるかを表示します。")
    ] = False,
) -> None:
    """Put a backup into an empty graph."""
    settings = current_settings()
    words = texts(settings)
    if is_engine_copy(file):
        _restore_copy(settings, file, words, replace=replace)
        line(words("database.restored_copy", file=file))
        return
    with opened(file) as dump:
        with progress_bar(words("database.checking_file")) as progress:
            verified = verify(dump, progress=progress)
        _restore_dump(settings, dump, words, replace=replace)
        line(words("database.restored", file=file, nodes=dump.manifest.nodes, relationships=dump.manifest.relationships))
    if verified.unknown_properties:
        note(words("database.unknown_properties", names=_counted(verified.unknown_properties)))


def _copy_engine(settings: Settings, out: Path, *, force: bool) -> None:
    if settings.neo4j_uri:
        raise QueryMisused("engine_copy_elsewhere", address=settings.shown()["NEO4J_URI"])
    with open_prepared(settings):
        copy_engine(EmbeddedDatabase(settings.home), out, force=force)


def _restore_dump(settings: Settings, dump: DumpFile, words: Messages, *, replace: bool) -> None:
    kept = (dump.path.parent if settings.neo4j_uri else settings.home) / f"{_name_before()}.zip"
    with open_prepared(settings, codes=False) as graph, progress_bar(words("database.restoring")) as progress:

        def keep() -> None:
            backup_graph(graph, kept, made_at=_now(), unfinished=True)
            note(words("database.kept_before", file=kept))

        restore_graph(graph, dump, replace=keep if replace else None, progress=progress)


def _restore_copy(settings: Settings, file: Path, words: Messages, *, replace: bool) -> None:
    if settings.neo4j_uri:
        raise QueryMisused("engine_copy_into_neo4j", file=file, address=settings.shown()["NEO4J_URI"])
    database = EmbeddedDatabase(settings.home)
    aside = settings.home / _name_before()
    with open_graph(settings) as graph:
        found = held(graph)
        if found and not replace:
            raise QueryMisused("graph_holds_something", address=graph.address, held=_counted(found))
    put_back(database, file, aside, opens=lambda: _see_that_it_opens(settings), keep=bool(found))
    if found:
        note(words("database.kept_before", file=aside))


def _see_that_it_opens(settings: Settings) -> None:
    with open_prepared(settings) as graph:
        held(graph)


def _counted(found: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {count}" for name, count in sorted(found.items()))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _name_before() -> str:
    return f"before-restore-{datetime.now(UTC):%Y%m%dT%H%M%SZ}"
