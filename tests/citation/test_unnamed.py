"""No work is missing from its note, whatever a citation style prints of it."""

from __future__ import annotations

from tests.each import each

from probata.citation import Library, load_words
from probata.citation.parts import Asked, Reference
from probata.citation.unnamed import completed
from probata.document.inlines import Emph, Inlines, Text

from .cases import LIBRARY, citation, cited, item, note_texts, paragraph, shown

TALK = {"type": "interview", "title": "A talk", "issued": {"date-parts": [[2024]]}, "language": "en"}
WITH_TALK = Library({**LIBRARY.sources, "talk": TALK})
HART = (Emph((Text("Hart; Law"),)), Text(", 4"))


@each(
    ("written", "references", "text"),
    [
        ((), (Reference("talk"),), "‘A talk’ (2024)"),
        ((Text("See"),), (Reference("talk", prefix="see"),), "See ‘A talk’ (2024)"),
        ((Text("See , here"),), (Reference("talk", prefix="see", suffix=", here"),), "See ‘A talk’ (2024), here"),
        ((*HART, Text("; ")), (Reference("hart"), Reference("talk")), "_Hart; Law_, 4; ‘A talk’ (2024)"),
        ((Text("; "), *HART), (Reference("talk"), Reference("hart")), "‘A talk’ (2024); _Hart; Law_, 4"),
        ((*HART, Text("; B; C")), (Reference("hart"), Reference("talk")), "_Hart; Law_, 4; B; C"),
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
