"""Words that a document should not say: insults, verdicts, misused terms, more than the standard, undated times."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from probata.checks.engine.case import CheckInput, Drafted, Loc
from probata.checks.engine.check import (
    BY_RULE,
    TEXTS,
    Looked,
    check,
    printed_in_all_languages,
    printed_texts,
    with_provisions,
)
from probata.checks.engine.finding import Finding, Outcome
from probata.checks.engine.places import origin_of, record_at
from probata.checks.prose.composed import at_composed, own_blocks, own_text
from probata.checks.prose.sentences import Sentence, Test, at_words, finding_of_words, is_denied, printed_saying_each
from probata.checks.prose.words import Words, any_of, languages_of, one_of, whole_words, word_list
from probata.checks.support.graded_words import is_lower
from probata.checks.support.required_fields import rule_note
from probata.diagnostics import Severity, say
from probata.document.blocks import Block, Heading, Paragraph
from probata.document.tree import Document
from probata.forum import Profile, Rule, Threshold
from probata.graph.case_graph import CaseGraph
from probata.graph.resolve import keys_in_text
from probata.model.authority import Authority
from probata.model.case_file import Filing
from probata.model.dates import When
from probata.model.language import primary
from probata.model.narrative import Narrative
from probata.model.person import Person
from probata.model.source_record import Source

_OF_OTHERS = frozenset({"authorities", "exhibits", "quotations", "sources"})
"""Kinds of records whose titles and words are somebody else's."""
_OF_OTHERS_IN = frozenset({"answer", "evidence"})
"""Fields of an allegation that print what the person answered, and titles of sources."""
_ENDS = re.compile(r"[.!?]\s")


def _under_a_rule(case: CheckInput) -> Iterator[tuple[Filing, Profile, Rule]]:
    """Give the documents whose forum has a rule against abuse, in a language that has a list of words."""
    for filing, profile in case.filings:
        rule = profile.rule(profile.drafting.not_abusive or "")
        drafted = case.drafts.get(filing.id)
        if rule and drafted and primary(drafted.document.meta.language) in languages_of("abuse"):
            yield filing, profile, rule


@check("DRA206", Severity.WARNING, "documents", raised=BY_RULE, looks_at=_under_a_rule)
def abusive_word(case: CheckInput) -> Iterator[Finding]:
    """Find the words, each once for a record and filing."""
    for filing, profile, rule in _under_a_rule(case):
        told: set[tuple[str, str, str]] = set()
        for block, text, match in _abusive_words(case.drafts[filing.id].document):
            kind, record_id, loc = record_at(origin_of(block), filing, case)
            word = " ".join(match[0].split())
            key = (kind, record_id, word.casefold())
            if kind not in _OF_OTHERS and not _OF_OTHERS_IN.intersection(loc[:1]) and key not in told:
                told.add(key)
                found = _finding_abusive_word(
                    case, (kind, record_id, loc), f"{say.filing(filing)} says {say.words(word)}", (profile, rule)
                )
                yield at_composed(found, case.graph, text, *match.span())


def _abusive_words(document: Document) -> Iterator[tuple[Block, str, re.Match[str]]]:
    language = primary(document.meta.language)
    abusive = any_of("abuse", "abusive", language)
    # What came from no record is the template's, or a citation with the title that its author gave.
    for block in (one for one in own_blocks(document.blocks) if origin_of(one)):
        text = own_text(block)
        for match in abusive.finditer(text) if abusive.search(text) else ():
            before = _ENDS.split(text[: match.start()])[-1]
            is_name = match[0][0].isupper() and before.strip() != ""
            if not is_name and not any_of("abuse", "reported", language).search(before):
                yield block, text, match


def _finding_abusive_word(
    case: CheckInput, place: tuple[str, str, Loc], told: str, by: tuple[Profile, Rule]
) -> Finding:
    (kind, record_id, loc), (profile, rule) = place, by
    return case.finding(
        kind, record_id, f"{told}, a word that insults",
        "say what was done, by whom; put what somebody else said into quotation marks", at=loc,
        notes=(f"rule {say.words(rule.id)} of {say.words(profile.id)}: {rule.text}",), severity=rule.heaviest,
    )  # fmt: skip


_PRONOUN = re.compile(r"\s*(?:He|She|Ils?|Elles?|Él|Ella)\b")


