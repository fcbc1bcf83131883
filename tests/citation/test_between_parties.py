"""What stands between the parties of a case, however the record has it."""

from __future__ import annotations

from tests.each import each

from probata.citation import Authority, Library
from probata.document.inlines import Text

from .cases import citation, cited, free_note, note_texts, paragraph

WRITTEN = ["Filartiga v Pena-Irala", "Filartiga v. Pena-Irala", "Filartiga vs. Pena-Irala", "Filartiga vs Pena-Irala"]
FIELDS = {"volume": (Text("630"),), "series": (Text("F.2d"),), "page": (Text("876"),), "court": (Text("2d Cir."),)}


def notes(name: str, style: str) -> list[str]:
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
    whole, _, again = notes(written, style)
    assert first in whole
    assert later in again
