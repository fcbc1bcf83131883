"""Our own reference document: fifteen small parts, written as text, with no finding in any validator."""

from __future__ import annotations

from typing import Final

from probata.document.look import Look
from probata.word.elements import R_NAMESPACE, W_NAMESPACE
from probata.word.made_as import CUSTOM, PROPERTY
from probata.word.opc import CORE_PROPERTIES, DECLARATION, MAIN, OFFICE, WORD, Package, Part
from probata.writers.docx.reference.measures import Measures, paper, twips
from probata.writers.docx.reference.style import Style, colour, size
from probata.writers.docx.reference.table_styles import table_styles
from probata.writers.docx.reference.text_styles import (
    base_styles,
    contents_styles,
    heading_styles,
    list_styles,
    note_styles,
    text_styles,
)
from probata.writers.docx.reference.theme import theme_xml

CHINESE_FONT: Final = "SimSun"
_NAMES: Final = f'xmlns:w="{W_NAMESPACE}" xmlns:r="{R_NAMESPACE}"'
_THEME: Final = "application/vnd.openxmlformats-officedocument.theme+xml"
_CORE: Final = "application/vnd.openxmlformats-package.core-properties+xml"
_APP: Final = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
_CUSTOM: Final = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_ANY_PROPERTY: Final = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""What a property belongs to that somebody made up."""


def reference_package(look: Look) -> Package:
    """Return the package with our styles, an empty header and footer and no text."""
    root, main = Part("", "", b""), Part("word/document.xml", MAIN, b"")
    package = Package(root, {})
    package.add(main, root, f"{OFFICE}officeDocument")
    package.add(core_part(""), root, CORE_PROPERTIES)
    package.add(app_part(), root, f"{OFFICE}extended-properties")
    for kind in ("styles", "settings", "fontTable", "numbering", "footnotes", "endnotes"):
        package.add(default_part(kind, look), main, OFFICE + kind)
    package.add(default_part("theme", look), main, f"{OFFICE}theme")
    header = package.add(default_part("header", look), main, f"{OFFICE}header")
    footer = package.add(default_part("footer", look), main, f"{OFFICE}footer")
    main.data = _document(look, header, footer)
    return package


def default_part(kind: str, look: Look) -> Part:
    """Return a part of ours by the last word of its relationship's type, such as `styles`."""
    match kind:
        case "styles":
            return _word(kind, styles_xml(Measures.of(look)))
        case "settings":
            return _word(kind, _settings(look.alignment.justified))
        case "fontTable":
            return _word(kind, _font_table(look.face))
        case "numbering":
            return _word(kind, f"<w:numbering {_NAMES}/>")
        case "theme":
            return Part(
                "word/theme/theme1.xml", _THEME, (DECLARATION + theme_xml(look.face, colour(look.colour.link))).encode()
            )
        case "footnotes" | "endnotes":
            return _word(kind, notes_xml(kind.removesuffix("s")))
        case "header":
            return _word(kind, f'<w:hdr {_NAMES}><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr></w:p></w:hdr>', "1")
        case "footer":
            return _word(kind, f'<w:ftr {_NAMES}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr></w:p></w:ftr>', "1")
        case _:
            raise ValueError(kind)


def _word(kind: str, body: str, number: str = "") -> Part:
    return Part(f"word/{kind}{number}.xml", f"{WORD}{kind}+xml", (DECLARATION + body).encode())


def core_part(body: str) -> Part:
    """Return the core properties with `body` inside."""
    spaces = (
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    )
    text = f"{DECLARATION}<cp:coreProperties {spaces}>{body}</cp:coreProperties>"
    return Part("docProps/core.xml", _CORE, text.encode())


def app_part() -> Part:
    """Return the extended properties: nothing of any machine."""
    space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    text = f'{DECLARATION}<Properties xmlns="{space}"><Application>Probata</Application></Properties>'
    return Part("docProps/app.xml", _APP, text.encode())


def custom_part(digest: str) -> Part:
    """Return the property by which the file is known again (ISO/IEC 29500-1, 22.3)."""
    variant = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
    text = (
        f'{DECLARATION}<Properties xmlns="{CUSTOM}" xmlns:vt="{variant}">'
        f'<property fmtid="{_ANY_PROPERTY}" pid="2" name="{PROPERTY}"><vt:lpwstr>{digest}</vt:lpwstr></property>'
        "</Properties>"
    )
    return Part("docProps/custom.xml", _CUSTOM, text.encode())


def own_styles(measures: Measures) -> list[Style]:
    """Return every style of the contract, those it builds upon first."""
    groups = (text_styles, heading_styles, list_styles, contents_styles, note_styles, table_styles)
    return [*base_styles(), *(style for group in groups for style in group(measures))]


def styles_xml(measures: Measures) -> str:
    """Return the styles part."""
    face = measures.look.face
    fonts = f'w:ascii="{face}" w:hAnsi="{face}" w:eastAsia="{CHINESE_FONT}" w:cs="{face}"'
    language = '<w:lang w:val="en-GB" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
    run = f"<w:rPrDefault><w:rPr><w:rFonts {fonts}/>{size(measures.size(1))}{language}</w:rPr></w:rPrDefault>"
    styles = "".join(style.xml() for style in own_styles(measures))
    return f"<w:styles {_NAMES}><w:docDefaults>{run}<w:pPrDefault/></w:docDefaults>{styles}</w:styles>"


def notes_xml(kind: str) -> str:
    """Return a `footnote` or `endnote` part with its two separators, which Word insists upon."""
    close = '<w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
    both = "".join(
        f'<w:{kind} w:type="{type_}" w:id="{id_}"><w:p>{close}<w:r><w:{type_}/></w:r></w:p></w:{kind}>'
        for type_, id_ in (("separator", -1), ("continuationSeparator", 0))
    )
    return f"<w:{kind}s {_NAMES}>{both}</w:{kind}s>"


def _document(look: Look, header: str, footer: str) -> bytes:
    width, height = paper(look)
    sides = {"top": look.page.top, "right": look.page.right, "bottom": look.page.bottom, "left": look.page.left}
    margins = " ".join(f'w:{side}="{twips(length)}"' for side, length in sides.items())
    section = (
        f'<w:headerReference w:type="default" r:id="{header}"/><w:footerReference w:type="default" r:id="{footer}"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}"/>'
        f'<w:pgMar {margins} w:header="{twips(look.page.top / 2)}" '
        f'w:footer="{twips(look.page.bottom / 2)}" w:gutter="0"/>'
    )
    text = f"<w:document {_NAMES}><w:body><w:p/><w:sectPr>{section}</w:sectPr></w:body></w:document>"
    return (DECLARATION + text).encode()


def _settings(divided: bool) -> str:
    return _SETTINGS.replace("<w:autoHyphenation/>", "") if not divided else _SETTINGS


_SETTINGS: Final = (
    f'<w:settings {_NAMES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/><w:autoHyphenation/>'
    '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
    '<w:endnotePr><w:endnote w:id="-1"/><w:endnote w:id="0"/></w:endnotePr>'
    '<w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="en-GB" w:eastAsia="zh-CN"/></w:settings>'
)


def _font(name: str, charset: str, family: str) -> str:
    look = f'<w:charset w:val="{charset}"/><w:family w:val="{family}"/><w:pitch w:val="variable"/>'
    return f'<w:font w:name="{name}">{look}</w:font>'


def _font_table(face: str) -> str:
    return f"<w:fonts {_NAMES}>{_font(face, '00', 'roman')}{_font(CHINESE_FONT, '86', 'auto')}</w:fonts>"
