"""Later citations: ibid, the number of the first note, two works of one name, and notes that say nothing new."""

from __future__ import annotations

from typing import Any

from tests.citation.cases import HART, LIBRARY, citation, cite, cited, free_note, item, note_texts, paragraph, style
from tests.each import each

from probata.citation import Authority, Cited, Library, load_words
from probata.diagnostics import Severity
from probata.document.blocks import Cell, Row, Table
from probata.document.inlines import Cite, Note, NoteRef, Superscript, Text
from probata.document.tree import Document, Meta
from probata.document.walk import inlines_in_order


@each(
    ("name", "authorities", "again"),
    [
        ("oscola-4", "", "ibid 4."),
        ("oscola", "", "ibid 4."),
        ("oscola-4", "bluebook-21", "ibid 4."),
        ("oscola", "bluebook-21", "ibid 4."),
        ("bluebook-21", "", "_Id._ at 4."),
        ("chicago-notes-bibliography-16th-edition", "oscola-4", "Ibid., 4."),
    ],
)
def test_ibid_is_small_at_the_beginning_of_a_note_where_the_style_has_it_so(
    name: str, authorities: str, again: str
) -> None:
    blocks = (paragraph("A", citation("hart")), paragraph("B", citation(item("hart", "page", "4"))))
    assert note_texts(cited(*blocks, name=name, authorities=authorities))[1] == f"2 {again}"


def test_id_behind_another_work_in_one_sentence_has_a_small_letter() -> None:
    """Bluebook 4.1: *Id.* has a capital at the beginning of a citation sentence alone."""
    cites = [citation("hart"), citation(item("hart", "page", "4"), item("hart", "paragraph", "6"))]
    found = note_texts(cited(*(paragraph("A", one) for one in cites), name="bluebook-21"))
    assert found[1] == "2 _Id._ at 4; _id._ ¶ 6."


NAMELESS: dict[str, Any] = {
    "type": "webpage",
    "title": "Names Missing",
    "URL": "https://example.org/a",
    "issued": {"date-parts": [[2021]]},
}
WORKS = Library({**LIBRARY.sources, "nameless": NAMELESS}, authorities=LIBRARY.authorities)


@each(
    ("name", "own", "other"),
    [
        ("oscola-4", "; Hart 7.", "2 Hart (n #1) 7."),
        ("oscola-5", "; Hart 7.", "2 Hart (n #1) 7."),
        ("bluebook-21", "; Hart, _supra_, at 7.", "2 Hart, _supra_ note #1, at 7."),
        ("mcgill-en", "; Hart, _supra_ at 7.", "2 Hart, _supra_ note #1 at 7."),
    ],
)
def test_a_work_that_the_same_note_cites_before_is_cited_without_its_number(name: str, own: str, other: str) -> None:
    again = citation(item("hart", "page", "7"))
    first = citation("hart", "dworkin", item("hart", "page", "7"))
    texts = note_texts(cited(paragraph("A", first), paragraph("B", again), library=WORKS, name=name))
    assert texts[0].endswith(own)
    assert texts[1] == other


def test_a_work_of_an_earlier_note_keeps_the_number_of_that() -> None:
    cites = citation("dworkin", item("hart", "page", "3"), "dworkin", item("hart", "page", "9"))
    texts = note_texts(cited(paragraph("A", citation("hart")), paragraph("B", cites), library=WORKS))
    assert texts[1].endswith("1057; Hart (n #1) 3; Dworkin; Hart (n #1) 9.")


@each(
    ("name", "own", "other"),
    [
        ("oscola-4", "; Hart 7; Dworkin 1061.", "2 Dworkin (n #1) 1062."),
        ("oscola-5", "; Hart 7; Dworkin 1061.", "2 Dworkin (n #1) 1062."),
        ("bluebook-21", "; Hart, _supra_, at 7; Dworkin, _supra_, at 1061.", "2 Dworkin, _supra_ note #1, at 1062."),
        ("un-plain", "; Hart, _The Concept of Law_, p. 7; and Dworkin, “Hard Cases”, p. 1061.",
         "2 Dworkin, “Hard Cases”, p. 1062."),
    ],
)  # fmt: skip
def test_two_works_that_one_note_cites_twice_are_each_named_and_no_ibid_follows(
    name: str, own: str, other: str
) -> None:
    pages = (("hart", "4"), ("dworkin", "1060"), ("hart", "7"), ("dworkin", "1061"))
    twice = citation(*(item(key, "page", page) for key, page in pages))
    after = citation(item("dworkin", "page", "1062"))
    texts = note_texts(cited(paragraph("A", twice), paragraph("B", after), library=WORKS, name=name))
    assert texts[0].endswith(own)
    assert texts[1] == other


