"""Languages as Word marks them: Latin, East Asian and right-to-left text each in its own attribute."""

from __future__ import annotations

from typing import Final

_EAST_ASIAN: Final = {"zh": "zh-CN", "ja": "ja-JP", "ko": "ko-KR"}
_OF_SCRIPT: Final = {"hani": "zh", "hans": "zh", "hant": "zh", "jpan": "ja", "kore": "ko"}
"""The language whose fonts have a script of East Asia, whatever is written in it."""

_TRADITIONAL: Final = ("zh-hant", "zh-tw", "zh-hk", "zh-mo")
_FONTS: Final = {"zh": "SimSun", "ja": "MS Mincho", "ko": "Batang"}
_RIGHT_TO_LEFT: Final = {"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"}
_COMPLETE: Final = {"ar": "ar-SA", "fa": "fa-IR", "he": "he-IL", "ug": "ug-CN", "ur": "ur-PK"}
_OTHER_SCRIPTS: Final = {"latn", "cyrl"}
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


def is_right_to_left(tag: str) -> bool:
    """Tell whether text in this language runs from right to left."""
    parts = tag.lower().split("-")
    return "arab" in parts or (parts[0] in _RIGHT_TO_LEFT and not _OTHER_SCRIPTS.intersection(parts))


def _language(tag: str) -> str:
    return tag.lower().partition("-")[0]


def _script(tag: str) -> str:
    """Return the script that a tag names, in small letters, or nothing."""
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
