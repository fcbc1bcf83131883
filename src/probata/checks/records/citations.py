"""The places that citations name: missing, miswritten, or not of the work."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from probata.checks.engine.case import CheckInput
from probata.checks.engine.check import Looked, check, itself, records_of_texts, with_evidence
from probata.checks.engine.finding import Finding
from probata.checks.prose.citations import (
    PlacedCitation,
    at_citation,
    each_place,
    numbers_of_place,
    placed_citations,
    places_without_number,
    segments_of,
    with_word_as_place,
)
from probata.checks.prose.sentences import Sentence, finding_of_words, sentences
from probata.checks.prose.texts import MarkdownText, markdown_texts
from probata.checks.prose.words import any_of, by_wording, languages_of
from probata.checks.support.places import (
    OddPlace,
    is_long,
    ranges_in,
    seconds_in,
    why_not_of_authority,
    why_not_of_instrument,
    why_not_of_source,
)
from probata.citation import cited_forms
from probata.diagnostics import Severity, say
from probata.graph.case_graph import CITABLE, grouped
from probata.law import Instrument
from probata.model.allegation import Allegation
from probata.model.authority import Authority
from probata.model.citation import Citation, Pinpoint, parse_pinpoint
from probata.model.narrative import Narrative
from probata.model.source_record import Source

# Ids in texts that were meant as citations and are not read as such, so that a document prints them as they stand.

_CITING = r"(?<!\^)\[[^\[\]@]*+@[^\[\]]*+\]"
_CODE = r"`[^`\n]*+`|\{\{[^{}\n]*+\}\}"
_BARE = re.compile(r"(?<![\w@\\/.])@(?P<key>[\w.:/-]*\w)(?:,\s*(?P<place>[^\W\d_]+\.?\s+\d+(?:\s*[-–]\s*\d+)?))?")
_WITHOUT_SIGN = re.compile(
    r"(?<![\\\]])\[(?P<key>[a-z0-9][\w.:-]*\w)(?:,(?P<place>[^\[\]@;]*))?(?:;[^\[\]]*)?\](?![(\[:])"
)
_PLAIN_WORD = re.compile(r"[a-z]+")


def _printed_texts(case: CheckInput) -> Iterator[MarkdownText]:
    """Give the texts that documents may print and that may hold a citation."""
    for text in markdown_texts(case.graph):
        if text.kind != "decisions" and ("@" in text.value or "[" in text.value):
            yield text


@check("EVI152", Severity.ERROR, "texts with citations", looks_at=itself)
def citation_without_brackets(case: CheckInput) -> Iterator[Finding | Looked]:
    for text in _printed_texts(case):
        yield Looked(f"{text.kind}/{text.record_id}")
        for found, wrong, help in _not_read(text.value):
            if found["key"] in case.catalogue.instruments or any(
                case.graph.has(kind, found["key"]) for kind in CITABLE
            ):
                place = (found.start(), found.end("key"))
                yield finding_of_words(case, text, place, f"{wrong}, so it is printed as it is", help)


def _not_read(text: str) -> Iterator[tuple[re.Match[str], str, str]]:
    """Give what has the form of a lost citation, with what is wrong and what to write."""

    def blank(pattern: str) -> str:
        return re.sub(pattern, lambda found: " " * len(found[0]), text)

    for bare in _BARE.finditer(blank(rf"{_CODE}|https?://\S++|{_CITING}")):
        place = " ".join((bare["place"] or "").split())
        written = f"[@{bare['key']}, {place}]" if place and parse_pinpoint(place) else f"[@{bare['key']}]"
        yield bare, f"`@{bare['key']}` stands outside square brackets", f"write {say.words(written)}"
    for citing in re.finditer(_CITING, text):
        for bare in _BARE.finditer(text, citing.start(), citing.end()):
            if _BARE.search(text[citing.start() : bare.start()].rpartition(";")[2]):
                help = f"put a semicolon between the two: `; @{bare['key']}`"
                yield bare, f"`@{bare['key']}` stands in one citation with another work", help
    for bare in _WITHOUT_SIGN.finditer(blank(_CODE)):
        # A source is meant where a place is behind it, or where no word of a sentence looks like its id.
        if not _PLAIN_WORD.fullmatch(bare["key"]) or parse_pinpoint(bare["place"] or ""):
            yield bare, f"`[{bare['key']}` lacks the sign of a citation", f"write `[@{bare['key']}`"


# Long works that are cited without a place.

_KINDS = frozenset({"fact", "reported_allegation", "submission_of_fact", "context"})
"""Kinds of sections that state what was, or what somebody says that it was."""


def _sentences(case: CheckInput) -> Iterator[Sentence]:
    """Give the sentences of particulars, limbs and sections that state facts."""
    for sentence in sentences(case.graph, "ours", case.graph.case.language):
        text = sentence.text
        if text.kind == "allegations" and text.loc[0] in {"particulars", "limbs"}:
            allegation = case.graph.find("allegations", Allegation, text.record_id)
            if allegation and allegation.pursued and allegation.status != "made_by_source":
                yield sentence
        elif text.kind == "narrative":
            section = case.graph.find("narrative", Narrative, text.record_id)
            if section and section.kind in _KINDS:
                yield sentence


@check(
    "EVI154",
    Severity.INFO,
    "particulars, limbs and sections",
    looks_at=lambda case: records_of_texts(sentence.text for sentence in _sentences(case) if sentence.cites),
)
def pinpoint_missing_in_text(case: CheckInput) -> Iterator[Finding]:
    found: set[tuple[str, str, str]] = set()
    for sentence in _sentences(case):
        segments = segments_of(sentence)
        placed = {key for one in segments for key, place in one.cited if place.strip()}
        for segment in segments:
            for key, place in segment.cited if not _is_of_whole_work(segment.raw, sentence.language) else ():
                work, record = case.work(key), (sentence.text.kind, sentence.text.record_id, key)
                if work is None or not is_long(work) or place.strip() or key in placed or record in found:
                    continue
                if isinstance(work, Source) and work.held == "cited_in":
                    continue  # known only through another that cites it, and so perhaps not its pages
                found.add(record)
                start = sentence.start + sentence.raw.index(f"@{key}", segment.start + len(segment.raw))
                yield finding_of_words(
                    case,
                    sentence.text,
                    (start, start + len(key) + 1),
                    f"{say.cited(key)} is a long work and is cited without the place",
                    "open it and add the place, such as `[@report, p. 4]`, or say that it is the work as a whole",
                    alike=key,
                )


@by_wording
def _is_of_whole_work(words: str, language: str) -> bool:
    return language in languages_of("of_works") and any_of("of_works", "as_a_whole", language).search(words) is not None


def items_without_place(case: CheckInput, allegation: Allegation) -> Iterator[int]:
    """Give the items that need a place in their source and have none; one may stand in `remark`, such as `annex 2`."""
    for position, item in enumerate(allegation.evidence):
        work = case.work(item.source)
        needs_place = is_long(work) if work else case.catalogue.instrument(item.source) is not None
        if needs_place and item.pinpoint is None and not any(map(str.isdigit, item.remark or "")):
            yield position


@check(
    "EVI109",
    Severity.WARNING,
    "allegations",
    unfit_items=items_without_place,
    unfit_because="This is a long work, and it is not said where in it",
    looks_at=with_evidence,
    rests_on={"allegations": ("evidence",)},
)
def pinpoint_missing(case: CheckInput) -> Iterator[Finding]:
    for allegation in case.pursued:
        if positions := list(items_without_place(case, allegation)):
            works = list(dict.fromkeys(allegation.evidence[position].source for position in positions))
            yield case.finding_on(
                allegation,
                f"evidence for allegation {say.allegation(allegation)} cites "
                f"{'long works' if len(works) > 1 else 'a long work'} without a page or paragraph: "
                f"{say.cited_works(works)}",
                "open it and add the place, such as `report, p. 4` or `judgment, para 12`",
                at=("evidence", positions[0], "source"),
                alike=" ".join(works),
            )


# Places that a work does not have.

_ENOUGH = 3
"""Clauses that a case cites and records, from which another is likely a slip."""


def _work(case: CheckInput, key: str) -> Source | Authority | Instrument | None:
    return case.work(key) or case.catalogue.instrument(key)


def _odd(case: CheckInput, cited: Citation) -> OddPlace | None:
    """Say why the work that is cited, whatever it is, cannot have the place; `None` where it may or is not recorded."""
    work, place = _work(case, cited.source), cited.pinpoint
    if work is None or place is None:
        return None
    if isinstance(work, Source):
        return why_not_of_source(case, work, place)
    if isinstance(work, Authority):
        return why_not_of_authority(case, work, place) or _clause_not_recorded(case, work, place)
    return why_not_of_instrument(work, place)


def _clauses_of(place: Pinpoint | None) -> frozenset[int]:
    return numbers_of_place(place.value) if place and place.type == "clause" else frozenset()


def _clause_not_recorded(case: CheckInput, authority: Authority, place: Pinpoint) -> OddPlace | None:
    """Say so of a clause that the record has not: a slip where it is behind the last, and all others are recorded."""
    of_clauses = [numbers_of_place(clause.number or "") for clause in authority.clauses]
    known, cited = frozenset[int]().union(*of_clauses), _clauses_of(place)
    missing = cited - known
    if not all(of_clauses) or not known or not missing:
        return None
    by_work = case.once("clauses cited", lambda: grouped(placed_citations(case), lambda one: one.value.source))
    others = {number for one in by_work.get(authority.id, ()) for number in _clauses_of(one.value.pinpoint)} - missing
    is_slip = others <= known and len(others) >= _ENOUGH and min(missing) > max(known)
    why = f"its record has {say.listed(clause.number for clause in authority.clauses)}"
    return OddPlace(why, is_note=not is_slip) if is_slip or not cited & known else None


def _is_untyped(case: CheckInput, key: str) -> bool:
    """Tell what is recorded without a type and counts as a web page; then it is the type that is likely wrong."""
    source = case.graph.find("sources", Source, key)
    return source is not None and source.type == "webpage" and "type" not in source.model_fields_set


def items_with_wrong_place(case: CheckInput, allegation: Allegation) -> Iterator[int]:
    """Give the items that cite a place which their work cannot have."""
    for position, item in enumerate(allegation.evidence):
        odd = (_odd(case, alone) for alone in each_place(case.graph, item))
        if any(one and not one.is_note for one in odd) and not _is_untyped(case, item.source):
            yield position


@check(
    "EVI110",
    Severity.WARNING,
    "records that cite a place",
    unfit_items=items_with_wrong_place,
    unfit_because="This work cannot have the place that is cited",
    looks_at=lambda case: (
        Looked(f"{cited.kind}/{cited.record_id}") for cited in placed_citations(case) if _work(case, cited.value.source)
    ),
)
def pinpoint_not_in_source(case: CheckInput) -> Iterator[Finding]:
    for cited, place in _once_each(placed_citations(case)):
        if odd := _odd(case, cited.value):
            key = cited.value.source
            what = "source" if case.graph.has("sources", key) else "authority"
            untyped = _is_untyped(case, key)
            finding = case.finding(
                cited.kind,
                cited.record_id,
                f"{place.type} {say.words(place.value)} of {say.cited(key)} is cited, and {odd.why}",
                "write `type: …` in the record of the source, or cite a heading or a paragraph"
                if untyped
                else f"open the {what} and correct the place, or the record of the {what}",
                at=(*cited.loc, "pinpoint", "value"),
                severity=Severity.INFO if untyped or odd.is_note else None,
            )
            yield at_citation(finding, case, cited)


def _once_each(citations: Iterable[PlacedCitation]) -> Iterator[tuple[PlacedCitation, Pinpoint]]:
    """Give the citations with a place, each place of a work once for a record."""
    found: set[tuple[str, ...]] = set()
    for cited in citations:
        if place := cited.value.pinpoint:
            key = (cited.kind, cited.record_id, cited.value.source, place.type, place.value)
            if key not in found:
                found.add(key)
                yield cited, place


# Places that are none.

_NUMBERED = frozenset({"page", "paragraph", "article", "regulation", "line", "note", "slide", "frame"})
_RANGED = frozenset({"page", "line", "slide", "frame"})
_WITH_PARTED_NUMBERS = frozenset({"book", "chapter", "report", "document", "legislation", "entry-encyclopedia"})
"""Types of sources whose paragraphs may be numbered by chapter, `4-1`."""
_NUMBERED_THROUGHOUT = frozenset({"cases", "un"})
"""Groups of authorities whose paragraphs are numbered from the first to the last."""
_NO_NUMBER = "no number follows"
_ROMAN = re.compile(r"^(?=.)m*(?:cm|cd|d?c{0,4})(?:xc|xl|l?x{0,4})(?:ix|iv|v?i{0,4})$", re.IGNORECASE)
_STAND_IN = re.compile(r"^x+$", re.IGNORECASE)
_LATIN = re.compile(r"^[A-Za-zÀ-ɏ]+$")
_IN_BRACKETS = re.compile(r"\(\w")
_TIMES = re.compile(r"^\s*([\d:.,]+)\s*[-–]\s*([\d:.,]+)\s*$")


def items_with_miswritten_place(case: CheckInput, allegation: Allegation) -> Iterator[int]:
    """Give the items whose place cannot be found as it is written."""
    for position, item in enumerate(allegation.evidence):
        word = with_word_as_place(item)
        faults = (_fault(case, alone) for alone in each_place(case.graph, item))
        if any(faults) or (word and _work(case, word.source)):
            yield position


@check(
    "EVI155",
    Severity.WARNING,
    "records that cite a place",
    unfit_items=items_with_miswritten_place,
    unfit_because="The place is written so that it cannot be found",
    looks_at=lambda case: (
        Looked(f"{cited.kind}/{cited.record_id}")
        for cited in (*placed_citations(case), *places_without_number(case.graph))
        if _work(case, cited.value.source)
    ),
)
def pinpoint_malformed(case: CheckInput) -> Iterator[Finding]:
    without = [one for one in places_without_number(case.graph) if _work(case, one.value.source)]
    wrong = [one for one in placed_citations(case) if _fault(case, one.value)]
    for cited, place in _once_each((*wrong, *without)):
        key, fault = cited.value.source, _fault(case, cited.value) or _NO_NUMBER
        finding = case.finding(
            cited.kind,
            cited.record_id,
            f"{place.type} {say.words(place.value)} of {say.cited(key)} is cited, and {fault}",
            f"open {say.cited(key)} and write the place as it stands there",
            at=(*cited.loc, "pinpoint"),
        )
        yield at_citation(finding, case, cited)


def _fault(case: CheckInput, cited: Citation) -> str:
    """Say what is wrong with how a place is written; nothing where it may be right, or no such work is recorded."""
    place = cited.pinpoint
    if place is None or (work := _work(case, cited.source)) is None:
        return ""
    if place.type in _NUMBERED and place.value.startswith((",", ";")):
        return _NO_NUMBER
    if place.type in _NUMBERED and not _is_place(place):
        return f"this is no number of {'an' if place.type == 'article' else 'a'} {place.type}"
    if place.type in _RANGED or (place.type == "paragraph" and _is_numbered_throughout(work)):
        down = next(((first, last) for first, last in ranges_in(place.value) if last < first), None)
        return f"the range goes down, from {down[0]} to {down[1]}" if down else ""
    return "the range goes down" if place.type == "timecode" and _goes_back(place.value) else ""


def _is_place(place: Pinpoint) -> bool:
    """Tell whether a value may be a place: anything but one word of our letters, or mere marks, that is no number."""
    written = place.value.strip()
    word = written.strip(" .()[]'\"‘’“”")
    if _IN_BRACKETS.match(written) or (any(map(str.isalnum, word)) and not _LATIN.match(word)):
        return True
    if place.type == "paragraph" and _STAND_IN.match(word):  # what is to be looked up; few paragraphs are numbered so
        return False
    is_letter = len(word) == 1 and word.isalpha()
    return bool(is_letter or _ROMAN.match(word) or any_of("unnumbered", "words").fullmatch(word))


def _is_numbered_throughout(work: Source | Authority | Instrument) -> bool:
    if isinstance(work, Source):
        return work.type not in _WITH_PARTED_NUMBERS
    return isinstance(work, Authority) and cited_forms()[work.cited_by].group in _NUMBERED_THROUGHOUT


def _goes_back(value: str) -> bool:
    times = _TIMES.match(value)
    first, last = (seconds_in(times[1]), seconds_in(times[2])) if times else (None, None)
    return first is not None and last is not None and last < first
