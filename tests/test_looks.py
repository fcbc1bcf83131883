"""One look for Word file, PDF and web page: what an office and a forum change arrives in all three."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.each import each
from tests.writers.docx_file import found, part
from tests.writers.rich_document import rich_document

from probata.document.look import Look, base_look
from probata.document.own_templates import own_templates
from probata.forum import load_forum
from probata.forum.look import LOOK, read_look
from probata.writers.docx.writer import write
from probata.writers.format import WriteOptions
from probata.writers.html.page import write_html
from probata.writers.pdf.typst.tree import plain_document
from probata.writers.pdf.weasyprint.source import style_sheet

OF_OFFICE = """
face = "Noto Serif"
[size]
text = 10
title = 2
[page]
left = 40
"""
OF_FORUM = """
[size]
text = 12.5
[colour]
link = "#00aa00"
"""


def looks(folder: Path, extends: str) -> Look:
    """Return the look of a forum with a look of its own in an office with another."""
    own = folder / "templates" / "mine"
    own.mkdir(parents=True)
    (own / "forum.yaml").write_text(f"id: mine\nextends: {extends}\n", encoding="utf-8")
    (own / LOOK).write_text(OF_FORUM, encoding="utf-8")
    (folder / LOOK).write_text(OF_OFFICE, encoding="utf-8")
    house = read_look(folder, folder / LOOK)
    loaded = load_forum("mine", (folder / "templates", own_templates()), house=house.data)
    assert (house.findings, loaded.findings) == ((), ())
    assert loaded.forum is not None
    return loaded.forum.look


def test_what_a_forum_and_its_office_change_arrives_in_all_three_targets(tmp_path: Path) -> None:
    tree = rich_document()
    tree = replace(tree, meta=replace(tree.meta, look=looks(tmp_path, "uk-ghr")))

    word = write(tree, WriteOptions()).data
    styles = part(word, "word/styles.xml")
    assert found(styles, "//w:docDefaults//w:rFonts/@w:ascii | //w:docDefaults//w:sz/@w:val") == ["Noto Serif", "25"]
    assert found(styles, "//w:style[@w:styleId='Title']//w:sz/@w:val") == ["50"]
    assert found(styles, "//w:style[@w:styleId='Hyperlink']//w:color/@w:val") == ["00AA00"]
    assert found(part(word, "word/document.xml"), "//w:pgMar/@w:left") == ["2268"]

    look = plain_document(tree, {})["look"]
    assert (look["faces"][0], look["size"]["text"], look["size"]["title"]) == ("Noto Serif", 12.5, 25)
    assert (look["page"]["left"], look["colour"]["link"]) == (40, "#00aa00")

    printed, shown = style_sheet(tree.meta, ""), write_html(tree, WriteOptions()).data.decode()
    for rule in (
        '--face: "Noto Serif",',
        "--size-text: 12.5pt",
        "margin: 25mm 25mm 25mm 40mm",
        "--colour-link: #00aa00",
    ):
        assert rule in printed
    for rule in ('--face: "Noto Serif",', "--size-title: 2rem", "--colour-link: #00aa00"):
        assert rule in shown


def test_what_a_court_rules_on_stands_over_every_look(tmp_path: Path) -> None:
    look = looks(tmp_path, "uk-cpr-ws")

    assert (look.size.text, look.page.left, look.line.text) == (12, 35, 1.5)
    assert look.colour.link == "#00aa00"


@each(
    ("wrong", "line", "said"),
    [
        ('face = "Comic Sans"', 1, "`face` must be one of `Times New Roman` or `Noto Serif`"),
        ("[size]\ntext = 400", 2, "`text` is too large: it must be 24 at most"),
        ("[size]\ntext = 0", 2, "`text` is too small: it must be 6 at least"),
        ("[space]\nnote = -1", 2, "`note` is too small: it must be 0 at least"),
        ("[page]\n\nleft = 120", 3, "`left` is too large: it must be 70 at most"),
        ("[colour]\nlnk = '#000000'", 2, "`lnk` is not a field here"),
        ("[colour]\nlink = 'red'", 2, "`link` has a form that is not known: `red`: write one such as `#1f3864`"),
        ("[colours]\nlink = '#000000'", 1, "`colours` is not a field here"),
        ("[size]\nheading = [2, 1.5]", 2, "`heading` has a wrong value"),
        ("size = 3", 1, "`size` must be a group of fields"),
        ("face =", 1, "the settings cannot be read from here on"),
    ],
)
def test_what_is_wrong_in_a_look_is_told_with_its_place_and_the_look_stays_ours(
    wrong: str, line: int, said: str, tmp_path: Path
) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "forum.yaml").write_text("id: mine\nextends: uk-ghr\n", encoding="utf-8")
    (folder / LOOK).write_text(wrong, encoding="utf-8")

    loaded = load_forum("mine", (tmp_path, own_templates()))

    (finding,) = loaded.findings
    assert finding.span is not None
    assert (finding.span.path, finding.span.line) == ((folder / LOOK).as_posix(), line)
    assert said in finding.message
    assert finding.help
    assert loaded.forum is not None
    assert loaded.forum.look == base_look()
