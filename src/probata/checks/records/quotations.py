"""Words of others: where they stand, who brought them into our language, and in what office they were said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain

from probata.checks.engine.case import CheckInput, Loc
from probata.checks.engine.check import Looked, check, texts_in, texts_in_the_language_of_the_case
from probata.checks.engine.finding import Finding
from probata.checks.prose.citations import cited_places, places_agree
from probata.checks.prose.quotations import (
    FEWEST,
    QuotedWords,
    Wording,
    holds,
    nearest,
    quotations_in,
    wordings_of,
    words_of,
)
from probata.checks.prose.sentences import Sentence, at_words, our_paragraphs, our_texts, sentences_in
from probata.checks.prose.texts import MarkdownText
from probata.checks.prose.words import Words, any_of, languages_of, word_list
from probata.checks.records.evidence import is_word_of_accuser
from probata.checks.tenures.sure_days import are_surely_apart, is_surely_before
from probata.diagnostics import Severity, say
from probata.graph.case_graph import CaseGraph
from probata.graph.sources import why_not_contained
from probata.model.allegation import Allegation
from probata.model.dates import When
from probata.model.language import primary, same_language
from probata.model.position import Position
from probata.model.quotation import Quotation
from probata.model.role import Role
from probata.model.source_record import Source

# Which allegations are put forward against whom.


def charges_against(case: CheckInput) -> Mapping[str, tuple[Allegation, ...]]:
    """Return the allegations put forward by the ids of the persons in whose roles they are, each in their order."""
    return case.once("allegations by person", lambda: _by_person(case))


def _by_person(case: CheckInput) -> dict[str, tuple[Allegation, ...]]:
    found: dict[str, list[Allegation]] = {}
    for allegation in case.pursued:
        for person in dict.fromkeys(role.person for role in case.roles_of(allegation)):
            found.setdefault(person, []).append(allegation)
    return {person: tuple(several) for person, several in found.items()}


# The words are in `words/titles.yaml`, in English, French and Spanish together: a record has titles of several
# languages.

_WORD = re.compile(r"[\w’'-]+")
_ENOUGH = 4
"""Words with which a title begins that tell it from others: `Head of the Office`."""


def begins_title(office: str, title: str) -> bool:
    """Tell whether an office is a title, or four words or more of it up to a comma or a preposition.

    What follows the words may make another post of them: `Head of North Prison` is not `Head of North Prison Hospital`.
    """
    wanted = [found[0].casefold() for found in _words(office)]
    words = _words(title)
    if not wanted or [found[0].casefold() for found in words[: len(wanted)]] != wanted:
        return False
    rest = title[words[len(wanted) - 1].end() :]
    return len(words) == len(wanted) or (len(wanted) >= _ENOUGH and _behind_title().match(rest) is not None)


def short_title(title: str) -> str:
    """Return the words by which a post is named alone: those before its body, or all where these are everyday words."""
    short = bare_title(title)
    return title if _everyday().fullmatch(short) else short


def bare_title(title: str) -> str:
    """Return the words of a title before what it is a post of, everyday words too: `Head` of `Head of North Prison`."""
    return _of_what().split(title)[0].strip()


def _words(text: str) -> list[re.Match[str]]:
    return [found for found in _WORD.finditer(text) if found[0].casefold() != "the"]


@cache
def _behind_title() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:[,;(]|{_prepositions()})", re.IGNORECASE)


@cache
def _of_what() -> re.Pattern[str]:
    return re.compile(rf",| (?:and|et|y) | {_prepositions()}")


def _prepositions() -> str:
    return rf"(?:{'|'.join(word_list('titles')['before_body'])})(?:\b|(?<=[’']))"


@cache
def _everyday() -> Words:
    return Words("|".join(word_list("titles")["everyday"]))


_QUOTED = re.compile(r"“([^“”]*)”|\"([^\"]*)\"|«([^«»]*)»")
_CUT = re.compile(r"\[[^\[\]]*\]|…|\.\.\.")


def _quoting_records(case: CheckInput) -> Iterator[Looked]:
    """Give our texts, where there are recorded words to compare with, and the quotations that stand inside others."""
    if any(True for _ in wordings_of(case.graph)):
        yield from texts_in(case, case.graph.case.language)
    nested = dict.fromkeys(inner for quotation in case.graph.quotations for inner in quotation.nested)
    yield from (Looked(f"quotations/{inner}") for inner in nested if case.graph.has("quotations", inner))


@check("EVI121", Severity.WARNING, "texts and quotations", looks_at=_quoting_records)
def quotation_mismatch(case: CheckInput) -> Iterator[Finding]:
    """Compare the quotations in our texts, and those inside other quotations, with what is recorded."""
    yield from _nested(case)
    recorded: dict[str, list[Wording]] = {}
    for wording in wordings_of(case.graph):
        recorded.setdefault(wording.source, []).append(wording)
    for text in our_texts(case.graph, case.graph.case.language) if recorded else ():
        for sentence in sentences_in(text):
            cited = [wording for key, place in cited_places(sentence.raw) for wording in recorded.get(key, ())
                     if places_agree(wording.place, place)]  # fmt: skip
            for match in _QUOTED.finditer(sentence.raw) if cited else ():
                start, end = match.span(match.lastindex or 0)
                yield from _compared(case, text, sentence.start + start, sentence.start + end, cited)


def _compared(case: CheckInput, text: MarkdownText, start: int, end: int, cited: list[Wording]) -> Iterator[Finding]:
    """Compare each piece of a quotation; one that stands in any of the wordings is right."""
    for piece in _CUT.split(text.value[start:end]):
        words = words_of(piece)
        if len(words) < FEWEST or any(holds(words_of(one.text), words) for one in cited):
            continue
        near = next(((one, found) for one in cited if (found := nearest(words_of(one.text), words))), None)
        if near:
            finding = case.finding(
                text.kind, text.record_id,
                f"the text quotes {say.words(' '.join(piece.split()))}, and {say.record(near[0].record)} has "
                f"{say.words(' '.join(near[1]))}",
                "open the source and write its words in both places, with `…` for what is left out and square "
                "brackets for what is added", at=text.loc,
            )  # fmt: skip
            yield at_words(finding, case.graph, text, start, end)


def _nested(case: CheckInput) -> Iterator[Finding]:
    for outer in case.graph.quotations:
        for key in outer.nested:
            inner = case.graph.find("quotations", Quotation, key)
            if inner and not all(holds(words_of(outer.text), words_of(piece)) for piece in _CUT.split(inner.text)):
                yield case.finding(
                    "quotations", inner.id,
                    f"quotation {say.quotation(inner)} is said to stand inside {say.quotation(outer)}, and its words "
                    "do not",
                    "open the source and write the same words in both, or take it out of `nested`", at=("text",),
                )  # fmt: skip


_NAMES = (
    "title", "translated_title", "container_title", "name", "short_name", "abbreviation", "other_names", "misnomers",
    "heading", "label", "native",
)  # fmt: skip
"""Fields that hold what somebody or something is called."""
_BEFORE = 60
"""Characters before a quotation in which a word may say that it is a name or a term."""
_SHOWN = 8
"""Words of a quotation that are shown."""
Paragraph = tuple[Sentence, ...]


@check("EVI142", Severity.WARNING, "texts", looks_at=texts_in_the_language_of_the_case)
def quotation_without_note(case: CheckInput) -> Iterator[Finding]:
    """Find the quotations of paragraphs that cite nothing, each once."""
    bare = tuple(_bare(case))
    known = _known(case) if bare else ""
    for quoted in bare:
        if f" {' '.join(words_of(quoted.words))} " not in known and not _is_called(quoted):
            words = quoted.words.replace("`", "'").split()
            shown = " ".join(words[:_SHOWN]) + (" …" if len(words) > _SHOWN else "")
            text = quoted.sentence.text
            finding = case.finding(
                text.kind, text.record_id, f"the text quotes {say.words(shown)}, and its paragraph cites no source",
                "add the source and the place in it, such as `[@register, p. 4]`", at=text.loc,
            )  # fmt: skip
            yield at_words(finding, case.graph, text, quoted.start, quoted.end)


def _bare(case: CheckInput) -> Iterator[QuotedWords]:
    """Give the quotations of three words or more that nothing in their paragraph or record bears out."""
    before: Paragraph = ()
    for paragraph in our_paragraphs(case.graph, case.graph.case.language):
        if not _is_cited(paragraph, before) and not _record_cites(case.graph, paragraph[0]):
            yield from chain.from_iterable(map(quotations_in, paragraph))
        before = paragraph


def _is_cited(paragraph: Paragraph, before: Paragraph) -> bool:
    """Tell whether a paragraph cites, or stands behind a colon of one that does."""
    if any(sentence.cites for sentence in paragraph):
        return True
    leads = before and before[0].text is paragraph[0].text and before[-1].raw.rstrip().endswith(":")
    return bool(leads) and any(sentence.cites for sentence in before)


def _record_cites(graph: CaseGraph, sentence: Sentence) -> bool:
    text = sentence.text
    record = graph.case if text.kind == "case" else graph.records.get(text.kind, {}).get(text.record_id)
    if isinstance(record, Allegation):
        return text.loc == ("statement",) and any(not item.against for item in record.evidence)
    return bool(getattr(record, "citations", ()))


def _known(case: CheckInput) -> str:
    """Return the words of recorded names and titles, and of what is quoted with a citation elsewhere, one a line."""
    names = [name for _, record in case.graph.each() for field in _NAMES for name in _lines(getattr(record, field, ()))]
    names += [name for law in case.catalogue.instruments.values() for name in (law.title, law.short) if name]
    paragraphs = our_paragraphs(case.graph, case.graph.case.language)
    sentences = (sentence for paragraph in paragraphs if _is_cited(paragraph, ()) for sentence in paragraph)
    cited = [quoted.words for sentence in sentences for quoted in quotations_in(sentence)]
    return "\n".join(f" {' '.join(words_of(line))} " for line in dict.fromkeys((*names, *cited)))


def _lines(value: object) -> tuple[str, ...]:
    """Return the lines of a field: one, several, or that of a name in its own script."""
    if isinstance(value, str):
        return (value,)
    several = value if isinstance(value, tuple) else (getattr(value, "display", None), getattr(value, "text", None))
    return tuple(one for one in several if isinstance(one, str))


def _is_called(quoted: QuotedWords) -> bool:
    """Tell whether the words before a quotation say that it is a name, a term or a heading."""
    language = quoted.sentence.language
    has_list = language in languages_of("called")
    return has_list and any_of("called", "before", language).search(quoted.before[-_BEFORE:]) is not None


@check(
    "EVI112",
    Severity.WARNING,
    "quotations",
    unfit_records=True,
    raised="must fix where the source is recorded as not holding the words",
)
def quotation_without_source(case: CheckInput) -> Iterator[Finding]:
    """Find the quotations without a source of their own or of what they stand in."""
    quotations = case.graph.quotations
    inside = {nested for quotation in quotations if quotation.quoted_in for nested in quotation.nested}
    for quotation in quotations:
        if why := why_not_contained(case.graph, quotation):
            yield case.finding(
                "quotations", quotation.id, f"the source of quotation {say.quotation(quotation)} does not hold its "
                f"words: {why}",
                "name the source that has them in `quoted_in` and record that it was read, or take the quotation out",
                at=("quoted_in",), severity=Severity.ERROR,
            )  # fmt: skip
        elif quotation.quoted_in is None and quotation.id not in inside:
            yield case.finding(
                "quotations", quotation.id, f"quotation {say.quotation(quotation)} names no source",
                "add `quoted_in`: the source and the place in it, such as `interview, para 3`",
            )  # fmt: skip


@check("EVI111", Severity.WARNING, "quotations", unfit_records=True)
def quotation_without_translation(case: CheckInput) -> Iterator[Finding]:
    """Find the quotations whose translation is not accounted for; what is only a note comes once for each kind."""
    noted: dict[Fault, list[str]] = {}
    for quotation in case.graph.quotations:
        fault = _fault(quotation, _language(case, quotation), case.graph.case.language)
        if fault and fault.severity is Severity.INFO:
            noted.setdefault(fault, []).append(quotation.id)
        elif fault:
            yield _finding_quotation_translation(case, fault, [quotation.id])
    for fault, ids in noted.items():
        yield _finding_quotation_translation(case, fault, ids)


@dataclass(frozen=True, slots=True)
class Fault:
    """What a quotation leaves open."""

    what: str
    help: str
    loc: Loc
    severity: Severity = Severity.WARNING


_NONE = Fault(
    "no translation is recorded",
    "add `translation: {kind: …, translator: …}`, and the words themselves as `original`", ("text",),
)  # fmt: skip
_MACHINE = Fault(
    "it is translated by a machine",
    "have somebody who knows both languages read it, and write `kind: human` with their name", ("translation", "kind"),
)  # fmt: skip
_UNKNOWN = Fault(
    "the translation is of unknown origin",
    "compare it with the original, or write `kind: by_source` where the source prints it so", ("translation",),
    Severity.INFO,
)  # fmt: skip
_NOBODY = Fault(
    "it is not said who translated it", "add `translator: …`", ("translation",), Severity.INFO,
)  # fmt: skip


def _language(case: CheckInput, quotation: Quotation) -> str | None:
    """Return the language in which the words were said, or in which their source prints them."""
    if quotation.original:
        return quotation.original.lang
    source = case.graph.find("sources", Source, quotation.quoted_in.source) if quotation.quoted_in else None
    return source.language if source and source.language and primary(source.language) != "und" else None


def _fault(quotation: Quotation, language: str | None, of_case: str) -> Fault | None:
    translation = quotation.translation
    if translation is None:
        return None if language is None or same_language(language, of_case) else _NONE
    if translation.kind in {"human", "sworn"}:
        return None if translation.translator else _NOBODY
    return {"machine": _MACHINE, "unknown": _UNKNOWN}.get(translation.kind)


def _finding_quotation_translation(case: CheckInput, fault: Fault, ids: list[str]) -> Finding:
    language = ""
    if quotation := case.graph.find("quotations", Quotation, ids[0]):
        language = f", from {say.words(tag)}" if (tag := _language(case, quotation)) else ""
    others = f" and {len(ids) - 1} more" if len(ids) > 1 else ""
    found = case.finding(
        "quotations", ids[0], f"quotation {say.quotation(ids[0])}{others}{language if len(ids) == 1 else ''}: "
        f"{fault.what}",
        fault.help, at=fault.loc, severity=fault.severity,
        notes=(f"the others: {', '.join(say.quotation(one) for one in ids[1:])}",) if others else (),
    )  # fmt: skip
    return replace(found, others=tuple(f"quotations/{one}" for one in ids[1:]))


def _dated_quotations(case: CheckInput) -> Iterator[Looked]:
    """Give the dated quotations in a source; of one in a source without a date it cannot be told."""
    for quotation in case.graph.quotations:
        if quotation.date and quotation.quoted_in:
            issued, _ = _dated(case, quotation.quoted_in.source)
            yield Looked(f"quotations/{quotation.id}", "" if issued else "its source is not dated")


@check("TIM123", Severity.WARNING, "quotations", looks_at=_dated_quotations)
def quotation_newer_than_source(case: CheckInput) -> Iterator[Finding]:
    """Find the quotations that are newer than the work that prints them."""
    for quotation in case.graph.quotations:
        key = quotation.quoted_in.source if quotation.quoted_in else ""
        issued, may_change = _dated(case, key)
        if quotation.date and issued and is_surely_before(issued, quotation.date):
            yield case.finding(
                "quotations", quotation.id,
                f"quotation {say.quotation(quotation)} is dated {say.date(quotation.date)}, and stands in "
                f"{say.cited(key)} of {say.date(issued)}",
                "read both dates again in the source and correct the one that is wrong", at=("date",),
                severity=Severity.INFO if may_change else None,
            )  # fmt: skip


def _dated(case: CheckInput, key: str) -> tuple[When | None, bool]:
    """Return the date of a work, and whether it may have changed since."""
    work = case.work(key)
    if isinstance(work, Source):
        return work.issued, work.type == "webpage"
    return (work.date if work else None), False


def _words_of_charged(case: CheckInput) -> Iterator[Looked]:
    """Give the quotations of persons whom an allegation charges."""
    charges = charges_against(case)
    yield from (Looked(f"quotations/{one.id}") for one in case.graph.quotations if one.speaker.person in charges)


@check("EVI159", Severity.WARNING, "quotations", looks_at=_words_of_charged)
def words_from_accuser_alone(case: CheckInput) -> Iterator[Finding]:
    """Find the words that can be looked up nowhere but with the accuser."""
    charges = charges_against(case)
    for quotation in case.graph.quotations:
        charged = charges.get(quotation.speaker.person or "", ())
        if charged and (source := _source_alone(case, quotation, charged)):
            yield case.finding(
                "quotations", quotation.id,
                f"the words of {say.person(quotation.speaker.person)} stand only in {say.source(source)}, a work of "
                "whoever makes the allegations against them, and neither day nor occasion is recorded",
                "ask the authors where they have them from, and record that source with `date` and `occasion`",
                at=("quoted_in",), alike=f"{quotation.speaker.person} {source.id}",
            )  # fmt: skip


def _source_alone(case: CheckInput, quotation: Quotation, charged: tuple[Allegation, ...]) -> Source | None:
    if quotation.quoted_in is None or quotation.date or quotation.occasion:
        return None
    source = case.graph.find("sources", Source, quotation.quoted_in.source)
    return source if source and any(is_word_of_accuser(case, one, source) for one in charged) else None


_PHRASE = re.compile(r"[;,()]")


def _speaking_in_office(case: CheckInput) -> Iterator[Looked]:
    """Give the quotations whose speaker has a recorded office; of one without a date it cannot be told."""
    for quotation, _, _ in _offices(case):
        yield Looked(f"quotations/{quotation.id}", "" if quotation.date else "it is not dated")


@check("TIM173", Severity.WARNING, "quotations with an office", looks_at=_speaking_in_office)
def office_not_held(case: CheckInput) -> Iterator[Finding]:
    """Compare the office of each speaker with the times at which they held it."""
    for quotation, office, held in _offices(case):
        day = quotation.date
        if day and all(are_surely_apart(day, when) for _, times in held for when in times):
            told = ", ".join(f"role {say.role(role)} has that for {_texts(times)}" for role, times in held)
            yield case.finding(
                "quotations", quotation.id,
                f"quotation {say.quotation(quotation)} of {say.date(day)} gives its speaker as {say.words(office)}, "
                f"and {told}",
                "give the office that the speaker had on that day, write `Former …`, or correct the date that is wrong",
                at=("speaker", "office"),
            )  # fmt: skip


def _offices(case: CheckInput) -> Iterator[tuple[Quotation, str, list[tuple[Role, tuple[When, ...]]]]]:
    """Give each office of a speaker that is a recorded post of theirs, with the times of the roles of that title."""
    for quotation in case.graph.quotations:
        for phrase in _PHRASE.split(quotation.speaker.office or "") if quotation.speaker.person else ():
            roles = case.graph.roles_of(quotation.speaker.person)
            held = [(role, times) for role in roles if (times := _times_as(case, role, phrase))]
            if held:
                yield quotation, phrase.strip(), held


def _times_as(case: CheckInput, role: Role, office: str) -> tuple[When, ...]:
    """Return when a role may have been held under a title; nothing where it has no such title."""
    of_role = (role.dates.possible or role.dates.stated, *(other.dates for other in role.dates.other_accounts))
    found: list[When] = [*of_role] if begins_title(office, role.title) else []
    for seat in role.seats:
        post = case.graph.find("positions", Position, seat.position)
        if post and begins_title(office, post.title):
            found += [seat.dates] if seat.dates else of_role
    return tuple(found)


def _texts(times: tuple[When, ...]) -> str:
    return " or ".join(dict.fromkeys(say.date(when) for when in times))
