"""How a figure was computed, in words: the operation with every number, the rows left out, the sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from probata.compose.printer import Printer
from probata.compose.views.figure import amount_words, figure_words, status_words
from probata.document.anchors import CALCULATIONS, is_place, put_at
from probata.document.blocks import Blocks, ListBlock, Paragraph
from probata.document.foreign import ForeignText, texts
from probata.document.inlines import Inlines, Note, Strong, Text
from probata.document.origin import Origin
from probata.document.walk import inlines_in_order, walk_blocks
from probata.figures import Computed, Taken, Term, decimals_of, is_rounded
from probata.figures.compute import places_of
from probata.model.citation import Citation
from probata.model.figure import MOST_DECIMALS
from probata.model.language import same_language

# The numbers that a figure takes, each with its name, as the list of calculations prints them.

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


_OF_FIGURES = "figures/"


def with_calculations(blocks: Blocks, done: Mapping[str, Computed], printer: Printer) -> Blocks:
    """Put the list where the template asks for it; the heading there goes where the list is empty.

    A number taken as it stands is not computed: its table shows it with its source.
    """
    if not any(is_place(block, CALCULATIONS) for block in walk_blocks(blocks)):
        return blocks
    used = _with_their_own(_printed(blocks), done)
    ours = (found for key, found in done.items() if key in used and found.is_ours)
    items = tuple((Paragraph(Calculation(found, done, printer).line),) for found in ours)
    return put_at(blocks, CALCULATIONS, (ListBlock(items),) if items else ())


def _printed(blocks: Blocks) -> set[str]:
    origins = (i.origin for i in inlines_in_order(blocks) if isinstance(i, Text) and i.origin)
    return {o.record.removeprefix(_OF_FIGURES) for o in origins if o.record.startswith(_OF_FIGURES)}


def _with_their_own(ids: Iterable[str], done: Mapping[str, Computed]) -> set[str]:
    """Return figures with those that they are computed from, near and far."""
    reached: set[str] = set()
    ahead = [key for key in ids if key in done]
    while ahead:
        key = ahead.pop()
        if key not in reached:
            reached.add(key)
            ahead.extend(taken.figure.id for taken in done[key].taken if taken.figure)
    return reached
