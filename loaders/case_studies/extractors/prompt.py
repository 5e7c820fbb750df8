"""What the second reader is told: the instructions with the model's labels, types and codes, and the form of the answer."""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from string import Template
from typing import Any

from graph.model.definitions import Relationship
from graph.taxonomy import Entry
from loaders.case_studies.extractors import proposable

Schema = dict[str, Any]


@cache
def instructions() -> str:
    """The text of `prompt.ja.md` with the labels, types and codes of the model."""
    template = Template((files("loaders.case_studies.extractors") / "prompt.ja.md").read_text(encoding="utf-8"))
    return template.substitute(
        labels=_listed(f"{label}: {_described(kind)}" for label, kind in proposable.things().items()),
        types=_listed(_type_line(kind) for kind in proposable.ties().values()),
        functions=_listed(proposable.FUNCTIONS),
        functions_for=_types_with("function"),
        states=_listed(proposable.STATES),
        states_for=_types_with("state"),
        actor_types=_coded(proposable.codes_for("Organization").values()),
        service_categories=_coded(proposable.codes_for("Service").values()),
        need_categories=_coded(proposable.codes_for("Need").values()),
    )


def question(name: str, part: str) -> str:
    """The text of one part of a case as it is sent."""
    return f"対象の市区町村: {name}\n\n<文章>\n{part}\n</文章>"


@cache
def answer_schema() -> Schema:
    """The form of the answer as a JSON schema, strict: every property is required, and none else is allowed."""
    codes = sorted({code for label in proposable.LABELS for code in proposable.codes_for(label)})
    quoted = {"line": {"type": "integer"}, "quote": {"type": "string"}}
    text = {"type": "string"}
    thing = _object(
        {
            "label": {"type": "string", "enum": list(proposable.things())},
            "name": text,
            "other_names": _array(text),
            "codes": _array({"type": "string", "enum": codes}),
            "status": _one_of(proposable.STATUSES),
            **quoted,
        }
    )
    tie = _object(
        {
            "type": {"type": "string", "enum": list(proposable.ties())},
            "start": text,
            "end": text,
            **{name: _one_of(values) for name, values in proposable.DETAILS.items()},
            **quoted,
        }
    )
    return _object({"things": _array(thing), "ties": _array(tie)})


def _object(properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def _array(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _one_of(values: Iterable[str]) -> Schema:
    return {"type": ["string", "null"], "enum": [*values, None]}


def _type_line(kind: type[Relationship]) -> str:
    return f"{kind.type}: {_either(proposable.starts(kind))} → {_either(proposable.ends(kind))} — {_described(kind)}"


def _types_with(detail: str) -> str:
    return "、".join(type_ for type_, kind in proposable.ties().items() if detail in proposable.details_of(kind))


def _described(kind: type) -> str:
    return (kind.__doc__ or "").strip().partition("\n")[0]


def _either(labels: Iterable[str]) -> str:
    return " | ".join(labels)


def _listed(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _coded(entries: Iterable[Entry]) -> str:
    return _listed(f"{entry.code}: {entry.ja}" for entry in entries)
