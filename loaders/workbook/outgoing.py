"""Holdings → the rows of a workbook, and what does not fit into them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.holdings import Holdings
from graph.model.definitions import VISIBILITY_LEVELS, Node, property_descriptions
from graph.rows import NodeRow, RelationshipRow
from loaders.exporting import LeftOut
from loaders.workbook.cells import BETWEEN, Cell, cell_of, is_list_item, read_back
from loaders.workbook.marks import marked
from loaders.workbook.outgoing_names import OutgoingNames
from loaders.workbook.sheet_kinds import COPY, END_KEY, KEY, START_KEY, Field, SheetKind
from loaders.workbook.sheets import BY_NAME, SHEETS
from loaders.workbook.tie_kinds import TIE_KINDS, tie_kind_of
from loaders.workbook.tie_rows import directed
from loaders.workbook.wording import choices

Cells = dict[str, Cell]
KEPT = frozenset({"id", *property_descriptions(Node)} - {"name", "visibility"})
CODE_PROPERTIES = {"ActorType": "actor_types", "NeedCategory": "codes"}
"""Kind of code → the property that repeats the codes of that kind."""


@dataclass(kw_only=True)
class Outgoing:
    """What is written."""

    rows: dict[str, list[Cells]] = field(default_factory=lambda: defaultdict(list))
    """Sheet → its rows."""
    counts: Counter[str] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)
    named: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """Code of what is left out → names for its sentence."""

    def lose(self, code: str, count: int = 1, name: str | None = None) -> None:
        """Note something that the workbook does not carry."""
        self.left_out[code] += count
        if name:
            self.named[code].add(name)

    def losses(self) -> tuple[LeftOut, ...]:
        """What is not carried, as the contract words it."""
        return tuple(
            LeftOut(code=code, count=count, values={"names": "、".join(sorted(self.named[code]))} if code in self.named else {})
            for code, count in sorted(self.left_out.items())
            if count
        )


def outgoing(holdings: Holdings, language: str) -> Outgoing:
    """The rows of a workbook."""
    return _Writing(holdings, language).write()


class _Writing:
    def __init__(self, holdings: Holdings, language: str) -> None:
        self.holdings, self.language = holdings, language
        self.names = OutgoingNames(holdings)
        self.result = Outgoing()
        self.hanging: dict[str, list[RelationshipRow]] = defaultdict(list)
        for one in holdings.relationships:
            for end in {one.start.id, one.end.id}:
                self.hanging[end].append(one)
        self.in_columns: set[str] = set()
        """Ids of relationships that stand in a column of a row."""

    def write(self) -> Outgoing:
        for sheet in SHEETS:
            for node in self.holdings.of_label(sheet.label) if sheet.label else ():
                if not self.names.is_coded(node.id):
                    self.result.rows[sheet.name].append(self._of_node(sheet, node))
                    self.result.counts[str(sheet.label)] += 1
        for one in self.holdings.relationships:
            if one.id not in self.in_columns and not self._is_of_the_code_table(one):
                self._of_tie(one)
        self.result.counts["relationships"] = len(self.in_columns) + len(self.result.rows["ties"])
        return self.result

    def _of_node(self, sheet: SheetKind, node: NodeRow) -> Cells:
        properties = node.properties
        said: dict[str, Any] = {one.key: properties.get(one.property) for one in sheet.fields if one.property and one.kind != "area"}
        if "area" in sheet.by_key:
            said["area"] = self._area(properties)
        for one in sheet.fields:
            if one.kind == "codes":
                said[one.key] = self._codes(node, one.words)
            if one.kind == "list":
                said[one.key] = self._list(said.get(one.key) or ())
            said[one.key] = self._known(one, said.get(one.key))
        ties = [(one, self._tied(sheet, one, node)) for one in sheet.ties]
        for one, tied in ties:
            said[one.key] = [name for name, _ in tied]
        self._count_lost(sheet, node)
        said[KEY] = self.names.key(node)
        evidence = [node.id, *(tie.id for _, tied in ties for _, tie in tied)]
        return self._closed(sheet, said, node, evidence)

    def _codes(self, node: NodeRow, kind: str) -> tuple[str, ...]:
        """The codes that may be said as openly as the row."""
        found = self.holdings.open_codes_of(node.id, kind)
        self.result.lose("stricter_codes", len(self.holdings.codes_of(node.id, kind)) - len(found))
        return found or tuple(node.properties.get(CODE_PROPERTIES.get(kind, ""), ()))

    def _area(self, properties: Mapping[str, Any]) -> str | None:
        placed = properties.get("placed_in")
        name = self.names.area(str(placed)) if placed else None
        if placed and name is None:
            self.result.lose("placed_in")
        return name

    def _list(self, texts: Iterable[str]) -> list[str]:
        fitting = [text for text in texts if is_list_item(text)]
        self.result.lose("aliases", len(list(texts)) - len(fitting))
        return fitting

    def _known(self, one: Field, value: Any) -> Any:
        """A coded value without codes that no word of the list says."""
        if value is None or one.kind not in {"choice", "codes", "layers", "layer"}:
            return value
        known = choices(one, self.language)
        several = value if isinstance(value, list | tuple) else [value]
        kept = [code for code in several if str(code) in known]
        for code in several:
            if code not in kept:
                self.result.lose("codes", name=str(code))
        return kept if isinstance(value, list | tuple) else (kept[0] if kept else None)

    def _tied(self, sheet: SheetKind, one: Field, node: NodeRow) -> list[tuple[str, RelationshipRow]]:
        """Names for a column, each with its relationship: only what a column says in full."""
        found: list[tuple[str, RelationshipRow]] = []
        for tie in self.hanging[node.id]:
            if one.tie is None or tie.type != one.tie.type or tie.id in self.in_columns or not self._says_nothing_more(tie):
                continue
            other_end = tie.start if tie.end.id == node.id else tie.end
            start, _end = directed(tie.type, node.reference, other_end, inward=one.tie.inward)
            other = self.holdings.by_id[other_end.id]
            if start.id != tie.start.id or tie.start.id == tie.end.id or not {*other.labels} & {*one.tie.labels}:
                continue
            if sheet.name == "areas" and self.names.parents.get(node.id) != other.id:
                continue
            if (name := self.names.in_list(other)) is not None and self.names.is_as_strict_as_its_ends(tie):
                found.append((name, tie))
                self.in_columns.add(tie.id)
        return found

    def _says_nothing_more(self, tie: RelationshipRow) -> bool:
        usual = {"status": "running"} if tie.type == "PROVIDES" else {}
        return all(name in KEPT or name == "visibility" or usual.get(name) == value for name, value in tie.properties.items())

    def _of_tie(self, one: RelationshipRow) -> None:
        sheet = BY_NAME["ties"]
        code = tie_kind_of(one.type, one.properties)
        if code is None:
            self.result.lose("relationships_without_word", name=one.type)
            return
        kind = TIE_KINDS[code]
        start, end = (self.holdings.by_id[ref.id] for ref in (one.start, one.end))
        said: dict[str, Any] = {column: one.properties.get(name) for column, name in kind.columns.items()}
        said |= {"start": self.names.called(start), "tie": code, "end": self.names.called(end), "visibility": one.properties["visibility"]}
        said |= {START_KEY: self.names.key(start), END_KEY: self.names.key(end)}
        carried = {*kind.says, *kind.columns.values(), "visibility"}
        for name in one.properties.keys() - carried - KEPT:
            self.result.lose("properties", name=name)
        self.result.rows["ties"].append(self._closed(sheet, said, one, [one.id]))

    def _count_lost(self, sheet: SheetKind, node: NodeRow) -> None:
        """Properties that no sheet of the node's kinds has a column for; counted on the sheet of its main kind."""
        if sheet.label != node.labels[0]:
            return
        kinds = [one for one in SHEETS if one.label in node.labels]
        carried = {one.property for kind in kinds for one in kind.fields} | KEPT | {*CODE_PROPERTIES.values()}
        for name in node.properties.keys() - carried:
            self.result.lose("properties", name=name)

    def _closed(self, sheet: SheetKind, said: dict[str, Any], fact: NodeRow | RelationshipRow, facts: list[str]) -> Cells:
        """The row with what every sheet ends with."""
        evidence = self.holdings.evidence.get(fact.id, ())
        level = VISIBILITY_LEVELS.index(str(fact.properties["visibility"]))
        quotes = [one["quote"] for one in evidence if VISIBILITY_LEVELS.index(one["visibility"]) <= level]
        counted = sum(len(self.holdings.evidence.get(one, ())) for one in facts)
        self.result.lose("quotations", counted - min(1, len(quotes)))
        said["quote"] = quotes[0] if quotes else None
        titles = dict.fromkeys(str(self.holdings.sources.get(name, {}).get("title") or name) for name in fact.properties["sources"])
        said["source"] = BETWEEN.join(titles)
        said["checked"] = fact.properties.get("verified_on")
        cells: Cells = {one.key: cell_of(one, said.get(one.key), self.language) for one in sheet.fields}
        originals = [found[0]["id"] for one in facts if (found := self.holdings.evidence.get(one))]
        if len(originals) == len(facts):
            cells[COPY] = marked(sheet, {key: read_back(cell) for key, cell in cells.items()}, originals)
        return cells

    def _is_of_the_code_table(self, one: RelationshipRow) -> bool:
        return one.type == "PART_OF" and self.names.is_coded(one.start.id) and self.names.is_coded(one.end.id)
