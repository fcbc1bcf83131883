"""Findings as the report lists them: in their order, with whom and what each concerns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from probata.checks.folding import groups, one_for
from probata.checks.order_of_use import line_of
from probata.diagnostics import Diagnostic
from probata.diagnostics.message import Message
from probata.model.narrative import Narrative
from probata.report.entries import FindingEntry
from probata.report.lists import ListOf
from probata.report.material import Material, place_of
from probata.report.subjects import Subjects

LONGEST_LINE = 160
"""Characters of a line of a file that are shown."""
T = TypeVar("T")


def findings_of(material: Material, subjects: Subjects) -> tuple[FindingEntry, ...]:
    """Return every finding once, those that are alike as one, in the order given."""
    forums = _Forums(material)
    return tuple(
        _entry(number, group, material, subjects, _each(forums.of, group))
        for number, group in enumerate(groups(material.findings), 1)
    )


def _each(of: Callable[[T], Iterable[str]], several: Iterable[T]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found for one in several for found in of(one)))


def _entry(
    number: int, group: Sequence[Diagnostic], material: Material, subjects: Subjects, forums: tuple[str, ...]
) -> FindingEntry:
    found = one_for(group)
    attack = line_of(found.name)
    return FindingEntry(
        number, found.severity.value, found.severity.label, found.message, found.help, place_of(found.span),
        _line(found, material), found.code, found.name, found.record, attack.line if attack else "", found.notes,
        _each(subjects.persons, (*found.records, *_told_of(found))),
        _each(subjects.allegations, found.records), forums,
        tuple((other.record, place_of(other.span)) for other in found.others),
    )  # fmt: skip


def _told_of(found: Diagnostic) -> Iterator[str]:
    """Give the people and roles that a finding names: one on a section is on whom it tells of."""
    return (one.identity for one in Message(found.message).refs if one.kind in {"people", "roles"})


def _line(found: Diagnostic, material: Material) -> str:
    """Return the line that a finding is about, without what could steer or turn the text round it."""
    if found.span is None:
        return ""
    lines = material.graph.texts.get(found.span.path, "").split("\n")
    text = lines[found.span.line - 1].strip() if found.span.line <= len(lines) else ""
    text = f"{text[:LONGEST_LINE]}…" if len(text) > LONGEST_LINE else text
    return "".join(character if character.isprintable() else "·" for character in text)


class _Forums:
    """Tells which forums a finding is about."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._of_filing = {filing.id: filing.forum for filing in material.graph.case.filings}
        self._known = {*material.profiles, *self._of_filing.values()}

    def of(self, found: Diagnostic) -> Iterator[str]:
        """Give the forum in whose document it was found, whose record it is on, and those that it names."""
        for filing, findings in self._material.by_filing.items():
            if found in findings:
                yield self._of_filing.get(filing, filing)
        kind, _, key = found.record.partition("/")
        if kind == "filings":
            yield self._of_filing.get(key, key)
        if kind == "narrative" and (section := self._material.graph.find(kind, Narrative, key)):
            yield from section.forums
        for named in Message(found.message).values:
            if forum := self._of_filing.get(named.text, named.text if named.text in self._known else ""):
                yield forum


def list_of_findings(findings: tuple[FindingEntry, ...]) -> ListOf:
    """Return the findings as a list."""
    columns = ("No", "Level", "Finding", "Next step", "Place", "Record", "Code", "Name", "What the other side says",
               "Persons", "Allegations", "Forums", "Notes", "The same in")  # fmt: skip
    rows = (
        (found.number, found.level_in_words, found.message, found.next_step, found.place, found.record, found.code,
         found.name, found.attack, ", ".join(found.persons), ", ".join(found.allegations), ", ".join(found.forums),
         "\n".join(found.notes), "\n".join(f"{record} {place}".strip() for record, place in found.others))
        for found in findings
    )  # fmt: skip
    return ListOf("findings", "Findings", columns, tuple(rows), "Nothing was found.")
