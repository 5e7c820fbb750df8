"""Whether a question may be asked, as far as its file shows.

Ours are held to the same, and to more, by `tests/contracts/test_every_query.py`; those of a user's own folder are held
to it when the program starts (`graph.own_questions`).
"""

import inspect
import re
from collections.abc import Iterator
from importlib import import_module

from graph.messages import Phrase
from graph.model.catalogue import node_kinds, relationship_kinds
from graph.model.definitions import Node, Relationship, property_descriptions
from graph.query_checks.fault import Fault
from graph.query_checks.header import faults_of_header
from graph.query_checks.limits import unlimited
from graph.query_checks.rules import ALLOWED_PROCEDURES, NEVER, writes
from graph.query_checks.text import code, columns, labels_in, order, parameters_in, properties_in, types_in
from graph.query_checks.written import Written
from graph.query_files import SCOPING, Question

GIVEN_TO_PICTURES = "found"


def faults(asked: Question, text: str) -> Iterator[Fault]:
    """What is wrong with a question, its header first.

    Args:
        asked: the question.
        text: its file.
    """
    written = Written(text)
    of_header = list(faults_of_header(asked, written))
    yield from of_header
    if of_header:
        return
    yield from _reading_only(asked.text, written)
    yield from _parameters(asked, written)
    if "takes" in asked.header:
        return
    yield from _limits(asked, written)
    yield from _forms(asked.text, written)
    yield from _names(asked.text, written)
    if asked.measure is None:
        yield from _columns(asked, written)


def _reading_only(text: str, written: Written) -> Iterator[Fault]:
    if not writes(text):
        return
    called = [name for name in re.findall(r"\bCALL ([^\W\d][\w.]*)", code(text)) if name not in ALLOWED_PROCEDURES]
    if called:
        yield Fault("calls", written.where(writes), {"name": called[0], "allowed": ", ".join(ALLOWED_PROCEDURES)})
    else:
        yield Fault("writes", written.where(writes))


def _parameters(asked: Question, written: Written) -> Iterator[Fault]:
    used, declared = parameters_in(asked.text) - set(SCOPING), set(asked.parameters)
    if asked.measure:
        module, _, function = asked.measure.rpartition(".")
        used |= set(list(inspect.signature(getattr(import_module(module), function)).parameters)[1:])
    for name in sorted(used - declared - ({GIVEN_TO_PICTURES} if asked.name.endswith(".picture") else set())):
        yield Fault("parameter_undeclared", written.in_body(rf"\${name}\b"), {"name": name})
    for name in sorted(declared - used):
        yield Fault("parameter_unused", written.in_header(name), {"name": name})


def _limits(asked: Question, written: Written) -> Iterator[Fault]:
    used = parameters_in(asked.text)
    if "visible" not in used:
        yield Fault("without_visible", written.in_body(r"\bMATCH\b"))
    if "areas" not in used and not str(asked.header.get("unscoped", "")).strip():
        yield Fault("without_areas", written.in_body(r"\bMATCH\b"))
    for name in unlimited(asked.text):
        yield Fault("not_limited", written.in_body(rf"[(\[]\s*{re.escape(name)}\b" if name[0] not in "(-" else r"\("), {"name": name})


def _forms(text: str, written: Written) -> Iterator[Fault]:
    for name, rule in NEVER.items():
        if rule is not writes and rule(text):
            yield Fault("form", written.where(rule), {"form": Phrase("graph", f"query_form.{name}")})


def _names(text: str, written: Written) -> Iterator[Fault]:
    kinds: list[type[Node] | type[Relationship]] = [*node_kinds().values(), *relationship_kinds().values()]
    properties = {name for kind in kinds for name in property_descriptions(kind)} | {"id"}
    for found, known in (
        (labels_in(text), node_kinds().keys()),
        (types_in(text), relationship_kinds().keys()),
        (properties_in(text), properties),
    ):
        for name in sorted(found - set(known)):
            yield Fault("name_unknown", written.in_body(rf"\b{name}\b"), {"name": name})


def _columns(asked: Question, written: Written) -> Iterator[Fault]:
    last = written.in_body(r"\bRETURN\b")
    if tuple(columns(asked.text)) != asked.returns:
        values = {"returned": ", ".join(columns(asked.text)), "declared": ", ".join(asked.returns)}
        yield Fault("columns_differ", last, values)
    elif asked.identity and order(asked.text) != list(asked.identity):
        yield Fault("not_in_order", last, {"order": ", ".join(asked.identity)})
