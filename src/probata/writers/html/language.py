"""What HTML must be told of a passage's language."""

from __future__ import annotations

import unicodedata
from typing import Final

RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"})
"""Languages whose usual script runs from right to left."""


LONGEST_UNBROKEN: Final = 6
"""Han characters of a name or term that stays on one line; longer texts are broken anywhere, as Chinese is."""
UNBROKEN: Final = "unbroken"
"""Class of such a passage."""


def is_short_han_run(text: str) -> bool:
    """Tell a name or term of a few Han characters and nothing else."""
    is_han = all(unicodedata.name(sign, "").startswith("CJK UNIFIED IDEOGRAPH") for sign in text)
    return is_han and 0 < len(text) <= LONGEST_UNBROKEN


def language_attributes(lang: str) -> dict[str, str]:
    """Return `lang` and, where the script runs from right to left, `dir`; `lang` is a BCP 47 tag."""
    parts = lang.lower().split("-")
    if parts[0] in RIGHT_TO_LEFT and not {"latn", "cyrl"} & set(parts):
        return {"lang": lang, "dir": "rtl"}
    return {"lang": lang}
