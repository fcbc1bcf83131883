"""Names in notes: initials, parties, who wrote to whom, and works that have none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.case_folder import ALLEGATIONS, SOURCES, build, write_case
from tests.citation.cases import (
    HART,
    LIBRARY,
    citation,
    cite,
    cited,
    free_note,
    item,
    listed,
    note_texts,
    paragraph,
    shown,
    style,
)
from tests.each import each
from tests.filings.made import workspace

from probata.citation import Authority, Library, load_words
from probata.citation.parts import Asked, Reference
from probata.citation.unnamed import completed
from probata.compose.library import csl_item
from probata.diagnostics import Severity
from probata.document.inlines import Emph, Gap, Inlines, Text
from probata.document.origin import Origin
from probata.document.tree import Document, Meta
from probata.document.walk import inlines_in_order
from probata.messages import ENGLISH, load_wording
from probata.model.source_record import Source
from probata.pipeline import make, open_case, plan


def note(given: str, name: str = "oscola-4", role: str = "author") -> str:
    source = {
        **HART,
        "author": [{"family": "Hart", "given": "Herbert"}],
        role: [{"family": "Bassiouni", "given": given}],
    }
    return note_texts(cited(paragraph("A", citation("a")), library=Library({"a": source}), name=name))[0]


@each(
    ("given", "printed"),
    [
        ("M. Cherif", "M Cherif Bassiouni"),
        ("M Cherif", "M Cherif Bassiouni"),
        ("J. R. R. Ronald", "JRR Ronald Bassiouni"),
        ("John A. Ellis", "John A Ellis Bassiouni"),
        ("Š. Élie", "Š Élie Bassiouni"),
        ("Ph. Ellis", "Ph Ellis Bassiouni"),
    ],
)
@each("name", ["oscola-4", "oscola-5"])
def test_an_initial_stands_apart_from_the_name_behind_it(name: str, given: str, printed: str) -> None:
    assert printed in note(given, name)


@each("name", ["bluebook-21", "un-plain"])
def test_a_style_that_keeps_stops_keeps_them(name: str) -> None:
    assert "M. Cherif Bassiouni" in note("M. Cherif", name)


def notes(family: str, given: str, name: str) -> tuple[str, str]:
    """Return the first and a later note of a book by one author."""
    library = Library({"a": {**HART, "author": [{"family": family, "given": given}]}})
    blocks = paragraph("A", citation("a")), paragraph("B", free_note("x")), paragraph("C", citation("a"))
    first, _, later = note_texts(cited(*blocks, library=library, name=name))
    return first, later


@each("name", ["oscola-4", "bluebook-21", "un-plain", "chicago-notes-bibliography"])
@each(("family", "given"), [("王", "明"), ("김", "구"), ("林", "望")])
def test_such_a_name_is_printed_whole_and_without_a_stop(family: str, given: str, name: str) -> None:
    for note in notes(family, given, name):
        assert f"{family}{given}" in note
        assert f"{given}." not in note


LETTER: dict[str, Any] = {
    "type": "personal_communication",
    "genre": "Letter",
    "author": [{"family": "Rill", "given": "Ana"}],
    "recipient": [{"literal": "Council for Public Order"}],
    "issued": {"date-parts": [[2022, 5, 13]]},
}
INTERVIEW: dict[str, Any] = {
    "type": "interview",
    "author": [{"literal": "Witness A"}, {"literal": "Witness B"}, {"literal": "Witness C"}],
    "issued": {"date-parts": [[2022, 5]]},
}


def notes_persons_named(*sources: dict[str, Any], language: str = "en", name: str = "bluebook-21") -> list[str]:
    library = Library({f"s{n}": source for n, source in enumerate(sources)})
    blocks = tuple(paragraph("A", citation(key)) for key in library.sources)
    document = Document(Meta("Test", language=language), blocks)
    return note_texts(cite(document, library, style(name, language=language), load_words(language)))


def test_a_letter_is_told_by_its_sender_its_recipient_and_its_day_without_italics_or_marks() -> None:
    assert notes_persons_named(LETTER) == ["1 Letter from Ana Rill to Council for Public Order (May 13, 2022)."]


@each(
    ("changed", "expected"),
    [
        ({"recipient": []}, "Letter from Ana Rill (May 13, 2022)."),
        ({"issued": {}}, "Letter from Ana Rill to Council for Public Order."),
        ({"issued": {"date-parts": [[2022, 5], [2022, 7]]}}, "Council for Public Order (May 2022–July 2022)."),
        ({"title": "Reply on custody"}, "Council for Public Order, Reply on custody (May 13, 2022)."),
    ],
)
def test_what_is_not_recorded_is_not_told(changed: dict[str, Any], expected: str) -> None:
    (note,) = notes_persons_named({**LETTER, **changed})
    assert note.endswith(expected)


def test_an_interview_names_all_persons_and_who_held_it() -> None:
    alone, held = notes_persons_named(INTERVIEW, {**INTERVIEW, "interviewer": [{"literal": "Custody Watch"}]})
    assert alone == "1 Interview with Witness A, Witness B and Witness C (May 2022)."
    assert held == "2 Interview by Custody Watch with Witness A, Witness B and Witness C (May 2022)."


@each(
    ("language", "expected"),
    [
        ("fr", "1 Letter d’Ana Rill à Council for Public Order (13 mai 2022)."),
        ("es", "1 Letter de Ana Rill a Council for Public Order (13 de mayo de 2022)."),
    ],
)
def test_the_words_are_of_the_language(language: str, expected: str) -> None:
    assert notes_persons_named(LETTER, language=language) == [expected]


HELD = {**INTERVIEW, "author": [{"literal": "Witness A"}], "issued": {"date-parts": [[2024, 5, 20]]}}


@each("name", ["un-plain", "chicago-notes-bibliography", "oscola-4", "oscola-5", "mcgill-en"])
def test_an_interview_is_told_as_one_where_nobody_is_recorded_who_held_it(name: str) -> None:
    (alone,) = notes_persons_named(HELD, name=name)
    (titled,) = notes_persons_named({**HELD, "title": "Talk at the port"}, name=name)
    assert alone.startswith("1 Interview with Witness A")
    assert titled.startswith("1 Interview with Witness A")
    assert "talk at the port" in titled.lower()


WRITTEN = ["Filartiga v Pena-Irala", "Filartiga v. Pena-Irala", "Filartiga vs. Pena-Irala", "Filartiga vs Pena-Irala"]
FIELDS = {"volume": (Text("630"),), "series": (Text("F.2d"),), "page": (Text("876"),), "court": (Text("2d Cir."),)}


def notes_between_parties(name: str, style: str) -> list[str]:
    case = Authority("us_case", {"name": (Text(name),), **FIELDS}, {"date": (1980,)})
    blocks = [paragraph("A", citation("case")), paragraph("B", free_note("x")), paragraph("C", citation("case"))]
    return note_texts(cited(*blocks, library=Library(authorities={"case": case}), name=style))


@each("written", WRITTEN)
@each(
    ("style", "first", "later"),
    [
        ("oscola-4", "_Filartiga v Pena-Irala_ 630 F 2d 876", "_Filartiga_ (n #1)"),
        ("oscola-5", "_Filartiga v Pena-Irala_ 630 F 2d 876", "_Filartiga_ (n #1)"),
        ("bluebook-21", "Filartiga v. Pena-Irala, 630 F.2d 876", "_Filartiga_, 630 F.2d"),
        ("un-plain", "Filartiga v. Pena-Irala, 630 F.2d 876", "Filartiga v. Pena-Irala"),
    ],
)
def test_each_style_prints_its_own_word_and_knows_the_first_party(
    style: str, first: str, later: str, written: str
) -> None:
    """OSCOLA 4, 2.1.2, has `v` without a stop; Indigo R11.3 has `v.`."""
    whole, _, again = notes_between_parties(written, style)
    assert first in whole
    assert later in again


TALK = {"type": "interview", "title": "A talk", "issued": {"date-parts": [[2024]]}, "language": "en"}
WITH_TALK = Library({**LIBRARY.sources, "talk": TALK})
HART_UNNAMED = (Emph((Text("Hart; Law"),)), Text(", 4"))


@each(
    ("written", "references", "text"),
    [
        ((), (Reference("talk"),), "‘A talk’ (2024)"),
        ((Text("See"),), (Reference("talk", prefix="see"),), "See ‘A talk’ (2024)"),
        ((Text("See , here"),), (Reference("talk", prefix="see", suffix=", here"),), "See ‘A talk’ (2024), here"),
        ((*HART_UNNAMED, Text("; ")), (Reference("hart"), Reference("talk")), "_Hart; Law_, 4; ‘A talk’ (2024)"),
        ((Text("; "), *HART_UNNAMED), (Reference("talk"), Reference("hart")), "‘A talk’ (2024); _Hart; Law_, 4"),
        ((*HART_UNNAMED, Text("; B; C")), (Reference("hart"), Reference("talk")), "_Hart; Law_, 4; B; C"),
    ],
)
def test_a_work_of_which_a_style_prints_nothing_is_printed_in_full(
    written: Inlines, references: tuple[Reference, ...], text: str
) -> None:
    found = completed(written, Asked(references), WITH_TALK, load_words("en"), "; ")
    assert shown(found.inlines) == text
    assert found.left_out == (("talk",) if "‘A talk’" in text else ())


@each("name", ["chicago-notes-bibliography", "mcgill-en", "apa"])
def test_a_work_without_author_is_named_where_its_author_is_to_be_left_out(name: str) -> None:
    blocks = [paragraph("A", citation(key)) for key in ("talk", "hart")]
    without = paragraph("C", citation(item("talk", "page", "4", suppress_author=True)))
    plain = paragraph("C", citation(item("talk", "page", "4")))
    written = [note_texts(cited(*blocks, last, library=WITH_TALK, name=name))[2] for last in (without, plain)]
    assert written[0] == written[1]


GAP = "title not recorded"


def library(*ids: str) -> Library:
    sources = {key: csl_item(Source.model_validate({"id": key}), load_wording(ENGLISH)) for key in ids}
    return Library(sources, untitled=frozenset(ids), nameless=frozenset(ids))


@each("name", ["oscola-4", "oscola-5", "bluebook-21", "un-plain", "chicago-notes-bibliography"])
def test_a_gap_stands_in_each_note_and_in_the_list(name: str) -> None:
    blocks = (
        paragraph("A", citation("a")),
        paragraph("B", citation("b")),
        paragraph("C", citation(item("a", "page", "3"))),
    )
    found = cited(*blocks, listed("a"), listed("b"), library=library("a", "b"), name=name)
    gaps = [one for one in inlines_in_order(found.document.blocks) if isinstance(one, Gap)]

    assert gaps == [Gap(GAP, origin=Origin(f"sources/{key}")) for key in ("a", "b", "a", "a", "b")]
    assert note_texts(found)[0] == f"1 [{GAP}]."


def test_a_filing_that_cites_one_is_refused_with_its_place(tmp_path: Path) -> None:
    files = {
        "sources": f"{SOURCES}- {{id: nothing, type: webpage, held: held}}\n",
        "allegations": ALLEGATIONS.replace("[@report, p. 7]", "[@report, p. 7; @nothing]"),
    }
    case = write_case(tmp_path, **files)
    found = build(case).found("reference-without-target")

    assert found.severity is Severity.ERROR
    assert found.record == "sources/nothing"
    assert GAP in found.message
    assert found.span is not None
    assert (found.span.path, found.span.line) == ("harbour/sources.yaml", 3)
    session = open_case(case, "harbour", workspace())
    (filing, *_) = plan(session, workspace())
    final = [one for made in make(session, workspace(), filing, ["html"], final=True) for one in made.diagnostics]
    assert "reference-without-target" in {one.name for one in final if one.refuses}


def test_one_with_an_address_is_described_and_is_no_gap(tmp_path: Path) -> None:
    files = {
        "sources": f"{SOURCES}- {{id: nothing, type: webpage, url: 'https://example.org/a', held: held}}\n",
        "allegations": ALLEGATIONS.replace("[@report, p. 7]", "[@report, p. 7; @nothing]"),
    }
    names = {one.name for one in build(write_case(tmp_path, **files)).findings}

    assert "reference-without-target" not in names
