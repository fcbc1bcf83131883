"""A quotation that its source is recorded as not holding."""

from __future__ import annotations

from pathlib import Path

from tests.each import each
from tests.three_languages import BACKGROUND_EN, BACKGROUND_ES, BACKGROUND_FR, open_letters

from probata.diagnostics import Severity
from probata.document.blocks import Quote
from probata.document.inlines import Note
from probata.document.walk import plain_text
from probata.pipeline import plan
from probata.pipeline.drafting import draft

QUOTATION = "- {id: until, speaker: {described: A guard}, text: Go on until they write., quoted_in: QUOTED}\n"
READ = "- {id: looked-for, what: WHAT, by: A Reader, on: 2026-09-10, result: RESULT}\n"
LATER = "- {id: found, what: until, by: B Reader, on: 2026-09-12}\n"
NOT_THERE = {
    "en-GB": "[source of the quotation: it does not hold these words]",
    "fr": "[source de la citation\u00a0: elle ne contient pas ces mots]",
    "es": "[fuente de la cita: no contiene estas palabras]",
}


WITHOUT = [f"A guard {gap}" for gap in NOT_THERE.values()]


def printed(folder: Path, reads: str, quoted: str = "'report, p. 41'") -> tuple[list[str], list[str]]:
    """Return what each letter prints below the quotation, and of which quotations the source must be fixed."""
    block = "\n\n{{ quotations[0].block }}\n"
    sections = {"background": BACKGROUND_EN, "background-fr": BACKGROUND_FR, "background-es": BACKGROUND_ES}
    files = {f"narrative/{name}.md": text + block for name, text in sections.items()}
    quotations = QUOTATION.replace("QUOTED", quoted)
    session, workspace = open_letters(folder, {**files, "quotations": quotations, "reads": reads})
    below = []
    for filing in plan(session, workspace):
        drafted, _ = draft(session, workspace, filing, final=False)
        assert drafted is not None
        (quote,) = (block for block in drafted.document.blocks if isinstance(block, Quote))
        notes = sum(isinstance(inline, Note) for inline in quote.attribution)
        below.append(plain_text(quote.attribution) + " (note)" * notes)
    errors = [one for one in session.report if one.severity is Severity.ERROR]
    return below, [one.record for one in errors if one.name == "quotation-without-source"]


@each(
    ("what", "result", "quoted"),
    [
        ("until", "not_found", "'report, p. 41'"),
        ("until", "differs", "'report, p. 41'"),
        ("report", "not_found", "'report, p. 41'"),
        ("report", "confirmed", "{source: report, against: true}"),
    ],
)
def test_a_quotation_has_no_note_to_a_source_that_does_not_hold_it(
    tmp_path: Path, what: str, result: str, quoted: str
) -> None:
    reads = READ.replace("WHAT", what).replace("RESULT", result)

    assert printed(tmp_path, reads, quoted) == (WITHOUT, ["quotations/until"])


@each(
    "reads",
    [
        READ.replace("WHAT", "report").replace("RESULT", "differs"),
        READ.replace("WHAT", "until").replace("RESULT", "not_found") + LATER,
        READ.replace("WHAT", "report").replace("RESULT", "not_found") + LATER,
    ],
)
def test_a_quotation_that_was_found_in_its_source_has_its_note(tmp_path: Path, reads: str) -> None:
    assert printed(tmp_path, reads) == (["A guard (note)"] * 3, [])
