"""Documents of the United Nations: how later citations lead back, and how organs are named."""

from __future__ import annotations

from tests.each import each

from probata.citation import Authority, Library
from probata.document.inlines import Text

from .cases import citation, cited, free_note, item, note_texts, paragraph


def made(form: str, year: int = 2015, **texts: str) -> Authority:
    return Authority(form, {key: (Text(text),) for key, text in texts.items()}, {"date": (year,)})


RULES = "United Nations Standard Minimum Rules for the Treatment of Prisoners"
LIBRARY = Library(
    authorities={
        "report": made("un_document", name="Report on X", symbol="A/HRC/45/13", court="Human Rights Council"),
        "short": made("un_document", name="Report on X", symbol="A/HRC/45/13", short="X Report"),
        "special": made("special_procedure_report", name="Report on Y", symbol="A/HRC/45/14"),
        "observations": made("concluding_observations", name="Observations on Z", symbol="CAT/C/Z/CO/1"),
        "allegation": made("general_allegation", name="General allegation on Z", symbol="A/HRC/WGEID/1"),
        "bare": made("general_allegation", name="General allegation on Z"),
        "rules": made("un_resolution", name=RULES, court="General Assembly", number="70/175"),
        "mandela": made("un_resolution", name=RULES, court="UNGA", number="70/175", short="Nelson Mandela Rules"),
        "council": made("un_resolution", 2001, court="UN Security Council", number="1373"),
        "rights": made("un_resolution", court="United Nations Human Rights Council", number="16/16"),
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
    result = cited(paragraph("A", citation(key)), paragraph("B", free_note("x")), again, library=LIBRARY, name=style)
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
    result = cited(paragraph("A", citation(item(key, "rule", "13"))), library=LIBRARY, name=style)
    assert note_texts(result) == [f"1 {expected}"]
