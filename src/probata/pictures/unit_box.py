"""The box of a body: its name, and below it who of the persons holds which post."""

from __future__ import annotations

from dataclasses import dataclass

from probata.messages import Wording
from probata.pictures.drawing import BLACK, SMALL_SIZE, TEXT_SIZE, WHITE, Canvas, line, rectangle
from probata.pictures.organisation_parts import Held, Unit
from probata.pictures.text import height_of, stacked, wrap

PADDING = 4.5
SHADE = "#e4e4e4"
MOST_LINES = 24
"""Lines of a name or post; none that is meant in earnest has more."""
MOST_HELD = 8
"""Posts that one box names; more are counted."""


@dataclass(frozen=True, slots=True)
class UnitBox:
    """The lines in a box, with its height."""

    name: tuple[str, ...]
    posts: tuple[tuple[tuple[str, ...], bool], ...]
    """Lines of each person's name and post; true for bold ones."""
    height: float


def box_of_unit(unit: Unit, width: float, wording: Wording) -> UnitBox:
    """Break the texts of a unit into the lines of a box of this width."""
    room = width - 2 * PADDING
    name = wrap(unit.name, room, TEXT_SIZE, most=MOST_LINES)
    posts: list[tuple[tuple[str, ...], bool]] = []
    for held in unit.held[:MOST_HELD]:
        person, post = words_of(held, wording)
        posts.append((wrap(person, room, SMALL_SIZE, is_bold=True, most=MOST_LINES), True))
        if post:
            posts.append((wrap(post, room, SMALL_SIZE, most=MOST_LINES), False))
    if more := len(unit.held) - MOST_HELD:
        posts += [(wrap(wording.label("picture.more", number=str(more)), room, SMALL_SIZE), False)] if more > 0 else []
    below = sum(height_of(lines, SMALL_SIZE) for lines, _ in posts)
    height = height_of(name, TEXT_SIZE) + 2 * PADDING + (below + PADDING if posts else 0)
    return UnitBox(name, tuple(posts), height)


def words_of(held: Held, wording: Wording) -> tuple[str, str]:
    """Return the person and the post; where it is not sure for the day, the last of them says so."""
    if held.is_certain:
        return held.person, held.post
    possible = wording.label("picture.possible_suffix", text=held.post or held.person)
    return (held.person, possible) if held.post else (possible, "")


def draw_box(canvas: Canvas, box: UnitBox, middle: float, top: float, width: float) -> None:
    """Draw a box; one with a post of a person is shaded and has a stronger frame."""
    left = middle - width / 2
    fill, stroke = (SHADE, 1.4) if box.posts else (WHITE, 0.7)
    canvas.add([rectangle((left, top), (width, box.height), fill, BLACK, stroke)])
    y = top + PADDING
    canvas.add(labels=stacked(box.name, (middle, y), TEXT_SIZE, is_centred=True))
    y += height_of(box.name, TEXT_SIZE) + PADDING / 2
    if box.posts:
        canvas.add([line((left + PADDING, y), (left + width - PADDING, y), width=0.4)])
    y += PADDING / 2
    for lines, is_bold in box.posts:
        canvas.add(labels=stacked(lines, (middle, y), SMALL_SIZE, is_bold=is_bold, is_centred=True))
        y += height_of(lines, SMALL_SIZE)
