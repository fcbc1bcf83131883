"""The counts that our sentences cite to a page from which a table is taken, each with the cells that count the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from probata.checks.check_input import CheckInput
from probata.checks.tables.cited_tables import cited_tables
from probata.checks.tables.counted import Counted, counted
from probata.checks.tables.known_numbers import FEWEST
from probata.checks.tables.table_numbers import TableNumbers
from probata.checks.tables.told_of_cells import counts_the_same, is_told_of
from probata.checks.texts.printed_sentences import printed_sentences
from probata.checks.texts.sentences import Sentence
from probata.checks.texts.typed_numbers import TypedNumber, numbers_in
from probata.checks.texts.word_lists import LANGUAGES

_OTHER_UNIT = "the sentence does not count what the table of its page counts"
_OTHER_MATTER = "the sentence need not be about the table of its page"


@dataclass(frozen=True, slots=True)
class CountOfPage:
    """A sentence with the one number that it gives."""

    sentence: Sentence
    number: TypedNumber
    cells: tuple[Counted, ...]
    """The cells that count the same."""
    is_given: bool
    """Whether the number is one of a table: a cell, a sum of neighbouring ones, or a declared total."""

    @property
    def why_untold(self) -> str:
        """Why it cannot be compared with the cells; empty where it can."""
        if self.is_given or any(is_told_of(one, self.sentence) for one in self.cells):
            return ""
        return _OTHER_MATTER if self.cells else _OTHER_UNIT

    @property
    def is_strange(self) -> bool:
        """Whether it is none of a table that it is told of; below half of the smallest cell it may be a part of one."""
        if self.is_given or self.number.is_rounded or self.why_untold:
            return False
        return 2 * self.number.value >= min(one.quantity.low for one in self.cells)


def counts_of_pages(case: CheckInput) -> tuple[CountOfPage, ...]:
    """Return the counts of all sentences that give one number and cite places of tables alone."""
    return case.once("counts of pages", lambda: tuple(_counts(case)) if case.tables else ())


def _counts(case: CheckInput) -> Iterator[CountOfPage]:
    for sentence in (one for language in LANGUAGES for one in printed_sentences(case.graph, language)):
        tables = cited_tables(case, sentence)
        numbers = tuple(numbers_in(sentence, sentence.language)) if tables and "figure(" not in sentence.raw else ()
        if len(numbers) == 1 and not numbers[0].is_percent and numbers[0].value >= FEWEST:
            yield _count(case, sentence, numbers[0], tables)


def _count(case: CheckInput, sentence: Sentence, number: TypedNumber, tables: tuple[TableNumbers, ...]) -> CountOfPage:
    ids = {one.table.dataset.id for one in tables}
    cells = (one for one in counted(case) if one.table.dataset.id in ids and counts_the_same(one, number))
    return CountOfPage(sentence, number, tuple(cells), any(one.gives(number.value) for one in tables))
