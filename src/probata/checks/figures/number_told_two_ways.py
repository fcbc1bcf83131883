"""Two sentences give a number of one thing from one page, and not the same number.

Looks at the numbers of our sentences and printed lines in English, French and Spanish, and at times such as “48 hours”,
each with the citation behind it; in English in words, too, from ten, and below where they are a part, “nine of the 27”.
Compared are two numbers of one language whose citations share a page or paragraph of one source, and which count the
same: the word behind one of them stands behind the other too, and their clauses share a further word; “blows” and
“beatings”, of one height in the lists of `words/grades`, are one word. Where one clause names a person, a place, a
month or a year that the other does not, they must share one more; where each has a name of its own, or the sentences
name different persons, they are told of two things. So they are where a clause speaks of others, of the first or
second, or of each. A whole (“of 27”) is not compared with its part, a rounded number with none that is not, and none
where the other sentence has that number too. How many members a recorded body has, “a Council of 9 members”, is
compared with its record, too; a sentence with a year may tell of another time. Found is the number that fewer sentences
give, or else the later.

## Why it matters
Where one filing says 61 and 71 from one page of one record, neither is believed, and the page need not even be opened.

## Example
```yaml
case:
  title: Example
  summary: She voted to extend 71 cases of custody at the prison [@minutes, p. 3].
sources: [{id: minutes, title: Minutes}]
allegations:
  - id: extension
    title: Extension
    statement: Custody was extended.
    particulars: The council extended 61 cases of custody at the prison [@minutes, pp. 2-3].
```

Use instead:
```yaml
case:
  title: Example
  summary: She voted to extend 61 cases of custody at the prison [@minutes, p. 3].
sources: [{id: minutes, title: Minutes}]
allegations:
  - id: extension
    title: Extension
    statement: Custody was extended.
    particulars: The council extended 61 cases of custody at the prison [@minutes, pp. 2-3].
```

## When to allow it
Where the page has both numbers and they count different things: say in each sentence what is counted.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from itertools import combinations

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import printed_in_all_languages
from probata.checks.texts.counted_things import CountedThing, counted_things
from probata.checks.texts.sentences import Sentence
from probata.checks.texts.sizes_of_bodies import sizes_apart
from probata.checks.texts.word_findings import finding_of_words
from probata.checks.texts.worded_numbers import in_words
from probata.diagnostics import Severity

_SHARED = 2
"""Words that two clauses on one thing share, what is counted among them."""
_Pair = tuple[CountedThing, CountedThing]


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare the numbers that are taken from one place."""
    alike: defaultdict[int, list[CountedThing]] = defaultdict(list)
    pairs: list[_Pair] = []
    for one, other in _of_one_place(case):
        if one.value == other.value:
            alike[id(one)].append(other)
            alike[id(other)].append(one)
        elif _contradict(one, other):
            pairs.append((one, other))
    told: set[int] = set()
    for one, other in pairs:
        wrong, right = (one, other) if len(alike[id(one)]) < len(alike[id(other)]) else (other, one)
        if id(wrong) not in told:
            told.add(id(wrong))
            yield _finding(case, wrong, right, len(alike[id(right)]))
    of_things = {one.sentence for pair in pairs for one in pair}
    yield from _of_bodies(case, of_things)


def _of_bodies(case: CheckInput, told: Collection[Sentence]) -> Iterator[Finding]:
    """Tell of the bodies that are said to have another number of members, but not in sentences told of already."""
    for wrong, right in sizes_apart(case.graph):
        if wrong.sentence not in told and right.sentence not in told:
            text, at = wrong.sentence.text, wrong.sentence.start + wrong.start
            record = f"{right.sentence.text.kind}/{right.sentence.text.record_id}"
            yield finding_of_words(
                case, text, (at, at + len(wrong.written)),
                f"the text says that body `{wrong.body}` has `{wrong.written}`, and `{record}` says `{right.written}`",
                "look the number up there, and write it in all places",
            )  # fmt: skip


def _of_one_place(case: CheckInput) -> Iterator[_Pair]:
    """Give the numbers of one thing from one place, two by two."""
    by_place: defaultdict[tuple[str, str, int], list[CountedThing]] = defaultdict(list)
    for thing in counted_things(case.graph):
        for source, number in sorted({(key, number) for key, numbers in thing.places for number in numbers}):
            by_place[thing.sentence.language, source, number].append(thing)
    seen: set[tuple[int, int]] = set()
    for things in by_place.values():
        for one, other in combinations(things, 2):
            key = (id(one), id(other))
            if key not in seen and _count_the_same(one, other):
                seen.add(key)
                yield one, other


def _count_the_same(one: CountedThing, other: CountedThing) -> bool:
    """Tell whether two numbers count one thing, as far as the words of their clauses tell."""
    if not one.behind or not other.behind or {one.part, other.part} == {"whole", "part"}:
        return False
    has_own = (bool(one.names - other.names), bool(other.names - one.names))
    are_apart = one.persons and other.persons and not one.persons & other.persons
    if all(has_own) or are_apart or one.rounded != other.rounded:
        return False
    is_same = one.behind[0] in other.behind or other.behind[0] in one.behind
    return is_same and len(one.words & other.words) >= _SHARED + any(has_own)


def _contradict(one: CountedThing, other: CountedThing) -> bool:
    """Tell whether neither sentence has the number of the other: one that has both tells of several things."""
    return not _gives(one.sentence, other) and not _gives(other.sentence, one)


def _gives(sentence: Sentence, thing: CountedThing) -> bool:
    """Tell whether a sentence has a number, as it is written there or, in English, in figures or words."""
    worded = in_words(thing.value) if sentence.language == "en" else ""
    written = "|".join(filter(None, (re.escape(thing.written), re.escape(str(thing.value)), worded)))
    return re.search(rf"(?<![\w.,])(?:{written})(?![\w]|[.,]\d)", sentence.own, re.IGNORECASE) is not None


def _finding(case: CheckInput, wrong: CountedThing, right: CountedThing, others: int) -> Finding:
    text, at = wrong.sentence.text, wrong.sentence.start + wrong.start
    source = next(key for key, _ in wrong.places if any(key == other for other, _ in right.places))
    record = f"{right.sentence.text.kind}/{right.sentence.text.record_id}"
    more = f" and {others} more" if others else ""
    return finding_of_words(
        case, text, (at, at + len(wrong.written)),
        f"the text says `{_shown(wrong)}`, and `{record}`{more} `{_shown(right)}` from the same place of `{source}`",
        "look the number up there, and write it in all places",
    )  # fmt: skip


def _shown(thing: CountedThing) -> str:
    """Return a number with the words of its clause up to what it counts, at most four."""
    words = re.split(r"[,;:]\s|\.\s|\s{4,}", thing.sentence.own[thing.start :])[0].split()
    return " ".join(words[:4]).rstrip(".")


CHECK = Check(
    "FIG178", "number-told-two-ways", Severity.WARNING, "texts and lines", run, looks_at=printed_in_all_languages
)  # fmt: skip
