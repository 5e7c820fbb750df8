"""Charts: what is no network (matrix, timeline), drawn by Altair on the server as one SVG without scripts."""
