"""What every command that decides something asks for: who, and why."""

from typing import Annotated

import typer

from graph.roles import ROLES

By = Annotated[str, typer.Option("--by", metavar="ROLE", help=f"誰の判断か（個人名ではなく役割: {', '.join(ROLES)}）")]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="理由")]
MaybeWhy = Annotated[str | None, typer.Option("--why", metavar="TEXT", help="理由")]
Json = Annotated[bool, typer.Option("--json", help="JSONで出力します。")]
DEFAULT_ROLE = "coordinator"
