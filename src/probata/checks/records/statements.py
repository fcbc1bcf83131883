"""Statements of witnesses: what their words must give, their declaration, number, day and translation."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from enum import Enum
from functools import cache
from itertools import pairwise

from probata.checks.engine.case import CheckInput, Loc
from probata.checks.engine.check import BY_RULE, Looked, check, ruled_by
from probata.checks.engine.finding import Finding, Outcome
from probata.checks.prose.words import Words, whole_words, word_list
from probata.checks.support.required_fields import rule_note
from probata.checks.support.statements_of import RuledStatement, statements_to_tell, statements_under
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
from probata.model.statement import Statement, StatementParagraph

# Whether the words of a statement give a particular of it or its maker: yes, perhaps or no.
# A particular is looked for generously: in the words of the record, whatever their order and spelling with marks, and
# in the phrases of `words/particulars.yaml`. Both are English; of a statement in another language, "no" is never said.
# A pseudonym is looked for as it is written: the words `witness` and `a` stand in any statement.

_WORD = re.compile(r"\w+")
_APOSTROPHES = re.compile(r"[’'‘]")
_SMALL = frozenset({"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to", "with"})
_PSEUDONYM = re.compile(r"(?P<word>[^\W\d_]{2,})\s+(?P<mark>[^\W\d_]|\d+)")
"""A word and a letter or number, such as `Witness A`."""
_FEWEST = 3
"""Words from which a line of the record tells standing or process: `the Claimant` stands in any paragraph."""


def told(particular: Particular, statement: Statement, person: Person | None) -> Outcome:
    """Return `PASSED` where the paragraphs give a particular, `CANNOT_TELL` where they may, else `FAILED`."""
    texts = [paragraph.text.replace("**", "") for paragraph in statement.paragraphs]
    recorded = recorded_words(particular, statement, person)
    if any(_gives(text, line, particular) for line in recorded for text in texts):
        return Outcome.PASSED
    if any(_matches(f"{particular}_told", text) for text in texts):
        return Outcome.PASSED
    is_english = same_language(statement.language, "en")
    if not is_english or any(_may_give(particular, text, statement, recorded) for text in texts):
        return Outcome.CANNOT_TELL
    return Outcome.FAILED


def recorded_words(particular: Particular, statement: Statement, person: Person | None) -> tuple[str, ...]:
    """Return what the record says of a particular, in each way in which a paragraph may say it."""
    match particular:
        case "name" if person:
            native = person.name.native.text if person.name.native else ""
            others = (alias.name.display for alias in person.aliases)
            lines: Iterable[str | None] = (person.name.display, native, *others)
        case "occupation":
            capacity = statement.capacity or ""
            lines = (statement.occupation, capacity if len(_words(capacity)) > 1 else None)
        case "address" | "standing" | "prepared":
            lines = (getattr(statement, particular),)
        case _:
            lines = ()
    return tuple(line for line in lines if line)


def _gives(text: str, line: str, particular: Particular) -> bool:
    """Tell whether a paragraph has all words of a line of the record, or for standing and process the line itself."""
    words, wanted = _words(text), _words(line)
    if particular == "name" and (pseudonym := _PSEUDONYM.fullmatch(line)):
        word, mark = map(re.escape, pseudonym.group("word", "mark"))
        return re.search(rf"\b(?i:{word})\s+{mark}(?!\w)", text) is not None
    if particular in ("standing", "prepared"):
        return len(wanted) >= _FEWEST and _in_a_row(wanted, words)
    telling = [word for word in wanted if word not in _SMALL]
    return bool(telling) and set(telling) <= set(words)


def _may_give(particular: Particular, text: str, statement: Statement, recorded: tuple[str, ...]) -> bool:
    if particular == "name" and statement.initials and _in_a_row(_words(statement.initials), _words(text)):
        return True
    if particular == "address" and any(_has_half(text, line) for line in recorded):
        return True
    return _matches(f"{particular}_perhaps", text)


def _in_a_row(wanted: list[str], words: list[str]) -> bool:
    return f" {' '.join(wanted)} " in f" {' '.join(words)} "


def _has_half(text: str, address: str) -> bool:
    """Tell whether a paragraph has half of the parts of an address, as where it leaves out the town."""
    there, parts = set(_words(text)), [part for part in map(_words, address.split(",")) if part]
    missing = [part for part in parts if not set(part) <= there]
    return 2 * len(missing) <= len(parts) > 0


def _matches(key: str, text: str) -> bool:
    phrases = _phrases(key)
    return phrases is not None and phrases.search(text) is not None


@cache
def _phrases(key: str) -> Words | None:
    listed = word_list("particulars")
    if key not in listed:
        return None
    return whole_words("|".join(listed[key]).replace("{party}", "|".join(listed["parties"])))


def _words(text: str) -> list[str]:
    """Return the words of a text without accents, apostrophes and capitals."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return _WORD.findall(_APOSTROPHES.sub("", plain).casefold())


