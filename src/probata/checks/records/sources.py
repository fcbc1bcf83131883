"""The works that are cited: whether a reader can find them, and whether two records are one work."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from probata.checks.engine.case import CheckInput
from probata.checks.engine.check import Looked, check
from probata.checks.engine.finding import Finding
from probata.checks.prose.words import by_wording
from probata.checks.records.unfinished import Uses
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
    lost = [source for source in case.graph.sources if source.held == "not_located" and source.is_nameless]
    uses = Uses(case.graph) if lost else None
    return frozenset(source.id for source in lost if uses and uses.of_source(source))


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
    """Find the sources that were not located."""
    nameless = lost_and_nameless(case)
    for source in case.graph.sources:
        if source.held == "not_located":
            named = "record as its `title` what it is called where it is cited, " if source.id in nameless else ""
            through = "; ".join(say.source(citation.source) for citation in source.cited_in)
            yield case.finding(
                "sources", source.id, f"source {say.source(source)} could not be located",
                f"find it, ask the publisher, {named}or cite another source for the same point",
                at=("held",), notes=(f"known through {through}",) if through else (),
                severity=Severity.ERROR if source.id in nameless else None,
            )  # fmt: skip


_OF_NAMES = ("author", "editor", "translator", "recipient", "interviewer")


@check("EVI123", Severity.WARNING, "sources")
def authors_in_one(case: CheckInput) -> Iterator[Finding]:
    """Find the names of sources that hold several."""
    for source in case.graph.sources:
        for field in _OF_NAMES:
            for place, one in enumerate(getattr(source, field)):
                names = divided(one.literal or "")
                if len(names) > 1:
                    yield case.finding(
                        "sources", source.id, f"{say.words(one.literal)} is taken for one body and reads as "
                        f"{say.listed(names)}",
                        "give each name its own entry, a person as `{family: Smith, given: John}`", at=(field, place),
                    )  # fmt: skip


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
_DAY_SOURCES = 3
"""Precision of a day."""
_SITES = frozenset({"webpage", "dataset"})
"""Kinds of works that may be a site as a whole."""


def _with_address(case: CheckInput) -> Iterator[Looked]:
    """Give the sources with an address."""
    for source in case.graph.sources:
        if source.url or source.archive_url or source.url_as_printed:
            yield Looked(f"sources/{source.id}")


@check("EVI104", Severity.WARNING, "sources", looks_at=_with_address)
def broken_address(case: CheckInput) -> Iterator[Finding]:
    """Find the addresses that cannot be followed, and those that are printed otherwise."""
    for source in case.graph.sources:
        for name, address in (("url", source.url), ("archive_url", source.archive_url)):
            told, severity = _worded(source, address) if address else (None, None)
            if told:
                yield case.finding(
                    "sources", source.id, f"the address {say.words(address)} {told}",
                    "correct it and try it; keep what the citing work prints as `url_as_printed`", at=(name,),
                    severity=severity,
                )  # fmt: skip
        if source.url_as_printed and source.url_as_printed != source.url:
            yield _printed_otherwise(case, source)


def _worded(source: Source, address: str) -> tuple[str | None, Severity | None]:
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
    if day is None or day.precision < _DAY_SOURCES or str(day.year) not in address:
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


_SHORTEST = 8
"""Letters of a main title that is told from a heading, such as `Report`."""


@check("EVI114", Severity.WARNING, "sources")
def source_recorded_twice(case: CheckInput) -> Iterator[Finding]:
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
    names = (author.literal or f"{author.family or ''}, {author.given or ''}" for author in source.author)
    makers = {" ".join(name.casefold().split()) for name in (*names, source.publisher or "") if name.strip(" ,")}
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


def _read_on_a_day(case: CheckInput) -> Iterator[Looked]:
    """Give the sources with an address and a day of reading; without a day of the case nothing can be told."""
    for source in _read(case):
        can_tell = case.graph.case.as_of or _is_kept(source)
        yield Looked(f"sources/{source.id}", "" if can_tell else "the case has no `as_of`")


@check("EVI143", Severity.INFO, "sources", looks_at=_read_on_a_day)
def source_read_long_ago(case: CheckInput) -> Iterator[Finding]:
    """Find the pages whose reading is old on the day of the case."""
    as_of = case.graph.case.as_of
    for source in _read(case):
        if source.accessed and as_of and not _is_kept(source) and _is_long_before(source.accessed, as_of):
            yield case.finding(
                "sources", source.id,
                f"source {say.source(source)} was read on {say.date(source.accessed)}, more than 12 months before the "
                f"day of the case, {say.date(as_of)}, and no archived copy is recorded",
                "open the page again and correct `accessed`, or add the copy of an archive as `archive_url`",
                at=("accessed",), alike=as_of.text,
            )  # fmt: skip


def _read(case: CheckInput) -> Iterator[Source]:
    """Give the sources with an address and a day on which they were read there."""
    yield from (source for source in case.graph.sources if source.url and source.accessed)


def _is_kept(source: Source) -> bool:
    """Tell whether the work can be found, whatever becomes of its address."""
    return bool(source.archive_url or source.doi) or source.held == "on_file"


def _is_long_before(read: When, as_of: When) -> bool:
    """Tell whether more than twelve months surely lie between."""
    if is_approximate(read) or is_approximate(as_of) or read.end is None or as_of.start is None:
        return False
    last, day = read.last, as_of.first
    return (last.year + 1, last.month, last.day) < (day.year, day.month, day.day)
