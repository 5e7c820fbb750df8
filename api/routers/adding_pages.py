"""The pages on which a fact is typed in: the form, what came of it, and taking it back."""

from http import HTTPStatus
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from api.dependencies import Reading, Words, Writing
from api.error_responses import status_of
from api.evidence_told import fact_told
from api.following_on import on_to
from api.for_members import ForMembers
from api.pages import render
from api.same_site import Changing
from api.typed_in import type_in
from api.typing_forms import FORMS, form_of, saying_of, typed_of
from api.typing_shown import Refused, choices_for, filled_in, refused
from api.undone import taken_back
from api.uploads import Form, Sent
from graph import evidence_list, loads
from graph.area_directory import KnownArea
from graph.by_hand.added import Added
from graph.by_hand.saying import EXTRACTOR, LONGEST_NAME, LONGEST_TEXT, USUAL_VISIBILITY
from graph.by_hand.spoken_roles import EXAMPLES
from graph.errors import QueryMisused
from graph.evidence_names import with_ends_named
from graph.messages import Messages
from graph.model.areas import Area
from graph.model.definitions import VISIBILITY_LEVELS
from graph.reading import Reader
from graph.rows import Properties

KEPT = ("said_by", "on")
"""What stands in the form again when somebody goes on typing in: one conversation often says several things."""

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get("/areas/{area}/add", dependencies=[Writing, ForMembers])
def typing_form(request: Request, area: str, reader: Reading, texts: Words) -> HTMLResponse:
    """The form of a kind; what the address says stands in its fields."""
    asked = {name: value[:LONGEST_TEXT] for name, value in request.query_params.items()}
    kind = asked.get("kind", next(iter(FORMS)))
    found = reader.areas.find(area)
    usual = {"on": reader.today.isoformat(), "visibility": USUAL_VISIBILITY, "area": reader.areas.full_name(found.id)}
    return _form(request, reader, texts, found, kind, Sent(fields=usual | asked))


@router.post("/areas/{area}/add", dependencies=[*Changing, ForMembers])
def type_fact_in(request: Request, area: str, form: Form, reader: Reading, texts: Words) -> Response:
    """Write what was typed in; where it is refused, the same form with why, and with everything that was typed."""
    found, kind = reader.areas.find(area), form.fields.get("kind_of_fact", "")
    form_of(kind)
    try:
        added = type_in(reader, typed_of(kind, form, found.id), saying_of(form, reader.today), words=texts)
    except QueryMisused as error:
        return _form(request, reader, texts, found, kind, form, refused(error, kind, form, reader, texts), status_of(error))
    load = added.load or _earlier_load(reader, added)
    more = {"kind": kind, "again": "" if added.is_changed else "1"} | {name: form.fields.get(name, "") for name in KEPT}
    if load is None:
        return on_to(request, "typing_form", {"area": found.id}, **more)
    return on_to(request, "typed_in", {"area": found.id, "load": load}, **more)


@router.get("/areas/{area}/add/{load}", dependencies=[Writing, ForMembers])
def typed_in(request: Request, area: str, load: str, reader: Reading, texts: Words) -> HTMLResponse:
    """What was typed in, as it stands in the graph, with what can be done next."""
    found, kind = reader.areas.find(area), request.query_params.get("kind", "")
    one = _load_typed_in(reader, load)
    rows = with_ends_named(reader, [row for row in evidence_list.listed(reader, load=one["id"]) if row["label"] != Area.label])
    others = {row["fact"]: len(row["evidence"]) for row in reader.rows("lookups", "evidence_ids", facts=[row["fact"] for row in rows])}
    shown: dict[str, Any] = {
        "load": one,
        "is_hidden": one["visibility"] not in reader.visible,
        "facts": [(fact_told(row, texts), others.get(row["fact"], 1) == 1) for row in rows],
        "said": rows[0] if rows else None,
        "kind": kind if kind in FORMS else next(iter(FORMS)),
        "again": request.query_params.get("again") == "1",
        "kept": {name: value[:LONGEST_NAME] for name in KEPT if (value := request.query_params.get(name))},
        "token": request.app.state.token,
    }
    return render(request, "typed_in.html", area=found, full_name=reader.areas.full_name(found.id), **shown)


@router.post("/areas/{area}/add/{load}/undo", dependencies=[*Changing, ForMembers])
def take_typed_back(request: Request, area: str, load: str, form: Form, reader: Reading) -> Response:
    """Take back what was typed in."""
    found, one = reader.areas.find(area), _load_typed_in(reader, load)
    taken_back(reader.graph, one["id"])
    return on_to(request, "typed_in", {"area": found.id, "load": one["id"]}, kind=form.fields.get("kind", ""))


def _form(  # noqa: PLR0917 - who asks, for which area and kind, and what stands in the form
    request: Request,
    reader: Reader,
    texts: Messages,
    area: KnownArea,
    kind: str,
    sent: Sent,
    why: Refused | None = None,
    status: int = HTTPStatus.OK,
) -> HTMLResponse:
    fields = form_of(kind)
    shown: dict[str, Any] = {
        "kinds": tuple(FORMS),
        "kind": kind,
        "fields": fields,
        "values": filled_in(sent.fields, sent.lists, fields),
        "choices": choices_for(reader, area, kind, texts),
        "refused": why,
        "again": sent.fields.get("again") == "1",
        "roles": EXAMPLES,
        "levels": VISIBILITY_LEVELS,
        "today": reader.today,
        "longest": {"short": LONGEST_NAME, "long": LONGEST_TEXT},
        "token": request.app.state.token,
    }
    return render(request, "typing.html", status=status, area=area, full_name=reader.areas.full_name(area.id), **shown)


def _load_typed_in(reader: Reader, id_: str) -> Properties:
    """The load of something typed in. What the audience may not see is not shown to it, but who typed it in can take it back.

    Its id follows from its words, so that only who knows them knows the id.

    Raises:
        QueryMisused: there is none.
    """
    for one in loads.listed(reader.graph):
        if one["id"] == id_ and one["dataset"].startswith(f"{EXTRACTOR}/"):
            return one
    raise QueryMisused("load_unknown", id=id_)


def _earlier_load(reader: Reader, added: Added) -> str | None:
    """The load with which just this was said before: of the same fact, in the same words, by the same role on the same day."""
    for row in evidence_list.listed(reader, fact=added.facts[0].id):
        if (row["quote"], row["place"]) == (added.quote, added.place) and row["dataset"].startswith(f"{EXTRACTOR}/"):
            return str(row["load"])
    return None
