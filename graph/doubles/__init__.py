"""Two entries that may be one body: suggestions for somebody who knows, never a merge."""
