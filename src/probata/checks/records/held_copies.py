"""What is said of a source, against the copy of it that is held: its words, their page, its date, its emptiness."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from probata.checks.engine.case import CheckInput, Loc
from probata.checks.engine.check import Looked, check
from probata.checks.engine.finding import Finding
from probata.checks.prose.citations import numbers_of_place, placed_citations
from probata.checks.prose.words import any_of
from probata.checks.support.held_quotations import Held, quoted_of_copies, quoted_with_copy, read_copies
from probata.checks.tenures.sure_days import is_approximate
from probata.diagnostics import Severity, say
from probata.evidence.held_copies import About
from probata.evidence.letters import bare_letters
from probata.evidence.quotation import Verdict
from probata.graph.case_graph import grouped
from probata.graph.dated import last_of
from probata.model.allegation import Allegation
from probata.model.citation import Citation
from probata.model.dates import When
from probata.model.exhibit import Exhibit, Redaction
from probata.model.held_copy import HeldCopy
from probata.model.source_record import Source

# Words.


def _looked_for(case: CheckInput) -> Iterator[Looked]:
    for one in quoted_with_copy(case):
        untold = one.found.verdict is Verdict.NO_TEXT_LAYER
        yield Looked(
            f"{one.quoted.kind}/{one.quoted.record_id}",
            "its copy has pages without text that can be read" if untold else "",
        )


def _not_there(case: CheckInput) -> Iterator[Held]:
    """Give what is quoted and does not stand in the copy, where that can be told of the copy."""
    for one in quoted_with_copy(case):
        is_told = one.quoted.is_sure and not one.about.is_ocr and not _is_shell(case, one.copy, one.about)
        if one.found.verdict is Verdict.NOT_FOUND and is_told:
            yield one


def _items_with(case: CheckInput, allegation: Allegation, found: Iterator[Held]) -> Iterator[int]:
    wrong = {(one.quoted.kind, one.quoted.record_id, one.quoted.loc[:2]) for one in found}
    quotations = {key for kind, key, _ in wrong if kind == "quotations"}
    for place, item in enumerate(allegation.evidence):
        if ("allegations", allegation.id, ("evidence", place)) in wrong or quotations & {*item.quotations}:
            yield place


def items_not_in_copy(case: CheckInput, allegation: Allegation) -> Iterator[int]:
    """Give the items whose words are not in the copy that is held."""
    if case.graph.copies:
        yield from _items_with(case, allegation, _not_there(case))


@check(
    "EVI161",
    Severity.ERROR,
    "quotations of sources with a copy",
    unfit_items=items_not_in_copy,
    unfit_because="The words quoted do not stand in the copy that is held",
    looks_at=_looked_for,
)
def quotation_not_in_copy(case: CheckInput) -> Iterator[Finding]:
    for one in _not_there(case):
        quoted, source = one.quoted, case.graph.find("sources", Source, one.quoted.source)
        in_part = source is not None and bool(source.read_in_part)
        yield quoted.finding(
            case,
            f"{quoted.named} does not stand in the copy that is held, {say.copy(one.copy)}",
            "open the copy and quote its words, or cite the work in which they stand, or preserve the version that has "
            "them",
            notes=(f"quoted: {say.quote(_shown(quoted.text))}",),
            severity=Severity.WARNING if in_part or quoted.in_text else None,
            alike=one.copy.id,
        )


_SHOWN = 160


def _shown(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _SHOWN else f"{plain[:_SHOWN]} …"


@check("EVI162", Severity.WARNING, "quotations of sources with a copy", looks_at=_looked_for)
def quotation_differs_from_copy(case: CheckInput) -> Iterator[Finding]:
    for one in quoted_with_copy(case):
        if one.found.verdict is Verdict.NEAR:
            quoted = one.quoted
            differs = [_difference(ours, theirs) for ours, theirs in one.found.differs]
            differs += ["its parts stand in the copy in another order, or pages apart"] if one.found.is_turned else []
            yield quoted.finding(
                case,
                f"{quoted.named} differs from the copy that is held, {say.copy(one.copy)}: {'; '.join(differs)}",
                "open the copy and write its words, with `[…]` for what is left out and square brackets for what is "
                "changed or added",
                notes=(_pages_named(one),) if one.about.numbers.pages else (),
                is_sure=not one.about.is_ocr,
            )


def _difference(ours: str, theirs: str) -> str:
    if not theirs:
        return f"the copy lacks {say.quote(ours)}"
    return f"the copy has {say.quote(theirs)} where we have " + (say.quote(ours) if ours else "nothing")


def _pages_named(one: Held) -> str:
    called = [one.about.numbers.called(page) for page in one.found.pages]
    return f"it stands on page{'s' * (len(called) > 1)} {', '.join(called)} of the copy"


# Pages.


def _with_page(case: CheckInput) -> Iterator[Looked]:
    for kind, key, *_ in _cited_pages(case):
        yield Looked(f"{kind}/{key}")


def _cited_pages(case: CheckInput) -> Iterator[tuple[str, str, Loc, Citation, list[tuple[HeldCopy, About]]]]:
    """Give the citations of pages of sources whose copies have pages that can be counted."""
    if not case.graph.copies:
        return
    for one in placed_citations(case):
        place = one.value.pinpoint
        if place and place.type == "page" and case.graph.copies_of(one.value.source):
            copies = list(read_copies(case, one.value.source))
            paged = [(copy, about) for copy, about in copies if about.numbers.pages and not about.fault]
            if paged and len(paged) == len(copies):
                yield one.kind, one.record_id, one.loc, one.value, paged


@check("EVI163", Severity.WARNING, "pages cited of sources with a copy", looks_at=_with_page)
def page_not_in_copy(case: CheckInput) -> Iterator[Finding]:
    for kind, key, loc, cited, copies in _cited_pages(case):
        wanted = numbers_of_place(cited.pinpoint.value) if cited.pinpoint else frozenset()
        copy, about = max(copies, key=lambda one: one[1].numbers.last)
        if about.numbers.is_sure and wanted and min(wanted) > about.numbers.last:
            count = len(about.numbers.pages)
            yield case.finding(
                kind,
                key,
                f"page {say.words(cited.pinpoint.value if cited.pinpoint else '')} of {say.source(cited.source)} is "
                f"cited, and the copy that is held, {say.copy(copy)}, ends at page {about.numbers.last}",
                "open the copy and correct the page, or preserve the whole work",
                at=(*loc, "pinpoint", "value"),
                notes=(f"the copy has {count} page{'s' * (count > 1)}",),
            )
    for one in quoted_with_copy(case):
        place = one.quoted.pinpoint
        wanted = numbers_of_place(place.value) if place and place.type == "page" else frozenset()
        pages, numbers = one.found.pages, one.about.numbers
        if not (wanted and pages and numbers.pages) or min(wanted) > numbers.last:
            continue
        if not any(numbers.pages[page - 1] & wanted for page in pages):
            called = [numbers.called(page) for page in pages]
            yield one.quoted.finding(
                case,
                f"{one.quoted.named} is cited from page {say.words(place.value if place else '')}, and in the copy "
                f"that is held, {say.copy(one.copy)}, it stands on page{'s' * (len(called) > 1)} {', '.join(called)}",
                "open the copy at that page and correct the page that is cited",
                is_sure=numbers.is_sure,
            )


# Time and emptiness.


def _dated(case: CheckInput) -> Iterator[tuple[HeldCopy, Source]]:
    for copy in case.graph.copies:
        source = case.graph.find("sources", Source, copy.source or "")
        if source and source.issued and copy.captured_at and not is_approximate(source.issued):
            yield copy, source


@check(
    "EVI164",
    Severity.WARNING,
    "copies with a date of capture",
    looks_at=lambda case: (Looked(f"copies/{copy.id}") for copy, _ in _dated(case)),
)
def copy_older_than_source(case: CheckInput) -> Iterator[Finding]:
    for copy, source in _dated(case):
        if source.issued and copy.captured_at and copy.captured_at.last.date() < source.issued.first:
            yield case.finding_on(
                copy,
                f"copy {say.copy(copy)} was taken on {say.words(copy.captured_at.text)}, before {say.source(source)} "
                f"was published, on {say.date(source.issued)}",
                "open both and correct the date that is wrong; where a draft or an earlier version was taken, make it "
                "a source of its own",
                at=("captured_at",),
            )


def _relied_on(case: CheckInput) -> Iterator[tuple[str, When, str, list[HeldCopy]]]:
    """Give what filings and statements with a day rest on, where the capture of each of its copies has one too."""
    graph = case.graph
    if not graph.copies:
        return
    rests: list[tuple[str, When | None, Iterable[str | None]]] = []
    for filing, _ in case.filings:
        sources = [item.source for allegation in case.pursued_in(filing) for item in allegation.evidence]
        rests.append((say.filing(filing), filing.date, sources))
    for made in graph.statements:
        exhibits = (graph.find("exhibits", Exhibit, key) for key in made.exhibits)
        name = f"statement {say.statement(made)}"
        rests.append((name, made.signed_on or made.made_on, [one.source for one in exhibits if one]))
    for what, day, named in rests:
        for source in dict.fromkeys(named) if day and day.end else ():
            copies = graph.copies_of(source or "")
            if day and copies and all(copy.captured_at for copy in copies):
                yield what, day, source or "", list(copies)


@check(
    "EVI168",
    Severity.WARNING,
    "copies of what a filing or statement with a date rests on",
    looks_at=lambda case: (Looked(f"copies/{copy.id}") for *_, copies in _relied_on(case) for copy in copies),
)
def copy_younger_than_filing(case: CheckInput) -> Iterator[Finding]:
    """Find the sources of which each copy was taken after the day of the filing or statement that rests on them."""
    for what, day, source, copies in _relied_on(case):
        copy = min(copies, key=lambda one: one.captured_at.day if one.captured_at else date.max)
        if copy.captured_at and copy.captured_at.day > last_of(day):
            yield case.finding_on(
                copy,
                f"{what} of {say.date(day)} rests on {say.source(source)}, and copy {say.copy(copy)} was taken after "
                f"it, on {say.words(copy.captured_at.text)}",
                "correct the date that is wrong; where what was before you then was not kept, say so, and that this "
                "copy was taken later",
                at=("captured_at",),
                alike=what,
            )


_PAGES_OF_WEB = frozenset(
    {"text/html", "application/xhtml+xml", "multipart/related", "application/warc", "application/wacz"}
)
_FEW, _NOT_MANY = 250, 2_500
"""Letters of a page that says next to nothing, and of one that may be a notice in place of what was wanted."""


def _is_shell(case: CheckInput, copy: HeldCopy, about: About) -> bool:
    """Tell whether a copy of a web page holds the frame of it and not what is cited: no word quoted, and few others."""
    if about.fault or about.pictures or copy.media_type not in _PAGES_OF_WEB or about.letters > _NOT_MANY:
        return False
    by_copy: Mapping[str, tuple[Held, ...]] = case.once(
        "quoted by copy", lambda: grouped(quoted_with_copy(case), lambda one: one.copy.id)
    )
    if any(one.found.verdict in (Verdict.EXACT, Verdict.NEAR) for one in by_copy.get(copy.id, ())):
        return False
    return about.letters < _FEW or bool(any_of("empty_pages", "notices").search(about.opening))


def _of_web(case: CheckInput) -> Iterator[tuple[HeldCopy, About]]:
    for copy in case.graph.copies:
        about = case.held.about(copy.id) if copy.media_type in _PAGES_OF_WEB else None
        if about and not about.fault:
            yield copy, about


@check(
    "EVI165",
    Severity.WARNING,
    "copies of web pages",
    looks_at=lambda case: (Looked(f"copies/{copy.id}") for copy, _ in _of_web(case)),
)
def copy_is_empty_shell(case: CheckInput) -> Iterator[Finding]:
    for copy, about in _of_web(case):
        if _is_shell(case, copy, about):
            of = f" of {say.source(copy.source)}" if copy.source else ""
            yield case.finding_on(
                copy,
                f"copy {say.copy(copy)}{of} has {about.letters} letters of text, and nothing that is quoted from it"
                if about.letters
                else f"copy {say.copy(copy)}{of} has no text",
                "open the copy: where it shows a notice, a log-in or an empty frame, take the page again from a "
                "browser that shows it",
            )


# Redactions.


def _redacted(case: CheckInput) -> Iterator[tuple[Exhibit, list[tuple[HeldCopy, About]]]]:
    """Give the exhibits from which something is removed, with all the copies of their source, where all were read."""
    for exhibit in case.graph.exhibits:
        if exhibit.redactions and exhibit.source and (copies := case.graph.copies_of(exhibit.source)):
            found = [(copy, about) for copy in copies if (about := case.held.about(copy.id))]
            if len(found) == len(copies):
                yield exhibit, found


@check(
    "EVI167",
    Severity.WARNING,
    "redactions of exhibits with a copy",
    looks_at=lambda case: (Looked(f"exhibits/{exhibit.id}") for exhibit, _ in _redacted(case)),
)
def redaction_not_in_copy(case: CheckInput) -> Iterator[Finding]:
    for exhibit, copies in _redacted(case):
        for place, redaction in enumerate(exhibit.redactions):
            if any(_can_be_made(case, redaction, copy, about) for copy, about in copies):
                continue
            (copy, about), mark = copies[0], say.words(exhibit.mark)
            count = len(about.numbers.pages)
            has = f"has {count} page{'s' * (count != 1)}" if redaction.page else "does not have it"
            what = f"page {redaction.page}" if redaction.page else say.words(redaction.text or "")
            yield case.finding_on(
                exhibit,
                f"a redaction of exhibit {mark} removes {what}, and the copy, {say.copy(copy)}, {has}",
                "open the copy and correct the redaction: until then the exhibit is not in the bundle",
                at=("redactions", place, "page" if redaction.page else "text"),
            )


def _can_be_made(case: CheckInput, redaction: Redaction, copy: HeldCopy, about: About) -> bool:
    """Tell whether a redaction can be made, and where that is not told by the text of the copy, too."""
    if redaction.page:
        return about.fault != "" or copy.media_type != "application/pdf" or redaction.page <= len(about.numbers.pages)
    if redaction.looked_at or not about.is_whole or copy.media_type not in _READ_AS_PRINTED:
        return True
    text = case.held.text(copy.id)
    whole = "".join(page.text for page in text.pages) if text else ""
    return bare_letters(redaction.text or "") in bare_letters(whole)


_READ_AS_PRINTED = frozenset({"application/pdf", "text/plain"})
"""Forms of which the text is what stands on the pages of a bundle: of mail and office files more is printed."""


# Copies that cannot be searched.

_WHY = {
    "locked": "it asks for a password",
    "damaged": "it is damaged",
    "too-large": "it is larger than what is read",
    "no-reader": "no text is read of a file of its kind",
    "changed": "its bytes are not those that its record names",
    "no-item": "the archive has no item at the place that is named",
    "crash": "the program that reads it broke off",
    "time": "reading it took too long",
    "memory": "reading it took too much memory",
}
_STEPS = {
    "locked": "preserve a copy without a password beside it",
    "damaged": "open it yourself; where it does not open, take it from where it came from again",
    "no-item": "correct `place` in the record of the copy",
    "changed": "give the original to `probata preserve`, which puts it back, or take the file from a backup",
}
_WEIGHTS = {**dict.fromkeys(_STEPS, Severity.WARNING), "changed": Severity.ERROR}


def _searched(case: CheckInput) -> Iterator[tuple[HeldCopy, About]]:
    """Give the copies of sources of which words or pages are cited."""
    if not case.graph.copies:
        return
    cited = {one.value.source for one in placed_citations(case)} | {one.source for one in quoted_of_copies(case)}
    for copy in case.graph.copies:
        about = case.held.about(copy.id) if copy.source in cited else None
        if about:
            yield copy, about


@check(
    "EVI166",
    Severity.INFO,
    "copies of sources that are quoted or cited with a page",
    raised="must fix where its bytes were changed; should fix where it has a password, is damaged or lacks the item",
    looks_at=lambda case: (Looked(f"copies/{copy.id}") for copy, _ in _searched(case)),
)
def copy_not_searchable(case: CheckInput) -> Iterator[Finding]:
    for copy, about in _searched(case):
        if about.fault:
            yield case.finding_on(
                copy,
                f"copy {say.copy(copy)} was not read, and what is quoted from it not checked: {_WHY[about.fault]}",
                _STEPS.get(about.fault, "read it yourself"),
                severity=_WEIGHTS.get(about.fault),
            )
        elif about.pictures:
            count, of = len(about.pictures), len(about.numbers.pages)
            pages = "no text" if count == of else f"{count} of {of} pages without text"
            yield case.finding_on(
                copy,
                f"copy {say.copy(copy)} has {pages}: a picture, in which quotations cannot be looked for",
                "read it yourself, or try `probata check --ocr` where Tesseract is installed with the language of the "
                "source",
            )
