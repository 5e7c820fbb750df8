"""`tsunagu demo`: the bundled example in a graph of its own, and the web application on it."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Annotated

import typer

from api.cli.opening import open_prepared
from api.cli.output import current_settings, note, progress_bar, texts
from api.cli.serve import HIGHEST_PORT, load_web_packages, serve_settings
from graph.reading import Reader
from graph.settings import Settings
from loaders.doubles import with_suggestions
from loaders.example.bundle import example_files
from loaders.preparing import prepare_candidate
from loaders.run import write

HELP = """見本のデータを専用のグラフに取り込み、ウェブ画面を開きます。お手元のデータには触れません。

例: tsunagu demo --no-browser"""


def demo(
    no_browser: Annotated[bool, typer.Option("--no-browser", help="ブラウザーを開きません。")] = False,
    port: Annotated[int, typer.Option(min=0, max=HIGHEST_PORT, help="待ち受ける番号。0 なら空いている番号。")] = 8000,
) -> None:
    """Load the example and serve it."""
    settings = demo_settings(current_settings())
    words = texts(settings)
    note(words("demo.loading"))
    with ThreadPoolExecutor(max_workers=1) as background:
        # The engine takes seconds to start: meanwhile the files are read, and the web's packages loaded.
        opening = background.submit(open_prepared, settings)
        prepared = [prepare_candidate(file.candidate, file.choices) for file in example_files()]
        load_web_packages()
    with opening.result() as graph:
        reports = []
        for one in prepared:
            with progress_bar(one.file) as progress:
                reports.append(write(graph, one, progress=progress))
        with_suggestions(Reader(graph), reports)
        serve_settings(settings, host="127.0.0.1", port=port, browser=not no_browser, banner="demo.banner")


def demo_settings(settings: Settings) -> Settings:
    """The user's settings with a graph of the demo's own: always embedded, beside the user's."""
    return replace(settings, neo4j_uri=None, bolt_port=None, home=settings.home / "demo")
