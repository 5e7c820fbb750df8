"""Formats: each file makes the lines of a `Document` out of one kind of file, so that no rule knows the format."""
