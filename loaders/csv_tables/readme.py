"""The README beside the tables: what each holds, and how its cells are to be read."""

from collections.abc import Iterable

from graph.messages import Messages
from loaders.csv_tables.table import Table


def readme(tables: Iterable[Table], words: Messages) -> bytes:
    """The bytes of README.txt."""
    lines = [
        words("text.readme.title"),
        "",
        *(
            words("text.readme.table", file=f"{table.name}.csv", what=words(f"text.table.{table.name}"), count=len(table.rows))
            for table in tables
        ),
        "",
        *(words(f"text.readme.{part}") for part in ("cells", "missing", "evidence", "visibility", "licence")),
    ]
    return "".join(f"{line}\r\n" for line in lines).encode("utf-8-sig")
