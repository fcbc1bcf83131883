"""Names of persons and bodies in CSL-JSON as our records have them.

Particles stand where CSL looks for them in a name that is not taken apart: one that stays with the family name before
it, one that may be dropped behind the given names (CSL 1.0.2, names, "name-part-order").
"""

from __future__ import annotations

from typing import Any

from probata.importers.plain_text import NotTextError, one_line, without_markup

Name = str | dict[str, str]
"""A body or a name that does not divide, or `family` and `given`."""

_KNOWN = {
    "family", "given", "literal", "suffix", "dropping-particle", "non-dropping-particle", "comma-suffix",
    "static-ordering", "parse-names", "name",
}  # fmt: skip


def names_of(value: Any) -> tuple[list[Name], list[str]]:
    """Return names and what could not be kept of them; a value that is no list is one name.

    Raises `NotTextError` where a name holds what cannot be kept.
    """
    names: list[Name] = []
    remarks: list[str] = []
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            remarks += [f"`{key}` of a name is not kept" for key in sorted(set(map(str, one)) - _KNOWN)]
            found = _name(one)
        else:
            found = from_text(one_line(one))
        if found:
            names.append(found)
    return names, remarks


def from_text(text: str) -> Name:
    """Return a name that is written as a text: with one comma it is a family name and given names.

    With a comma behind it, `United Nations,`, it does not divide (EndNote, "Corporate authors").
    """
    text = without_markup(text)
    family, comma, given = (part.strip() for part in text.partition(","))
    if family and comma and not given:
        return family
    return {"family": family, "given": given} if comma and family and given and "," not in given else text


def _name(one: dict[str, Any]) -> Name:
    parts = {key: without_markup(one_line(one.get(key))) for key in _KNOWN - {"comma-suffix"}}
    if parts["literal"] or parts["name"]:
        return parts["literal"] or parts["name"]
    family = _joined(parts["non-dropping-particle"], parts["family"], parts["suffix"])
    given = _joined(parts["given"], parts["dropping-particle"])
    if not family or not given:
        # One word alone does not divide; whether it is a family name is not known.
        return {"family": family} if family and not given else given
    return {"family": family, "given": given}


def _joined(*parts: str) -> str:
    """Join parts of a name by spaces; after an apostrophe there is none: `d'` and `Alembert`."""
    joined = ""
    for part in parts:
        space = "" if not joined or not part or joined.endswith(("'", "’")) else " "
        joined += space + part
    return joined


__all__ = ["Name", "NotTextError", "from_text", "names_of"]
