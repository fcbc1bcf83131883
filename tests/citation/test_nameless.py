"""A source of which neither title nor place is recorded is a gap in its note, and is not filed."""

from __future__ import annotations

from pathlib import Path

from tests.case_folder import ALLEGATIONS, SOURCES, build, write_case
from tests.each import each
from tests.filings.made import workspace

from probata.citation import Library
from probata.compose.library import csl_item
from probata.diagnostics import Severity
from probata.document.inlines import Gap
from probata.document.origin import Origin
from probata.document.walk import inlines_in_order
from probata.messages import ENGLISH, load_wording
from probata.model.source_record import Source
from probata.pipeline import make, open_case, plan

from .cases import citation, cited, item, listed, note_texts, paragraph

GAP = "title not recorded"


def library(*ids: str) -> Library:
    sources = {key: csl_item(Source.model_validate({"id": key}), load_wording(ENGLISH)) for key in ids}
    return Library(sources, untitled=frozenset(ids), nameless=frozenset(ids))


@each("name", ["oscola-4", "oscola-5", "bluebook-21", "un-plain", "chicago-notes-bibliography"])
def test_a_gap_stands_in_each_note_and_in_the_list(name: str) -> None:
    blocks = (
        paragraph("A", citation("a")),
        paragraph("B", citation("b")),
        paragraph("C", citation(item("a", "page", "3"))),
    )
    found = cited(*blocks, listed("a"), listed("b"), library=library("a", "b"), name=name)
    gaps = [one for one in inlines_in_order(found.document.blocks) if isinstance(one, Gap)]

    assert gaps == [Gap(GAP, origin=Origin(f"sources/{key}")) for key in ("a", "b", "a", "a", "b")]
    assert note_texts(found)[0] == f"1 [{GAP}]."


def test_a_filing_that_cites_one_is_refused_with_its_place(tmp_path: Path) -> None:
    files = {
        "sources": f"{SOURCES}- {{id: nothing, type: webpage, held: held}}\n",
        "allegations": ALLEGATIONS.replace("[@report, p. 7]", "[@report, p. 7; @nothing]"),
    }
    case = write_case(tmp_path, **files)
    found = build(case).found("reference-without-target")

    assert found.severity is Severity.ERROR
    assert found.record == "sources/nothing"
    assert GAP in found.message
    assert found.span is not None
    assert (found.span.path, found.span.line) == ("harbour/sources.yaml", 3)
    session = open_case(case, "harbour", workspace())
    (filing, *_) = plan(session, workspace())
    final = [one for made in make(session, workspace(), filing, ["html"], final=True) for one in made.diagnostics]
    assert "reference-without-target" in {one.name for one in final if one.refuses}


def test_one_with_an_address_is_described_and_is_no_gap(tmp_path: Path) -> None:
    files = {
        "sources": f"{SOURCES}- {{id: nothing, type: webpage, url: 'https://example.org/a', held: held}}\n",
        "allegations": ALLEGATIONS.replace("[@report, p. 7]", "[@report, p. 7; @nothing]"),
    }
    names = {one.name for one in build(write_case(tmp_path, **files)).findings}

    assert "reference-without-target" not in names
