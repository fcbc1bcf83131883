"""The evidence schedule as Markdown: a line for every source, with what it shows, for what, and how it was seen.

Where it may reach the State concerned, it does not say how: that would tell what is the submitter's own.

Which sources are cited is known when the document is composed: `list_evidence` then leaves those, and numbers them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup

from probata.citation import numbers_joined
from probata.compose.cited_authority import printed_by
from probata.compose.context import CaseContext
from probata.document.anchors import EVIDENCE_SCHEDULE
from probata.document.foreign import texts
from probata.document.inlines import Cite, CiteItem
from probata.document.origin import Origin
from probata.markup.placeholder import InlineValue, LiteralValue, Placeholders
from probata.messages import Wording
from probata.model.allegation import Evidence
from probata.model.authority import Authority
from probata.model.dates import parse_when
from probata.model.held_copy import HeldCopy
from probata.model.role import Role
from probata.model.source_record import Source

NOTHING_YET = "–"
"""In place of what a source is for, where it is evidence on no count."""
_COLUMNS = ("number", "item", "shows", "for")
_WIDTHS = ("2", "13", "9", "4", "4")


class ScheduleTable:
    """Writes the table of one document."""

    def __init__(self, context: CaseContext, placeholders: Placeholders) -> None:
        """Take what the filing puts forward, and the values of its template."""
        self._context = context
        self._graph = context.graph
        self._wording: Wording = context.printer.wording
        self._printed = printed_by(context.graph)
        self._place = placeholders.place
        self._goes_to_state = context.put_forward.reaches_state
        self._numbers = {one.id: count.number for count in context.counts for one in count.allegations}
        self._of_posts: dict[str, set[int]] = {}
        """The counts that rest on the posts of which a work tells, by its id."""
        for allegation in context.pursued:
            for alleged in allegation.roles:
                role = self._graph.find("roles", Role, alleged.role)
                for one in role.citations if role else ():
                    key = self._printed.get(one.source, one.source)
                    self._of_posts.setdefault(key, set()).add(self._numbers[allegation.id])

    def __call__(self) -> Markup:
        """Return the table; nothing where the case has no sources."""
        if not self._graph.sources:
            return Markup("")
        columns = _COLUMNS if self._goes_to_state else (*_COLUMNS, "seen")
        rows = (*map(self._row, self._graph.sources), *map(self._of_authority, evidence_authorities(self._context)))
        heads = [self._literal(self._wording.label(f"schedule.{name}")) for name in columns]
        lines = [_line(heads), _line(["---"] * len(columns)), *rows]
        options = f'id={EVIDENCE_SCHEDULE} widths="{",".join(_WIDTHS[: len(columns)])}"'
        return Markup(f"\n::: table {options}\n{''.join(lines)}:::\n")  # noqa: S704  # placeholders and marks alone

    def _row(self, source: Source) -> str:
        key = self._printed.get(source.id, source.id)
        used = list(self._used(key))
        shown = self._literal_of(source.supports, f"sources/{source.id}") or self._shows(used)
        item = self._item(key, f"sources/{source.id}")
        last = () if self._goes_to_state else (self._seen(source),)
        return _line([NOTHING_YET, item, shown, self._for(key, used), *last])

    def _of_authority(self, authority: Authority) -> str:
        used, record = list(self._used(authority.id)), f"authorities/{authority.id}"
        day = self._wording.when(authority.read_on) if authority.read_on else ""
        read = self._wording.label("schedule.read", date=day) if day else NOTHING_YET
        last = () if self._goes_to_state else (self._place(LiteralValue(read, Origin(record, "read_on"))),)
        item = self._item(authority.id, record)
        return _line([NOTHING_YET, item, self._shows(used), self._for(authority.id, used), *last])

    def _item(self, key: str, record: str) -> str:
        return self._place(InlineValue((Cite((CiteItem(key),), Origin(record)),)))

    def _literal_of(self, supports: str | None, record: str) -> str:
        return self._place(LiteralValue(supports, Origin(record, "supports"))) if supports else ""

    def _used(self, key: str) -> Iterator[tuple[int, str, int, Evidence]]:
        """Give each item of evidence from a source: the number of its count, its allegation and its place there."""
        for allegation in self._context.pursued:
            for place, evidence in enumerate(allegation.evidence):
                if self._printed.get(evidence.source, evidence.source) == key:
                    yield self._numbers[allegation.id], allegation.id, place, evidence

    def _shows(self, used: Sequence[tuple[int, str, int, Evidence]]) -> str:
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

    def _for(self, key: str, used: Sequence[tuple[int, str, int, Evidence]]) -> str:
        bears = sorted({*self._of_posts.get(key, ()), *(number for number, _, _, one in used if not one.against)})
        against = sorted({number for number, _, _, one in used if one.against})
        parts = [counts_named(bears, self._wording)] if bears else []
        parts += [self._wording.label("schedule.against", numbers=_listed(against))] if against else []
        text = self._wording.label("list.between_long").join(parts)
        return self._literal(f"{text[0].upper()}{text[1:]}") if text else NOTHING_YET

    def _handling(self, source: Source) -> str:
        exhibits = (one for one in self._graph.exhibits if one.source == source.id)
        return next((one.disclosure for one in exhibits if one.disclosure != "open"), source.confidentiality)

    def _seen(self, source: Source) -> str:
        exhibits = [one for one in self._graph.exhibits if one.source == source.id]
        handling = self._handling(source)
        parts = [] if source.held == "held" else [self._literal(self._wording.label(f"schedule.{source.held}"))]
        parts += [self._place(value) for value in self._read_in_part(source)]
        parts += [self._place(LiteralValue(one.mark, Origin(f"exhibits/{one.id}", "mark"))) for one in exhibits]
        parts += [self._literal(self._wording.label(f"schedule.{handling}"))] if handling != "open" else []
        parts += [self._place(self._copy(copy)) for copy in self._graph.copies_of(source.id)]
        return ", ".join(parts) or NOTHING_YET

    def _copy(self, copy: HeldCopy) -> InlineValue:
        """Return that a copy is held, and the day of its capture; the rest stands on the cover sheet of its exhibit."""
        day = self._wording.on(parse_when(copy.captured_at.day.isoformat())) if copy.captured_at else ""
        text = self._wording.label("schedule.copy", on=day) if day else self._wording.label("schedule.copy_undated")
        return InlineValue(texts(Origin(f"copies/{copy.id}"), text))

    def _read_in_part(self, source: Source) -> Iterator[InlineValue]:
        if source.read_in_part:
            origin = Origin(f"sources/{source.id}", "read_in_part")
            words = self._wording.around("schedule.read_in_part", "what", (source.read_in_part,))
            yield InlineValue(texts(origin, *words))

    def _literal(self, text: str) -> str:
        return self._place(LiteralValue(text))


def evidence_authorities(context: CaseContext) -> Iterator[Authority]:
    """Give the authorities that are evidence of an allegation, and that no source prints: judgments as a rule."""
    used = {one.source for allegation in context.pursued for one in allegation.evidence}
    printed = printed_by(context.graph).values()
    return (one for one in context.graph.authorities if one.id in used and one.id not in printed)


def counts_named(numbers: Sequence[int], wording: Wording) -> str:
    """Return counts by their numbers: `Count 2`, `Counts 1–3`."""
    label = "schedule.count" if len(numbers) == 1 else "schedule.counts"
    return wording.label(label, numbers=_listed(numbers))


def _listed(numbers: Iterable[int]) -> str:
    return numbers_joined(", ".join(map(str, numbers))).replace("-", "–")


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |\n"