@check("EVI105", Severity.ERROR, "statements", unfit_records=True)
def information_without_source(case: CheckInput) -> Iterator[Finding]:
    """Find the paragraphs of information or belief without a source."""
    for statement in case.graph.statements:
        for position, paragraph in enumerate(statement.paragraphs):
            if paragraph.basis in {"information", "belief"} and not paragraph.source:
                yield case.finding(
                    "statements", statement.id,
                    f"paragraph {say.words(paragraph.id)} of statement {say.statement(statement)} rests on "
                    f"{paragraph.basis}, and its source is not named",
                    "ask the witness, and write `source: …`", at=("paragraphs", position),
                )  # fmt: skip
            elif paragraph.basis == "document" and not _names_document(paragraph):
                yield case.finding(
                    "statements", statement.id,
                    f"paragraph {say.words(paragraph.id)} of statement {say.statement(statement)} rests on a document, "
                    "and none is named",
                    "ask the witness which it is, and write `source: …` or `exhibits: […]`",
                    at=("paragraphs", position), severity=Severity.WARNING,
                )  # fmt: skip


def _names_document(paragraph: StatementParagraph) -> bool:
    return bool(paragraph.source or paragraph.exhibits or keys_in_text(paragraph.text))


_FIRST = re.compile(r"\b(?:I|(?i:me|my|mine|myself|we|us|our|ours|ourselves))\b")
_OTHERS = r"(?i:the (?:witness|deponent|declarant|undersigned|affiant))"
_OF_MAKERS = r"(?i:the (?:deponent|declarant|undersigned|affiant))"
"""Whoever makes the paper; "the witness" may be another, in other proceedings."""
_SAYS_OR_DID = r"(?i:states?|says?|said|stated|believes?|confirms?|recalls?|saw|heard|knows?|was|is|has)"
_STATES = r"(?i:states?|says?|believes?|confirms?|recalls?|knows?)"
"""What a maker does in the statement itself; "the witness said" may tell of another witness."""
_OF_COURTS = r"[\s-](?:statements?|box|stand|summons|lists?|protection)\b"
"""What stands behind "the witness" where nobody is meant."""
_ONE = re.compile(rf"(?:She|He) {_SAYS_OR_DID}\b")
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"|«[^«»]*»|(?<!\w)‘(?:[^‘’]|’(?=\w))*’(?!\w)")


