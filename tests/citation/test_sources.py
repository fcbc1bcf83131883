"""Sources known through others, archived, incomplete, or of a type that a style does not know."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.citation.cases import LIBRARY, citation, cite, cited, item, listed, note_texts, paragraph, shown, style
from tests.each import each

from probata.citation import Cited, Library, Schedule, Scheduled, load_words
from probata.citation.planning import read_item
from probata.diagnostics import Severity
from probata.document.inlines import Cite, CiteItem, Gap
from probata.document.origin import Origin
from probata.document.tree import Document, Meta
from probata.document.walk import inlines_in_order, own_inlines, plain_text

HART = "Herbert Hart, _The Concept of Law_ (Clarendon Press 1961)"
DWORKIN = "Ronald Dworkin, ‘Hard Cases’ (1975) 88 Harvard Law Review 1057"


def known_through(*others: CiteItem, **more: tuple[CiteItem, ...]) -> Library:
    return replace(LIBRARY, cited_in={"dworkin": others, **more})


def test_a_source_known_through_another_says_so() -> None:
    result = cited(
        paragraph("A", citation("dworkin")),
        paragraph("B", citation(item("hart", "page", "9"))),
        paragraph("C", citation(item("dworkin", "page", "1060"))),
        library=known_through(item("hart", "page", "4")),
    )
    assert note_texts(result) == [
        f"1 {DWORKIN}, cited in {HART} 4.",
        "2 Hart (n #1) 9.",
        "3 Dworkin (n #1) 1060, cited in Hart (n #1) 4.",
    ]


def test_works_that_cite_each_other_do_not_go_round_in_circles() -> None:
    result = cited(paragraph("A", citation("dworkin")), library=known_through(item("hart"), hart=(item("dworkin"),)))
    assert note_texts(result) == [f"1 {DWORKIN}, cited in {HART}."]


def test_a_work_without_a_title_is_told_as_a_place_in_the_one_work_on_which_a_document_rests() -> None:
    place, rests = item("hart", "page", "4"), Schedule({"hart": Scheduled("", "Hart")}, "hart")
    library = replace(known_through(place), schedule=rests)
    assert read_item(item("dworkin"), library) == item("dworkin")
    assert read_item(item("dworkin"), replace(library, untitled=frozenset({"dworkin"}))) == place


def test_a_remark_is_printed_at_the_first_citation_only() -> None:
    library = replace(LIBRARY, remarks={"hart": "on file with the author"})
    result = cited(
        paragraph("A", citation(item("hart", "page", "4"))), paragraph("B", citation("hart")), library=library
    )
    assert note_texts(result) == [f"1 {HART} 4 (on file with the author).", "2 Hart (n #1)."]


def test_an_unknown_source_is_a_gap_and_a_finding() -> None:
    cite = Cite((item("nobody", prefix="see"), item("hart")), Origin("allegations/a-1", "particulars"))
    result = cited(paragraph("A", cite))
    assert note_texts(result) == [f"1 See [source `nobody`: not recorded]; {HART}."]
    (found,) = result.diagnostics
    assert (found.code, found.name, found.severity) == ("REF104", "unknown-source", Severity.ERROR)
    assert found.message == "`nobody` is cited, but no source or authority has this id"
    assert found.record == "allegations/a-1"
    (gap,) = (one for one in inlines_in_order(result.document.blocks) if isinstance(one, Gap))
    assert gap == Gap("source `nobody`: not recorded", required=False, origin=cite.origin)


@each("name", ["oscola-4", "chicago-notes-bibliography"])
def test_a_description_of_our_own_has_no_quotation_marks_and_no_capitals_of_a_title(name: str) -> None:
    page = {"type": "webpage", "title": "[web page, example.org]", "URL": "https://example.org/a", "language": "en"}
    library = Library({"page": page, "titled": {**page, "title": "[Law on Order]"}}, untitled=frozenset({"page"}))
    first, titled, later = note_texts(
        cited(
            paragraph("A", citation("page")),
            paragraph("B", citation("titled")),
            paragraph("C", citation("page")),
            library=library,
            name=name,
        )
    )
    assert first.startswith("1 [web page, example.org]")
    assert later.startswith("3 [web page, example.org]")
    assert titled.startswith("2 ‘[Law on Order]")


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
LIBRARY_ARCHIVE = Library({
    "page": PAGE,
    "news": {**PAGE, "type": "article-newspaper", "container-title": "Times"},
    "report": {**PAGE, "type": "report", "URL": f"{LIVE}/2", "archive": f"{COPY}/2"},
})  # fmt: skip
BLOCKS = (paragraph("A", citation("page")), paragraph("B", citation(item("page", "page", "4"))), listed("page"))


def written(name: str, language: str = "en", program: Path | None = None) -> Cited:
    document = Document(Meta("Test", language=language), BLOCKS)
    return cite(document, LIBRARY_ARCHIVE, style(name, language=language), load_words(language), program)


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
    entries = [plain_text(own_inlines(block)) for block in result.document.blocks[len(blocks) :]]
    assert len(entries) == len(BARE)
    assert all(any(map(str.isalnum, entry)) for entry in entries)


@each("name", STYLES)
def test_a_source_of_which_a_style_prints_nothing_is_found_once(name: str) -> None:
    blocks = [paragraph("A", citation(key)) for key in BARE for _ in range(3)]
    result = cited(*blocks, *(listed(key) for key in BARE), library=Library(BARE), name=name)
    of_sources = [found for found in result.diagnostics if found.name != "style-printed-by-pandoc"]
    assert [found.record for found in of_sources] == [f"sources/{key}" for key in NOT_IN_STYLE.get(name, ())]
    for found in of_sources:
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

    by_pandoc, left_out = result.diagnostics
    assert (by_pandoc.name, str(by_pandoc.span)) == ("style-printed-by-pandoc", f"{path}:1:1")
    assert left_out.record == "sources/one"
    assert "`ours.csl`" in left_out.message
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
    texts = [shown(own_inlines(block)) for block in result.document.blocks[1:]]
    assert [text.partition(" ")[0] for text in texts] == [f"Author{number:04}" for number in reversed(range(2000))]


POST: dict[str, Any] = {
    "type": "post",
    "title": "We were told to look away",
    "author": [{"family": "Tern", "given": "Ola"}],
    "container-title": "X",
    "issued": {"date-parts": [[2022, 5, 15]]},
    "URL": "https://x.example/1",
    "language": "en-GB",
}
RELEASE: dict[str, Any] = {
    "type": "press-release",
    "title": "The service denies all",
    "author": [{"literal": "Prison Service"}],
    "issued": {"date-parts": [[2023, 4, 2]]},
    "URL": "https://service.example/12",
    "language": "en-GB",
}


def note(source: dict[str, Any], name: str) -> str:
    return note_texts(cited(paragraph("A", citation("a")), library=Library({"a": source}), name=name))[0]


@each(
    ("name", "told"),
    [("oscola-4", "(_X_, 15 May 2022)"), ("bluebook-21", "X (May 15, 2022)"), ("un-plain", "X, 15 May 2022")],
)
def test_a_message_of_a_network_has_its_site_and_its_day(name: str, told: str) -> None:
    assert told in note(POST, name)


@each(
    ("name", "told"), [("oscola-4", "(2 April 2023)"), ("bluebook-21", "(Apr. 2, 2023)"), ("un-plain", "2 April 2023")]
)
def test_a_press_release_has_its_day(name: str, told: str) -> None:
    assert told in note(RELEASE, name)
