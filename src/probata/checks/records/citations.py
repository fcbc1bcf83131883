"""The places that citations name: missing, miswritten, or not of the work."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from probata.checks.engine.case import CheckInput
from probata.checks.engine.check import Looked, check, records_of_texts, with_evidence
from probata.checks.engine.finding import Finding
from probata.checks.prose.citations import (
    PlacedCitation,
    Segment,
    at_citation,
    citations_in,
    citations_in_texts,
    cited_places,
    each_place,
    numbers_of_place,
    placed_citations,
    places_without_number,
    segments_of,
    with_number_as_place,
    with_number_behind,
    with_word_as_place,
)
from probata.checks.prose.quotations import QuotedWords, quotations_in, words_of
from probata.checks.prose.sentences import (
    Sentence,
    at_words,
    finding_of_words,
    our_sentences,
    our_sentences_in_all_languages,
)
from probata.checks.prose.texts import MarkdownText, markdown_texts
from probata.checks.prose.words import any_of, by_wording, languages_of
from probata.checks.support.authorities import clauses_of_bases
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
from probata.graph.case_graph import CITABLE
from probata.law import Instrument
from probata.model.allegation import Allegation, Evidence
from probata.model.authority import Authority, Clause
from probata.model.citation import Citation, Pinpoint, parse_pinpoint
from probata.model.narrative import Narrative
from probata.model.source_record import Source

# Ids in texts that were meant as citations and are not read as such, so that a document prints them as they stand.

_NEVER_PRINTED = frozenset({"decisions"})


def lost_citations(
    case: CheckInput, sign: str, form: re.Pattern[str], left_alone: re.Pattern[str]
) -> Iterator[tuple[MarkdownText, re.Match[str]]]:
    """Give what has the form of a lost citation in the texts with a sign, but for what is left alone.

    The group `key` of the form is the id of a source, an authority or an instrument of the catalogue; what begins with
    any other word is none.
    """
    for text in texts_with(case, sign):
        masked = left_alone.sub(lambda found: " " * len(found[0]), text.value)
        for found in form.finditer(masked):
            if is_citable(case, found["key"]):
                yield text, found


def texts_with(case: CheckInput, sign: str) -> Iterator[MarkdownText]:
    """Give the texts that documents may print and that hold a sign."""
    return (text for text in markdown_texts(case.graph) if text.kind not in _NEVER_PRINTED and sign in text.value)


def records_with(case: CheckInput, sign: str) -> Iterator[Looked]:
    """Give the records of these texts, each once."""
    yield from dict.fromkeys(Looked(f"{text.kind}/{text.record_id}") for text in texts_with(case, sign))


def is_citable(case: CheckInput, key: str) -> bool:
    """Tell whether a word is the id of what can be cited."""
    return key in case.catalogue.instruments or any(case.graph.has(kind, key) for kind in CITABLE)


_SIGN_CITATION_BRACKETS = "@"
_LEFT_ALONE_CITATION_BRACKETS = re.compile(
    r"`[^`\n]*+`|\{\{[^{}\n]*+\}\}|https?://\S++|(?<!\^)\[[^\[\]@]*+@[^\[\]]*+\]"
)
_BARE_CITATION_BRACKETS = re.compile(
    r"(?<![\w@\\/.])@(?P<key>[\w.:/-]*\w)(?:,\s*(?P<place>[^\W\d_]+\.?\s+\d+(?:\s*[-–]\s*\d+)?))?"
)


_CITING = re.compile(r"(?<!\^)\[[^\[\]@]*+@[^\[\]]*+\]")


@check(
    "EVI152", Severity.ERROR, "texts with citations", looks_at=lambda case: records_with(case, _SIGN_CITATION_BRACKETS)
)
def citation_without_brackets(case: CheckInput) -> Iterator[Finding]:
    """Find, in each text, the ids behind `@` that no brackets enclose, and those that no semicolon parts."""
    for text, bare in lost_citations(
        case, _SIGN_CITATION_BRACKETS, _BARE_CITATION_BRACKETS, _LEFT_ALONE_CITATION_BRACKETS
    ):
        finding = case.finding(
            text.kind, text.record_id,
            f"`@{bare['key']}` stands outside square brackets, so that it is printed as it is",
            f"write {say.words(_bracketed(bare))}", at=text.loc,
        )  # fmt: skip
        yield at_words(finding, case.graph, text, bare.start(), bare.end("key"))
    for text, bare in _without_semicolon(case):
        finding = case.finding(
            text.kind, text.record_id,
            f"`@{bare['key']}` stands in one citation with another work, so that it is printed as it is",
            f"put a semicolon between the two: `; @{bare['key']}`", at=text.loc,
        )  # fmt: skip
        yield at_words(finding, case.graph, text, bare.start(), bare.end("key"))


def _without_semicolon(case: CheckInput) -> Iterator[tuple[MarkdownText, re.Match[str]]]:
    """Give the ids in brackets behind which a citation has begun already, with no semicolon since."""
    for text in texts_with(case, _SIGN_CITATION_BRACKETS):
        for citing in _CITING.finditer(text.value):
            for bare in _BARE_CITATION_BRACKETS.finditer(text.value, citing.start(), citing.end()):
                before = text.value[citing.start() : bare.start()].rpartition(";")[2]
                if _BARE_CITATION_BRACKETS.search(before) and is_citable(case, bare["key"]):
                    yield text, bare


def _bracketed(bare: re.Match[str]) -> str:
    """Write it as a citation, with the words behind it where they name a place."""
    place = " ".join((bare["place"] or "").split())
    return f"[@{bare['key']}, {place}]" if place and parse_pinpoint(place) else f"[@{bare['key']}]"


_SIGN_CITATION_SIGN = "["
_LEFT_ALONE_CITATION_SIGN = re.compile(r"`[^`\n]*+`|\{\{[^{}\n]*+\}\}")
_BARE_CITATION_SIGN = re.compile(
    r"(?<![\\\]])\[(?P<key>[a-z0-9][\w.:-]*\w)(?:,(?P<place>[^\[\]@;]*))?(?:;[^\[\]]*)?\](?![(\[:])"
)
_PLAIN_WORD = re.compile(r"[a-z]+")


@check(
    "EVI161",
    Severity.ERROR,
    "texts with square brackets",
    looks_at=lambda case: records_with(case, _SIGN_CITATION_SIGN),
)
def citation_without_sign(case: CheckInput) -> Iterator[Finding]:
    """Find, in each text, the brackets that begin with an id and no `@`."""
    for text, bare in lost_citations(case, _SIGN_CITATION_SIGN, _BARE_CITATION_SIGN, _LEFT_ALONE_CITATION_SIGN):
        if _is_meant(bare):
            finding = case.finding(
                text.kind, text.record_id,
                f"`[{bare['key']}` lacks the sign of a citation, so that the brackets are printed as they are",
                f"write `[@{bare['key']}`", at=text.loc,
            )  # fmt: skip
            yield at_words(finding, case.graph, text, bare.start(), bare.end("key"))


def _is_meant(bare: re.Match[str]) -> bool:
    """Tell whether a source is meant: a place is behind it, or no word of a sentence looks like its id."""
    return not _PLAIN_WORD.fullmatch(bare["key"]) or parse_pinpoint(bare["place"] or "") is not None


_KINDS = frozenset({"fact", "reported_allegation", "submission_of_fact", "context"})
"""Kinds of sections that tell what was, or what somebody says that it was."""


def _with_citations(case: CheckInput) -> Iterator[Looked]:
    """Give the records with such a text that cites something."""
    yield from records_of_texts(sentence.text for sentence in _sentences(case) if sentence.cites)


@check("EVI154", Severity.INFO, "particulars, limbs and sections", looks_at=_with_citations)
def pinpoint_missing_in_text(case: CheckInput) -> Iterator[Finding]:
    """Find the works that a text cites without a place, each once for a record."""
    told: set[tuple[str, str, str]] = set()
    for sentence in _sentences(case):
        for segment in segments_of(sentence):
            for key in _without_place(case, sentence, segment):
                record = (sentence.text.kind, sentence.text.record_id, key)
                if record not in told:
                    told.add(record)
                    start = sentence.raw.index(f"@{key}", segment.start + len(segment.raw))
                    yield finding_of_words(
                        case, sentence.text, (sentence.start + start, sentence.start + start + len(key) + 1),
                        f"{say.cited(key)} is a long work and is cited without the place",
                        "open it and add the place, such as `[@report, p. 4]`, or say that it is the work as a whole",
                        alike=key,
                    )  # fmt: skip


def _sentences(case: CheckInput) -> Iterator[Sentence]:
    for sentence in our_sentences(case.graph, case.graph.case.language):
        if _is_looked_at(case, sentence.text):
            yield sentence


def _is_looked_at(case: CheckInput, text: MarkdownText) -> bool:
    if text.kind == "allegations" and text.loc[0] in {"particulars", "limbs"}:
        allegation = case.graph.find("allegations", Allegation, text.record_id)
        return allegation is not None and allegation.pursued and allegation.status != "made_by_source"
    section = case.graph.find("narrative", Narrative, text.record_id) if text.kind == "narrative" else None
    return section is not None and section.kind in _KINDS


def _without_place(case: CheckInput, sentence: Sentence, segment: Segment) -> Iterator[str]:
    """Give the long works that a citation names without a place, where the sentence is not about the work itself."""
    placed = {key for one in segments_of(sentence) for key, place in one.cited if place.strip()}
    for key, place in segment.cited if not _is_of_whole_work(segment.raw, sentence.language) else ():
        work = case.work(key)
        if work and is_long(work) and not place.strip() and key not in placed and not _is_at_second_hand(work):
            yield key


@by_wording
def _is_of_whole_work(words: str, language: str) -> bool:
    return language in languages_of("of_works") and any_of("of_works", "as_a_whole", language).search(words) is not None


def _is_at_second_hand(work: Source | Authority) -> bool:
    """Tell whether we know a work only through another that cites it, and so perhaps not its pages."""
    return isinstance(work, Source) and work.held == "cited_in"


_ENOUGH = 3
"""Clauses that a case cites and records, from which another is likely a slip."""


def _citing_clauses(case: CheckInput) -> Iterator[Looked]:
    """Give the records that cite a clause of an authority whose clauses are recorded."""
    yield from (Looked(f"{one.kind}/{one.record_id}") for one in _cited(case))
    bases = clauses_of_bases(case.graph, _with_clauses(case).values())
    yield from (Looked(f"{one.kind}/{one.record_id}") for one in bases)


@check("LAW182", Severity.WARNING, "records that cite a clause", looks_at=_citing_clauses)
def clause_not_in_authority(case: CheckInput) -> Iterator[Finding]:
    """Find the clauses that no record has, each once for a record, and the words of another clause."""
    told: set[tuple[str, str, str, str]] = set()
    cited_of: dict[str, set[int]] = {}
    for cited in _cited(case):
        cited_of.setdefault(cited.value.source, set()).update(_numbers(cited))
    for cited in _cited(case):
        authority = _with_clauses(case)[cited.value.source]
        known = {number for clause in authority.clauses for number in _number_of(clause)}
        missing = _numbers(cited) - known
        key = (cited.kind, cited.record_id, authority.id, cited.value.pinpoint.value if cited.value.pinpoint else "")
        others = cited_of[authority.id] - missing
        is_odd = bool(known) and others <= known and len(others) >= _ENOUGH and min(missing, default=0) > max(known)
        # Of several clauses those that matter are recorded, and one behind the last is a slip all the same.
        if missing and known and (is_odd or not _numbers(cited) & known) and key not in told:
            told.add(key)
            yield _finding_clause_authority(case, cited, authority, is_odd=is_odd)
    yield from _of_bases(case, cited_of)
    yield from _of_words(case)


def _of_bases(case: CheckInput, cited_of: dict[str, set[int]]) -> Iterator[Finding]:
    """Find the clauses that a legal basis names, and that the record of its authority has not."""
    for basis in clauses_of_bases(case.graph, _with_clauses(case).values()):
        known = {number for clause in basis.authority.clauses for number in _number_of(clause)}
        missing, cited = basis.numbers - known, cited_of.get(basis.authority.id, set())
        if missing and not basis.numbers & known:
            is_odd = cited <= known and len(cited) >= _ENOUGH and min(missing) > max(known)
            yield case.finding(
                basis.kind, basis.record_id,
                f"the legal basis names {say.words(basis.words)}, and the record of {say.authority(basis.authority)} "
                f"has {say.listed([str(clause.number) for clause in basis.authority.clauses])}",
                "open the text and correct the number, or record the clause with its words", at=("legal_basis",),
                severity=None if is_odd else Severity.INFO,
            )  # fmt: skip


def _finding_clause_authority(
    case: CheckInput, cited: PlacedCitation, authority: Authority, *, is_odd: bool
) -> Finding:
    place = cited.value.pinpoint.value if cited.value.pinpoint else ""
    known = [str(clause.number) for clause in authority.clauses if clause.number]
    finding = case.finding(
        cited.kind, cited.record_id,
        f"clause {say.words(place)} of {say.authority(authority)} is cited, and its record has {say.listed(known)}",
        "open the text and correct the number, or record the clause with its words", at=cited.loc,
        severity=None if is_odd else Severity.INFO,
    )  # fmt: skip
    return at_citation(finding, case, cited)


def _of_words(case: CheckInput) -> Iterator[Finding]:
    """Find the quotations whose words stand in another clause than the next one cited."""
    authorities = _with_clauses(case)
    for sentence in our_sentences_in_all_languages(case.graph) if authorities else ():
        for words in quotations_in(sentence) if "@" in sentence.raw else ():
            behind = next(iter(cited_places(sentence.raw[words.end - sentence.start :])), None)
            authority = authorities.get(behind[0]) if behind else None
            numbers = _clauses_in(behind[1]) if behind and authority else frozenset()
            holding = [one for one in authority.clauses if _has(one, words)] if authority and numbers else []
            if holding and not any(numbers & _number_of(one) for one in holding):
                yield _of_another(case, words, authority.id if authority else "", behind[1] if behind else "", holding)


def _of_another(case: CheckInput, words: QuotedWords, authority: str, place: str, holding: list[Clause]) -> Finding:
    text = words.sentence.text
    return finding_of_words(
        case, text, (words.start, words.end),
        f"{say.words(' '.join(words.words.split()))} is cited from {say.words(place.strip())} of "
        f"{say.authority(authority)}, and stands in clause {say.listed([str(one.number) for one in holding])}",
        "correct the number of the clause, or the words",
    )  # fmt: skip


def _has(clause: Clause, words: QuotedWords) -> bool:
    said = " ".join(words_of(words.words))
    return bool(clause.number) and f" {said} " in f" {' '.join(words_of(clause.text))} "


def _with_clauses(case: CheckInput) -> dict[str, Authority]:
    numbered = (one for one in case.graph.authorities if one.clauses and all(map(_number_of, one.clauses)))
    return {one.id: one for one in numbered}


def _cited(case: CheckInput) -> tuple[PlacedCitation, ...]:
    authorities = _with_clauses(case)
    found = chain(citations_in(case.graph), citations_in_texts(case.graph)) if authorities else ()
    return tuple(one for one in found if one.value.source in authorities and _numbers(one))


def _numbers(cited: PlacedCitation) -> frozenset[int]:
    place = cited.value.pinpoint
    return numbers_of_place(place.value) if place and place.type == "clause" else frozenset()


def _number_of(clause: Clause) -> frozenset[int]:
    return numbers_of_place(clause.number or "")


def _clauses_in(place: str) -> frozenset[int]:
    found = parse_pinpoint(place)
    return numbers_of_place(found["value"]) if found and found["type"] == "clause" else frozenset()


def items_without_place(case: CheckInput, allegation: Allegation) -> Iterator[int]:
    """Give the items that need a place in their source and have none."""
    for position, item in enumerate(allegation.evidence):
        if not _has_place(item) and _needs_place(case, item.source):
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
    """Find the evidence without a place, once for each allegation."""
    for allegation in case.pursued:
        bare = dict(_without_pinpoint(case, allegation))
        if bare:
            several = "long works" if len(bare) > 1 else "a long work"
            yield case.finding(
                "allegations", allegation.id,
                f"evidence for allegation {say.allegation(allegation)} cites {several} without a page or paragraph: "
                + say.cited_works(bare),
                "open it and add the place, such as `report, p. 4` or `judgment, para 12`",
                at=("evidence", next(iter(bare.values())), "source"), alike=" ".join(bare),
            )  # fmt: skip


def _without_pinpoint(case: CheckInput, allegation: Allegation) -> Iterator[tuple[str, int]]:
    """Give each work that is cited without a place, with the first position in which it is."""
    told: set[str] = set()
    for position in items_without_place(case, allegation):
        source = allegation.evidence[position].source
        if source not in told:
            told.add(source)
            yield source, position


def _has_place(item: Evidence) -> bool:
    """Tell whether a place is given; one that the short form cannot read, such as `annex 2`, stands in `remark`."""
    return item.pinpoint is not None or any(character.isdigit() for character in item.remark or "")


def _needs_place(case: CheckInput, key: str) -> bool:
    work = case.work(key)
    return is_long(work) if work else case.catalogue.instrument(key) is not None


def items_with_wrong_place(case: CheckInput, allegation: Allegation) -> Iterator[int]:
    """Give the items that cite a place which their work cannot have."""
    for position, item in enumerate(allegation.evidence):
        odd = (_odd(case, alone) for alone in each_place(case.graph, item))
        if any(one and not one.is_note for one in odd) and not _is_untyped(case, item.source):
            yield position


def _citing_known_works(case: CheckInput) -> Iterator[Looked]:
    """Give the records that cite a recorded work with a place in it."""
    for cited in placed_citations(case):
        key = cited.value.source
        if case.graph.has("sources", key) or case.graph.has("authorities", key) or case.catalogue.instrument(key):
            yield Looked(f"{cited.kind}/{cited.record_id}")


@check(
    "EVI110",
    Severity.WARNING,
    "records that cite a place",
    unfit_items=items_with_wrong_place,
    unfit_because="This work cannot have the place that is cited",
    looks_at=_citing_known_works,
)
def pinpoint_not_in_source(case: CheckInput) -> Iterator[Finding]:
    """Find the citations with a place that is not in the work, each once for a record."""
    told: set[tuple[str, str, str, str, str]] = set()
    for cited in placed_citations(case):
        key, place = cited.value.source, cited.value.pinpoint
        if place is None or (odd := _odd(case, cited.value)) is None:
            continue
        if (known := (cited.kind, cited.record_id, key, place.type, place.value)) not in told:
            told.add(known)
            yield at_citation(_finding_pinpoint_source(case, cited, place, odd), case, cited)


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


def _finding_pinpoint_source(case: CheckInput, cited: PlacedCitation, place: Pinpoint, odd: OddPlace) -> Finding:
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


_NUMBERED = frozenset({"page", "paragraph", "article", "regulation", "line", "note", "slide", "frame"})
_RANGED = frozenset({"page", "line", "slide", "frame"})
_WITH_PARTED_NUMBERS = frozenset({"book", "chapter", "report", "document", "legislation", "entry-encyclopedia"})
"""Types of sources whose paragraphs may be numbered by chapter, `4-1`."""
_NUMBERED_THROUGHOUT = frozenset({"cases", "un"})
"""Groups of authorities whose paragraphs are numbered from the first to the last."""
_NO_NUMBER = "no number follows"
_OF_ACT = "this is the number of the Act itself, and no place in it"
_ROMAN = re.compile(r"^(?=.)m*(?:cm|cd|d?c{0,4})(?:xc|xl|l?x{0,4})(?:ix|iv|v?i{0,4})$", re.IGNORECASE)
_STAND_IN = re.compile(r"^x+$", re.IGNORECASE)
_LATIN = re.compile(r"^[A-Za-zÀ-ɏ]+$")
_IN_BRACKETS = re.compile(r"\(\w")
_TIMES = re.compile(r"^\s*([\d:.,]+)\s*[-–]\s*([\d:.,]+)\s*$")


def items_with_miswritten_place(case: CheckInput, allegation: Allegation) -> Iterator[int]:
    """Give the items whose place cannot be found as it is written."""
    for position, item in enumerate(allegation.evidence):
        word, number = with_word_as_place(item), with_number_as_place(item)
        faults = (_fault(case, alone) for alone in each_place(case.graph, item))
        if any(faults) or (word and _work(case, word.source)) or (number and _is_act(case, number.source)):
            yield position


def _citing_works(case: CheckInput) -> Iterator[Looked]:
    """Give the records that cite a recorded work with a place in it."""
    graph = case.graph
    for cited in chain(placed_citations(case), places_without_number(graph), with_number_behind(graph)):
        if _work(case, cited.value.source):
            yield Looked(f"{cited.kind}/{cited.record_id}")


@check(
    "EVI155",
    Severity.WARNING,
    "records that cite a place",
    unfit_items=items_with_miswritten_place,
    unfit_because="The place is written so that it cannot be found",
    looks_at=_citing_works,
)
def pinpoint_malformed(case: CheckInput) -> Iterator[Finding]:
    """Find the places that are none, each once for a record."""
    told: set[tuple[str, str, str, str, str]] = set()
    for cited, fault in _miswritten(case):
        key, place = cited.value.source, cited.value.pinpoint
        if place is None:
            continue
        if (known := (cited.kind, cited.record_id, key, place.type, place.value)) not in told:
            told.add(known)
            finding = case.finding(
                cited.kind, cited.record_id, f"{place.type} {say.words(place.value)} of {say.cited(key)} is cited, and "
                f"{fault}",
                _help(key, fault), at=(*cited.loc, "pinpoint"),
            )  # fmt: skip
            yield at_citation(finding, case, cited)


def _help(key: str, fault: str) -> str:
    if fault != _OF_ACT:
        return f"open {say.cited(key)} and write the place as it stands there"
    return (
        "name the section, as `s 6`, or leave the number out; of an old Act it may stand in the record with the reign, "
        "`number: 41 Geo 3 c 90`"
    )


def _miswritten(case: CheckInput) -> Iterator[tuple[PlacedCitation, str]]:
    for cited in placed_citations(case):
        if fault := _fault(case, cited.value):
            yield cited, fault
    for cited in places_without_number(case.graph):
        if _work(case, cited.value.source):
            yield cited, _NO_NUMBER
    yield from ((cited, _OF_ACT) for cited in with_number_behind(case.graph) if _is_act(case, cited.value.source))


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


def _work(case: CheckInput, key: str) -> Source | Authority | Instrument | None:
    return case.work(key) or case.catalogue.instrument(key)


def _is_act(case: CheckInput, key: str) -> bool:
    """Tell an Act of the United Kingdom Parliament."""
    work = _work(case, key)
    return (work.cited_by if isinstance(work, Authority) else getattr(work, "form", "")) == "statute"


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
