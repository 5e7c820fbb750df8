"""What was broken off by Ctrl-C, for the sentence that says so."""


class LoadInterrupted(Exception):
    """Somebody pressed Ctrl-C while a file was being loaded."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.file = file
