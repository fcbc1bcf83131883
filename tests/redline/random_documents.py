"""Random documents and versions of them, for what must hold of every redline."""

from __future__ import annotations

from hypothesis import strategies as st
from tests.writers.docx_file import LABELS

from probata.document.blocks import Block, Box, Cell, Heading, ListBlock, Paragraph, Quote, Role, Row, Table
from probata.document.inlines import CrossRef, Emph, Inline, LineBreak, Link, Note, NoteRef, Strong, Text
from probata.document.tree import Document, Meta

WORDS = (
    "the",
    "order",
    "of",
    "1",
    "March",
    "2020,",
    "arrest",
    "was",
    "not",
    "法院",
    "by",
    "him.",
    "§",
    "a-b",
)
NAMES = ("one", "two", "three", "four", "five")


def documents() -> st.SearchStrategy[Document]:
    """Give documents of a few blocks."""
    found = st.lists(blocks(), min_size=1, max_size=6).map(tuple)
    return found.map(lambda held: Document(Meta("A test", labels=LABELS), held))


def texts() -> st.SearchStrategy[Text]:
    """Give short texts of few words, so that versions have much in common."""
    return st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(lambda words: Text(" ".join(words) + " "))


def notes() -> st.SearchStrategy[Note]:
    """Give notes of one or two paragraphs."""
    held = st.lists(st.builds(Paragraph, texts().map(lambda text: (text,))), min_size=1, max_size=2)
    return st.builds(lambda name, found: Note(name, tuple(found)), st.sampled_from(NAMES), held)


def inlines() -> st.SearchStrategy[tuple[Inline, ...]]:
    """Give inlines of most kinds."""
    text = texts()
    one: st.SearchStrategy[Inline] = st.one_of(
        text,
        text.map(lambda found: Emph((found,))),
        text.map(lambda found: Strong((found,))),
        st.builds(lambda found, url: Link(url, (found,)), text, st.sampled_from(["https://a.org/", "https://b.org/"])),
        st.just(LineBreak()),
        notes(),
        st.builds(lambda name, number: NoteRef(name, number), st.sampled_from(NAMES), st.integers(1, 20)),
        st.builds(
            lambda name, text: CrossRef(name, "paragraph", text), st.sampled_from(NAMES), st.sampled_from("1234")
        ),
    )
    return st.lists(one, min_size=1, max_size=4).map(tuple)


def paragraphs() -> st.SearchStrategy[Paragraph]:
    """Give paragraphs, numbered and plain."""
    return st.builds(
        lambda found, role, name: Paragraph(found, role, name),
        inlines(), st.sampled_from([Role.BODY, Role.NUMBERED, Role.SIGNATURE]), st.sampled_from(["", *NAMES]),
    )  # fmt: skip


def blocks() -> st.SearchStrategy[Block]:
    """Give blocks of most kinds."""
    few = st.lists(paragraphs(), min_size=0, max_size=2).map(tuple)
    some = st.lists(paragraphs(), min_size=1, max_size=2).map(tuple)
    return st.one_of(
        paragraphs(),
        st.builds(lambda found, name: Heading(1, found, name), inlines(), st.sampled_from(NAMES)),
        st.lists(some, min_size=1, max_size=3).map(lambda items: ListBlock(tuple(items))),
        some.map(lambda found: Quote(found)),
        some.map(lambda found: Box(found)),
        st.integers(1, 3).flatmap(lambda width: _tables(width, few)),
    )


def _tables(width: int, cells: st.SearchStrategy[tuple[Block, ...]]) -> st.SearchStrategy[Table]:
    row = st.lists(cells.map(Cell), min_size=width, max_size=width).map(lambda found: Row(tuple(found)))
    rows = st.lists(row, min_size=1, max_size=4).map(tuple)
    return st.builds(lambda found, caption: Table((1,) * width, (), found, caption), rows, st.just(()) | inlines())
