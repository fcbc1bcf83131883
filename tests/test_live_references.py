"""References to notes and exhibits that authors write are live in every format, and never dead digits."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

from tests.each import each
from tests.filings.cases import CLAIMS, EXAMPLE
from tests.readers.docx_fields import Field, read_fields
from tests.readers.libreoffice import print_in_libreoffice
from tests.test_fields import with_a_paragraph_before_the_first
from tests.word_templates.forums import tree, write_forum

from probata.document.inlines import Gap
from probata.document.tree import Document
from probata.document.walk import inlines_in_order
from probata.writers.format import WriteOptions, load_format

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
