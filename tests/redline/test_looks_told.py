"""Looks that changed and words that are struck through in the text itself: marked as looks, and told in words."""

from __future__ import annotations

from pathlib import Path

from tests.each import each
from tests.writers.docx_file import document_of, found, paragraph, part, parts, rezipped, written
from tests.writers.docx_validity import audit, integrity

from probata.document.blocks import Contents, ContentsEntry, Heading
from probata.document.inlines import Emph, Inline, Strong, Text
from probata.redline import make_redline
from probata.redline.changes import LISTINGS, by_heading, changes_of, line_of
from probata.redline.page import Heading as Top
from probata.redline.page import page
from probata.redline.read_shown import read_shown

DOCUMENT = "word/document.xml"
PLAIN = '<w:t xml:space="preserve">The order was signed.</w:t>'


def of(*inlines: Inline | str) -> bytes:
    return written(document_of(paragraph(*inlines)))


def with_runs(runs: str) -> bytes:
    """Return a document whose one paragraph has these runs: what somebody typed into Word."""
    files = parts(of("The order was signed."))
    text = files[DOCUMENT].decode()
    assert text.count(f"<w:r>{PLAIN}</w:r>") == 1
    files[DOCUMENT] = text.replace(f"<w:r>{PLAIN}</w:r>", runs).encode()
    return rezipped(files)


def run(text: str, looks: str = "") -> str:
    return f'<w:r><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def lines(old: bytes, new: bytes) -> list[str]:
    return [line_of(one) for one in changes_of(read_shown(make_redline(old, new, "A").data))]


@each(
    ("old", "new", "said"),
    [
        ("never", Strong((Text("never"),)), "“never” is bold now"),
        (Emph((Text("never"),)), "never", "“never” is no longer in italics"),
        (Emph((Text("never"),)), Strong((Text("never"),)), "“never” is bold now and no longer in italics"),
    ],
)
def test_bold_and_italics_alone_are_told(old: Inline | str, new: Inline | str, said: str) -> None:
    assert lines(of("It ", old, " was."), of("It ", new, " was.")) == [f"paragraph changed: {said}"]


def test_the_look_that_was_stands_in_the_word_file_and_no_word_is_marked() -> None:
    data = make_redline(of("It never was."), of("It ", Strong((Text("never"),)), " was."), "A").data
    document = part(data, DOCUMENT)
    assert found(document, "//w:r[w:rPr/w:rPrChange]/w:t/text()") == ["never"]
    assert found(document, "//w:rPrChange[w:rPr[not(*)]]/@w:author") == ["A"], "it had no look of its own"
    assert found(document, "//w:ins | //w:del") == []


def test_a_look_that_a_style_gave_stands_in_the_word_file_without_the_style() -> None:
    """LibreOffice gives back no character style where a change is rejected."""
    data = make_redline(of("It ", Emph((Text("never"),)), " was."), of("It never was."), "A").data
    document = part(data, DOCUMENT)
    assert found(document, "//w:rPrChange/w:rPr/w:i/@w:val") == ["1"]
    assert found(document, "//w:rPrChange/w:rPr/w:rStyle/@w:val") == []


def test_looks_in_a_style_that_is_based_on_itself_are_read() -> None:
    files = parts(of("The order was signed."))
    sheet = files["word/styles.xml"].decode()
    circle = '<w:style w:type="paragraph" w:styleId="Ring"><w:name w:val="Ring"/><w:basedOn w:val="Ring"/></w:style>'
    files["word/styles.xml"] = sheet.replace("</w:styles>", f"{circle}</w:styles>").encode()
    text = files[DOCUMENT].decode()
    files[DOCUMENT] = text.replace(f"<w:r>{PLAIN}", f"<w:r><w:rPr><w:b/></w:rPr>{PLAIN}").encode()
    assert lines(of("The order was signed."), rezipped(files)) == [
        "paragraph changed: “The order was signed.” is bold now"
    ]


def test_no_validator_finds_anything_in_a_redline_of_looks(tmp_path: Path) -> None:
    old = of("It ", Emph((Text("never"),)), " was ", Strong((Text("so"),)), ".")
    new = of("It ", Strong((Text("never"),)), " was so at ", Emph((Text("all"),)), ".")
    data = make_redline(old, new, "A. Author", date="2026-03-01T00:00:00Z").data
    assert audit(data, tmp_path) == []
    assert integrity(data, tmp_path) == []


def test_lines_of_contents_come_last_and_folded() -> None:
    def version(title: str, word: str) -> bytes:
        entries = (ContentsEntry(1, "A", (Text(title),), "f"),)
        return written(
            document_of(Contents((Text("Contents"),), entries), Heading(1, (Text(title),), "f"), paragraph(word))
        )

    shown = read_shown(make_redline(version("The facts", "One."), version("The findings", "Two."), "A").data)
    groups = by_heading(changes_of(shown))
    assert [(group.title, group.is_folded) for group in groups] == [("A The findings", False), (LISTINGS, True)]
    made = page(Top("Changes", "old", "new"), shown, groups, ()).decode()
    assert f"<details><summary><h3>{LISTINGS}</h3></summary>" in made
