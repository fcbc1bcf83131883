"""Changes that are kept in one document: made, found, and told."""

from __future__ import annotations

from collections.abc import Iterator

from probata.changes import NotMade, differing
from probata.checks.engine.case import CheckInput
from probata.checks.engine.check import DOCUMENTS, Looked, check
from probata.checks.engine.finding import Finding, marked
from probata.diagnostics import Severity, say
from probata.model.change import Change

# The changes that are kept in the documents looked at, and those that these documents do not have.


def not_made(case: CheckInput) -> Iterator[tuple[Change, NotMade]]:
    """Give the changes that a composed document does not have, with why not, in the order of their file."""
    found = {one.change: one for drafted in case.drafts.values() for one in drafted.not_made}
    yield from ((change, found[change.id]) for change in case.graph.changes if change.id in found)


def changes_of_drafts(case: CheckInput) -> Iterator[Looked]:
    """Give the changes that are kept in a document that is composed."""
    yield from (Looked(f"changes/{change.id}") for change in case.graph.changes if change.filing in case.drafts)


@check("STR242", Severity.WARNING, DOCUMENTS, counted="changes", looks_at=changes_of_drafts)
def change_not_made(case: CheckInput) -> Iterator[Finding]:
    """Find the changes that have one place, and a fault."""
    for change, found in not_made(case):
        if found.places == 1:
            yield case.finding(
                "changes", change.id, f"the change {say.change(change)} is not made in the document "
                f"{say.filing(change.filing)}: "
                f"{found.reason}", "correct its `after`, or delete it", at=("after" if change.after else "before",),
                filing=change.filing,
            )  # fmt: skip


@check("STR241", Severity.WARNING, DOCUMENTS, counted="changes", looks_at=changes_of_drafts)
def change_without_place(case: CheckInput) -> Iterator[Finding]:
    """Find the changes whose words stand in no place of their document, or in several."""
    for change, found in not_made(case):
        if found.places == 0:
            what, help = "does not say", "take the change over from the document again, or delete it"
        elif found.places > 1:
            what = f"says in {found.places} places"
            help = "give `of`, the record from which they come, or `occurrence`, which of the places it is"
        else:
            continue
        yield case.finding(
            "changes", change.id, f"the document {say.filing(change.filing)} {what} {marked(change.before)}, so that "
            f"the change {say.change(change)} is not made", help, at=("before",), filing=change.filing,
        )  # fmt: skip


def _of_filings(case: CheckInput) -> Iterator[Change]:
    """Give the changes of the filings that are looked at; of all where that is the whole case."""
    chosen = None if case.chosen is None else {filing.id for filing in case.chosen}
    yield from (change for change in case.graph.changes if chosen is None or change.filing in chosen)


@check("STR181", Severity.INFO, "changes", looks_at=_of_filings)
def kept_in_one_document(case: CheckInput) -> Iterator[Finding]:
    """Find the changes that say something else than what they replace."""
    for change in _of_filings(case):
        old, new = differing(change.before, change.after or "")
        if old != new:
            says = f"says {marked(new)}" if new else "leaves out what it has otherwise"
            where = f" where the records give {marked(old)}" if old and new else f": {marked(old)}" if old else ""
            yield case.finding(
                "changes", change.id, f"the document {say.filing(change.filing)} alone {says}{where}",
                "where every document is to say so, change the record instead"
                + (f", which is {say.words(change.of)}" if change.of else "") + "; else leave it",
                at=("after" if change.after else "before",), notes=(f"kept by {change.author}{_why(change)}",),
                filing=change.filing,
            )  # fmt: skip


def _why(change: Change) -> str:
    return f": {' '.join(change.reason.split())}" if change.reason else ", no reason is given"
