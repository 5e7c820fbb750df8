"""The state of a service: the standard's four words and our three."""

OURS = {"active": "running", "inactive": "ended", "defunct": "ended", "temporarily closed": "ended"}
"""The standard's word → ours. What is not active runs for nobody; that it is only interrupted, our three words cannot say."""
INTERRUPTED = frozenset({"inactive", "temporarily closed"})
THEIRS = {"running": "active", "planned": "inactive", "ended": "defunct"}
"""Our word → the standard's."""


def ours(theirs: str, exact: str | None) -> str:
    """Our word; the exact one beside it counts as long as the standard's still says the same.

    Raises:
        KeyError: the standard has no such word.
    """
    return exact if exact in THEIRS and THEIRS[exact] == theirs else OURS[theirs]
