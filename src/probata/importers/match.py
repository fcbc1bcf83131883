"""Which source of ours a foreign work is: by DOI, by address, by title and date, and last by its id."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from probata.diagnostics import Span
from probata.importers.same import MAY_DIFFER, agree, equal, of_address, of_doi, of_text
from probata.model.decode import decode_records
from probata.model.source_record import NAMED_BY_PERSONS, Source
from probata.source.case_source import CaseSource
from probata.source.node import MappingNode, Scalar, to_plain

_OF_DOIS = re.compile(r"(?:dx\.)?doi\.org/")
NAMED_BY = ("title", "translated_title", "url", "doi", "number", "container_title")
"""What a source can be recognised by; without any of them it is none."""
DEFAULTS = {"type": "webpage"}
"""What a record says that leaves the field out."""


@dataclass(slots=True)
class Held:
    """A record that the case holds, or will hold when all before it is taken in."""

    id: str
    fields: dict[str, Any]
    span: Span | None = None
    """Place of the record; `None` for one that is not written yet."""

    is_locked: bool = False
    """Whether it may not be added to: what stands there cannot be read."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A field in which the two cannot both be right."""

    field: str
    ours: Any
    theirs: Any


@dataclass(slots=True)
class Shelf:
    """The sources that are known, found by what tells one work from another."""

    by_key: dict[tuple[str, str], list[Held]] = field(default_factory=dict)
    by_id: dict[str, Held] = field(default_factory=dict)

    def put(self, known: Held) -> None:
        """Add a source, or what it can be found by now."""
        self.by_id.setdefault(known.id, known)
        for key in keys(known.fields):
            held = self.by_key.setdefault(key, [])
            if all(one is not known for one in held):
                held.append(known)

    def find(self, fields: Mapping[str, Any], wished: str) -> Held | None:
        """Return the source that a work is, or `None`.

        Of several with one DOI or address, the first that nothing contradicts is taken, else the first that has it. An
        id alone is no proof: with it something else must agree that tells works apart, or all that the work says.
        """
        for key in keys(fields):
            held = self.by_key.get(key, [])
            if key[0] == "title":
                of_one_date = [one for one in held if _of_one_date(one.fields, fields)]
                # What says nothing that ours does not say is there already, though it has no date.
                held = of_one_date or [one for one in held if _says_all(one.fields, fields)]
            if held:
                return _best(held, fields, wished)
        same_id = self.by_id.get(wished)
        if same_id and (_says_all(same_id.fields, fields) or _is_alike(same_id.fields, fields)):
            return same_id
        if any(True for _ in keys(fields)) or not is_named(fields):
            return None
        # Nothing to find it by: it is known only where one says all that it says.
        return next((one for one in self.by_id.values() if _says_all(one.fields, fields)), None)


def is_named(fields: Mapping[str, Any]) -> bool:
    """Tell whether a work can be called by something: a letter or interview by its author, others by `NAMED_BY`."""
    by_persons = fields.get("type") in NAMED_BY_PERSONS and fields.get("author")
    return bool(by_persons) or any(fields.get(key) for key in NAMED_BY)


def keys(fields: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    """Give what a source is found by, the surest first."""
    address = of_address(fields.get("url", ""))
    doi = of_doi(fields.get("doi", "")) or (of_doi(fields["url"]) if _OF_DOIS.match(address) else "")
    if doi:
        yield ("doi", doi)
    if address:
        yield ("url", address)
    if title := of_text(fields.get("title", "")):
        yield ("title", title)


def contradictions(ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> list[Contradiction]:
    """Return the fields that both have and in which they do not agree."""
    return [
        Contradiction(key, ours[key], value)
        for key, value in theirs.items()
        if key in ours and not agree(key, ours[key], value)
    ]


def missing(ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields that only the other has. Some forms have one field for our `issue` and `number`."""
    return {
        key: value
        for key, value in theirs.items()
        if key not in ours and DEFAULTS.get(key) != value and not _stands_elsewhere(key, value, ours)
    }


def _stands_elsewhere(key: str, value: Any, ours: Mapping[str, Any]) -> bool:
    other = {"number": "issue", "issue": "number"}.get(key, "")
    return other in ours and agree(other, ours[other], value)


def kept(ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> list[Contradiction]:
    """Return the fields in which ours stays though the other says more, less or something else that may be right."""
    return [
        Contradiction(key, ours[key], value)
        for key, value in theirs.items()
        if key in ours and key in MAY_DIFFER and agree(key, ours[key], value) and not equal(ours[key], value)
    ]


def _best(held: list[Held], fields: Mapping[str, Any], wished: str) -> Held:
    sound = [one for one in held if not contradictions(one.fields, fields)] or held
    return next((one for one in sound if one.id == wished), sound[0])


def _of_one_date(ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> bool:
    if ("issued" in ours) != ("issued" in theirs):
        return False
    return "issued" not in ours or agree("issued", ours["issued"], theirs["issued"])


def _is_alike(ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> bool:
    """Tell whether two with one id seem to be one work: one title, or the same authors and date."""
    same = {key for key in ("title", "author", "issued") if key in ours and key in theirs}
    agreeing = {key for key in same if agree(key, ours[key], theirs[key])}
    return "title" in agreeing or {"author", "issued"} <= agreeing


def _says_all(ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> bool:
    return bool(theirs) and not contradictions(ours, theirs) and not missing(ours, theirs)


# The sources that a case holds, as an import looks at them.

KIND = "sources"


def held_sources(case: CaseSource) -> list[Held]:
    """Return the sources as they stand in their files, also those with a field that cannot be read."""
    return list(filter(None, map(_known, case.records.get(KIND, []))))


def _known(node: Any) -> Held | None:
    """Return a record as it stands, with our names of its fields."""
    if not isinstance(node, MappingNode) or not isinstance(found := node.get("id"), Scalar):
        return None
    plain = {Source.spellings.get(key, key): value for key, value in to_plain(node).items()}
    is_faulty = bool(decode_records([node], Source, KIND).findings)
    return Held(found.text, {key: value for key, value in plain.items() if key != "id"}, node.span, is_faulty)
