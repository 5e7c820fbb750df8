"""Frames: nodes and ties of an area, the rows of any question, and any gap with its population and notes."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from graph.connection import Graph, Row
from graph.notebook.extra import needed
from graph.notebook.telling import told
from graph.query_files import question
from graph.reading import Note, Reader

if TYPE_CHECKING:
    import pandas as pd

PUBLIC = "public"
"""On whose behalf is asked, unless another audience is named."""
NODE_COLUMNS = (
    *("id", "kind", "name", "area_id", "area", "visibility", "actor_types", "categories", "generic", "count", "status"),
    *("verified_on", "sources", "kana", "aliases"),
)
TIE_COLUMNS = (*("id", "type", "start", "start_name", "end", "end_name", "visibility", "state", "status", "function", "sources"),)


@told
def nodes(graph: Graph, *, area: str | None = None, audience: str = PUBLIC) -> "pd.DataFrame":
    """Bodies, councils, services, needs and programmes, a row each.

    Args:
        graph: an open graph (`graph.opening.open_prepared`).
        area: name, code or id of an area; None for all.
        audience: public, members or restricted: the strictest level that may be seen.

    Returns:
        A row a node; `kind` is its label, `area` the full name of where it is placed. `attrs` has area and audience.

    Raises:
        ExtraMissing: pandas is not installed.
        QueryMisused: the area or the audience is unknown.
    """
    pandas = needed("pandas")
    reader = Reader(graph, audience=audience)
    rows = [_node(one, reader) for one in network_of(reader, area)["nodes"]]
    return _framed(pandas, rows, NODE_COLUMNS, area=area, audience=audience)


@told
def ties(graph: Graph, *, area: str | None = None, audience: str = PUBLIC) -> "pd.DataFrame":
    """The recorded relationships between these nodes, a row each, with the names of both ends.

    What no row says is not recorded; it is not recorded to be absent. `state` says absent where a source does.

    Args and errors as of `nodes`.
    """
    pandas = needed("pandas")
    reader = Reader(graph, audience=audience)
    found = network_of(reader, area)
    names = {one["id"]: one["name"] for one in found["nodes"]}
    rows = [one | {"start_name": names[one["start"]], "end_name": names[one["end"]]} for one in found["relationships"]]
    return _framed(pandas, rows, TIE_COLUMNS, area=area, audience=audience)


@told
def gap(graph: Graph, name: str, *, area: str | None = None, audience: str = PUBLIC, **given: Any) -> "pd.DataFrame":
    """The answer to a question of the pack.

    Args:
        graph: an open graph.
        name: the question, as `tsunagu gaps list` has it.
        area: name, code or id of an area; None for all.
        audience: public, members or restricted; some questions are for members, which `notes` then says.
        given: the question's own parameters.

    Returns:
        A row a finding, with the declared columns also where there is none. `attrs`: `gap`, `question_ja`, `question_en`,
        `parameters`, `population` (how many were looked at), `notes` (what the data cannot bear: an empty frame with a note
        is no finding that there is nothing), `area`, `audience`.

    Raises:
        ExtraMissing: pandas is not installed.
        QueryMisused: the question, the area, a parameter or the audience is unknown.
    """
    pandas = needed("pandas")
    answer = Reader(graph, audience=audience).answer(name, area=area, **given)
    asked = answer.question
    about = {
        "gap": asked.name,
        **{f"question_{language}": asked.worded("question", language) for language in ("ja", "en")},
        "parameters": {key: plain(value) for key, value in answer.parameters.items()},
        "population": answer.population,
        "notes": [_noted(note) for note in answer.notes],
    }
    return _framed(pandas, answer.rows, asked.returns, area=area, audience=audience, **about)


@told
def frame(graph: Graph, folder: str, name: str, *, area: str | None = None, audience: str = PUBLIC, **given: Any) -> "pd.DataFrame":
    """The rows of any question of `cypher/`: one column for each that it declares.

    Args:
        graph: an open graph.
        folder: gaps, lookups, networks or checks.
        name: the question.
        area: name, code or id of an area; None for all.
        audience: public, members or restricted.
        given: the question's own parameters.

    Raises:
        ExtraMissing: pandas is not installed.
        QueryMisused: unknown question, area, parameter or audience, or the question is not for this audience.
    """
    pandas = needed("pandas")
    reader = Reader(graph, audience=audience)
    rows = reader.answer(name, area=area, **given).rows if folder == "gaps" else reader.rows(folder, name, area=area, **given)
    return _framed(pandas, rows, question(folder, name).returns, area=area, audience=audience)


def network_of(reader: Reader, area: str | None) -> Row:
    """`nodes` and `relationships` of an area, each sorted by id."""
    found = reader.rows("networks", "area_network", area=area)[0]
    return {part: sorted(found[part], key=lambda one: str(one["id"])) for part in ("nodes", "relationships")}


def plain(value: Any) -> Any:
    """A value that every file format takes: a day as its text."""
    return value.isoformat() if isinstance(value, date) else value


def _node(one: Mapping[str, Any], reader: Reader) -> Row:
    area = str(one.get("area_id") or "")
    return {**one, "kind": one["label"], "area": reader.areas.full_name(area) if area in reader.areas.by_id else None}


def _noted(note: Note) -> dict[str, Any]:
    values = {key: plain(value) for key, value in note.values.items()}
    return {"code": note.code, "area_id": note.area_id, "area": note.area, "values": values}


def _framed(pandas: Any, rows: Iterable[Mapping[str, Any]], columns: Iterable[str], **about: Any) -> "pd.DataFrame":
    found = pandas.DataFrame(list(rows), columns=list(columns))
    found.attrs = about
    return found
