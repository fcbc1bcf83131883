"""What an import would do to the sources of a case: nothing is written here."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from probata.diagnostics import Diagnostic, Span
from probata.importers.changes import Changes, Filled
from probata.importers.foreign import Foreign
from probata.importers.ids import given_id, unique_id, wished_id
from probata.importers.match import NAMED_BY, Contradiction, Held, Shelf, contradictions, is_named, missing
from probata.importers.match import kept as kept_beside
from probata.importers.same import of_text
from probata.importers.to_source import Converted, converted
from probata.law import Instrument
from probata.model.authority import Authority
from probata.model.source_record import NAMED_BY_PERSONS

# Works of others that are no source, since their law is known already: treaties, statutes, and our authorities.

_YEAR_BEHIND = re.compile(r"\W*\b((?:1[89]|20)\d\d)\W*$")


@dataclass(frozen=True, slots=True)
class Law:
    """What a case can cite without a source: id, where it stands, and years behind its names, by title as compared."""

    by_title: Mapping[str, tuple[str, str, frozenset[str]]]

    def find(self, fields: Mapping[str, Any]) -> tuple[str, str] | None:
        """Return the id of the law that a work is, and where that stands; `None` where it is none.

        What a person has written is a book on it, whatever its title. Of one title with two years each is another law.
        """
        if any(isinstance(name, Mapping) for name in fields.get("author", ())):
            return None
        for key in ("title", "translated_title", "short_title"):
            title, year = _parts(str(fields.get(key, "")))
            name, where, years = self.by_title.get(title, ("", "", frozenset()))
            if name and (not year or not years or year in years):
                return name, where
        return None


NO_LAW = Law({})


def law_of(instruments: Iterable[Instrument], authorities: Iterable[Authority]) -> Law:
    """Return the law that is known; an authority of the case counts before an instrument of its title."""
    named = [
        (one.id, "the catalogue of law", (one.title, one.short, one.abbreviation, one.cited_title, one.known_as))
        for one in instruments
    ]
    found: dict[str, tuple[str, str, frozenset[str]]] = {}
    for name, where, said in [*named, *((one.id, "`authorities`", (one.name,)) for one in authorities)]:
        parts = [_parts(text) for text in said if text]
        years = frozenset(year for _, year in parts if year)
        found |= {title: (name, where, years) for title, _ in parts}
    return Law(found)


def _parts(text: str) -> tuple[str, str]:
    """Return a title without signs and an article before it, and the year behind it, if any."""
    year = _YEAR_BEHIND.search(text)
    words = re.findall(r"\w+", of_text(text[: year.start()] if year else text))
    return " ".join(words[words[:1] == ["the"] :]), year[1] if year else ""


class Fate(StrEnum):
    """What becomes of a foreign work."""

    ADDED = "added"
    FILLED = "filled in"
    SAME = "there already"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one foreign work, row or entity, and why."""

    fate: Fate
    id: str
    """Id of the record that it is or becomes; of a refused work that of the source it is like; else empty."""

    label: str
    """Its title, or what else it is recognised by."""

    span: Span
    kind: str = ""
    """Kind of the record; empty of a work, which is a source."""

    by: str = ""
    """By what it was matched with a record of ours."""

    filled: tuple[str, ...] = ()
    """Fields that it gives to a record of ours, with dots."""

    against: tuple[Contradiction, ...] = ()
    kept: tuple[Contradiction, ...] = ()
    """Fields of ours that stay as they are, though the file says something else, or more, that may be right too."""

    reason: str = ""
    faults: tuple[Diagnostic, ...] = ()
    """Why it is refused: of a work a clause, else findings, each with its place and the next step."""

    remarks: tuple[str, ...] = ()
    unheld: tuple[str, ...] = ()
    """What the file says of it and our records have no field for."""

    persons: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    """Names that were taken for those of persons, or of bodies, and may be the other."""


@dataclass(slots=True)
class Plan:
    """All outcomes in the order of the file, with what is to be written."""

    outcomes: list[Outcome] = field(default_factory=list)
    added: list[dict[str, Any]] = field(default_factory=list)
    """New records, each with its `id`."""

    filled: list[tuple[Held, dict[str, Any]]] = field(default_factory=list)
    """Records of ours with the fields that they get."""

    def of(self, fate: Fate) -> list[Outcome]:
        """Return the outcomes of one kind."""
        return [outcome for outcome in self.outcomes if outcome.fate is fate]

    def changes(self) -> Changes:
        """Return what is to be written."""
        filled = [Filled(known.id, known.span, fields) for known, fields in self.filled if known.span is not None]
        return Changes(self.added, filled)


