"""A text names a person of whom there is no record.

Looks at what documents print in our words for the recorded given name of a person with another family name behind it,
for a form of address (`Mr`, `Madame`, `Sra.`) before a name that stands in no record, and for a rank before two names
of which no record holds either ("General Amir Velden"). It is silent where any record
holds the name: a person or one of their other names, a body, a post, the author of a source, an addressee. A name that
is a letter or two away from a recorded one is found by `name-spelled-two-ways`. Where given and family name were both
changed, nothing in the text tells that a person is meant: search the texts for the old name. A name behind a form of
address or a rank alone is a note: it may be somebody in passing, such as a judge.

## Why it matters
A name that was corrected in the records and not in the texts accuses, or protects, somebody whom the case does not
know; and no rule on consent applies to a person without a record.

## Example
```yaml
case:
  title: Example
  summary: On 3 May 2022 Daveth Orskelin visited the north wing.
people: [{id: dunmere, name: {given: Daveth, family: Dunmere}}]
```

Use instead:
```yaml
case:
  title: Example
  summary: On 3 May 2022 Daveth Dunmere visited the north wing.
people: [{id: dunmere, name: {given: Daveth, family: Dunmere}}]
```

## When to allow it
Where a public figure is named in passing whom nobody in the case concerns: say who it is in the decision.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial
from itertools import pairwise

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked, printed_texts
from probata.checks.texts.borne_names import BorneNames
from probata.checks.texts.ranked_names import ranked_names
from probata.checks.texts.recorded_names import WORD, fold_word, plain
from probata.checks.texts.saying import printed_saying
from probata.checks.texts.sentences import Sentence, at_words, our_words
from probata.checks.texts.spellings import spellings
from probata.checks.texts.word_lists import languages_of, word_list
from probata.diagnostics import Severity, say
from probata.graph.case_graph import CaseGraph

_BETWEEN = re.compile(r"[ \n]+")
"""What stands between the words of one name."""
_Place = tuple[str, str, tuple[str | int, ...]]
"""Record and field of a text."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the names, each once for a text."""
    known, spelt = BorneNames(case.graph), _spelt(case.graph)
    small = _in_small_letters(case.graph)
    told: set[tuple[str, str, str]] = set()
    for language in languages_of("forms_of_address"):
        places = cache(partial(_places, language=language, known=known, small=small))
        for sentence in printed_saying(case.graph, language, places):
            for start, end, weight in places(sentence.own):
                name = " ".join(sentence.own[start:end].split())
                if _is_misspelt(spelt, sentence, start, end):
                    continue
                key = (sentence.text.kind, sentence.text.record_id, name)
                if key not in told:
                    told.add(key)
                    yield _finding(case, sentence, name, (start, end), weight)


def _spelt(graph: CaseGraph) -> dict[_Place, list[tuple[int, int]]]:
    """Return where each text spells a recorded name otherwise: `name-spelled-two-ways` tells that, with its remedy."""
    found: dict[_Place, list[tuple[int, int]]] = {}
    for one in spellings(graph):
        found.setdefault(one.place, []).append((one.start, one.end))
    return found


def _is_misspelt(spelt: dict[_Place, list[tuple[int, int]]], sentence: Sentence, start: int, end: int) -> bool:
    text = sentence.text
    places = spelt.get((text.kind, text.record_id, text.loc), ())
    return any(first < sentence.start + end and sentence.start + start < last for first, last in places)


def _places(own: str, *, language: str, known: BorneNames, small: set[str]) -> tuple[tuple[int, int, Severity], ...]:
    return (*_named(own, language, known), *_ranked(own, language, known, small))


def _named(own: str, language: str, known: BorneNames) -> Iterator[tuple[int, int, Severity]]:
    """Give the places of names that no record holds: behind a given name of the records or a form of address."""
    for first, second in pairwise(WORD.finditer(own)):
        if not (first[0][0].isupper() and second[0][0].isupper()):
            continue
        pair = fold_word(plain(first[0])), fold_word(plain(second[0]))
        apart = own[first.end() : second.start()]
        end = second.start() + len(plain(second[0]))
        if names := known.given.get(pair[0]):
            if _BETWEEN.fullmatch(apart) and pair[1] not in names and pair not in known.pairs:
                yield first.start(), end, Severity.WARNING
        elif _is_addressed(first[0], apart, second[0], language) and pair[1] not in known.words:
            yield second.start(), end, Severity.INFO


def _ranked(own: str, language: str, known: BorneNames, small: set[str]) -> Iterator[tuple[int, int, Severity]]:
    """Give the places of names behind a rank of which no record holds either word, nor the case in small letters."""
    for match in ranked_names(own, language):
        words = [fold_word(plain(match[part])) for part in ("first", "second")]
        if not any(word in known.words or word in small for word in words):
            yield match.start("first"), match.start("second") + len(plain(match["second"])), Severity.INFO


def _in_small_letters(graph: CaseGraph) -> set[str]:
    texts = {own for language in languages_of("ranks") for _, own in our_words(graph, language)}
    words = {match[0] for own in texts for match in WORD.finditer(own) if match[0].islower()}
    return {fold_word(word) for word in words}


def _is_addressed(form: str, apart: str, name: str, language: str) -> bool:
    """Tell whether a word is a form of address and the next a name behind it, and no office."""
    is_form = _address(language).fullmatch(form) and _BETWEEN.fullmatch(apart.removeprefix("."))
    return bool(is_form) and not _offices(language).fullmatch(name)


@cache
def _address(language: str) -> re.Pattern[str]:
    """Return what matches a form of address; the full stop behind it is no part of the word."""
    words = word_list("forms_of_address", language)
    listed = "|".join((*words["male"], *words["female"]))
    return re.compile(listed.replace(r"\.?", "").replace(r"\.", ""))


@cache
def _offices(language: str) -> re.Pattern[str]:
    """Return what matches an office behind a form of address, which is no name."""
    return re.compile("|".join(word_list("forms_of_address", language)["offices"]))


def _finding(case: CheckInput, sentence: Sentence, name: str, at: tuple[int, int], weight: Severity) -> Finding:
    found = case.finding(
        sentence.text.kind, sentence.text.record_id, f"the text names {say.words(name)}, of whom there is no record",
        "write the name as `people.yaml` has it, or record the person there; an older name belongs under `aliases`",
        at=sentence.text.loc, severity=weight, alike=name,
    )  # fmt: skip
    return at_words(found, case.graph, sentence.text, *(sentence.start + place for place in at))


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the records with a text of ours or a line that documents print."""
    yield from printed_texts(case)


CHECK = Check("DRA112", "person-not-recorded", Severity.WARNING, "texts", run, looks_at=_looks_at)
