"""A text puts words into the mouth of somebody other than the recorded speaker.

Looks at what stands in quotation marks in our texts and, in four words or more, in the record of a quotation. It finds
a sentence that says of a person of the case that they said it, where the record has another person or a description as
the speaker, and the sentence does not name the one recorded. Where a body is the speaker, nothing is found: somebody
speaks for it.

## Why it matters
Words that the wrong person is made to say are the worst misquotation of all, and the easiest to show: the source names
who spoke.

## Example
```yaml
case: {title: Example, summary: "Daveth Orskelin said that they should “go on until they write” [@interview, para 3]."}
people: [{id: orskelin, name: Daveth Orskelin}]
sources: [{id: interview, title: Interview with a guard, type: interview, held: held}]
quotations:
  - {id: until, speaker: {described: the watch}, text: Go on until they write., quoted_in: "interview, para 3"}
```

Use instead:
```yaml
case: {title: Example, summary: "Daveth Orskelin said that they should “go on until they write” [@interview, para 3]."}
people: [{id: orskelin, name: Daveth Orskelin}]
sources: [{id: interview, title: Interview with a guard, type: interview, held: held}]
quotations:
  - {id: until, speaker: {person: orskelin}, text: Go on until they write., quoted_in: "interview, para 3"}
```

## When to allow it
Where both said the same words: record both quotations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import TEXTS, texts_in_the_language_of_the_case
from probata.checks.texts.named_people import NamedPeople, named_people
from probata.checks.texts.sentences import Sentence, our_sentences
from probata.checks.texts.word_findings import finding_of_words
from probata.checks.texts.wordings import holds, words_of
from probata.diagnostics import Severity
from probata.model.person import Person
from probata.model.quotation import Quotation

_FEWEST = 4
_QUOTED = re.compile(r"“([^“”]*)”|\"([^\"]*)\"|«([^«»]*)»")
_SAID = (
    r"(?:,[^,]{0,80},)?\s+(?:\w+ly\s+|then\s+|also\s+|had\s+|has\s+){0,2}(?:said|says|told|tells|stated|states|declared"
    r"|declares|wrote|writes|warned|warns|added|adds|announced|announces|answered|replied|ordered|asked)\b"
)


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the quotations of which a sentence names another speaker, each sentence once."""
    spoken = [(one, words_of(one.text)) for one in case.graph.quotations]
    names = named_people(case.graph)
    for sentence in our_sentences(case.graph, case.graph.case.language) if spoken else ():
        for match in _QUOTED.finditer(sentence.raw):
            words = words_of(match[match.lastindex or 0])
            recorded = [one for one, whole in spoken if len(words) >= _FEWEST and holds(whole, words)]
            teller = _speaker(sentence, match.start(), names) if recorded else None
            if teller and not any(_may_be(one, teller, sentence, names) for one in recorded):
                yield _finding(case, sentence, match, teller, recorded[0])
                break


def _speaker(sentence: Sentence, at: int, names: NamedPeople) -> str | None:
    """Return the person of whom a sentence says, before a quotation or behind it, that they said something."""
    before, behind = sentence.own[:at], sentence.own[at:]
    named = names.named_in(sentence.own)
    found = [(match.start(), one) for one in named for match in re.finditer(names.pattern(one) + _SAID, before)]
    said = [one for one in named if re.match(rf"[\s,]*{names.pattern(one)}{_SAID}", behind)]
    return max(found)[1] if found else (said[0] if said else None)


def _may_be(quotation: Quotation, teller: str, sentence: Sentence, names: NamedPeople) -> bool:
    speaker = quotation.speaker
    if speaker.body or speaker.person == teller or not (speaker.person or speaker.described):
        return True
    return speaker.person in names.named_in(sentence.own)


def _finding(case: CheckInput, sentence: Sentence, match: re.Match[str], teller: str, quotation: Quotation) -> Finding:
    text = sentence.text
    who = case.graph.find("people", Person, quotation.speaker.person or "")
    named = who.name.display if who else quotation.speaker.described or quotation.speaker.person
    return finding_of_words(
        case, text, (sentence.start + match.start(), sentence.start + match.end()),
        f"the text has `{teller}` say `{' '.join(match[0].split())}`, and the speaker of `{quotation.id}` is `{named}`",
        "open the source, and correct the sentence or the speaker of the quotation",
    )  # fmt: skip


CHECK = Check(
    "EVI136", "quotation-of-another-speaker", Severity.WARNING, TEXTS, run, looks_at=texts_in_the_language_of_the_case
)
