"""Two sentences give a number of one thing, and not the same number.

Looks at the numbers of our sentences and printed lines in English, French and Spanish, and at times such as “48 hours”,
each with the citation behind it; in English in words, too, from ten, and below where they are a part, “nine of the 27”.
They are compared with each other, and with statements, quotations and what is recorded that a source `supports`.
Compared are two numbers of one language whose citations share a page or paragraph of one source, and which count the
same: the word behind one of them stands behind the other too, and their clauses share a further word; “blows” and
“beatings”, of one height in the lists of `words/grades`, are one word. Where one clause names a person, a place, a
month or a year that the other does not, they must share one more; where each has a name of its own, or the sentences
name different persons, they are told of two things. So they are where a clause speaks of others, of the first or
second, or of each. A whole (“of 27”) is not compared with its part, a rounded number with none that is not, and none
where the other sentence has that number too. Of two equal parts the wholes are compared: “21 of the 27”, “21 of 72”.

Two sentences that share no page, but a source, an event or their allegation, are compared where the one number is the
other with two digits swapped: “34” and “43”. With a word less, with two pages, or with another word for what is
counted on one page, that is a note. So is any other number, where their clauses share three words, one of them right
behind it, and one has no page. The names of who wrote or published the source are no names of what is counted.
What more than 300 numbers count is a register, and is left alone.

How many members a recorded body has, “a Council of 9 members”, is compared with its record, too; a sentence with a year
may tell of another time. Found is the number that fewer sentences give, or else ours, or else the later.

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
Where the source has both numbers and they count different things: say in each sentence what is counted.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding, Outcome
from probata.checks.looked_at import Looked, printed_in_all_languages, records_of_texts
from probata.checks.texts.counted_alike import CountedAlike, counted_alike
from probata.checks.texts.counted_things import CountedThing, counted_things
from probata.checks.texts.most_told import MostTold
from probata.checks.texts.sentences import Sentence
from probata.checks.texts.sentences_of_others import sentences_of_others
from probata.checks.texts.sizes_of_bodies import sizes_apart
from probata.checks.texts.word_findings import finding_of_words
from probata.checks.texts.word_lists import LANGUAGES
from probata.checks.texts.worded_numbers import in_words
from probata.checks.titled import KINDS
from probata.diagnostics import Severity

_WORD_FOR = {kind: word for word, kind in KINDS.items()}
_HELP = "look the number up there, and write it in all places"


def run(case: CheckInput) -> Iterator[Finding]:
    """Compare the numbers that count the same."""
    told_most = MostTold()
    pairs: list[CountedAlike] = []
    for pair in _comparable(case):
        told_most.add(pair)
        if pair.one.value != pair.other.value:
            pairs.append(pair)
    told: set[tuple[Sentence, int]] = set()
    for pair in sorted(pairs, key=lambda one: not one.is_sure):
        wrong, right = told_most.wrong_and_right(pair)
        if (key := (wrong.sentence, wrong.start)) not in told:
            told.add(key)
            yield _finding(case, pair, wrong, right, told_most.others_like(right))
    of_things = {one.sentence for pair in pairs for one in (pair.one, pair.other)}
    yield from _of_bodies(case, of_things)


def _comparable(case: CheckInput) -> Iterator[CountedAlike]:
    """Give the numbers that count the same and are equal, or contradict each other."""
    for pair in counted_alike(counted_things(case.graph)):
        is_equal = pair.one.value == pair.other.value
        if is_equal or _contradict(pair.one, pair.other):
            yield pair
        wholes = pair.wholes if is_equal and pair.is_sure else None
        # “21 of the 27” and “21 of the 72”
        if wholes and _contradict(*wholes):
            yield pair._replace(one=wholes[0], other=wholes[1])


def _of_bodies(case: CheckInput, told: Collection[Sentence]) -> Iterator[Finding]:
    """Tell of the bodies that are said to have another number of members, but not in sentences told of already."""
    for wrong, right in sizes_apart(case.graph):
        if wrong.sentence not in told and right.sentence not in told:
            text, at = wrong.sentence.text, wrong.sentence.start + wrong.start
            record = f"{right.sentence.text.kind}/{right.sentence.text.record_id}"
            yield finding_of_words(
                case, text, (at, at + len(wrong.written)),
                f"the text says that body `{wrong.body}` has `{wrong.written}`, and `{record}` says `{right.written}`",
                _HELP,
            )  # fmt: skip


def _contradict(one: CountedThing, other: CountedThing) -> bool:
    """Tell whether neither sentence has the number of the other: one that has both tells of several things."""
    return not _gives(one.sentence, other) and not _gives(other.sentence, one)


def _gives(sentence: Sentence, thing: CountedThing) -> bool:
    """Tell whether a sentence has a number, as it is written there or, in English, in figures or words."""
    worded = in_words(thing.value) if sentence.language == "en" else ""
    written = "|".join(filter(None, (re.escape(thing.written), re.escape(str(thing.value)), worded)))
    return re.search(rf"(?<![\w.,])(?:{written})(?![\w]|[.,]\d)", sentence.own, re.IGNORECASE) is not None


def _finding(case: CheckInput, pair: CountedAlike, wrong: CountedThing, right: CountedThing, others: int) -> Finding:
    text, at = wrong.sentence.text, wrong.sentence.start + wrong.start
    record = f"{right.sentence.text.kind}/{right.sentence.text.record_id}"
    more = f" and {others} more" if others else ""
    what = _HELP if pair.is_sure else "look both up; where they count different things, say in each what is counted"
    return finding_of_words(
        case, text, (at, at + len(wrong.written)),
        f"the text says `{_shown(wrong)}`, and `{record}`{more} `{_shown(right)}` {_shared(pair)}",
        what if text.kind != "statements" else f"{what}; words of a statement are the witness's to correct",
        severity=None if pair.is_sure else Severity.INFO,
        outcome=Outcome.FAILED if pair.is_sure else Outcome.CANNOT_TELL,
    )  # fmt: skip


def _shared(pair: CountedAlike) -> str:
    """Say what two numbers have in common: a page, or the record that both are about."""
    if pair.place:
        return f"from the same place of `{pair.place}`"
    kind, _, key = pair.subject.partition("/")
    return f"{'by' if kind == 'sources' else 'of'} the same {_WORD_FOR[kind]} `{key}`"


def _shown(thing: CountedThing) -> str:
    """Return a number with the words of its clause up to what it counts, at most four."""
    words = re.split(r"[,;:]\s|\.\s|\s{4,}", thing.sentence.own[thing.start :])[0].split()
    return " ".join(words[:4]).rstrip(".")


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give the records with a text or line of ours, a statement, a quotation or what a source shows."""
    yield from printed_in_all_languages(case)
    of_others = (one.text for language in LANGUAGES for one in sentences_of_others(case.graph, language))
    yield from records_of_texts(of_others)


CHECK = Check("FIG178", "number-told-two-ways", Severity.WARNING, "texts and lines", run, looks_at=_looks_at)
