"""Files read by the loader, for the tests of this folder."""

from typing import Any

from graph.model.definitions import Node, Relationship
from loaders.contract import Transformed
from loaders.gathered import gathered
from loaders.hsds import LOADER
from loaders.hsds.transform import transform_package
from tests.hsds_packages import Rows, candidate, package


def read(content: bytes, name: str = "daicho.zip") -> Transformed:
    """What the loader makes of a file."""
    return gathered(transform_package(LOADER.read(candidate(content, name))))


def read_tables(tables: dict[str, Rows], **description: Any) -> Transformed:
    """What the loader makes of a package of these tables."""
    return read(package(tables, **description))


def nodes(made: Transformed, label: str) -> dict[str, Node]:
    """The things of one kind, by name."""
    return {fact.what.name: fact.what for fact in made.facts if isinstance(fact.what, Node) and fact.what.label == label}


def joined(made: Transformed, type_: str) -> list[Relationship]:
    """The relationships of one type."""
    return [fact.what for fact in made.facts if isinstance(fact.what, Relationship) and fact.what.type == type_]


def told(made: Transformed, *kinds: str) -> list[tuple[str, str]]:
    """Code and place of the problems of some kinds."""
    return [(one.code, str(one.place)) for one in made.problems if one.kind in kinds]
