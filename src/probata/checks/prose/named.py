"""The findings on names: spelled otherwise than recorded, abbreviated as another, and of whom there is no record."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from itertools import chain, pairwise
from typing import Any, NamedTuple

from probata.checks.engine.case import CheckInput
from probata.checks.engine.check import (
    TEXTS,
    check,
    compared_texts,
    records_where,
    texts_in_the_language_of_the_case,
    together,
)
from probata.checks.engine.finding import Finding
from probata.checks.prose.mentions import without_country
from probata.checks.prose.sentences import finding_in, finding_of_words, our_words, saying
from probata.checks.prose.spelling import (
    WORD,
    OtherNumber,
    Spelling,
    fold_word,
    misnomers,
    other_numbers,
    plain,
    recorded_names,
    spellings,
    words_of,
)
from probata.checks.prose.texts import MarkdownText
from probata.checks.prose.words import any_of, by_wording, languages_of, word_list
from probata.checks.support.graded_words import ends_an_office, ranks
from probata.diagnostics import Severity, say
from probata.graph.case_graph import CaseGraph
from probata.model.body import Body
from probata.model.case_file import CaseFile
from probata.model.parts import is_part

_TEXTS_AND_MISNOMERS = together(
    texts_in_the_language_of_the_case,
    compared_texts,
    records_where("bodies", lambda body: body.misnomers),
    records_where("events", lambda event: event.misnomers),
)


@check("DRA105", Severity.WARNING, TEXTS, looks_at=_TEXTS_AND_MISNOMERS)
def name_spelled_two_ways(case: CheckInput) -> Iterator[Finding]:
    told: set[tuple[object, str]] = set()
    near: list[Spelling | OtherNumber] = [*spellings(case.graph), *other_numbers(case.graph)]
    for found in near:
        text = found.text if isinstance(found, Spelling) else found.sentence.text
        key = ((text.kind, text.record_id, text.loc), found.words)
        if key not in told:
            told.add(key)
            yield _spelled(case, found) if isinstance(found, Spelling) else _numbered(case, found)
    wrong: dict[tuple[str, str], list[str]] = {}
    for record, name, misnomer in misnomers(case.graph):
        wrong.setdefault((record, name), []).append(misnomer)
    for (record, name), printed in wrong.items():
        kind, _, record_id = record.partition("/")
        yield case.finding(
            kind, record_id, f"a source prints {say.listed(printed)} for {say.words(name)}, which is not its name",
            "ask the source for a correction; in a document write the name, or quote the wrong one as printed",
            at=("misnomers",), severity=Severity.INFO,
        )  # fmt: skip


def _spelled(case: CheckInput, found: Spelling) -> Finding:
    resembled = found.resembled
    record = (
        "correct the title of"
        if resembled.record.startswith("positions/")
        else "record this spelling as another name of"
    )
    return finding_of_words(
        case, found.text, (found.start, found.end),
        f"{say.words(found.words)} differs from the recorded name {say.words(resembled.name)} in {resembled.how}",
        f"write {say.words(resembled.name)}, or {record} {say.record(resembled.record)}",
        severity=Severity.INFO if resembled.is_note else None,
    )  # fmt: skip


def _numbered(case: CheckInput, found: OtherNumber) -> Finding:
    return finding_in(
        case, found.sentence, (found.start, found.end),
        f"{say.words(found.words)} differs from the recorded name {say.words(found.name)} in its number, and no "
        f"record has that number",
        f"write the number of {say.record(found.record)}, or record the other one",
        severity=None if found.is_sure else Severity.INFO,
    )  # fmt: skip


_ABBREVIATION = re.compile(r"[A-Z](?<![\w/.-][A-Z])[A-Z]{1,6}s?(?![\w/-]|\.[A-Z])")
_IN_BRACKETS = re.compile(r"\s(?<=[\w’']\s)\s*\((?:the )?[“\"'‘]?(?P<letters>[A-Z]{2,7})[”\"'’]?\)")
_BEFORE_BRACKETS = re.compile(r"([A-Z](?<!\w[A-Z])[A-Z]{1,6}) \([A-Z]?[a-z]")
_LONGEST_NAME, _LONGEST_LINE = 150, 120
"""Letters before a bracket in which the name of a body is looked for, and of a line of a record that is no text."""
_ROMAN = re.compile(r"[IVXLC]+")
_TEXTS = frozenset({"description", "summary", "note", "statement"})


@check("DRA106", Severity.WARNING, TEXTS)
def body_named_two_ways(case: CheckInput) -> Iterator[Finding]:
    texts = our_words(case.graph)
    for text, own in texts:
        yield from _of_another(case, text, own)
    explained = _explained(case, texts)
    used: defaultdict[str, list[tuple[MarkdownText, int]]] = defaultdict(list)
    for text, own in texts:
        for match in _ABBREVIATION.finditer(own):
            letters = match[0].removesuffix("s")
            if letters not in explained and not _ROMAN.fullmatch(letters) and not _is_shouted(own, match):
                used[letters].append((text, match.start()))
    for letters, places in used.items():
        (text, start), records = places[0], len({(place.kind, place.record_id) for place, _ in places})
        often = f", and {records - 1} more records use it" if records > 1 else ""
        yield finding_of_words(
            case, text, (start, start + len(letters)),
            f"{say.words(letters)} is used here and explained nowhere in the case{often}",
            "write the full name at its first mention, or record it as the `abbreviation` of a body",
        )  # fmt: skip


def _of_another(case: CheckInput, text: MarkdownText, own: str) -> Iterator[Finding]:
    """Find the brackets behind a body's name that hold the letters of another, or not those recorded."""
    by_name, by_letters = case.once("bodies by names and letters", lambda: _bodies(case.graph))
    for match in _IN_BRACKETS.finditer(own):
        words = own[max(match.start() - _LONGEST_NAME, 0) : match.start()].casefold().split()
        endings = (" ".join(words[start:]) for start in range(len(words)))
        named = next((by_name[ending] for ending in endings if ending in by_name), None)
        owners = by_letters.get(match["letters"], [])
        if not named or named in owners or not (owners or named.abbreviation):
            continue
        whose = f"whose abbreviation is {say.words(named.abbreviation)}"
        if owners:
            whose = f"and is recorded for {say.words(owners[0].name)}"
        yield finding_of_words(
            case, text, match.span("letters"),
            f"{say.words(match['letters'])} stands in brackets behind {say.words(named.name)}, {whose}",
            "write the abbreviation of the body that is meant, or record this one under its `other_names`",
        )  # fmt: skip


