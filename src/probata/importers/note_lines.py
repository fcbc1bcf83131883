"""Lines of the form "name: value" in the note of a work: where Zotero keeps what its own form has no field for.

Zotero's field Extra comes out as `note`. What it says of a variable of CSL counts where the work has none itself; its
`type` counts before that of the work (Zotero, "Citing fields from Extra").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from probata.importers.tables import listed, one_spelling, table, variables

_LINE = re.compile(r"([A-Za-z][A-Za-z _-]{1,40}) ?: ?(\S.*)")
_BRACED = re.compile(r"\{:([A-Za-z_-]+):\s*([^{}]*)\}")
"""The older form of such a line: `{:translated-title: …}`."""
_NAMES = ("citation-key", "citekey", "original-date")


def with_note_lines(item: Mapping[str, Any]) -> dict[str, Any]:
    """Return a work with what its note says of it; `note` is what is left, empty where nothing is."""
    taken = {key: value for key, value in item.items() if key != "note"}
    note = item.get("note")
    if not isinstance(note, str):
        return {**taken, "note": note} if note else taken
    left: list[str] = []
    for line in _lines(note):
        match = _LINE.fullmatch(line)
        name = _variable(match[1]) if match else ""
        if match and name == "type":
            taken["type"] = match[2]
        elif match and name and not taken.get(name):
            taken[name] = _value(name, match[2])
        elif line.strip():
            left.append(line.strip())
    return taken | ({"note": "; ".join(left)} if left else {})


def _lines(note: str) -> Iterator[str]:
    """Give the lines of a note; what stands in braces in a line of words is a line of its own."""
    for line in map(str.strip, note.splitlines()):
        match = _LINE.fullmatch(line)
        yield from (
            [line] if match and _variable(match[1]) else map(str.strip, _BRACED.sub(r"\n\1: \2\n", line).splitlines())
        )


def _variable(name: str) -> str:
    spelt = one_spelling(name)
    if spelt in _NAMES:
        return spelt
    found = variables().get(spelt, "")
    # Its own number stands in no note, and "note: note:" would be a note in the note.
    return "" if found in {"id", "note"} or found in listed("to_note") else found


def _value(name: str, text: str) -> Any:
    if name in table("names"):
        # Zotero writes `Family || Given`.
        parts = [part.strip() for part in text.split("||")]
        return [{"family": parts[0], "given": parts[1]}] if len(parts) == 2 else [{"literal": text}]
    return {"raw": text} if name in table("dates") else text
