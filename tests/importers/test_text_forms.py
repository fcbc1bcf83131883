"""CSL-JSON, BibTeX, RIS and EndNote: works with their lines, and what their readers leave out, by name."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from tests.each import each
from tests.importers.works import read, refusal

from probata.citation.program import find_program
from probata.diagnostics import Span
from probata.importers.bibtex import read_bibtex
from probata.importers.foreign import MAX_BYTES, CannotImportError
from probata.importers.to_csl import bibtex_text
from probata.importers.to_source import converted
from probata.model.source_record import Source

RIS = """\
TY  - NEWS
ID  - k1
AU  - Doe, Jane, Jr.
A1  - Ministry of Truth
TI  - A title
 that goes on
PY  - 2019
DA  - 2019/03/05/
Y2  - 2024/03/05/
SP  - 3
EP  - 9
M1  - what
ER  -

TY  - XYZ
TI  - Second
PY  - 2019///winter
ER  -
"""
BIB = r"""
@string{w = "Watch"}
@report{who:1, title = "The Great {R}eport of Human Rights " # w # ": of \'Etat",
  author = "{Human Rights Watch} and de la Cruz, Juan and others", year=2020, month = mar, file={report.pdf}}

@book{old, title={One}, year={c. 1999}}
@book{odd, title={Two}, year={in press}}
@misc{page, title={Page}, howpublished={\url{https://e.example/x}}}
"""
ENDNOTE = """\
<?xml version="1.0" encoding="UTF-8"?>
<xml><records><record><rec-number>5</rec-number><ref-type name="Web Page">12</ref-type>
<contributors><authors><author><style face="normal">Doe, Jane</style></author></authors>
<secondary-authors><author>Office of X</author></secondary-authors></contributors>
<titles><title><style face="italic">A</style><style> title</style></title></titles>
<dates><year>2019</year><pub-dates><date>5 March</date></pub-dates></dates>
<electronic-resource-num>10.1/x</electronic-resource-num><access-date>2020-01-02</access-date>
<custom1>c</custom1></record></records></xml>
"""


def test_works_of_csl_json_know_their_lines(tmp_path: Path) -> None:
    found = read(tmp_path, "a.json", '[\n {"id": 1, "title": "A"},\n\n {"id": "b"}, 5]')

    assert [(work.span.line, dict(work.item)) for work in found.works] == [
        (2, {"id": 1, "title": "A"}),
        (4, {"id": "b"}),
        (4, {}),
    ]


@each("text", ['{"items": [{"title": "A"}]}', '{"title": "A"}', '\ufeff[{"title": "A"}]', "[]"])
def test_other_shapes_of_csl_json_are_read(tmp_path: Path, text: str) -> None:
    assert [work.item for work in read(tmp_path, "a.json", text).works] == ([{"title": "A"}] if "A" in text else [])


@each(
    ("text", "name", "line"),
    [
        ('[\n{"id": "a"}', "broken-json", 2),
        ('[\n{"id": "a"},]', "broken-json", 2),
        ('[{"id": "a"}] x', "broken-json", 1),
        ('[{"id": NaN}]', "broken-json", 1),
        ('[{"id": ' + "9" * 5000 + "}]", "broken-json", 1),
        ("[" * 100_000, "too-deep", 1),
        ('[\n{"title": "A", "title": "B"}]', "name-twice", 2),
        ('"words"', "no-works", 1),
        ('{"a": 1}', "no-works", 1),
        ("", "import-empty", 1),
        ('[{"title": "A\ue001"}]', "unprintable-character", 1),
        ('[\n{"title": "A\u202e"}]', "unprintable-character", 2),
    ],
)
def test_what_is_no_csl_json_is_refused_as_a_whole_with_its_line(
    tmp_path: Path, text: str, name: str, line: int
) -> None:
    found, span = refusal(tmp_path, "a.json", text)

    assert (found, span.line if span else 0) == (name, line)


def test_a_file_of_another_form_than_its_name_says_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path, "a.json", b"PK\x03\x04xx")[0] == "other-form"
    assert refusal(tmp_path, "a.ris", "words")[0] == "broken-ris"
    assert refusal(tmp_path, "a.bib", "words")[0] == "no-works"
    assert refusal(tmp_path, "a.xml", "words")[0] == "broken-xml"
    assert refusal(tmp_path, "a.xml", "<a/>")[0] == "no-works"
    assert refusal(tmp_path, "a.txt", "words")[0] == "form-unknown"
    assert refusal(tmp_path, "a.json", "é".encode("latin-1"))[0] == "unreadable-encoding"
    assert refusal(tmp_path, "a.json", b" " * (MAX_BYTES + 1))[0] == "import-too-large"


def test_ris_keeps_days_names_and_pages_and_names_its_other_tags(tmp_path: Path) -> None:
    first, second = read(tmp_path, "a.ris", RIS).works
    made = converted(first)

    assert made.fields == {
        "type": "article-newspaper",
        "title": "A title that goes on",
        "author": [{"family": "Doe Jr.", "given": "Jane"}, "Ministry of Truth"],
        "page": "3-9",
        "issued": "2019-03-05",
        "accessed": "2024-03-05",
    }
    assert (made.wanted, made.unheld) == (("k1",), ["M1"])
    assert second.span == Span("a.ris", 15)
    assert second.remarks == ("`issued`: `winter` is left out of `2019`",)


CUT = "TY  - RPRT\nTI  - Whole\nER  - \n\nTY  - RPRT\nTI  - Half done\nPY  - 20"


@each("text", [CUT, CUT + "\n\n", CUT + "\nE", CUT + "\nER"])
def test_a_ris_file_that_is_cut_off_is_refused_with_the_line_of_its_last_work(tmp_path: Path, text: str) -> None:
    name, span = refusal(tmp_path, "a.ris", text)

    assert (name, span.line if span else 0) == ("broken-ris", 5)


@each("end", ["ER  -", "ER  - ", "ER - \r\n", "ER  - \n\n"])
def test_a_ris_file_is_whole_however_its_last_line_is_ended(tmp_path: Path, end: str) -> None:
    works = read(tmp_path, "a.ris", f"{CUT}19\n{end}").works

    assert [(work.item["title"], work.span.line) for work in works] == [("Whole", 1), ("Half done", 5)]
    assert works[1].item["issued"] == {"raw": "2019"}


def test_bibtex_keeps_capitals_and_names_what_pandoc_leaves_out(tmp_path: Path) -> None:
    first, old, odd, page = (converted(work) for work in read(tmp_path, "a.bib", BIB).works)

    assert first.fields == {
        "type": "report",
        "title": "The Great Report of Human Rights Watch: of État",
        "author": ["Human Rights Watch", {"family": "de la Cruz", "given": "Juan"}],
        "issued": "2020-03",
    }
    assert first.remarks == ["`author`: `and others` is not kept"]
    assert "file" in first.unheld
    assert old.fields["issued"] == "~1999"
    assert odd.remarks == ["`year`: `in press` is not understood as a date"]
    assert page.fields["url"] == "https://e.example/x"


CAPITALS = r"""
@book{a, title={The \emph{Shoah} in Poland}, subtitle={A Tale of {\.I}zmir}, series={Studies of Kenya}}
@book{b, title={A \textbf{Report} on Iran and {NATO}}, langid={english}}
@inproceedings{c, title={Stra{\ss}e in Denmark \& Norway}, hyphenation = "british",
  booktitle={Proceedings of the Conference on Torture in Rome}}
@book{d, title={See \href{https://e.example/X}{the Law} in Chile}, langid={french}}
@comment{@book{no, title={Not This}}}
@book{e, title="Human Rights " # {in İzmir} , eventtitle={The Hearing of Kelvandra}}
"""


@each("locale", ["C", "de_DE.UTF-8"])
def test_titles_of_bibtex_keep_every_capital_whatever_marks_stand_in_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, locale: str
) -> None:
    monkeypatch.setenv("LANG", locale)
    made = [converted(work) for work in read(tmp_path, "a.bib", CAPITALS).works]

    assert [work.fields.get("title") for work in made] == [
        "The Shoah in Poland: A Tale of İzmir",
        "A Report on Iran and NATO",
        "Straße in Denmark & Norway",
        "See the Law in Chile",
        "Human Rights in İzmir",
    ]
    assert made[0].fields["collection_title"] == "Studies of Kenya"
    assert made[2].fields["container_title"] == "Proceedings of the Conference on Torture in Rome"
    assert made[4].fields["event_title"] == "The Hearing of Kelvandra"
    assert [work.fields.get("language") for work in made] == [None, "en-US", "en-GB", "fr-FR", None]
    assert [work.remarks for work in made] == [[]] * 5


@pytest.mark.skipif(os.name == "nt", reason="the program is a script of a shell")
def test_titles_whose_capitals_cannot_be_had_are_told(tmp_path: Path) -> None:
    program = tmp_path / "pandoc"
    program.write_text(f'#!/bin/sh\ntext=$(cat)\ncase "$text" in *langid*) exit 1;; esac\n'
                       f'printf "%s" "$text" | "{find_program()}" "$@"\n', encoding="utf-8")  # fmt: skip
    program.chmod(0o755)

    work = read_bibtex("@book{a, title={The Law of Chile}, year={2001}}", "a.bib", program, biblatex=True)[0]

    assert work.item["title"] == "The law of chile"
    assert work.remarks == ("`title`: capitals may be others than in the file",)


def test_broken_bibtex_is_refused_with_the_line_that_pandoc_names(tmp_path: Path) -> None:
    name, span = refusal(tmp_path, "a.bib", "@book{a,\n title={x} y={z}}\n")

    assert (name, span.line if span else 0) == ("broken-bibtex", 2)


def test_bibtex_reads_no_other_file(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("hidden", encoding="utf-8")
    found = read(tmp_path, "a.bib", rf"@book{{a, title={{x \input{{{tmp_path}/secret}}}}}}")

    assert "hidden" not in json.dumps([dict(work.item) for work in found.works])


@pytest.mark.skipif(os.name == "nt", reason="the program is a script of a shell")
def test_a_missing_or_killed_pandoc_is_told_with_the_file(tmp_path: Path) -> None:
    program = tmp_path / "pandoc"
    program.write_text("#!/bin/sh\nkill -9 $$\n", encoding="utf-8")
    program.chmod(0o755)

    for found in (None, program, tmp_path / "nowhere"):
        with pytest.raises(CannotImportError) as refused:
            read_bibtex(BIB, "a.bib", found, biblatex=True)
        assert refused.value.diagnostic.name == "bibtex-not-read"
        assert refused.value.diagnostic.span == Span("a.bib")


def test_endnote_keeps_dois_editors_and_days_and_names_its_other_elements(tmp_path: Path) -> None:
    made = converted(read(tmp_path, "a.xml", ENDNOTE).works[0])

    assert made.fields == {
        "type": "webpage",
        "title": "A title",
        "author": [{"family": "Doe", "given": "Jane"}],
        "editor": ["Office of X"],
        "issued": "2019-03-05",
        "accessed": "2020-01-02",
        "doi": "10.1/x",
    }
    assert made.unheld == ["custom1"]


@each("kind", ["book", "collection"])
@each("first", ["chapter", "book"])
def test_a_chapter_of_bibtex_has_the_book_that_it_refers_to(tmp_path: Path, kind: str, first: str) -> None:
    chapter = "@incollection{water, author={Lee, Ann}, title={Water}, crossref={Doe}, pages={2--5}}\n"
    book = f"@{kind}{{doe, editor={{Doe, Jane}}, title={{The {{Prison}} Book of Rome}}, year=2016}}\n"
    works = read(tmp_path, "a.bib", chapter + book if first == "chapter" else book + chapter).works

    (made,) = [converted(one) for one in works if one.item["id"] == "water"]
    assert made.fields["container_title"] == "The Prison Book of Rome"


@each("form", ["bibtex", "biblatex"])
@each(("kind", "sort"), [("thesis", "Master’s thesis"), ("thesis", "PhD thesis"), ("report", "Letter & map")])
def test_the_sort_of_a_report_or_thesis_goes_out_as_bibtex_and_comes_back(form: str, kind: str, sort: str) -> None:
    source = Source.model_validate({"id": "a", "type": kind, "title": "Cells", "genre": sort, "issued": "2014"})
    written = bibtex_text([source], find_program(), form)
    (work,) = read_bibtex(written, "a.bib", find_program(), biblatex=form == "biblatex")

    assert work.item["type"] == kind
    assert work.item["genre"] == sort


def test_xml_with_entities_or_a_document_type_is_refused(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><xml><records><record>&b;</record></records></xml>'

    assert refusal(tmp_path, "a.xml", bomb)[0] == "document-type"


SHORT_RIS = "TY  - JOUR\nTI  - Doors\nJF  - Harvard Law Review\nJ2  - Harv. L. Rev.\nER  - \n"
SHORT_BIB = "@article{a, title={Doors}, journaltitle={Harvard Law Review}, shortjournal={Harv. L. Rev.}}\n"
SHORT_CSL = (
    '[{"id": "a", "type": "article-journal", "title": "Doors", "container-title": "Harvard Law Review", '
    '"journalAbbreviation": "Harv. L. Rev."}]'
)
SHORT_ENDNOTE = (
    '<xml><records><record><ref-type name="Journal Article">17</ref-type><titles><title>Doors</title></titles>'
    "<periodical><full-title>Harvard Law Review</full-title><abbr-1>Harv. L. Rev.</abbr-1></periodical>"
    "</record></records></xml>"
)


@each(
    ("name", "text"),
    [("a.ris", SHORT_RIS), ("a.bib", SHORT_BIB), ("a.json", SHORT_CSL), ("a.xml", SHORT_ENDNOTE)],
)
def test_the_abbreviation_of_a_journal_is_kept(name: str, text: str, tmp_path: Path) -> None:
    made = converted(read(tmp_path, name, text).works[0])

    assert made.fields["container_title"] == "Harvard Law Review"
    assert made.fields["container_title_short"] == "Harv. L. Rev."
    assert made.unheld == []


@each("form", ["bibtex", "biblatex"])
def test_the_abbreviation_of_a_journal_goes_out_as_bibtex_and_comes_back(form: str) -> None:
    journal = "Harvard Law & {Review} of a name that is so long that no line of a file would hold it whole"
    source = {"id": "a", "type": "article-journal", "title": "Doors", "container_title": journal}
    program = find_program()
    text = bibtex_text([Source.model_validate(source | {"container_title_short": "Harv. L. & R."})], program, form)
    (work,) = read_bibtex(text, "a.bib", program, biblatex=form == "biblatex")

    assert converted(work).fields["container_title"] == journal
    assert converted(work).fields["container_title_short"] == "Harv. L. & R."


@each(
    ("name", "text"),
    [
        ("a.ris", "TY  - RPRT\nTI  - A\nAU  - United Nations,\nER  - \n"),
        (
            "a.xml",
            '<xml><records><record><ref-type name="Report">27</ref-type><contributors><authors><author>United Nations,'
            "</author></authors></contributors><titles><title>A</title></titles></record></records></xml>",
        ),
    ],
)
def test_an_organisation_with_a_comma_behind_it_has_none_in_the_record(tmp_path: Path, name: str, text: str) -> None:
    (work,) = read(tmp_path, name, text).works
    assert converted(work).fields["author"] == ["United Nations"]


def test_a_date_of_bibtex_that_is_not_certain_is_told(tmp_path: Path) -> None:
    (work,) = read(tmp_path, "a.bib", "@online{a, title={A}, url={https://e.example/x}, date={2021-05?}}").works
    assert converted(work).fields["issued"] == "2021-05"
    assert converted(work).remarks == ["`date`: that `2021-05?` is not certain is not kept"]


def test_a_body_is_no_surname_and_a_semicolon_divides_names_in_bibtex(tmp_path: Path) -> None:
    text = (
        "@report{a, author={Ministry of Interior of Ostara}, title={A}, year=2020}\n"
        "@report{b, author={Smith, John; Roe, Ann}, title={B}, year=2020}\n"
        "@report{c, author={Human Rights Watch}, title={On the Rules of Ostara}, year=2020}\n"
        "@report{d, author={{Office of Peace; North}}, title={D}, year=2020}\n"
    )
    body, both, watch, braced = (converted(work) for work in read(tmp_path, "a.bib", text).works)

    assert (body.fields["author"], body.bodies) == (
        ["Ministry of Interior of Ostara"],
        ["Ministry of Interior of Ostara"],
    )
    assert both.fields["author"] == [{"family": "Smith", "given": "John"}, {"family": "Roe", "given": "Ann"}]
    assert both.remarks == ["`author`: `Smith, John; Roe, Ann` is read as 2 names"]
    assert watch.fields["title"] == "On the Rules of Ostara"
    assert (watch.persons, watch.bodies, watch.remarks) == (["Watch, Human Rights"], [], [])
    assert braced.fields["author"] == ["Office of Peace", "North"]
    assert braced.remarks == ["`author`: `Office of Peace; North` is read as 2 names: `Office of Peace`; `North`"]
