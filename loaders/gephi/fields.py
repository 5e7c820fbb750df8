"""What Gephi calls its fields."""

from loaders.networks.fields import THINGS, TIES, Dialect, columns

SOURCE = "gephi"
"""Name of the loader."""
GEPHI: Dialect = (("direction", ("Type",)),)
"""Of an edge: Directed, Undirected."""
OF_NODES = columns(THINGS, (), ("id",))
OF_EDGES = columns(TIES, GEPHI, ("source", "target"))
NODES, EDGES = "nodes", "edges"
"""What places and the ZIP call the two lists."""
