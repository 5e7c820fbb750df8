"""Network measures, one per file: network in, rows out; no measure knows a database."""
