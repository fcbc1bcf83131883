"""A second opinion: another program compares the same two files, and our reader finds both versions in its redline.

So the reader that checks our redlines understands those of others, and is not made to our own measure.
"""

from __future__ import annotations

from python_redlines.engines import DocxodusEngine
from tests.each import each
from tests.filings.cases import EXAMPLE, FilingName
from tests.filings.made import made_filing
from tests.redline.changed import changed
from tests.writers.docx_file import written
from tests.writers.rich_document import rich_document

from probata.document.tree import Document
from probata.redline import make_redline
from probata.redline.verify import View, read_stories


def texts(data: bytes, view: View) -> dict[str, list[str]]:
    """Return the stories without empty paragraphs: Docxodus leaves one where the last of a cell or note is rejected."""
    return {story: [text for text in found if text] for story, found in read_stories(data, view).items()}


def pairs() -> list[tuple[Document, Document]]:
    filing = made_filing(FilingName(EXAMPLE, "uk-ghr")).tree
    return [(rich_document(), changed(rich_document(), 12)), (filing, changed(filing, 30))]


@each("index", [0, 1])
def test_both_programs_give_back_the_same_two_versions(index: int) -> None:
    old, new = (written(document) for document in pairs()[index])
    theirs: bytes = DocxodusEngine().run_redline("A. Author", old, new)[0]
    ours = make_redline(old, new, "A. Author").data
    assert texts(ours, View.REJECTED) == texts(theirs, View.REJECTED) == texts(old, View.REJECTED)
    assert texts(ours, View.ACCEPTED) == texts(theirs, View.ACCEPTED) == texts(new, View.ACCEPTED)
