"""A judgment is said to hold more than what is recorded as held there.

Looks at our sentences in English, French and Spanish by which a court held, ruled or found something, and which cite
the paragraph of a recorded holding, and compares what stands behind the verb with the text of that holding. A sentence
that names one judgment, by its short name in italics too, or cites it as a whole, is compared with the recorded holding
that shares two words with it, or else with all: then only a graver word for something that they tell, and a name, are
found. Found is a word that stands higher on a short ladder, such as died, killed, murdered, a denial that one of the
two has and the other has not, and the name of a person concerned of whom the holding does not speak. They are notes,
which print both texts: a holding is recorded in few words, and a sentence may say the same in others. A death or a
return that the holding tells in a lesser word should be mended, and one of which it has no word, where another recorded
holding leaves it open.

## Why it matters
Courts read what is said of courts first. Where a judgment that left the cause of a death open is made to have found it,
nothing else in the document is believed.

## Example
```yaml
case:
  title: Example
  summary: The court held that guards had killed the prisoner [@tarn, para 16].
authorities:
  - id: tarn
    kind: judgment
    name: Petition of Tarn
    citation: "*Petition of Tarn*, 7 March 2023"
    holdings: [{id: cause, text: The Court made no finding on the cause of death., paragraph: "16"}]
```

Use instead:
```yaml
case:
  title: Example
  summary: The court held that it could make no finding on the cause of death [@tarn, para 16].
authorities:
  - id: tarn
    kind: judgment
    name: Petition of Tarn
    citation: "*Petition of Tarn*, 7 March 2023"
    holdings: [{id: cause, text: The Court made no finding on the cause of death., paragraph: "16"}]
```

## When to allow it
Where the paragraph says so, and the record of the holding is shorter than it: better to record what it says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding, Outcome
from probata.checks.looked_at import Looked
from probata.checks.quoted import quoted
from probata.checks.texts.cited_places import numbers_of_place
from probata.checks.texts.ladders import Height, highest_in, ladders
from probata.checks.texts.named_people import named_people
from probata.checks.texts.placed_on_judgments import Placed, said_to_be_held, said_to_be_held_by_name
from probata.checks.texts.sentences import own_words
from probata.checks.texts.word_lists import LANGUAGES, any_of, whole_words, word_list
from probata.diagnostics import Severity
from probata.model.authority import Holding
from probata.model.language import primary

_GRAVE = 1
"""The step of a ladder from which a word counts of which the holding has none of its kind."""
_COMMON = frozenset({"detention", "number"})
"""Ladders whose words are in most sentences of a case: that a holding has none says nothing."""
_DEEDS = ("death", "return")
"""Ladders of what was done to somebody, which a holding tells in its own words."""
_OPEN = (("holding", "denies"), ("grades", "supposed"))
"""Words by which a sentence denies, or leaves open."""
_NEAR = 16
"""Words between the name of the court and “that”, at most."""
_STEM = 5
"""First letters by which a holding is taken to speak of the same."""
_SHARED = 2
"""Words that a sentence and a holding on the same matter share."""
_WORD = re.compile(r"[^\W\d_]{4,}")


class _Held(NamedTuple):
    """What a sentence says is held, and the holdings at the paragraphs that it cites."""

    placed: Placed
    said: str
    language: str
    holdings: tuple[Holding, ...]

    @property
    def is_sure(self) -> bool:
        """Whether the holdings are those of which it speaks, and not all that are recorded of the judgment."""
        return bool(self.placed.places) or len(self.holdings) == 1 < len(self.placed.authority.holdings)


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare what each sentence says is held with the holdings at the places that it cites."""
    for held in _held(case):
        if differences := (*_denied(case, held), *_graver(case, held), *_named(case, held)):
            yield _finding(case, held, differences)


def _held(case: CheckInput) -> Iterator[_Held]:
    for one in chain(said_to_be_held(case), said_to_be_held_by_name(case)):
        sentence = one.sentence
        verb = any_of("holding", "says", sentence.language).search(sentence.own) if sentence else None
        said = _clause(sentence.own, verb.start(), sentence.language) if sentence and verb else ""
        at = _at(one, said) if said else ()
        if sentence and at:
            yield _Held(one, said, sentence.language, at)


def _at(one: Placed, said: str) -> tuple[Holding, ...]:
    """Return the holdings at the paragraphs that are cited; where none is, the one on the same matter, or else all."""
    holdings = one.authority.holdings
    if one.places:
        return tuple(held for held in holdings if held.paragraph and one.numbers & numbers_of_place(held.paragraph))
    alike = tuple(held for held in holdings if len(_matters(said) & _matters(held.text)) >= _SHARED)
    return alike if len(alike) == 1 else holdings


def _matters(text: str) -> frozenset[str]:
    words = (found[0].casefold() for found in _WORD.finditer(text))
    return frozenset(word[:_STEM] for word in words if not any_of("holding", "empty").fullmatch(word))


