"""Reading samples and short texts, and asking what came of them."""

from pathlib import Path

from graph.model.definitions import Node, Relationship
from loaders.case_studies import LOADER
from loaders.contract import Candidate, Transformed

SAMPLES = Path(__file__).parents[3] / "sample_data" / "case_studies"


def read_bytes(content: bytes, name: str = "sample.md") -> Transformed:
    candidate = Candidate(path=Path(name), content=content)
    return LOADER.transform(LOADER.read(candidate), candidate)


def read_text(text: str, name: str = "sample.md") -> Transformed:
    return read_bytes(text.encode(), name)


def read_sample(name: str) -> Transformed:
    return read_bytes((SAMPLES / name).read_bytes(), name)


def in_town(*lines: str) -> Transformed:
    """The lines as the narrative of an invented town."""
    return read_text("\n".join(["## 山形県紅沢町", "", *lines]))


def nodes(transformed: Transformed, label: str) -> dict[str, Node]:
    """Name → node of one label, also where it is the second label."""
    found: dict[str, Node] = {}
    for fact in transformed.facts:
        if isinstance(fact.what, Node):
            for node in (fact.what, fact.also):
                if node is not None and node.label == label:
                    found[node.name] = node
    return found


def ties(transformed: Transformed, type_: str) -> set[tuple[str, str]]:
    """Names of start and end of every relationship of one type; sorted names where it has no direction."""
    names = {fact.what.id: fact.what.name for fact in transformed.facts if isinstance(fact.what, Node)}
    found = set()
    for fact in transformed.facts:
        if isinstance(fact.what, Relationship) and fact.what.type == type_:
            pair = (names[fact.what.start.id], names[fact.what.end.id])
            found.add(pair if fact.what.directed else (min(pair), max(pair)))
    return found
