"""Reports, courts and companies of the United States have the stops of the style, however they are recorded."""

from __future__ import annotations

from dataclasses import replace

from tests.each import each

from probata.citation import Authority, Library
from probata.citation.legal_values import as_at_home, name_as_at_home
from probata.citation.style_file import load_legal_style
from probata.document.inlines import Text

from .cases import citation, cited, note_texts, paragraph
from .golden_tables import golden_library

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
