"""Every error we raise: what happened, and what to do about it.

An error carries a key of the message catalogue and the values for it; the words are put in where it is shown
(`graph.messages`), in the reader's language. The class name is the public code: it says who has to act.
"""

from typing import ClassVar


class TsunaguError(Exception):
    """The root of the family.

    Args:
        key: the entry of the message catalogue; `<key>.advice` beside it says what to do.
        values: what the entry's placeholders stand for.
    """

    transient: ClassVar[bool] = False

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key, values)
        self.key = key
        self.values = values
        self.package: str | None = None
        """The package whose catalogue words it, where that is not one of the shared ones: set by the run of a load."""

    @property
    def code(self) -> str:
        """The public code: the name of the class."""
        return type(self).__name__


class RecordRejected(TsunaguError):
    """One record cannot be taken: it goes into the report with its place, and the load continues."""

    def __init__(self, key: str, place: str, **values: object) -> None:
        super().__init__(key, place=place, **values)
        self.place = place


class LoadStopped(TsunaguError):
    """This source cannot be taken: nothing of it is written."""


class DatabaseUnavailable(TsunaguError):
    """The database does not answer; the same call may succeed later."""

    transient = True


class ClusterUnavailable(TsunaguError):
    """The machines that should compute do not answer; the same call may succeed later."""

    transient = True


class DatabaseMisconfigured(TsunaguError):
    """The database answers, but settings or its content do not allow our work."""


class QueryMisused(TsunaguError):
    """The caller asks for something that does not exist, or with parameters that do not fit."""


class AreaNotResolved(QueryMisused):
    """A text does not name exactly one area: who wrote it has to say which, and a loader says where it stands."""


class ViewTooLarge(QueryMisused):
    """The picture would hold more than it can show; the advice names the way out."""


class SettingsInvalid(TsunaguError):
    """A setting has a value that cannot be used."""


class QuestionRefused(TsunaguError):
    """A question of a user's own cannot be taken: the message names its file and line."""
