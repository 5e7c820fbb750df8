"""Every question asked of the graph, one file each; no Python but this."""
