"""What a list and a page say of a redline, and how words in several runs and looks are marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.each import each
from tests.redline.changed import changed
from tests.redline.test_redline import marked
from tests.writers.docx_file import document_of, found, paragraph, part, parts, rezipped, written
from tests.writers.docx_validity import audit, integrity
from tests.writers.rich_document import rich_document

from probata.document.blocks import Block, Contents, ContentsEntry, Heading, Paragraph, Role
from probata.document.inlines import Emph, Inline, Note, Strong, Text
from probata.redline import make_redline
from probata.redline.align import Side, align, same
from probata.redline.changes import LISTINGS, ChangeTold, by_heading, changes_of, line_of
from probata.redline.page import Heading as Top
from probata.redline.page import page
from probata.redline.read_shown import read_shown
from probata.redline.shown import Shown, ShownBlock, ShownParagraph
from probata.redline.verify import View, read_stories


def told(old: tuple[Block, ...], new: tuple[Block, ...]) -> list[ChangeTold]:
    before, after = (written(document_of(*blocks)) for blocks in (old, new))
    return changes_of(read_shown(make_redline(before, after, "A").data))


def numbered(text: str) -> Paragraph:
    return Paragraph((Text(text),), Role.NUMBERED)


def note(name: str, text: str) -> Note:
    return Note(name, (paragraph(text),))


HEADING = Heading(1, (Text("Facts"),), "f")


def test_a_change_is_told_by_heading_and_number_with_its_words() -> None:
    (found,) = told(
        (HEADING, numbered("It began."), numbered("It ended in March 2019.")),
        (HEADING, numbered("It began."), numbered("It ended in May 2019.")),
    )
    assert (found.heading, line_of(found)) == ("A Facts", "paragraph 2 changed: “March” to “May”")


def test_what_went_is_called_by_its_old_number_and_stands_under_its_old_heading() -> None:
    def section(name: str) -> tuple[Block, ...]:
        return Heading(1, (Text(f"On {name}"),), name), numbered(f"Of {name} there is a word."), paragraph(name * 9)

    before, gone, after = section("alpha"), section("beta"), section("gamma")
    found = told((*before, *gone, *after, numbered("End.")), (*before, *after, numbered("End.")))
    assert [(one.heading, line_of(one)) for one in found] == [
        ("B On beta", "heading B of the old version taken out: “On beta”"),
        ("B On beta", "paragraph 2 of the old version taken out: “Of beta there is a word.”"),
        ("B On beta", f"paragraph taken out: “{'beta' * 9}”"),
    ]


def test_a_note_is_told_once_by_its_number() -> None:
    found = told(
        (paragraph("Said", note("a", "First source."), " and done", note("b", "Second."), "."),),
        (paragraph("Said and done", note("b", "Second edition."), "."),),
    )
    assert [line_of(one) for one in found] == [
        "note 1 of the old version taken out: “First source.”",
        "note 1 changed: “edition” added",
    ]


def test_every_line_of_the_page_leads_to_a_place_on_it() -> None:
    old, new = written(rich_document()), written(changed(rich_document(), 20))
    shown = read_shown(make_redline(old, new, "A").data)
    made = page(Top("Changes", "old", "new"), shown, by_heading(changes_of(shown)), ()).decode()
    targets = [part.split('"')[0] for part in made.split('href="#')[1:]]
    assert targets
    assert [name for name in targets if made.count(f'id="{name}"') != 1] == []
    assert "http-equiv" not in made
    assert "<script" not in made


def numbers(shown: Shown) -> Iterator[str]:
    yield from _numbers(shown.blocks)


def _numbers(blocks: Iterable[ShownBlock]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, ShownParagraph):
            yield block.number
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from _numbers(cell)


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


SENTENCE = "The wet-cells of 2,019 were Хантай’s and were reopened."


def redline(old: str, new: str) -> bytes:
    return make_redline(with_runs(old), with_runs(new), "A").data


def divided(text: str, places: list[int]) -> str:
    ends = [0, *sorted(place for place in set(places) if 0 < place < len(text)), len(text)]
    return "".join(run(text[a:b]) + '<w:proofErr w:type="spellEnd"/>' for a, b in pairwise(ends))


@settings(deadline=None, max_examples=40)
@given(st.lists(st.integers(0, 60)), st.lists(st.integers(0, 60)))
def test_runs_that_divide_words_are_no_change(before: list[int], after: list[int]) -> None:
    assert marked(redline(divided(SENTENCE, before), divided(SENTENCE, after))) == []


def test_of_a_divided_word_that_changed_the_whole_is_marked() -> None:
    old = run("It was re") + run("opened.")
    new = run("It was r") + run("ep") + run("laced.")
    assert marked(redline(old, new)) == [("del", "reopened"), ("ins", "replaced")]


def test_a_word_whose_half_is_a_link_is_one_of_another_kind() -> None:
    whole = run("See wet-cells.")
    half = run("See wet-") + f'<w:hyperlink w:anchor="there">{run("cells")}</w:hyperlink>' + run(".")
    data = redline(whole, half)
    assert read_stories(data, View.REJECTED) == read_stories(with_runs(whole), View.REJECTED)
    assert read_stories(data, View.ACCEPTED) == read_stories(with_runs(half), View.ACCEPTED)
    assert etree.tostring(part(data, DOCUMENT)).count(b"<w:hyperlink ") == 1


@given(st.lists(st.sampled_from("abcd"), max_size=12), st.lists(st.sampled_from("abcd"), max_size=12))
def test_every_place_of_both_lists_stands_once_and_in_order(old: list[str], new: list[str]) -> None:
    entries = align(Side(old, [""] * len(old)), Side(new, [""] * len(new)), lambda i, j: 0.5)
    assert [i for i, _ in entries if i is not None] == list(range(len(old)))
    assert [j for _, j in entries if j is not None] == list(range(len(new)))
    assert all(old[i] == new[j] for i, j in same(old, new))