@check("DRA109", Severity.WARNING, "texts and lines", looks_at=printed_in_all_languages)
def verdict_word(case: CheckInput) -> Iterator[Finding]:
    """Find the words of a verdict, each sentence once."""
    named = _names(case.graph)
    avoided = {
        word.casefold() for _, profile in case.filings if profile.threshold for word in profile.threshold.avoided
    }
    if named is None:
        return
    for sentence in printed_saying_each(case.graph, languages_of("verdict"), _judges):
        word = any_of("verdict", "verdict", sentence.language).search(sentence.own) or _act(sentence, named)
        if word is None or set(re.findall(r"\w+", word[0].casefold())) & avoided:
            continue
        denied = is_denied(sentence.own, word.start(), word.end(), sentence.language)
        if _is_about(sentence, named) and not denied and not _is_borne_out(sentence, case.graph):
            said = " ".join(word[0].split())
            start = sentence.start + word.start()
            yield finding_of_words(
                case, sentence.text, (start, start + len(word[0])),
                f"the text says {say.words(said)} in a sentence on a person concerned that cites no judgment",
                "say what is alleged and by whom, or cite the judgment in this sentence",
                severity=Severity.INFO if sentence.attributed else None,
            )  # fmt: skip


def _judges(language: str) -> Test:
    verdict, acts = (any_of("verdict", key, language) for key in ("verdict", "acts"))
    return lambda own: verdict.search(own) or acts.search(own)


def _act(sentence: Sentence, named: re.Pattern[str]) -> re.Match[str] | None:
    """Find what a person concerned is said to have done, right behind the name or a word in its place."""
    acts = any_of("verdict", "acts", sentence.language)
    if acts.search(sentence.own) is None:
        return None
    subjects = (named, any_of("verdict", "subjects", sentence.language))
    ends = {match.end() for pattern in subjects for match in pattern.finditer(sentence.own)}
    found = acts.finditer(sentence.own)
    return next((match for match in found if len(sentence.own[: match.start()].rstrip()) in ends), None)


def _names(graph: CaseGraph) -> re.Pattern[str] | None:
    ids = {*graph.case.persons_concerned, *(found for filing in graph.case.filings for found in filing.persons)}
    people = (person for found in sorted(ids) if (person := graph.find("people", Person, found)))
    names = {
        name
        for person in people
        for known in (person.name, *(alias.name for alias in person.aliases))
        for name in (known.display, known.family or "")
        if len(name) > 2
    }
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(names)))})(?!\w)") if names else None


def _is_about(sentence: Sentence, named: re.Pattern[str]) -> bool:
    """Tell whether a person concerned is named in it or, where it begins with a pronoun, before it."""
    if named.search(sentence.own):
        return True
    before = sentence.text.value[: sentence.start].rpartition("\n\n")[2]
    return _PRONOUN.match(sentence.own) is not None and named.search(before) is not None


def _is_borne_out(sentence: Sentence, graph: CaseGraph) -> bool:
    """Tell whether a sentence hedges or cites a judgment."""
    return any_of("verdict", "hedges", sentence.language).search(sentence.own) is not None or any(
        _is_judgment(graph, key) for key in keys_in_text(sentence.raw)
    )


def _is_judgment(graph: CaseGraph, key: str) -> bool:
    authority = graph.find("authorities", Authority, key)
    source = graph.find("sources", Source, key)
    return (authority is not None and authority.kind in ("judgment", "decision")) or (
        source is not None and source.type == "hearing"
    )


@dataclass(frozen=True, slots=True)
class Term:
    """A known misuse of a term."""

    id: str
    pattern: Words
    why: str
    instead: str
    unless: Words | None = None
    """What in the same sentence makes it right."""
    within: Words | None = None
    """What anywhere in the same text makes it right."""
    source: str = ""
    is_note: bool = False


@cache
def known_misuses(language: str = "en") -> tuple[Term, ...]:
    """Return the entries of the list of a language."""
    return tuple(map(_term, word_list("terms", language)["terms"]))


def _term(entry: Mapping[str, str]) -> Term:
    return Term(
        id=entry["id"],
        pattern=whole_words(entry["pattern"]),
        why=entry["why"],
        instead=entry["instead"],
        unless=whole_words(entry["unless"]) if "unless" in entry else None,
        within=whole_words(entry["within"]) if "within" in entry else None,
        source=entry.get("source", ""),
        is_note=entry.get("weight") == "note",
    )


