"""Inlines: what stands inside a line of text.

A closed union: the type checker names every writer that misses one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from probata.diagnostics.value import value
from probata.document.origin import Origin

if TYPE_CHECKING:
    from probata.document.blocks import Block


@value()
class Text:
    """Literal characters. Never markup, whatever they look like."""

    text: str
    origin: Origin | None = None


@value()
class Emph:
    """Emphasis, printed in italics."""

    inlines: tuple[Inline, ...]


@value()
class Strong:
    """Strong emphasis, printed bold."""

    inlines: tuple[Inline, ...]


@value()
class SmallCaps:
    """Small capitals, as some citation styles set authors."""

    inlines: tuple[Inline, ...]


@value()
class Underline:
    """Underlined text, as some citation styles set titles."""

    inlines: tuple[Inline, ...]


@value()
class Superscript:
    """Raised text. The mark of a note is not one of these: see `Note`."""

    inlines: tuple[Inline, ...]


@value()
class Subscript:
    """Lowered text."""

    inlines: tuple[Inline, ...]


@value()
class Language:
    """Text in another language than what surrounds it; `lang` is a BCP 47 tag such as `zh`."""

    lang: str
    inlines: tuple[Inline, ...]


@value()
class Link:
    """A link out of the document. `url` is http, https, mailto or doi only."""

    url: str
    inlines: tuple[Inline, ...]


@value()
class LineBreak:
    """A forced new line inside a paragraph."""


@value()
class Gap:
    """Something that should stand here and is not recorded, shown as `[text]`.

    `text` comes without the brackets: `date of birth: not recorded`. Drafts show it, a build for filing
    refuses while a required one is left.
    """

    text: str
    required: bool = True
    origin: Origin | None = None


@value()
class Pinpoint:
    """The exact place inside a source: `page` `4`, `paragraph` `79`, `article` `7(1)(i)`."""

    type: str
    value: str


@value()
class CiteItem:
    """One source or authority inside a citation."""

    key: str
    """Id of a source or of an authority (instrument or judgment)."""

    pinpoint: Pinpoint | None = None
    prefix: str = ""
    """Text before it, such as `see`."""

    suffix: str = ""
    """Text after it and its pinpoint."""

    suppress_author: bool = False


@value()
class Cite:
    """A citation as composed. The citation stage replaces every one; writers never meet it."""

    items: tuple[CiteItem, ...]
    origin: Origin | None = None


@value()
class Note:
    """A footnote, at the place where its mark stands. Its blocks are plain paragraphs.

    A note inside a note does not exist. `id` is stable (made from record ids and content), letters,
    digits and underscores, at most 40 characters; `number` is what the mark shows.
    """

    id: str
    blocks: tuple[Block, ...]
    number: int = 0
    origin: Origin | None = None


@value()
class NoteRef:
    """The digits of a back-reference such as `(n 12)`: the number of the note `target`.

    Only the digits; words and brackets round it are plain text.
    """

    target: str
    """`Note.id`."""

    number: int = 0


NAMED_NOTE = "note:"
"""Begins what a reference to a note is led by until the notes are numbered, and the id that its note has until then."""


def named_note(label: str) -> str:
    """Return how a note that its author gave a label is called until it is numbered."""
    return f"{NAMED_NOTE}{label}"


RefKind = Literal["paragraph", "section", "annex", "table", "figure", "exhibit"]


@value()
class CrossRef:
    """The number of a paragraph, section, annex, table or figure, or the mark of an exhibit, elsewhere in the document.

    Only the number as the target shows it without its final stop (`14`, `B.2`, `Annex 1`, `3`, `JS/3`);
    words before it are plain text. `text` is filled by the numbering pass; empty means that the
    target does not exist, which is a finding.
    """

    target: str
    """Id of a heading, paragraph, table or picture."""

    kind: RefKind = "paragraph"
    text: str = ""


Wrapper = Emph | Strong | SmallCaps | Underline | Superscript | Subscript | Language | Link
"""What stands round other inlines."""

Leaf = Text | LineBreak | Gap | Cite | NoteRef | CrossRef
"""What holds no others: nearly all."""

Inline = Leaf | Wrapper | Note
Inlines = tuple[Inline, ...]


# What parts the marks of two notes on one spot: `36, 37`, raised like the marks.
# Citations that stand side by side are one note with a semicolon between them (`citation/numbering.py`). Two marks are
# left where one of the notes is its author's own: it may be referred to by its name, so it stays a note. Behind a mere
# space they still read as one number in small type; a comma alone reads as a decimal one, `36,37`, in half of Europe.

BETWEEN_MARKS: Final = ",\u00a0"


_RIGHT_TO_LEFT: Final = {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"}
"""Languages whose usual script runs from right to left."""


def is_right_to_left(tag: str) -> bool:
    """Tell whether text in a language runs from right to left, by a BCP 47 tag."""
    parts = tag.lower().split("-")
    return "arab" in parts or (parts[0] in _RIGHT_TO_LEFT and not {"latn", "cyrl"}.intersection(parts))
