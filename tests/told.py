"""What a program was told while it worked: `graph.notices` remembered."""


class Told:
    """Remembers each notice."""

    def __init__(self) -> None:
        self.said: list[tuple[str, dict[str, object]]] = []

    def __call__(self, key: str, **values: object) -> None:
        """Take one."""
        self.said.append((key, values))

    @property
    def keys(self) -> list[str]:
        """The notices' keys, in order."""
        return [key for key, _ in self.said]
