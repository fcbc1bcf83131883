"""The works that are cited: whether a reader can find them, and whether two records are one work."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from probata.checks.engine.case import CheckInput
from probata.checks.engine.check import Looked, check, itself
from probata.checks.engine.finding import Finding
from probata.checks.prose.words import by_wording
from probata.checks.records.unfinished import sources_used
from probata.checks.tenures.sure_days import is_approximate
from probata.diagnostics import Severity, say
from probata.graph.sources import plain_name
from probata.model.dates import Answer, When, parse_when
from probata.model.name import divided
from probata.model.source_record import Source

# Sources that could not be located, and for whose name documents print a gap.


def lost_and_nameless(case: CheckInput) -> frozenset[str]:
    """Return the ids of the sources that were not located, that the case uses, and of which nothing names them.

    `note-without-source` tells of them what is to be done; the gap in a document only follows from that.
    """
    return case.once("lost and nameless sources", lambda: _found(case))


def _found(case: CheckInput) -> frozenset[str]:
    lost = {source.id for source in case.graph.sources if source.held == "not_located" and source.is_nameless}
    return frozenset(lost & sources_used(case.graph)) if lost else frozenset()


_CAPTURE = re.compile(r"^https?://web\.archive\.org/web/(?P<when>\d{14})(?:[a-z]{2}_)?/(?P<page>.*)$", re.IGNORECASE)
_YEAR, _MONTH, _DAY = r"(?P<y>19[89]\d|20\d\d)", r"(?P<m>0[1-9]|1[0-2])", r"(?P<d>0[1-9]|[12]\d|3[01])"
_FORMS = (
    # The day as folders, as most newspapers have it; Chinese news sites write 2016-08/17 and 2016/0817.
    (re.compile(rf"/{_YEAR}/(?P<m>0?[1-9]|1[0-2])/(?P<d>0?[1-9]|[12]\d|3[01])(?=/|$)"), True),
    (re.compile(rf"/{_YEAR}[-/]{_MONTH}[-/]?{_DAY}(?=/)"), True),
    (re.compile(rf"(?<!\d){_YEAR}-{_MONTH}-{_DAY}(?!\d)"), False),
    (re.compile(rf"/{_YEAR}{_MONTH}{_DAY}(?=/)"), True),
    (re.compile(rf"(?<!\d){_YEAR}{_MONTH}{_DAY}(?=\D|\d{{6}}\D|$)"), False),
    (re.compile(rf"/{_YEAR}[-/]?{_MONTH}(?=/)"), True),
)
_OF_VISIT = re.compile(r"^(?:utm_\w+|fbclid|gclid|spm)$", re.IGNORECASE)
"""Parts of a query that tell how a reader came to the page, and not which page it is."""
_FIRST_PAGE = re.compile(r"/(?:index|default)\.\w{3,5}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DatedAddress:
    """A date that an address carries."""

    text: str
    """The day or month, in figures."""
    first: date
    last: date
    is_day: bool
    """False where it is a month."""
    is_folder: bool
    """Whether it is the folder of the page, which is that of its publication, and not part of a name."""


def captured_on(address: str) -> date | None:
    """Return the day on which the Web Archive took the copy at an address; `None` for any other."""
    found = _CAPTURE.match(address.strip())
    day = found["when"][:8] if found else ""
    when = _when(f"{day[:4]}-{day[4:6]}-{day[6:]}")
    return when.first if when else None


def date_in_address(address: str) -> DatedAddress | None:
    """Return the first date in the path of an address; that of an archive's copy is not looked at."""
    found = _CAPTURE.match(address.strip())
    path = (found["page"] if found else address).partition("?")[0]
    path = path.partition("://")[2] or path
    for pattern, is_folder in _FORMS:
        if match := pattern.search(path):
            parts = [f"{int(part):02}" for part in match.groups()]
            if when := _when("-".join(parts)):
                return DatedAddress(when.text, when.first, when.last, len(parts) == 3, is_folder)
    return None


def _when(text: str) -> When | None:
    try:
        return parse_when(text)
    except ValueError:
        return None


@by_wording
def comparable(address: str) -> str | None:
    """Return an address without what does not change the page; `None` where it leads to the front of a site."""
    try:
        parts = urlsplit(address.strip() if "://" in address else f"//{address.strip()}")
    except ValueError:
        return None
    host = (parts.hostname or "").removeprefix("www.")
    path = _FIRST_PAGE.sub("", re.sub(r"/{2,}", "/", unquote(parts.path))).rstrip("/")
    query = urlencode(sorted(pair for pair in parse_qsl(parts.query) if not _OF_VISIT.match(pair[0])))
    return f"{host}{path}?{query}" if host and (path or query) else None


