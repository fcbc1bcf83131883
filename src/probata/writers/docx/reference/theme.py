"""The theme part: `openxml-audit` and Word want one, with colours, fonts and effects all named."""

from __future__ import annotations

from typing import Final

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
