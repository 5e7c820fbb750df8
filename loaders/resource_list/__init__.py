"""Lists of resources with heads of their own (社会資源リスト): read by a mapping that is proposed, mended and kept."""

from graph.errors import LoadStopped
from loaders.contract import Candidate, Loader, Recognition, Streamed
from loaders.resource_list.mapping import as_yaml
from loaders.resource_list.proposing import list_in, proposed
from loaders.resource_list.read import MappedList, read_list
from loaders.resource_list.transform import transform_list
from loaders.tables.opening import book_of

PROBABLY = 0.6
"""A list of anything is taken only where no source knows the heads as its own."""


class ResourceList:
    """A table with one body or service a row."""

    name = "resource_list"
    title_ja = "社会資源リスト（独自の列をもつ一覧表）"
    title_en = "List of resources with columns of its own"

    def recognise(self, candidate: Candidate) -> Recognition:
        """By a column for the name and at least two more that lists have."""
        try:
            found = list_in(book_of(candidate))
        except LoadStopped:
            found = None
        return Recognition(score=PROBABLY if found else 0.0, looked_for="looked_for")

    def propose(self, candidate: Candidate, language: str) -> str:
        """A mapping for the file, as YAML with comments.

        Raises:
            LoadStopped: the file cannot be opened, or holds no list.
        """
        found = proposed(candidate)
        if found is None:
            raise LoadStopped("no_list")
        return as_yaml(found, language)

    def read(self, candidate: Candidate) -> MappedList:
        """Bytes → rows under the columns that the mapping names.

        Raises:
            LoadStopped: the file cannot be opened, holds no list, or nobody has said yet how its columns are read.
        """
        return read_list(candidate)

    def transform(self, records: MappedList, candidate: Candidate) -> Streamed:  # noqa: ARG002 - the list has its name already
        """Rows → bodies, services and where they are; a row that cannot be taken becomes a problem."""
        return transform_list(records)


LOADER: Loader = ResourceList()
