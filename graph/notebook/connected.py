"""A connected py2neo.

py2neo is at its end of life (2021.2.4) and its `run` commits by itself: read with it, do not write. Frames come through
the official driver.
"""

from typing import TYPE_CHECKING

from graph.embedded import EmbeddedDatabase
from graph.embedded_command import DATABASE
from graph.notebook.extra import needed
from graph.settings import Settings

if TYPE_CHECKING:
    import py2neo


def connected_py2neo(settings: Settings) -> "py2neo.Graph":
    """A py2neo graph on the database that the settings name; the embedded engine has to be running.

    It asks for nobody in particular: what is for members or restricted is seen too, unless a query says
    `WHERE n.visibility = 'public'` of every node and relationship that it names.

    Raises:
        ExtraMissing: py2neo is not installed.
        ConnectionError: the embedded engine is not running (`tsunagu database start`, or hold an open graph).
    """
    py2neo = needed("py2neo")
    if settings.neo4j_uri:
        return py2neo.Graph(settings.neo4j_uri, auth=(settings.neo4j_username, settings.neo4j_password), name=settings.neo4j_database)
    embedded = EmbeddedDatabase(settings.home)
    server = embedded.find()
    if server is None:
        raise ConnectionError(
            "組み込みのグラフが動いていません: tsunagu database start / the embedded engine is not running: tsunagu database start"
        )
    return py2neo.Graph(server.uri, auth=("root", embedded.password), name=DATABASE)
