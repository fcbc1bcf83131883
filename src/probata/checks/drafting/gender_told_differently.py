"""A text calls a man "Ms" or "she", or a woman "Mr" or "he", by what the record of the person says.

Compares the recorded gender with the form of address in the record, with those before the person's name in our texts in
English, French and Spanish, and with "he" or "she" at the beginning of an English sentence: in a description of the
person, and, as a note, behind a sentence that begins with their name and names nobody else of the case. A note is also
what is put forward, "it is alleged that he", in a paragraph that names one person of the case alone.

## Why it matters
A wrong pronoun says that the author does not know of whom they write. The person named uses it to show that somebody
else is meant.

## Example
```yaml
case:
  title: Example
  summary: Mr Tovalka chaired the group that drafted the directive.
people: [{id: tovalka, name: {family: Tovalka, given: Ismeren}, gender: female}]
```

Use instead:
```yaml
case:
  title: Example
  summary: Ms Tovalka chaired the group that drafted the directive.
people: [{id: tovalka, name: {family: Tovalka, given: Ismeren}, gender: female}]
```

## When to allow it
Where two persons of one family name are meant: write their given names too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.texts.named_people import NamedPeople, named_people
from probata.checks.texts.printed_lines import printed_lines
from probata.checks.texts.saying import printed_saying
from probata.checks.texts.sentences import Sentence, at_words, our_sentences, our_texts
from probata.checks.texts.word_lists import languages_of, word_list
from probata.diagnostics import Severity
from probata.model.gender import OTHER_GENDER, Gender, gender_of
from probata.model.person import Person

_PRONOUN: dict[Gender, re.Pattern[str]] = {
    "male": re.compile(r"\s*(?:He|His)\b"), "female": re.compile(r"\s*(?:She|Her)\b")
}  # fmt: skip

_PUT_FORWARD = re.compile(
    r"\bit (?:is|was) (?:not )?(?:alleged|submitted|said|argued|contended|suggested|put forward) that (?P<said>s?he)\b",
    re.IGNORECASE,
)
_ANY_PRONOUN = re.compile(r"\s*(?:He|His|She|Her)\b")


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the forms of address and the pronouns of the other gender."""
    people = {one.id: gender for one in case.graph.people if (gender := gender_of(one))}
    names = named_people(case.graph)
    for person_id, gender in people.items():
        person = case.graph.find("people", Person, person_id)
        if person and person.title and _address(OTHER_GENDER[gender]).fullmatch(person.title.strip()):
            yield case.finding(
                "people", person_id, f"`{person_id}` is addressed as `{person.title}` and recorded as {gender}",
                "correct the one that is wrong", at=("title",),
            )  # fmt: skip
    yield from _addresses(case, people, names)
    yield from _pronouns(case, people, names)


@cache
def _address(gender: Gender, language: str = "en") -> re.Pattern[str]:
    return re.compile("|".join(word_list("forms_of_address", language)[gender]))


def _addresses(case: CheckInput, people: dict[str, Gender], names: NamedPeople) -> Iterator[Finding]:
    shared = _shared_names(case)
    for language in languages_of("forms_of_address"):
        address = {gender: _address(OTHER_GENDER[gender], language).pattern for gender in OTHER_GENDER}
        any_address = re.compile("|".join(address.values()))
        for sentence in printed_saying(case.graph, language, any_address.search):
            for person in (one for one in names.named_in(sentence.own) if one in people):
                said = rf"(?<!\w)(?:{address[people[person]]})\s+{names.pattern(person)}"
                match = re.search(said, sentence.own)
                if match and match[0].split()[-1] not in shared and not _is_initial(case, match[0], person):
                    yield _finding(case, sentence, match, person, people[person], None)


def _is_initial(case: CheckInput, said: str, person_id: str) -> bool:
    """Tell whether `M.` may be the first letter of the given name and no form of address."""
    person = case.graph.find("people", Person, person_id)
    return said.startswith("M.") and person is not None and person.name.display.startswith("M")


def _shared_names(case: CheckInput) -> frozenset[str]:
    """Return the family names that several people of the case have: by them alone nobody is known."""
    families = [person.name.family for person in case.graph.people if person.name.family]
    return frozenset(name for name, number in Counter(families).items() if number > 1)


def _pronouns(case: CheckInput, people: dict[str, Gender], names: NamedPeople) -> Iterator[Finding]:
    before: Sentence | None = None
    for sentence in our_sentences(case.graph):
        match = _ANY_PRONOUN.match(sentence.own)
        person, weight = _meant(sentence, before, names) if match else (None, None)
        if person in people and match and _PRONOUN[OTHER_GENDER[people[person]]].match(sentence.own):
            yield _finding(case, sentence, match, person, people[person], weight)
        before = sentence
        yield from _put_forward(case, sentence, people, names)


def _put_forward(
    case: CheckInput, sentence: Sentence, people: dict[str, Gender], names: NamedPeople
) -> Iterator[Finding]:
    """Find the pronoun of what is put forward of the one person that a paragraph names."""
    match = _PUT_FORWARD.search(sentence.own)
    if match is None:
        return
    value = sentence.text.value
    before, behind = value[: sentence.start].rpartition("\n\n")[2], value[sentence.start :].partition("\n\n")[0]
    named = names.named_in(before + behind)
    if len(named) == 1 and named[0] in people:
        gender = people[named[0]]
        word = re.compile(r"s?he\b", re.IGNORECASE).match(sentence.own, match.start("said"))
        if word and (word[0].casefold() == "he") is (gender == "female"):
            yield _finding(case, sentence, word, named[0], gender, Severity.INFO)


def _meant(sentence: Sentence, before: Sentence | None, names: NamedPeople) -> tuple[str | None, Severity | None]:
    """Return whom a pronoun at the beginning of a sentence means, and how much it weighs where that is not sure."""
    here = sentence.text
    if here.kind == "people" and _is_alone(here.record_id, here.value, names):
        return here.record_id, None
    if before is None or before.text is not here or "\n\n" in here.value[before.start : sentence.start + 1]:
        return None, None
    named = names.named_in(before.own)
    is_subject = len(named) == 1 and re.match(names.pattern(named[0]), before.own.lstrip())
    return (named[0], Severity.INFO) if is_subject else (None, None)


def _is_alone(person: str, text: str, names: NamedPeople) -> bool:
    return set(names.named_in(text)) <= {person}


def _finding(
    case: CheckInput, sentence: Sentence, match: re.Match[str], person: str, gender: Gender, weight: Severity | None
) -> Finding:
    text, said = sentence.text, " ".join(match[0].split())
    finding = case.finding(
        text.kind, text.record_id, f"the text says `{said}`, and `{person}` is recorded as {gender}",
        "correct the text or the record; where somebody else is meant, name them", at=text.loc, severity=weight,
    )  # fmt: skip
    start = sentence.start + match.end() - len(match[0].lstrip())
    return at_words(finding, case.graph, text, start, sentence.start + match.end())


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the people with a gender, and the records with a text, where there is one."""
    gendered = [person.id for person in case.graph.people if gender_of(person)]
    yield from (Looked(f"people/{person}") for person in gendered)
    told = {f"people/{person}" for person in gendered}
    records = (f"{one.kind}/{one.record_id}" for one in (*our_texts(case.graph), *printed_lines(case.graph)))
    yield from (Looked(record) for record in dict.fromkeys(records) if gendered and record not in told)


CHECK = Check("DRA131", "gender-told-differently", Severity.WARNING, "people and texts", run, looks_at=_looks_at)
