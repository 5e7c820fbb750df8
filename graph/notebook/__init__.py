"""The graph for researchers, in a notebook of their own: `from graph.notebook import nodes, ties, gap, comparison, …`.

pandas frames, igraph and networkx objects, and a connected py2neo. Everything is asked on behalf of an audience, the public unless
another is named; what the frames rest on stands in their `attrs`. pandas, networkx and py2neo come with `pip install 'tsunagu[notebook]'`.
"""

from graph.notebook.compared import comparison, differences
from graph.notebook.connected import connected_py2neo
from graph.notebook.frames import frame, gap, nodes, ties
from graph.notebook.networks import as_igraph, as_networkx

__all__ = ["as_igraph", "as_networkx", "comparison", "connected_py2neo", "differences", "frame", "gap", "nodes", "ties"]
