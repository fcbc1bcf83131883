"""The pictures that a template asks for, drawn from what the readers of the forum may see."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import jinja2

from probata.compose.phrases import characters, not_laid_out
from probata.compose.printer import Printer
from probata.document.inlines import Inlines
from probata.document.look import PAPER, Look
from probata.document.origin import Origin
from probata.document.walk import plain_text
from probata.figures import TypedTable
from probata.forum import Forum
from probata.markup.placeholder import BlockValue, InlineValue, LiteralValue
from probata.model.dates import parse_when
from probata.model.event import Event
from probata.model.role import Role
from probata.pictures.bar_chart import chart_of, draw_bar_chart
from probata.pictures.drawing import Sheet
from probata.pictures.organisation import organisation_on, telling_day
from probata.pictures.organisation_chart import draw_organisation
from probata.pictures.picture import Room, Title, pictures_of
from probata.pictures.timeline import draw_timeline

POINTS = 72 / 25.4
WIDEST = 170 * POINTS
"""Wider pictures are hard to read."""
CAPTION_ROOM = 80.0
"""Points that are left for a caption and the space round a picture."""
SHARE_IN_TEXT = 0.4
"""Share of a page that a picture among paragraphs may take."""


class PictureMaker:
    """Draws pictures in the size of a forum's page; none where the forum forbids them."""

    def __init__(self, printer: Printer, forum: Forum) -> None:
        self._printer = printer
        self._is_forbidden = "picture" in forum.profile.blocks.forbidden
        self._room = room_on_page(forum.look)

    def timeline(self, roles: Sequence[Role], events: Sequence[Event], caption: Any) -> BlockValue | None:
        """Posts against events on one time axis; nothing where none has a date."""
        if self._is_forbidden:
            return None
        sheets = draw_timeline(self._printer.graph, roles, events, self._printer.wording, self._room.size)
        return self._blocks([(sheets, Title(_text(caption), "picture-timeline", origin=Origin("roles")))])

    def organisation(
        self, roles: Sequence[Role], events: Mapping[str, Sequence[Event]], caption: Any, day: Any = ""
    ) -> BlockValue | None:
        """Bodies and command on a day, or on the day that says most of the roles; nothing where there is no body."""
        chosen = None if self._is_forbidden else _day(day) if day else telling_day(roles, events)
        if chosen is None:
            return None
        shown = organisation_on(self._printer.graph, roles, chosen)
        sheets = draw_organisation(shown, self._printer.wording, self._room.size)
        words = self._printer.wording.when(parse_when(chosen.isoformat()))
        text = self._printer.wording.label("picture.on_day", caption=_text(caption), day=words)
        return self._blocks([(sheets, Title(text, "picture-organisation", origin=Origin("commands")))])

    def chart(self, table: TypedTable, cites: Inlines) -> BlockValue | None:
        """A table as bars; nothing where there is nothing to compare."""
        chart = None if self._is_forbidden else chart_of(table, self._printer.wording)
        if chart is None:
            return None
        sheets = draw_bar_chart(chart, self._printer.wording, self._room.size)
        origin = Origin(f"datasets/{table.dataset.id}", "title")
        return self._blocks([(sheets, Title(chart.title, f"chart-{table.dataset.id}", cites, origin))])

    def _blocks(self, made: Sequence[tuple[tuple[Sheet, ...], Title]]) -> BlockValue | None:
        blocks = tuple(
            picture
            for sheets, title in made
            for picture in pictures_of(sheets, title, self._room, self._printer.wording)
        )
        return BlockValue(blocks) if blocks else None


def room_on_page(look: Look) -> Room:
    """Return what a page leaves for a picture between its margins."""
    height = PAPER[look.page.paper][1] - look.page.top - look.page.bottom
    return Room(min(look.text_width * POINTS, WIDEST), height * POINTS - CAPTION_ROOM)


def tallest_in_text(look: Look) -> float:
    """Return how high a picture among paragraphs may be, in millimetres: more leaves too much of a page empty."""
    return round(room_on_page(look).height / POINTS * SHARE_IN_TEXT, 2)


def _text(caption: Any) -> str:
    """Return a caption as plain text: it is drawn into the picture, too, where nothing is laid out."""
    if isinstance(caption, InlineValue):
        return plain_text(caption.inlines)
    return caption.text if isinstance(caption, LiteralValue) else characters(not_laid_out(caption))


def _day(text: Any) -> date:
    """Return a day that a template names; a month or a year is no day."""
    try:
        found = parse_when(_text(text))
    except ValueError as error:
        raise jinja2.TemplateRuntimeError(f"`{text}` is no day: {error}") from error
    if found.is_period or found.start is None or found.start.precision < 3:
        raise jinja2.TemplateRuntimeError(f"`{text}` is no day: write it as 2022-05-13")
    return found.start.first
