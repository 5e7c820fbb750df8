"""The graph for researchers: pandas frames, igraph and networkx, and a connected py2neo (`tsunagu[notebook]`).

py2neo is at its end of life (2021.2.4) and its `run` commits by itself: read with it, do not write. Frames come through
the official driver.
"""

from typing import TYPE_CHECKING, Any

from graph.connection import Graph
from graph.embedded import EmbeddedDatabase
from graph.embedded_command import DATABASE
from graph.reading import Reader
from graph.settings import Settings

if TYPE_CHECKING:
    import igraph
    import networkx
    import pandas as pd
    import py2neo


def frame(graph: Graph, folder: str, name: str, *, area: str | None = None, audience: str = "members", **given: Any) -> "pd.DataFrame":
    """The rows of a question as a frame: one column for each that the question declares.

    Args:
        graph: an open graph.
        folder: gaps, lookups, networks or checks.
        name: the question.
        area: name, code or id of an area; None for all.
        audience: public, members or restricted.
        given: the question's own parameters.

    Raises:
        QueryMisused: unknown question, area or parameter.
    """
    import pandas as pd  # noqa: PLC0415 - an optional extra

    reader = Reader(graph, audience=audience)
    rows = reader.answer(name, area=area, **given).rows if folder == "gaps" else reader.rows(folder, name, area=area, **given)
    return pd.DataFrame(rows)


def as_networkx(graph: Graph, *, area: str | None = None, audience: str = "members") -> "networkx.MultiDiGraph":
    """The network of an area: nodes by id with their properties, relationships keyed by id."""
    import networkx  # noqa: PLC0415 - an optional extra

    row = Reader(graph, audience=audience).rows("networks", "area_network", area=area)[0]
    network = networkx.MultiDiGraph()
    for node in row["nodes"]:
        network.add_node(node["id"], **{name: value for name, value in node.items() if name != "id"})
    for tie in row["relationships"]:
        network.add_edge(tie["start"], tie["end"], key=tie["id"], **{name: tie[name] for name in tie if name not in {"start", "end"}})
    return network


def as_igraph(graph: Graph, *, area: str | None = None, audience: str = "members") -> "igraph.Graph":
    """The same as a directed igraph graph, vertices named by id."""
    import igraph  # noqa: PLC0415 - kept beside the other optional ones

    return igraph.Graph.from_networkx(as_networkx(graph, area=area, audience=audience))


def connected_py2neo(settings: Settings) -> "py2neo.Graph":
    """A py2neo graph on the database that the settings name; the embedded engine has to be running.

    Raises:
        ConnectionError: the embedded engine is not running (`tsunagu database start`, or hold an open graph).
    """
    import py2neo  # noqa: PLC0415 - an optional extra

    if settings.neo4j_uri:
        return py2neo.Graph(settings.neo4j_uri, auth=(settings.neo4j_username, settings.neo4j_password), name=settings.neo4j_database)
    embedded = EmbeddedDatabase(settings.home)
    server = embedded.find()
    if server is None:
        raise ConnectionError("the embedded engine is not running: tsunagu database start")
    return py2neo.Graph(server.uri, auth=("root", embedded.password), name=DATABASE)