@check("DRA103", Severity.WARNING, "statements", looks_at=ruled_by("first_person"), raised=BY_RULE)
def not_in_first_person(case: CheckInput) -> Iterator[Finding]:
    """Find the paragraphs that name their maker in the third person, and those without a word of the first."""
    for ruled in statements_under(case, "first_person"):
        person = case.graph.find("people", Person, ruled.statement.person)
        sure, says, named = _third_person(person.name.display if person else "")
        for position, paragraph in enumerate(ruled.statement.paragraphs):
            bare = " ".join(_QUOTED.sub(" ", paragraph.text).split())
            severity, outcome = None, Outcome.FAILED
            if match := sure.search(bare):
                what, severity = f"says {say.words(match[0])} of its maker", ruled.rule.heaviest
            elif match := says.search(bare):
                what = f"says {say.words(match[0])} of its maker"
            elif not _FIRST.search(bare) and (match := _ONE.match(bare)):
                what = f"begins {say.words(match[0])} and has no `I`"
            elif match := named.search(bare):
                what = f"says {say.words(match[0])}, which may mean its maker"
                severity, outcome = Severity.INFO, Outcome.CANNOT_TELL
            elif not _FIRST.search(bare):
                what = "has no word of the first person"
                severity, outcome = Severity.INFO, Outcome.CANNOT_TELL
            else:
                continue
            yield case.finding(
                "statements", ruled.statement.id,
                f"paragraph {say.words(paragraph.id)} {what}; {say.words(ruled.profile.id)} wants the first person",
                "let the witness say it: I saw, I was told by",
                at=("paragraphs", position, "text"), notes=ruled.notes, outcome=outcome, severity=severity,
            )  # fmt: skip


