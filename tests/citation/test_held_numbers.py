"""Which numbers stay on one line with the word before them, and what is left as it was typed."""

from __future__ import annotations

from tests.each import each

from probata.citation import Library, load_words
from probata.citation.held_numbers import HeldNumbers
from probata.document.blocks import Block
from probata.document.inlines import CrossRef, Emph, Inlines, Link, NoteRef, Text
from probata.document.tree import Document, Meta
from probata.document.walk import child_inlines, own_inlines

from .cases import LIBRARY, citation, cite, item, notes, paragraph, style

HELD = "\u00a0"


def printed(*blocks: Block, name: str = "oscola-4", language: str = "en-GB", library: Library = LIBRARY) -> list[str]:
    """Give the notes with `~` for a no-break space."""
    result = cite(
        Document(Meta("Test", language=language), blocks),
        library,
        style(name, language=language),
        load_words(language),
    )
    return ["".join(said(own_inlines(block)) for block in note.blocks) for note in notes(result)]


def said(inlines: Inlines) -> str:
    """Print inlines with `~` for a no-break space."""
    texts = (
        one.text if isinstance(one, Text | CrossRef) else str(one.number) if isinstance(one, NoteRef)
        else said(child_inlines(one))
        for one in inlines
    )  # fmt: skip
    return "".join(texts).replace(HELD, "~")


def held(*inlines: str | Text | Emph | NoteRef | CrossRef | Link, language: str = "en", name: str = "oscola-4") -> str:
    holder = HeldNumbers(style(name).legal, load_words(language))
    return said(holder.hold(tuple(Text(one) if isinstance(one, str) else one for one in inlines)))


@each(
    ("name", "of_source", "of_judgment", "later"),
    [
        ("oscola-4", "para~4", "para~79", "(n~1)"),
        ("oscola-5", "para~4", "[79]", "(n~1)"),
        ("bluebook-21", "¶~4", "¶~79", "note~1"),
        ("un-plain", "para.~4", "para.~79", "The Concept of Law"),
    ],
)
def test_every_style_holds_a_number_to_the_word_of_its_place(
    name: str, of_source: str, of_judgment: str, later: str
) -> None:
    found = printed(
        paragraph("A", citation(item("hart", "paragraph", "4"))),
        paragraph("B", citation(item("liu", "paragraph", "79"))),
        paragraph("C", citation(item("hart", "paragraph", "5"))),
        name=name,
    )

    assert of_source in found[0]
    assert of_judgment in found[1]
    assert later in found[2]


@each(("language", "later"), [("fr", "(note~1), par.~3"), ("es", "(nota~1), párr.~3")])
def test_the_words_of_other_languages_are_held_too(language: str, later: str) -> None:
    found = printed(
        paragraph("A", citation("hart")),
        paragraph("B", citation("liu")),
        paragraph("C", citation(item("hart", "paragraph", "3"))),
        name="oscola",
        language=language,
    )

    assert later in found[2]


@each("text", ["R v Smith", "said no to 12 of them", "see para, 12", "at noon", "[2008] UKHL 13", "at l’Aquila"])
def test_what_is_no_word_of_a_number_has_its_space(text: str) -> None:
    assert held(text) == text