@check(
    "EVI103",
    Severity.WARNING,
    "sources",
    raised="must fix where neither a title nor a place is recorded of one that the case uses",
)
def note_without_source(case: CheckInput) -> Iterator[Finding]:
    nameless = lost_and_nameless(case)
    for source in (found for found in case.graph.sources if found.held == "not_located"):
        is_nameless = source.id in nameless
        title = "record as its `title` what it is called where it is cited, " if is_nameless else ""
        step = f"find it, ask the publisher, {title}or cite another source for the same point"
        through = "; ".join(say.source(citation.source) for citation in source.cited_in)
        notes, weight = (f"known through {through}",) if through else (), Severity.ERROR if is_nameless else None
        said = f"source {say.source(source)} could not be located"
        yield case.finding("sources", source.id, said, step, at=("held",), notes=notes, severity=weight)


@check("EVI123", Severity.WARNING, "sources")
def authors_in_one(case: CheckInput) -> Iterator[Finding]:
    for source in case.graph.sources:
        for field in ("author", "editor", "translator", "recipient", "interviewer"):
            for place, name in enumerate(getattr(source, field)):
                names = divided(name.literal or "")
                if len(names) > 1:
                    said = f"{say.words(name.literal)} is taken for one body and reads as {say.listed(names)}"
                    step = "give each name its own entry, a person as `{family: Smith, given: John}`"
                    yield case.finding("sources", source.id, said, step, at=(field, place))


_FAULTS = (
    (re.compile(r"\s"), "has a space in it"),
    (re.compile(r"^(?!https?://)", re.IGNORECASE), "does not begin with `https://` or `http://`"),
    (re.compile(r"^https?://(?![^/?#\s]+\.[^/?#\s.]{2})", re.IGNORECASE), "names no site"),
    (re.compile(r"…|\.\.\."), "is cut off"),
    (re.compile(r"[“”‘’\"<>\\^`{|}]"), "has a quotation mark or another character that no address holds"),
    (re.compile(r"[.,;:!]$"), "ends in a punctuation mark of the sentence around it"),
    (re.compile(r"^https?://(?![^/]*archive)[^/]*/.*https?://", re.IGNORECASE), "holds two addresses"),
)
"""Letters of other scripts are accepted, as browsers do (RFC 3987). Whether the page is there is not asked."""
_DOUBLED = re.compile(r"^[^?#]*?[^:?#]//")


@check("EVI104", Severity.WARNING, "sources")
def broken_address(case: CheckInput) -> Iterator[Finding]:
    for source in case.graph.sources:
        for name, address in (("url", source.url), ("archive_url", source.archive_url)):
            fault, weight = _fault(source, address) if address else ("", None)
            if fault:
                step = "correct it and try it; keep what the citing work prints as `url_as_printed`"
                said = f"the address {say.words(address)} {fault}"
                yield case.finding("sources", source.id, said, step, at=(name,), severity=weight)
        printed = source.url_as_printed
        if printed and printed != source.url:
            now = f"the record has {say.words(source.url)}" if source.url else "no address that works is recorded"
            said = f"the work that cites {say.source(source)} prints its address as {say.words(printed)}; {now}"
            step = "try both, and say in the document which of them was read" if source.url else "look for it: `url: …`"
            weight = Severity.INFO if source.url else None
            yield case.finding("sources", source.id, said, step, at=("url_as_printed",), severity=weight)


def _fault(source: Source, address: str) -> tuple[str, Severity | None]:
    """Return what is wrong with an address of a source, and its weight where that is not the check's."""
    fault = next((words for pattern, words in _FAULTS if pattern.search(address)), "")
    if fault or (fault := _cut_in_its_date(source, address)):
        return fault, None
    may_be_site = source.type in ("webpage", "dataset") and not source.container_title
    if comparable(address) is None and "#" not in address:
        title, host = (re.sub(r"\W", "", text.casefold()) for text in (source.title or "", address))
        is_called_so = title in host or plain_name(source.title or "") == plain_name(source.publisher or "")
        if not (may_be_site and is_called_so):
            return "leads to the front page of a site, and not to the work", Severity.INFO if may_be_site else None
    return ("has a doubled slash in its path" if _DOUBLED.search(address) else ""), Severity.INFO


