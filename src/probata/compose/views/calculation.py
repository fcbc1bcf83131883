"""How a figure was computed, in words: the operation with every number, the rows left out, the sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from probata.compose.printer import Printer
from probata.compose.views.calculation_terms import Pieces, TermWords
from probata.compose.views.figure import figure_words, status_words
from probata.document.blocks import Paragraph
from probata.document.foreign import texts
from probata.document.inlines import Inlines, Note, Strong
from probata.document.origin import Origin
from probata.figures import Computed, decimals_of, is_rounded
from probata.model.citation import Citation


class Calculation:
    """One figure with the way to it."""

    def __init__(self, found: Computed, done: Mapping[str, Computed], printer: Printer) -> None:
        """Take a figure, all figures of the case for those that it is computed from, and the words."""
        self._found = found
        self._printer = printer
        self._wording = printer.wording
        self._words = TermWords(found, done, printer)
        self._origin = Origin(f"figures/{found.figure.id}", "title")

    @property
    def line(self) -> Inlines:
        """The title, the number with its status, and how it was computed; a note has the sources."""
        title = Strong(texts(self._origin, self._found.figure.title))
        said = texts(self._origin, self._wording.label("figure.colon"), *self._said())
        return (title, *said, *self._printer.cite(self.citations, self._origin))

    @property
    def note(self) -> Inlines:
        """The same as a note, without the title."""
        cites = self._printer.cite(self.citations, self._origin)
        said = texts(self._origin, *self._said(), " " if cites else "")
        return (Note("", (Paragraph((*said, *cites)),), origin=self._origin),)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """What the figure rests on, each place once."""
        cited = (citation for term in self._found.terms for citation in term.citations)
        return tuple(dict.fromkeys((*cited, *self._found.figure.citations)))

    @property
    def way(self) -> str:
        """How it was computed, in plain words and without the result."""
        return " ".join("".join(sentence) for sentence in (self._operation(), *self._tables(), *self._left_out()))

    def _said(self) -> Pieces:
        sentences = [self._result(), self._operation(), *self._tables(), *self._left_out()]
        return tuple(piece for sentence in sentences for piece in (" ", *sentence))[1:]

    def _result(self) -> Pieces:
        found = self._found
        is_one = found.amount.is_exact and found.amount.low == Fraction(1)
        unit = None if is_one else found.figure.unit  # a unit is of several things: “2 persons”
        number, status = figure_words(found, self._wording), status_words(found, self._printer)
        key = "figure.result_rounded" if is_rounded(found.amount, decimals_of(found)) else "figure.result"
        return self._wording.composed(key, number=(number, " ", unit) if unit else (number,), status=(status,))

    def _operation(self) -> Pieces:
        figure, words = self._found.figure, self._words
        key = f"figure.{figure.operation}"
        match figure.operation:
            case "difference" | "share" | "ratio":
                first, second = (words.added(taken) for taken in self._found.taken)
                return self._wording.composed(key, first=first, second=second)
            case "rank":
                row = words.row(self._found.taken[0], figure.row or "")
                return self._wording.composed(key, terms=words.listed(), row=(row,))
            case "round":
                step = figure.step.text if figure.step else ""
                return self._wording.composed(key, terms=words.listed(), step=(step,))
            case "per_day" if figure.period:
                period = self._wording.when(figure.period)
                return self._wording.composed("figure.per_day_of", terms=words.listed(), period=(period,))
            case "sum" | "apportion" if len(self._found.terms) == 1:
                return self._wording.composed("figure.one", terms=words.listed())
            case _:
                return self._wording.composed(key, terms=words.listed())

    def _tables(self) -> Iterator[Pieces]:
        named = ((taken.table, taken.column) for taken in self._found.taken)
        shown = {(t.dataset.id, c.key): (t.dataset.title, c.heading) for t, c in named if t and c}
        for table, column in shown.values():
            yield self._wording.pieces("figure.table", table=table, column=column)

    def _left_out(self) -> Iterator[Pieces]:
        for taken in self._found.taken:
            left = {"included": taken.included, "not_stated": taken.not_stated, "outside": taken.outside}
            for key, rows in left.items():
                if rows:
                    yield self._wording.composed(f"figure.{key}", rows=self._words.rows(taken, rows))
