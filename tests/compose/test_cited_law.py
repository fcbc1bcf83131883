"""Law and documents of the United Nations that are sources are cited as authorities."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.citation.cases import citation, cite, item, note_texts, paragraph, style
from tests.each import each
from tests.pictures.records import graph_of

from probata.citation import Cited, Library, load_words
from probata.citation.legal_writer import LegalWriter
from probata.citation.style_file import load_legal_style
from probata.compose.cited_authority import cited_authority
from probata.compose.library import build_library
from probata.compose.passes.lists import list_authorities
from probata.document.anchors import TABLE_OF_AUTHORITIES
from probata.document.blocks import Block, Paragraph
from probata.document.tree import Document, Meta
from probata.document.walk import plain_text
from probata.law import load_catalogue
from probata.messages import load_wording
from probata.model.authority import Authority

DECREE: dict[str, Any] = {
    "id": "decree",
    "type": "legislation",
    "title": "Дарован 41",
    "translated_title": "Decree 41 on appointments",
    "number": "Decree 41",
    "container_title": "State Gazette",
    "issue": "17",
    "issued": "2021-01-28",
    "page": "1-3",
    "url": "https://gazette.example/2021/17",
    "language": "qaa-Cyrl",
    "country": "Kelvandra",
    "held": "held",
}
DIRECTIVE: dict[str, Any] = {
    "id": "directive",
    "kind": "statute",
    "name": "Directive 17 of the Council",
    "short": "Directive 17",
    "number": "Directive 17",
    "date": "2021-11-18",
    "source": "printed",
}
PRINTED = {**DECREE, "id": "printed", "title": "Вет 17", "translated_title": "Directive 17", "issue": "212"}
HART: dict[str, Any] = {
    "id": "hart",
    "type": "book",
    "title": "The Concept of Law",
    "author": ["H Hart"],
    "held": "held",
}
LIST = Paragraph((), id="exhibit-js-3")


def library(*sources: dict[str, Any], language: str = "en-GB", **kinds: Any) -> Library:
    graph = graph_of(sources=[HART, *sources], **kinds)
    return build_library(graph, replace(load_catalogue(), instruments={}), load_wording(language))


def written(known: Library, *blocks: Block, name: str = "oscola-4", language: str = "en") -> Cited:
    document = Document(Meta("Test", language=language), blocks)
    return cite(document, known, style(name, language=language), load_words(language))


@each(
    ("name", "first", "later"),
    [
        ("oscola-4", "{qaa-Cyrl: Дарован 41} [Decree 41 on appointments], State Gazette No 17, "
         "28 January 2021 (Kelvandra) 2.",
         "Decree 41 (n #1) 3."),
        ("oscola-5", "{qaa-Cyrl: Дарован 41} [Decree 41 on appointments], State Gazette No 17, "
         "28 January 2021 (Kelvandra) 2.",
         "Decree 41 (n #1) 3."),
        ("bluebook-21", "{qaa-Cyrl: Дарован 41} [Decree 41 on appointments], State Gazette, No. 17, "
         "Jan. 28, 2021, at 2 (Kelvandra), "
         "https://gazette.example/2021/17.", "Decree 41 at 3."),
        ("un-plain", "Decree 41 on appointments ({qaa-Cyrl: Дарован 41}), State Gazette, No. 17, "
         "28 January 2021 (Kelvandra), p. 2.",
         "Decree 41, p. 3."),
    ],
)  # fmt: skip
def test_every_style_names_the_law_and_its_gazette_and_calls_it_by_its_number_later(
    name: str, first: str, later: str
) -> None:
    notes = [citation(item("decree", "page", "2")), citation("hart"), citation(item("decree", "page", "3"))]
    found = note_texts(written(library(DECREE), *(paragraph("A", one) for one in notes), name=name))
    assert found[0] == f"1 {first}"
    assert found[2] == f"3 {later}"


def test_in_french_and_spanish_the_issue_has_their_word() -> None:
    for language, words in (
        ("fr", "State Gazette nº 17, 28 janvier 2021"),
        ("es", "State Gazette núm. 17, 28 de enero de 2021"),
    ):
        (note,) = note_texts(
            written(library(DECREE, language=language), paragraph("A", citation("decree")), language=language)
        )
        assert words in note


def test_a_law_that_is_exhibited_on_file_or_known_through_another_says_so_once() -> None:
    exhibited = library(DECREE, exhibits=[{"id": "e", "mark": "JS/3", "description": "copy", "source": "decree"}])
    blocks = [
        paragraph("A", citation(item("decree", "page", "2"))),
        paragraph("B", citation("hart")),
        paragraph("C", citation("decree")),
    ]
    first, _, later = note_texts(written(exhibited, *blocks, LIST))
    assert first.endswith("(Kelvandra) 2 (exhibit JS/3).")
    assert later == "3 Decree 41 (n #1)."
    first, _, later = note_texts(written(library({**DECREE, "held": "on_file"}), *blocks))
    assert first.endswith("(Kelvandra) 2 (on file with the author).")
    assert "file" not in later
    through = library({**DECREE, "held": "cited_in", "cited_in": "hart, p. 9"})
    first, _, later = note_texts(written(through, *blocks))
    assert first.endswith("(Kelvandra) 2, cited in H Hart, _The Concept of Law_, p 9.")
    assert later == "3 Decree 41 (n #1), cited in H Hart (n #1) 9."


def test_the_table_of_authorities_has_it_under_legislation_and_the_law_once_with_what_it_prints() -> None:
    known = library(DECREE, PRINTED, authorities=[DIRECTIVE])
    cites = [paragraph("A", citation(key)) for key in ("decree", "printed", "directive")]
    wanted = Paragraph((), id=TABLE_OF_AUTHORITIES)
    blocks = list_authorities((*cites, wanted), known, ("legislation",), load_wording("en-GB"))
    texts = [
        plain_text(block.inlines)
        for block in written(known, *blocks).document.blocks[3:]
        if isinstance(block, Paragraph)
    ]
    assert texts[0] == "Legislation"
    assert len(texts) == 3
    assert sum("Decree 41" in text for text in texts) == 1
    assert sum("Directive 17 of the Council" in text for text in texts) == 1


def test_a_source_and_the_authority_that_it_prints_are_cited_as_one_work() -> None:
    known = library(PRINTED, authorities=[DIRECTIVE])
    blocks = [
        paragraph("A", citation(item("printed", "page", "9"))),
        paragraph("B", citation("hart")),
        paragraph("C", citation(item("directive", "clause", "7"))),
        paragraph("D", citation(item("printed", "clause", "7"))),
    ]
    found = note_texts(written(known, *blocks))
    assert found[0] == (
        "1 {qaa-Cyrl: Вет 17} [Directive 17 of the Council] of 18 November 2021, "
        "State Gazette No 212, 28 January 2021 (Kelvandra) 9."
    )
    assert found[2:] == ["3 Directive 17 (n #1) cl 7.", "4 ibid."]


def test_the_country_in_which_a_judgment_was_printed_is_not_the_state_that_it_concerns() -> None:
    opinion = {
        "id": "opinion",
        "kind": "decision",
        "form": "wgad_opinion",
        "name": "Ana Rill",
        "number": "98/2021",
        "source": "printed",
    }
    known = library(PRINTED, authorities=[opinion])
    assert "state" not in known.authorities["opinion"].texts
    assert known.work_of("printed") == "opinion"


def test_a_source_that_readers_are_not_shown_is_no_work_that_they_may_cite() -> None:
    known = library(authorities=[DIRECTIVE])
    assert not known.is_known("printed")
    assert "gazette" not in known.authorities["directive"].texts


PRISON: dict[str, Any] = {"id": "prison", "type": "legislation", "title": "Prison Act 1952", "held": "held"}


@each(
    ("name", "expected"),
    [
        ("oscola-4", "1 Prison Act 1952, s 3."),
        ("oscola-5", "1 Prison Act 1952, s 3."),
        ("bluebook-21", "1 Prison Act 1952, § 3 (UK)."),
        ("un-plain", "1 Prison Act 1952, sect. 3."),
    ],
)
@each(
    "recorded",
    [
        {"issued": "1952", "country": "United Kingdom"},
        {"issued": "1952-10-01", "country": "UK"},
        {"title": "Prison Act", "issued": "1952", "country": "England and Wales"},
        {"country": "GB"},
    ],
)
def test_an_act_of_the_united_kingdom_is_cited_as_such(name: str, expected: str, recorded: dict[str, str]) -> None:
    known = library({**PRISON, **recorded})
    shown = written(known, paragraph("A", citation(item("prison", "section", "3"))), name=name)
    assert note_texts(shown) == [expected]


@each("number", ["SI 1999/728", "1999/728", "S.I. 1999 No. 728"])
def test_rules_of_the_united_kingdom_with_a_number_are_a_statutory_instrument(number: str) -> None:
    rules = {**PRISON, "title": "Prison Rules 1999", "number": number, "issued": "1999", "country": "United Kingdom"}
    assert note_texts(written(library(rules), paragraph("A", citation("prison")))) == [
        "1 Prison Rules 1999, SI 1999/728."
    ]


@each(
    ("recorded", "expected"),
    [
        ({"issued": "1952"}, "1 Prison Act 1952 (Kelvandra)."),
        ({"issued": "1952-10-01"}, "1 Prison Act 1952, 1 October 1952 (Kelvandra)."),
        ({"issued": "1953"}, "1 Prison Act 1952, 1953 (Kelvandra)."),
        ({"issued": "1952", "container_title": "State Gazette", "issue": "4"},
         "1 Prison Act 1952, State Gazette No 4, 1952 (Kelvandra)."),
    ],
)  # fmt: skip
def test_a_year_that_the_title_of_a_law_tells_is_not_printed_again(recorded: dict[str, str], expected: str) -> None:
    known = library({**PRISON, "country": "Kelvandra", **recorded})
    assert note_texts(written(known, paragraph("A", citation("prison")))) == [expected]


WRITER = LegalWriter(load_legal_style("oscola-4"), load_words("en"))


def printed(**fields: Any) -> str:
    record = Authority.model_validate(
        {"id": "x", "kind": "un_report", "form": "un_document", "name": "Report"} | fields
    )
    return plain_text(WRITER.full(cited_authority(record)))


def test_a_date_is_printed_as_exactly_as_it_is_recorded() -> None:
    dates = ("2020-05-04", "2020-05", "2020", "~2020", "2019/2020")

    assert [printed(date=date, symbol="A/1") for date in dates] == [
        "‘Report’ (4 May 2020) UN Doc A/1",
        "‘Report’ (May 2020) UN Doc A/1",
        "‘Report’ (2020) UN Doc A/1",
        "‘Report’ (c 2020) UN Doc A/1",
        "‘Report’ (2019–2020) UN Doc A/1",
    ]


def test_a_whole_citation_that_is_recorded_is_printed_as_it_stands() -> None:
    assert printed(citation="*Report* of 2020, p. 1", symbol="A/1") == "Report of 2020, p. 1"


REPORT: dict[str, Any] = {
    "id": "report",
    "type": "report",
    "title": "Enforced or involuntary disappearances",
    "author": ["Working Group on Enforced or Involuntary Disappearances"],
    "number": "A/HRC/45/13",
    "issued": "2020",
    "url": "https://undocs.example/A/HRC/45/13",
    "held": "held",
}


@each(
    ("name", "first", "later"),
    [
        # oscola-4 and -5: 2006, IV C, author, title, date, number; bluebook: 21.7.3; un-plain: A/66/203, note 18
        ("oscola-4", "1 Working Group on Enforced or Involuntary Disappearances, "
         "‘Enforced or involuntary disappearances’ (2020) UN Doc A/HRC/45/13, para 7.",
         "3 A/HRC/45/13 (n #1), para 9."),
        ("bluebook-21", "1 Working Group on Enforced or Involuntary Disappearances, "
         "_Enforced or involuntary disappearances_, ¶ 7, U.N. Doc. A/HRC/45/13 (2020).",
         "3 A/HRC/45/13, _supra_ note #1, ¶ 9."),
        ("un-plain", "1 Working Group on Enforced or Involuntary Disappearances, "
         "Enforced or involuntary disappearances (A/HRC/45/13, para. 7).",
         "3 Working Group on Enforced or Involuntary Disappearances, Enforced or involuntary disappearances "
         "(A/HRC/45/13, para. 9)."),
    ],
)  # fmt: skip
def test_a_source_with_a_symbol_is_cited_by_it(name: str, first: str, later: str) -> None:
    notes = [citation(item("report", "paragraph", "7")), citation("hart"), citation(item("report", "paragraph", "9"))]
    found = note_texts(written(library(REPORT), *(paragraph("A", one) for one in notes), name=name))
    assert [_plain(found[0]), _plain(found[2])] == [first, later]


@each(
    ("name", "title"),
    [
        ("oscola-4", "‘{zh: 关于失踪的报告} [Report on disappearances]’ (2020)"),
        ("bluebook-21", "_{zh: 关于失踪的报告} [Report on disappearances]_,"),
        ("un-plain", "{zh: 关于失踪的报告} [Report on disappearances] ("),
    ],
)
def test_a_title_in_another_script_keeps_it_with_its_translation_in_brackets(name: str, title: str) -> None:
    report = {**REPORT, "title": "关于失踪的报告", "translated_title": "Report on disappearances", "language": "zh"}
    (note,) = note_texts(written(library(report), paragraph("A", citation("report")), name=name))
    assert title in note


def _plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


@each(
    "symbol",
    [
        "S/2019/42",
        "A/66/203",
        "CAT/C/GC/2",
        "E/CN.4/2006/56",
        "A/HRC/WGEID/125/1",
        "A/1775",
        "S/25274",
        "S/25704/Add.1",
    ],
)
def test_symbols_of_organs_and_treaty_bodies_are_known(symbol: str) -> None:
    assert "report" in library({**REPORT, "number": symbol}).authorities


@each(
    "other",
    [
        {"number": "A-45/13"},
        {"number": "A/B"},
        {"number": "A/2019/17"},
        {"number": "CAT 12"},
        {"number": ""},
        {"type": "article-journal"},
        {"title": "", "url": "https://undocs.example/A/HRC/45/13"},
    ],
)
def test_a_number_of_another_series_or_a_work_of_another_kind_is_left_to_the_csl_style(other: dict[str, str]) -> None:
    known = library({key: value for key, value in {**REPORT, **other}.items() if value})
    assert "report" in known.sources
    assert "report" not in known.authorities


@each(
    ("title", "printed"),
    [
        ("Enforced disappearances (A/HRC/45/13)", "Enforced disappearances"),
        ("Enforced disappearances, UN Doc. A/HRC/45/13", "Enforced disappearances"),
        ("Enforced disappearances : A/HRC/45/13.", "Enforced disappearances"),
        ("A/HRC/45/13 - Enforced disappearances", "Enforced disappearances"),
        ("Enforced disappearances [U.N. Doc. A/HRC/45/13]: report", "Enforced disappearances: report"),
        ("Follow-up to A/HRC/45/13 in 2021", "Follow-up to A/HRC/45/13 in 2021"),
        ("Corrigendum to A/HRC/45/13/Corr.1", "Corrigendum to A/HRC/45/13/Corr.1"),
        ("Annex (A/HRC/45/13/Add.2)", "Annex (A/HRC/45/13/Add.2)"),
        ("A/HRC/45/13", "A/HRC/45/13"),
    ],
)
def test_a_symbol_in_the_title_is_not_printed_twice(title: str, printed: str) -> None:
    (note,) = note_texts(written(library(REPORT | {"title": title}), paragraph("A", citation(item("report")))))
    assert f"‘{printed}’ (2020) UN Doc A/HRC/45/13." in _plain(note)
