"""Measures of one network of bodies, one file each: what researchers compare regions by.

Every measure takes an undirected simple `igraph.Graph` and gives a number, or None where it is not defined; igraph does the
work. What a number may be compared with is said where regions are compared, not here.
"""
