"""Which record of ours a record of others is, and by what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from probata.importers.changes import Held
from probata.importers.records.compare import are_apart, are_near, contradictions, kept, missing
from probata.importers.records.said import DOI, NAME, NATIVE, rules_of, texts_at
from probata.importers.same import dates_agree, when_said
from probata.model.source_record import NAMED_BY_PERSONS
from probata.workbook.shape import shape_of

BY_ID = "id"
"""By what a record is matched that has the id of ours."""
NEARLY = "date of birth and a similar name"
"""By what a record is matched that may be one of ours, though it is called otherwise."""
_WORDS = {NAME: "name", NATIVE: "name in its own script", "birth.date": "date of birth", "seats": "post",
          DOI: "DOI", "url": "address", "issued": "date"}  # fmt: skip
"""How a rule is told; other fields are called as they are."""


@dataclass(frozen=True, slots=True)
class Match:
    """What was found: one record, several that it may be, or some that are only alike."""

    found: tuple[Held, ...] = ()
    by: str = ""
    is_sure: bool = True


@dataclass(slots=True)
class Shelf:
    """The records of one kind."""

    kind: str
    by_id: dict[str, Held] = field(default_factory=dict)
    _by_text: dict[tuple[str, str], list[Held]] = field(default_factory=dict)
    _by_year: dict[int, list[Held]] = field(default_factory=dict)
    """Records by each year of the date by which they may be near to another."""

    def put(self, held: Held) -> None:
        """Add a record, or what it can be found by now."""
        self.by_id.setdefault(held.id, held)
        for where in self._first_of_rules():
            for text in texts_at(self.kind, held.fields, where):
                listed = self._by_text.setdefault((where, text), [])
                if all(one is not held for one in listed):
                    listed.append(held)
        for year in self._years(held.fields):
            listed = self._by_year.setdefault(year, [])
            if all(one is not held for one in listed):
                listed.append(held)

    def find(self, theirs: Mapping[str, Any], ids: Iterable[str]) -> Match:
        """Return which record of ours this is; by an id that both have first, then by the rules of its kind.

        Of several that a rule finds, those that contradict it are passed over where another does not.
        """
        for name in filter(None, ids):
            if held := self.by_id.get(name):
                return Match((held,), BY_ID)
        for rule in rules_of(self.kind).sure:
            if alike := self._by_rule(rule, theirs):
                sound = tuple(one for one in alike if not contradictions(self.kind, one.fields, theirs))
                return Match(sound or alike, _in_words(rule))
        for where in rules_of(self.kind).alike:
            likely = [
                one for one in self._by_rule((where,), theirs) if not contradictions(self.kind, one.fields, theirs)
            ]
            if likely:
                same = tuple(one for one in likely if self._says_all(one, theirs))
                return Match(same[:1] or tuple(likely), _in_words((where,)), is_sure=bool(same))
        of_year = {one.id: one for year in self._years(theirs) for one in self._by_year.get(year, ())}
        if near := tuple(one for one in of_year.values() if are_near(self.kind, one.fields, theirs)):
            return Match(near, NEARLY, is_sure=False)
        if not rules_of(self.kind).sure:
            same = tuple(one for one in self.by_id.values() if theirs and self._says_all(one, theirs))
            return Match(same[:1], "all that it says")
        return Match()

    def find_work(self, theirs: Mapping[str, Any], ids: Sequence[str]) -> Held | None:
        """Return which source of ours a work of a library is, or `None`.

        Of several with one DOI or address, the first that nothing contradicts is taken, else the first that has it. An
        id alone is no proof: with it something else must agree that tells works apart, or all that the work says.
        """
        rules = rules_of(self.kind).sure
        titled = self._by_rule(("title",), theirs)
        ways = (
            *(self._by_rule(rule, theirs) for rule in rules),
            tuple(one for one in titled if not (one.fields.get("issued") or theirs.get("issued"))),
            # What says nothing that ours does not say is there already, though it has no date.
            tuple(one for one in titled if self._gives_all(one, theirs)),
        )
        if alike := next(filter(None, ways), ()):
            sound = [one for one in alike if not contradictions(self.kind, one.fields, theirs)] or alike
            return next((one for one in sound if one.id in ids), sound[0])
        of_id = next((one for name in ids if (one := self.by_id.get(name))), None)
        if of_id and (self._gives_all(of_id, theirs) or self._is_like(of_id, theirs)):
            return of_id
        if any(texts_at(self.kind, theirs, rule[0]) for rule in rules) or not is_named(theirs):
            return None
        # Nothing to find it by: it is known only where one says all that it says.
        return next((one for one in self.by_id.values() if self._gives_all(one, theirs)), None)

    def _gives_all(self, held: Held, theirs: Mapping[str, Any]) -> bool:
        """Tell whether a work adds nothing to ours and contradicts nothing; another remark is no news."""
        return bool(theirs) and not any(said(self.kind, held.fields, theirs) for said in (contradictions, missing))

    def _is_like(self, held: Held, theirs: Mapping[str, Any]) -> bool:
        """Tell whether two with one id seem to be one work: one title, or the same authors and date."""
        both = {key for key in ("title", "author", "issued") if key in held.fields and key in theirs}
        agreeing = both - {one.field for one in contradictions(self.kind, held.fields, theirs)}
        return "title" in agreeing or {"author", "issued"} <= agreeing

    def _years(self, plain: Mapping[str, Any]) -> set[int]:
        where = rules_of(self.kind).near
        dates = [when for text in texts_at(self.kind, plain, where) if (when := when_said(text))] if where else []
        return {year for when in dates for year in (when.first.year, when.last.year)}

    def _first_of_rules(self) -> Iterable[str]:
        rules = rules_of(self.kind)
        return dict.fromkeys([*(rule[0] for rule in rules.sure), *rules.alike])

    def _by_rule(self, rule: tuple[str, ...], theirs: Mapping[str, Any]) -> tuple[Held, ...]:
        first, *others = rule
        found = [
            held for text in sorted(texts_at(self.kind, theirs, first)) for held in self._by_text.get((first, text), ())
        ]
        return tuple(
            held
            for held in {one.id: one for one in found}.values()
            if all(self._agree(where, held.fields, theirs) for where in others)
            and not are_apart(self.kind, held.fields, theirs)
        )

    def _agree(self, where: str, ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> bool:
        mine, others = (texts_at(self.kind, plain, where) for plain in (ours, theirs))
        is_date = shape_of(self.kind).at(tuple(where.split("."))).is_date
        return bool(mine & others) or (is_date and any(dates_agree(one, other) for one in mine for other in others))

    def _says_all(self, held: Held, theirs: Mapping[str, Any]) -> bool:
        """Tell whether ours says all that theirs says."""
        return not any(said(self.kind, held.fields, theirs) for said in (contradictions, kept, missing))


def _in_words(rule: tuple[str, ...]) -> str:
    return " and ".join(_WORDS.get(where, where.rpartition(".")[2].replace("_", " ")) for where in rule)


# What a source can be recognised by; without any of it it is none.

NAMED_BY = ("title", "translated_title", "url", "doi", "number", "container_title")


def is_named(fields: Mapping[str, Any]) -> bool:
    """Tell whether a work can be called by something: a letter or interview by its author, others by `NAMED_BY`."""
    by_persons = fields.get("type") in NAMED_BY_PERSONS and fields.get("author")
    return bool(by_persons) or any(fields.get(key) for key in NAMED_BY)
