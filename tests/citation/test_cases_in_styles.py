"""Both cases in each style that ships: notes without a fault of form, live fields, and files that Word takes.

The submission to the United States goes out in the Bluebook anyway; here stand the other styles.
"""

from __future__ import annotations

import re
from pathlib import Path

from tests.each import each
from tests.filings.cases import CLAIMS, EXAMPLE, REAL
from tests.filings.made import is_final, session
from tests.readers.docx_fields import read_fields
from tests.writers.docx_validity import audit, integrity

from probata.document.inlines import Note
from probata.document.parts import documents_of
from probata.document.walk import inlines_in_order, own_inlines, plain_text, walk_blocks
from probata.pipeline import Workspace, make_document, plan
from probata.writers.format import load_format

TEMPLATES = CLAIMS.parent / "templates"
STYLES = {
    "oscola-5": "{style: oscola-5}",
    "bluebook-21": "{style: bluebook-21}",
    "chicago with the forms of the United Nations": "{style: chicago-notes-bibliography, authorities: un-plain}",
}
OF_WISHES = {"short-title-wanted", "short-journal-wanted"}
"""Notes that ask for a field by which a note would be shorter."""
ODD = re.compile(r", [(,.;]|\(\)|\[\]|‘’|“”| [,;]|\.\.(?!\.)|and (?:but )?see\b[^.]*;|\b(\w+) \1 note\b")
"""What no citation has: a comma before a bracket or a stop, empty marks, a space before a comma, a doubled stop."""


def in_style(style: str, folder: Path) -> Workspace:
    """Return a workspace with a forum `styled` that is `uk-ghr` in another style."""
    (folder / "styled").mkdir(parents=True)
    profile = f"id: styled\nextends: uk-ghr\ncitation: {STYLES[style]}\n"
    (folder / "styled" / "forum.yaml").write_text(profile, encoding="utf-8")
    return Workspace((folder, TEMPLATES))


@each(("case", "style"), [*((EXAMPLE, style) for style in STYLES), (REAL, "bluebook-21")])
def test_a_case_in_another_style_has_sound_notes_and_fields(case: str, style: str, tmp_path: Path) -> None:
    place = in_style(style, tmp_path / "templates")
    (filing,) = plan(session(case), place, ["styled"])
    tree, options, found = make_document(session(case), place, filing, final=is_final(case))
    assert tree is not None
    notes = [one for one in inlines_in_order(tree.blocks) if isinstance(one, Note)]
    texts = [" ".join(plain_text(own_inlines(block)) for block in walk_blocks(note.blocks)) for note in notes]
    written = [load_format("docx").write(part, options).data for part in documents_of(tree)]

    assert [one for one in found if one.code.startswith("CIT") and one.name not in OF_WISHES] == []
    assert len(texts) > (10 if case == EXAMPLE else 1)  # of one work the places stand in the text
    assert [text for text in texts if ODD.search(text)] == []
    for data in written:
        assert [field for field in read_fields(data) if field.cached != field.right] == []
        assert audit(data, tmp_path) == integrity(data, tmp_path) == []
