"""Numbers written in more than one style.

Looks at the thousands of our own texts in one language (`1,023`, `1.023`, `1 023`; a plain space in English, which may
part two numbers, is a note), and at the characters in which one source prints its numbers, by the columns that hold
them. Documents print every number of a table in one style, so the second is a note.

## Why it matters
`1.023` is a thousand to one reader and a little more than one to another. Two styles in one paper let somebody misread
one of them.

## Example
```yaml
case:
  title: Example
sources: [{id: report, title: A report}]
narrative:
  - id: data
    title: Figures
    place: data
    text: Of 11,124 persons 1.023.000 were never counted [@report, p. 3].
```

Use instead:
```yaml
case:
  title: Example
sources: [{id: report, title: A report}]
narrative:
  - id: data
    title: Figures
    place: data
    text: Of 11,124 persons 1,023,000 were never counted [@report, p. 3].
```

## When to allow it
Where the text speaks of how a source prints its numbers: set them in quotation marks.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from probata.checks.check import Check
from probata.checks.check_input import CheckInput
from probata.checks.finding import Finding
from probata.checks.looked_at import Looked, texts_in
from probata.checks.prose.numbers import TypedNumber, languages_of, numbers_in, stands_in_a_name
from probata.checks.prose.sentences import Sentence, at_words, ours_saying
from probata.checks.prose.words import LANGUAGES
from probata.diagnostics import Severity, say
from probata.figures import TypedTable
from probata.model.language import primary

_GROUPED = re.compile(r"^\D?\d{1,3}(?P<mark>[,.\u00a0\u202f ])\d{3}(?:(?P=mark)\d{3})*(?!\d)")
_UNGROUPED = re.compile(r"^\D?\d{4,}(?!\d)")
_PLAIN_SPACE = re.compile(r"(?<![\w.,:/§$£€#+–—-])(?<!\d )[1-9]\d{0,2}(?: \d{3})+(?![\w%]|[ .,:/–—-]\d)")
_BEFORE_TWO = frozenset({"of", "in", "on", "from", "to", "since", "until", "by", "between", "no", ""})
"""Words behind which two numbers may stand side by side."""
_SPACE = "\u00a0"
"""The mark of all spaces, as numbers are read."""
_LEAST = 1_000
_IN_THOUSANDS = re.compile(r"\d\W\d{3}")
"""What stands wherever a number has a mark between its thousands, or two side by side look like one."""
_HELP = "write all numbers of the text in one style, as the language has it"


def run(case: CheckInput) -> Iterator[Finding]:
    """Find the texts that mix, then the sources that do."""
    for language in languages_of(case.graph):
        first: TypedNumber | None = None
        told: set[str] = set()
        for sentence in ours_saying(case.graph, language, _IN_THOUSANDS.search):
            for number in numbers_in(sentence, primary(language)):
                if number.mark and (number.value >= _LEAST or number.written.count(number.mark) > 1):
                    first = first or number
                    if number.mark != first.mark and sentence.text.record_id not in told:
                        told.add(sentence.text.record_id)
                        yield _in_text(case, number, first)
            for found in _spaced(sentence) if primary(language) == LANGUAGES[0] else ():
                if first and first.mark != _SPACE and sentence.text.record_id not in told:
                    told.add(sentence.text.record_id)
                    yield _with_space(case, sentence, found, first)
    for source, styles in _printed(case.tables).items():
        if len(styles) > 1:
            yield _in_tables(case, source, styles)


def _spaced(sentence: Sentence) -> Iterator[re.Match[str]]:
    """Give what looks like a number with plain spaces between its thousands in English.

    Two numbers side by side look the same, so that a year, a day or "of 27 123 were" with its comma lost is not meant.
    """
    for match in _PLAIN_SPACE.finditer(sentence.own):
        before = sentence.own[: match.start()].rstrip()
        if not (stands_in_a_name(before) or before.rpartition(" ")[2].casefold() in _BEFORE_TWO):
            yield match


def _with_space(case: CheckInput, sentence: Sentence, match: re.Match[str], first: TypedNumber) -> Finding:
    text, start = sentence.text, sentence.start + match.start()
    found = case.finding(
        text.kind, text.record_id,
        f"{say.words(match[0])} is written in another style than {say.words(first.written)}", _HELP,
        at=text.loc, severity=Severity.INFO,
    )  # fmt: skip
    return at_words(found, case.graph, text, start, start + len(match[0]))


def _in_text(case: CheckInput, number: TypedNumber, first: TypedNumber) -> Finding:
    text = number.sentence.text
    start = number.sentence.start + number.start
    found = case.finding(
        text.kind, text.record_id, f"{say.words(number.written)} is written in another style than "
        f"{say.words(first.written)}", _HELP,
        at=text.loc,
    )  # fmt: skip
    return at_words(found, case.graph, text, start, start + len(number.written))


def _printed(tables: Mapping[str, TypedTable]) -> dict[str, dict[str, tuple[str, str]]]:
    """Return for each source the styles of its numbers, each with a number and the table in which it stands."""
    found: defaultdict[str, dict[str, tuple[str, str]]] = defaultdict(dict)
    for table in tables.values():
        for source in dict.fromkeys(citation.source for citation in table.dataset.citations):
            for column in table.columns:
                for value in table.values(column.key) if column.printed else ():
                    if value.quantity and (style := _style(value.printed)):
                        found[source].setdefault(style, (value.printed, table.dataset.id))
    return found


def _style(printed: str) -> str:
    if match := _GROUPED.match(printed):
        return match["mark"]
    return "none" if _UNGROUPED.match(printed) else ""


def _in_tables(case: CheckInput, source: str, styles: Mapping[str, tuple[str, str]]) -> Finding:
    shown = ", ".join(f"{say.words(printed)} in {say.table(dataset)}" for printed, dataset in styles.values())
    return case.finding(
        "sources" if case.graph.has("sources", source) else "case",
        source if case.graph.has("sources", source) else case.graph.name,
        f"{say.source(source)} prints its numbers in {len(styles)} styles: {shown}",
        "compare each cell with the source once more; documents print them in one style", severity=Severity.INFO,
    )  # fmt: skip


def _looks_at(case: CheckInput) -> Iterator[Looked]:
    """Give our texts in every language, and the sources whose tables print numbers."""
    for language in languages_of(case.graph):
        yield from texts_in(case, language)
    yield from (Looked(f"sources/{key}") for key in _printed(case.tables) if case.graph.has("sources", key))


CHECK = Check("FIG114", "mixed-number-styles", Severity.WARNING, "texts and sources of tables", run, looks_at=_looks_at)
