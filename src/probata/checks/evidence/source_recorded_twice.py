"""Two records of one source.

Compares the addresses of the sources, without what does not change the page, and title and date together. Sources of
one title and date that differ in number, issue, volume, section, author or pages are told apart.

A source whose title is that of an earlier one without what stands behind its colon, or whose date is known less well
than the other's, is a note where both have an author or the publisher in common and no two addresses.

## Why it matters
One work under two names is counted twice: in the list of sources, and where the reader counts how many bear a point
out. The other side will count again.

## Example
```yaml
case:
  title: Example
sources:
  - {id: bulletin, title: Prison service bulletin, url: "https://www.example.org/bulletin/"}
  - {id: prison-bulletin, title: Bulletin of the prison service, url: "http://example.org/bulletin"}
```

Use instead:
```yaml
case:
  title: Example
sources:
  - {id: bulletin, title: Prison service bulletin, url: "https://www.example.org/bulletin/"}
  - {id: bulletin-5, title: Prison service bulletin 5, url: "http://example.org/bulletin-5"}
```

## When to allow it
Where one address holds several works, such as a list of press conferences that is cited for two of them.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import replace

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.support.address import comparable
from probata.diagnostics import Severity, say
from probata.model.dates import Answer
from probata.model.source_record import Source

_SHORTEST = 8
"""Letters of a main title that is told from a heading, such as `Report`."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the sources that an earlier record holds already."""
    of_address: dict[str, Source] = {}
    of_title: dict[Hashable, Source] = {}
    named = _Named()
    for source in case.graph.sources:
        address = comparable(source.url or source.url_as_printed or "")
        title = _title(source)
        same = of_address.get(address) if address else None
        alike = of_title.get(title) if title else None
        if same and not _are_parts(same, source):
            yield _finding(case, source, same, "url" if source.url else "url_as_printed", "have the same address")
        elif alike and not _are_parts(alike, source):
            yield _finding(case, source, alike, "title", "have the same title and date")
        elif near := named.near(source):
            what = "have an author or publisher, a main title and a date in common"
            yield replace(_finding(case, source, near, "title", what), severity=Severity.INFO)
        named.add(source)
        if address:
            of_address.setdefault(address, source)
        if title:
            of_title.setdefault(title, source)


def _title(source: Source) -> Hashable:
    """Return title and date with what tells apart works of one series; `None` where one of the two is missing."""
    if not source.title or not source.issued or source.issued.start is None or source.issued.start.precision < 3:
        return None
    title = " ".join(source.title.casefold().split())
    return title, source.issued.text, source.number, source.issue, source.volume, source.section, source.author


class _Named:
    """The sources so far by main title and maker, so that each is compared with those alone that share both."""

    def __init__(self) -> None:
        self._number = 0
        self._found: dict[tuple[str, str], list[tuple[int, str, Source]]] = {}

    def add(self, source: Source) -> None:
        """Take a source, behind those before."""
        self._number += 1
        for main, rest, maker in _names(source):
            self._found.setdefault((main, maker), []).append((self._number, rest, source))

    def near(self, source: Source) -> Source | None:
        """Return the first that may be the same: a main title, a date and a maker in common, nothing that differs."""
        found = {
            number: one
            for main, rest, maker in _names(source)
            for number, more, one in self._found.get((main, maker), ())
            if not (rest and more and rest != more)
        }
        return next((found[number] for number in sorted(found) if _agree(found[number], source)), None)


def _names(source: Source) -> Iterator[tuple[str, str, str]]:
    """Give each title, as what stands before its colon and behind it, with each maker."""
    makers = _makers(source)
    yield from ((main, rest, maker) for main, rest in _parted(source) for maker in makers)


def _agree(one: Source, other: Source) -> bool:
    """Tell whether the dates of two sources overlap and nothing else of them differs."""
    if not one.issued or not other.issued:
        return False
    fields = ("url", "url_as_printed", "number", "issue", "volume", "section", "page", "doi", "isbn")
    is_other_form = one.type != other.type and "webpage" not in (one.type, other.type)
    differ = is_other_form or any((a := getattr(one, f)) and (b := getattr(other, f)) and a != b for f in fields)
    return not differ and one.issued.overlaps(other.issued) is not Answer.NO


def _parted(source: Source) -> list[tuple[str, str]]:
    """Return the titles of a source, each as what stands before its colon and behind it; short ones are left out."""
    titles = (" ".join(title.casefold().split()) for title in (source.title, source.translated_title) if title)
    parted = (title.partition(":") for title in titles)
    return [(main.strip(), rest.strip()) for main, _, rest in parted if len(main.strip()) >= _SHORTEST]


def _makers(source: Source) -> set[str]:
    names = (author.literal or f"{author.family or ''}, {author.given or ''}" for author in source.author)
    return {" ".join(name.casefold().split()) for name in (*names, source.publisher or "") if name.strip(" ,")}


def _are_parts(one: Source, other: Source) -> bool:
    """Tell whether two records are of different parts of one publication, such as two acts in one gazette."""
    fields = ("page", "section", "number")
    return any((a := getattr(one, f)) and (b := getattr(other, f)) and a != b for f in fields)


def _finding(case: CheckInput, source: Source, earlier: Source, name: str, what: str) -> Finding:
    return case.finding(
        "sources", source.id, f"sources {say.source(earlier)} and {say.source(source)} {what}",
        "keep one record and cite it in both places, or say in their titles what tells them apart", at=(name,),
        notes=(f"the first is at {case.graph.span('sources', earlier.id)}",),
    )  # fmt: skip


CHECK = Check("EVI114", "source-recorded-twice", Severity.WARNING, "sources", run)