LIBRARY_HART = Library(
    sources={
        "concept": HART,
        "essays": {**HART, "title": "Essays on Bentham", "title-short": "Essays"},
        "letters": {**HART, "title": "Letters"},
    }
)


def _notes(*cites: Any, name: str = "bluebook-21") -> list[str]:
    return note_texts(cited(*(paragraph("A", one) for one in cites), library=LIBRARY_HART, name=name))


def test_the_bluebook_names_the_title_where_author_and_note_are_those_of_two_works() -> None:
    """Bluebook 4.2(a): two works of one author in one footnote are told apart by their titles."""
    both = citation("concept", "essays")
    found = _notes(both, citation(item("essays", "page", "7")), citation("concept"))

    assert found[1:] == ["2 Hart, _Essays_, _supra_ note #1, at 7.", "3 Hart, _The Concept of Law_, _supra_ note #1."]


@each("name", ["oscola-4", "chicago-notes-bibliography-16th-edition"])
def test_a_style_that_names_the_title_itself_names_it_once(name: str) -> None:
    found = _notes(citation("concept", "letters"), citation("letters"), citation("concept"), name=name)

    assert found[2].count("Concept of Law") == 1


TEXTS = {"name": (Text("Muršić v Croatia"),), "number": (Text("7334/13"),)}


def liu(name: str, number: str) -> Authority:
    texts = {"name": (Text(name),), "number": (Text(number),)}
    return Authority("echr_case", texts, {"date": (2021, 5, 4)})


def treaty(name: str, abbreviation: str) -> Authority:
    return Authority("treaty", {"name": (Text(name),), "abbreviation": (Text(abbreviation),)}, {"date": (1984, 12, 10)})


LIBRARY_ALIKE = Library(
    authorities={
        "chamber": Authority("echr_case", TEXTS, {"date": (2015, 3, 12)}),
        "grand": Authority("echr_case", TEXTS, {"date": (2016, 10, 20)}),
        "spain": liu("Liu v Spain", "2/20"),
        "germany": liu("Liu v Germany", "3/20"),
        "joined": liu("Liu v Spain", "4/20"),
        "twin": Authority("echr_case", TEXTS, {"date": (2015, 3, 12)}),
        "uncat": treaty("Convention against Torture", "UNCAT"),
        "copy": treaty("Convention against Torture and Other Treatment", "UNCAT"),
        "same_year": Authority("echr_case", TEXTS, {"date": (2016, 1, 1)}),
    }
)


def last(style: str, *keys: str) -> str:
    blocks = (paragraph("A", citation(key)) for key in keys)
    again = paragraph("B", free_note("x")), paragraph("C", citation(keys[0]))
    return note_texts(cited(*blocks, *again, library=LIBRARY_ALIKE, name=style))[-1].split(" ", 1)[1]


@each(
    ("style", "expected"),
    [
        ("oscola-4", "_Muršić_ (2015) (n #1)."),
        ("oscola-5", "_Muršić_ (2015) (n #1)."),
        ("bluebook-21", "_Muršić_ (2015), App. No. 7334/13."),
        ("un-plain", "Muršić v. Croatia (2015)."),
    ],
)
def test_the_year_tells_two_judgments_of_one_name_apart(style: str, expected: str) -> None:
    assert last(style, "chamber", "grand") == expected


def test_of_two_judgments_of_one_year_the_day_tells_which() -> None:
    assert last("oscola-5", "grand", "same_year") == "_Muršić_ (20 October 2016) (n #1)."
    assert last("bluebook-21", "same_year", "grand") == "_Muršić_ (Jan. 1, 2016), App. No. 7334/13."
    assert last("un-plain", "grand", "same_year") == "Muršić v. Croatia (20 October 2016)."


@each(
    ("style", "expected"),
    [
        ("oscola-4", "_Liu v Spain_ (n #1)."),
        ("oscola-5", "_Liu v Spain_ (n #1)."),
        ("bluebook-21", "_Liu v. Spain_, App. No. 2/20."),
        ("un-plain", "Liu v. Spain."),
    ],
)
def test_the_other_party_tells_two_cases_of_one_year_apart(style: str, expected: str) -> None:
    assert last(style, "spain", "germany") == expected


@each(
    ("style", "expected"),
    [
        ("oscola-4", "_Liu_ (2/20) (n #1)."),
        ("bluebook-21", "_Liu_, App. No. 2/20."),
        ("un-plain", "Liu v. Spain (2/20)."),
    ],
)
def test_the_number_tells_two_judgments_of_one_day_apart_and_is_not_printed_twice(style: str, expected: str) -> None:
    assert last(style, "spain", "joined") == expected


