"""The key of an organisation chart, the numbers of its limited relations, and its alternative text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from probata.messages import Wording
from probata.model.dates import parse_when
from probata.pictures.drawing import BLACK, Shape, rectangle
from probata.pictures.legend import SIGN_HEIGHT, SIGN_WIDTH, Sign
from probata.pictures.link_line import DASHES, draw_line
from probata.pictures.organisation_parts import Link, Organisation, Unit
from probata.pictures.text import tidy
from probata.pictures.unit_box import SHADE, words_of


class Numbers:
    """Numbers of the matters to which relations are limited, in the order of the relations."""

    def __init__(self, links: Sequence[Link]) -> None:
        limits = dict.fromkeys(link.limit for link in links if link.limit)
        self._numbers = {limit: str(number) for number, limit in enumerate(limits, 1)}

    def of(self, link: Link) -> str:
        """Return the number of a relation's limit; nothing where it has none."""
        return self._numbers.get(link.limit, "")

    def remarks(self, wording: Wording) -> tuple[str, ...]:
        """Return what the numbers mean; nothing where there is none."""
        limits = [wording.label("picture.limit", mark=number, what=what) for what, number in self._numbers.items()]
        joined = wording.label("list.between_long").join(limits)
        return (wording.label("picture.limited", limits=joined),) if limits else ()


def signs_of(whole: Organisation, wording: Wording) -> tuple[Sign, ...]:
    """Return the key: kinds of relations, how sure they are, and the mark of posts."""
    kinds = {link.kind for link in whole.links}
    signs = [Sign(partial(_line, kind), wording.label(f"command.{kind}")) for kind in DASHES if kind in kinds]
    sure = {link.is_certain for link in whole.links}
    heads = (("sure_relation", True), ("possible_relation", False))
    signs += [
        Sign(partial(_head, is_sure), wording.label(f"picture.{key}")) for key, is_sure in heads if is_sure in sure
    ]
    if any(unit.held for unit in whole.units):
        signs.append(Sign(_box, wording.label("picture.seat_sign")))
    return tuple(signs)


def _line(kind: str, x: float, y: float) -> Iterable[Shape]:
    return draw_line(((x, y), (x + SIGN_WIDTH, y)), kind, True, "")


def _head(is_sure: bool, x: float, y: float) -> Iterable[Shape]:
    return draw_line(((x + SIGN_WIDTH / 2, y - 5.5), (x + SIGN_WIDTH / 2, y + 5)), "", is_sure, "down")


def _box(x: float, y: float) -> Iterable[Shape]:
    return (rectangle((x, y - SIGN_HEIGHT / 2), (SIGN_WIDTH, SIGN_HEIGHT), SHADE, BLACK, 1.4),)


def alternative_of(whole: Organisation, wording: Wording) -> str:
    """Return in words what a chart shows: who stands above whom, and who holds which post."""
    day = wording.when(parse_when(whole.day.isoformat()))
    sentences = [wording.label("picture.organisation_alternative", day=day)]
    sentences += [f"{in_words(link, whole.units, wording)}." for link in whole.links]
    sentences += [sentence for unit in whole.units for sentence in _of_unit(unit, whole.links, whole.units, wording)]
    return tidy(" ".join(sentences))


def _of_unit(unit: Unit, links: Sequence[Link], units: Sequence[Unit], wording: Wording) -> Iterable[str]:
    """Give the posts of a unit; one that neither holds a post nor is joined with another is only named."""
    for held in unit.held:
        person, post = words_of(held, wording)
        text = f"{unit.name}, {post}" if post else unit.name
        yield wording.label("picture.row", label=person, text=text) + "."
    place = list(map(id, units)).index(id(unit))
    if not unit.held and not any(place in (link.superior, link.subordinate) for link in links):
        yield f"{unit.name}."


def in_words(link: Link, units: Sequence[Unit], wording: Wording) -> str:
    """Return a relation as a phrase."""
    text = wording.label(
        "picture.relation",
        superior=units[link.superior].name,
        subordinate=units[link.subordinate].name,
        kind=wording.label(f"command.{link.kind}"),
    )
    if link.limit:
        text = wording.label("picture.limited_relation", relation=text, what=link.limit)
    return text if link.is_certain else wording.label("picture.possible_suffix", text=text)
