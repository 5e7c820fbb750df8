"""Word files with what python-docx itself does not write: tracked changes, text boxes, footnotes, numbered lists."""

import zipfile
from collections.abc import Callable
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.table import Table
from docx.text.paragraph import Paragraph

RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
NAMES = (
    nsdecls("w")
    + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
    + ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    + ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    + ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)


def written(write: Callable[[WordDocument], None]) -> bytes:
    """A Word file that a function writes."""
    document = Document()
    write(document)
    content = BytesIO()
    document.save(content)
    return content.getvalue()


def add_xml(document: WordDocument, xml: str) -> None:
    """Put a block of the body's own XML behind the others; `{}` in its first tag takes the names."""
    body = document.element.body
    body.insert(len(body) - 1, parse_xml(xml.replace("NAMES", NAMES, 1)))


def paragraph_of(document: WordDocument, *runs: str) -> None:
    """A paragraph whose runs are given as XML."""
    add_xml(document, f"<w:p NAMES>{''.join(runs)}</w:p>")


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def text_box(text: str) -> str:
    """A text box as Word writes it: once for newer programs, once for older ones."""
    content = f"<w:txbxContent><w:p>{run(text)}</w:p></w:txbxContent>"
    shape = f"<wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp>"
    new = f"<w:drawing><wp:anchor><a:graphic><a:graphicData>{shape}</a:graphicData></a:graphic></wp:anchor></w:drawing>"
    old = f"<w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict>"
    return (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'>{new}</mc:Choice><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def add_notes(document: WordDocument, kind: str, texts: dict[int, str]) -> None:
    """Footnotes or endnotes, with the separator that Word keeps among them."""
    element = kind.removesuffix("s")
    notes = f'<w:{element} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{element}>' + "".join(
        f'<w:{element} w:id="{number}"><w:p>{run(text)}</w:p></w:{element}>' for number, text in texts.items()
    )
    xml = f"<w:{kind} {NAMES}>{notes}</w:{kind}>"
    part = Part(PackURI(f"/word/{kind}.xml"), f"{WORD}{kind}+xml", xml.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIPS + kind)


def add_list(document: WordDocument, levels: list[tuple[str, str]], *, number: int = 90, font: str = "") -> None:
    """A list whose levels have a format and a text: ("decimal", "%1.")."""
    numbering = document.part.numbering_part.element
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}"/></w:rPr>' if font else ""
    xml = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>{fonts}</w:lvl>'
        for depth, (form, text) in enumerate(levels)
    )
    kind = parse_xml(f'<w:abstractNum {NAMES} w:abstractNumId="{number}">{xml}</w:abstractNum>')
    numbering.insert(0, kind)
    numbering.append(parse_xml(f'<w:num {NAMES} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'))


def restarted(document: WordDocument, number: int, of: int, start: int) -> None:
    """A second list of the same kind that begins anew."""
    override = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>'
    xml = f'<w:num {NAMES} w:numId="{number}"><w:abstractNumId w:val="{of}"/>{override}</w:num>'
    document.part.numbering_part.element.append(parse_xml(xml))


def item(document: WordDocument, text: str, level: int = 0, number: int = 90) -> Paragraph:
    """An item of a list."""
    paragraph = document.add_paragraph(text)
    properties: BaseOxmlElement = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(parse_xml(f'<w:numPr {NAMES}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'))
    return paragraph


def fill(table: Table, *texts: str) -> Table:
    """Put a text into each cell, row by row."""
    width = len(table.columns)
    for number, text in enumerate(texts):
        table.cell(number // width, number % width).text = text
    return table


def with_part(content: bytes, name: str, data: bytes) -> bytes:
    """The archive with another part of that name."""
    changed = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new:
        for one in old.infolist():
            if one.filename != name:
                new.writestr(one, old.read(one))
        new.writestr(name, data)
    return changed.getvalue()
