"""A source that is marked confidential is cited in no document that others read than whoever decides on it."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each
from tests.in_ids import in_ids

from probata.checks.documents.disclosure import confidential_source_shown
from probata.checks.engine.finding import Outcome
from probata.checks.engine.run import CheckResult, run_checks

CASE = """
case:
  title: Example
  summary: Two relatives were called in TEXT.
  filings: [FILING]
sources:
  - {id: letter, title: Letter, MARKED}
  - {id: report, title: Report, cited_in: 'letter, p. 1'}
  - {id: paper, title: Paper}
"""
BRIEF = "{id: brief, forum: uk-ghr}"
CLOSED = "{id: brief, forum: closed}"
FORUM = "id: closed\nextends: _base\ndocument_kind: submission\n"
TEMPLATE = "# Summary\n\n{{ case_summary }}\n"
CONFIDENTIAL = "confidentiality: confidential"


def result_of(folder: Path, filing: str = BRIEF, marked: str = CONFIDENTIAL, text: str = "[@letter]") -> CheckResult:
    case = CASE.replace("FILING", filing).replace("MARKED", marked).replace("TEXT", text)
    files = {"templates/closed/forum.yaml": FORUM, "templates/closed/brief.md.j2": TEMPLATE}
    loaded, faults = load_example(folder, case, files)
    assert [in_ids(fault.message) for fault in faults] == []
    assert loaded.drafts["brief"].document.blocks
    return run_checks(loaded, [confidential_source_shown])[0]


def test_a_confidential_source_is_found_with_the_document_and_its_readers(tmp_path: Path) -> None:
    (found,) = result_of(tmp_path).findings

    assert found.record == "sources/letter"
    assert in_ids(found.message) == (
        "source `letter` is marked confidential, and `brief`, which the person accused may read, prints its reference"
    )


@each(
    ("filing", "marked", "text", "outcome"),
    [
        (BRIEF, CONFIDENTIAL, "[@letter]", Outcome.FAILED),
        (BRIEF, CONFIDENTIAL, "[@report]", Outcome.FAILED),
        (BRIEF, CONFIDENTIAL, "[@paper]", Outcome.PASSED),
        (BRIEF, "held: held", "[@letter]", Outcome.PASSED),
        (BRIEF, "confidentiality: anonymise", "[@letter]", Outcome.CANNOT_TELL),
        (BRIEF, "confidentiality: anonymise", "[@paper]", Outcome.PASSED),
        (CLOSED, CONFIDENTIAL, "[@letter]", Outcome.NOT_APPLICABLE),
    ],
)
def test_what_is_shown_follows_from_the_mark_the_citations_and_the_readers(
    filing: str, marked: str, text: str, outcome: Outcome, tmp_path: Path
) -> None:
    assert result_of(tmp_path, filing, marked, text).outcome is outcome


def test_readers_of_a_submission_read_what_supports_it_too(tmp_path: Path) -> None:
    found = result_of(tmp_path, CLOSED.replace("}", ", supports_filing: main}, {id: main, forum: uk-ghr}")).findings

    assert sorted(in_ids(one.message).split("`")[3] for one in found) == ["brief", "main"]
