"""Statements of witnesses: what their words must give, their declaration, number, day and translation."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from probata.checks.engine.case import CheckInput, Loc
from probata.checks.engine.check import BY_RULE, Looked, check, itself, ruled_by
from probata.checks.engine.finding import Finding, Outcome
from probata.checks.prose.words import Words, whole_words, word_list
from probata.checks.support.required_fields import rule_note
from probata.checks.support.statements_of import statements_to_tell, statements_under
from probata.checks.tenures.sure_days import is_surely_before
from probata.diagnostics import Severity, say
from probata.forum import Particular, Profile
from probata.graph.resolve import keys_in_text
from probata.law import Catalogue
from probata.law.catalogue import Declaration
from probata.messages.countries import country_names
from probata.model.dates import When
from probata.model.language import same_language
from probata.model.person import Person
from probata.model.statement import Statement


@check("EVI105", Severity.ERROR, "statements", unfit_records=True)
def information_without_source(case: CheckInput) -> Iterator[Finding]:
    for statement in case.graph.statements:
        for position, paragraph in enumerate(statement.paragraphs):
            named = f"paragraph {say.words(paragraph.id)} of statement {say.statement(statement)} rests on "
            at = ("paragraphs", position)
            if paragraph.basis in {"information", "belief"} and not paragraph.source:
                said = f"{named}{paragraph.basis}, and its source is not named"
                yield case.finding("statements", statement.id, said, "ask the witness, and write `source: …`", at=at)
            names_document = paragraph.source or paragraph.exhibits or keys_in_text(paragraph.text)
            if paragraph.basis == "document" and not names_document:
                said = f"{named}a document, and none is named"
                step, weight = "ask which it is, and write `source: …` or `exhibits: […]`", Severity.WARNING
                yield case.finding("statements", statement.id, said, step, at=at, severity=weight)


_FIRST = re.compile(r"\b(?:I|(?i:me|my|mine|myself|we|us|our|ours|ourselves))\b")
_OTHERS = r"(?i:the (?:witness|deponent|declarant|undersigned|affiant))"
_OF_MAKERS = r"(?i:the (?:deponent|declarant|undersigned|affiant))"
"""Whoever makes the paper; "the witness" may be another, in other proceedings."""
_SAYS_OR_DID = r"(?i:states?|says?|said|stated|believes?|confirms?|recalls?|saw|heard|knows?|was|is|has)"
_STATES = r"(?i:states?|says?|believes?|confirms?|recalls?|knows?)"
"""What a maker does in the statement itself; "the witness said" may tell of another witness."""
_OF_COURTS = r"[\s-](?:statements?|box|stand|summons|lists?|protection)\b"
"""What stands behind "the witness" where nobody is meant."""
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"|«[^«»]*»|(?<!\w)‘(?:[^‘’]|’(?=\w))*’(?!\w)")


@check("DRA103", Severity.WARNING, "statements", looks_at=ruled_by("first_person"), raised=BY_RULE)
def not_in_first_person(case: CheckInput) -> Iterator[Finding]:
    for ruled in statements_under(case, "first_person"):
        person = case.graph.find("people", Person, ruled.statement.person)
        name = re.escape(person.name.display) if person and person.name.display else ""
        by_name = rf"|(?i:{name}) {_SAYS_OR_DID}" if name else ""
        surely = rf"\b(?:{_OTHERS} {_STATES}|{_OF_MAKERS} {_SAYS_OR_DID}{by_name})\b"
        of_another = rf"\s(?!{name}\b)[A-Z]" if name else r"\s[A-Z]"
        for position, paragraph in enumerate(ruled.statement.paragraphs):
            bare = " ".join(_QUOTED.sub(" ", paragraph.text).split())
            has_first, sure = _FIRST.search(bare), re.search(surely, bare)
            looks = re.search(rf"\b{_OTHERS} {_SAYS_OR_DID}\b", bare)
            looks = looks or (None if has_first else re.match(rf"(?:She|He) {_SAYS_OR_DID}\b", bare))
            match = sure or looks or re.search(rf"\b{_OTHERS}\b(?!{_OF_COURTS}|{of_another})", bare)
            if has_first and not match:
                continue
            what = f"says {say.words(match[0])} of its maker" if match else "has no word of the first person"
            said = f"paragraph {say.words(paragraph.id)} {what}; {say.words(ruled.profile.id)} wants the first person"
            step, at = "let the witness say it: I saw, I was told by", ("paragraphs", position, "text")
            weight, is_sure, key = ruled.rule.heaviest if sure else None, bool(sure or looks), ruled.statement.id
            notes = ruled.notes
            yield case.finding("statements", key, said, step, at=at, notes=notes, severity=weight, is_sure=is_sure)


# Whether the words of a statement give a particular of it or its maker: yes, perhaps or no.
# A particular is looked for generously: in the words of the record, whatever their order and spelling with marks, and
# in the phrases of `words/particulars.yaml`. Both are English; of a statement in another language, "no" is never said.

_PARTICULARS: dict[Particular, str] = {
    "name": "the full name of its maker",
    "address": "the residence or business address of its maker",
    "occupation": "the occupation or description of its maker",
    "standing": "whether its maker is a party or employed by one",
    "prepared": "how it was prepared",
    "own_knowledge": "what in it is own knowledge, and what information or belief",
}
_SMALL = frozenset({"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to", "with"})
_PSEUDONYM = re.compile(r"(?P<word>[^\W\d_]{2,})\s+(?P<mark>[^\W\d_]|\d+)")
"""A word and a letter or number, such as `Witness A`: looked for as it is written, since any statement has both."""
_FEWEST = 3
"""Words from which a line of the record shows standing or process: `the Claimant` stands in any paragraph."""


@check("DRA114", Severity.ERROR, "statements", looks_at=itself)
def particulars_missing(case: CheckInput) -> Iterator[Finding | Looked]:
    for particular, what in _PARTICULARS.items():
        for ruled in statements_to_tell(case, particular):
            statement = ruled.statement
            yield Looked(f"statements/{statement.id}")
            texts = [paragraph.text.replace("**", "") for paragraph in statement.paragraphs]
            lines = _recorded(particular, statement, case.graph.find("people", Person, statement.person))
            is_given = any(_gives(text, line, particular) for line in lines for text in texts)
            if not texts or is_given or any(_matches(f"{particular}_told", text) for text in texts):
                continue
            may_be = [text for text in texts if _may_give(particular, text, statement, lines)]
            is_sure = same_language(statement.language, "en") and not may_be
            named = (
                f"{'no' if is_sure else 'perhaps no'} paragraph of statement {say.statement(statement)} gives {what}"
            )
            said = f"{named}; {say.words(ruled.profile.id)} wants it in the words of the statement"
            recorded = f"; the record has {say.words(lines[0])}" if lines else ""
            step, weight = (
                f"ask the witness to say it in a paragraph with `part: opening`{recorded}",
                ruled.rule.heaviest,
            )
            at, notes, key = ("paragraphs",), ruled.notes, statement.id
            yield case.finding("statements", key, said, step, at=at, notes=notes, severity=weight, is_sure=is_sure)


def _recorded(particular: Particular, statement: Statement, person: Person | None) -> list[str]:
    """Return what the record says of a particular, in each way in which a paragraph may say it."""
    lines: list[str | None] = []
    if particular == "name" and person:
        native = person.name.native.text if person.name.native else ""
        lines = [person.name.display, native, *(alias.name.display for alias in person.aliases)]
    elif particular == "occupation":
        lines = [statement.occupation, statement.capacity if len(_words(statement.capacity or "")) > 1 else None]
    elif particular in ("address", "standing", "prepared"):
        lines = [getattr(statement, particular)]
    return [line for line in lines if line]


def _gives(text: str, line: str, particular: Particular) -> bool:
    """Tell whether a paragraph has all words of a line of the record, or for standing and process the line itself."""
    words, wanted = _words(text), _words(line)
    if particular == "name" and (pseudonym := _PSEUDONYM.fullmatch(line)):
        word, mark = map(re.escape, pseudonym.group("word", "mark"))
        return re.search(rf"\b(?i:{word})\s+{mark}(?!\w)", text) is not None
    if particular in ("standing", "prepared"):
        return len(wanted) >= _FEWEST and _in_a_row(wanted, words)
    return bool(set(wanted) - _SMALL) and set(wanted) - _SMALL <= set(words)


def _may_give(particular: Particular, text: str, statement: Statement, recorded: list[str]) -> bool:
    words = _words(text)
    if particular == "name" and statement.initials and _in_a_row(_words(statement.initials), words):
        return True
    for line in recorded if particular == "address" else ():  # half of it, as where the town is left out
        parts = [part for part in map(_words, line.split(",")) if part]
        if parts and 2 * sum(not set(part) <= set(words) for part in parts) <= len(parts):
            return True
    return _matches(f"{particular}_perhaps", text)


def _in_a_row(wanted: list[str], words: list[str]) -> bool:
    return f" {' '.join(wanted)} " in f" {' '.join(words)} "


def _matches(key: str, text: str) -> bool:
    phrases = _phrases(key)
    return phrases is not None and phrases.search(text) is not None


@cache
def _phrases(key: str) -> Words | None:
    listed = word_list("particulars")
    return whole_words("|".join(listed[key]).replace("{party}", "|".join(listed["parties"]))) if key in listed else None


def _words(text: str) -> list[str]:
    """Return the words of a text without accents, apostrophes and capitals."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return re.findall(r"\w+", re.sub("[’'‘]", "", plain).casefold())


_COUNTRY = re.compile(r"\bUnited States\b|\bU\.?S\.?(A\b\.?|\b)|\bD\.\s?C\.|\bDC\b")
_NAMES = """
Alabama, Alaska, Arizona, Arkansas, California, Colorado, Connecticut, Delaware, Florida, Hawaii, Idaho, Illinois,
Indiana, Iowa, Kansas, Kentucky, Louisiana, Maine, Maryland, Massachusetts, Michigan, Minnesota, Mississippi, Missouri,
Montana, Nebraska, Nevada, New Hampshire, New Jersey, New Mexico, New York, New York City, North Carolina, North Dakota,
Ohio, Oklahoma, Oregon, Pennsylvania, Rhode Island, South Carolina, South Dakota, Tennessee, Texas, Utah, Vermont,
Virginia, Washington State, West Virginia, Wisconsin, Wyoming, District of Columbia, Puerto Rico, Guam, American Samoa,
Northern Mariana Islands
"""
_PARTS = frozenset(name.strip().casefold() for name in _NAMES.split(","))
"""Parts of the United States whose names no other State has; Georgia is not among them."""
_WITHIN, _OUTSIDE = "within_united_states", "outside_united_states"


@check("STR111", Severity.ERROR, "statements", looks_at=itself)
def declaration_for_another_place(case: CheckInput) -> Iterator[Finding | Looked]:
    for statement, declaration in _placed(case):
        yield Looked(f"statements/{statement.id}")
        place, executed = statement.place or "", declaration.executed
        shown = _side_of(place, case.catalogue)
        where = "within the United States" if executed == _WITHIN else "outside the United States"
        said = f"statement {say.statement(statement)} ends with the declaration for what is signed {where}, and "
        if shown and shown != executed:
            said += f"is signed at {say.words(place)}"
            step = "choose the declaration of the place: `us_1746_within` or `us_1746_outside`"
        elif not shown and (executed == _WITHIN or not place):
            said += f"its place {say.words(place)} does not show that" if place else "no place of signing is recorded"
            step = "write the place with its state or country: `place: Albany, New York, USA`"
        else:
            continue
        at: Loc = ("declaration",) if statement.declaration else ()
        notes = (f"{declaration.rule}: {declaration.wording}",)
        weight = Severity.ERROR if shown and declaration.verified else Severity.WARNING
        outcome = Outcome.FAILED if shown else Outcome.CANNOT_TELL
        yield case.finding("statements", statement.id, said, step, at=at, notes=notes, severity=weight, outcome=outcome)


def _placed(case: CheckInput) -> Iterator[tuple[Statement, Declaration]]:
    """Give the statements with a declaration, their own or that of a forum, that is for one place."""
    for statement in case.graph.statements:
        of_forums = (p.declaration.default for filing, p in case.filings if filing.statement == statement.id)
        for name in [statement.declaration] if statement.declaration else dict.fromkeys(of_forums):
            declaration = case.catalogue.declaration(name)
            if declaration and declaration.executed != "anywhere":
                yield statement, declaration


def _side_of(place: str, catalogue: Catalogue) -> str:
    """Return on which side a place lies, where it shows; an abbreviation stands at its end: `Albany, NY, USA`."""
    parts = {part.strip(" .").casefold() for part in re.split(r"[,;()]", place)}
    if _COUNTRY.search(place) or parts & _PARTS:
        return _WITHIN
    known = country_names() | {
        name.casefold(): found.iso for found in catalogue.participation.values() for name in (found.state, *found.also)
    }
    return _OUTSIDE if any(known.get(part, "US") != "US" and part != "georgia" for part in parts) else ""


def _chosen(case: CheckInput) -> Iterator[tuple[Statement, Profile]]:
    """Give each statement that chooses a declaration with each forum in which it is filed, once."""
    filed = [(case.graph.find("statements", Statement, filing.statement or ""), p) for filing, p in case.filings]
    yield from {(one.id, profile.id): (one, profile) for one, profile in filed if one and one.declaration}.values()


@check("STR115", Severity.WARNING, "statements", raised=BY_RULE, looks_at=_chosen)
def declaration_not_offered(case: CheckInput) -> Iterator[Finding]:
    for statement, profile in _chosen(case):
        choice, forum = profile.declaration, say.words(profile.id)
        if statement.declaration not in choice.offered:
            chosen, rule = case.catalogue.declaration(statement.declaration or ""), profile.rule(choice.rule or "")
            ends = f"ends with {say.words(chosen.title)}" if chosen else "ends without a declaration"
            said = f"statement {say.statement(statement)} {ends}, which {forum} does not take"
            step = (
                f"write one of {say.listed(choice.offered)}; without `declaration`, {say.words(choice.default)} stands"
            )
            weight, notes, at = rule.heaviest if rule else None, rule_note(rule), ("declaration",)
            yield case.finding(
                "statements", statement.id, said, step, at=at, notes=notes, severity=weight, filing=profile.id
            )


_WANTED = {
    "translator": "the translator",
    "date": "the date of the translation",
    "original": "the signed original",
    "declaration": "the declaration in that language",
    "certified_on": "its certificate",
}
_TRANSLATION = "`translation: {translator: …, date: …, original: …, declaration: …, certified_on: …}`"


@check("STR107", Severity.ERROR, "statements", unfit_records=True, looks_at=ruled_by("own_language"))
def statement_not_translated(case: CheckInput) -> Iterator[Finding]:
    for ruled in statements_under(case, "own_language"):
        statement, name, found = ruled.statement, say.statement(ruled.statement), list[tuple[str, str, str]]()
        language = ruled.profile.language_for(ruled.filing.language, case.graph.case.language)
        if statement.paragraphs and not same_language(statement.language, language):
            said = f"the paragraphs of statement {name} are in {say.words(statement.language)}, and filing "
            said += f"{say.filing(ruled.filing)} is in {say.words(language)}"
            step = f"record their translation with `language: {language}`, and add `own_language: …` and {_TRANSLATION}"
            found.append((said, step, "language" if "language" in statement.model_fields_set else ""))
        own, translation = statement.own_language, statement.translation
        missing = [] if own else ["the language of the witness"]
        missing += [words for key, words in _WANTED.items() if translation is None or getattr(translation, key) is None]
        if missing and (own or translation):
            said = (
                f"statement {name} {f'was given in {own}' if own else 'is a translation'}; of its translation there is "
            )
            step = f"add {_TRANSLATION if own else '`own_language: …`, and what else is missing of the translation'}"
            found.append((f"{said}no record of {', '.join(missing)}", step, "own_language" if own else "translation"))
        if statement.interpretation and statement.interpretation.certified_on is None:
            said = f"statement {name} was made through an interpreter, whose certificate is not recorded"
            step = "add `certified_on: …` to its `interpretation`, once the interpreter has signed"
            found.append((said, step, "interpretation"))
        for said, step, field in found:
            at, notes, weight = ((field,) if field else ()), ruled.notes, ruled.rule.heaviest
            yield case.finding("statements", statement.id, said, step, at=at, notes=notes, severity=weight)


_SHOWN = 5
"""Numbers that are named; of more, how many they are."""


@check("STR172", Severity.WARNING, "statements")
def statement_number(case: CheckInput) -> Iterator[Finding]:
    by_maker: dict[tuple[str, str], list[Statement]] = {}
    for statement in case.graph.statements:
        by_maker.setdefault((statement.person, statement.kind), []).append(statement)
    for statements in by_maker.values():
        ordered, at = sorted(statements, key=lambda one: one.number), ("number",)
        for before, after in pairwise(ordered):
            earlier, later = before.signed_on or before.made_on, after.signed_on or after.made_on
            of = f"of {say.person(after.person)}"
            if before.number == after.number:
                said = f"{say.statement(before)} and {say.statement(after)} are both statement {after.number} {of}"
                step = "give each its number, in the order in which they were made"
                yield case.finding("statements", after.id, said, step, at=at)
            elif earlier and later and is_surely_before(later, earlier):
                said = f"statement {after.number} {of} is of {say.date(later)}, and statement {before.number} of "
                step = "correct the date or the numbers"
                yield case.finding("statements", after.id, said + say.date(earlier), step, at=at)
        last = ordered[-1]
        if missing := sorted(set(range(1, last.number)) - {one.number for one in ordered}):
            more = f" and {len(missing) - _SHOWN} more" if len(missing) > _SHOWN else ""
            said = f"it is statement {last.number} of {say.person(last.person)}, and of the earlier ones these are not "
            said += f"recorded: {', '.join(map(str, missing[:_SHOWN]))}{more}"
            step = "record what the person said before, and say whether it is disclosed, or correct the number"
            yield case.finding("statements", last.id, said, step, at=at, is_sure=False)


@check("TIM104", Severity.ERROR, "statements", unfit_records=True)
def statement_signed_too_early(case: CheckInput) -> Iterator[Finding]:
    for statement in case.graph.statements:
        translation, interpretation = statement.translation, statement.interpretation
        dates: list[tuple[Loc, str, When | None]] = [(("signed_on",), "the signature", statement.signed_on)]
        if translation:
            certified = translation.certified_on
            dates.append((("translation", "date"), "the translation", translation.date))
            dates.append((("translation", "certified_on"), "the certificate of translation", certified))
        if interpretation:
            certified = interpretation.certified_on
            dates.append((("interpretation", "certified_on"), "the interpreter's certificate", certified))
        for at, what, day in dates:
            if statement.made_on and day and day.last < statement.made_on.first:
                said = f"{what} of {say.date(day)} is before the date of statement {say.statement(statement)}, "
                step = "correct the date that is wrong, or have the statement signed anew"
                yield case.finding("statements", statement.id, said + say.date(statement.made_on), step, at=at)