def _texts_and_provisions(case: CheckInput) -> Iterator[Looked]:
    """Give the records with a text, then the allegations that name provisions."""
    yield from dict.fromkeys((*printed_texts(case), *with_provisions(case)))


@check("DRA110", Severity.WARNING, TEXTS, looks_at=_texts_and_provisions)
def misused_term(case: CheckInput) -> Iterator[Finding]:
    """Find the misuses, each once for a text."""
    told: set[tuple[str, str, object, str]] = set()
    for sentence in printed_saying_each(case.graph, languages_of("terms"), lambda language: _any(language).search):
        for term in known_misuses(sentence.language):
            match = _misuse(term, sentence)
            key = (sentence.text.kind, sentence.text.record_id, sentence.text.loc, term.id)
            if match and key not in told:
                told.add(key)
                start = sentence.start + match.start()
                yield finding_of_words(
                    case, sentence.text, (start, start + len(match[0])),
                    f"the text says {say.words(' '.join(match[0].split()))}: {term.why}", _help(term),
                    notes=_source_of(term),
                    severity=Severity.INFO if term.is_note else None,
                    outcome=Outcome.CANNOT_TELL if term.is_note else Outcome.FAILED,
                    alike=f"{' '.join(match[0].casefold().split())}: {term.why}",
                )  # fmt: skip
    yield from _in_names_of_law(case)


def _in_names_of_law(case: CheckInput) -> Iterator[Finding]:
    """Find the misuses in what sources call the law that they name: theirs to mend, and ours to leave as it is."""
    language = primary(case.graph.case.language)
    for allegation in case.pursued if language in languages_of("terms") else ():
        for place, alleged in enumerate(allegation.provisions):
            for term in known_misuses(language) if alleged.named else ():
                match = term.pattern.search(alleged.named or "")
                if match and not (term.unless and term.unless.search(alleged.named or "")):
                    said = " ".join(match[0].split())
                    yield case.finding(
                        "allegations", allegation.id, f"the source that names the law says {say.words(said)}: "
                        f"{term.why}",
                        f"ask for a correction; in our own words {_help(term)}", at=("provisions", place, "named"),
                        notes=_source_of(term), severity=Severity.INFO, outcome=Outcome.CANNOT_TELL,
                        alike=f"named {said.casefold()}: {term.why}",
                    )  # fmt: skip


@cache
def _any(language: str) -> Words:
    """Return a pattern for any of the misuses, to pass over the sentences in which there is none."""
    return one_of(tuple(entry["pattern"] for entry in word_list("terms", language)["terms"]))


def _misuse(term: Term, sentence: Sentence) -> re.Match[str] | None:
    match = term.pattern.search(sentence.own)
    if match is None or (term.unless and term.unless.search(sentence.own)):
        return None
    return None if term.within and term.within.search(sentence.text.value) else match


def _source_of(term: Term) -> tuple[str, ...]:
    return (f"source: {term.source}",) if term.source else ()


def _help(term: Term) -> str:
    return f"write {term.instead}" if term.instead.startswith("`") else term.instead


def _with_threshold(case: CheckInput) -> Iterator[Looked]:
    """Give the documents whose forum has a standard with words that lie above it."""
    for filing, profile in case.filings:
        if filing.id in case.drafts and profile.threshold and _has_words(profile.threshold):
            yield Looked(f"filings/{filing.id}")


@check("DRA202", Severity.WARNING, "documents", raised=BY_RULE, looks_at=_with_threshold)
def word_above_standard(case: CheckInput) -> Iterator[Finding]:
    """Find the words above the standard, each once for a record."""
    for filing, profile in case.filings:
        drafted, threshold = case.drafts.get(filing.id), profile.threshold
        if drafted is None or threshold is None or not _has_words(threshold):
            continue
        told: set[tuple[str, str, str]] = set()
        for block, text, match in _words_of_standard(
            drafted, threshold, primary(filing.language or case.graph.case.language)
        ):
            place = record_at(origin_of(block), filing, case) if block else ("filings", filing.id, ("title",))
            word = " ".join(match[0].split())
            if (*place[:2], word.lower()) not in told:
                told.add((*place[:2], word.lower()))
                found = _finding_word_above(case, filing, profile, (block, place), word)
                yield at_composed(found, case.graph, text, *match.span())


