"""Persons stay out of the graph: how their names are known and masked, the same for every source. No source by itself."""
