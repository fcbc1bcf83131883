"""Fields, references and marks of Word files hold what Word puts there when it updates them."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree
from tests.each import each
from tests.filings.cases import CLAIMS, EXAMPLE, REAL, FilingName
from tests.filings.every import every_filing
from tests.filings.made import made_parts
from tests.readers.docx_fields import Field, read_fields
from tests.readers.docx_numbers import StyleTable, val
from tests.readers.docx_text import W, numbered_marks, visible_text
from tests.readers.html_text import read_html
from tests.readers.libreoffice import print_in_libreoffice
from tests.word_templates.forums import tree, write_forum
from tests.writers.docx_file import NAMESPACES, parts, rezipped, written
from tests.writers.rich_document import rich_document
from tests.writers.section_document import section_document

from probata.document.blocks import Contents, Picture, Table
from probata.document.inlines import CrossRef, Gap, NoteRef
from probata.document.tree import Document
from probata.document.walk import inlines_in_order, walk_blocks
from probata.writers.docx.state import targets_of
from probata.writers.format import WriteOptions, load_format

NEW_NOTE = "9999"


@every_filing
def test_every_field_holds_the_right_result(filing_name: FilingName) -> None:
    assert [field for part in made_parts(filing_name) for field in wrong(read_fields(part.docx))] == []


@every_filing
def test_every_reference_of_the_tree_is_a_field(filing_name: FilingName) -> None:
    found = Counter[str]()
    for part in made_parts(filing_name):
        expected = references(part.tree)
        assert Counter(field.code.split()[0] for field in read_fields(part.docx)) == expected
        found += expected
    assert filing_name.filing != "uk-ghr" or set(found) == {"REF", "SEQ", "TOC"}


def references(tree: Document) -> Counter[str]:
    """Count what is to be a field; what refers into another file is words alone."""
    here = targets_of(tree)
    inlines, blocks = list(inlines_in_order(tree.blocks)), list(walk_blocks(tree.blocks))
    return +Counter(
        NOTEREF=sum(isinstance(inline, NoteRef) for inline in inlines),
        REF=sum(isinstance(inline, CrossRef) and inline.target in here for inline in inlines),
        SEQ=sum(isinstance(block, (Table, Picture)) and bool(block.number) for block in blocks),
        TOC=sum(isinstance(block, Contents) for block in blocks),
        TA=len(tree.authority_marks),
    )


def test_fields_of_a_document_with_everything_hold_the_right_results() -> None:
    rich, sections = read_fields(written(rich_document())), read_fields(written(section_document()))
    assert {"NOTEREF", "REF", "SEQ", "TOC"} == {field.code.split()[0] for field in rich}
    # The contents of these two were put together by hand and leave a heading out.
    assert wrong([field for field in (*rich, *sections) if not field.code.startswith("TOC")]) == []


def wrong(fields: list[Field]) -> list[Field]:
    return [field for field in fields if field.cached != field.right][:5]


def test_every_number_follows_after_an_edit() -> None:
    """A numbered paragraph is typed before the first one; Word then puts one more into every reference to one."""
    submission, statement = (made_parts(FilingName(EXAMPLE, name))[0].docx for name in ("uk-ghr", "support-statement"))
    before, after = read_fields(submission), read_fields(with_a_paragraph_before_the_first(submission))
    assert [field.code for field in after] == [field.code for field in before]
    said, said_after = read_fields(statement), read_fields(with_a_paragraph_before_the_first(statement))
    paragraphs = [pair for pair in _of(said, said_after, r"REF .* \\n \\h") if pair[0].right.isdigit()]
    assert {int(new.right) - int(old.right) for old, new in paragraphs} == {1}
    contents = _of(before, after, "TOC .*")
    assert contents
    assert [old.right == new.right for old, new in contents] == [True] * len(contents)


def _of(before: list[Field], after: list[Field], code: str) -> list[tuple[Field, Field]]:
    return [pair for pair in zip(before, after, strict=True) if re.fullmatch(code, pair[0].code)]


def with_a_paragraph_before_the_first(data: bytes) -> bytes:
    """Return the file with a numbered paragraph of two words and a note before its first numbered one."""
    files = parts(data)
    body, notes = (etree.fromstring(files[f"word/{name}.xml"]) for name in ("document", "footnotes"))
    first = next(p for p in body.iter(f"{W}p") if p.find(f"{W}pPr/{W}pStyle[@{W}val='NumberedParagraph1']") is not None)
    first.addprevious(_typed("NumberedParagraph1", f'<w:r><w:footnoteReference w:id="{NEW_NOTE}"/></w:r>'))
    note = etree.SubElement(notes, f"{W}footnote", {f"{W}id": NEW_NOTE})
    note.append(_typed("FootnoteText", "<w:r><w:footnoteRef/></w:r>"))
    files["word/document.xml"], files["word/footnotes.xml"] = etree.tostring(body), etree.tostring(notes)
    return rezipped(files)


def _typed(style: str, mark: str) -> etree._Element:
    text = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>Two words</w:t></w:r>{mark}'
    return etree.fromstring(f'<w:p xmlns:w="{NAMESPACES["w"]}">{text}</w:p>')


NOTE = 'The custody was ordered twice.[^orders] See note {{ note("orders") }} above, Exhibit {{ exhibit("EX/1") }}.\n\n'
NAMED = (
    "{#cold}\nThe cells were cold.\n\n{#dark}\nThey were dark.\n\n"
    'It was told twice: paras {{ ref("cold") }}, {{ ref("dark") }}; nobody answered.\n\n'
)
TEXT = "[^orders]: Both orders are in the register.\n"


IN_ONE_FILE = """\
{% extends "uk-ghr/brief.md.j2" %}
{% import "_base/parts.md.j2" as parts with context %}
{% block annexes %}
::::: annex
{{ parts.exhibit_annexes() }}
:::::
{% endblock %}
{% block sheet %}{% endblock %}
"""


def made(folder: Path, *added: str) -> tuple[Document, WriteOptions]:
    """Compose the fictional submission, its exhibits in the same file, with words added at the end of its summary."""
    case = folder / EXAMPLE
    shutil.copytree(CLAIMS / EXAMPLE, case)
    with (case / "narrative/summary.md").open("a", encoding="utf-8") as summary:
        summary.write("\n\n" + "".join(added))
    return tree(case, write_forum(folder, {"brief.md.j2": IN_ONE_FILE}), "uk-ghr"), WriteOptions()


def gaps(document: Document) -> list[str]:
    return [one.text for one in inlines_in_order(document.blocks) if isinstance(one, Gap) and "note" in one.text]


def fields_of(document: Document, options: WriteOptions) -> tuple[bytes, list[Field]]:
    data = load_format("docx").write(document, options).data
    return data, read_fields(data)


def test_a_note_and_an_exhibit_are_referred_to_by_fields_that_word_can_refresh(tmp_path: Path) -> None:
    _, fields = fields_of(*made(tmp_path, NOTE, TEXT))

    exhibits = [field for field in fields if field.cached == "EX/1"]
    assert exhibits
    assert all(field.code.startswith("REF ") and field.right == "EX/1" for field in exhibits)
    assert [field for field in fields if field.cached != field.right] == []


def test_in_html_both_are_links_to_what_they_name(tmp_path: Path) -> None:
    document, options = made(tmp_path, NOTE, TEXT)
    page = load_format("html").write(document, options).data.decode()
    (paragraph,) = [found for found in re.findall(r"<p.*?</p>", page, re.DOTALL) if "ordered twice" in found]
    note = re.search(r'class="note-reference"><a[^>]*href="#([^"]+)">(\d+)</a>', paragraph)

    assert note is not None
    assert re.search(rf'id="{note[1]}"[^>]*>(?:(?!</li>).)*Both orders are in the register', page, re.DOTALL)
    assert '<a class="reference" href="#exhibit-ex-1">EX/1</a>' in paragraph
    assert re.search(r'id="exhibit-ex-1"[^>]*>(?:<strong>)?EX/1<', page)


@each("added", [(NOTE,), (NOTE, TEXT, "\nAgain.[^orders]\n")])
def test_a_reference_to_no_note_or_to_one_of_several_is_a_gap_and_no_number(
    tmp_path: Path, added: tuple[str, ...]
) -> None:
    document, _ = made(tmp_path, *added)

    assert any("reference to note `orders`" in gap for gap in gaps(document))


def test_libreoffice_counts_the_paragraph_that_a_reference_names_again(tmp_path: Path) -> None:
    """It works out `REF` fields of paragraph numbers, so that it tells what Word will print."""
    data, _ = fields_of(*made(tmp_path, NAMED))
    moved = with_a_paragraph_before_the_first(data)
    print_in_libreoffice({"before": data, "after": moved}, tmp_path)
    before, after = (_paragraphs_named(tmp_path / f"{name}.pdf") for name in ("before", "after"))

    assert len(before) == 2
    assert after == [number + 1 for number in before]


def _paragraphs_named(path: Path) -> list[int]:
    """Return the numbers that stand behind `paras`, in order."""
    shown = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True)
    lists = re.findall(r": paras? ((?:\d+,\s+)*\d+);", " ".join(shown.stdout.split()))
    return [int(number) for found in lists for number in found.split(", ")]


WORDS_FOR_NOTES = re.compile(r"\b(?:nn?\.?|notes?|notas?) ([\d, ]+)$")


def parts_of(data: bytes) -> dict[str, etree._Element]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        names = ("document", "footnotes", "styles", "settings")
        return {name: etree.fromstring(archive.read(f"word/{name}.xml")) for name in names}


def entries(parts: dict[str, etree._Element]) -> dict[str, list[int]]:
    """Return the text of each entry of the table with the numbers of notes that it names."""
    styles, found = StyleTable(parts["styles"]), dict[str, list[int]]()
    for paragraph in parts["document"].iter(f"{W}p"):
        if styles.name(val(paragraph, "pPr/pStyle")).casefold() == "table of authorities":
            text = " ".join(visible_text(paragraph).split())
            numbers = WORDS_FOR_NOTES.search(text)
            found[text] = [int(number) for number in numbers[1].split(", ")] if numbers else []
    return found


def marked_notes(parts: dict[str, etree._Element]) -> Iterator[tuple[str, int]]:
    """Give the long citation of each mark with the number of its note, as the text counts it."""
    numbers = {mark.get(f"{W}id"): number for number, mark in numbered_marks(parts["document"], parts["settings"])}
    for note in parts["footnotes"].iter(f"{W}footnote"):
        for code in note.iter(f"{W}instrText"):
            if found := re.match(r' TA \\l "([^"]*)"', code.text or ""):
                yield found[1], numbers[note.get(f"{W}id")]


TEMPLATE = """\
{% extends "uk-ghr/brief.md.j2" %}
{% block annexes %}
::::: annex
{#authorities}
# Authorities

{{ table_of_authorities }}
:::::
{% endblock %}
{% block sheet %}{% endblock %}
"""


@pytest.fixture(params=[EXAMPLE, REAL])
def printed(request: pytest.FixtureRequest, tmp_path: Path) -> Document:
    """The submission of a case in a forum whose one annex is the table."""
    return tree(CLAIMS / request.param, write_forum(tmp_path, {"brief.md.j2": TEMPLATE}), "uk-ghr")


def test_every_entry_names_the_notes_that_are_marked_with_it_and_no_other(printed: Document) -> None:
    parts = parts_of(load_format("docx").write(printed, WriteOptions()).data)
    table, marked = entries(parts), dict[str, list[int]]()
    for long, number in marked_notes(parts):
        marked.setdefault(long, []).append(number)

    assert len(table) == len(marked) > 2
    for long, numbers in marked.items():
        (shown,) = [text for text in table if text.startswith(long.removesuffix("…"))]
        assert table[shown] == sorted(set(numbers)), shown


def test_every_authority_of_the_table_is_named_in_the_notes(printed: Document) -> None:
    page = read_html(load_format("html").write(printed, WriteOptions()).data)
    notes = "\n".join(item.text for item in page if item.kind == "note")

    assert printed.authority_marks
    assert {mark.long for mark in printed.authority_marks if re.split(r",| \[", mark.long)[0] not in notes} == set()
