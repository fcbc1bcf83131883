"""A web address that cannot be followed as it stands.

Finds addresses of sources and their archived copies that are malformed, without a scheme or cut off, as within the date
of the source; those that lead to the front page of a site and not to the work; and sources whose address the citing
work prints otherwise than the record has it. The front page is right for a site that is cited as such; for a web page
with another title than its site it is a note. So is a doubled slash inside the path, which many servers accept.

## Why it matters
The reader follows the address before reading on. One that fails puts every other footnote in doubt.

## Example
```yaml
case:
  title: Example
sources:
  - id: bulletin
    title: Prison service bulletin
    url: www.example.org/bulletin
```

Use instead:
```yaml
case:
  title: Example
sources:
  - id: bulletin
    title: Prison service bulletin
    url: https://www.example.org/bulletin
```

## When to allow it
Where the work that is cited prints it so and the right address is not known: record it as `url_as_printed` and leave
`url` out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.support.address import comparable
from probata.diagnostics import Severity, say
from probata.graph.sources import plain_name
from probata.model.source_record import Source

_FAULTS = (
    (re.compile(r"\s"), "has a space in it"),
    (re.compile(r"^(?!https?://)", re.IGNORECASE), "does not begin with `https://` or `http://`"),
    (re.compile(r"^https?://(?![^/?#\s]+\.[^/?#\s.]{2})", re.IGNORECASE), "names no site"),
    (re.compile(r"…|\.\.\."), "is cut off"),
    (re.compile(r"[“”‘’\"<>\\^`{|}]"), "has a quotation mark or another character that no address holds"),
    (re.compile(r"[.,;:!]$"), "ends in a punctuation mark of the sentence around it"),
    (re.compile(r"^https?://(?![^/]*archive)[^/]*/.*https?://", re.IGNORECASE), "holds two addresses"),
)
_DOUBLED = re.compile(r"^[^?#]*?[^:?#]//")
_DAY = 3
"""Precision of a day."""
_SITES = frozenset({"webpage", "dataset"})
"""Kinds of works that may be a site as a whole."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the addresses that cannot be followed, and those that are printed otherwise."""
    for source in case.graph.sources:
        for name, address in (("url", source.url), ("archive_url", source.archive_url)):
            told, severity = _told(source, address) if address else (None, None)
            if told:
                yield case.finding(
                    "sources", source.id, f"the address {say.words(address)} {told}",
                    "correct it and try it; keep what the citing work prints as `url_as_printed`", at=(name,),
                    severity=severity,
                )  # fmt: skip
        if source.url_as_printed and source.url_as_printed != source.url:
            yield _printed_otherwise(case, source)


def _told(source: Source, address: str) -> tuple[str | None, Severity | None]:
    """Say what is wrong with an address of a source, and its weight where that is not the check's."""
    if told := fault_of(address) or _cut_in_its_date(source, address):
        return told, None
    if comparable(address) is None and "#" not in address and not _is_site(source, address):
        may_be_site = source.type in _SITES and not source.container_title
        return "leads to the front page of a site, and not to the work", Severity.INFO if may_be_site else None
    return ("has a doubled slash in its path", Severity.INFO) if _DOUBLED.search(address) else (None, None)


def _cut_in_its_date(source: Source, address: str) -> str:
    """Say that an address ends within the day of the source, as `2022-05-2` for one of 21 May 2022; else nothing.

    A year and a month are whole by themselves; of a day with one digit alone nothing is lost.
    """
    when = source.issued
    day = when.start if when and not when.is_period else None
    if day is None or day.precision < _DAY or str(day.year) not in address:
        return ""
    for mark in ("-", "_", ".", ""):
        whole = f"{day.year}{mark}{day.month:02d}{mark}{day.day:02d}"
        ends = (whole[:end] for end in range(len(f"{day.year}{mark}0"), len(whole)))
        cut = (end for end in ends if end != f"{day.year}{mark}{day.month:02d}")
        if any(address.endswith(end) and not address.removesuffix(end)[-1:].isdecimal() for end in cut):
            return f"ends within the date of the source, {say.date(day)}"
    return ""


def _is_site(source: Source, address: str) -> bool:
    """Tell whether a source is a whole site: untitled, called like its publisher, or like its host."""
    if source.type not in _SITES or source.container_title:
        return False
    title = "".join(re.findall(r"\w", (source.title or "").casefold()))
    host = "".join(re.findall(r"\w", address.casefold()))
    return not title or title in host or plain_name(source.title or "") == plain_name(source.publisher or "")


def _printed_otherwise(case: CheckInput, source: Source) -> Finding:
    if source.url and _letters(source.url) == _letters(source.url_as_printed or ""):
        return _cut(case, source)
    now = f"the record has {say.words(source.url)}" if source.url else "no address that works is recorded"
    printed = source.url_as_printed
    return case.finding(
        "sources", source.id, f"the work that cites {say.source(source)} prints its address as {say.words(printed)}; "
        f"{now}",
        "try both, and say in the document which of them was read" if source.url else "look for one and add `url`",
        at=("url_as_printed",), severity=Severity.INFO if source.url else Severity.WARNING,
    )  # fmt: skip


def _letters(address: str) -> str:
    """Return an address without spaces and without the marks of a sentence at its end."""
    return "".join(address.split()).rstrip(".,;:!")


def _cut(case: CheckInput, source: Source) -> Finding:
    return case.finding(
        "sources", source.id,
        f"the work that cites {say.source(source)} prints its address as {say.words(source.url_as_printed)}, with a "
        "space or a mark of the sentence in it",
        "try it as `url` has it, and look whether it is whole or was cut off there", at=("url_as_printed",),
        severity=Severity.INFO,
    )  # fmt: skip


def fault_of(address: str) -> str | None:
    """Say in plain words why an address cannot be followed; `None` where nothing is wrong with its form.

    Letters of other scripts are accepted, as browsers do (RFC 3987). Whether the page is there is not asked.
    """
    return next((words for pattern, words in _FAULTS if pattern.search(address)), None)


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the sources with an address."""
    for source in case.graph.sources:
        if source.url or source.archive_url or source.url_as_printed:
            yield Looked(f"sources/{source.id}")


CHECK = Check("EVI104", "broken-address", Severity.WARNING, "sources", run, looks_at=_looks_at)
