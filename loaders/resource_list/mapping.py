"""How the columns of one list are read: proposed, written as YAML for a person to mend, and kept with the source."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import yaml

from graph.errors import LoadStopped
from graph.messages import catalogue
from loaders.resource_list.meanings import meanings

ROWS = ("both", "service", "body")
"""What a row is: a body and what it offers under the same name; a service; a body."""
KEYS = {"dataset", "sheet", "municipality", "rows", "columns"}
LONGEST = 500_000
"""Characters of a mapping: five thousand columns take fewer."""
LONGEST_PLAIN_KEY = 1_000
"""Characters up to which YAML takes a key that stands before its colon without a sign of its own."""


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
    for key, said in _said(mapping):
        lines += [f"# {words[f'text.mapping.{key}']}", said]
    lines += [f"# {words['text.mapping.columns']}", "columns:"]
    for head, key in mapping.columns.items():
        note = words["text.mapping.by_values"] if head in mapping.by_values else ""
        lines.append(f"{_column(head, key)}  # {words[f'text.meaning.{key}']}{note}")
    return "\n".join(lines) + "\n"


def kept(mapping: ListMapping) -> str:
    """A mapping as its source keeps it."""
    lines = [said for _, said in _said(mapping)]
    return "\n".join([*lines, "columns:", *(_column(head, key) for head, key in mapping.columns.items())]) + "\n"


def _said(mapping: ListMapping) -> Iterator[tuple[str, str]]:
    """What a mapping says of the whole list, line by line."""
    for key in ("dataset", "sheet", "municipality", "rows"):
        yield key, f"{key}: {_scalar(getattr(mapping, key))}".strip()


def _column(head: str, key: str) -> str:
    written = _scalar(head)
    return f"  {written}: {key}" if len(written) <= LONGEST_PLAIN_KEY else f"  ? {written}\n  : {key}"


def mapping_of(text: str) -> ListMapping:
    """A mapping as somebody wrote it, or as a source keeps it.

    Raises:
        LoadStopped: it is no YAML of one word a line (mapping_not_yaml), is none of ours (mapping_too_long, mapping_without_columns),
            says something twice (mapping_repeated), has unknown words (mapping_unknown_key, mapping_unknown_meaning,
            mapping_unknown_rows), gives two columns one meaning that only one can have (mapping_twice), or none the name.
    """
    content = _entries(_whole(text))
    if not isinstance(content.get("columns"), yaml.MappingNode):
        raise LoadStopped("mapping_without_columns")
    if unknown := sorted(content.keys() - KEYS):
        raise LoadStopped("mapping_unknown_key", keys="、".join(unknown), known="、".join(sorted(KEYS)))
    columns = {head: _word(value) or "ignore" for head, value in _entries(content["columns"]).items()}
    said = {key: _text(node) for key, node in content.items() if key != "columns"}
    rows = _plain(said.get("rows") or ROWS[0])
    _see_that_it_can_be(columns, rows)
    return ListMapping(
        columns=columns,
        rows=rows,
        dataset=said.get("dataset"),
        municipality=said.get("municipality"),
        sheet=said.get("sheet"),
    )


def _whole(text: str) -> yaml.Node | None:
    """The YAML as it is written: a head of yes, 12:30 or 2026-04-01 is a word like any other."""
    if len(text) > LONGEST:
        raise LoadStopped("mapping_too_long", limit=LONGEST)
    try:
        return yaml.compose(text, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError) as reason:
        mark = getattr(reason, "problem_mark", None)
        raise LoadStopped("mapping_not_yaml", line=mark.line + 1 if mark else 1) from reason


def _entries(node: yaml.Node | None) -> dict[str, yaml.Node]:
    """Key → what is said of it."""
    if not isinstance(node, yaml.MappingNode):
        raise LoadStopped("mapping_without_columns")
    found: dict[str, yaml.Node] = {}
    for key, value in _pairs(node):
        if key in found:
            raise LoadStopped("mapping_repeated", name=key, line=value.start_mark.line + 1)
        found[key] = value
    return found


def _pairs(node: yaml.MappingNode) -> Iterator[tuple[str, yaml.Node]]:
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise LoadStopped("mapping_not_yaml", line=key.start_mark.line + 1)
        yield key.value, value


def _text(node: yaml.Node) -> str | None:
    """What is said in one line; None where nothing is."""
    if not isinstance(node, yaml.ScalarNode):
        raise LoadStopped("mapping_not_yaml", line=node.start_mark.line + 1)
    is_null = node.style is None and node.value in {"null", "~"}
    return None if is_null else str(node.value).strip() or None


def _word(node: yaml.Node) -> str | None:
    """A word of ours, however it is typed."""
    return _plain(text) if (text := _text(node)) else None


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().casefold()


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


def _scalar(value: str | None) -> str:
    """A value in one line of YAML, quoted where YAML would read something else."""
    if value is None:
        return ""
    unseen = any(unicodedata.category(character) in {"Cc", "Cf", "Zl", "Zp"} for character in value)
    dumped = yaml.safe_dump(value, allow_unicode=not unseen, width=float("inf"), default_style='"' if unseen else None)
    return str(dumped).removesuffix("\n...\n").removesuffix("...\n").strip("\n")
