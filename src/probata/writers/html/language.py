"""What HTML must be told of a passage's language."""

from __future__ import annotations

RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"})
"""Languages whose usual script runs from right to left."""


def language_attributes(lang: str) -> dict[str, str]:
    """Return `lang` and, where the script runs from right to left, `dir`; `lang` is a BCP 47 tag."""
    parts = lang.lower().split("-")
    if parts[0] in RIGHT_TO_LEFT and not {"latn", "cyrl"} & set(parts):
        return {"lang": lang, "dir": "rtl"}
    return {"lang": lang}
