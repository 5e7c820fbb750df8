"""A network file → its dataset and its records as facts, one after the other."""

from collections.abc import Iterator

from graph.areas import area_index
from graph.errors import RecordRejected
from graph.facts import Dataset, Scope
from loaders.contract import Outcome, Problem, Streamed
from loaders.networks.kinds import NamesPerson
from loaders.networks.places import coded_area
from loaders.networks.records import NetworkFile
from loaders.networks.things import Things
from loaders.networks.tie import take_tie
from loaders.networks.tie_words import word_field
from loaders.networks.words import kind_of_tie
from loaders.tables.heads import plain_head
from loaders.tables.row import Row

KINDS = {
    "Organization": "bodies",
    "Council": "bodies",
    "Post": "bodies",
    "Service": "services",
    "Need": "needs",
    "Programme": "programmes",
    "Observation": "observations",
}
"""Label → the kind of fact that a file with such things gives examples of."""
BETWEEN = "、"
TAGS = "tags"
"""In our own files they word the codes, which stand in a column of their own."""


def transformed(file: NetworkFile) -> Streamed:
    """Every thing and every tie becomes facts or one problem, in the order of the file."""
    things = Things(file)

    def outcomes() -> Iterator[Outcome]:
        yield from file.things.outcomes(things.take)
        yield from file.ties.outcomes(lambda row: take_tie(row, things))

    notices = list(file.notices)
    is_own = any(thing.is_own for thing in things.taken)
    unread = [head for head in file.unread if not (is_own and plain_head(head) == TAGS)]
    if unread:
        values: dict[str, object] = {"columns": BETWEEN.join(unread)}
        notices.append(Problem(code="columns_not_read", place=file.title, kind="warning", values=values))
    dataset = Dataset(name=f"{file.source}/{file.title}", title=file.title, scopes=tuple(_scopes(file, things)))
    return Streamed(dataset=dataset, outcomes=outcomes, notices=tuple(notices))


def _scopes(file: NetworkFile, things: Things) -> Iterator[Scope]:
    """A picture of a network gives examples of what it shows, in the municipalities that it speaks of."""
    kinds: set[str] = set()
    areas: set[str] = set()
    for thing in things.taken:
        kinds |= {KINDS[label] for label in thing.labels if label in KINDS}
        if thing.labels & KINDS.keys() and (placed := thing.area_id):
            areas.add(placed)
    for row in file.ties.rows():
        field = word_field(row)
        kind = kind_of_tie(row.cell(field).strip()) if field else None
        kinds.add("seats" if kind and kind.type == "MEMBER_OF" else "ties")
        if not file.things_listed:
            kinds.add("bodies")
            areas |= _implied(row, things)
    index = area_index()
    spoken = sorted({index.municipality_of(coded).area.id for id_ in areas if (coded := coded_area(_coded_above(id_, things)))})
    for area_id in spoken:
        for kind_of_fact in sorted(kinds):
            yield Scope(area_id=area_id, kind=kind_of_fact, coverage="examples")


def _implied(row: Row, things: Things) -> set[str]:
    """The areas of the ends of a tie that name bodies by themselves."""
    try:
        return {area for key in ("source", "target") if (area := things.end(row, key).area_id)}
    except (RecordRejected, NamesPerson):
        return set()


def _coded_above(area_id: str, things: Things) -> str:
    """The area with a code in which an area of the file lies; itself where it has one."""
    for _ in range(len(things.areas) + 1):
        if coded_area(area_id):
            return area_id
        area_id = things.placed_of(area_id) or area_id
    return area_id
