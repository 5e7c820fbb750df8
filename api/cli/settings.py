"""`tsunagu settings`: what is in force, secrets hidden."""

from api.cli.output import current_settings, line, texts

HELP = """いま有効な設定を表示します（パスワードは伏せます）。

例: tsunagu settings"""


def settings() -> None:
    """Print the settings with what each is for."""
    current = current_settings()
    words = texts(current)
    for name, value in current.shown().items():
        line(f"{name}={value}\n  {words(f'settings.{name}')}")
    line(words("settings.engine_neo4j" if current.neo4j_uri else "settings.engine_embedded"))
