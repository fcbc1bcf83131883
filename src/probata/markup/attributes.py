"""The line after `:::`: a name and `key="value"` pairs."""

from __future__ import annotations

import re

_PAIR = re.compile(r"(?P<key>[\w-]+)=(?:\"(?P<quoted>[^\"]*)\"|(?P<bare>\S+))")


def parse_info(info: str) -> tuple[str, dict[str, str]]:
    """Return the name of a box and its attributes; values may hold placeholders."""
    name, _, rest = info.strip().partition(" ")
    pairs = {m["key"]: m["quoted"] if m["quoted"] is not None else m["bare"] for m in _PAIR.finditer(rest)}
    return name, pairs
