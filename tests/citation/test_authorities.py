"""Authorities of every kind in every style, in full and later, however their records are worded."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from tests.citation.cases import citation, cite, cited, free_note, item, note_texts, paragraph
from tests.citation.golden_tables import golden_library
from tests.each import each

from probata.citation import Authority, Library, load_style, load_words
from probata.citation.authority import cited_forms
from probata.citation.legal_values import as_at_home, name_as_at_home
from probata.citation.legal_writer import LegalWriter
from probata.citation.style import Style
from probata.citation.style_file import first_fault, load_legal_style, merged, style_names
from probata.document.inlines import NoteRef, Pinpoint, Text
from probata.document.tree import Document, Meta
from probata.document.walk import plain_text

DATES = {"date", "adopted", "opened", "in_force"}
PUBLISHED = {"series": "UNTS", "series_year": "1999", "volume": "7", "page": "171"}
DOUBLED = re.compile(r"[,;:]\s*[,;:.]|  |\(\s*\)|\[\s*\]|\s[,;.)\]]|‘’|[([]\s|\.\.")
EVERY = [(style, kind) for style in style_names() for kind in cited_forms()]


def authority(kind: str, *, whole: bool) -> Authority:
    form = cited_forms()[kind]
    known = form.fields if whole else {*form.needs, *(form.needs_one_of[0] if form.needs_one_of else ())}
    texts = {key: f"X{key.replace('_', '')}" for key in known - DATES - {"published_in"}}
    texts |= PUBLISHED if "published_in" in known else {}
    return Authority(
        kind,
        {key: (Text(text),) for key, text in texts.items()},
        {key: (1999, 5, number) for number, key in enumerate(sorted(known & DATES), start=1)},
    )


@each("place", [None, Pinpoint("paragraph", "3"), Pinpoint("page", "4-6"), Pinpoint("article", "5")])
@each("whole", [False, True])
@each(("style", "kind"), EVERY)
def test_an_authority_is_written_without_empty_or_doubled_marks(
    style: str, kind: str, whole: bool, place: Pinpoint | None
) -> None:
    writer = LegalWriter(load_legal_style(style), load_words("en"))
    found = authority(kind, whole=whole)
    written = [
        writer.full(found, place),
        writer.full(found, place, is_named=True),
        writer.later(found, NoteRef("n", 4), place),
        writer.ibid(found, place, starts=True),
    ]
    assert plain_text(written[0]).strip()
    assert plain_text(written[1]).strip()
    for text in map(plain_text, written):
        assert not DOUBLED.search(text), text
        assert text == text.strip()
        assert not text.startswith((",", ";", "."))
        assert not text.endswith((",", ";"))


@each("style", style_names())
def test_a_style_names_only_fields_that_its_forms_know(style: str) -> None:
    assert not first_fault(merged(style))


PLACE = "771"


def notes(style: str, kind: str, *, without: frozenset[str] = frozenset()) -> tuple[str, str]:
    """Give a first note and a later one, each with a place."""
    whole = authority(kind, whole=True)
    known = replace(whole, texts={key: text for key, text in whole.texts.items() if key not in without})
    place = citation(item("a", "paragraph", PLACE))
    blocks = (paragraph("A", place), paragraph("B", free_note("x")), paragraph("C", place))
    first, _, later = note_texts(cited(*blocks, library=Library(authorities={"a": known}), name=style))
    return first.removeprefix("1 "), later.removeprefix("3 ")


def told(known: Authority) -> set[str]:
    return {plain_text(text) for text in known.texts.values()}


@each(("style", "kind"), EVERY)
def test_a_later_note_names_the_authority_and_its_place_and_is_no_longer_than_the_first(style: str, kind: str) -> None:
    first, later = notes(style, kind)
    assert first.count(PLACE) == later.count(PLACE) == 1
    assert any(text in later for text in told(authority(kind, whole=True)))
    assert len(later) <= len(first)
    assert set(re.findall(r"#(\d+)", later)) <= {"1"}
    assert "#" not in first


@each(("style", "kind"), EVERY)
def test_an_abbreviation_that_is_declared_is_what_later_notes_say(style: str, kind: str) -> None:
    first, later = notes(style, kind)
    assert ("Xabbreviation" in first) <= later.startswith("Xabbreviation")
    assert ("Xabbreviation" in later) <= ("Xabbreviation" in first)


@each(("style", "kind"), EVERY)
def test_without_abbreviation_and_short_title_a_later_note_names_it_all_the_same(style: str, kind: str) -> None:
    _, later = notes(style, kind, without=frozenset({"abbreviation", "short"}))
    assert any(text in later for text in told(authority(kind, whole=True)) - {"Xabbreviation", "Xshort"})
    assert later.count(PLACE) == 1


BLUEBOOK, OSCOLA, PLAIN = (load_legal_style(name) for name in ("bluebook-21", "oscola-4", "un-plain"))
SERIES = (
    ("U.S.", "US"), ("S. Ct.", "S Ct"), ("L. Ed. 2d", "L Ed 2d"), ("F.2d", "F 2d"), ("F.4th", "F 4th"),
    ("F. Supp.", "F Supp"), ("F. Supp. 2d", "F Supp 2d"), ("A.2d", "A 2d"), ("N.E.2d", "NE 2d"), ("So. 2d", "So 2d"),
    ("N.Y.2d", "NY 2d"), ("N.Y.S.2d", "NYS 2d"), ("Cal. App. 4th", "Cal App 4th"), ("Fed. Reg.", "Fed Reg"),
)  # fmt: skip
COURTS = (
    ("2d Cir.", "2d Cir"), ("7th Cir.", "7th Cir"), ("D.C. Cir.", "DC Cir"), ("S.D.N.Y.", "SDNY"),
    ("D. Mass.", "D Mass"), ("D.D.C.", "DDC"), ("N.D. Cal.", "ND Cal"), ("S.D.W. Va.", "SDW Va"), ("Colo.", "Colo"),
    ("N.J. Super. Ct. App. Div.", "NJ Super Ct App Div"),
)  # fmt: skip
PAIRS = (*(("series", *pair) for pair in SERIES), *(("court", *pair) for pair in COURTS), ("code", "U.S.C.", "USC"))


@each(("field", "with_stops", "bare"), PAIRS)
def test_a_style_has_its_own_stops_whichever_way_it_is_recorded(field: str, with_stops: str, bare: str) -> None:
    for recorded in (with_stops, bare):
        assert as_at_home(recorded, field, "us", BLUEBOOK) == with_stops
        assert as_at_home(recorded, field, "us", PLAIN) == with_stops
        assert as_at_home(recorded, field, "us", OSCOLA) == bare


@each(
    ("series", "court", "name", "printed"),
    [
        ("US", "US", "oscola-4", "113 (1973)"),
        ("U.S.", "Supreme Court of the United States", "bluebook-21", "113 (1973)"),
        ("S. Ct.", "U.S.", "bluebook-21", "113 (1973)"),
        ("F.2d", "2d Cir.", "bluebook-21", "113 (2d Cir. 1973)"),
        ("F.2d", "2d Cir.", "oscola-5", "113 (2d Cir 1973)"),
    ],
)
def test_no_court_is_named_beside_reports_of_one_court_alone(series: str, court: str, name: str, printed: str) -> None:
    """Indigo R11 and OSCOLA 4, 2.8: `Roe v. Wade, 410 U.S. 113 (1973)`."""
    recorded = {"name": "Roe v Wade", "volume": "410", "series": series, "page": "113", "court": court}
    case = Authority("us_case", {key: (Text(text),) for key, text in recorded.items()}, {"date": (1973,)})
    (note,) = note_texts(cited(paragraph("A", citation("roe")), library=Library(authorities={"roe": case}), name=name))
    assert note.removesuffix(".").endswith(printed)


@each(
    ("with_stops", "bare"),
    [
        ("Georgia v Public.Resource.Org, Inc.", "Georgia v Public.Resource.Org, Inc"),
        ("Smith Bros. & Co. v Ames Corp.", "Smith Bros & Co v Ames Corp"),
        ("Acme Ltd. v Incorvaia", "Acme Ltd v Incorvaia"),
        ("Ag Co-op v Colorado", "Ag Co-op v Colorado"),
    ],
)
def test_the_words_for_companies_in_the_name_of_a_case_have_the_stops_of_the_style(with_stops: str, bare: str) -> None:
    for recorded in (with_stops, bare):
        assert name_as_at_home(recorded, "us", BLUEBOOK) == with_stops
        assert name_as_at_home(recorded, "us", OSCOLA) == bare
        assert name_as_at_home(recorded, "us", replace(BLUEBOOK, stops_at_home={})) == recorded


def test_a_case_of_another_country_keeps_the_words_of_its_name() -> None:
    cases = golden_library().authorities
    corr = replace(cases["corr"], texts={**cases["corr"].texts, "name": (Text("Corr v IBC Vehicles Ltd"),)})
    written = note_texts(cited(paragraph("A", citation("corr")), library=Library(authorities={"corr": corr}),
                               name="bluebook-21"))  # fmt: skip
    assert written[0].startswith("1 Corr v. IBC Vehicles Ltd [2008]")


def made(form: str, **texts: str) -> Authority:
    return Authority(form, {key: (Text(text),) for key, text in texts.items()}, {"date": (2020,)})


COMMENT = {"court": "CAT", "symbol": "UN Doc HRI/GEN/1"}
LIBRARY = Library(
    authorities={
        "app": made("echr_case", name="Liu v Poland", number="App no 12/34"),
        "application": made("echr_case", name="Liu v Poland", number="Application No. 12/34"),
        "apps": made("echr_case", name="Liu v Poland", number="Application nos. 12/34 and 35/36"),
        "union": made("eu_case", name="A v B", number="Case C-12/34"),
        "opinion": made("wgad_opinion", name="concerning X", number="Opinion No. 45/2020"),
        "letter": made("special_procedure_communication", number="communication AL CAN 3/2026"),
        "order": made("statutory_instrument", name="Order 2005", number="No 5"),
        "british": made("england_case", name="A v B", neutral_citation="2020 EWCA Civ 1"),
        "canadian": made("case", name="A v B", neutral_citation="2004 SCC 26"),
        "council": made("un_resolution", court="UNSC", number="1373 (2001)"),
        "council_2020": made("un_resolution", court="UNSC", number="1373 (2020)"),
        "comment": made("general_comment", number="No. 20", name="Prohibition of torture", **COMMENT),
        "comment_on": made("general_comment", number="20", name="on torture", **COMMENT),
        "law": made("foreign_law", name="Penal Law", native="Strafgesetz", state="Germany"),
    }
)


@each(
    ("style", "key", "expected"),
    [
        ("oscola-4", "app", "_Liu v Poland_ App no 12/34 (ECtHR, 2020)."),
        ("oscola-5", "application", "_Liu v Poland_ ECtHR App No 12/34 (2020)."),
        ("oscola-4", "apps", "_Liu v Poland_ App nos 12/34 and 35/36 (ECtHR, 2020)."),
        ("un-plain", "apps", "European Court of Human Rights, Liu v. Poland, Applications Nos. 12/34 and 35/36, 2020."),
        ("oscola-4", "union", "Case C-12/34 _A v B_ (2020)."),
        ("oscola-4", "opinion", "Working Group on Arbitrary Detention, ‘Opinion No 45/2020 concerning X’ (2020)."),
        ("un-plain", "opinion", "Opinion No. 45/2020, concerning X."),
        ("un-plain", "letter", "Communication AL CAN 3/2026, 2020."),
        ("oscola-4", "order", "Order 2005, No 5."),
        # the year of the number is not that of the date, 2020: both are recorded, and both are printed
        ("oscola-4", "council", "UNSC Res 1373 (2001) (2020)."),
        ("oscola-4", "council_2020", "UNSC Res 1373 (2020)."),
        ("bluebook-21", "council_2020", "S.C. Res. 1373 (2020)."),
        ("un-plain", "council_2020", "Security Council resolution 1373 (2020)."),
        ("oscola-4", "comment", "CAT, ‘General Comment No 20: Prohibition of torture’ (2020) UN Doc HRI/GEN/1."),
        ("un-plain", "comment", "CAT, general comment No. 20 (2020), Prohibition of torture."),
        ("un-plain", "comment_on", "CAT, general comment No. 20 (2020) on torture."),
    ],
)
def test_words_that_the_form_adds_are_printed_once(style: str, key: str, expected: str) -> None:
    result = cited(paragraph("A", citation(key)), library=LIBRARY, name=style)
    assert note_texts(result) == [f"1 {expected}"]


@each(("key", "expected"), [("british", "[2020] EWCA Civ 1"), ("canadian", "2004 SCC 26 (2020)")])
def test_the_year_of_a_british_neutral_citation_gets_its_brackets(key: str, expected: str) -> None:
    result = cited(paragraph("A", citation(key)), library=LIBRARY)
    assert note_texts(result) == [f"1 _A v B_ {expected}."]


def made_un(form: str, year: int = 2015, **texts: str) -> Authority:
    return Authority(form, {key: (Text(text),) for key, text in texts.items()}, {"date": (year,)})


RULES = "United Nations Standard Minimum Rules for the Treatment of Prisoners"
LIBRARY_UN = Library(
    authorities={
        "report": made_un("un_document", name="Report on X", symbol="A/HRC/45/13", court="Human Rights Council"),
        "short": made_un("un_document", name="Report on X", symbol="A/HRC/45/13", short="X Report"),
        "special": made_un("special_procedure_report", name="Report on Y", symbol="A/HRC/45/14"),
        "observations": made_un("concluding_observations", name="Observations on Z", symbol="CAT/C/Z/CO/1"),
        "allegation": made_un("general_allegation", name="General allegation on Z", symbol="A/HRC/WGEID/1"),
        "bare": made_un("general_allegation", name="General allegation on Z"),
        "rules": made_un("un_resolution", name=RULES, court="General Assembly", number="70/175"),
        "mandela": made_un("un_resolution", name=RULES, court="UNGA", number="70/175", short="Nelson Mandela Rules"),
        "council": made_un("un_resolution", 2001, court="UN Security Council", number="1373"),
        "rights": made_un("un_resolution", court="United Nations Human Rights Council", number="16/16"),
    }
)


@each(
    ("style", "key", "expected"),
    [
        ("oscola-4", "report", "A/HRC/45/13 (n #1), para 20."),
        ("oscola-5", "report", "A/HRC/45/13 (n #1), para 20."),
        ("oscola-5", "short", "X Report (n #1), para 20."),
        ("oscola-5", "special", "A/HRC/45/14 (n #1), para 20."),
        ("oscola-5", "observations", "CAT/C/Z/CO/1 (n #1), para 20."),
        ("oscola-4", "allegation", "A/HRC/WGEID/1 (n #1), para 20."),
        ("oscola-4", "bare", "‘General allegation on Z’ (n #1), para 20."),
        ("oscola-4", "mandela", "Nelson Mandela Rules, para 20."),
        ("bluebook-21", "report", "A/HRC/45/13, _supra_ note #1, ¶ 20."),
        ("bluebook-21", "special", "A/HRC/45/14, _supra_ note #1, ¶ 20."),
        ("bluebook-21", "observations", "CAT/C/Z/CO/1, _supra_ note #1, ¶ 20."),
        ("bluebook-21", "allegation", "A/HRC/WGEID/1, _supra_ note #1, ¶ 20."),
    ],
)
def test_a_later_citation_leads_back_by_short_title_or_symbol(style: str, key: str, expected: str) -> None:
    again = paragraph("C", citation(item(key, "paragraph", "20")))
    result = cited(paragraph("A", citation(key)), paragraph("B", free_note("x")), again, library=LIBRARY_UN, name=style)
    assert note_texts(result)[2] == f"3 {expected}"


@each(
    ("style", "key", "expected"),
    [
        ("oscola-4", "rules", f"{RULES}, UNGA Res 70/175 (2015), rule 13."),
        ("oscola-5", "rules", f"{RULES}, UNGA Res 70/175 (2015), rule 13."),
        ("oscola-4", "mandela", f"{RULES}, UNGA Res 70/175 (2015) (Nelson Mandela Rules), rule 13."),
        ("oscola-5", "mandela", f"{RULES}, UNGA Res 70/175 (2015) (‘Nelson Mandela Rules’), rule 13."),
        ("oscola-5", "council", "UNSC Res 1373 (2001), rule 13."),
        ("oscola-5", "rights", "UNHRC Res 16/16 (2015), rule 13."),
        ("bluebook-21", "rules", "G.A. Res. 70/175 r. 13 (2015)."),
        ("bluebook-21", "council", "S.C. Res. 1373 r. 13 (2001)."),
        ("bluebook-21", "rights", "Hum. Rts. Council Res. 16/16 r. 13 (2015)."),
        ("bluebook-21", "bare", "_General allegation on Z_ r. 13 (2015)."),
        ("un-plain", "rules", "General Assembly resolution 70/175, rule 13."),
        ("un-plain", "council", "Security Council resolution 1373 (2001), rule 13."),
        ("un-plain", "rights", "Human Rights Council resolution 16/16, rule 13."),
    ],
)
def test_an_organ_and_a_place_are_written_as_the_style_does(style: str, key: str, expected: str) -> None:
    result = cited(paragraph("A", citation(item(key, "rule", "13"))), library=LIBRARY_UN, name=style)
    assert note_texts(result) == [f"1 {expected}"]


HEARING: dict[str, Any] = {
    "type": "hearing",
    "title": "Custody without trace",
    "section": "Subcomm. on Asia of the H. Comm. on Foreign Affs.",
    "number": "117th Cong.",
    "author": [{"family": "Rill", "given": "Ana"}, {"family": "Pol", "given": "Ivo"}],
    "issued": {"date-parts": [[2021, 5, 4]]},
    "language": "en-US",
}


def printed(name: str, **fields: Any) -> list[str]:
    style = load_style(name, language="en-US")
    assert isinstance(style, Style)
    blocks = (
        paragraph("A", citation(item("heard", "page", "4"))),
        paragraph("B", citation("book")),
        paragraph("C", citation(item("heard", "page", "5"))),
    )
    book = {"type": "book", "title": "Custody", "issued": {"date-parts": [[2019]]}, "language": "en-US"}
    heard = {name: value for name, value in {**HEARING, **fields}.items() if value is not None}
    library = Library({"heard": heard, "book": {**book, "author": [{"family": "Rill", "given": "Ana"}]}})
    return note_texts(cite(Document(Meta("Test"), blocks), library, style, load_words("en")))


def test_who_spoke_stands_in_brackets_and_the_address_behind() -> None:
    first, _, later = printed("bluebook-21", URL="https://example.org/h")
    assert first == (
        "1 _Custody Without Trace: Hearing Before the Subcomm. on Asia of the H. Comm. on Foreign Affs._, 117th Cong. "
        "4 (2021) (statement of Ana Rill & Ivo Pol), (https://example.org/h → https://example.org/h)."
    )
    assert later == "3 _Custody Without Trace_, _supra_ note #1, at 5."


@each(
    ("fields", "first"),
    [
        ({"author": None, "number": None},
         "1 _Custody Without Trace: Hearing Before the Subcomm. on Asia of the H. Comm. on Foreign Affs._, 4 (2021)."),
        ({"section": None}, "1 _Custody Without Trace_, 117th Cong. 4 (2021) (statement of Ana Rill & Ivo Pol)."),
        ({"event-title": "Markup of H.R. 5 Before the H. Comm. on Foreign Affs.", "issued": None},
         "1 _Custody Without Trace: Markup of H.R. 5 Before the H. Comm. on Foreign Affs._, 117th Cong. 4 (statement "
         "of Ana Rill & Ivo Pol)."),
    ],
)  # fmt: skip
def test_what_is_not_recorded_leaves_no_mark_behind(fields: dict[str, Any], first: str) -> None:
    assert printed("bluebook-21", **fields)[0] == first


def speech(**fields: Any) -> str:
    told = {"type": "speech", "title": "The law of custody", "author": [{"family": "Rill", "given": "Ana"}],
            "issued": {"date-parts": [[2021, 5, 4]]}, "language": "en-US"}  # fmt: skip
    style = load_style("bluebook-21", language="en-US")
    assert isinstance(style, Style)
    blocks = (paragraph("A", citation(item("told", "page", "4"))),)
    (note,) = note_texts(
        cite(Document(Meta("Test"), blocks), Library({"told": {**told, **fields}}), style, load_words("en"))
    )
    return note


def test_a_speech_has_its_kind_where_it_was_given_and_the_day() -> None:
    assert speech(**{"container-title": "Council of Rill"}) == (
        "1 Ana Rill, _The Law of Custody_, Council of Rill 4 (May 4, 2021)."
    )
    assert speech(genre="keynote", **{"event-title": "the Custody Conference"}) == (
        "1 Ana Rill, The Law of Custody, Keynote at the Custody Conference 4 (May 4, 2021)."
    )
