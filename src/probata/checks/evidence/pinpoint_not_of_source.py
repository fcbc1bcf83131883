"""A place that the cited work cannot have.

Looks at all citations, in fields and in texts: a page of a web page or a broadcast, a time in a printed work; a page
before the first or after the last that the record of the work gives, or else beyond the `pages` of the exhibit that
reproduces it; a time behind the end of a recording whose `duration` is recorded; a row that the tables taken from a
dataset do not have. A work that is held as a file with pages, or whose `medium` says in what form we have it, is taken
as it is, and so is an exhibit that its description calls an extract.

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
holds some rows of a longer one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.support.extent import numbers_in, pages_of, running_time_of, seconds_in
from probata.checks.texts.citations import PlacedCitation, citations_in, citations_in_texts
from probata.diagnostics import Severity
from probata.model.allegation import Allegation
from probata.model.citation import Pinpoint
from probata.model.source_record import Source

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
_EXTRACT = re.compile(r"\b(?:extracts?|excerpts?|pages?|pp?\.|part of|parts of|extraits?|extractos?)", re.IGNORECASE)
_FILE = re.compile(r"\.(?:pdf|docx?|odt|rtf|djvu|epub)(?:$|[?#])", re.IGNORECASE)


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the citations with a place that is not in the work, each once for a record."""
    told: set[tuple[str, str, str, str, str]] = set()
    for cited in _with_place(case):
        source = case.graph.find("sources", Source, cited.value.source)
        place = cited.value.pinpoint
        if source is None or place is None or (fault := _fault(case, source, place)) is None:
            continue
        if (key := (cited.kind, cited.record_id, source.id, place.type, place.value)) not in told:
            told.add(key)
            yield _finding(case, cited, source, place, fault)


def _finding(case: CheckInput, cited: PlacedCitation, source: Source, place: Pinpoint, fault: str) -> Finding:
    # What is recorded without a type counts as a web page; then it is the type that is likely wrong.
    untyped = source.type == "webpage" and "type" not in source.model_fields_set
    return case.finding(
        cited.kind, cited.record_id, f"{place.type} `{place.value}` of `{source.id}` is cited, and {fault}",
        "write `type: …` in the record of the source, or cite a heading or a paragraph" if untyped
        else "open the source and correct the place, or the record of the source",
        at=(*cited.loc, "pinpoint", "value"), severity=Severity.INFO if untyped else None,
    )  # fmt: skip


def items_with_wrong_place(case: CheckInput, allegation: Allegation) -> Iterator[int]:
    """Give the items that cite a place which their source cannot have."""
    for position, item in enumerate(allegation.evidence):
        source = case.graph.find("sources", Source, item.source)
        if source and item.pinpoint and "type" in source.model_fields_set and _fault(case, source, item.pinpoint):
            yield position


def _fault(case: CheckInput, source: Source, place: Pinpoint) -> str | None:
    """Say why a work cannot have a place; `None` where it may."""
    match place.type:
        case "timecode" | "frame" if source.type in _PRINTED and not source.medium:
            return f"`{source.type}` is a printed work, which has no times"
        case "timecode":
            ends, cited = running_time_of(source), seconds_in(place.value)
            return f"its record gives it a duration of {source.duration}" if ends and cited and cited > ends else None
        case "row" if source.type == "dataset":
            return _beyond_rows(case, source, place)
        case "page":
            return _off_its_pages(case, source, place)
        case _:
            return None


def _off_its_pages(case: CheckInput, source: Source, place: Pinpoint) -> str | None:
    numbers = numbers_in(place.value)
    if pages := pages_of(source):
        outside = any(not pages.first <= number <= pages.last for number in numbers)
        return f"its record gives pages {pages.first} to {pages.last}" if outside else None
    is_file = source.medium or _FILE.search(source.url or source.url_as_printed or "")
    kind = _WITHOUT_PAGES.get(source.type)
    if kind and not is_file:
        return f"{kind} has no pages"
    exhibit = next((one for one in case.graph.exhibits if one.source == source.id and one.pages), None)
    if exhibit is None or _EXTRACT.search(exhibit.description) or max(numbers, default=0) <= (exhibit.pages or 0):
        return None
    return f"exhibit `{exhibit.mark}`, which reproduces it, has {exhibit.pages} pages"


def _beyond_rows(case: CheckInput, source: Source, place: Pinpoint) -> str | None:
    """Say so of a row behind the last of every table taken from a dataset; the heading may count as a row."""
    taken = (table for table in case.tables.values() if any(one.source == source.id for one in table.dataset.citations))
    most = max((len(table.rows) for table in taken), default=0)
    return (
        f"the table taken from it has {most} rows"
        if most and max(numbers_in(place.value), default=0) > most + 1
        else None
    )


def _with_place(case: CheckInput) -> tuple[PlacedCitation, ...]:
    return case.once(
        "citations with a place",
        lambda: tuple(
            one for one in chain(citations_in(case.graph), citations_in_texts(case.graph)) if one.value.pinpoint
        ),
    )


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the records that cite a source with a place in it."""
    for cited in _with_place(case):
        if case.graph.has("sources", cited.value.source):
            yield Looked(f"{cited.kind}/{cited.record_id}")


CHECK = Check(
    "EVI110", "pinpoint-not-of-source", Severity.WARNING, "records that cite a place", run,
    unfit_items=items_with_wrong_place,
    unfit_because="This work cannot have the place that is cited", looks_at=_looks_at,
)  # fmt: skip
