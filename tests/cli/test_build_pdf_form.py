"""The form of PDF that `--pdf` asks for, read back from the file."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from tests.cli.command import Command

SMALL = Path(__file__).parents[2] / "templates" / "uk-cpr-ws" / "example.yaml"
PARTS = ("pdfuaid:part", "pdfaid:part", "pdfaid:conformance")


@pytest.mark.parametrize(
    ("options", "stated"),
    [(("--pdf", "ua-1"), ("1", None, None)), (("--pdf", "a-3a"), (None, "3", "A")), ((), (None, "3", "A"))],
    ids=["accessible", "archive", "usual"],
)
def test_the_file_states_the_form_that_was_asked_for(
    probata: Command, options: tuple[str, ...], stated: tuple[str | None, ...]
) -> None:
    found = probata("build", SMALL, "--format", "pdf", *options)

    assert found.code == 0, found.err
    (path,) = probata.folder.glob("output/*/outgoing/*.pdf")
    with pikepdf.open(path) as pdf, pdf.open_metadata() as metadata:
        assert tuple(metadata.get(part) for part in PARTS) == stated
        assert pdf.Root.MarkInfo.Marked
