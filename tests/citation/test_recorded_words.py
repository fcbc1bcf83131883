"""Numbers and names that are recorded with the words that forms add."""

from __future__ import annotations

from tests.each import each

from probata.citation import Authority, Library
from probata.document.inlines import Text

from .cases import citation, cited, note_texts, paragraph


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
