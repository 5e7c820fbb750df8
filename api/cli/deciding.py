"""What every command that decides something asks for: who, and why."""

from typing import Annotated

import typer

from api.notes import noted
from graph.roles import ROLES

By = Annotated[str, typer.Option("--by", metavar="ROLE", help=f"誰の判断か（個人名ではなく役割: {', '.join(ROLES)}）")]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", callback=noted, help="理由（個人の名前は書かない）")]
MaybeWhy = Annotated[str | None, typer.Option("--why", metavar="TEXT", callback=noted, help="理由（個人の名前は書かない）")]
Json = Annotated[bool, typer.Option("--json", help="JSONで出力します。")]
DEFAULT_ROLE = "coordinator"
