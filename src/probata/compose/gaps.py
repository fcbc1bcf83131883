"""The gaps of a draft in a few lines: what is missing, and for how many records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from probata.diagnostics import Diagnostic
from probata.forum import Forum
from probata.graph.case_graph import CaseGraph
from probata.messages import ENGLISH, Wording, load_wording
from probata.model.person import Person

SHOWN = 3
"""Records named one by one; of more, only their number is given."""


Called = Callable[[str], str]
"""Gives what a record, such as `people/wolk`, is called in a line."""


def id_of(record: str) -> str:
    """Return the id of a record, which is what its team calls it."""
    return record.partition("/")[2]


def called_in(graph: CaseGraph) -> Called:
    """Return what the readers of a document may call records: names and titles of what they are shown, never an id."""

    def called(record: str) -> str:
        kind, _, key = record.partition("/")
        found = graph.records.get(kind, {}).get(key)
        if isinstance(found, Person):
            return found.name.display
        return str(getattr(found, "title", None) or "")

    return called


def list_gaps(
    findings: Iterable[Diagnostic],
    wording: Wording | None = None,
    labels: Mapping[str, str] | None = None,
    called: Called = id_of,
) -> list[str]:
    """Return one line for each thing that is missing, in the order in which it was found.

    They are in English, or in the language of `wording`, with `labels` for what the findings call a field.
    """
    words = wording or load_wording(ENGLISH)
    missing: dict[str, list[str]] = {}
    for found in findings:
        if found.gap:
            records = missing.setdefault(found.gap, [])
            if found.record not in records:
                records.append(found.record)
    return [_line((labels or {}).get(what, what), records, words, called) for what, records in missing.items()]


def labels_of_fields(forum: Forum, language: str) -> dict[str, str]:
    """Return how gaps call the required fields in a language, by what the profile calls them."""
    found: dict[str, str] = {}
    for required in forum.profile.required_fields:
        word = forum.words.find(f"field_{required.id.replace('-', '_')}", language)
        if word:
            found[required.label] = word[0]
    if word := forum.words.find("gap_allegations", language):
        found["an allegation"] = word[0]  # as `filing-without-allegation` calls it
    return found


def _line(what: str, records: list[str], words: Wording, called: Called) -> str:
    kinds = {record.partition("/")[0] for record in records}
    named = [called(record) for record in records]
    if kinds <= {"filings", "case", ""} or not any(named):
        return what
    if len(records) > SHOWN or not all(named):
        kind = words.label(f"kind.{kinds.pop() if len(kinds) == 1 else 'records'}")
        return words.label("document.not_recorded_for_number", what=what, number=str(len(records)), kind=kind)
    told = [name if _is_named(record) else words.quote(name) for record, name in zip(records, named, strict=True)]
    return words.label("document.not_recorded_for", what=what, records=words.join(told))


def _is_named(record: str) -> bool:
    """Tell whether a record is called by a name, and not by a title that a reader would take for words of the list."""
    return record.startswith(("people/", "bodies/"))