def _third_person(name: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return what finds the maker before a verb, surely or by its look, and "the witness" anywhere but of others."""
    own = re.escape(name)
    by_name = rf"|(?i:{own}) {_SAYS_OR_DID}" if name else ""
    surely = rf"\b(?:{_OTHERS} {_STATES}|{_OF_MAKERS} {_SAYS_OR_DID}{by_name})\b"
    of_another = rf"\s(?!{own}\b)[A-Z]" if name else r"\s[A-Z]"
    anywhere = rf"\b{_OTHERS}\b(?!{_OF_COURTS}|{of_another})"
    return re.compile(surely), re.compile(rf"\b{_OTHERS} {_SAYS_OR_DID}\b"), re.compile(anywhere)


_SAYS_PARTICULARS_TOLD: dict[Particular, str] = {
    "name": "gives the full name of its maker",
    "address": "gives the residence or business address of its maker",
    "occupation": "gives the occupation or description of its maker",
    "standing": "says whether its maker is a party or employed by one",
    "prepared": "says how it was prepared",
    "own_knowledge": "says what in it is own knowledge, and what information or belief",
}


def _to_tell_particulars(case: CheckInput) -> Iterator[Looked]:
    """Give the statements whose forum wants any of the particulars in their words."""
    found = (ruled.statement for particular in _SAYS_PARTICULARS_TOLD for ruled in statements_to_tell(case, particular))
    yield from (Looked(f"statements/{key}") for key in dict.fromkeys(statement.id for statement in found))


@check("DRA114", Severity.ERROR, "statements", looks_at=_to_tell_particulars)
def particulars_missing(case: CheckInput) -> Iterator[Finding]:
    """Find the particulars that no paragraph of a statement gives, and those of which that is not sure."""
    for particular in _SAYS_PARTICULARS_TOLD:
        for ruled in statements_to_tell(case, particular):
            person = case.graph.find("people", Person, ruled.statement.person)
            outcome = told(particular, ruled.statement, person)
            if ruled.statement.paragraphs and outcome is not Outcome.PASSED:
                recorded = recorded_words(particular, ruled.statement, person)[:1]
                name, says = ruled.statement.id, _SAYS_PARTICULARS_TOLD[particular]
                is_sure = outcome is Outcome.FAILED
                said = (
                    f"no paragraph of statement {say.statement(name)}"
                    if is_sure
                    else f"it is not sure that a paragraph of {say.statement(name)}"
                )
                as_recorded = f"; the record has {say.words(recorded[0])}" if recorded else ""
                yield case.finding(
                    "statements", name,
                    f"{said} {says}; {say.words(ruled.profile.id)} wants it in the words of the statement",
                    f"ask the witness to say it in a paragraph with `part: opening`{as_recorded}",
                    at=("paragraphs",), notes=ruled.notes, outcome=outcome,
                    severity=ruled.rule.heaviest if is_sure else Severity.INFO,
                )  # fmt: skip


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
_ALSO_HERE = frozenset(("georgia", *_PARTS))
"""Names that a part of the United States has too, or that have a code of their own, such as Puerto Rico."""


class _Where(Enum):
    WITHIN = "within_united_states"
    OUTSIDE = "outside_united_states"
    UNKNOWN = ""


def _with_declarations(case: CheckInput) -> Iterator[Looked]:
    """Give the statements with a declaration that is for one place."""
    for statement in case.graph.statements:
        if any(True for _ in _declarations(statement, case)):
            yield Looked(f"statements/{statement.id}")


@check("STR111", Severity.ERROR, "statements", looks_at=_with_declarations)
def declaration_for_another_place(case: CheckInput) -> Iterator[Finding]:
    """Find the declarations whose wording is that of another place, and those of which the place does not tell."""
    for statement in case.graph.statements:
        for declaration in _declarations(statement, case):
            shown = _where(statement.place or "", case.catalogue)
            if shown is _Where.UNKNOWN and (declaration.executed == _Where.WITHIN.value or not statement.place):
                yield _finding_declaration_place(case, statement, declaration, Outcome.CANNOT_TELL)
            elif shown is not _Where.UNKNOWN and shown.value != declaration.executed:
                yield _finding_declaration_place(case, statement, declaration, Outcome.FAILED)


def _declarations(statement: Statement, case: CheckInput) -> Iterator[Declaration]:
    """Give the declaration of a statement, or those of the forums of its filings, as far as their place matters."""
    of_forums = (p.declaration.default for filing, p in case.filings if filing.statement == statement.id)
    chosen = [statement.declaration] if statement.declaration else dict.fromkeys(of_forums)
    for name in chosen:
        declaration = case.catalogue.declaration(name)
        if declaration and declaration.executed != "anywhere":
            yield declaration


def _where(place: str, catalogue: Catalogue) -> _Where:
    """Tell what a place shows; an abbreviation stands at its end, as in an address: `Albany, NY, USA`."""
    parts = {part.strip(" .").casefold() for part in re.split(r"[,;()]", place)}
    if _COUNTRY.search(place) or parts & _PARTS:
        return _Where.WITHIN
    known = country_names() | {
        name.casefold(): found.iso for found in catalogue.participation.values() for name in (found.state, *found.also)
    }
    elsewhere = {name for name, code in known.items() if code != "US"}
    return _Where.OUTSIDE if parts & (elsewhere - _ALSO_HERE) else _Where.UNKNOWN


def _finding_declaration_place(
    case: CheckInput, statement: Statement, declaration: Declaration, outcome: Outcome
) -> Finding:
    where = "within the United States" if declaration.executed == _Where.WITHIN.value else "outside the United States"
    fails = outcome is Outcome.FAILED
    if fails:
        place = f"is signed at {say.words(statement.place)}"
    elif statement.place:
        place = f"its place {say.words(statement.place)} does not show that"
    else:
        place = "no place of signing is recorded"
    return case.finding(
        "statements", statement.id,
        f"statement {say.statement(statement)} ends with the declaration for what is signed {where}, and {place}",
        "choose the declaration of the place: `us_1746_within` or `us_1746_outside`" if fails
        else "write the place with its state or country: `place: Albany, New York, USA`",
        at=("declaration",) if statement.declaration else (),
        notes=(f"{declaration.rule}: {declaration.wording}",),
        severity=Severity.ERROR if fails and declaration.verified else Severity.WARNING, outcome=outcome,
    )  # fmt: skip


def _chosen(case: CheckInput) -> Iterator[tuple[Statement, Profile]]:
    """Give each statement that chooses a declaration with each forum in which it is filed, once."""
    told: set[tuple[str, str]] = set()
    for filing, profile in case.filings:
        statement = case.graph.find("statements", Statement, filing.statement or "")
        if statement and statement.declaration and (statement.id, profile.id) not in told:
            told.add((statement.id, profile.id))
            yield statement, profile


@check("STR115", Severity.WARNING, "statements", raised=BY_RULE, looks_at=_chosen)
def declaration_not_offered(case: CheckInput) -> Iterator[Finding]:
    """Find the statements whose declaration a forum of their filings does not offer, once for each such forum."""
    for statement, profile in _chosen(case):
        if statement.declaration not in profile.declaration.offered:
            choice = profile.declaration
            chosen = case.catalogue.declaration(statement.declaration or "")
            ends = f"ends with {say.words(chosen.title)}" if chosen else "ends without a declaration"
            offered = say.listed(choice.offered)
            rule = profile.rule(choice.rule or "")
            yield case.finding(
                "statements", statement.id,
                f"statement {say.statement(statement)} {ends}, which {say.words(profile.id)} does not take",
                f"write one that it takes, which is {offered}; or leave `declaration` out, and "
                f"{say.words(choice.default)} stands",
                at=("declaration",), notes=rule_note(rule), severity=rule.heaviest if rule else None, filing=profile.id,
            )  # fmt: skip


_WANTED = {
    "translator": "the translator",
    "date": "the date of the translation",
    "original": "the signed original",
    "declaration": "the declaration in that language",
    "certified_on": "its certificate",
}


@check("STR107", Severity.ERROR, "statements", unfit_records=True, looks_at=ruled_by("own_language"))
def statement_not_translated(case: CheckInput) -> Iterator[Finding]:
    """Find the statements whose translation or interpretation lacks something."""
    for ruled in statements_under(case, "own_language"):
        statement = ruled.statement
        yield from _in_another_language(ruled, case)
        for missing, what, help, at in (_translation(statement), _interpretation(statement)):
            if missing:
                yield case.finding(
                    "statements", statement.id, f"{what} there is no record of {', '.join(missing)}", help,
                    at=(at,), notes=ruled.notes, severity=ruled.rule.heaviest,
                )  # fmt: skip


def _in_another_language(ruled: RuledStatement, case: CheckInput) -> Iterator[Finding]:
    """Give a finding where the paragraphs would be printed in another language than that of the document."""
    statement, filing = ruled.statement, ruled.filing
    language = ruled.profile.language_for(filing.language, case.graph.case.language)
    if statement.paragraphs and not same_language(statement.language, language):
        yield case.finding(
            "statements", statement.id,
            f"the paragraphs of statement {say.statement(statement)} are in {say.words(statement.language)}, and "
            f"filing {say.filing(filing)} is in {say.words(language)}",
            f"record their translation here with `language: {language}`, and add `own_language: …` and "
            "`translation: {translator: …, date: …, original: …, declaration: …, certified_on: …}`",
            at=("language",) if "language" in statement.model_fields_set else (),
            notes=ruled.notes, severity=ruled.rule.heaviest,
        )  # fmt: skip


def _translation(statement: Statement) -> tuple[list[str], str, str, str]:
    """Return what a translation lacks, and how to say so; nothing where the statement was not translated."""
    language, found = statement.own_language, statement.translation
    given = f"was given in {language}" if language else "is a translation"
    missing = [] if language else ["the language of the witness"]
    missing += [words for name, words in _WANTED.items() if found is None or getattr(found, name) is None]
    return (
        missing if language or found else [],
        f"statement {say.statement(statement)} {given}; of its translation",
        "add `translation: {translator: …, date: …, original: …, declaration: …, certified_on: …}`"
        if language
        else "add `own_language: …`, and what else is missing of the translation",
        "own_language" if language else "translation",
    )


def _interpretation(statement: Statement) -> tuple[list[str], str, str, str]:
    found = statement.interpretation
    return (
        ["the interpreter's certificate"] if found and found.certified_on is None else [],
        f"statement {say.statement(statement)} was made through an interpreter;",
        "add `certified_on: …` to its `interpretation`, once the interpreter has signed",
        "interpretation",
    )


_TOLD = 5
"""Numbers that are told; of more, how many they are."""


@check("STR172", Severity.WARNING, "statements")
def statement_number(case: CheckInput) -> Iterator[Finding]:
    """Compare the statements of each person, in the order of their numbers."""
    by_maker: dict[tuple[str, str], list[Statement]] = {}
    for statement in case.graph.statements:
        by_maker.setdefault((statement.person, statement.kind), []).append(statement)
    for statements in by_maker.values():
        ordered = sorted(statements, key=lambda one: one.number)
        for before, after in pairwise(ordered):
            yield from _compared(case, before, after)
        if missing := sorted(set(range(1, ordered[-1].number)) - {one.number for one in ordered}):
            last = ordered[-1]
            more = len(missing) - _TOLD
            numbers = ", ".join(map(str, missing[:_TOLD])) + (f" and {more} more" if more > 0 else "")
            is_one = len(missing) == 1
            yield case.finding(
                "statements", last.id,
                f"it is statement {last.number} of {say.person(last.person)}, and statement{'' if is_one else 's'} "
                f"{numbers} {'is' if is_one else 'are'} not recorded",
                "record what the person said before, and say whether it is disclosed, or correct the number",
                at=("number",), severity=Severity.INFO, outcome=Outcome.CANNOT_TELL,
            )  # fmt: skip


def _compared(case: CheckInput, before: Statement, after: Statement) -> Iterator[Finding]:
    earlier, later = before.signed_on or before.made_on, after.signed_on or after.made_on
    if before.number == after.number:
        yield case.finding(
            "statements", after.id,
            f"{say.statement(before)} and {say.statement(after)} are both statement {after.number} of "
            f"{say.person(after.person)}",
            "give each its number, in the order in which they were made", at=("number",),
        )  # fmt: skip
    elif earlier and later and is_surely_before(later, earlier):
        yield case.finding(
            "statements", after.id,
            f"statement {after.number} of {say.person(after.person)} is of {say.date(later)}, and statement "
            f"{before.number} of {say.date(earlier)}",
            "correct the date or the numbers", at=("number",),
        )  # fmt: skip


def _with_later_dates(case: CheckInput) -> Iterator[Looked]:
    """Give the statements with a date to compare."""
    for statement in case.graph.statements:
        if any(date for _, _, date in _dates(statement)):
            why = "" if statement.made_on else "the day on which it was made is not recorded"
            yield Looked(f"statements/{statement.id}", why)


@check("TIM104", Severity.ERROR, "statements", unfit_records=True, looks_at=_with_later_dates)
def statement_signed_too_early(case: CheckInput) -> Iterator[Finding]:
    """Find the dates that are certainly before the statement's."""
    for statement in case.graph.statements:
        for loc, what, date in _dates(statement):
            if statement.made_on and date and date.last < statement.made_on.first:
                yield case.finding(
                    "statements", statement.id,
                    f"{what} {say.date(date)} is before the date of statement {say.statement(statement)}, "
                    f"{say.date(statement.made_on)}",
                    "correct the date that is wrong, or have the statement signed anew", at=loc,
                )  # fmt: skip


def _dates(statement: Statement) -> Iterator[tuple[Loc, str, When | None]]:
    yield ("signed_on",), "the signature of", statement.signed_on
    if found := statement.translation:
        yield ("translation", "date"), "the translation of", found.date
        yield ("translation", "certified_on"), "the certificate of translation of", found.certified_on
    if statement.interpretation:
        yield (
            ("interpretation", "certified_on"),
            "the interpreter's certificate of",
            statement.interpretation.certified_on,
        )
