"""`tsunagu settings`: what is in force, secrets hidden."""

import os

from api.cli.output import current_settings, line, texts
from graph.messages import Messages
from loaders.contract import HasSettings
from loaders.registry import all_loaders, package

HELP = """いま有効な設定を表示します（パスワードは伏せます）。

例: tsunagu settings"""


def settings() -> None:
    """Print the settings with what each is for."""
    current = current_settings()
    words = texts(current)
    for name, value in current.shown().items():
        line(f"{name}={value}\n  {words(f'settings.{name}')}")
    for loader in all_loaders().values():
        if isinstance(loader, HasSettings):
            own = Messages((package(loader),), words.language)
            for name, value in loader.settings_shown(os.environ).items():
                line(f"{name}={value}\n  {own(f'settings.{name}')}")
    line(words("settings.engine_neo4j" if current.neo4j_uri else "settings.engine_embedded"))
