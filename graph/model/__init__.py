"""The kinds of thing the graph holds, one file per kind, each with its relationships."""
