"""Opening the graph ready for use: connected, its schema up to date, taxonomy and area codes in it."""

from graph.connection import Graph, open_graph
from graph.errors import TsunaguError
from graph.migrations import migrate
from graph.notices import Tell, silent
from graph.own_questions import take_own_questions
from graph.reference import ensure_reference
from graph.settings import Settings


def open_prepared(settings: Settings, *, codes: bool = True, tell: Tell = silent) -> Graph:
    """Take the user's own questions, connect, and bring schema and codes up to date.

    Args:
        settings: where the graph is.
        codes: False leaves taxonomy and area codes as they are: a restore brings its own.
        tell: told what a user should know meanwhile.

    Raises:
        QuestionRefused: a question of the user's own cannot be taken; no database has been touched.
        DatabaseUnavailable: no database answers.
        DatabaseMisconfigured: it does not let us in, or its graph is newer than this program.
    """
    take_own_questions(settings.queries)
    graph = open_graph(settings, tell=tell)
    try:
        migrate(graph)
        if codes:
            ensure_reference(graph)
        if graph.revision() is None:
            # Written by a program that left no revisions: from now on what is read can be kept until something is written.
            graph.write(lambda _: None)
    except TsunaguError:
        graph.close()
        raise
    return graph
