"""The files of the bundled example, with what is known about each that the file itself does not say."""

from dataclasses import dataclass, field
from datetime import date
from importlib.resources import files
from pathlib import Path

from loaders.contract import Candidate
from loaders.example.town import TOWN, town_workbook
from loaders.prepared import Choices


@dataclass(frozen=True)
class ExampleFile:
    """One file of the example and how it is loaded."""

    candidate: Candidate
    choices: Choices = field(default_factory=Choices)


def example_files() -> list[ExampleFile]:
    """The files in the order in which they are loaded: an invented town, then what is real."""
    folder = Path(str(files("loaders.example")))
    return [*(ExampleFile(town_workbook(name), Choices(source="workbook")) for name in TOWN), *_real_files(folder)]


def _real_files(folder: Path) -> list[ExampleFile]:
    return [
        ExampleFile(
            _read(folder / "regions.md"),
            Choices(
                source="case_studies",
                title="7地域の取組（見本。2013年度調査時点。報告書の事実と数字を言い直したもの）",
                licence="GPL-3.0-or-later; tsunagu（事実と数字の出典は loaders/example/README.md）",
                as_of=date(2014, 3, 31),
            ),
        ),
        ExampleFile(
            _read(folder / "operators.csv"),
            Choices(
                source="transport_register",
                title="自家用有償旅客運送者登録簿（山口県、2026年8月の写し）",
                licence="CC BY 4.0; yamaguchi-yusho-data（中国運輸局の登録簿による。個人名を伏せる変更を加えた）",
                as_of=date(2026, 8, 9),
            ),
        ),
    ]


def _read(path: Path) -> Candidate:
    return Candidate(path=path, content=path.read_bytes())
