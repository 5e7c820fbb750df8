"""How the columns of one list are read: proposed, written as YAML for a person to mend, and kept with the source."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from graph.errors import LoadStopped
from graph.messages import catalogue
from loaders.resource_list.meanings import meanings

ROWS = ("both", "service", "body")
"""What a row is: a body and what it offers under the same name; a service; a body."""
KEYS = {"dataset", "sheet", "municipality", "rows", "columns"}


@dataclass(frozen=True, kw_only=True)
class ListMapping:
    """How one list is read."""

    columns: Mapping[str, str]
    """Head as it stands → key of its meaning; every head of the list is here."""
    rows: str = "both"
    dataset: str | None = None
    """Name of the dataset; the next version of the list has the same."""
    municipality: str | None = None
    """Where the list has no column for it."""
    sheet: str | None = None
    by_values: frozenset[str] = field(default=frozenset(), compare=False)
    """Heads whose meaning was proposed by their cells."""

    def head_of(self, meaning: str) -> str | None:
        """The column that has a meaning; None where none has."""
        return next((head for head, key in self.columns.items() if key == meaning), None)


def as_yaml(mapping: ListMapping, language: str) -> str:
    """A mapping as a file that a person reads and mends; comments say what the words mean."""
    words = catalogue("loaders.resource_list", language)
    lines = [f"# {line}" for line in words["text.mapping.how"].split("|")]
    for key in ("dataset", "sheet", "municipality", "rows"):
        value = getattr(mapping, key)
        lines += [f"# {words[f'text.mapping.{key}']}", f"{key}: {_scalar(value)}"]
    lines += [f"# {words['text.mapping.columns']}", "columns:"]
    for head, key in mapping.columns.items():
        note = words["text.mapping.by_values"] if head in mapping.by_values else ""
        lines.append(f"  {_scalar(head)}: {key}  # {words[f'text.meaning.{key}']}{note}")
    return "\n".join(lines) + "\n"


def kept(mapping: ListMapping) -> str:
    """A mapping as its source keeps it."""
    content = {"sheet": mapping.sheet, "municipality": mapping.municipality, "rows": mapping.rows, "columns": dict(mapping.columns)}
    return yaml.safe_dump({"dataset": mapping.dataset} | content, allow_unicode=True, sort_keys=False)


def mapping_of(text: str) -> ListMapping:
    """A mapping as somebody wrote it, or as a source keeps it.

    Raises:
        LoadStopped: it is no YAML (mapping_not_yaml), has unknown words (mapping_unknown_key, mapping_unknown_meaning,
            mapping_unknown_rows), or gives two columns one meaning that only one can have (mapping_twice), or none the name.
    """
    try:
        content = yaml.safe_load(text)
    except yaml.YAMLError as reason:
        mark = getattr(reason, "problem_mark", None)
        raise LoadStopped("mapping_not_yaml", line=mark.line + 1 if mark else 1) from reason
    if not isinstance(content, dict) or not isinstance(content.get("columns"), dict):
        raise LoadStopped("mapping_without_columns")
    if unknown := sorted(map(str, content.keys() - KEYS)):
        raise LoadStopped("mapping_unknown_key", keys="、".join(unknown), known="、".join(sorted(KEYS)))
    columns = {str(head): str(key or "ignore") for head, key in content["columns"].items()}
    _see_that_it_can_be(columns, str(content.get("rows") or ROWS[0]))
    return ListMapping(
        columns=columns,
        rows=str(content.get("rows") or ROWS[0]),
        dataset=_text(content.get("dataset")),
        municipality=_text(content.get("municipality")),
        sheet=_text(content.get("sheet")),
    )


def _see_that_it_can_be(columns: Mapping[str, str], rows: str) -> None:
    known = meanings()
    if rows not in ROWS:
        raise LoadStopped("mapping_unknown_rows", rows=rows, known="、".join(ROWS))
    for head, key in columns.items():
        if key not in known:
            raise LoadStopped("mapping_unknown_meaning", head=head, meaning=key, known="、".join(known))
    given = [key for key in columns.values() if known[key].is_read]
    if twice := sorted({key for key in given if given.count(key) > 1}):
        raise LoadStopped("mapping_twice", meanings="、".join(twice))
    if "name" not in given:
        raise LoadStopped("mapping_without_name")


def _text(value: Any) -> str | None:
    return str(value).strip() or None if value is not None else None


def _scalar(value: str | None) -> str:
    """A value in one line of YAML, quoted where YAML would read something else."""
    if value is None:
        return ""
    dumped = yaml.safe_dump(value, allow_unicode=True, width=10_000)
    return str(dumped).removesuffix("\n...\n").removesuffix("...\n").strip()
