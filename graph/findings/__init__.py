"""Findings: rows of an answer that somebody follows up, from the day they are seen until a fact answers them."""
