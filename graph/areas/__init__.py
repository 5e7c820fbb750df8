"""Municipalities, wards and prefectures with their codes, and how a name becomes an area."""

from graph.areas.codes import code_is_valid
from graph.areas.index import AreaIndex, Beginning, CodedArea
from graph.areas.renamed import Renaming, renamings
from graph.areas.spelling import without_county
from graph.areas.table import area_index

__all__ = ["AreaIndex", "Beginning", "CodedArea", "Renaming", "area_index", "code_is_valid", "renamings", "without_county"]
