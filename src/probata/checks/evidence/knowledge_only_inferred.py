"""A text infers that a person charged knew of something, and rests it on no evidence that is recorded for that.

Looks at our sentences, in English, French and Spanish, that infer what somebody knew: "must have known", "cannot but
have known", "it is inconceivable that he did not know". The person is the one named in the sentence, or last before it
in its paragraph, and charged in an allegation put forward; of somebody else at the verb, "her deputy must have known",
nothing is found. The inference rests on something where the text, up to the
end of the paragraph, cites a work that is recorded as evidence of an element of knowledge (`knew`, `should-have-known`
or `disregarded-information`) about this person; in the text of an allegation that is the evidence of this allegation.
Found is where it cites none of them, or none is recorded. What a sentence denies, leaves open or gives as another's
words is left alone, and so is "should have known", which is a standard of law.

## Why it matters
Knowledge is an element of its own in most tests, and may be inferred from facts alone. Whoever writes "must have known"
and names no fact has shown where the evidence ends; the person named will answer that they did not.

## Example
```yaml
case: {title: Example}
people: [{id: wolk, name: {family: Wolk, given: Mara}}]
roles: [{id: r, person: wolk, title: Governor, dates: 2015-08/2017-04}]
sources: [{id: log, title: Log of visits, held: held}]
allegations:
  - id: a
    title: Alleged beatings
    statement: It is alleged that prisoners were beaten.
    period: 2016-03
    roles: [{role: r, responsibility: {label: command, conduct: [knew_and_did_not_prevent]}}]
    particulars: Mara Wolk had her office in the wing. She must therefore have known of the beatings.
```

Use instead:
```yaml
case: {title: Example}
people: [{id: wolk, name: {family: Wolk, given: Mara}}]
roles: [{id: r, person: wolk, title: Governor, dates: 2015-08/2017-04}]
sources: [{id: log, title: Log of visits, held: held}]
allegations:
  - id: a
    title: Alleged beatings
    statement: It is alleged that prisoners were beaten.
    period: 2016-03
    roles: [{role: r, responsibility: {label: command, conduct: [knew_and_did_not_prevent]}}]
    particulars: Mara Wolk was in the wing each day [@log, p. 4]. She must therefore have known of the beatings.
    evidence: [{source: log, pinpoint: {type: page, value: "4"}, elements: [knew], supports: Her daily visits}]
```

## When to allow it
Where the fact stands in another section of the same document: better refer to it there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import printed_in_all_languages
from probata.checks.support.charges import charges_against
from probata.checks.support.knowledge import evidence_of_knowledge
from probata.checks.texts.cited_places import cited_places
from probata.checks.texts.denials import is_denied
from probata.checks.texts.named_people import person_told_of
from probata.checks.texts.paragraphs import paragraph_of
from probata.checks.texts.saying import printed_saying_each
from probata.checks.texts.sentences import Sentence
from probata.checks.texts.subject_of_inference import is_of_another
from probata.checks.texts.word_findings import finding_of_words
from probata.checks.texts.word_lists import Words, any_of, languages_of
from probata.diagnostics import Severity
from probata.model.allegation import Allegation

_AROUND = 120
"""Letters before and behind an inference in which a word stands that leaves it open."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare what the text of each inference cites with the evidence of what the person knew."""
    for sentence in printed_saying_each(case.graph, languages_of("inferred"), lambda one: _knew(one).search):
        match = _knew(sentence.language).search(sentence.own)
        if match is None or _is_of_others(sentence) or _is_open(sentence, match):
            continue
        person = (
            None if is_of_another(case.graph, sentence, match) else person_told_of(case.graph, sentence, match.end())
        )
        charges = _charges(case, sentence, person) if person else ()
        if person and charges and (found := _finding(case, sentence, match, person, charges)):
            yield found


def _knew(language: str) -> Words:
    return any_of("inferred", "knew", language)


def _is_of_others(sentence: Sentence) -> bool:
    """Tell whether somebody else says so; what is submitted or alleged is said by us."""
    own = any_of("inferred", "ours", sentence.language).sub("", sentence.own)
    return replace(sentence, own=own).attributed


def _is_open(sentence: Sentence, match: re.Match[str]) -> bool:
    before = sentence.own[max(0, match.start() - _AROUND) : match.start()]
    behind = sentence.own[match.end() : match.end() + _AROUND]
    is_asked = any(
        any_of("inferred", key, sentence.language).search(words) is not None
        for key, words in (("open", before), ("open_behind", behind))
    )
    return is_asked or is_denied(sentence.own, match.start(), match.end(), sentence.language)


def _charges(case: CheckInput, sentence: Sentence, person: str) -> Sequence[Allegation]:
    """Return the allegations against a person; of a text that stands in one of them, this one."""
    charges, text = charges_against(case).get(person, ()), sentence.text
    own = [one for one in charges if text.kind == "allegations" and one.id == text.record_id]
    return own or charges


def _finding(
    case: CheckInput, sentence: Sentence, match: re.Match[str], person: str, charges: Sequence[Allegation]
) -> Finding | None:
    recorded = list(dict.fromkeys(item.source for one in charges for item in evidence_of_knowledge(one, person)))
    if _cited_up_to(sentence) & {*recorded}:
        return None
    words, start = " ".join(match[0].split()), sentence.start + match.start()
    works = ", ".join(f"source `{key}`" for key in recorded)
    charged = " and ".join(f"allegation `{one.id}`" for one in charges)
    return finding_of_words(
        case, sentence.text, (start, start + len(match[0])),
        f"the text infers by `{words}` what person `{person}` knew, and "
        + (f"cites none of what is recorded to show it: {works}" if recorded
           else f"{charged} {'have' if len(charges) > 1 else 'has'} no evidence that is recorded to show it"),
        "cite before it the fact from which it follows and record its source under `evidence` with `elements: [knew]`, "
        "or say only what the person did",
    )  # fmt: skip


def _cited_up_to(sentence: Sentence) -> frozenset[str]:
    """Return the works that a text cites up to the end of the paragraph of a sentence, or in a field beside it."""
    _, ends = paragraph_of(sentence)
    keys = (key for key, _ in cited_places(sentence.text.value[:ends]))
    return frozenset((*keys, *(one.source for one in sentence.text.citations)))


CHECK = Check(
    "EVI198", "knowledge-only-inferred", Severity.WARNING, "texts and lines", run, looks_at=printed_in_all_languages
)
