"""A place that the cited work cannot have.

Looks at all citations that stand in fields: a page of a web page or a broadcast, a time in a printed work, and a page
before the first or after the last that the record of the work gives. A work that is held as a file with pages, or whose
`medium` says in what form we have it, is taken as it is.

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
Where the copy that was read has pages of its own, such as a printout: say so in `medium`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.citations import PlacedCitation, citations_in
from probata.checks.extent import numbers_in, pages_of
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.diagnostics import Severity
from probata.model.allegation import Allegation
from probata.model.citation import Pinpoint
from probata.model.source_record import Source

_TIMED = frozenset({"timecode", "frame"})
_PRINTED = frozenset(
    {
        "book", "chapter", "article-newspaper", "article-magazine", "article-journal", "legislation", "report",
        "thesis", "paper-conference", "dataset", "manuscript", "entry-encyclopedia", "press-release",
    }
)  # fmt: skip
_WITHOUT_PAGES = {
    "webpage": "a web page", "post": "a post", "post-weblog": "a post", "broadcast": "a broadcast",
    "motion_picture": "a film", "song": "a recording",
}  # fmt: skip
_FILE = re.compile(r"\.(?:pdf|docx?|odt|rtf|djvu|epub)(?:$|[?#])", re.IGNORECASE)


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the citations with a place that is not in the work."""
    for cited in _with_place(case):
        source = case.graph.find("sources", Source, cited.value.source)
        place = cited.value.pinpoint
        if source and place and (fault := _fault(source, place)):
            # What is recorded without a type counts as a web page; then it is the type that is likely wrong.
            untyped = source.type == "webpage" and "type" not in source.model_fields_set
            yield case.finding(
                cited.kind, cited.record_id, f"{place.type} `{place.value}` of `{source.id}` is cited, and {fault}",
                "write `type: …` in the record of the source, or cite a heading or a paragraph" if untyped
                else "open the source and correct the place, or the record of the source",
                at=(*cited.loc, "pinpoint"), severity=Severity.INFO if untyped else None,
            )  # fmt: skip


def items_with_wrong_place(case: CheckInput, allegation: Allegation) -> Iterator[int]:
    """Give the items that cite a place which their source cannot have."""
    for position, item in enumerate(allegation.evidence):
        source = case.graph.find("sources", Source, item.source)
        if source and item.pinpoint and "type" in source.model_fields_set and _fault(source, item.pinpoint):
            yield position


def _fault(source: Source, place: Pinpoint) -> str | None:
    """Say why a work cannot have a place; `None` where it may."""
    if place.type in _TIMED and source.type in _PRINTED and not source.medium:
        return f"`{source.type}` is a printed work, which has no times"
    if place.type != "page":
        return None
    if pages := pages_of(source):
        outside = any(not pages.first <= number <= pages.last for number in numbers_in(place.value))
        return f"its record gives pages {pages.first} to {pages.last}" if outside else None
    is_file = source.medium or _FILE.search(source.url or source.url_as_printed or "")
    kind = _WITHOUT_PAGES.get(source.type)
    return f"{kind} has no pages" if kind and not is_file else None


def _with_place(case: CheckInput) -> tuple[PlacedCitation, ...]:
    return case.once(
        "citations with a place", lambda: tuple(one for one in citations_in(case.graph) if one.value.pinpoint)
    )


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the records that cite a source with a place in it."""
    for cited in _with_place(case):
        if case.graph.has("sources", cited.value.source):
            yield Looked(f"{cited.kind}/{cited.record_id}")


CHECK = Check(
    "EVI110", "pinpoint-not-of-source", Severity.WARNING, "records that cite a place", run,
    unfit_items=items_with_wrong_place, looks_at=_looks_at,
)  # fmt: skip
