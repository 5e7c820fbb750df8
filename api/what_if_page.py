"""Trying changes out on the page of bridging: the form as it was filled in, and what it would change in words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from api.bridging import Candidate, pairs_on_page, with_ghosts
from api.near_names import near_names
from api.what_if import figure_in_words, in_pairs, number_in_words, what_if_shown
from graph.errors import QueryMisused
from graph.messages import Messages, Phrase
from graph.metrics.edits import gone_with
from graph.metrics.figures_changed import POSITIONS
from graph.model.definitions import VISIBILITY_LEVELS
from graph.query_files import Question
from graph.reading import Reader
from graph.trying_out import Asked, Named, TriedOut, try_out
from visualizations.contract import Picture, PictureNode

TIES, BODIES = ("add_tie", "remove_tie"), ("add_body", "remove_body")
SPARE_TIES, SPARE_BODIES = 2, 1
"""Blank rows of the form below what is filled in."""
MOST_SUGGESTED = 3_000


def _on_form(field: str) -> Phrase:
    return Phrase("api", f"what_if.form.{field}")


@dataclass(frozen=True, kw_only=True)
class Typed:
    """What the form holds."""

    ties: Mapping[str, Sequence[str]]
    """add_tie and remove_tie → names, two at a time."""
    bodies: Mapping[str, Sequence[str]]
    """add_body and remove_body → names."""
    introduce: int
    objective: str
    only_plausible: bool

    @property
    def is_asked(self) -> bool:
        """Whether anything is to be tried out."""
        return bool(self.introduce) or any(name.strip() for names in (*self.ties.values(), *self.bodies.values()) for name in names)

    def asked(self, *, called: Callable[[str], str | Phrase] = _on_form) -> Asked:
        """What is to be tried out.

        Args:
            called: what a refusal calls the fields add_tie and remove_tie.

        Raises:
            QueryMisused: one end of a tie is missing.
        """
        add_ties, remove_ties = (in_pairs(called(kind), self.ties[kind]) for kind in TIES)
        add_bodies, remove_bodies = ([name for name in self.bodies[kind] if name.strip()] for kind in BODIES)
        return Asked(
            add_ties=add_ties,
            remove_ties=remove_ties,
            add_bodies=add_bodies,
            remove_bodies=remove_bodies,
            introduce=self.introduce,
            objective=self.objective,
            only_plausible=self.only_plausible,
        )

    def rows_of_ties(self, kind: str) -> list[Named]:
        """The pairs as they were filled in, one blank at least."""
        names = [*self.ties[kind], *[""] * (len(self.ties[kind]) % 2)]
        filled = [pair for pair in zip(names[::2], names[1::2], strict=True) if any(name.strip() for name in pair)]
        return [*filled, *[("", "")] * SPARE_TIES]

    def rows_of_bodies(self, kind: str) -> list[str]:
        """The bodies as they were filled in, one blank at least."""
        return [*(name for name in self.bodies[kind] if name.strip()), *[""] * SPARE_BODIES]

    def query(self) -> dict[str, list[str]]:
        """The same as the query of an address."""
        if not self.is_asked:
            return {}
        lists = {name: [*names] for name, names in (*self.ties.items(), *self.bodies.items()) if any(names)}
        plausible = {"only_plausible": ["1"]} if self.only_plausible else {}
        return {**lists, "introduce": [str(self.introduce)], "objective": [self.objective], **plausible}


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What it would change, in words."""

    what_happened: str = ""
    what_to_do: str = ""
    """Why nothing was tried out."""
    notes: Sequence[str] = ()
    changes: Sequence[str] = ()
    figures: Sequence[tuple[str, str, str]] = ()
    """Name, before and after of the figures that would change."""
    same: Sequence[tuple[str, str]] = ()
    """Name and value of those that stay."""
    bodies: Sequence[tuple[str, str, Sequence[str]]] = ()
    """Id, name and figures of each body that would change."""
    cut_points: Mapping[str, Sequence[str]] = field(default_factory=dict)
    found: Sequence[str] = ()
    """How the introductions were found, and what they add together."""
    pairs: Sequence[Candidate] = ()
    method: str = ""

    @property
    def is_drawn(self) -> bool:
        """Whether there is something to draw."""
        return bool(self.changes)


