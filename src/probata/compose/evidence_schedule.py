"""The evidence schedule as Markdown: a line for every source, with what it shows, for what, and who may see it.

Which sources are cited is known when the document is composed: `list_evidence` then leaves those, and numbers them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup

from probata.citation import numbers_joined
from probata.compose.cited_law import printed_by
from probata.compose.context import CaseContext
from probata.disclosure import is_described
from probata.document.foreign import texts
from probata.document.inlines import Cite, CiteItem
from probata.document.list_ids import EVIDENCE_SCHEDULE
from probata.document.origin import Origin
from probata.markup.placeholder import InlineValue, LiteralValue, Placeholders
from probata.messages import Wording
from probata.model.allegation import Evidence
from probata.model.exhibit import Exhibit
from probata.model.source_record import Source

NOTHING_YET = "–"
"""In place of what a source is for, where it is evidence on no count."""
_COLUMNS = ("number", "item", "shows", "for")
_WIDTHS = "2,13,8,5,4"


class ScheduleTable:
    """Writes the table of one document."""

    def __init__(self, context: CaseContext, placeholders: Placeholders) -> None:
        """Take what the filing puts forward, and the values of its template."""
        self._context = context
        self._graph = context.graph
        self._wording: Wording = context.printer.wording
        self._printed = printed_by(context.graph)
        self._place = placeholders.place
        self._goes_to_state = "state" in context.profile.disclosure.audiences
        self._numbers = {one.id: count.number for count in context.counts for one in count.allegations}

    def __call__(self) -> Markup:
        """Return the table; nothing where the case has no sources."""
        if not self._graph.sources:
            return Markup("")
        columns = (*_COLUMNS, "to_state" if self._goes_to_state else "seen")
        heads = [self._literal(self._wording.label(f"schedule.{name}")) for name in columns]
        lines = [_line(heads), _line(["---"] * len(columns)), *map(self._row, self._graph.sources)]
        options = f'id={EVIDENCE_SCHEDULE} widths="{_WIDTHS}"'
        return Markup(f"\n::: table {options}\n{''.join(lines)}:::\n")  # noqa: S704  # placeholders and marks alone

    def _row(self, source: Source) -> str:
        key = self._printed.get(source.id, source.id)
        item = self._place(InlineValue((Cite((CiteItem(key),), Origin(f"sources/{source.id}")),)))
        used = list(self._used(key))
        last = self._to_state(source) if self._goes_to_state else self._seen(source)
        return _line([NOTHING_YET, item, self._shows(source, used), self._for(used), last])

    def _used(self, key: str) -> Iterator[tuple[int, str, int, Evidence]]:
        """Give each item of evidence from a source: the number of its count, its allegation and its place there."""
        for allegation in self._context.pursued:
            for place, evidence in enumerate(allegation.evidence):
                if self._printed.get(evidence.source, evidence.source) == key:
                    yield self._numbers[allegation.id], allegation.id, place, evidence

    def _shows(self, source: Source, used: Sequence[tuple[int, str, int, Evidence]]) -> str:
        """Return what the record of a source says that it shows; else what each item of evidence from it does."""
        if source.supports:
            return self._place(LiteralValue(source.supports, Origin(f"sources/{source.id}", "supports")))
        shown = {one.supports: (key, place) for _, key, place, one in used if one.supports}
        lines = (
            self._context.printer.own_line(
                text,
                Origin(f"allegations/{key}", f"evidence.{place}"),
                "allegations",
                key,
                "evidence",
                place,
                "supports",
            )
            for text, (key, place) in shown.items()
        )
        return self._wording.label("list.between_long").join(self._place(line) for line in lines if line) or NOTHING_YET

    def _for(self, used: Sequence[tuple[int, str, int, Evidence]]) -> str:
        bears = sorted({number for number, _, _, one in used if not one.against})
        against = sorted({number for number, _, _, one in used if one.against})
        label = "schedule.count" if len(bears) == 1 else "schedule.counts"
        parts = [self._wording.label(label, numbers=_listed(bears))] if bears else []
        parts += [self._wording.label("schedule.against", numbers=_listed(against))] if against else []
        text = self._wording.label("list.between_long").join(parts)
        return self._literal(f"{text[0].upper()}{text[1:]}") if text else NOTHING_YET

    def _to_state(self, source: Source) -> str:
        """Return what of a source its readers may pass on to the State concerned."""
        handling = self._handling(source)
        is_kept = handling == "open" and is_described(source)
        return self._literal(self._wording.label(f"to_state.{'described' if is_kept else handling}"))

    def _handling(self, source: Source) -> str:
        exhibits = (one for one in self._graph.exhibits if one.source == source.id)
        return next((one.disclosure for one in exhibits if one.disclosure != "open"), source.confidentiality)

    def _seen(self, source: Source) -> str:
        exhibits = [one for one in self._graph.exhibits if one.source == source.id]
        handling = self._handling(source)
        parts = [self._literal(self._wording.label(f"schedule.{source.held}"))]
        parts += [self._place(value) for value in self._read_in_part(source)]
        parts += [self._place(_mark(one)) for one in exhibits]
        parts += [self._literal(self._wording.label(f"schedule.{handling}"))] if handling != "open" else []
        return ", ".join(parts)

    def _read_in_part(self, source: Source) -> Iterator[InlineValue]:
        if source.read_in_part:
            origin = Origin(f"sources/{source.id}", "read_in_part")
            words = self._wording.around("schedule.read_in_part", "what", (source.read_in_part,))
            yield InlineValue(texts(origin, *words))

    def _literal(self, text: str) -> str:
        return self._place(LiteralValue(text))


def _mark(exhibit: Exhibit) -> LiteralValue:
    return LiteralValue(exhibit.mark, Origin(f"exhibits/{exhibit.id}", "mark"))


def _listed(numbers: Iterable[int]) -> str:
    return numbers_joined(", ".join(map(str, numbers))).replace("-", "–")


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |\n"