def _clause(own: str, verb: int, language: str) -> str:
    """Return what follows on “that” near the verb; empty where a court “held a hearing”."""
    that = whole_words(word_list("holding", language)["that"])
    found = next((match for match in that.finditer(own, verb) if own[verb : match.start()].count(" ") < _NEAR), None)
    return own[found.end() :] if found else ""


def _graver(case: CheckInput, held: _Held) -> Iterator[str]:
    recorded = _text(held.holdings)
    for about in (one.about for one in ladders(held.language)):
        said = highest_in(about, held.said, held.language)
        theirs = _height(about, recorded, primary(case.graph.case.language)) if said else None
        if said and theirs and said.step > theirs.step:
            yield f"the text says `{said.words}` where the holding says no more than `{theirs.words}`"
        elif (
            said
            and not theirs
            and held.is_sure
            and about not in _COMMON
            and said.step >= _GRAVE
            and said.words[:_STEM].casefold() not in recorded.casefold()
        ):
            yield f"the text says `{said.words}` where the holding has no word of that"


def _is_graver_deed(case: CheckInput, held: _Held) -> bool:
    """Tell whether a death or a return is told with a graver word than the holding has, and nothing left open."""
    is_open = any(any_of(*words, held.language).search(held.said) for words in _OPEN)
    for about in () if is_open else _DEEDS:
        said = highest_in(about, held.said, held.language)
        theirs = _height(about, _text(held.holdings), primary(case.graph.case.language)) if said else None
        is_open_elsewhere = said and said.step >= _GRAVE and not theirs and _is_left_open(case, held, about)
        if said and (is_open_elsewhere or (theirs and said.step > theirs.step)):
            return True
    return False


def _is_left_open(case: CheckInput, held: _Held, about: str) -> bool:
    """Tell whether another recorded holding says that this matter was left open: “no finding on the cause of death”."""
    language = primary(case.graph.case.language)
    others = (one for one in held.placed.authority.holdings if one not in held.holdings)
    return any(
        any_of("holding", "left_open", language if language in LANGUAGES else "en").search(one.text) is not None
        and _height(about, one.text, language) is not None
        for one in others
    )


def _height(about: str, words: str, language: str) -> Height | None:
    others = (one for one in LANGUAGES if one != language)
    return next((found for one in (language, *others) if (found := highest_in(about, words, one))), None)


def _denied(case: CheckInput, held: _Held) -> Iterator[str]:
    """Tell where the sentence denies nothing, and every holding there does, or the other way about."""
    language = primary(case.graph.case.language)
    if not held.is_sure:
        return
    said = any_of("holding", "denies", held.language).search(held.said)
    theirs = [_denial(holding, language) for holding in held.holdings]
    if said and not any(theirs):
        yield f"the text says `{said[0]}`, and the holding has no such word"
    elif not said and all(theirs):
        yield f"the text drops the `{theirs[0]}` of the holding"


def _denial(holding: Holding, language: str) -> str:
    others = (one for one in LANGUAGES if one != language)
    words = (any_of("holding", "denies", one) for one in ((language,) if language in LANGUAGES else others))
    return next((found[0] for one in words if (found := one.search(holding.text))), "")


def _named(case: CheckInput, held: _Held) -> Iterator[str]:
    """Tell the persons concerned whom the sentence names, and neither a holding there nor the name of the case."""
    people = named_people(case.graph)
    filings = (None, *case.graph.case.filings)
    concerned = {person.id for filing in filings for person in case.graph.persons_concerned(filing)}
    known = set(people.named_in(f"{_text(held.holdings)} ; {held.placed.authority.name}"))
    for person in people.named_in(held.said):
        if person in concerned - known:
            yield f"the text names person `{person}` where the holding does not"


def _text(holdings: tuple[Holding, ...]) -> str:
    return " ; ".join(own_words(holding.text) for holding in holdings)


def _finding(case: CheckInput, held: _Held, differences: tuple[str, ...]) -> Finding:
    one, is_deed = held.placed, _is_graver_deed(case, held)
    where = f" at {quoted(one.places)}" if one.places else ", as it is recorded"
    found = case.finding(
        one.kind, one.record_id,
        f"of what `{one.authority.id}` holds{where}, {' and '.join(differences)}",
        "read the paragraph again: write what it says, or record as a holding what it says besides", at=one.loc,
        notes=(
            f"the text: {' '.join(held.said.split())}",
            *(f"held{_shown(holding)}: {' '.join(holding.text.split())}" for holding in held.holdings),
        ), outcome=Outcome.FAILED if is_deed else Outcome.CANNOT_TELL,
        severity=Severity.WARNING if is_deed else None,
    )  # fmt: skip
    return one.at_place(found, case)


def _shown(holding: Holding) -> str:
    return f" at {holding.paragraph}" if holding.paragraph else ""


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the records with a sentence that says what is held in a judgment of which holdings are recorded."""
    yield from (Looked(record) for record in dict.fromkeys(one.placed.record for one in _held(case)))


CHECK = Check(
    "LAW163", "holding-told-differently", Severity.INFO, "what rests on a judgment", run, looks_at=_looks_at,
    raised="should fix where a deed is told in a word above that of the holding, or another leaves it open",
)  # fmt: skip
