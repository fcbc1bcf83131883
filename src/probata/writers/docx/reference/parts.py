"""Our own reference document: a few small parts, written as text, with no finding in any validator."""

from __future__ import annotations

from typing import Final

from docx.document import Document
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.parser import parse_xml
from docx.package import Package
from docx.parts.document import DocumentPart
from docx.parts.story import StoryPart
from docx.shared import Twips

from probata.document.look import Look
from probata.word.elements import R_NAMESPACE, W_NAMESPACE
from probata.word.names import CUSTOM, PROPERTY
from probata.word.opc import MAIN, OFFICE, WORD, parsed
from probata.writers.docx.reference.measures import Measures, paper, twips
from probata.writers.docx.reference.styles import (
    Style,
    base_styles,
    colour,
    contents_styles,
    heading_styles,
    list_styles,
    note_styles,
    size,
    table_styles,
    text_styles,
)

# The theme part: `openxml-audit` and Word want one, with colours, fonts and effects all named.

_NAMESPACE: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_ACCENTS: Final = ("262626", "7F7F7F", "44546A", "A5A5A5", "595959", "BFBFBF")
_FILL: Final = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'


def theme_xml(font: str, link: str) -> str:
    """Return the theme with `font` for headings and text, and the colour of links."""
    scheme = f"{_colours(link)}{_fonts(font)}{_effects()}"
    return f'<a:theme xmlns:a="{_NAMESPACE}" name="Filing"><a:themeElements>{scheme}</a:themeElements></a:theme>'


def _colours(link: str) -> str:
    base = {"dk1": "000000", "lt1": "FFFFFF", "dk2": "262626", "lt2": "E7E6E6"}
    accents = {f"accent{number}": colour for number, colour in enumerate(_ACCENTS, 1)}
    links = {"hlink": link, "folHlink": link}
    all_ = "".join(
        f'<a:{name}><a:srgbClr val="{colour}"/></a:{name}>' for name, colour in {**base, **accents, **links}.items()
    )
    return f'<a:clrScheme name="Filing">{all_}</a:clrScheme>'


def _fonts(font: str) -> str:
    faces = f'<a:latin typeface="{font}"/><a:ea typeface=""/><a:cs typeface=""/>'
    both = f"<a:majorFont>{faces}</a:majorFont><a:minorFont>{faces}</a:minorFont>"
    return f'<a:fontScheme name="Filing">{both}</a:fontScheme>'


def _effects() -> str:
    lines = "".join(f'<a:ln w="{width}">{_FILL}</a:ln>' for width in (6350, 12700, 19050))
    none = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    return (
        f'<a:fmtScheme name="Filing"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{lines}</a:lnStyleLst>'
        f"<a:effectStyleLst>{none}</a:effectStyleLst><a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
    )


CHINESE_FONT: Final = "SimSun"
_NAMES: Final = f'xmlns:w="{W_NAMESPACE}" xmlns:r="{R_NAMESPACE}"'
_THEME: Final = "application/vnd.openxmlformats-officedocument.theme+xml"
_APP: Final = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
_CUSTOM: Final = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_ANY_PROPERTY: Final = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""What a property belongs to that somebody made up."""


def own_document(look: Look) -> Document:
    """Return a document without text or other parts, on the paper and with the margins of a look."""
    package, page = Package(), look.page
    root = parse_xml(f"<w:document {_NAMES}><w:body><w:p/><w:sectPr/></w:body></w:document>")
    part = DocumentPart(PackURI("/word/document.xml"), MAIN, root, package)
    package.relate_to(part, f"{OFFICE}officeDocument")
    document: Document = part.document
    section = document.sections[0]
    section.page_width, section.page_height = (Twips(side) for side in paper(look))
    section.top_margin, section.right_margin = Twips(twips(page.top)), Twips(twips(page.right))
    section.bottom_margin, section.left_margin = Twips(twips(page.bottom)), Twips(twips(page.left))
    section.header_distance, section.footer_distance = Twips(twips(page.top / 2)), Twips(twips(page.bottom / 2))
    section.gutter = Twips(0)
    return document


def default_part(package: Package, kind: str, look: Look) -> Part:
    """Return a part of ours by the last word of its relationship's type, such as `styles`."""
    match kind:
        case "styles":
            xml = styles_xml(Measures.of(look))
        case "settings":
            xml = _SETTINGS if look.alignment.justified else _SETTINGS.replace("<w:autoHyphenation/>", "")
        case "fontTable":
            xml = f"<w:fonts {_NAMES}>{_font(look.face, '00', 'roman')}{_font(CHINESE_FONT, '86', 'auto')}</w:fonts>"
        case "numbering":
            xml = f"<w:numbering {_NAMES}/>"
        case "theme":
            return _part(package, "word/theme/theme1.xml", _THEME, theme_xml(look.face, colour(look.colour.link)))
        case "footnotes" | "endnotes":
            xml = notes_xml(kind.removesuffix("s"))
            return StoryPart(PackURI(f"/word/{kind}.xml"), f"{WORD}{kind}+xml", parse_xml(xml), package)
        case _:
            raise ValueError(kind)
    return _part(package, f"word/{kind}.xml", f"{WORD}{kind}+xml", xml)


def _part(package: Package, name: str, type_: str, xml: str) -> Part:
    return parsed(PackURI(f"/{name}"), type_, "", xml.encode(), package)


def app_part(package: Package) -> Part:
    """Return the extended properties: nothing of any machine."""
    space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    text = f'<Properties xmlns="{space}"><Application>Probata</Application></Properties>'
    return _part(package, "docProps/app.xml", _APP, text)


def custom_part(package: Package, digest: str) -> Part:
    """Return the property by which the file is known again (ISO/IEC 29500-1, 22.3)."""
    variant = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
    text = (
        f'<Properties xmlns="{CUSTOM}" xmlns:vt="{variant}">'
        f'<property fmtid="{_ANY_PROPERTY}" pid="2" name="{PROPERTY}"><vt:lpwstr>{digest}</vt:lpwstr></property>'
        "</Properties>"
    )
    return _part(package, "docProps/custom.xml", _CUSTOM, text)


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
