"""`tsunagu measures`: every measure of one area's network, its bodies and their seats on councils."""

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from api.cli.audience import USUAL, AudienceOption
from api.cli.deciding import Json
from api.cli.opening import open_prepared
from api.cli.output import current_settings, document, line, texts
from graph.comparing import SEED
from graph.messages import Messages
from graph.reading import Reader
from graph.region_measures import region_measures

HELP = """一つの地域のつながりを、研究者の指標で測ります（密度、中心化、推移性、拘束度、仲介の役、協議体の席の重なりなど）。

例: tsunagu measures 伊賀市 --json

地域どうしを比べるときは tsunagu compare を使ってください。ここの値は団体の数で変わるため、そのまま並べると誤ります。"""


def measures(
    area: Annotated[str, typer.Argument(metavar="AREA", help="区域の名前か団体コード")],
    seed: Annotated[int, typer.Option(min=0, help="まとまりを探す乱数の種。同じ種なら同じ結果になります。")] = SEED,
    audience: AudienceOption = USUAL,
    json: Json = False,
) -> None:
    """Measure one area."""
    settings = current_settings()
    words = texts(settings)
    with open_prepared(settings) as graph:
        found = region_measures(Reader(graph, audience=audience), area, seed=seed)
    if json:
        document(found)
        return
    line(words("comparison.heading", area=found["area"]))
    if found["lists_members"]:
        line(words("comparison.refused", reason=words("comparison.reason.lists_members")))
    for name, value in found["network"].items():
        _print(f"comparison.figure.{name}", value, words)
    for name in ("e_i", "expected_e_i", "log_odds_within"):
        _print(f"comparison.figure.{name}", (found["sectors"] or {}).get(name), words)
    for key, name in (("communities", "count"), ("modularity", "modularity")):
        _print(f"measures.{key}", (found["communities"] or {}).get(name), words)
    for name, value in found["councils"].items():
        _print(f"measures.{name}", value, words)
    _print_backbone(found["backbone"], words)
    _print_bodies(found["bodies"], words)
    line()
    line(words("measures.caution"))


def _print(key: str, value: float | None, words: Messages) -> None:
    line(words("comparison.line", figure=words(key), value=words("comparison.not_told") if value is None else f"{value:.4g}"))


def _print_backbone(found: Mapping[str, Any], words: Messages) -> None:
    line()
    if found["is_refused"]:
        line(words("measures.backbone_refused", fewest=found["fewest"], smallest=f"{found['smallest_p']:.3f}"))
        return
    line(words("measures.backbone", compared=found["compared"]))
    for pair in found["pairs"]:
        told = {"expected": f"{pair['expected']:.2f}", "p": f"{pair['p']:.3f}"}
        line(words("measures.pair", **{**pair, **told}))


def _print_bodies(bodies: list[dict[str, Any]], words: Messages) -> None:
    if not bodies:
        return
    line()
    line(words("measures.bodies"))
    for one in sorted(bodies, key=lambda body: (-body["ties"], body["name"])):
        known = {name: "—" if one[name] is None else f"{one[name]:.2f}" for name in ("constraint", "effective_size")}
        line(words("measures.body", name=one["name"], ties=one["ties"], core=one["core"], **known))
