"""Each kind of damaged or hostile PDF is joined, repaired or refused by name, and reaches nothing outside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest
from tests.bundle.hostile_pdfs import HOSTILE

from probata.bundle.exhibit_pages import ExhibitPdf, as_pages
from probata.bundle.refusal import Refusal
from probata.source.in_child import MEGABYTE, Child

REFUSED = {
    "empty": "empty-file",
    "box of 300 km": "page-too-large",
    "picture of 10 gigapixels": "too-large",
    "30,000 annotations": "too-large",
    "a million pages": "too-many-pages",
    "portfolio": "portfolio",
    "form made when opened": "form-without-pages",
    "with a password": "has-a-password",
    "with an old password": "has-a-password",
    "encrypted by a stranger's handler": "unread-encryption",
    "page of HTML": "not-what-it-says",
    "plain text": "not-what-it-says",
    "noise": "unknown-kind",
    "header alone": "damaged",
    "no catalogue": "damaged",
    "pages that are a number": "damaged",
    "tree of pages in itself": "no-pages",
    "object stream of itself": "damaged",
    "no pages": "no-pages",
    "arrays in arrays": "no-pages",
    "dictionaries in dictionaries": "no-pages",
    "unknown filter": "unread-content",
    "packed data damaged": "unread-content",
    "filters without end": "unread-content",
    "bomb": "unread-content",
    "bomb in a bomb": "unread-content",
}
SAID = {
    "script when opened": "active", "program when opened": "active", "script of a page": "active", "signed": "signed",
    "form that is sent": "active", "link outside": "links", "file inside": "files", "layer that is not shown": "layers",
    "comment": "comments", "mark of a redaction never made": "unapplied_redactions", "cut at the end": "repaired",
    "without password for readers": "protected", "cut in the middle": "blank", "two objects of one number": "repaired",
}  # fmt: skip
"""What must be said of those that are joined."""
PLAIN = {"/Type", "/Parent", "/MediaBox", "/Resources", "/Contents"}
ACTS = re.compile(
    rb"/(JS|JavaScript|Launch|URI|SubmitForm|OpenAction|AA|EmbeddedFile|Annots|AcroForm|FileAttachment)\b"
)


@pytest.fixture(scope="module")
def child() -> Iterator[Child]:
    with Child(memory=1_500 * MEGABYTE, seconds=30) as one:
        yield one


@pytest.mark.parametrize("name", HOSTILE)
def test_each_kind_is_joined_or_refused_by_name(name: str, child: Child, tmp_path: Path) -> None:
    (held := tmp_path / "held.pdf").write_bytes(HOSTILE[name])

    made = as_pages(held, "application/pdf", tmp_path, child)

    assert held.read_bytes() == HOSTILE[name]
    if isinstance(made, Refusal):
        assert made.name == REFUSED.get(name), made.reason
        assert made.step
        assert sorted(one.name for one in tmp_path.iterdir()) == ["held.pdf"]
        return
    assert name not in REFUSED
    assert SAID.get(name, "") in {"", *(remark.name for remark in made.remarks)}
    _look_at(made)


def _look_at(made: ExhibitPdf) -> None:
    """Open the pages with both libraries: plain, as many as told, of the size told, and nothing in them that acts."""
    with pikepdf.open(made.path) as read:
        assert [tuple(float(one) for one in page.mediabox) for page in read.pages] == [
            (0.0, 0.0, *map(pytest.approx, size)) for size in made.sizes
        ]
        assert all(set(page.obj.keys()) <= PLAIN for page in read.pages)
        assert set(read.Root.keys()) == {"/Type", "/Pages"}
        assert "/Info" not in read.trailer
        read.save(out := BytesIO(), qdf=True)
        assert not ACTS.search(out.getvalue())
    with pdfium.PdfDocument(made.path) as document:
        assert len(document) == len(made.sizes)
        for number in range(len(document)):
            document[number].render(scale=0.1).close()
