"""Changes that are kept in one document: made, found, and shown."""

from __future__ import annotations

from collections.abc import Iterator

from probata.changes import NotMade, differing
from probata.checks.engine.case import CheckInput
from probata.checks.engine.check import DOCUMENTS, Looked, check
from probata.checks.engine.finding import Finding, marked
from probata.diagnostics import Severity, say
from probata.model.change import Change


def not_made(case: CheckInput) -> Iterator[tuple[Change, NotMade]]:
    """Give the changes that a composed document does not have, with why not, in the order of their file."""
    found = {one.change: one for drafted in case.drafts.values() for one in drafted.not_made}
    yield from ((change, found[change.id]) for change in case.graph.changes if change.id in found)


def _of_drafts(case: CheckInput) -> Iterator[Looked]:
    yield from (Looked(f"changes/{change.id}") for change in case.graph.changes if change.filing in case.drafts)


@check("STR242", Severity.WARNING, DOCUMENTS, counted="changes", looks_at=_of_drafts)
def change_not_made(case: CheckInput) -> Iterator[Finding]:
    for change, found in not_made(case):
        if found.places == 1:
            said = f"the change {say.change(change)} is not made in {say.filing(change.filing)}: {found.reason}"
            step, at = "correct its `after`, or delete it", ("after" if change.after else "before",)
            yield case.finding("changes", change.id, said, step, at=at, filing=change.filing)


@check("STR241", Severity.WARNING, DOCUMENTS, counted="changes", looks_at=_of_drafts)
def change_without_place(case: CheckInput) -> Iterator[Finding]:
    for change, found in not_made(case):
        if found.places != 1:
            what, step = "does not say", "take the change over from the document again, or delete it"
            if found.places:
                what = f"says in {found.places} places"
                step = "give `of`, the record from which they come, or `occurrence`, which of the places it is"
            said = f"the document {say.filing(change.filing)} {what} {marked(change.before)}, so that the change "
            said += f"{say.change(change)} is not made"
            yield case.finding("changes", change.id, said, step, at=("before",), filing=change.filing)


def _of_filings(case: CheckInput) -> Iterator[Change]:
    """Give the changes of the filings that are looked at; of all where that is the whole case."""
    chosen = None if case.chosen is None else {filing.id for filing in case.chosen}
    yield from (change for change in case.graph.changes if chosen is None or change.filing in chosen)


@check("STR181", Severity.INFO, "changes", looks_at=_of_filings)
def kept_in_one_document(case: CheckInput) -> Iterator[Finding]:
    for change in _of_filings(case):
        old, new = differing(change.before, change.after or "")
        if old != new:
            says = f"says {marked(new)}" if new else "leaves out what it has otherwise"
            where = f" where the records give {marked(old)}" if old and new else f": {marked(old)}" if old else ""
            said = f"the document {say.filing(change.filing)} alone {says}{where}"
            of = f", which is {say.words(change.of)}" if change.of else ""
            step = f"where every document is to say so, change the record instead{of}; else leave it"
            why = f": {' '.join(change.reason.split())}" if change.reason else ", no reason is given"
            at, notes = ("after" if change.after else "before",), (f"kept by {change.author}{why}",)
            yield case.finding("changes", change.id, said, step, at=at, notes=notes, filing=change.filing)
