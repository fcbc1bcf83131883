"""A person who may appear only under a pseudonym or without a name, and whose record bears what reads as a real name.

Documents print the name of the record. A consent with `identity: pseudonym` or `anonymous` therefore wants a record
whose name is the pseudonym. Found are names recorded as family and given name or in a script of their own, and names of
two or more words with capitals in which no word says what the person is (`Witness A`, `Former guard`).

## Why it matters
The name that was promised to nobody stands on the first page, in the table of victims and in the properties of the
file, and the document says beside it that the person appears under a pseudonym. It cannot be taken back.

## Example
```yaml
case: {title: Example}
people: [{id: victim-1, name: Ilke Tarn, part_played: [victim]}]
consents: [{id: tarn-consent, person: victim-1, forums: [un-sp], audiences: [decision_maker], identity: pseudonym}]
```

Use instead:
```yaml
case: {title: Example}
people: [{id: victim-1, name: Witness A, part_played: [victim]}]
consents: [{id: tarn-consent, person: victim-1, forums: [un-sp], audiences: [decision_maker], identity: pseudonym}]
```

## When to allow it
Where the name is itself an invented one. Say so in the decision, and keep the real name out of the records.
"""

from __future__ import annotations

from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked
from probata.checks.prose.words import any_of
from probata.diagnostics import Severity, say
from probata.model.consent import Consent
from probata.model.name import PersonName
from probata.model.person import Person

_ALLOWS = {"pseudonym": "under a pseudonym", "anonymous": "without a name"}


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the persons to be hidden whose record bears what reads as their name, each once."""
    for person, consent in _hidden(case).values():
        if _reads_as_name(person.name):
            yield case.finding(
                "people", person.id,
                f"{say.words(person.name.display)} reads as a real name, which documents print, and consent "
                f"{say.consent(consent)} lets the person appear {_ALLOWS[consent.identity]}",
                "write the pseudonym as `name`, such as `Witness A`, and keep the real name out of the records; where "
                "it is the pseudonym already, decide the finding",
                at=("name",),
            )  # fmt: skip


def _hidden(case: CheckInput) -> dict[str, tuple[Person, Consent]]:
    """Return the persons whom a consent lets appear in another form than named, by id, with the first such consent."""
    hidden: dict[str, tuple[Person, Consent]] = {}
    for consent in case.graph.consents:
        person = case.graph.find("people", Person, consent.person)
        if person and consent.identity in _ALLOWS and consent.status == "given":
            hidden.setdefault(person.id, (person, consent))
    return hidden


def _reads_as_name(name: PersonName) -> bool:
    if (name.family and name.given) or name.native:
        return True
    words = [word for word in name.display.split() if len(word.strip(".")) > 1]
    return len(words) > 1 and all(word[0].isupper() for word in words) and not _says_what(name.display)


def _says_what(text: str) -> bool:
    return any_of("pseudonyms", "kind").search(text) is not None


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the persons whom a consent lets appear in another form than named."""
    yield from (Looked(f"people/{person}") for person in _hidden(case))


CHECK = Check("STR176", "name-as-pseudonym", Severity.ERROR, "people", run, looks_at=_looks_at)