def alike(style: str, *keys: str) -> list[str]:
    blocks = (paragraph("A", citation(key)) for key in keys)
    again = paragraph("B", free_note("x")), paragraph("C", citation(keys[0]))
    found = cited(*blocks, *again, library=LIBRARY_ALIKE, name=style).diagnostics
    assert {(one.code, one.severity) for one in found} <= {("CIT122", Severity.WARNING)}
    return [one.message for one in found]


@each(("style", "name"), [("un-plain", "Muršić v. Croatia"), ("bluebook-21", "Muršić, App. No. 7334/13")])
def test_two_cases_that_nothing_tells_apart_are_found(style: str, name: str) -> None:
    (found,) = alike(style, "chamber", "twin")
    assert f"`chamber` and `twin` alike, `{name}`, and nothing recorded of them tells which is meant" in found


@each("keys", [("chamber", "grand"), ("grand", "same_year"), ("spain", "joined"), ("uncat", "chamber")])
def test_what_is_told_apart_is_not_found(keys: tuple[str, str]) -> None:
    for name in ("oscola-4", "oscola-5", "bluebook-21", "un-plain"):
        assert alike(name, *keys) == []


HART_4 = citation(item("hart", "page", "4"))


def rows(*cites: Cite | Note | None, caption: Cite | None = None) -> Table:
    cells = (Cell((paragraph("Searched: none found", *([one] if one else [])),)) for one in cites)
    return Table((1,), (), tuple(Row((cell,)) for cell in cells), caption=(caption,) if caption else ())


def marks(result: Cited) -> list[str]:
    """Give the marks in their order: `1` of a note, `=1` one that is printed again."""
    found = tuple(inlines_in_order(result.document.blocks))
    ids = {one.id: one.number for one in found if isinstance(one, Note)}
    shown: list[str] = []
    for one in found:
        match one:
            case Note(number=number):
                shown.append(str(number))
            case Superscript(inlines=(NoteRef(target=target, number=number),)):
                assert ids[target] == number
                shown.append(f"={number}")
    return shown


def test_rows_with_the_same_citation_show_the_number_of_one_note() -> None:
    assert marks(cited(rows(HART_4, HART_4, None, HART_4), rows(HART_4))) == ["1", "=1", "=1", "2"]


def test_a_paragraph_with_the_same_citation_twice_has_one_note() -> None:
    result = cited(paragraph("A fact", HART_4, ". “Words”", HART_4, "."), paragraph("B", HART_4))
    assert marks(result) == ["1", "=1", "2"]
    assert note_texts(result)[1] == "2 ibid."


@each(
    "between",
    [
        citation(item("hart", "page", "7")),
        citation(item("hart", "page", "4", prefix="see also")),
        citation(item("hart", "page", "4", suffix=", where it is doubted")),
        free_note("The list was searched by name. ", HART_4),
        free_note("The list was searched by name."),
    ],
)
def test_another_place_and_words_of_its_author_have_a_note_of_their_own(between: Cite | Note) -> None:
    assert marks(cited(rows(HART_4, between, HART_4))) == ["1", "2", "3"]


@each(("language", "again"), [("en-GB", "ibid 12–13, 15."), ("fr-FR", "Ibid., p. 12–13, 15.")])
def test_places_of_one_work_are_joined_in_a_note(language: str, again: str) -> None:
    places = citation(*(item("hart", "page", page) for page in ("13", "12", "15")))
    document = Document(Meta("X", language), (paragraph("A", citation("hart")), paragraph("B", places)))
    result = cite(document, LIBRARY, style(language=language), load_words(language))
    assert note_texts(result)[1] == f"2 {again}"


@each(
    ("places", "printed"),
    [
        ([("page", "12"), ("page", "12")], "12"),
        ([("page", "10-14"), ("page", "12"), ("page", "15-16")], "10–16"),
        ([("paragraph", "2"), ("paragraph", "4")], "paras 2, 4"),
        ([("page", "12"), ("paragraph", "13")], "12; ibid para 13"),
        ([("page", "4, para 2"), ("page", "5")], "4, para 2; ibid 5"),
    ],
)
def test_places_are_joined_where_they_differ_in_their_number_alone(places: list[tuple[str, str]], printed: str) -> None:
    result = cited(paragraph("A", citation("hart")), paragraph("B", citation(*(item("hart", *one) for one in places))))
    assert note_texts(result)[1] == f"2 ibid {printed}."
