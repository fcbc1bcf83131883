"""The day on which a page was read, against the day of the case."""

from __future__ import annotations

from pathlib import Path

from tests.checks.example_case import load_example
from tests.each import each

from probata.checks import Outcome
from probata.checks.engine.run import run_checks
from probata.checks.records.sources import source_read_long_ago

URL = "url: https://a.example/4, held: held"


@each(
    ("source", "as_of", "is_found"),
    [
        (f"{URL}, accessed: 2024-05-02", "2026-10-30", True),
        (f"{URL}, accessed: 2025-10-29", "2026-10-30", True),
        (f"{URL}, accessed: 2025-10-30", "2026-10-30", False),
        (f"{URL}, accessed: 2024-02-29", "2025-03-01", True),
        (f"{URL}, accessed: 2025", "2026-10-30", False),
        (f"{URL}, accessed: ~2024", "2026-10-30", False),
        (f"{URL}, accessed: 2024", "~2026", False),
        (f"{URL}, accessed: 9999", "9999", False),
        (URL, "2026-10-30", False),
        ("held: held, accessed: 2024", "2026-10-30", False),
        (f"{URL}, accessed: 2024, doi: 10.1000/4", "2026-10-30", False),
        (f"{URL}, accessed: 2024, archive_url: 'https://web.archive.org/web/20240502101500/https://a.example/4'",
         "2026-10-30", False),
        ("url: https://a.example/4, held: on_file, accessed: 2024", "2026-10-30", False),
    ],
)  # fmt: skip
def test_a_page_read_more_than_twelve_months_before_and_kept_nowhere_is_a_note(
    tmp_path: Path, source: str, as_of: str, is_found: bool
) -> None:
    text = f"case: {{title: Example, as_of: {as_of}}}\nsources: [{{id: s, title: T, {source}}}]"
    case, faults = load_example(tmp_path, text)
    assert faults == []
    found = run_checks(case, [source_read_long_ago])[0].findings

    assert [(one.record, one.severity.label) for one in found] == ([("sources/s", "note")] if is_found else [])


def test_without_a_day_of_the_case_it_cannot_be_told(tmp_path: Path) -> None:
    case, _ = load_example(tmp_path, f"case: {{title: E}}\nsources: [{{id: s, title: T, {URL}, accessed: 2024}}]")
    (result,) = run_checks(case, [source_read_long_ago])

    assert result.outcome is Outcome.CANNOT_TELL
