"""A text spells the recorded name of a person, body or operation, or the title of a post, otherwise than its record.

Looks at the words with capital letters in the texts that documents print, and compares them with the names, other names
and short names of people and bodies, with the titles of posts, and with the names of operations, measures and reforms
whose words have capital letters. A name is taken for the same where one word differs
by a letter or two, or is another preposition, or where only an accent, the division of the words or the order of a
person's names differ. The name of a body turned about "of" or "for" is a note: "Board of Prisons" for the Prison Board;
so is another order of three words or more, and a lone surname at the beginning of a sentence that misses, adds or
changes a letter, where the word never stands in small letters in the case. Texts and translations in other languages
are read for the names of people, which are the same there. Recorded other names are fine. So are quotations, and a word
that is part of another recorded name. What is recorded under `misnomers` of a body or event is found wherever a text of
ours uses it, and told once of the record itself, as a note.

The numbered name of a unit is compared by its number in the three languages: "14th Battalion", or "fourteenth", where
one unit of that name is recorded, the 4th, and no record, title or quotation has the other number. It should be mended
where the sentence cites what that unit, a post of it or a role there rests on, or stands in an allegation that names
the unit or in the record of a person with a post there; elsewhere it is a note, since there may be a 14th. The number
of a law or order is compared likewise: "Directive 71", where Directive 17 alone is recorded, is a note, and should be
mended where the sentence cites that one. One changed digit is found there alone.

## Why it matters
Officials search by name. Two spellings look like two persons, and the person named answers that somebody else is meant.

## Example
```yaml
case:
  title: Example
  summary: On 3 May 2022 Daveth Orskeljin visited the north wing.
people: [{id: orskelin, name: Daveth Orskelin}]
```

Use instead:
```yaml
case:
  title: Example
  summary: On 3 May 2022 Daveth Orskelin visited the north wing.
people: [{id: orskelin, name: Daveth Orskelin}]
```

## When to allow it
Where somebody else is meant. Where a source spells the name so, record the spelling under `aliases` with kind
`misspelling`, or under `misnomers` of the body.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import TEXTS, Looked, printed_in_all_languages, texts_in_the_language_of_the_case
from probata.checks.texts.numbered_acts import OtherAct, other_acts
from probata.checks.texts.numbered_names import OtherNumber, other_numbers
from probata.checks.texts.recorded_names import misnomers
from probata.checks.texts.sentences import at_words
from probata.checks.texts.spellings import Spelling, spellings
from probata.diagnostics import Severity, say


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the spellings, each once for a text."""
    told: set[tuple[object, str]] = set()
    for found in spellings(case.graph):
        key = (found.place, found.words)
        if key not in told:
            told.add(key)
            yield at_words(_finding(case, found), case.graph, found.text, found.start, found.end)
    for number in other_numbers(case.graph):
        key = ((number.text.kind, number.text.record_id, number.text.loc), number.words)
        if key not in told:
            told.add(key)
            yield at_words(_of_number(case, number), case.graph, number.text, number.start, number.end)
    for act in other_acts(case.graph):
        yield _of_act(case, act)
    yield from _misnamed(case)


def _misnamed(case: CheckInput) -> Iterator[Finding]:
    """Tell, once a record, the wrong names that a source prints."""
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


def _of_number(case: CheckInput, found: OtherNumber) -> Finding:
    text = found.text
    return case.finding(
        text.kind, text.record_id,
        f"{say.words(found.words)} differs from the recorded name {say.words(found.name)} in its number, and no record "
        "has that number",
        f"write the number of `bodies/{found.body.id}`, or record the other unit", at=text.loc,
        severity=None if found.is_same else Severity.INFO,
    )  # fmt: skip


def _of_act(case: CheckInput, found: OtherAct) -> Finding:
    text, start = found.sentence.text, found.sentence.start
    finding = case.finding(
        text.kind, text.record_id,
        f"{say.words(found.words)} differs from the recorded {say.words(found.name)} in its number, and no record has "
        "that number",
        f"write the number of `authorities/{found.authority.id}`, or record the other one", at=text.loc,
        severity=None if found.is_cited else Severity.INFO,
    )  # fmt: skip
    return at_words(finding, case.graph, text, start + found.start, start + found.end)


def _finding(case: CheckInput, found: Spelling) -> Finding:
    resembled, text = found.resembled, found.text
    is_post = resembled.record.startswith("positions/")
    single = (resembled.how == "a letter" and not found.behind_given) or resembled.how.startswith("the order")
    return case.finding(
        text.kind, text.record_id,
        f"{say.words(found.words)} differs from the recorded name {say.words(resembled.name)} in {resembled.how}",
        f"write {say.words(resembled.to_write)}, or "
        + ("correct the title of" if is_post else "record this spelling as another name of") + " "
        f"{say.record(resembled.record)}",
        at=text.loc, severity=Severity.INFO if single else None,
    )  # fmt: skip


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the records with a text, then the bodies and events of which a wrong name is recorded."""
    yield from dict.fromkeys((*texts_in_the_language_of_the_case(case), *printed_in_all_languages(case)))
    yield from (Looked(f"bodies/{body.id}") for body in case.graph.bodies if body.misnomers)
    yield from (Looked(f"events/{event.id}") for event in case.graph.events if event.misnomers)


CHECK = Check("DRA105", "name-spelled-two-ways", Severity.WARNING, TEXTS, run, looks_at=_looks_at)
