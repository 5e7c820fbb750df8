"""What the graph is, and the only door to the database."""
