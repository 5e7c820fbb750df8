"""What `tsunagu load` is told: each option with its help."""

from pathlib import Path
from typing import Annotated

import typer

Paths = Annotated[list[Path], typer.Argument(metavar="PATH…", help="取り込むファイル（複数可）")]
SourceKind = Annotated[str | None, typer.Option(help="資料の種類。省くと中身から見分けます。")]
AsOf = Annotated[str | None, typer.Option(metavar="DATE", help="資料がいつの時点のものか（2026-04-01）。資料に書かれていないとき。")]
Level = Annotated[str, typer.Option(metavar="LEVEL", help="資料をどこまで見せるか（public / members / restricted）。")]
SecondReader = Annotated[
    bool,
    typer.Option(
        "--second-reader", help="設定した二人目の読み手（言語モデル）にも読ませます。文章が外へ送られます。公開の資料だけに使えます。"
    ),
]
DatasetName = Annotated[
    str | None, typer.Option(metavar="NAME", help="どの資料の新しい版か。省くと中身から決めます（結果の「資料名」で確かめられます）。")
]
MappingFile = Annotated[
    Path | None, typer.Option(metavar="FILE.yaml", help="独自の列をもつ一覧の読み方（--propose-mapping の出力を直したもの）。")
]
ProposeMapping = Annotated[
    bool, typer.Option("--propose-mapping", help="取り込まずに、列の読み方の案を出力します。直して --mapping に渡してください。")
]
MarkedTable = Annotated[
    Path | None,
    typer.Option(
        "--report-xlsx", metavar="OUT.xlsx", help="取り込んだ表に、直すところの色と理由を付けて書き出します（個人の行と列は除く）。"
    ),
]
Retire = Annotated[bool, typer.Option("--retire", help="前の版にあった内容の大半が外れる場合も、そのまま取り込みます。")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="書き込まずに、何が変わるかだけを表示します。")]
Strict = Annotated[bool, typer.Option("--strict", help="取り込めない行が一つでもあれば、終了コード1で終わります。")]
JsonResult = Annotated[bool, typer.Option("--json", help="結果をJSONで出力します。")]
