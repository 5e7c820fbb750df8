"""What a package says in words of our own, where the standard wants a text and the graph has none."""

from graph.holdings import Holdings
from graph.messages import Messages
from graph.rows import NodeRow
from loaders.hsds.vocabulary import Code, entries

BETWEEN = "、"


def described(node: NodeRow, held: Holdings, words: Messages) -> str:
    """An organisation in one line: its kinds, and the municipality that it belongs to."""
    kinds = [term_name(("ActorType", code), words) for code in held.codes_of(node.id, "ActorType")]
    kinds += [words("text.Council")] if "Council" in node.labels else []
    area = held.full_name(str(node.properties.get("placed_in") or ""))
    return words(
        "text.organization_description",
        kinds=BETWEEN.join(kinds) or words("text.not_stated"),
        area=area or words("text.not_stated"),
    )


def term_name(code: Code, words: Messages) -> str:
    """A code in the reader's words."""
    entry = entries().get(code)
    return str(getattr(entry, words.language)) if entry else words(f"text.{code[1]}")


def end_name(id_: str, held: Holdings) -> str:
    """What an end of a relationship is called: an area by its full name."""
    node = held.by_id[id_]
    return held.full_name(id_) if node.labels == ("Area",) else str(node.properties["name"])
