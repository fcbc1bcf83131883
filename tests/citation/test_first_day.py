"""The first day of a month is an ordinal in French, in authorities and in sources."""

from __future__ import annotations

from tests.each import each

from probata.citation import Authority, Library, load_words
from probata.document.inlines import Text
from probata.document.tree import Document, Meta

from .cases import citation, cite, note_texts, paragraph, style

PAGE = {"type": "post-weblog", "title": "X", "author": [{"literal": "Y"}], "container-title": "Z"}


def notes(language: str, day: int) -> str:
    """Return the notes of a judgment and of a page of one day of July 2022."""
    page = {**PAGE, "issued": {"date-parts": [[2022, 7, day]]}}
    liu = Authority("echr_case", {"name": (Text("A v B"),), "number": (Text("1/2"),)}, {"date": (2022, 7, day)})
    library = Library({"page": page}, authorities={"liu": liu})
    blocks = paragraph("A", citation("liu")), paragraph("B", citation("page"))
    document = Document(Meta("Test", language=language), blocks)
    return " | ".join(note_texts(cite(document, library, style("un-plain", language=language), load_words(language))))


@each(
    ("language", "day", "printed"),
    [
        ("fr", 1, "1er juillet 2022"),
        ("fr", 2, " 2 juillet 2022"),
        ("fr", 11, " 11 juillet 2022"),
        ("es", 1, " 1 de julio de 2022"),
        ("en-GB", 1, " 1 July 2022"),
    ],
)
def test_it_is_written_as_the_language_writes_it(language: str, day: int, printed: str) -> None:
    assert notes(language, day).count(printed) == 2
