"""Languages as Word marks them: Latin, East Asian and right-to-left text each in its own attribute."""

from __future__ import annotations

from typing import Final

_EAST_ASIAN: Final = {"zh": "zh-CN", "ja": "ja-JP", "ko": "ko-KR"}
_TRADITIONAL: Final = ("zh-hant", "zh-tw", "zh-hk", "zh-mo")
_FONTS: Final = {"zh": "SimSun", "ja": "MS Mincho", "ko": "Batang"}
_RIGHT_TO_LEFT: Final = {"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"}
_COMPLETE: Final = {"ar": "ar-SA", "fa": "fa-IR", "he": "he-IL", "ug": "ug-CN", "ur": "ur-PK"}
_OTHER_SCRIPTS: Final = {"latn", "cyrl"}


def language_attributes(tag: str) -> dict[str, str]:
    """Return the attributes of `w:lang` for a BCP 47 tag: `zh` gives `{"eastAsia": "zh-CN"}`.

    Word wants a region on East Asian and right-to-left languages; others pass as they are.
    """
    language = _language(tag)
    if language in _EAST_ASIAN:
        return {"eastAsia": _with_region(tag, language)}
    if is_right_to_left(tag):
        return {"bidi": _COMPLETE.get(language, tag) if "-" not in tag else tag}
    return {"val": tag}


def east_asian_font(tag: str) -> str:
    """Return the font that every Word has for a language of East Asia, or nothing for other languages."""
    if tag.lower().startswith(_TRADITIONAL):
        return "PMingLiU"
    return _FONTS.get(_language(tag), "")


def is_right_to_left(tag: str) -> bool:
    """Tell whether text in this language runs from right to left."""
    parts = tag.lower().split("-")
    return "arab" in parts or (parts[0] in _RIGHT_TO_LEFT and not _OTHER_SCRIPTS.intersection(parts))


def _language(tag: str) -> str:
    return tag.lower().partition("-")[0]


def _with_region(tag: str, language: str) -> str:
    if language == "zh" and tag.lower().startswith(_TRADITIONAL[0]):
        return "zh-TW"
    script_or_none = tag.lower() in (language, "zh-hans")
    return _EAST_ASIAN[language] if script_or_none else tag
