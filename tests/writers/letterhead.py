"""A letterhead as an office might give it: German style ids, numbered headings, a first page of its own.

It lacks most styles of ours, and it carries what a filing must not: text, an author, a comment, a session's id.
"""

from __future__ import annotations

from typing import Final

from tests.writers.docx_file import NAMESPACES, rezipped

_W: Final = f'xmlns:w="{NAMESPACES["w"]}" xmlns:r="{NAMESPACES["r"]}"'
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS: Final = {
    "document": "document.main",
    "styles": "styles",
    "numbering": "numbering",
    "settings": "settings",
    "comments": "comments",
    "header9": "header",
    "footer9": "footer",
}


def letterhead() -> bytes:
    """Return the file."""
    files = {f"word/{name}.xml": (_HEAD + body).encode() for name, body in _BODIES.items()}
    files["[Content_Types].xml"] = (_HEAD + _content_types()).encode()
    files["_rels/.rels"] = _relationships({"officeDocument": "word/document.xml"}, core="docProps/core.xml")
    files["word/_rels/document.xml.rels"] = _relationships(_arrows())
    files["docProps/core.xml"] = (_HEAD + _CORE).encode()
    return rezipped(files)


def _arrows() -> dict[str, str]:
    return {kind.removesuffix("9"): f"{kind}.xml" for kind in _PARTS if kind != "document"}


def _content_types() -> str:
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{type_}+xml"/>' for name, type_ in _PARTS.items()
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}'
        f'<Override PartName="/docProps/core.xml" ContentType="{core}"/></Types>'
    )


def _relationships(arrows: dict[str, str], core: str = "") -> bytes:
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    lines = [f'<Relationship Id="r{k}" Type="{_OFFICE}/{k}" Target="{t}"/>' for k, t in arrows.items()]
    if core:
        type_ = f"{space}/metadata/core-properties"
        lines.append(f'<Relationship Id="rCore" Type="{type_}" Target="{core}"/>')
    return f'{_HEAD}<Relationships xmlns="{space}">{"".join(lines)}</Relationships>'.encode()


_CORE: Final = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>A. Former Author</dc:creator></cp:coreProperties>'
)


def _style(id_: str, name: str, body: str = "", *, default: bool = False) -> str:
    based = "" if default else '<w:basedOn w:val="Standard"/>'
    mark = ' w:default="1"' if default else ""
    head = f'<w:style w:type="paragraph"{mark} w:styleId="{id_}"><w:name w:val="{name}"/>{based}<w:qFormat/>'
    return f"{head}{body}</w:style>"


_HEADING: Final = (
    '<w:pPr><w:keepNext/><w:numPr>{level}<w:numId w:val="7"/></w:numPr><w:outlineLvl w:val="{outline}"/></w:pPr>'
    '<w:rPr><w:color w:val="AA0000"/></w:rPr>'
)
_BODIES: Final = {
    "document": (
        f"<w:document {_W}><w:body><w:p><w:r><w:t>Old text</w:t></w:r></w:p>"
        '<w:sectPr w:rsidR="00AB12CD"><w:headerReference w:type="first" r:id="rheader"/>'
        '<w:footerReference w:type="default" r:id="rfooter"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="2268" w:right="1134" w:bottom="1134" w:left="1701" w:header="709" w:footer="709" '
        'w:gutter="0"/><w:titlePg/></w:sectPr></w:body></w:document>'
    ),
    "styles": (
        f"<w:styles {_W}>"
        + _style("Standard", "Normal", '<w:rPr><w:sz w:val="24"/><w:lang w:val="de-DE"/></w:rPr>', default=True)
        + _style("berschrift1", "heading 1", _HEADING.format(level="", outline=0))
        + _style("berschrift3", "Heading 3", _HEADING.format(level='<w:ilvl w:val="2"/>', outline=2))
        + _style("BodyText", "Something Else")
        + "</w:styles>"
    ),
    "numbering": (
        f'<w:numbering {_W}><w:abstractNum w:abstractNumId="3"><w:multiLevelType w:val="multilevel"/>'
        + "".join(
            f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>{link}<w:lvlText w:val="§ %{n + 1}"/>'
            '<w:lvlJc w:val="left"/></w:lvl>'
            for n, link in enumerate(('<w:pStyle w:val="berschrift1"/>', "", '<w:pStyle w:val="berschrift3"/>'))
        )
        + '</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num></w:numbering>'
    ),
    "settings": (
        f'<w:settings {_W}><w:zoom w:percent="100"/><w:trackRevisions/><w:defaultTabStop w:val="708"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
        'w:val="15"/></w:compat><w:rsids><w:rsidRoot w:val="00AB12CD"/></w:rsids></w:settings>'
    ),
    "comments": (
        f'<w:comments {_W}><w:comment w:id="0" w:author="A. Former Author"><w:p><w:r><w:t>secret comment</w:t></w:r>'
        "</w:p></w:comment></w:comments>"
    ),
    "header9": f"<w:hdr {_W}><w:p><w:r><w:t>Example Chambers</w:t></w:r></w:p></w:hdr>",
    "footer9": f"<w:ftr {_W}><w:p><w:r><w:t>Registered in Example</w:t></w:r></w:p></w:ftr>",
}
