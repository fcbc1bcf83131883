"""Names in finished files count: nobody who guesses the id of a record can confirm it from a file."""

from __future__ import annotations

import re
import shutil
from hashlib import md5, sha1, sha256
from pathlib import Path

import pytest
from tests.each import each
from tests.filings.cases import CLAIMS, EXAMPLE, alleges
from tests.filings.every import every_filing
from tests.filings.made import MadeFiling, session, workspace
from tests.writers.docx_file import document_of, found, paragraph, part, parts

from probata.document.anchors import neutral_name
from probata.document.blocks import Blocks, Contents, ContentsEntry, Heading, Paragraph, Table
from probata.document.inlines import CrossRef, Note, NoteRef, Text
from probata.document.origin import Origin
from probata.document.tree import Document, Meta
from probata.pipeline import Made, finish, open_case, plan, prepare
from probata.word import open_word
from probata.word.names import made_as
from probata.writers.docx import FORMAT
from probata.writers.format import WriteOptions
from probata.writers.html.context import with_counted_names

PROTECTED = ("witness-a", "relative-b")
DIGITS = 8
"""Digits from which a digest confirms what it was made of."""


def made(case: Path) -> Made:
    opened = open_case(case, case.name, workspace())
    (filing, *_) = plan(opened, workspace(), ["un-sp"])
    return finish(prepare(opened, workspace(), filing, final=False), "docx")


@pytest.fixture(scope="module")
def example() -> Made:
    return made(CLAIMS / EXAMPLE)


def without_mark(made: Made) -> dict[str, bytes]:
    """Return the parts of a file without the digest of the whole document and without its part in the names."""
    digest = made_as(open_word(made.data)).encode()
    names = re.compile(rb"(probata:|_Note_|_Ref_)[0-9a-f]{8}_")
    return {name: names.sub(rb"\1_", data.replace(digest, b"")) for name, data in parts(made.data).items()}


@each("id_", PROTECTED)
def test_a_record_with_another_id_makes_the_same_file_but_for_the_digest_of_the_whole(
    id_: str, example: Made, tmp_path: Path
) -> None:
    case = tmp_path / EXAMPLE
    shutil.copytree(CLAIMS / EXAMPLE, case)
    for path in [*case.glob("*.yaml"), *case.rglob("*.md")]:
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(rf"(?<![\w-]){id_}(?![\w-])", f"{id_}-renamed", text), encoding="utf-8")
    again = made(case)
    assert any(f"{id_}-renamed" in text.read_text(encoding="utf-8") for text in case.glob("people.yaml"))
    assert without_mark(again) == without_mark(example)
    assert dict(again.names) != dict(example.names), "what the names stand for is told apart by the team alone"


def test_no_digest_of_an_id_and_field_is_in_the_bytes(example: Made) -> None:
    graph = session(EXAMPLE).graph
    assert graph is not None
    meanings = " ".join(example.names.values())
    held = b"\n".join(parts(example.data).values())
    known = 0
    for kind, records in graph.records.items():
        for id_ in records:
            for text in guesses(kind, id_):
                for digest in (one(text.encode()).hexdigest() for one in (md5, sha1, sha256)):
                    assert digest[:DIGITS].encode() not in held, text
                    known += digest[:DIGITS] in meanings
    assert known, "the guesses are good ones: what is kept by the team would confirm them"


def guesses(kind: str, id_: str) -> list[str]:
    fields = ("name", "name.family", "name.given", "name.native", "description", "title", "dates", "summary", "text")
    whole = f"{kind}/{id_}"
    return [id_, whole, f"{whole}#", f"person-{id_}", *(f"{whole}#{field}" for field in fields)]


def test_paragraphs_of_one_record_do_not_say_that_they_are(example: Made) -> None:
    tags = found(part(example.data, "word/document.xml"), "//w:sdtPr/w:tag/@w:val")
    assert len(tags) == len(set(tags)) > 80
    assert len({example.names[tag] for tag in tags}) < len(tags)


def test_the_same_words_of_two_records_make_the_same_file_but_for_the_digest() -> None:
    """Where somebody takes a word out of a file, what is left does not say which it was."""
    one, other = (
        FORMAT.write(
            document_of(
                Paragraph((Text("Witness A was there."),), origin=Origin(f"people/{name}", "name")),
                paragraph("See", Note(f"n-{name}", (paragraph("A note."),), 1)),
            ),
            WriteOptions(),
        )
        for name in ("semrin", "orskelin")
    )
    files = [parts(made.data) for made in (one, other)]
    assert [sorted(name for name in files[0] if files[0][name] != files[1][name])] == [
        ["docProps/custom.xml", "word/document.xml"]
    ]
    tags = [found(part(made.data, "word/document.xml"), "//w:sdtPr/w:tag/@w:val") for made in (one, other)]
    assert [tag.rpartition("_")[2] for pair in tags for tag in pair] == ["1", "1"]


WING, ROOF = neutral_name("allegation", "north-wing"), neutral_name("allegation", "roof")


def counted(*blocks: Heading | Paragraph | Table | Contents) -> Blocks:
    return with_counted_names(Document(Meta("A title"), blocks)).blocks


def heading(name: str) -> Heading:
    return Heading(1, (Text("A heading"),), name)


def test_names_with_a_digest_become_numbers_in_the_order_of_the_text_and_what_leads_there_follows() -> None:
    contents = Contents((), (ContentsEntry(1, "A", (Text("A heading"),), ROOF),))
    blocks = counted(contents, heading(WING), Paragraph((CrossRef(ROOF),)), heading(ROOF))

    assert [block.id for block in blocks if isinstance(block, Heading)] == ["allegation-1", "allegation-2"]
    assert isinstance(blocks[0], Contents)
    assert blocks[0].entries[0].target == "allegation-2"
    assert isinstance(blocks[2], Paragraph)
    assert blocks[2].inlines == (CrossRef("allegation-2"),)


def test_names_of_sections_stay_and_a_number_that_is_taken_is_passed_over() -> None:
    blocks = counted(heading("summary"), heading("allegation-1"), heading(WING))

    assert [block.id for block in blocks if isinstance(block, Heading)] == ["summary", "allegation-1", "allegation-2"]


def test_notes_are_named_by_their_place_and_references_to_them_follow() -> None:
    (block,) = counted(Paragraph((Note("n0a1b2", ()), Note("nfeed", (Paragraph((NoteRef("n0a1b2", 1),)),)))))

    assert isinstance(block, Paragraph)
    assert block.inlines == (Note("1", ()), Note("2", (Paragraph((NoteRef("1", 1),)),)))


@every_filing
def test_no_anchor_of_a_filing_that_goes_out_is_a_digest(filing: MadeFiling) -> None:
    digest = re.compile(r"[0-9a-f]{12}")
    page = filing.html.decode()
    anchors = re.findall(r'(?:id|href)="#?([^"/]+)"', page)

    assert len(anchors) > 20 or not alleges(filing.name)
    assert [anchor for anchor in anchors if digest.search(anchor)] == []
