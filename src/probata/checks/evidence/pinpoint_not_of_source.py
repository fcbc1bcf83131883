"""A place that the cited work cannot have.

Looks at all citations, in fields and in texts, and at each place that they name: of `p. 890, para 12` at the page and
at the paragraph, and of a recording at `3:10` with or without *at*. In sources: a page of a web page or a broadcast, a
time in a printed work, a row of a film; a page before the first or after the last that the record of the work gives, or
else beyond the `pages` of the exhibit that reproduces it, or beside those that `read_in_part` says were read; a time
behind the end of a recording whose `duration` is recorded; a row that the tables taken from a dataset do not have. An
article, regulation or clause of a newspaper article is a note, since it may print a law. A work that is held as a file
with pages, live or archived, or whose `medium` says in what form we have it, is taken as it is, and so is an exhibit
that its description calls an extract.

In authorities and instruments: a place that no work of the form has by which it is cited, such as a time, a row or an
article of a judgment, a row of a treaty, or a page of an Act of Parliament; a provision by the name of another unit,
such as section 3 of a convention with articles, and one beyond the last, where the catalogue knows the last; a
section of an Act of the United States outside those in which the code has it (`code_sections`); a page before the
first that the work has in its series, and one that the source does not have in which the case says that it is
printed. A page of a treaty of which no series is recorded is a note.

## Why it matters
A place that does not exist is the end of the footnote, and shows that nobody looked.

## Example
```yaml
case:
  title: Example
sources:
  - id: essay
    title: Prisons without doctors
    type: article-journal
    container_title: Prison Review
    page: 41-47
people:
  - {id: wolk, name: Mara Wolk, citations: "essay, p. 74"}
```

Use instead:
```yaml
case:
  title: Example
sources:
  - id: essay
    title: Prisons without doctors
    type: article-journal
    container_title: Prison Review
    page: 41-47
people:
  - {id: wolk, name: Mara Wolk, citations: "essay, p. 47"}
```

## When to allow it
Where the copy that was read has pages of its own, such as a printout: say so in `medium`. Where the table of the case
holds some rows of a longer one. Where a court numbers the parts of its orders as articles, as French courts do, or a
judgment has a table of applications in its annex.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.prose.citations import PlacedCitation, at_citation, each_place, placed_citations
from probata.checks.support.places_of_authorities import why_not_of_authority, why_not_of_instrument
from probata.checks.support.places_of_sources import OddPlace, why_not_of_source
from probata.diagnostics import Severity, say
from probata.model.allegation import Allegation
from probata.model.authority import Authority
from probata.model.citation import Citation, Pinpoint
from probata.model.source_record import Source


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the citations with a place that is not in the work, each once for a record."""
    told: set[tuple[str, str, str, str, str]] = set()
    for cited in placed_citations(case):
        key, place = cited.value.source, cited.value.pinpoint
        if place is None or (odd := _odd(case, cited.value)) is None:
            continue
        if (known := (cited.kind, cited.record_id, key, place.type, place.value)) not in told:
            told.add(known)
            yield at_citation(_finding(case, cited, place, odd), case, cited)


def _odd(case: CheckInput, cited: Citation) -> OddPlace | None:
    """Say why the work that is cited, whatever it is, cannot have the place; `None` where it may or is not recorded."""
    if cited.pinpoint is None:
        return None
    if source := case.graph.find("sources", Source, cited.source):
        return why_not_of_source(case, source, cited.pinpoint)
    if authority := case.graph.find("authorities", Authority, cited.source):
        return why_not_of_authority(case, authority, cited.pinpoint)
    instrument = case.catalogue.instrument(cited.source)
    return why_not_of_instrument(instrument, cited.pinpoint) if instrument else None


def _finding(case: CheckInput, cited: PlacedCitation, place: Pinpoint, odd: OddPlace) -> Finding:
    key = cited.value.source
    # What is recorded without a type counts as a web page; then it is the type that is likely wrong.
    untyped = _is_untyped(case, key)
    what = "source" if case.graph.has("sources", key) else "authority"
    return case.finding(
        cited.kind, cited.record_id, f"{place.type} {say.words(place.value)} of {say.cited(key)} is cited, and "
        f"{odd.why}",
        "write `type: …` in the record of the source, or cite a heading or a paragraph" if untyped
        else f"open the {what} and correct the place, or the record of the {what}",
        at=(*cited.loc, "pinpoint", "value"), severity=Severity.INFO if untyped or odd.is_note else None,
    )  # fmt: skip


def _is_untyped(case: CheckInput, key: str) -> bool:
    source = case.graph.find("sources", Source, key)
    return source is not None and source.type == "webpage" and "type" not in source.model_fields_set


def items_with_wrong_place(case: CheckInput, allegation: Allegation) -> Iterator[int]:
    """Give the items that cite a place which their work cannot have."""
    for position, item in enumerate(allegation.evidence):
        odd = (_odd(case, alone) for alone in each_place(case.graph, item))
        if any(one and not one.is_note for one in odd) and not _is_untyped(case, item.source):
            yield position


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the records that cite a recorded work with a place in it."""
    for cited in placed_citations(case):
        key = cited.value.source
        if case.graph.has("sources", key) or case.graph.has("authorities", key) or case.catalogue.instrument(key):
            yield Looked(f"{cited.kind}/{cited.record_id}")


CHECK = Check(
    "EVI110", "pinpoint-not-of-source", Severity.WARNING, "records that cite a place", run,
    unfit_items=items_with_wrong_place,
    unfit_because="This work cannot have the place that is cited", looks_at=_looks_at,
)  # fmt: skip
