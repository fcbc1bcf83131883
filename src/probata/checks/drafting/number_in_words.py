"""A number or date in words, where the forum wants figures.

Looks at the witness's paragraphs in a filing whose forum has such a rule. "One" is often no number: before what may be
a thing, such as "one guard", it is a note; "one of them", "the one door", "one came" and "one day" are left alone.
Words that may be a way of speaking are notes too: "twice", "a third of them", "in his thirties", "a couple of". An
ordinal that is no date, such as "third floor", is left alone. Words in quotation marks are the speaker's.

## Why it matters
A court may refuse a statement that does not keep to the practice direction, and disallow its costs. The words stay the
witness's: nothing is changed by the program, it only says where.

## Example
```yaml
case:
  title: Example
  filings:
    - {id: statement, forum: uk-cpr-ws, statement: wolk-1}
people: [{id: wolk, name: Mara Wolk}]
statements:
  - id: wolk-1
    person: wolk
    kind: witness
    paragraphs:
      - {id: door, basis: own_knowledge, text: Four guards came to my door on the fifth of May.}
```

Use instead:
```yaml
case:
  title: Example
  filings:
    - {id: statement, forum: uk-cpr-ws, statement: wolk-1}
people: [{id: wolk, name: Mara Wolk}]
statements:
  - id: wolk-1
    person: wolk
    kind: witness
    paragraphs:
      - {id: door, basis: own_knowledge, text: 4 guards came to my door on 5 May.}
```

## When to allow it
Where the word is a name, such as "Second Avenue". Otherwise ask the witness whether the figure may be written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import ruled_by
from probata.checks.texts.ones_of_things import ones_of_things, spoken_words
from probata.checks.texts.statements_of import statements_under
from probata.checks.texts.word_lists import any_of
from probata.diagnostics import Severity

_UNITS = "zero|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|dozens?"
_ORDINALS = (
    "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|"
    "(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth"
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_NUMBER = re.compile(rf"\b(?:{_UNITS}|{_TENS})(?:-(?:one|{_UNITS}|{_ORDINALS}))?\b", re.IGNORECASE)
_DAY = rf"(?:{_ORDINALS}|twenty-\w+|thirty-\w+)"
_DATE = re.compile(
    rf"\b{_DAY}\s+(?:of\s+)?(?-i:{_MONTHS})\b|\b(?-i:{_MONTHS})\s+(?:the\s+)?{_DAY}(?!\s+of\b)\b", re.IGNORECASE
)
"""A day in words; months mind the case, since "the first may have seen it"."""


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the paragraphs of statements with numbers in words, each with the words."""
    for ruled in statements_under(case, "figures"):
        for position, paragraph in enumerate(ruled.statement.paragraphs):
            for words, severity in (
                (numbers_in_words(paragraph.text), None),
                ([*ones_of_things(paragraph.text), *loose_numbers(paragraph.text)], Severity.INFO),
            ):
                if words:
                    shown = ", ".join(f"`{word}`" for word in words)
                    yield case.finding(
                        "statements", ruled.statement.id,
                        f"paragraph `{paragraph.id}` has a number in words: {shown}; "
                        f"`{ruled.profile.id}` wants figures",
                        "ask the witness whether the figure may be written, and write it",
                        at=("paragraphs", position, "text"), notes=ruled.notes, severity=severity,
                    )  # fmt: skip


def numbers_in_words(text: str) -> list[str]:
    """Return the numbers and dates that a text writes in words, in order, each once."""
    bare = spoken_words(text)
    dates = list(_DATE.finditer(bare))
    taken = [(match.start(), match.end()) for match in dates]
    numbers = [m for m in _NUMBER.finditer(bare) if not any(start <= m.start() < end for start, end in taken)]
    return list(dict.fromkeys(" ".join(m[0].split()) for m in sorted([*dates, *numbers], key=lambda m: m.start())))


def loose_numbers(text: str) -> list[str]:
    """Return the words of a text that give a number without being one, such as "twice", in order, each once."""
    found = any_of("loose_numbers", "loose").finditer(spoken_words(text))
    return list(dict.fromkeys(" ".join(match[0].split()) for match in found))


CHECK = Check("DRA102", "number-in-words", Severity.WARNING, "statements", run, looks_at=ruled_by("figures"))
