"""A text says that somebody has not answered what is alleged, and their answer is recorded.

Reads our sentences and their translations in English, French and Spanish for the name of a person with "has not
answered", "has not replied" or the like right behind it. Found is the one where an allegation has under `answer` a
source of which that person is the author. In the text of an allegation its own answer counts. "Had not answered by 1
September" is left alone where the answer is later, and so is a sentence on one letter, one question or one allegation,
which may be true.

## Why it matters
Who has answered and is said to be silent need only show the letter. The reader then asks what else was left out.

## Example
```yaml
case: {title: Example, summary: Mara Wolk has not answered what is alleged of her.}
people: [{id: wolk, name: {family: Wolk, given: Mara}}]
sources: [{id: letter, title: Letter, author: [{family: Wolk, given: Mara}], issued: 2026-09-02, held: held}]
allegations:
  - id: beatings
    title: Beatings
    statement: Prisoners were beaten.
    answer: {asked: true, answer: She denies it., citations: letter}
```

Use instead:
```yaml
case: {title: Example, summary: Mara Wolk has answered what is alleged of her.}
people: [{id: wolk, name: {family: Wolk, given: Mara}}]
sources: [{id: letter, title: Letter, author: [{family: Wolk, given: Mara}], issued: 2026-09-02, held: held}]
allegations:
  - id: beatings
    title: Beatings
    statement: Prisoners were beaten.
    answer: {asked: true, answer: She denies it., citations: letter}
```

## When to allow it
Where the letter does not answer what the sentence speaks of: say of what.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import printed_in_all_languages
from probata.checks.texts.dates_in_text import times_in
from probata.checks.texts.named_people import named_people
from probata.checks.texts.printed_sentences import printed_sentences
from probata.checks.texts.sentences import Sentence
from probata.checks.texts.word_findings import finding_of_words
from probata.checks.texts.word_lists import languages_of, word_list
from probata.diagnostics import Severity
from probata.model.person import Person
from probata.model.source_record import Source


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the sentences on somebody whose answer is recorded."""
    answers = _answers(case)
    for language in languages_of("answers") if answers else ():
        for sentence in printed_sentences(case.graph, language):
            for start, end, person in named_people(case.graph).places_in(sentence.own):
                said = _not_answered(language).match(sentence.own, end)
                letter = _letter(sentence, answers.get(person, {})) if said else None
                if said and letter and not _was_before(sentence, letter):
                    yield finding_of_words(
                        case, sentence.text, (sentence.start + start, sentence.start + said.end("said")),
                        f"the text says that `{person}` did not answer, and the answer is recorded in `{letter.id}`",
                        "write what was answered, or to what nothing was said; correct the record where it is wrong",
                    )  # fmt: skip


def _answers(case: CheckInput) -> dict[str, dict[str, Source]]:
    """Return, by person, the source in which they answer an allegation, by allegation; their names must agree."""
    found: dict[str, dict[str, Source]] = {}
    for allegation in case.pursued:
        for citation in allegation.answer.citations:
            source = case.graph.find("sources", Source, citation.source)
            for person in case.graph.people if source else ():
                if source and any(_is_author(person, one.family, one.given) for one in source.author):
                    found.setdefault(person.id, {})[allegation.id] = source
    return found


def _is_author(person: Person, family: str | None, given: str | None) -> bool:
    return bool(family) and person.name.family == family and given in (None, person.name.given)


def _letter(sentence: Sentence, letters: dict[str, Source]) -> Source | None:
    """Return the answer that counts: of the allegation in whose text it stands, else any."""
    if sentence.text.kind == "allegations":
        return letters.get(sentence.text.record_id)
    return next(iter(letters.values()), None)


def _was_before(sentence: Sentence, letter: Source) -> bool:
    """Tell whether the sentence speaks of a day before the answer; of one that is not dated it cannot be told."""
    times = times_in(sentence.own, sentence.language)
    return any(letter.issued is None or told.first.first <= letter.issued.last for told in times)


@cache
def _not_answered(language: str) -> re.Pattern[str]:
    """Return a pattern for what stands behind a name: that nothing was answered, with nothing that it is limited to."""
    words = {key: str(text).replace(" ", r"\s+") for key, text in word_list("answers", language).items()}
    by_day = r"(?:\s+(?:by|au|el|al)\s+[^.;:]*\d{4})"
    return re.compile(
        rf"(?P<said>\s+(?:{words['not_answered']})(?:\s+(?:{words['whole']}))?){by_day}?\s*(?=[.,;:\[(\ue000]|$)",
        re.IGNORECASE,
    )


CHECK = Check(
    "EVI197", "answer-told-differently", Severity.WARNING, "texts and lines", run, looks_at=printed_in_all_languages
)
