"""A picture whose names try to be something else than text."""

from tests.unit.visualizations.pictures import organization, quotation, tie
from visualizations.contract import Picture

NAMES = (
    "</script>の会",
    "<img onerror=x>",
    "javascript:1",
    '#import "x"',
    "$x$ の会",
    "\\u{41} \\",
    '"引用"',
    "#sys.inputs",
    "&amp;の会",
    "]]>の会",
)
UNSEEN = "甲\u202e乙\u200b丙\x00丁\x1b\ufeff\u2066戊\ud800"
SEEN = "甲乙丙丁戊"


def hostile_names() -> Picture:
    """Bodies with these names, and the same in every other text of the picture."""
    everything = "".join(NAMES)
    nodes = [organization(f"n{number}", name, "NPO", area=name) for number, name in enumerate((*NAMES, UNSEEN))]
    ties = [tie("SUPPORTS", "n0", f"n{number}", quotation(everything, source=everything)) for number in range(1, len(nodes))]
    return Picture(
        title=f"題{everything}",
        nodes=tuple(nodes),
        ties=tuple(ties),
        filters=(everything,),
        as_of="2026-11-20",
        source_titles=(everything,),
        licences=((everything, everything),),
        banner=everything,
    )
