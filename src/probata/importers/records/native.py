"""Names in their own script: which they are, and that their language is said."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from probata.diagnostics import Diagnostic
from probata.importers.records.incoming import fault
from probata.source.node import Mapping, Scalar

_CHINESE = "CJK UNIFIED"
_NATIVE = "native"
_HELP = (
    'say it for the column, `--map "Heading=name.native.text; name.native.lang: ar"`, or add a column '
    "`Name: native: lang`; of a body or post `native.text; native.lang: ar`"
)


def is_in_own_script(text: str) -> bool:
    """Tell whether a name has letters that are not Latin."""
    return any(not unicodedata.name(letter, "LATIN").startswith("LATIN") for letter in text if letter.isalpha())


def unsaid_languages(node: Mapping) -> Iterator[Diagnostic]:
    """Find each name in its own script whose language is not said and cannot be the one that a record takes then.

    A record takes Chinese. Written in Chinese characters alone a name may be that; an Arabic one never is.
    """
    for entry in node.entries:
        value = entry.value
        if not isinstance(value, Mapping):
            continue
        text = value.get("text")
        if entry.key.text == _NATIVE and isinstance(text, Scalar) and value.get("lang") is None:
            if not _may_be_chinese(text.text):
                message = f"the language of the name `{text.text}` is not said"
                yield fault("IMP175", "language-not-said", message, text.span, _HELP)
        else:
            yield from unsaid_languages(value)


def _may_be_chinese(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return bool(letters) and all(unicodedata.name(letter, "").startswith(_CHINESE) for letter in letters)