def _cut_in_its_date(source: Source, address: str) -> str:
    """Say that an address ends within the day of the source, as `2022-05-2` for one of 21 May 2022; else nothing.

    A year and a month are whole by themselves; of a day with one digit alone nothing is lost.
    """
    when = source.issued
    day = when.start if when and not when.is_period else None
    if day is None or day.precision < 3 or str(day.year) not in address:
        return ""
    for mark in ("-", "_", ".", ""):
        month = f"{day.year}{mark}{day.month:02d}"
        whole = f"{month}{mark}{day.day:02d}"
        for cut in (whole[:end] for end in range(len(month) - 1, len(whole))):
            if cut != month and address.endswith(cut) and not address.removesuffix(cut)[-1:].isdecimal():
                return f"ends within the date of the source, {say.date(day)}"
    return ""


_SHORTEST = 8
"""Letters of a main title that is told from a heading, such as `Report`."""


@check("EVI114", Severity.WARNING, "sources")
def source_recorded_twice(case: CheckInput) -> Iterator[Finding]:
    of_address: dict[str, Source] = {}
    of_title: dict[Hashable, Source] = {}
    of_maker: defaultdict[tuple[str, str], list[tuple[str, Source]]] = defaultdict(list)
    for source in case.graph.sources:
        address, title, names = comparable(source.url or source.url_as_printed or ""), _title(source), _names(source)
        near = (
            other
            for main, rest, maker in names
            for its_rest, other in of_maker[main, maker]
            if not (rest and its_rest and rest != its_rest) and _agree(other, source)
        )
        what, at, weight = "have the same address", "url" if source.url else "url_as_printed", None
        earlier = of_address.get(address or "")
        if earlier is None or _are_parts(earlier, source):
            what, at, earlier = "have the same title and date", "title", of_title.get(title)
        if earlier is None or _are_parts(earlier, source):
            what = "have an author or publisher, a main title and a date in common"
            weight, earlier = Severity.INFO, next(near, None)
        if earlier:
            said = f"sources {say.source(earlier)} and {say.source(source)} {what}"
            step = "keep one record and cite it in both places, or say in their titles what tells them apart"
            first = f"the first is at {case.graph.span('sources', earlier.id)}"
            yield case.finding("sources", source.id, said, step, at=(at,), notes=(first,), severity=weight)
        for main, rest, maker in names:
            of_maker[main, maker].append((rest, source))
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


def _names(source: Source) -> list[tuple[str, str, str]]:
    """Return each title, as what stands before its colon and behind it, with each maker; short titles are left out."""
    makers = [author.literal or f"{author.family or ''}, {author.given or ''}" for author in source.author]
    makers = [" ".join(name.casefold().split()) for name in (*makers, source.publisher or "") if name.strip(" ,")]
    titles = [" ".join(title.casefold().split()) for title in (source.title, source.translated_title) if title]
    parted = [(main.strip(), rest.strip()) for main, _, rest in (title.partition(":") for title in titles)]
    return [(main, rest, maker) for main, rest in parted if len(main) >= _SHORTEST for maker in makers]


def _agree(one: Source, other: Source) -> bool:
    """Tell whether the dates of two sources overlap and nothing else of them differs."""
    if not one.issued or not other.issued or one.issued.overlaps(other.issued) is Answer.NO:
        return False
    is_other_form = one.type != other.type and "webpage" not in (one.type, other.type)
    return not is_other_form and not _differ(
        one, other, "url", "url_as_printed", "number", "issue", "volume", "section", "page", "doi", "isbn"
    )


def _are_parts(one: Source, other: Source) -> bool:
    """Tell whether two records are of different parts of one publication, such as two acts in one gazette."""
    return _differ(one, other, "page", "section", "number")


def _differ(one: Source, other: Source, *fields: str) -> bool:
    return any((a := getattr(one, f)) and (b := getattr(other, f)) and a != b for f in fields)


@check("EVI143", Severity.INFO, "sources", looks_at=itself)
def source_read_long_ago(case: CheckInput) -> Iterator[Finding | Looked]:
    as_of = case.graph.case.as_of
    for source in case.graph.sources:
        read, is_kept = source.accessed, source.archive_url or source.doi or source.held == "on_file"
        if source.url and read:
            yield Looked(f"sources/{source.id}", "" if as_of or is_kept else "the case has no `as_of`")
        if not (source.url and read and as_of) or is_kept or is_approximate(read) or is_approximate(as_of):
            continue
        day, last = as_of.first, read.last
        if read.end and as_of.start and (last.year + 1, last.month, last.day) < (day.year, day.month, day.day):
            said = f"source {say.source(source)} was read on {say.date(read)}, more than 12 months before the day of "
            said += f"the case, {say.date(as_of)}, and no archived copy is recorded"
            step = "open the page again and correct `accessed`, or add the copy of an archive as `archive_url`"
            yield case.finding("sources", source.id, said, step, at=("accessed",), alike=as_of.text)
