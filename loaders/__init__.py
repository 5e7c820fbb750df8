"""Sources: one folder each, found by looking at this folder."""
