"""Running text in lines of a given width, for a format that does not break lines by itself."""

import re

from visualizations.wording import columns

EM_OF_A_COLUMN = 0.54
"""Width of one column (half a full-width character) as a share of the font size; Latin letters are a little wider."""

_PARTS = re.compile(r"[!-~]+|.", re.DOTALL)
_NEVER_FIRST = "、。，．・）)」』】〕：；？！ー々"


def wrapped(text: str, *, width: float, size: float) -> list[str]:
    """The lines of a text.

    Args:
        text: one paragraph.
        width: pixels that a line may take.
        size: of the font, in pixels.
    """
    room = max(2, int(width / (size * EM_OF_A_COLUMN)))
    lines, line = [], ""
    for part in _PARTS.findall(text):
        for piece in (part[at : at + room] for at in range(0, len(part), room)):
            if line and columns(line + piece) > room and piece not in _NEVER_FIRST:
                lines.append(line.rstrip())
                line = ""
            line = line + piece if line else piece.lstrip()
    return [*lines, line.rstrip()] if line or not lines else lines
