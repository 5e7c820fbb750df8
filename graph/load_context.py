"""What a load finds when it begins: the merges in force, earlier loads of its dataset, and what people said of its evidence."""

from dataclasses import dataclass, field

from graph.connection import Graph
from graph.deriving import plain
from graph.ledger import Ledger
from graph.model.bookkeeping import Load
from graph.model.sources import Source
from graph.reviews import Earlier
from graph.rows import NodeRow

LOADS = "MATCH (l:Load {dataset: $dataset}) RETURN properties(l) AS properties"
SOURCES = "MATCH (s:Source {dataset: $dataset}) RETURN properties(s) AS properties"


@dataclass(kw_only=True)
class LoadContext:
    """What holds from the beginning to the end of one load, however many steps it takes."""

    dataset: str
    source: NodeRow
    """The version that is being loaded."""
    ledger: Ledger
    earlier: Earlier
    load: NodeRow
    """The load: an unfinished one of the same version is gone on with."""
    versions: list[NodeRow] = field(default_factory=list)
    """The versions of the source that the graph knows."""
    met: set[str] = field(default_factory=set)
    """Ids of nodes that this load found there, while it goes on in parts."""
    resumes: bool = False
    """Whether the load is one that broke off and is gone on with."""
    broken_off: list[NodeRow] = field(default_factory=list)
    """Earlier loads of the dataset that are unfinished: this one follows them."""

    @property
    def loads(self) -> list[NodeRow]:
        """The load, where it is one that somebody could take back: the program's own data are none."""
        return [self.load] if self.load.properties.get("loader") else []

    @property
    def is_new(self) -> bool:
        """Whether no version of it was ever loaded: then nothing can be left over from an earlier one."""
        return not self.versions

    @classmethod
    def of(cls, graph: Graph, source: NodeRow) -> "LoadContext":
        """Read it."""
        dataset = str(source.properties["dataset"])
        loads = [NodeRow((Load.label,), row["properties"], is_fact=False) for row in graph.read(LOADS, dataset=dataset)]
        versions = [NodeRow((Source.label,), row["properties"], is_fact=False) for row in graph.read(SOURCES, dataset=dataset)]
        unfinished = [row for row in loads if row.properties["state"] == "unfinished"]
        broken = next((row for row in unfinished if row.properties["source"] == source.id), None)
        load = broken or _new_load(source, versions, number=len(loads) + 1)
        return cls(
            dataset=dataset,
            source=source,
            ledger=Ledger.of(graph),
            earlier=Earlier.of(graph, dataset) if versions else Earlier.nothing(),
            load=load,
            versions=versions,
            resumes=broken is not None,
            broken_off=[row for row in unfinished if row.id != load.id],
        )


def _new_load(source: NodeRow, versions: list[NodeRow], *, number: int) -> NodeRow:
    current = sorted(row.id for row in versions if row.properties.get("current"))
    stated = source.properties
    load = Load(
        key=f"load|{stated['dataset']}|{number}",
        name=stated["name"],
        visibility=stated["visibility"],
        dataset=stated["dataset"],
        number=number,
        source=source.id,
        before=current[0] if current else None,
        file=stated.get("file"),
        loader=stated.get("loader"),
        began_at=stated["loaded_at"],
    )
    return NodeRow((Load.label,), plain(load.properties()), is_fact=False)
