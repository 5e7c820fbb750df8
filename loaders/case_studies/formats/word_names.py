"""Names in the XML of Word files, and small questions asked of its elements."""

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

MARKUP = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
ALTERNATIVES, CHOICE, FALLBACK = f"{MARKUP}AlternateContent", f"{MARKUP}Choice", f"{MARKUP}Fallback"
OFF = frozenset({"0", "false", "off", "none"})
MOST_DIGITS = 6


def local(element: BaseOxmlElement) -> str:
    """The name of an element without its namespace; empty for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def value(element: BaseOxmlElement | None, path: str, attribute: str = "w:val") -> str | None:
    """An attribute of the first element on a path; None where either is missing."""
    found = element.find("/".join(qn(f"w:{step}") for step in path.split("/"))) if element is not None else None
    return found.get(qn(attribute)) if found is not None else None


def number(text: str | None, otherwise: int = 0) -> int:
    """A whole number; `otherwise` where it is none."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS else otherwise


def is_on(element: BaseOxmlElement | None, path: str) -> bool:
    """Whether a switch on a path is there and not turned off."""
    found = element.find("/".join(qn(f"w:{step}") for step in path.split("/"))) if element is not None else None
    return found is not None and (found.get(qn("w:val")) or "true").lower() not in OFF


def is_placeholder(element: BaseOxmlElement) -> bool:
    """Whether a field of a form still shows the words that ask to fill it."""
    return is_on(element, "sdtPr/showingPlcHdr")


def chosen(alternatives: BaseOxmlElement) -> list[BaseOxmlElement]:
    """One of several ways to write the same: what newer programs read, else what older ones do."""
    choice = alternatives.find(CHOICE)
    if choice is None:
        choice = alternatives.find(FALLBACK)
    return list(choice) if choice is not None else []
