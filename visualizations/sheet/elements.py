"""SVG elements, built so that a text can only ever be text."""

from typing import TypeAlias

from lxml import etree

from visualizations.sheet.plain_text import plain

SVG = "http://www.w3.org/2000/svg"
FAMILY = "'Hiragino Sans', 'Yu Gothic UI', Meiryo, 'Noto Sans CJK JP', 'Noto Sans JP', sans-serif"
"""The same as on the page."""

Element: TypeAlias = etree._Element


def root(width: float, height: float, *, left: float = 0, top: float = 0, family: str = FAMILY) -> Element:
    """An SVG document of so many pixels, whose upper left corner is at (left, top)."""
    return etree.Element(
        f"{{{SVG}}}svg",
        {
            "width": number(width),
            "height": number(height),
            "viewBox": f"{number(left)} {number(top)} {number(width)} {number(height)}",
            "font-family": family,
        },
        nsmap={None: SVG},
    )


def add(parent: Element, tag: str, content: str | None = None, **attributes: str | float) -> Element:
    """A new last element within another; `_` in the name of an attribute stands for `-`."""
    made = etree.SubElement(parent, f"{{{SVG}}}{tag}")
    for name, value in attributes.items():
        made.set(name.replace("_", "-"), plain(value) if isinstance(value, str) else number(value))
    if content is not None:
        made.text = plain(content)
    return made


def number(value: float) -> str:
    """A length as SVG has it."""
    return f"{value:.1f}".removesuffix(".0")


def written(svg: Element) -> str:
    """The document as text."""
    return etree.tostring(svg, encoding="unicode")
