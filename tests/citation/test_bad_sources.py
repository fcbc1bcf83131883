"""Sources that lack what a style needs, and very many of them: a filing is made all the same."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.each import each

from probata.citation import Library
from probata.diagnostics import Severity
from probata.document.walk import own_inlines, plain_text

from .cases import citation, cited, listed, note_texts, paragraph, shown, style

STYLES = ("oscola-4", "bluebook-21", "mcgill-en", "chicago-notes-bibliography", "apa", "ieee", "nature")
BARE: dict[str, dict[str, Any]] = {
    "no title": {"type": "webpage", "author": [{"literal": "Office"}], "issued": {"date-parts": [[2020]]}},
    "no date": {"type": "book", "title": "A Book", "author": [{"family": "Hart", "given": "H"}]},
    "no title and no date": {"type": "report", "author": [{"literal": "Office"}]},
    "an address alone": {"type": "webpage", "URL": "https://example.org/a"},
    "a journal without volume or page": {"type": "article-journal", "title": "An Article"},
    "a chapter without its book": {"type": "chapter", "title": "A Chapter"},
    "a law without number": {"type": "legislation", "title": "An Act"},
    "a case without court": {"type": "legal_case", "title": "A v B"},
    "nothing but its kind": {"type": "patent"},
    "a kind that CSL does not know": {"type": "telegram", "title": "A Telegram"},
    "a date in words": {"type": "book", "title": "A Book", "issued": {"literal": "about 1940"}},
}


NOTES: dict[str, dict[str, str]] = {
    "oscola-4": {
        "no title": "Office (2020). ibid.",
        "no date": "H Hart, _A Book_. ibid.",
        "an address alone": "<(https://example.org/a → https://example.org/a)>. ibid.",
        "a case without court": "_A v B_. ibid.",
        "nothing but its kind": "nothing but its kind (date unknown). ibid.",
        "a date in words": "_A Book_ (about 1940). ibid.",
    },
    "bluebook-21": {
        "no date": "H Hart, A Book. _Id._",
        "a law without number": "An Act. _Id._",
        "a date in words": "A Book (about 1940). _Id._",
    },
    "chicago-notes-bibliography": {
        "no title": "Office, 2020. Office, 2020.",
        "no date": "H. Hart, _A Book_ (n.d.). Hart, _A Book_.",
        "a kind that CSL does not know": "_A Telegram_, n.d. _A Telegram_.",
        "a date in words": "_A Book_ (about 1940). _A Book_.",
    },
    "apa": {"no title": "(Office, 2020). (Office, 2020).", "no date": "(Hart, n.d.). (Hart, n.d.)."},
}
"""What is printed of a source in its first note and in the one after it, where the style tells."""
NOT_IN_STYLE: dict[str, tuple[str, ...]] = {
    "oscola-4": ("nothing but its kind",),
    "bluebook-21": ("nothing but its kind",),
    "mcgill-en": ("nothing but its kind",),
    "chicago-notes-bibliography": ("an address alone", "nothing but its kind"),
}
"""Of which sources a style prints nothing in some place; Chicago forgets an address when it is cited again."""


@each("name", STYLES)
def test_a_source_that_lacks_what_a_style_needs_is_cited(name: str) -> None:
    library = Library(BARE)
    blocks = [paragraph("A", citation(key)) for key in BARE for _ in range(2)]
    result = cited(*blocks, *(listed(key) for key in BARE), library=library, name=name)

    texts = [text.partition(" ")[2] for text in note_texts(result)]
    pairs = dict(zip(BARE, zip(texts[::2], texts[1::2], strict=True), strict=True))
    stated = NOTES.get(name, {})
    assert {key: " ".join(pairs[key]) for key in stated} == stated
    assert all(any(map(str.isalnum, text)) for text in texts)
    assert set(result.bibliography) == set(BARE)
    assert all(any(map(str.isalnum, plain_text(entry))) for entry in result.bibliography.values())


@each("name", STYLES)
def test_a_source_of_which_a_style_prints_nothing_is_found_once(name: str) -> None:
    blocks = [paragraph("A", citation(key)) for key in BARE for _ in range(3)]
    result = cited(*blocks, *(listed(key) for key in BARE), library=Library(BARE), name=name)
    assert [found.record for found in result.diagnostics] == [f"sources/{key}" for key in NOT_IN_STYLE.get(name, ())]
    for found in result.diagnostics:
        assert (found.code, found.severity) == ("CIT121", Severity.WARNING)
        assert f"`{Path(style(name).name).name}` prints nothing of source `{found.record[8:]}`" in found.message


def test_a_style_of_ones_own_that_prints_nothing_is_named(tmp_path: Path) -> None:
    """The style prints notes alone: `note` is a variable of CSL that no source of ours fills."""
    path = tmp_path / "ours.csl"
    inner = '<citation><layout><text variable="note"/></layout></citation>'
    path.write_text(f'<style xmlns="http://purl.org/net/xbiblio/csl" class="note">{inner}</style>')
    book = {"type": "book", "title": "A Book", "issued": {"date-parts": [[2020, 5, 4]]}}
    blocks = [paragraph("A", citation("one")), paragraph("B", citation("one", "two"))]
    result = cited(*blocks, library=Library({"one": book, "two": {**book, "note": "Two"}}), name=str(path))

    assert [found.record for found in result.diagnostics] == ["sources/one"]
    assert "`ours.csl`" in result.diagnostics[0].message
    assert note_texts(result)[0] == "1 ‘A Book’ (4 May 2020)."


@each(
    "title",
    [
        "תיק העצורים [The file of the detained]",
        "تقرير عن الاحتجاز [Report on detention]",
        "\u202eright to left\u202c and back",
        "*Stars*, <i>marks</i> & [links](https://example.org)",
    ],
)
def test_a_title_in_another_direction_or_with_marks_is_printed_as_it_is(title: str) -> None:
    library = Library({"one": {"type": "book", "title": title, "language": "he"}})
    result = cited(paragraph("A", citation("one")), listed("one"), library=library)
    assert title in plain_text(result.bibliography["one"])
    assert title in "".join(plain_text(own_inlines(block)) for block in result.document.blocks[1:])


def test_two_thousand_sources_are_listed_each_in_its_place() -> None:
    """Some 300 pages of entries: about two seconds on two processors."""
    sources = {
        f"s{number}": {
            "type": "book",
            "title": f"Study {number} of the courts",
            "author": [{"family": f"Author{number:04}", "given": "Ada"}],
            "issued": {"date-parts": [[1990 + number % 30]]},
            "language": "en-GB",
        }
        for number in range(2000)
    }
    entries = [listed(key) for key in reversed(sources)]
    result = cited(paragraph("A", citation("s7")), *entries, library=Library(sources))
    assert result.diagnostics == ()
    assert list(result.bibliography) == list(sources)
    texts = [shown(own_inlines(block)) for block in result.document.blocks[1:]]
    assert [text.partition(" ")[0] for text in texts] == [f"Author{number:04}" for number in reversed(range(2000))]
