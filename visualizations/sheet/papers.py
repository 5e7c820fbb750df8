"""The papers on which a sheet is printed, lying."""

from graph.errors import QueryMisused

PAPERS = {"A4": (297, 210), "A3": (420, 297)}
"""Width and height in millimetres."""


def known_paper(paper: str) -> str:
    """The paper, however its name is written.

    Raises:
        QueryMisused: there is none of that name.
    """
    if paper.upper() not in PAPERS:
        raise QueryMisused("unknown_paper", name=paper, known=", ".join(PAPERS))
    return paper.upper()
