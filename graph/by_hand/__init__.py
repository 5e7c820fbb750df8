"""Facts that somebody types in: who said it in which role, and when, is their evidence (README.md)."""