def _has_words(threshold: Threshold) -> bool:
    return bool(threshold.avoided) or is_lower(threshold.phrase)


def _words_of_standard(
    drafted: Drafted, threshold: Threshold, language: str
) -> Iterator[tuple[Block | None, str, re.Match[str]]]:
    """Give the words of each block, with its text; those of the title of the document without a block."""
    blocks = ((block, own_text(block)) for block in own_blocks(drafted.document.blocks))
    for block, text in ((None, drafted.document.meta.title), *blocks):
        is_heading = block is None or isinstance(block, Heading)
        for match in (*_avoided(threshold, text), *(_accusing(threshold, text, language) if is_heading else ())):
            if not is_denied(text, match.start(), match.end(), language):
                yield block, text, match


def _avoided(threshold: Threshold, text: str) -> Iterator[re.Match[str]]:
    if threshold.avoided:
        yield from re.finditer(rf"\b({'|'.join(map(re.escape, threshold.avoided))})\b", text, re.IGNORECASE)


def _accusing(threshold: Threshold, text: str, language: str) -> Iterator[re.Match[str]]:
    """Give what accuses in a heading, where the forum decides by less than guilt and it leaves nothing open."""
    if not is_lower(threshold.phrase) or language not in languages_of("headings"):
        return
    if any_of("verdict", "hedges", language).search(text) is None:
        yield from any_of("headings", "accusing", language).finditer(text)


def _finding_word_above(
    case: CheckInput, filing: Filing, profile: Profile, at: tuple[Block | None, tuple[str, str, Loc]], word: str
) -> Finding:
    block, (kind, record_id, loc) = at
    threshold = profile.threshold
    rule = profile.rule(threshold.avoided_rule or "") if threshold else None
    number = block.number if isinstance(block, (Paragraph, Heading)) else ""
    said = (
        f"{say.filing(filing)} says {say.words(word)}, which is more than {say.words(threshold.phrase)}"
        if threshold
        else ""
    )
    place = f"{'section' if isinstance(block, Heading) else 'paragraph'} {number} of " if number else ""
    return case.finding(
        kind, record_id, f"{'the title of ' if block is None else place}{said}",
        "write what the evidence shows by the standard of the forum, such as `alleged`, or cite the conviction",
        at=loc, notes=rule_note(rule), severity=rule.heaviest if rule else None,
        settled=(said,),
    )  # fmt: skip


_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")


@check("TIM110", Severity.INFO, "texts and lines", looks_at=printed_in_all_languages)
def relative_time_word(case: CheckInput) -> Iterator[Finding]:
    """Find the words, the first of each sentence."""
    for sentence in printed_saying_each(case.graph, languages_of("relative_time"), _drifts):
        word = any_of("relative_time", "drifting", sentence.language).search(sentence.own)
        if word is None and not _is_dated(case, sentence):
            word = any_of("relative_time", "present", sentence.language).search(sentence.own)
        if word:
            text = sentence.text
            said = " ".join(word[0].split())
            found = case.finding(
                text.kind, text.record_id,
                f"{say.words(said)} tells a time by the day of writing, and no year stands in its sentence",
                "write the date, or the day up to which it counts",
                at=text.loc,
            )  # fmt: skip
            yield at_words(found, case.graph, text, sentence.start + word.start(), sentence.start + word.end())


def _drifts(language: str) -> Test:
    """Return the test of words that tell a time by the day of writing, and name no year."""
    drifting, present = (any_of("relative_time", key, language) for key in ("drifting", "present"))
    return lambda own: (drifting.search(own) or present.search(own)) and not _YEAR.search(own)


def _is_dated(case: CheckInput, sentence: Sentence) -> bool:
    """Tell whether the section or the case says as of which day it is true."""
    text = sentence.text
    section = case.graph.find("narrative", Narrative, text.record_id) if text.kind == "narrative" else None
    return any(_is_firm(when) for when in (section.as_of if section else None, case.graph.case.as_of))


def _is_firm(when: When | None) -> bool:
    return bool(when and when.end and not when.end.approximate)
