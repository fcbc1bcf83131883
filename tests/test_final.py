"""What may be filed and what may not; and each thing that stands in the way is told once."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from pathlib import Path

import pytest
from tests.case_folder import ALLEGATIONS, CASE, ROLES, SOURCES, write_case
from tests.each import each
from tests.filings.cases import CLAIMS, EXAMPLE, FILES, REAL, FilingName, filings_of, language_of
from tests.filings.made import made_filing, session, tree_of, workspace
from tests.filings.words import words_in
from tests.readers.docx_text import read_docx
from tests.readers.html_text import read_html
from tests.readers.tree_text import read_tree
from tests.writers.docx_file import parts

from probata.checks.engine.folding import fold
from probata.diagnostics import Diagnostic, Severity
from probata.document.inlines import Gap
from probata.document.tree import Document
from probata.document.walk import inlines_in_order
from probata.pipeline import Session, check_documents, make_document, open_case, open_workspace, plan, prepare, refusals

of_the_example = each("name", filings_of(EXAMPLE), ids=str)
each_whole_filing = each("filing_id", FILES[EXAMPLE])

TO_SIGN, SIGNED = "Signed: ____", "Signed in the original"


@each_whole_filing
def test_the_example_may_be_filed_in_all_its_forums_and_languages(filing_id: str) -> None:
    (filing,) = plan(session(EXAMPLE), workspace(), [filing_id])
    assert refusals(session(EXAMPLE), workspace(), filing) == ()


@of_the_example
def test_a_final_file_says_nowhere_that_it_is_a_draft(name: FilingName) -> None:
    filed = made_filing(name)
    texts = [item.text for item in (*read_docx(filed.docx), *read_html(filed.html))]
    assert [text for text in (*texts, *filed.tree.meta.running) if re.search(r"DRAFT|not recorded", text)] == []
    assert [name for name, body in parts(filed.docx).items() if b"DRAFT" in body] == []
    assert b"DRAFT" not in filed.html


@of_the_example
def test_a_filing_lacks_nothing_of_its_draft_but_gaps_and_marking(name: FilingName) -> None:
    draft, final = (tree_of(name, final=is_final)[0] for is_final in (False, True))
    in_draft, in_final = texts_without_numbers(draft), texts_without_numbers(final)
    count = counts_gaps(name)
    assert [text for text in (in_draft - in_final).elements() if not (TO_SIGN in text or count.search(text))] == []
    assert set((in_final - in_draft).elements()) <= {SIGNED}
    assert set(draft.meta.running) - set(final.meta.running) == {words_in(language_of(name))["running"]["draft"]}


def texts_without_numbers(tree: Document) -> Counter[str]:
    """Count the texts outside notes, without gaps and without what is said of a limb that nobody has read.

    A paragraph that is left out moves the numbers after it, and is named in no table of authorities.
    """
    gaps = [f"[{inline.text}]" for inline in inlines_in_order(tree.blocks) if isinstance(inline, Gap)]
    unread = (*gaps, " (its words to be confirmed)", "in substance, ")
    pattern = re.compile("|".join(map(re.escape, unread)))
    bare = (" ".join(pattern.sub("", item.text).split()) for item in read_tree(tree) if item.kind != "note")
    texts = (re.sub(r" (?=[.,;])", "", text) for text in bare if text)
    return Counter(re.sub(r"\d+(?:, \d+)*", "#", text) for text in texts)


def counts_gaps(name: FilingName) -> re.Pattern[str]:
    """Return what finds the line of a draft that says how many gaps it has."""
    told = words_in(language_of(name))["document"]
    many = re.escape(told["gaps"]).replace(r"\{number\}", r"(?:\d+|#)")
    return re.compile(f"^(?:{many}|{re.escape(told['gaps_one'])})$")


@each("filing_id", FILES[REAL])
def test_an_illustration_is_refused(filing_id: str) -> None:
    (filing,) = plan(session(REAL), workspace(), [filing_id])
    assert "status-illustration" in {found.name for found in refusals(session(REAL), workspace(), filing)}


def example_with(status: str, folder: Path) -> Session:
    """Read a copy of the example with another line in place of `status: ready`."""
    case = Path(shutil.copytree(CLAIMS / EXAMPLE, folder / EXAMPLE))
    text = (case / "case.yaml").read_text(encoding="utf-8")
    assert "status: ready\n" in text
    (case / "case.yaml").write_text(text.replace("status: ready\n", status), encoding="utf-8")
    return open_case(case, EXAMPLE, workspace())


@pytest.fixture(scope="module")
def illustration(tmp_path_factory: pytest.TempPathFactory) -> Session:
    """The example as an illustration, read once for all its filings."""
    return example_with("status: illustration\n", tmp_path_factory.mktemp("illustration"))


@pytest.fixture(scope="module")
def unanswered(tmp_path_factory: pytest.TempPathFactory) -> Session:
    """The example as long as nobody answers for it, read once for all its filings."""
    return example_with("", tmp_path_factory.mktemp("unanswered"))


@each_whole_filing
def test_a_complete_case_is_refused_until_somebody_answers_for_it(filing_id: str, unanswered: Session) -> None:
    (filing,) = plan(unanswered, workspace(), [filing_id])
    (found,) = refusals(unanswered, workspace(), filing)
    assert found.name == "status-draft"
    assert "write `status: ready` in `case.yaml`" in found.help


def test_a_final_document_has_no_paragraph_that_says_only_that_nothing_is_recorded(tmp_path: Path) -> None:
    case = write_case(tmp_path, case=CASE.replace("summary: ", "other_summary: "))
    opened = open_case(case, "harbour", workspace())
    (filing, *_) = plan(opened, workspace())
    draft, final = (make_document(opened, workspace(), filing, final=is_final)[0] for is_final in (False, True))
    assert draft is not None
    assert final is not None
    texts = [[item.text for item in read_tree(tree) if item.kind in ("paragraph", "list")] for tree in (draft, final)]

    assert [text for text in texts[0] if re.fullmatch(r"\[[^\]]+: to complete\]", text)]
    assert [text for text in texts[1] if "not recorded" in text and len(text) < 20] == []
    headings = [item.text for item in read_tree(final) if item.kind == "heading"]
    assert "Summary" in headings, "the table of allegations stands below it"
    assert "Why designation is appropriate" not in headings


def test_a_draft_is_told_at_once_of_everything_else_that_stands_in_the_way(tmp_path: Path) -> None:
    case = Path(shutil.copytree(CLAIMS / EXAMPLE, tmp_path / EXAMPLE))
    text = (case / "case.yaml").read_text(encoding="utf-8")
    (case / "case.yaml").write_text(text.replace("status: ready\n", ""), encoding="utf-8")
    (case / "reads.yaml").unlink()
    opened = open_case(case, EXAMPLE, workspace())
    (filing,) = plan(opened, workspace(), ["uk-ghr"])
    refused = refusals(opened, workspace(), filing)

    assert {found.name for found in refused} == {"status-draft", "read-missing"}
    assert {found.severity for found in refused if found.name == "read-missing"} == {Severity.ERROR}
    asked = [found for found in opened.report if found.name == "read-missing"]
    assert {found.severity for found in asked} == {Severity.INFO}, "while it is worked on, a read is only noted"


def test_an_allegation_without_evidence_is_a_gap_that_must_be_filled_and_told_once(tmp_path: Path) -> None:
    bare = ALLEGATIONS.replace('  evidence: ["report, p. 7"]\n', "").replace(
        "  roles: [{role: solvan-commander}]\n", ""
    )
    case = write_case(tmp_path, case=CASE, allegations=bare)
    opened = open_case(case, "harbour", workspace())
    (filing, *_) = plan(opened, workspace())
    draft = prepare(opened, workspace(), filing, final=False).drafted
    assert draft is not None

    told = Counter(found.gap for found in refusals(opened, workspace(), filing) if found.gap)
    assert (told["evidence"], told["role"]) == (1, 1)
    listed = [one.line.partition(": allegations/beatings")[0] for one in draft.to_do]
    needed = [line for line in listed if line.startswith(("* evidence", "* role"))]
    assert sorted(needed) == ["* evidence", "* role"], draft.to_do


FIGURES = "- {id: shown, title: Shown, operation: value, of: [{dataset: detained, column: COLUMN, rows: [2022-05]}]}\n"
PRINTED = ALLEGATIONS.replace("Guards beat detainees on", "Guards beat {{ figure('shown').number }} detainees on")
STANDARD = "  standard_of_proof: reasonable grounds to suspect\n  translations: {fr: {standard_of_proof: des motifs}}\n"
TWO_FILINGS = CASE.replace("summary:", "  - {id: other, forum: us-glomag}\nsummary:")


def told(folder: Path, **files: str) -> tuple[Diagnostic, ...]:
    workspace = open_workspace()
    session = open_case(write_case(folder, **files), "harbour", workspace)
    session.report.extend(check_documents(session, workspace))
    return fold(session.report)


def new(folder: Path, sound: dict[str, str], spoilt: dict[str, str]) -> list[str]:
    """Return the names of what is found of a spoilt case and was not found of the sound one, in the same words."""
    before = {(one.name, one.message) for one in told(folder / "sound", **sound)}
    return [one.name for one in told(folder / "spoilt", **spoilt) if (one.name, one.message) not in before]


@each("column", ["perons", "month"])
def test_a_figure_without_a_result_is_told_once_whatever_prints_it(column: str, tmp_path: Path) -> None:
    files = {"case": TWO_FILINGS, "allegations": PRINTED}
    sound, spoilt = (files | {"figures": FIGURES.replace("COLUMN", name)} for name in ("persons", column))

    assert new(tmp_path, sound, spoilt) == ["figure-without-result"]


def test_a_source_that_is_lost_and_has_no_name_is_told_once_and_must_be_mended(tmp_path: Path) -> None:
    files = {"case": TWO_FILINGS, "allegations": ALLEGATIONS.replace("[@report, p. 7]", "[@report, p. 7; @lost]")}
    spoilt = files | {"sources": f"{SOURCES}- {{id: lost, held: not_located, cited_in: report}}\n"}
    sound = files | {"sources": spoilt["sources"].replace("lost,", "lost, title: Orders of the guard,")}

    (before,) = (one for one in told(tmp_path / "sound", **sound) if one.name == "note-without-source")
    (after,) = (one for one in told(tmp_path / "spoilt", **spoilt) if one.name == "note-without-source")

    assert not before.refuses
    assert after.refuses
    assert [one for one in new(tmp_path / "both", sound, spoilt) if one.startswith("reference-")] == []


def test_a_misspelt_field_is_told_once_and_a_missing_one_as_missing(tmp_path: Path) -> None:
    files = {"allegations": ALLEGATIONS + STANDARD}
    slip = {"allegations": ALLEGATIONS + STANDARD.replace("  standard_of", "  standart_of", 1)}
    gone = {"allegations": ALLEGATIONS}

    assert new(tmp_path / "slip", files, slip) == ["unknown-field"]
    assert new(tmp_path / "gone", files, gone) == ["required-field-missing"]


def test_a_post_is_not_missing_where_a_role_cannot_be_read(tmp_path: Path) -> None:
    (found,) = (
        one
        for one in told(tmp_path, roles=ROLES.replace("  person:", "\tperson:"))
        if one.name == "identity-incomplete"
    )

    assert "post held" not in found.message
    (found,) = (one for one in told(tmp_path, roles="[]\n") if one.name == "identity-incomplete")
    assert "post held" in found.message


def test_a_reference_without_target_is_told_once_for_several_filings(tmp_path: Path) -> None:
    told_of = [
        one
        for one in told(tmp_path, case=TWO_FILINGS.replace("stands in every", "see paragraph 999 stands in every"))
        if one.name == "reference-without-target"
    ]

    assert [one.filings for one in told_of] == [("submission",)]
