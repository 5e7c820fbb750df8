"""What a page is without a server: links between files, and no form, script or link that would lead nowhere."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from posixpath import dirname, relpath
from urllib.parse import urlsplit

from lxml import etree, html
from lxml.html import HtmlElement

STYLES = "styles"
ASSETS = "/static/"
NEED_A_SERVER = ("form", "script", "noscript")
ONLY_SERVED = "data-only-served"
"""Marks a part of a page that only leads to what the server makes."""
ALONE = ("p", "li", "dt", "dd")
"""What holds nothing any more when the links in it are gone goes with them."""


@dataclass(frozen=True)
class Offline:
    """A page as a file, and the names of the styles and pictures that it needs beside it."""

    html: bytes
    styles: frozenset[str]


def offline(page: str, file: str, there: Mapping[str, str], *, told: Callable[[str], str], copied: str) -> Offline:
    """Turn a page as it is served into one that works from a disk.

    Args:
        page: the document.
        file: where it will lie, inside the folder.
        there: address of each page that there is → its file.
        told: what the application answers at an address: put in where a script would have asked for it.
        copied: the sentence that says since when the page is as it is.
    """
    document = html.document_fromstring(page)
    for one in [*document.iter(*NEED_A_SERVER), *document.iterfind(f".//*[@{ONLY_SERVED}]")]:
        one.drop_tree()
    for one in document.iter(etree.Element):
        if (asked := one.attrib.pop("data-summary", None)) is not None:
            one.text = told(asked)
    styles = {name for one in list(_leading(document)) if (name := _led(one, file, there)) is not None}
    _without_empty_headings(document)
    for footer in document.iterfind("body/footer"):
        footer.text = f"{footer.text or ''} {copied}"
    return Offline(html.tostring(document, encoding="utf-8", doctype="<!doctype html>"), frozenset(styles))


def _leading(document: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    for one in document.iter(etree.Element):
        for attribute in ("href", "src"):
            if one.get(attribute, "").startswith("/"):
                yield one, attribute


def _led(link: tuple[HtmlElement, str], file: str, there: Mapping[str, str]) -> str | None:
    """Lead a link to its file, or take it out; the name of the style where it leads to one."""
    one, attribute = link
    parts = urlsplit(one.get(attribute, ""))
    style = parts.path.removeprefix(ASSETS) if parts.path.startswith(ASSETS) else None
    target = f"{STYLES}/{style}" if style else None if parts.query else there.get(parts.path)
    if target is None:
        _take_out(one)
    else:
        one.set(attribute, relpath(target, dirname(file) or ".") + (f"#{parts.fragment}" if parts.fragment else ""))
    return style


def _take_out(one: HtmlElement) -> None:
    """A link in a text leaves its words; one that only leads on goes, with what held nothing else."""
    holder = one.getparent()
    only_leads_on = "button" in one.get("class", "") or next(one.iterancestors("nav", "header"), None) is not None
    if one.tag == "a" and holder is not None and not only_leads_on:
        one.drop_tag()
        return
    one.drop_tree()
    if holder is not None and holder.tag in ALONE and not len(holder) and not (holder.text or "").strip():
        holder.drop_tree()


def _without_empty_headings(document: HtmlElement) -> None:
    """The navigation's headings that stand above no link any more."""
    for one in list(document.iterfind(".//nav//p")):
        following = one.getnext()
        if "where" not in one.get("class", "") and (following is None or following.tag == "p"):
            one.drop_tree()