def names_suggested(reader: Reader, area: str) -> list[str]:
    """Names that the fields suggest: those of the named bodies of the area, in the order of their readings; none for the public."""
    if reader.audience == VISIBILITY_LEVELS[0]:
        return []
    named = {row["name"]: row["kana"] or row["name"] for row in reader.rows("lookups", "organizations", area=area) if not row["generic"]}
    return sorted(named, key=lambda name: (named[name], name))[:MOST_SUGGESTED]


def tried_out_in(picture: Picture, found: TriedOut) -> Picture:
    """The picture of an area with what is tried out: ties that come are ghosts, bodies that come stand there, what goes is left out."""
    edits, gone = found.edits, found.edits.remove_bodies
    if found.network is not None:
        gone = gone_with(found.network, gone)
    new = tuple(PictureNode(id=body.id, label="Organization", name=body.name, area=body.area) for body in edits.add_bodies)
    nodes = (*(node for node in picture.nodes if node.id not in gone), *new)
    there = {node.id for node in nodes}
    kept = tuple(tie for tie in picture.ties if {tie.start, tie.end} <= there and frozenset((tie.start, tie.end)) not in edits.remove_ties)
    rows = [dict(zip(("a_id", "b_id"), sorted(tie), strict=True)) for tie in sorted(edits.add_ties, key=sorted) if tie <= there]
    return with_ghosts(replace(picture, nodes=nodes, ties=kept), rows)


def outcome_of(reader: Reader, area: str, typed: Typed, question: Question, texts: Messages) -> Outcome | None:
    """What is tried out with the form; None where it is blank. `question` words the columns of a pair."""
    if not typed.is_asked:
        return None
    try:
        found = try_out(reader, area, typed.asked())
    except QueryMisused as error:
        return Outcome(what_happened=texts.what_happened(error), what_to_do=_advice(error, texts))
    return _in_words(found, reader, question, texts)


def _advice(error: QueryMisused, texts: Messages) -> str:
    """What can be done on the page: the usual advice on a name that is not recorded is about the command line."""
    if error.key != "body_not_found":
        return texts.what_to_do(error)
    return near_names(error, texts) + texts("what_if.form.not_recorded", add_body=texts("what_if.form.add_body"))


def _in_words(found: TriedOut, reader: Reader, question: Question, texts: Messages) -> Outcome:
    shown = what_if_shown(found, reader, texts)
    figures = [(figure_in_words(one["figure"], texts), one) for one in shown["figures"]]
    sought = shown["introductions"]
    return Outcome(
        notes=[note["message"] for note in shown["notes"]],
        changes=[texts(f"what_if.change.{one['change']}", a=one["a"], b=one["b"]) for one in shown["changes"]],
        figures=[
            (name, number_in_words(one["before"], texts), number_in_words(one["after"], texts)) for name, one in figures if one["changed"]
        ],
        same=[(name, number_in_words(one["after"], texts)) for name, one in figures if not one["changed"]],
        bodies=[(one["id"], one["name"], _moved(one, texts)) for one in shown["bodies"]],
        cut_points={when: [one["name"] for one in some] for when, some in shown["cut_points"].items() if some},
        found=_told(sought, texts) if sought else (),
        pairs=pairs_on_page(question, reader.with_evidence(found.found.rows), reader, texts) if found.found else (),
        method=shown["method"],
    )


def _told(sought: Mapping[str, Any], texts: Messages) -> list[str]:
    if not sought["pairs"]:
        return [texts("what_if.found.none")]
    how = texts(f"what_if.found.{sought['method']}", count=len(sought["pairs"]), considered=sought["considered"])
    return [how, texts(f"what_if.value.{sought['objective']}", value=number_in_words(sought["value"], texts))]


def _moved(one: Mapping[str, Any], texts: Messages) -> list[str]:
    """Each figure of a body: as it is, or before and after."""
    told = []
    for name in POSITIONS:
        before, after = (number_in_words(state[name], texts) if (state := one[when]) else "—" for when in ("before", "after"))
        told.append(after if before == after else texts("what_if.from_to", before=before, after=after))
    return told
