"""A sentence says how many or how often in a word, without a number or a source.

Looks at what the case itself asserts: quotations, what is attributed to somebody, reported allegations and assumptions
are left alone. The words are superlatives and words of quantity, such as "thousands", "the vast majority", "countless"
or "systematically". A number or a citation in the sentence is enough. Where a sentence names a recorded table, or cites
a source from which one table is taken, and no column of that table reaches what the word means, it weighs more. So it
does where the recorded count of an event, or of those affected by an allegation, is lower, and the sentence names the
event or its paragraph cites the page of the count; where it only shares words with the record, that is a note. Plain
lines such as titles and captions are read too, and texts and translations in French and Spanish.

## Why it matters
"Thousands" is the first word that the other side counts. Where the number is smaller, or nobody can say it, the rest of
the document is read in that light.

## Example
```yaml
case:
  title: Example
  summary: The vast majority of those held at the north wing were beaten.
```

Use instead:
```yaml
case:
  title: Example
  summary: Of 27 persons held at the north wing and interviewed, 21 were beaten.
```

## When to allow it
Where the next sentences give the numbers, or where the word is that of a legal element, such as "systematic attack".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import printed_in_all_languages
from probata.checks.tables.recorded_counts import counts_told_of
from probata.checks.texts.quantity_words import number_word
from probata.checks.texts.saying import Test, printed_saying_each
from probata.checks.texts.sentences import Sentence, at_words, is_asserted
from probata.checks.texts.word_lists import any_of, languages_of, word_list
from probata.diagnostics import Severity
from probata.figures import TypedTable, sum_column, write_number
from probata.graph.resolve import keys_in_text

_ROUGH = Decimal("1.25")
"""How far above a recorded count that is only about so the true one may be."""
_Tables = Mapping[str, list[TypedTable]]


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the words, those that a table contradicts first; the first word of a sentence is enough."""
    by_source = _tables_by_source(case)
    for sentence in printed_saying_each(case.graph, languages_of("quantity"), _has_word):
        numbered = number_word(sentence.own, sentence.language)
        against = _against(case, sentence, by_source, *numbered) if numbered else None
        word = numbered[0] if numbered else any_of("quantity", "vague", sentence.language).search(sentence.own)
        if against:
            yield against
        elif word and not sentence.cites and not _gives_number(sentence) and is_asserted(sentence, case.graph):
            yield _finding(case, sentence, word)


def _has_word(language: str) -> Test:
    vague = any_of("quantity", "vague", language)
    return lambda own: number_word(own, language) or vague.search(own)


def _gives_number(sentence: Sentence) -> bool:
    """Tell whether a number stands in a sentence, in digits or as a word."""
    counts = word_list("quantity", sentence.language)["counts"]
    return bool(re.search(rf"\d|\b(?:{counts})\b", sentence.own, re.IGNORECASE))


def _tables_by_source(case: CheckInput) -> _Tables:
    found: defaultdict[str, list[TypedTable]] = defaultdict(list)
    for table in case.tables.values():
        for source in {citation.source for citation in table.dataset.citations}:
            found[source].append(table)
    return found


def _against(
    case: CheckInput, sentence: Sentence, by_source: _Tables, word: re.Match[str], least: int
) -> Finding | None:
    found = _contradicted(case, sentence, by_source, word, least)
    return found or next(_against_counts(case, sentence, word, least), None)


def _against_counts(case: CheckInput, sentence: Sentence, word: re.Match[str], least: int) -> Iterator[Finding]:
    """Give a finding for each recorded count that is told of and cannot be so large."""
    for one, is_sure in counts_told_of(case.graph, sentence, word) if not sentence.attributed else ():
        if Decimal(one.counted.value.high) * _ROUGH < least:
            finding = case.finding(
                sentence.text.kind, sentence.text.record_id,
                f"the text says `{word[0]}`, and `{one.record}` counts `{one.counted.value.text}`",
                "write the number that is recorded, or cite the source of a larger one", at=sentence.text.loc,
                severity=Severity.WARNING if is_sure else Severity.INFO,
            )  # fmt: skip
            yield _placed(case, finding, sentence, word)


def _contradicted(
    case: CheckInput, sentence: Sentence, by_source: _Tables, word: re.Match[str], least: int
) -> Finding | None:
    """Make a finding where the one table of the sentence does not bear the word out."""
    table = _table_of(case, sentence, by_source)
    largest = _largest(table) if table else None
    if table is None or largest is None or largest >= least:
        return None
    finding = case.finding(
        sentence.text.kind, sentence.text.record_id,
        f"the text says `{word[0]}`, and no column of the table `{table.dataset.id}` adds up to more than "
        f"{write_number(largest)}", "write the number of the table, or cite the source of a larger one",
        at=sentence.text.loc, severity=Severity.WARNING,
    )  # fmt: skip
    return _placed(case, finding, sentence, word)


def _table_of(case: CheckInput, sentence: Sentence, by_source: _Tables) -> TypedTable | None:
    """Return the table that a sentence names by its title, or the only one that is taken from a source it cites."""
    named = [table for table in case.tables.values() if table.dataset.title.casefold() in sentence.own.casefold()]
    cited = [table for key in set(keys_in_text(sentence.raw)) for table in by_source.get(key, ())]
    one = named or cited
    return one[0] if len(one) == 1 else None


def _largest(table: TypedTable) -> Decimal | None:
    """Return the largest sum or declared total of a table; `None` where a cell cannot be read or is a least number."""
    keys = [column.key for column in table.columns if column.type == "number"]
    sums = [found for key in keys if (found := sum_column(table, key, count_included=True))]
    if not sums or any(found.unreadable or found.is_least or found.not_stated for found in sums):
        return None
    return max([found.high for found in sums] + [total.value.high for total in table.dataset.totals])


def _finding(case: CheckInput, sentence: Sentence, word: re.Match[str]) -> Finding:
    finding = case.finding(
        sentence.text.kind, sentence.text.record_id,
        f"the text says `{' '.join(word[0].split())}` without a number or a source in its sentence",
        "write the number with its source, or say who says so", at=sentence.text.loc,
    )  # fmt: skip
    return _placed(case, finding, sentence, word)


def _placed(case: CheckInput, finding: Finding, sentence: Sentence, word: re.Match[str]) -> Finding:
    start = sentence.start + word.start()
    return at_words(finding, case.graph, sentence.text, start, start + len(word[0]))


CHECK = Check(
    "DRA108",
    "quantity-word",
    Severity.INFO,
    "texts and lines",
    run,
    raised="should fix where the table that is cited, or a recorded count, does not bear it out",
    looks_at=printed_in_all_languages,
)