def make_plan(works: Iterable[Foreign], known: Sequence[Held], taken: Collection[str], law: Law = NO_LAW) -> Plan:
    """Decide what becomes of each work. `taken` are ids that no new source may have, those of authorities among them.

    What is `law` that the case can cite already is no source.

    Works are taken one after the other: the second of two alike is matched with the first. A work that contradicts the
    source it is matched with changes nothing.
    """
    plan, shelf, ids = Plan(), Shelf(), set(taken)
    for one in known:
        shelf.put(one)
        ids.add(one.id)
    for work in works:
        made = converted(work)
        plan.outcomes.append(_at_home(work, made, shelf, law) or _take(work, made, plan, shelf, ids))
    return plan


def _at_home(work: Foreign, made: Converted, shelf: Shelf, law: Law) -> Outcome | None:
    """Return the outcome for law that the case can cite already; `None` where it is none, or is a source of ours."""
    found = law.find(made.fields)
    if found is None or shelf.find(made.fields, given_id(made.wanted)) is not None:
        return None
    name, where = found
    made.remarks.append(f"it stands in {where}: cite it as `{name}`; no source is made of it")
    return _outcome(Fate.SAME, name, work, made)


def _take(work: Foreign, made: Converted, plan: Plan, shelf: Shelf, ids: set[str]) -> Outcome:
    theirs = {key: value for key, value in made.fields.items() if key != "type" or not work.type_is_coarse}
    wished = wished_id(made.wanted, made.fields)
    if made.refused:
        return _outcome(Fate.REFUSED, "", work, made, reason=made.refused)
    found = shelf.find(theirs, given_id(made.wanted) or wished)
    if found is not None:
        return _merged(found, theirs, work, made, plan, shelf)
    if not is_named(made.fields):
        return _outcome(Fate.REFUSED, "", work, made, reason="it has neither a title nor an address, DOI or number")
    name = unique_id(wished, ids)
    if made.of_type:
        made.remarks.append(made.of_type)
    if name != wished:
        made.remarks.append(f"the id `{wished}` is taken by another record: `{name}` is given")
    ids.add(name)
    record = {"id": name, **made.fields}
    if made.fields.get("note") and made.fields.get("type") in NAMED_BY_PERSONS:
        # Nobody has read yet whether its remark asks not to name who spoke.
        record["confidentiality"] = "confidential"
        made.remarks.append("its remark may ask for protection, `confidentiality: confidential`, which is set: "
                            "take it out where it does not")  # fmt: skip
    plan.added.append(record)
    # The record itself, so that a later work that fills it in fills in what is written.
    shelf.put(Held(name, record))
    return _outcome(Fate.ADDED, name, work, made)


def _merged(found: Held, theirs: dict[str, Any], work: Foreign, made: Converted, plan: Plan, shelf: Shelf) -> Outcome:
    against = contradictions(found.fields, theirs)
    if against:
        reason = f"it is like `{found.id}` and contradicts it"
        return _outcome(Fate.REFUSED, found.id, work, made, reason=reason, against=tuple(against))
    new, ours = missing(found.fields, theirs), tuple(kept_beside(found.fields, theirs))
    if not new:
        return _outcome(Fate.SAME, found.id, work, made, kept=ours)
    if found.is_locked:
        reason = f"it is `{found.id}`, whose record cannot be read as a whole: correct it first"
        return _outcome(Fate.REFUSED, found.id, work, made, reason=reason)
    found.fields.update(new)
    if found.span is not None:
        plan.filled.append((found, new))
    shelf.put(found)
    return _outcome(Fate.FILLED, found.id, work, made, filled=tuple(new), kept=ours)


def _outcome(fate: Fate, name: str, work: Foreign, made: Converted, **told: Any) -> Outcome:
    label = next((str(made.fields[key]) for key in NAMED_BY if made.fields.get(key)), "")
    label = label or next(iter(made.wanted), "without a title")
    return Outcome(fate, name, label, work.span, remarks=tuple(made.remarks), unheld=tuple(made.unheld),
                   persons=tuple(made.persons), bodies=tuple(made.bodies), **told)  # fmt: skip