def _bodies(graph: CaseGraph) -> tuple[dict[str, Body], dict[str, list[Body]]]:
    by_name: dict[str, Body] = {}
    by_letters: dict[str, list[Body]] = {}
    for body in graph.bodies:
        for name in filter(None, (body.name, without_country(body), body.short_name, *body.other_names)):
            by_name.setdefault(name.casefold().removeprefix("the "), body)
        for letters in {body.abbreviation or "", *body.other_names}:
            by_letters.setdefault(letters, []).append(body)
    return by_name, by_letters


def _explained(case: CheckInput, texts: Sequence[tuple[MarkdownText, str]]) -> set[str]:
    """Return the letters that a record, a bracket, the law or common knowledge explains."""
    known = set(str(word_list("abbreviations")["common"]).split())
    known.update(instrument.abbreviation or "" for instrument in case.catalogue.instruments.values())
    for own in {own for _, own in texts}:
        known.update(match["letters"] for match in _IN_BRACKETS.finditer(own))
        known.update(_BEFORE_BRACKETS.findall(own))
    for kind, record in (("case", case.graph.case), *case.graph.each()):
        if kind not in ("allegations", "counts", "narrative", "quotations"):
            known.update(letters for line in _lines(record) for letters in _ABBREVIATION.findall(line))
    return known


def _lines(value: Any) -> Iterator[str]:
    """Give the short texts of a record: names, titles and the like, as they are recorded."""
    ahead = [value]
    while ahead:
        value = ahead.pop()
        if isinstance(value, str):
            if len(value) < _LONGEST_LINE:
                yield value
        elif isinstance(value, tuple):
            ahead += value
        elif is_part(value):
            # What is not written has the default of its field, which is no text of the case.
            ahead += [getattr(value, name) for name in value.model_fields_set - _TEXTS]


def _is_shouted(own: str, match: re.Match[str]) -> bool:
    """Tell whether a word beside it is in capitals too, so that it is emphasis and no abbreviation."""
    return bool(
        re.search(r"\b[A-Z]{2,}\W{1,2}$", own[: match.start()]) or re.match(r"\W{1,2}[A-Z]{2,}\b", own[match.end() :])
    )


_BETWEEN = re.compile(r"[ \n]+")
_NAME = r"[^\W\d_a-zß-öø-ÿ][^\W\d_]*[a-zß-öø-ÿ](?:[’'-][^\W\d_]+)*?"
_ENDS = r"(?![\w-])(?!\s+[^\W\d_a-zß-öø-ÿ])(?!\s+\d)"
"""Behind a name stands no further name and no number: `General Assembly Resolution`, `Major Crimes Unit 4`."""


class _Known(NamedTuple):
    """The names that the records of a case hold."""

    given: dict[str, set[str]]
    """Given names of people, each with all words of the names of those who bear it."""
    words: set[str]
    """All words of recorded names, and of those that authors, courts and addressees bear."""
    pairs: set[tuple[str, str]]
    """Two words beside each other in a name that an author, a court or an addressee bears."""
    small: set[str]
    """Words that stand in small letters in the case, and so are of the language."""


