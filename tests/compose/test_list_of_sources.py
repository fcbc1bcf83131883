"""The order of the list of sources."""

from __future__ import annotations

from typing import Any

from tests.citation.cases import cite
from tests.each import each

from probata.citation import Library, Style, load_style, load_words
from probata.compose.passes.lists import list_sources, sources_in_order
from probata.document.anchors import LIST_OF_SOURCES
from probata.document.blocks import Paragraph, Role
from probata.document.inlines import Cite, CiteItem, Text
from probata.document.tree import Document, Meta
from probata.document.walk import own_inlines, plain_text

SOURCES: dict[str, dict[str, Any]] = {
    "law": {"type": "legislation", "title": "Вет 17", "author": [{"literal": "Council for Public Order"}]},
    "act": {"type": "legislation", "title": "Detention Act", "author": [{"literal": "Zone Assembly"}]},
    "custody": {"type": "report", "title": "A Report", "author": [{"literal": "Custody Watch"}]},
    "zhou": {"type": "book", "title": "An Older Book", "author": [{"family": "Zhou", "given": "A"}]},
    "nameless": {"type": "webpage", "title": "Letter of Two Families"},
}


MIXED: dict[str, dict[str, Any]] = {
    "talk": {"type": "interview", "title": "Talk", "author": [{"family": "Rill", "given": "Ana"}],
             "interviewer": [{"family": "Bo", "given": "Jan"}], "issued": {"date-parts": [[2020]]}},
    "office": {"type": "report", "title": "Figures", "author": [{"literal": "Stat Office"}]},
    "edited": {"type": "book", "title": "Zones", "editor": [{"family": "Ames", "given": "Eva"}]},
    "alone": {"type": "interview", "author": [{"literal": "Witness A"}]},
    "hart": {"type": "book", "title": "Law", "author": [{"family": "Hart", "given": "Herbert Lionel Adolphus"}]},
    "letter": {"type": "personal_communication", "genre": "Letter", "author": [{"family": "Cole", "given": "Sarah"}],
               "recipient": [{"literal": "The Council"}], "issued": {"date-parts": [[2021, 5, 4]]}},
    "nameless": {"type": "webpage", "title": "Names Missing", "URL": "https://example.org/a"},
}  # fmt: skip


def beginnings(name: str) -> list[str]:
    """Return the first words of the entries of the list in a style."""
    return [" ".join(entry.split()[:3]) for entry in entries_of(MIXED, name)]


def entries_of(sources: dict[str, dict[str, Any]], name: str) -> list[str]:
    """Return the entries of the list of these sources in a style."""
    cited = Paragraph((Cite(tuple(CiteItem(key) for key in sources)),))
    asked = Paragraph((Text("-"),), Role.BIBLIOGRAPHY, LIST_OF_SOURCES)
    library = Library(sources=sources)
    blocks = list_sources((cited, asked), library)
    style = load_style(name)
    assert isinstance(style, Style)
    written = cite(Document(Meta("Test"), blocks), library, style, load_words("en")).document
    _, *entries = sources_in_order(written, blocks, library).blocks
    return [plain_text(own_inlines(one)) for one in entries]


@each(
    ("name", "expected"),
    [
        ("oscola-4", ["Ames E (ed),", "Bo J, Interview", "Cole S, Letter", "Hart HLA, Law", "Interview with Witness",
                      "‘Names Missing’ <https://example.org/a>", "Stat Office, ‘Figures’"]),
        ("bluebook-21", ["Herbert Lionel Adolphus", "Interview by Jan", "Interview with Witness", "Letter from Sarah",
                         "Names Missing, https://example.org/a", "Stat Office, Figures", "Zones (Eva Ames"]),
        ("un-plain", ["Ames, Eva, ed.", "Sarah Cole, Letter", "Hart, Herbert Lionel", "Interview with Witness",
                      "“Names Missing”. https://example.org/a.", "Ana Rill, “Talk”,", "Stat Office. Figures."]),
    ],
)  # fmt: skip
def test_each_entry_stands_where_the_name_or_word_with_which_it_begins_belongs(name: str, expected: list[str]) -> None:
    assert beginnings(name) == expected


NAMESAKES: dict[str, dict[str, Any]] = {
    "zoe": {"type": "book", "title": "Arms", "author": [{"family": "Smith", "given": "Zoe"}]},
    "adam": {"type": "book", "title": "Zones", "author": [{"family": "Smith", "given": "Adam"}]},
    "later": {"type": "book", "title": "Books", "author": [{"family": "Smith", "given": "Zoe"}]},
    "house": {"type": "report", "title": "Cells", "author": [{"literal": "Smithson House"}]},
}


@each("name", ["oscola-4", "un-plain"])
def test_works_of_namesakes_stand_by_their_given_names(name: str) -> None:
    listed = entries_of(NAMESAKES, name)
    titles = [next(word for word in ("Arms", "Books", "Cells", "Zones") if word in entry) for entry in listed]
    assert titles == ["Zones", "Arms", "Books", "Cells"]
