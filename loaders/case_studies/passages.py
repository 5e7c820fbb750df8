"""What a document is made of: cases, and in each the passages with the role that label or heading gives them."""

import re
from dataclasses import dataclass, field

from graph.model.areas import Area
from loaders.case_studies.missing import is_missing, meaning_of
from loaders.japanese.cleaning import Stretch


@dataclass(frozen=True)
class Missing:
    """A mark that says why nothing stands there, with the label of its row or column."""

    meaning: str
    """As in `loaders.case_studies.missing`."""
    where: Stretch
    label: Stretch | None
    acting: str | None = None
    """The coordinating function, where the mark stands in the place of who acts for it."""


@dataclass(frozen=True, kw_only=True)
class Passage:
    """A cell, bullet, heading or line of a case, cleaned."""

    stretch: Stretch
    role: str
    """One of the roles of `rules/sections.yaml`, heading, or number for a number of a table."""
    function: str | None = None
    """needs, resources or network for a row of the table."""
    label: Stretch | None = None
    """The row label or heading above it."""
    actors: Stretch | None = None
    """Who acts, from the row above (主体) or another column of the same row."""
    topic: Stretch | None = None
    """The heading that names what the passage is about."""
    within: Stretch | None = None
    """The district that a heading or the first column names."""
    head: Stretch | None = None
    """What stands before … or a colon at the beginning of the bullet and names what the rest describes."""
    activity: Stretch | None = None
    """The heading that names the activity of which this line is a detail."""
    above: Stretch | None = None
    """The item of which this line is a detail."""
    number: str = ""
    """The number of its line (3.1; 3① for ① in part 3), by which another line may refer to it."""
    group: int = 0
    """Passages of one cell or paragraph have the same number."""
    marked: bool = False
    """Whether its line begins with a bullet, number or date, so that it does not go on from the line before."""
    column: str = ""
    """Head of the column in a table of records; what a number of a table measures."""
    reading: str = ""
    """'before → after', where the head above a number is read as another than it says."""

    @property
    def label_is_speaker(self) -> bool:
        """Whether lines below this heading begin with who speaks, as in minutes."""
        return self.label is not None and re.search(r"議題|議事|協議|報告事項|発言|意見交換", self.label.text) is not None


@dataclass
class Case:
    """One municipality of a document with everything the document says of it."""

    area: Area
    prefecture: Area
    city: Area | None = None
    """The city of a ward: its administration acts in the ward, too."""
    heads: list[Stretch] = field(default_factory=list)
    """Where headings and table heads name prefecture and municipality."""
    titles: list[Stretch] = field(default_factory=list)
    """Names that stand above its table or narrative, mostly the coordinating body."""
    passages: list[Passage] = field(default_factory=list)
    network_label: Stretch | None = None
    """The label of the table's rows about the network."""
    missing: list[Missing] = field(default_factory=list)
    """What the document itself marks as missing."""

    def lacks(self, stretch: Stretch, label: Stretch | None, *, acting: str | None = None) -> bool:
        """Whether a cell or line holds nothing to read; a mark that says why is noted."""
        if meaning := meaning_of(stretch.text):
            self.missing.append(Missing(meaning, stretch, label, acting))
        return is_missing(stretch.text)
