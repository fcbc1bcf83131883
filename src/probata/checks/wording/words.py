"""Words that a document should not say: insults, verdicts, misused terms, more than the standard, undated times."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from probata.checks.engine.case import CheckInput
from probata.checks.engine.check import (
    BY_RULE,
    TEXTS,
    check,
    printed_in_all_languages,
    printed_texts,
    together,
    with_provisions,
)
from probata.checks.engine.finding import Finding
from probata.checks.engine.places import at_composed, origin_of, own_blocks, own_text, record_at
from probata.checks.prose.sentences import Sentence, Test, finding_in, is_denied, saying
from probata.checks.prose.words import Words, any_of, languages_of, one_of, whole_words, word_list
from probata.checks.support.graded_words import is_lower
from probata.checks.support.required_fields import rule_note
from probata.diagnostics import Severity, say
from probata.document.blocks import Heading, Paragraph
from probata.forum import Profile, Rule, Threshold
from probata.graph.case_graph import CaseGraph
from probata.graph.resolve import keys_in_text
from probata.model.authority import Authority
from probata.model.case_file import Filing
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
    for filing, profile, rule in _under_a_rule(case):
        document, seen = case.drafts[filing.id].document, set[tuple[str, str, str]]()
        abusive, reported = (any_of("abuse", key, primary(document.meta.language)) for key in ("abusive", "reported"))
        # What came from no record is the template's, or a citation with the title that its author gave.
        for block in filter(origin_of, own_blocks(document.blocks)):
            kind, record, loc = record_at(origin_of(block), filing, case)
            text = own_text(block)
            is_of_others = kind in _OF_OTHERS or bool(_OF_OTHERS_IN.intersection(loc[:1]))
            for match in () if is_of_others else abusive.finditer(text):
                before, word = _ENDS.split(text[: match.start()])[-1], " ".join(match[0].split())
                is_name = match[0][0].isupper() and before.strip() != ""
                key = (kind, record, word.casefold())
                if not is_name and not reported.search(before) and key not in seen:
                    seen.add(key)
                    said = f"{say.filing(filing)} says {say.words(word)}, a word that insults"
                    step = "say what was done, by whom; put what somebody else said into quotation marks"
                    notes = (f"rule {say.words(rule.id)} of {say.words(profile.id)}: {rule.text}",)
                    found = case.finding(kind, record, said, step, at=loc, notes=notes, severity=rule.heaviest)
                    yield at_composed(found, case.graph, text, *match.span())


def _printed(graph: CaseGraph, words: str, test_for: Callable[[str], Test]) -> Iterator[Sentence]:
    """Give the sentences that documents print, in each language that has a list of words, which pass its test."""
    for language in languages_of(words):
        yield from saying(graph, "printed", test_for(language), language)


_PRONOUN = re.compile(r"\s*(?:He|She|Ils?|Elles?|Él|Ella)\b")


@check("DRA109", Severity.WARNING, "texts and lines", looks_at=printed_in_all_languages)
def verdict_word(case: CheckInput) -> Iterator[Finding]:
    named, graph = _names(case.graph), case.graph
    thresholds = (profile.threshold for _, profile in case.filings if profile.threshold)
    avoided = {word.casefold() for threshold in thresholds for word in threshold.avoided}
    if named is None:
        return
    for sentence in _printed(graph, "verdict", _judges):
        own, language = sentence.own, sentence.language
        word = any_of("verdict", "verdict", language).search(own) or _act(sentence, named)
        if word is None or set(re.findall(r"\w+", word[0].casefold())) & avoided:
            continue
        # A sentence that begins with a pronoun is on whoever is named before it.
        before = sentence.text.value[: sentence.start].rpartition("\n\n")[2]
        is_about = named.search(own) or (_PRONOUN.match(own) and named.search(before))
        is_borne_out = any_of("verdict", "hedges", language).search(own) or any(
            (isinstance(work := case.work(key), Authority) and work.kind in ("judgment", "decision"))
            or (isinstance(work, Source) and work.type == "hearing")
            for key in keys_in_text(sentence.raw)
        )
        if is_about and not is_borne_out and not is_denied(own, word.start(), word.end(), language):
            said = f"the text says {say.words(sentence.words(*word.span()))} in a sentence on a person concerned that "
            step = "say what is alleged and by whom, or cite the judgment in this sentence"
            weight = Severity.INFO if sentence.attributed else None
            yield finding_in(case, sentence, word.span(), f"{said}cites no judgment", step, severity=weight)


def _judges(language: str) -> Test:
    verdict, acts = (any_of("verdict", key, language) for key in ("verdict", "acts"))
    return lambda own: verdict.search(own) or acts.search(own)


def _act(sentence: Sentence, named: re.Pattern[str]) -> re.Match[str] | None:
    """Find what a person concerned is said to have done, right behind the name or a word in its place."""
    subjects = (named, any_of("verdict", "subjects", sentence.language))
    ends = {match.end() for pattern in subjects for match in pattern.finditer(sentence.own)}
    found = any_of("verdict", "acts", sentence.language).finditer(sentence.own)
    return next((match for match in found if len(sentence.own[: match.start()].rstrip()) in ends), None)


def _names(graph: CaseGraph) -> re.Pattern[str] | None:
    ids = {*graph.case.persons_concerned, *(found for filing in graph.case.filings for found in filing.persons)}
    people = (person for found in sorted(ids) if (person := graph.find("people", Person, found)))
    known = (name for person in people for name in (person.name, *(alias.name for alias in person.aliases)))
    names = {name for one in known for name in (one.display, one.family or "") if len(name) > 2}
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(names)))})(?!\w)") if names else None


@dataclass(frozen=True, slots=True)
class Term:
    """A known misuse of a term."""

    id: str
    pattern: Words
    why: str
    instead: str
    unless: Words | None
    """What in the same sentence makes it right."""
    within: Words | None
    """What anywhere in the same text makes it right."""
    notes: tuple[str, ...]
    is_sure: bool

    @property
    def step(self) -> str:
        """What to do about it."""
        return f"write {self.instead}" if self.instead.startswith("`") else self.instead

    def found_in(self, text: str) -> re.Match[str] | None:
        """Return the misuse in a sentence, unless something in it makes the term right."""
        return None if self.unless and self.unless.search(text) else self.pattern.search(text)


@cache
def known_misuses(language: str = "en") -> tuple[Term, ...]:
    """Return the entries of the list of a language."""
    return tuple(
        Term(
            one["id"],
            whole_words(one["pattern"]),
            one["why"],
            one["instead"],
            whole_words(one["unless"]) if "unless" in one else None,
            whole_words(one["within"]) if "within" in one else None,
            (f"source: {one['source']}",) if "source" in one else (),
            one.get("weight") != "note",
        )
        for one in word_list("terms", language)["terms"]
    )


@check("DRA110", Severity.WARNING, TEXTS, looks_at=together(printed_texts, with_provisions))
def misused_term(case: CheckInput) -> Iterator[Finding]:
    seen: set[tuple[str, str, object, str]] = set()
    for sentence in _printed(case.graph, "terms", lambda language: _any(language).search):
        text = sentence.text
        for term in known_misuses(sentence.language):
            match, key = term.found_in(sentence.own), (text.kind, text.record_id, text.loc, term.id)
            if match and key not in seen and not (term.within and term.within.search(text.value)):
                seen.add(key)
                words, notes, is_sure = sentence.words(*match.span()), term.notes, term.is_sure
                said, alike = f"the text says {say.words(words)}: {term.why}", f"{words.casefold()}: {term.why}"
                place, step = match.span(), term.step
                yield finding_in(case, sentence, place, said, step, notes=notes, is_sure=is_sure, alike=alike)
    language = primary(case.graph.case.language)
    terms = known_misuses(language) if language in languages_of("terms") else ()
    for allegation in case.pursued:
        for n, alleged in enumerate(allegation.provisions):
            for term, match in ((term, term.found_in(alleged.named or "")) for term in terms):
                if match:
                    words, at = " ".join(match[0].split()), ("provisions", n, "named")
                    said = f"the source that names the law says {say.words(words)}: {term.why}"
                    step, alike = (
                        f"ask for a correction; in our own words {term.step}",
                        f"named {words.casefold()}: {term.why}",
                    )
                    more = (allegation.id, said, step)
                    yield case.finding("allegations", *more, at=at, notes=term.notes, alike=alike, is_sure=False)


@cache
def _any(language: str) -> Words:
    """Return a pattern for any of the misuses, to pass over the sentences in which there is none."""
    return one_of(tuple(entry["pattern"] for entry in word_list("terms", language)["terms"]))


def _with_threshold(case: CheckInput) -> Iterator[tuple[Filing, Profile, Threshold]]:
    """Give the documents whose forum has a standard with words that lie above it."""
    for filing, profile in case.filings:
        threshold = profile.threshold
        if filing.id in case.drafts and threshold and (threshold.avoided or is_lower(threshold.phrase)):
            yield filing, profile, threshold


@check("DRA202", Severity.WARNING, "documents", raised=BY_RULE, looks_at=_with_threshold)
def word_above_standard(case: CheckInput) -> Iterator[Finding]:
    for filing, profile, threshold in _with_threshold(case):
        language, seen = primary(filing.language or case.graph.case.language), set[tuple[str, str, str]]()
        document, rule = case.drafts[filing.id].document, profile.rule(threshold.avoided_rule or "")
        blocks = ((block, own_text(block)) for block in own_blocks(document.blocks))
        for block, text in ((None, document.meta.title), *blocks):
            for match in _above(threshold, text, language, is_heading=block is None or isinstance(block, Heading)):
                place = record_at(origin_of(block), filing, case) if block else ("filings", filing.id, ("title",))
                word = " ".join(match[0].split())
                if (*place[:2], word.lower()) in seen or is_denied(text, match.start(), match.end(), language):
                    continue
                seen.add((*place[:2], word.lower()))
                said = f"{say.filing(filing)} says {say.words(word)}, which is more than {say.words(threshold.phrase)}"
                number = block.number if isinstance(block, (Paragraph, Heading)) else ""
                where = f"{'section' if isinstance(block, Heading) else 'paragraph'} {number} of " if number else ""
                where = where if block else "the title of "
                step = "write what the evidence shows by the standard of the forum, such as `alleged`, or cite the "
                (kind, record, loc), weight, notes = place, rule.heaviest if rule else None, rule_note(rule)
                said, step, settled = where + said, f"{step}conviction", (said,)
                found = case.finding(kind, record, said, step, at=loc, notes=notes, severity=weight, settled=settled)
                yield at_composed(found, case.graph, text, *match.span())


def _above(threshold: Threshold, text: str, language: str, *, is_heading: bool) -> Iterator[re.Match[str]]:
    """Give the words that a forum avoids, and in a heading what accuses, where less than guilt is decided."""
    if threshold.avoided:
        yield from re.finditer(rf"\b({'|'.join(map(re.escape, threshold.avoided))})\b", text, re.IGNORECASE)
    accuses = is_heading and is_lower(threshold.phrase) and language in languages_of("headings")
    if accuses and any_of("verdict", "hedges", language).search(text) is None:
        yield from any_of("headings", "accusing", language).finditer(text)


_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")


@check("TIM110", Severity.INFO, "texts and lines", looks_at=printed_in_all_languages)
def relative_time_word(case: CheckInput) -> Iterator[Finding]:
    """Find the words that tell a time by the day of writing, the first of each sentence that names no year.

    A word of the present is plain where the section or the case says as of which day it is true.
    """
    for sentence in _printed(case.graph, "relative_time", _drifts):
        text = sentence.text
        section = case.graph.find("narrative", Narrative, text.record_id) if text.kind == "narrative" else None
        days = (section.as_of if section else None, case.graph.case.as_of)
        is_dated = any(when and when.end and not when.end.approximate for when in days)
        word = any_of("relative_time", "drifting", sentence.language).search(sentence.own)
        if word is None and not is_dated:
            word = any_of("relative_time", "present", sentence.language).search(sentence.own)
        if word:
            said = f"{say.words(sentence.words(*word.span()))} gives a time by the day of writing, without a year"
            yield finding_in(case, sentence, word.span(), said, "write the date, or the day up to which it counts")


def _drifts(language: str) -> Test:
    drifting, present = (any_of("relative_time", key, language) for key in ("drifting", "present"))
    return lambda own: (drifting.search(own) or present.search(own)) and not _YEAR.search(own)
