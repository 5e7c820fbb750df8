"""What stands after --set: a name and its value."""

from graph.errors import QueryMisused


def assignment(text: str) -> tuple[str, str]:
    """Name and value of NAME=VALUE.

    Raises:
        QueryMisused: there is no name, or no sign between the two.
    """
    name, sign, value = text.partition("=")
    if not sign or not name:
        raise QueryMisused("set_without_value", text=text)
    return name, value
