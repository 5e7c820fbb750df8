"""Sheets for every door: a picture as one SVG file or one page of PDF."""

from collections.abc import Collection
from datetime import date

from visualizations.contract import Picture


def sheet_file(
    picture: Picture,
    kind: str,
    *,
    language: str,
    made_on: date,
    limit: int,
    off: Collection[str] | None = None,
    paper: str = "A4",
    tables: bool = False,
) -> bytes:
    """The sheet of a picture.

    Args:
        picture: what is known.
        kind: svg or pdf.
        language: of the texts.
        made_on: the day that the sheet carries.
        limit: the most nodes that are wanted at once.
        off: keys of the legend that are left out; None: those that are hidden when the page opens.
        paper: A4 or A3, for a PDF.
        tables: whether what is drawn follows as tables with its sentences, in a PDF.

    Raises:
        ViewTooLarge: there are more nodes than the limit.
        QueryMisused: an unknown paper or key.
        SettingsInvalid: this computer has no Japanese font for a PDF.
    """
    # Imported here: what lays networks out takes long to load, and only a picture needs it.
    from visualizations.sheet.pdf import pdf_of  # noqa: PLC0415
    from visualizations.sheet.sheet import sheet_of  # noqa: PLC0415
    from visualizations.sheet.svg import svg_of  # noqa: PLC0415

    sheet = sheet_of(picture, language=language, made_on=made_on, limit=limit, off=off)
    return svg_of(sheet).encode() if kind == "svg" else pdf_of(sheet, paper=paper, tables=tables)
