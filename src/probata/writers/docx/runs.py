"""Runs of text, the looks and languages of nested inlines in one; and fields, an instruction with its result."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from probata.document.inlines import is_right_to_left
from probata.word.elements import XML_SPACE, Element, add, w

_EAST_ASIAN: Final = {"zh": "zh-CN", "ja": "ja-JP", "ko": "ko-KR"}
_OF_SCRIPT: Final = {"hani": "zh", "hans": "zh", "hant": "zh", "jpan": "ja", "kore": "ko"}
"""The language whose fonts have a script of East Asia, whatever is written in it."""

_TRADITIONAL: Final = ("zh-hant", "zh-tw", "zh-hk", "zh-mo")
_FONTS: Final = {"zh": "SimSun", "ja": "MS Mincho", "ko": "Batang"}
_COMPLETE: Final = {"ar": "ar-SA", "fa": "fa-IR", "he": "he-IL", "ug": "ug-CN", "ur": "ur-PK"}
_SCRIPT, _REGION = 4, 2
"""Letters of these parts of a tag."""


def language_attributes(tag: str) -> dict[str, str]:
    """Return the attributes of `w:lang` for a BCP 47 tag: `zh` gives `{"eastAsia": "zh-CN"}`.

    Word wants a region on East Asian and right-to-left languages; others pass as they are. A script in the tag says
    more than its language: `qab-Hani` is East Asian, `zh-Latn` is not.
    """
    if _letters_of(tag):
        return {"eastAsia": _with_region(tag, _language(tag))}
    if is_right_to_left(tag):
        return {"bidi": _COMPLETE.get(_language(tag), tag) if "-" not in tag else tag}
    return {"val": tag}


def east_asian_font(tag: str) -> str:
    """Return the font that every Word has for letters of East Asia, or nothing for others."""
    if tag.lower().startswith(_TRADITIONAL) or _script(tag) == "hant":
        return "PMingLiU"
    return _FONTS.get(_letters_of(tag), "")


def _language(tag: str) -> str:
    return tag.lower().partition("-")[0]


def _script(tag: str) -> str:
    return next((part for part in tag.lower().split("-")[1:] if len(part) == _SCRIPT and part.isalpha()), "")


def _letters_of(tag: str) -> str:
    """Return the language of East Asia in whose letters a text is written, or nothing."""
    script, language = _script(tag), _language(tag)
    if script:
        return _OF_SCRIPT.get(script, "")
    return language if language in _EAST_ASIAN else ""


def _with_region(tag: str, language: str) -> str:
    if language == "zh" and _script(tag) == "hant":
        return "zh-TW"
    has_region = any(len(part) == _REGION for part in tag.split("-")[1:])
    return tag if has_region else _EAST_ASIAN.get(language, tag)


# Runs of text: the look that nested inlines give to one, and its language.


@dataclass(frozen=True, slots=True)
class Face:
    """What a run looks like. Character styles serve where one thing is marked, properties where several are."""

    bold: bool = False
    italic: bool = False
    small_caps: bool = False
    underline: bool = False
    position: str = ""
    """`superscript`, `subscript` or nothing."""

    language: str = ""
    """Empty: that of the document."""

    style: str = ""
    """Id of a character style, such as that of links."""


PLAIN: Final = Face()


def add_run(parent: Element, face: Face = PLAIN) -> Element:
    """Add an empty run."""
    run = add(parent, "r")
    if face is not PLAIN and face != PLAIN:
        _add_properties(run, face)
    return run


def add_text(parent: Element, text: str, face: Face = PLAIN) -> None:
    """Add a run with literal text; every space in it stays."""
    element = add(add_run(parent, face), "t")
    element.set(XML_SPACE, "preserve")
    element.text = text


def _add_properties(run: Element, face: Face) -> None:
    properties = add(run, "rPr")
    if face.style:
        add(properties, "rStyle", val=face.style)
    font = east_asian_font(face.language)
    if font:
        add(properties, "rFonts", hint="eastAsia", eastAsia=font)
    for wanted, names in ((face.bold, ("b", "bCs")), (face.italic, ("i", "iCs")), (face.small_caps, ("smallCaps",))):
        for name in names if wanted else ():
            add(properties, name)
    if face.underline:
        add(properties, "u", val="single")
    if face.position:
        add(properties, "vertAlign", val=face.position)
    if face.language:
        _add_language(properties, face.language)


def _add_language(properties: Element, tag: str) -> None:
    if is_right_to_left(tag):
        add(properties, "rtl")
    language = add(properties, "lang")
    for key, value in language_attributes(tag).items():
        language.set(w(key), value)


# Fields: an instruction for Word and the result that it had when the file was written.


def open_field(parent: Element, instruction: str, face: Face = PLAIN) -> None:
    """Begin a field; what is added next is its result, until `close_field`, also in a later paragraph."""
    add(add_run(parent, face), "fldChar", fldCharType="begin")
    code = add(add_run(parent, face), "instrText")
    code.set(XML_SPACE, "preserve")
    code.text = f" {instruction} "
    add(add_run(parent, face), "fldChar", fldCharType="separate")


def close_field(parent: Element, face: Face = PLAIN) -> None:
    """End the field."""
    add(add_run(parent, face), "fldChar", fldCharType="end")


def add_field(parent: Element, instruction: str, result: str, face: Face = PLAIN) -> None:
    """Add a whole field with its result."""
    open_field(parent, instruction, face)
    add_text(parent, result, face)
    close_field(parent, face)
