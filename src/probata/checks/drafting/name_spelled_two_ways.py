"""A text spells the recorded name of a person or body, or the title of a post, otherwise than its record does.

Looks at the words with capital letters in the texts that documents print, and compares them with the names, other names
and short names of people and bodies, and with the titles of posts. A name is taken for the same where one word differs
by a letter or two, or is another preposition, or where only an accent, the division of the words or the order of a
person's names differ. The name of a body turned about "of" or "for" is a note: "Board of Prisons" for the Prison Board.
Recorded other names are fine. So are quotations, and a word that is part of another recorded name. What is recorded
under `misnomers` of a body or event is found wherever a text of ours uses it, and told once of the record itself, as a
note.

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

import re
from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import TEXTS, Looked, texts_in_the_language_of_the_case
from probata.checks.quoted import quoted
from probata.checks.texts.markdown_texts import MarkdownText
from probata.checks.texts.recorded_names import (
    TURNED,
    WORD,
    RecordedNames,
    Resembled,
    Words,
    misnomers,
    plain,
    without_article,
)
from probata.checks.texts.sentences import at_words, our_words
from probata.diagnostics import Severity

_Found = tuple[int, int, Resembled]


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the spellings, each once for a text."""
    names = RecordedNames(case.graph)
    texts = our_words(case.graph, case.graph.case.language)
    small = {match[0] for _, own in texts for match in WORD.finditer(own) if match[0].islower()}
    names.vocabulary.update(word for word in small if len(word) > 1)
    for text, own in texts:
        told: set[str] = set()
        for start, end, resembled in _spellings(own, names):
            spelled = " ".join(own[start:end].split())
            if spelled not in told:
                told.add(spelled)
                yield at_words(_finding(case, text, spelled, resembled), case.graph, text, start, end)
    yield from _misnamed(case)


def _misnamed(case: CheckInput) -> Iterator[Finding]:
    """Tell, once a record, the wrong names that a source prints."""
    wrong: dict[tuple[str, str], list[str]] = {}
    for record, name, misnomer in misnomers(case.graph):
        wrong.setdefault((record, name), []).append(misnomer)
    for (record, name), printed in wrong.items():
        kind, _, record_id = record.partition("/")
        yield case.finding(
            kind, record_id, f"a source prints {quoted(printed)} for `{name}`, which is not its name",
            "ask the source for a correction; in a document write the name, or quote the wrong one as printed",
            at=("misnomers",), severity=Severity.INFO,
        )  # fmt: skip


def _spellings(own: str, names: RecordedNames) -> Iterator[_Found]:
    """Give the places of near names, the longest of those that begin at a word."""
    matches = list(WORD.finditer(own))
    words = [plain(match[0]) for match in matches]
    lengths = sorted({more for known in names.lengths for more in (known - 1, known, known + 1)}, reverse=True)
    taken = 0
    for position, match in enumerate(matches):
        if match.start() < taken or not match[0][0].isupper():
            continue
        for length in lengths if names.may_begin(words[position], "".join(words[position + 1 : position + 2])) else ():
            window = slice(position, position + length)
            resembled = _resembled(own, matches[window], tuple(words[window]), names) if length > 0 else None
            if resembled and resembled.how == TURNED and _is_in_longer(own, matches, window):
                continue
            if resembled:
                taken = matches[window][-1].end()
                if resembled.record:
                    yield match.start(), taken, resembled
                break
        else:
            single = None if _begins_sentence(own, match.start()) else names.resembled_single(words[position])
            if single:
                yield match.start(), match.end(), single


def _resembled(own: str, matches: list[re.Match[str]], words: Words, names: RecordedNames) -> Resembled | None:
    """Return the name that some words spell or come near to; an empty one where they spell it as it is recorded."""
    if not _is_line(own[matches[0].start() : matches[-1].start()]):
        return None
    if without_article(words) in names.spelled:
        return Resembled("", "", "")
    return names.resembled(words) if matches[-1][0][0].isupper() else None


def _is_in_longer(own: str, matches: list[re.Match[str]], window: slice) -> bool:
    """Tell whether a capital word stands right before or behind some words: then they are part of a longer name."""
    before, behind = matches[max(window.start - 1, 0) : window.start], matches[window.stop : window.stop + 1]
    first, last = matches[window][0], matches[window][-1]
    beside = [one[0] for one in before if one[0].lower() != "the" and not own[one.end() : first.start()].strip()]
    beside += [one[0] for one in behind if not own[last.end() : one.start()].strip()]
    return any(word[0].isupper() for word in beside)


def _is_line(words: str) -> bool:
    """Tell whether words belong together: no mark of punctuation stands between them but hyphen and apostrophe."""
    return re.search(r"[.,;:!?()\[\]*]|\n\s*\n", words) is None


def _begins_sentence(own: str, start: int) -> bool:
    before = own[:start].rstrip(" \n*_(")
    return not before or before[-1] in ".!?:"


def _finding(case: CheckInput, text: MarkdownText, spelled: str, resembled: Resembled) -> Finding:
    is_post = resembled.record.startswith("positions/")
    single = resembled.how == "a letter" or resembled.how.startswith("the order")
    return case.finding(
        text.kind, text.record_id, f"`{spelled}` differs from the recorded name `{resembled.name}` in {resembled.how}",
        f"write `{resembled.name}`, or "
        + ("correct the title of" if is_post else "record this spelling as another name of") + f" `{resembled.record}`",
        at=text.loc, severity=Severity.INFO if single else None,
    )  # fmt: skip


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the records with a text, then the bodies and events of which a wrong name is recorded."""
    yield from texts_in_the_language_of_the_case(case)
    yield from (Looked(f"bodies/{body.id}") for body in case.graph.bodies if body.misnomers)
    yield from (Looked(f"events/{event.id}") for event in case.graph.events if event.misnomers)


CHECK = Check("DRA105", "name-spelled-two-ways", Severity.WARNING, TEXTS, run, looks_at=_looks_at)