@check("DRA112", Severity.WARNING, TEXTS, looks_at=compared_texts)
def person_not_recorded(case: CheckInput) -> Iterator[Finding]:
    known = case.graph.once("known names", lambda: _known(case.graph), settles=True)
    spelt: defaultdict[object, list[tuple[int, int]]] = defaultdict(list)
    for one in spellings(case.graph):
        spelt[one.text.kind, one.text.record_id, one.text.loc].append((one.start, one.end))
    told: set[tuple[str, str, str]] = set()
    for language in languages_of("forms_of_address"):
        places = case.graph.memory.made_of((known,), ("strangers", language), partial(_finder, language, known))
        for sentence in saying(case.graph, "compared", places, language):
            text, at = sentence.text, sentence.start
            for start, end, weight in places(sentence.own):
                key = (text.kind, text.record_id, name := sentence.words(start, end))
                # A misspelt name is told as such, with its remedy.
                is_spelt = any(
                    first < at + end and at + start < last for first, last in spelt[text.kind, text.record_id, text.loc]
                )
                if key not in told and not is_spelt:
                    told.add(key)
                    yield finding_in(
                        case, sentence, (start, end), f"the text names {say.words(name)}, of whom there is no "
                        f"record",
                        "write the name as `people.yaml` has it, or record the person there; an older name belongs "
                        "under `aliases`", severity=weight, alike=name,
                    )  # fmt: skip


def _finder(language: str, known: _Known) -> Callable[[str], tuple[tuple[int, int, Severity], ...]]:
    return by_wording(partial(_strangers, language=language, known=known))


def _strangers(own: str, *, language: str, known: _Known) -> tuple[tuple[int, int, Severity], ...]:
    """Give the names that no record holds: behind a given name of the records, a form of address or a rank."""
    found: list[tuple[int, int, Severity]] = []
    for first, second in pairwise(WORD.finditer(own)):
        if not (first[0][0].isupper() and second[0][0].isupper()):
            continue
        given, family = fold_word(plain(first[0])), fold_word(plain(second[0]))
        apart, end = own[first.end() : second.start()], second.start() + len(plain(second[0]))
        if names := known.given.get(given):
            if _BETWEEN.fullmatch(apart) and family not in names and (given, family) not in known.pairs:
                found.append((first.start(), end, Severity.WARNING))
        elif _address(language).fullmatch(first[0]) and _BETWEEN.fullmatch(apart.removeprefix(".")):
            is_office = any_of("forms_of_address", "offices", language).fullmatch(second[0])
            if not is_office and family not in known.words:
                found.append((second.start(), end, Severity.INFO))
    for match in _ranked(language).finditer(own):
        two = [fold_word(plain(match[part])) for part in ("first", "second")]
        is_rank = (language != "en" or match["rank"][0].isupper()) and not ends_an_office(
            own[: match.start()], language
        )
        is_body = any(any_of("ranks", "bodies", language).fullmatch(match[part]) for part in ("first", "second"))
        if is_rank and not is_body and not any(word in known.words or word in known.small for word in two):
            found.append((match.start("first"), match.start("second") + len(plain(match["second"])), Severity.INFO))
    return tuple(found)


@cache
def _address(language: str) -> re.Pattern[str]:
    """Return what matches a form of address; the full stop behind it is no part of the word."""
    words = word_list("forms_of_address", language)
    return re.compile("|".join((*words["male"], *words["female"])).replace(r"\.?", "").replace(r"\.", ""))


@cache
def _ranked(language: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w-])(?P<rank>(?i:{ranks(language)}))[ \n]+(?P<first>{_NAME})[ \n]+(?P<second>{_NAME}){_ENDS}"
    )


def _known(graph: CaseGraph) -> _Known:
    given: dict[str, set[str]] = {}
    for person in graph.people:
        names = (person.name, *(alias.name for alias in person.aliases))
        words = {fold_word(word) for name in names for word in words_of(name.display)}
        for one in words_of(person.name.given or ""):
            given.setdefault(fold_word(one), set()).update(words)
    lines = [tuple(map(fold_word, words_of(line))) for line in _borne(graph) if line]
    texts = {own for language in languages_of("ranks") for _, own in our_words(graph, language)}
    return _Known(
        given,
        recorded_names(graph).vocabulary | {word for line in lines for word in line},
        {pair for line in lines for pair in pairwise(line)},
        {fold_word(match[0]) for own in texts for match in WORD.finditer(own) if match[0].islower()},
    )


def _borne(graph: CaseGraph) -> Iterator[str | None]:
    """Give the names of authors, publishers, courts and addressees."""
    for source in graph.sources:
        for name in chain(source.author, source.editor, source.translator, source.recipient, source.interviewer):
            yield name.literal or f"{name.given or ''} {name.family or ''}"
        yield from (source.publisher, source.container_title)
    for authority in graph.authorities:
        yield from (authority.name, authority.citation, authority.court)
    case: CaseFile = graph.case
    yield from (case.prepared_by.name, case.prepared_by.organisation)
    for filing in case.filings:
        for addressee in (filing.addressee, *filing.addressees):
            yield from (addressee.name, *addressee.lines) if addressee else ()
