"""Every citation of a document read anew: by the one id of its work, with a bare time as a place, and places together.

A source that prints an authority is cited as that authority. `3:10` behind a recording is a time, whoever wrote it: a
record or a text, which do not know what the source is. Pages 12 and 13 of one work are its pages 12 to 13.
"""

from __future__ import annotations

from dataclasses import replace

from probata.citation.joined_places import with_places_joined
from probata.citation.library import Library
from probata.citation.schedule import is_schedule
from probata.document.blocks import Blocks
from probata.document.inlines import Cite, CiteItem, Inline, Inlines, Pinpoint
from probata.document.rebuild import map_block, map_children, same_or_new
from probata.model.citation import bare_time


def with_items_read(blocks: Blocks, library: Library) -> Blocks:
    """Return the blocks with every citation read."""
    return tuple(
        block if is_schedule(block) else map_block(block, lambda inlines: _changed(inlines, library))
        for block in blocks
    )


def _changed(inlines: Inlines, library: Library) -> Inlines:
    def change(inline: Inline) -> Inline:
        if isinstance(inline, Cite):
            items = with_places_joined(tuple(read_item(one, library) for one in inline.items))
            return inline if items == inline.items else replace(inline, items=items)
        return map_children(inline, lambda inner: _changed(inner, library))

    return same_or_new(inlines, tuple(map(change, inlines)))


def read_item(item: CiteItem, library: Library) -> CiteItem:
    """Return one citation read: by the one id of its work, and a bare time behind a source as the place."""
    time = bare_time(item.suffix, in_recording=item.key in library.recordings) if item.suffix else None
    if time and not item.pinpoint and item.key in library.sources:
        item = replace(item, pinpoint=Pinpoint("timecode", time[0]), suffix=time[1].strip())
    item = item if item.key == library.work_of(item.key) else replace(item, key=library.work_of(item.key))
    return _through(item, library) if library.schedule.rests_on else item


def _through(item: CiteItem, library: Library) -> CiteItem:
    """Return the place in the work on which the case rests, where it is known through that work alone.

    Without a list that says what it is, a work keeps its own name where it has one.
    """
    seen, found = set[str](), item
    while found.key in library.cited_in and found.key not in seen and _goes_through(found.key, library):
        seen.add(found.key)
        found = library.cited_in[found.key][0]
    return replace(found, prefix=item.prefix) if found.key == library.schedule.rests_on != item.key else item


def _goes_through(key: str, library: Library) -> bool:
    is_listed = bool(library.schedule.items[library.schedule.rests_on].number)
    return key in library.schedule.items if is_listed else key in library.untitled
