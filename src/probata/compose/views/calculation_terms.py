"""The numbers that a figure takes, each with its name, as the list of calculations prints them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from probata.compose.printer import Printer
from probata.compose.views.figure import amount_words, figure_words
from probata.document.foreign import ForeignText
from probata.figures import Computed, Taken, Term
from probata.figures.shown import places_of
from probata.model.figure import MOST_DECIMALS
from probata.model.language import same_language

Pieces = tuple[str, ...]


class TermWords:
    """Writes the numbers of one figure."""

    def __init__(self, found: Computed, done: Mapping[str, Computed], printer: Printer) -> None:
        """Take the figure, all figures of the case for those that it takes, and the words."""
        self._found = found
        self._done = done
        self._printer = printer
        self._wording = printer.wording

    def listed(self) -> Pieces:
        """Return all numbers as a list."""
        return self._joined([term for taken in self._found.taken for term in self._each(taken)])

    def added(self, taken: Taken) -> Pieces:
        """Return the numbers of one operand with a plus between them."""
        return self._joined(list(self._each(taken)), f" {self._wording.label('figure.plus')} ")

    def rows(self, taken: Taken, names: Sequence[str]) -> Pieces:
        """Return names of rows as a list."""
        return self._joined([(self.row(taken, name),) for name in names])

    def row(self, taken: Taken, name: str) -> str:
        """Return the name of a row as its table prints it: a date in words, words in their language."""
        if taken.table is None:
            return name
        key = taken.table.key_column
        cell = next((row.cells[key] for row in taken.table.rows_named(name) if key in row.cells), None)
        if cell is not None and cell.when is not None:
            return self._wording.when(cell.when)
        dataset = taken.table.dataset
        language = dataset.language_of_texts or self._printer.graph.case.language
        if same_language(language, self._wording.language) or not any(map(str.isalpha, name)):
            return name
        return ForeignText(name, language, f"datasets/{dataset.id}", ("columns",))

    def _each(self, taken: Taken) -> Iterator[Pieces]:
        for term in taken.terms:
            name = self.row(taken, term.name) if term.place else term.name
            yield self._wording.pieces("figure.term", name=name, number=self._number(taken, term))

    def _number(self, taken: Taken, term: Term) -> str:
        if taken.figure and taken.figure.id in self._done:
            return self._cut(term, figure_words(self._done[taken.figure.id], self._wording))
        is_percent = bool(taken.column and taken.column.type == "percent")
        ends = [end for end in (term.whole.low, term.whole.high) if end is not None]
        decimals = min(max((places_of(end) for end in ends), default=0), MOST_DECIMALS)
        return self._cut(term, amount_words(term.whole, decimals, self._wording, is_percent=is_percent))

    def _cut(self, term: Term, number: str) -> str:
        """Return a number with the share to which it was apportioned."""
        to = self._found.figure.to
        if to is None or self._found.figure.operation != "apportion":
            return number
        if to.by == "fraction" and to.fraction:
            return self._wording.label("figure.times", number=number, factor=to.fraction.text)
        if term.share is None:
            return number
        part = str(term.share.most)
        if term.share.least < term.share.most:
            part = self._wording.label("number.range", low=str(term.share.least), high=part)
        return self._wording.label(f"figure.{to.by}_of", number=number, part=part, whole=str(term.share.whole))

    def _joined(self, items: Sequence[Pieces], between: str = "") -> Pieces:
        between = between or self._wording.label("list.between_long")
        return tuple(piece for place, item in enumerate(items) for piece in ((between,) * bool(place) + item))
