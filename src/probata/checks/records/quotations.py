"""Words of others: where they stand, who brought them into our language, and in what office they were said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from probata.checks.engine.case import CheckInput, Loc
from probata.checks.engine.check import Looked, check, itself, texts_in, texts_in_the_language_of_the_case
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
from probata.checks.prose.sentences import (
    Sentence,
    finding_in,
    finding_of_words,
    our_paragraphs,
    our_texts,
    sentences_in,
)
from probata.checks.prose.words import any_of, languages_of, word_list
from probata.checks.records.evidence import is_word_of_accuser
from probata.checks.tenures.sure_days import are_surely_apart
from probata.diagnostics import Severity, say
from probata.graph.case_graph import CaseGraph, grouped
from probata.graph.sources import why_not_contained
from probata.model.allegation import Allegation
from probata.model.dates import When
from probata.model.language import primary, same_language
from probata.model.position import Position
from probata.model.quotation import Quotation
from probata.model.role import Role
from probata.model.source_record import Source

_QUOTED = re.compile(r"“([^“”]*)”|\"([^\"]*)\"|«([^«»]*)»")
_CUT = re.compile(r"\[[^\[\]]*\]|…|\.\.\.")


@check("EVI121", Severity.WARNING, "texts and quotations", looks_at=itself)
def quotation_mismatch(case: CheckInput) -> Iterator[Finding | Looked]:
    for outer in case.graph.quotations:
        for key in outer.nested:
            inner = case.graph.find("quotations", Quotation, key)
            if inner:
                yield Looked(f"quotations/{inner.id}")
            if inner and not all(holds(words_of(outer.text), words_of(piece)) for piece in _CUT.split(inner.text)):
                yield case.finding_on(
                    inner,
                    f"quotation {say.quotation(inner)} is recorded as part of {say.quotation(outer)}, which does not "
                    "have its words",
                    "open the source and write the same words in both, or take it out of `nested`",
                    at=("text",),
                )
    recorded = grouped(wordings_of(case.graph), lambda wording: wording.source)
    yield from texts_in(case, case.graph.case.language) if recorded else ()
    for text in our_texts(case.graph, case.graph.case.language) if recorded else ():
        for sentence in sentences_in(text):
            places = [(one, place) for key, place in cited_places(sentence.raw) for one in recorded.get(key, ())]
            for match in _QUOTED.finditer(sentence.raw) if places else ():
                start, end = match.span(match.lastindex or 0)
                for piece in _CUT.split(sentence.raw[start:end]):
                    if is_otherwise := _is_otherwise(piece, places):
                        yield finding_in(
                            case,
                            sentence,
                            (start, end),
                            f"the text quotes {say.words(' '.join(piece.split()))}{is_otherwise}",
                            "open the source and write its words and their place alike in both, with `…` for what is "
                            "left out and square brackets for what is added",
                        )


def _is_otherwise(piece: str, places: list[tuple[Wording, str]]) -> str:
    """Say how a piece of a quotation differs from what is recorded at a place cited, or that it stands at another."""
    words = words_of(piece)
    cited = [one for one, place in places if places_agree(one.place, place)]
    if len(words) < FEWEST or any(holds(words_of(one.text), words) for one in cited):
        return ""
    for one in cited:
        if found := nearest(words_of(one.text), words):
            return f"; {say.record(one.record)} has {say.words(' '.join(found))}"
    for one, place in places:
        if holds(words_of(one.text), words):
            return f" from {say.words(place.strip())}; {say.record(one.record)} has it at {say.words(one.place)}"
    return ""


_NAMES = (
    *("title", "translated_title", "container_title", "name", "short_name", "abbreviation"),
    *("other_names", "misnomers", "heading", "label", "native"),
)
"""Fields that hold what somebody or something is called."""
_BEFORE = 60
"""Characters before a quotation in which a word may say that it is a name or a term."""
_SHOWN = 8
"""Words of a quotation that are shown."""


@check("EVI142", Severity.WARNING, "texts", looks_at=texts_in_the_language_of_the_case)
def quotation_without_note(case: CheckInput) -> Iterator[Finding]:
    bare: list[QuotedWords] = []
    before: tuple[Sentence, ...] = ()
    for paragraph in our_paragraphs(case.graph, case.graph.case.language):
        if not _is_cited(paragraph, before) and not _record_cites(case.graph, paragraph[0]):
            bare += [quoted for sentence in paragraph for quoted in quotations_in(sentence)]
        before = paragraph
    known = _known(case) if bare else ""
    for quoted in bare:
        if f" {' '.join(words_of(quoted.words))} " not in known and not _is_called(quoted):
            words = quoted.words.replace("`", "'").split()
            shown = " ".join(words[:_SHOWN]) + (" …" if len(words) > _SHOWN else "")
            yield finding_of_words(
                case,
                quoted.sentence.text,
                (quoted.start, quoted.end),
                f"the text quotes {say.words(shown)}, and its paragraph cites no source",
                "add the source and the place in it, such as `[@register, p. 4]`",
            )


def _is_cited(paragraph: tuple[Sentence, ...], before: tuple[Sentence, ...]) -> bool:
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
    quotations = case.graph.quotations
    inside = {nested for quotation in quotations if quotation.quoted_in for nested in quotation.nested}
    for quotation in quotations:
        if why := why_not_contained(case.graph, quotation):
            yield case.finding_on(
                quotation,
                f"the source of quotation {say.quotation(quotation)} does not hold its words: {why}",
                "name the source that has them in `quoted_in` and record that it was read, or take the quotation out",
                at=("quoted_in",),
                severity=Severity.ERROR,
            )
        elif quotation.quoted_in is None and quotation.id not in inside:
            yield case.finding_on(
                quotation,
                f"quotation {say.quotation(quotation)} names no source",
                "add `quoted_in`: the source and the place in it, such as `interview, para 3`",
            )


class _Fault(NamedTuple):
    """What the translation of a quotation leaves open."""

    what: str
    help: str
    loc: Loc
    severity: Severity = Severity.WARNING


_UNTRANSLATED = _Fault(
    "no translation is recorded",
    "add `translation: {kind: …, translator: …}`, and the words themselves as `original`",
    ("text",),
)
_FAULTS = {
    "machine": _Fault(
        "it is translated by a machine",
        "have somebody who knows both languages read it, and write `kind: human` with their name",
        ("translation", "kind"),
    ),
    "unknown": _Fault(
        "the translation is of unknown origin",
        "compare it with the original, or write `kind: by_source` where the source prints it so",
        ("translation",),
        Severity.INFO,
    ),
}
_NOBODY = _Fault("no translator is named", "add `translator: …`", ("translation",), Severity.INFO)


@check("EVI111", Severity.WARNING, "quotations", unfit_records=True)
def quotation_without_translation(case: CheckInput) -> Iterator[Finding]:
    found = [(fault, one) for one in case.graph.quotations if (fault := _fault_of_translation(case, one))]
    together = grouped(found, lambda one: (one[0], one[1].id if one[0].severity is not Severity.INFO else ""))
    for (fault, _), several in together.items():
        first, *others = [quotation for _, quotation in several]
        language = "" if others else _language(case, first)
        of_several = f" and {len(others)} more" if others else f", from {say.words(language)}" if language else ""
        finding = case.finding_on(
            first,
            f"quotation {say.quotation(first)}{of_several}: {fault.what}",
            fault.help,
            at=fault.loc,
            severity=fault.severity,
            notes=(f"the others: {', '.join(say.quotation(one) for one in others)}",) if others else (),
        )
        yield replace(finding, others=tuple(f"quotations/{one.id}" for one in others))


def _language(case: CheckInput, quotation: Quotation) -> str | None:
    """Return the language in which the words were said, or in which their source prints them."""
    if quotation.original:
        return quotation.original.lang
    source = case.graph.find("sources", Source, quotation.quoted_in.source) if quotation.quoted_in else None
    return source.language if source and source.language and primary(source.language) != "und" else None


def _fault_of_translation(case: CheckInput, quotation: Quotation) -> _Fault | None:
    translation, language = quotation.translation, _language(case, quotation)
    if translation is None:
        return None if language is None or same_language(language, case.graph.case.language) else _UNTRANSLATED
    if translation.kind in {"human", "sworn"}:
        return None if translation.translator else _NOBODY
    return _FAULTS.get(translation.kind)


def _date_of(case: CheckInput, quotation: Quotation) -> When | None:
    work = case.work(quotation.quoted_in.source) if quotation.quoted_in else None
    return work.issued if isinstance(work, Source) else work.date if work else None


def _words_of_charged(case: CheckInput) -> Iterator[tuple[Quotation, list[Allegation]]]:
    """Give the quotations of persons whom an allegation charges, with the allegations."""
    charges: dict[str, list[Allegation]] = {}
    for allegation in case.pursued:
        for person in dict.fromkeys(role.person for role in case.roles_of(allegation)):
            charges.setdefault(person, []).append(allegation)
    for quotation in case.graph.quotations:
        if charged := charges.get(quotation.speaker.person or ""):
            yield quotation, charged


@check("EVI159", Severity.WARNING, "quotations", looks_at=_words_of_charged)
def words_from_accuser_alone(case: CheckInput) -> Iterator[Finding]:
    for quotation, charged in _words_of_charged(case):
        source = case.graph.find("sources", Source, quotation.quoted_in.source) if quotation.quoted_in else None
        if source is None or quotation.date or quotation.occasion:
            continue
        if any(is_word_of_accuser(case, one, source) for one in charged):
            yield case.finding_on(
                quotation,
                f"the words of {say.person(quotation.speaker.person)} stand only in {say.source(source)}, a work of "
                "whoever makes the allegations against them, and neither day nor occasion is recorded",
                "ask the authors where they have them from, and record that source with `date` and `occasion`",
                at=("quoted_in",),
                alike=f"{quotation.speaker.person} {source.id}",
            )


_WORD = re.compile(r"[\w’'-]+")
_ENOUGH = 4
"""Words with which a title begins that tell it from others: `Head of the Office`."""


@cache
def _behind_title() -> re.Pattern[str]:
    """Match what ends the words of a title: a record has titles of several languages, and so have the words."""
    prepositions = "|".join(word_list("titles")["before_body"])
    return re.compile(rf"\s*(?:[,;(]|(?:{prepositions})(?:\b|(?<=[’'])))", re.IGNORECASE)


def begins_title(office: str, title: str) -> bool:
    """Tell whether an office is a title, or four words or more of it up to a comma or a preposition.

    What follows the words may make another post of them: `Head of North Prison` is not `Head of North Prison Hospital`.
    """
    wanted, words = (
        [found for found in _WORD.finditer(text) if found[0].casefold() != "the"] for text in (office, title)
    )
    size = len(wanted)
    if not wanted or [one[0].casefold() for one in words[:size]] != [one[0].casefold() for one in wanted]:
        return False
    return len(words) == size or (size >= _ENOUGH and _behind_title().match(title, words[size - 1].end()) is not None)


def _offices(case: CheckInput) -> Iterator[tuple[Quotation, str, list[tuple[Role, list[When]]]]]:
    """Give each office of a speaker that is a recorded post of theirs, with the times of the roles of that title."""
    for quotation in case.graph.quotations:
        speaker = quotation.speaker
        for phrase in re.split(r"[;,()]", speaker.office or "") if speaker.person else ():
            roles = case.graph.roles_of(speaker.person or "")
            held = [(role, times) for role in roles if (times := _times_as(case, role, phrase))]
            if held:
                yield quotation, phrase.strip(), held


def _times_as(case: CheckInput, role: Role, office: str) -> list[When]:
    """Return when a role may have been held under a title; nothing where it has no such title."""
    of_role = [role.dates.possible or role.dates.stated, *(other.dates for other in role.dates.other_accounts)]
    found = [*of_role] if begins_title(office, role.title) else []
    for seat in role.seats:
        post = case.graph.find("positions", Position, seat.position)
        if post and begins_title(office, post.title):
            found += [seat.dates] if seat.dates else of_role
    return found


@check("TIM173", Severity.WARNING, "quotations with an office", looks_at=itself)
def office_not_held(case: CheckInput) -> Iterator[Finding | Looked]:
    for quotation, office, held in _offices(case):
        day = quotation.date
        yield Looked(f"quotations/{quotation.id}", "" if day else "it is not dated")
        if day and all(are_surely_apart(day, when) for _, times in held for when in times):
            roles = ", ".join(
                f"role {say.role(role)} has that for {' or '.join(dict.fromkeys(say.date(when) for when in times))}"
                for role, times in held
            )
            yield case.finding_on(
                quotation,
                f"quotation {say.quotation(quotation)} of {say.date(day)} gives its speaker as {say.words(office)}; "
                f"{roles}",
                "give the office that the speaker had on that day, write `Former …`, or correct the date that is wrong",
                at=("speaker", "office"),
            )
