"""The whole graph as one file that no engine owns: written, checked, and put into an empty graph."""
