"""The address of an archived copy is printed once, as a link, whatever the style."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.each import each

from probata.citation import Cited, Library, load_words
from probata.document.inlines import Inlines, Link
from probata.document.tree import Document, Meta
from probata.document.walk import walk_inlines

from .cases import citation, cite, item, listed, note_texts, paragraph, style

LIVE = "https://live.example/page"
COPY = f"https://archive.example/2020/{LIVE}"
PAGE = {
    "type": "webpage",
    "title": "Page",
    "author": [{"literal": "Office"}],
    "URL": LIVE,
    "archive": COPY,
    "issued": {"date-parts": [[2020, 1, 2]]},
    "accessed": {"date-parts": [[2021, 3, 4]]},
    "language": "en",
}
LIBRARY = Library({
    "page": PAGE,
    "news": {**PAGE, "type": "article-newspaper", "container-title": "Times"},
    "report": {**PAGE, "type": "report", "URL": f"{LIVE}/2", "archive": f"{COPY}/2"},
})  # fmt: skip
BLOCKS = (paragraph("A", citation("page")), paragraph("B", citation(item("page", "page", "4"))), listed("page"))


def written(name: str, language: str = "en", program: Path | None = None) -> Cited:
    document = Document(Meta("Test", language=language), BLOCKS)
    return cite(document, LIBRARY, style(name, language=language), load_words(language), program)


def addresses(inlines: Inlines) -> Iterator[str]:
    return (inline.url for inline in walk_inlines(inlines) if isinstance(inline, Link))


@each(
    ("name", "language", "shown"),
    [
        ("oscola-4", "en-GB", f"<({LIVE} → {LIVE})> (archived at <({COPY} → {COPY})>) accessed 4 March 2021."),
        ("oscola-4", "fr", f"<({LIVE} → {LIVE})> (archivé à l’adresse <({COPY} → {COPY})>) consulté le 4 mars 2021."),
        ("oscola-4", "es", f"<({LIVE} → {LIVE})> (archivado en <({COPY} → {COPY})>) consultado el 4 de marzo de 2021."),
        ("bluebook-21", "en", f"({LIVE} → {LIVE}) [({COPY} → {COPY})]."),
        ("chicago-notes-bibliography", "en", f"({LIVE} → {LIVE}) (archived at ({COPY} → {COPY}))."),
    ],
)
def test_an_archived_copy_stands_behind_the_live_address(name: str, language: str, shown: str) -> None:
    assert note_texts(written(name, language))[0].endswith(shown)


def test_without_pandoc_the_copy_is_printed_too() -> None:
    assert f"> (archived at <({COPY} → {COPY})>)" in note_texts(written("oscola-4", program=Path("no-such/pandoc")))[0]
