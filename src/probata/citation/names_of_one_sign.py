"""Given names of one sign, such as 明, which styles with full stops take for an initial: `王明.` for 王明."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_SIGN = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7af\U00020000-\U0003ffff"
"""Kana, Han and Hangul, of which one sign is a whole name and no letter that is cut short."""
_FAMILY, _GIVEN = re.compile(f"[{_SIGN}]+"), re.compile(f"[{_SIGN}]")

Item = Mapping[str, Any]


def with_names_of_one_sign(item: Item) -> Item:
    """Return a work whose persons with such a name have it in one piece, family name first, as it is written there.

    Later citations then have the whole name, too. Names in Latin letters, whose one letter is an initial, stay, and so
    does a work that names nobody.
    """
    return {**item, **{role: [_whole(one) for one in names] for role, names in item.items() if isinstance(names, list)}}


def _whole(name: Any) -> Any:
    if not isinstance(name, Mapping):
        return name
    family, given = str(name.get("family", "")), str(name.get("given", ""))
    return {"literal": family + given} if _FAMILY.fullmatch(family) and _GIVEN.fullmatch(given) else name
