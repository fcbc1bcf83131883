"""Names of persons and bodies in CSL-JSON as our records have them, and how each was understood.

Particles stand where CSL looks for them in a name that is not taken apart: one that stays with the family name before
it, one that may be dropped behind the given names (CSL 1.0.2, names, "name-part-order").
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from probata.importers.foreign import one_line, without_markup
from probata.model.name import AND, divided, is_body, may_be_a_person

Name = str | dict[str, str]
"""A body or a name that does not divide, or `family` and `given`."""

IN_ORDER_OF_SPEECH = "parse-names"
"""What a reader sets in a name that it divided at its last word, as BibTeX does: a body may be among such names."""
_KNOWN = {
    "family", "given", "literal", "suffix", "dropping-particle", "non-dropping-particle", "comma-suffix",
    "static-ordering", IN_ORDER_OF_SPEECH, "name",
}  # fmt: skip


@dataclass(slots=True)
class Names:
    """What a field of names gives."""

    names: list[Name] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    """What could not be kept, and how what may be read otherwise was read."""

    persons: list[str] = field(default_factory=list)
    """Names that may be those of bodies and were taken for persons."""

    bodies: list[str] = field(default_factory=list)
    """Names that may be those of persons and were taken for bodies."""

    def put(self, text: str) -> None:
        """Take a name, or several, that are written as a text."""
        parts = divided(text)
        if len(parts) > 1:
            self.remarks.append(f"`{text[:80]}` is read as {len(parts)} names: {_listed(parts)}")
        elif text.count(",") > 1 or AND.search(text):
            self.remarks.append(f"`{text[:80]}` is taken for one name; put a semicolon between two")
        for part in parts:
            found = _from_text(part)
            if isinstance(found, str):
                self.bodies += [found] if may_be_a_person(found) else []
            elif all(map(may_be_a_person, found.values())):
                self.persons.append(part)  # `John Smith, Ann Roe`, or `García Márquez, Gabriel José`
            self.names.append(found)


def names_of(value: Any) -> Names:
    """Return names, and what is to be said of them; a value that is no list is one name.

    Raises `NotTextError` where a name holds what cannot be kept.
    """
    made = Names()
    for one in value if isinstance(value, list) else [value]:
        if not isinstance(one, dict):
            made.put(without_markup(one_line(one)))
            continue
        made.remarks += [f"`{key}` of a name is not kept" for key in sorted(set(map(str, one)) - _KNOWN)]
        found = _name(one)
        if isinstance(found, dict):
            made.names.append(found)
            if "given" in found and one.get(IN_ORDER_OF_SPEECH):
                made.persons.append(f"{found['family']}, {found['given']}")
        elif ";" in found:  # no record has one name with a semicolon
            made.put(found)
        elif found:
            made.names.append(found)
            made.remarks += [f"`{found[:80]}` is kept as one name, as the file has it"] * (len(divided(found)) > 1)
            made.bodies += [found] if one.get("family") and one.get("given") else []
    return made


def _from_text(text: str) -> Name:
    """Return one name that is written as a text: with one comma it is a family name and given names.

    With a comma behind it, `United Nations,`, it does not divide (EndNote, "Corporate authors"), nor where a word
    stands in it that no person's name has: `Ministry of Interior, Ostara`.
    """
    family, comma, given = (part.strip() for part in text.partition(","))
    if family and comma and not given:
        return family
    is_person = comma and family and given and "," not in given and not is_body(family)
    return {"family": family, "given": given} if is_person else text


def _name(one: dict[str, Any]) -> Name:
    parts = {key: without_markup(one_line(one.get(key))) for key in _KNOWN - {"comma-suffix", IN_ORDER_OF_SPEECH}}
    if parts["literal"] or parts["name"]:
        return parts["literal"] or parts["name"]
    family = _joined(parts["non-dropping-particle"], parts["family"], parts["suffix"])
    given = _joined(parts["given"], parts["dropping-particle"])
    if not family or not given:
        # One word alone does not divide; whether it is a family name is not known.
        return {"family": family} if family and not given else given
    if is_body(family):
        return f"{family}, {given}"
    whole = _joined(given, family)
    # Where the file itself divides a name, a word in small letters between the two parts belongs to that of a person.
    doubted = whole if one.get(IN_ORDER_OF_SPEECH) else f"{parts['given']} {family.split()[-1]}"
    return whole if is_body(doubted) else {"family": family, "given": given}


def _joined(*parts: str) -> str:
    """Join parts of a name by spaces; after an apostrophe there is none: `d'` and `Alembert`."""
    joined = ""
    for part in parts:
        space = "" if not joined or not part or joined.endswith(("'", "’")) else " "
        joined += space + part
    return joined


def _listed(names: list[str]) -> str:
    return "; ".join(f"`{name[:40]}`" for name in names)
