"""Typesetting by Typst: our template and plain data give a PDF; texts are data and never become markup.

Names of Typst's own colours, functions or files in a text mean nothing: the template reads the content as JSON.
"""

import json
from datetime import UTC, date, datetime, time
from functools import cache
from importlib.resources import files
from typing import Any

from visualizations.sheet.fonts import installed, japanese
from visualizations.sheet.plain_text import plain_throughout

LATIN = "Libertinus Serif"
"""Comes with Typst; only for what no Japanese font has."""


def typeset(template: str, content: dict[str, Any], *, made_on: date) -> bytes:
    """A PDF of a template of this folder and its content.

    Args:
        template: name of the file, without `.typ`.
        content: plain data for it; what cannot be seen is taken out of every text.
        made_on: the day that the file carries as its own.

    Raises:
        SettingsInvalid: this computer has no Japanese font (no_japanese_font).
    """
    import typst  # noqa: PLC0415 - only whoever makes a PDF needs it

    fonts = installed()
    given = plain_throughout(content) | {"fonts": [*japanese(fonts)[:1], LATIN]}
    compiler = typst.Compiler(
        _template(template), font_paths=fonts, sys_inputs={"content": json.dumps(given, ensure_ascii=False)}, package_path=None
    )
    made = compiler.compile(format="pdf", timestamp=datetime.combine(made_on, time(), UTC))
    assert isinstance(made, bytes)  # noqa: S101 - a PDF is one file, whatever its pages
    return made


@cache
def _template(name: str) -> bytes:
    """Every template begins with what all share."""
    folder = files("visualizations.sheet") / "templates"
    return b"\n".join((folder / f"{part}.typ").read_bytes() for part in ("shared", name))
