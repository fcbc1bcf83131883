"""Names of languages and scripts, from their tags, in the language of a document."""

from __future__ import annotations

import unicodedata

from probata.messages.wording import Wording

_PRIVATE_USE = ("qaa", "qtz")
"""BCP 47 leaves the languages from `qaa` to `qtz` to private use: they have no name."""
_HAN = ("Hans", "Hant")
"""The codes of simplified and of traditional Han characters."""


def language_name(tag: str, wording: Wording) -> str:
    """Return the name of a language, "Chinese" for `zh-Hans`; empty where it has none."""
    main = tag.partition("-")[0].lower()
    if _PRIVATE_USE[0] <= main <= _PRIVATE_USE[1] and len(main) == 3:
        return ""
    return str(wording.locale.languages.get(main, ""))


def script_name(code: str | None, tag: str, text: str, wording: Wording) -> str:
    """Return the name of a script by its ISO 15924 code, else by that in the tag, else by the letters of the text.

    The locale data call `Hans` "Simplified", which is a name only beside that of the language.
    """
    code = (code or next((part for part in tag.split("-")[1:] if len(part) == 4), "")).title()
    if code in _HAN:
        return wording.label(f"script.{code}")
    if found := wording.locale.scripts.get(code):
        return str(found)
    letter = next((character for character in text if character.isalpha()), "")
    first = unicodedata.name(letter, "").split(" ", 1)[0]
    return {"CJK": "Han"}.get(first, first.capitalize())
