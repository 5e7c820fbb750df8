"""つなぐ市, a town that does not exist: six workbooks in which every question of the gap pack finds something.

Each lies here as the tables of a workbook, one CSV a sheet, so that a change of a row can be read; they are packed when
they are loaded.
"""

from importlib.resources import files
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from loaders.contract import Candidate

TOWN = ("list_2022", "list", "register", "district", "needs", "councils")
"""Folders, the oldest source first."""
WRITTEN = (2026, 10, 31, 0, 0, 0)
"""The time that every member of a packed workbook says: the same tables are the same bytes."""


def town_workbook(name: str) -> Candidate:
    """One of the town's workbooks, packed.

    Args:
        name: one of `TOWN`.
    """
    folder = files("loaders.example") / "town" / name
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as workbook:
        for table in sorted(folder.iterdir(), key=lambda file: file.name):
            workbook.writestr(ZipInfo(table.name, WRITTEN), table.read_bytes())
    return Candidate(path=Path(f"つなぐ市_{name}.zip"), content=packed.getvalue())
