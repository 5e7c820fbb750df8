"""Opening the graph for a command: what the user should know meanwhile goes to standard error."""

from api.cli.output import note, texts
from graph import opening
from graph.connection import Graph
from graph.notices import Tell
from graph.settings import Settings


def open_prepared(settings: Settings, *, codes: bool = True) -> Graph:
    """The graph that the settings name, ready for use; without `codes` taxonomy and area codes are left as they are.

    Raises:
        DatabaseUnavailable: no database answers.
        DatabaseMisconfigured: it does not let us in, or its graph is newer than this program.
    """
    return opening.open_prepared(settings, codes=codes, tell=told(settings))


def told(settings: Settings) -> Tell:
    """Notices as lines on standard error, in the language of the settings."""
    words = texts(settings)
    return lambda key, **values: note(words(key, **values))
