"""Ids for records that the program itself adds."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from itertools import count

_LONGEST = 80
_IN_LATIN = str.maketrans({
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ħ": "h", "ı": "i", "ŋ": "n",
    "ŧ": "t", "ə": "e",
})  # fmt: skip
"""Letters that are no letter with a mark."""


def words_of(text: str) -> list[str]:
    """Return the words of a text in small Latin letters without marks; none of a text in another script."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(_IN_LATIN)).encode("ascii", "ignore").decode()
    return re.findall(r"[a-z0-9]+", plain.lower().replace("'", ""))


def free_id(begin: str, end: str, taken: Collection[str]) -> str:
    """Return an id that no record has, of a sane length, from its beginning and its end."""
    for number in count(1):
        last = end if number == 1 else f"{end}-{number}"
        if (name := begin[: _LONGEST - len(last)] + last) not in taken:
            return name
    raise AssertionError
