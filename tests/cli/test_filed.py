"""What was sent is kept as it went out, and a change afterwards leads to the paragraphs that printed it."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from tests.cli.command import Command

from probata.word import open_word
from probata.word.reading import read_text

MADE = Path("output/harbour/outgoing/DRAFT-submission.en-GB.docx")


@pytest.fixture
def sent(probata: Command, harbour: Path) -> Path:
    """A case of which a document was sent."""
    assert probata("build", harbour, "--forum", "submission", "--format", "docx").code == 0
    ran = probata("filed", harbour, "submission", "--to", "The Secretary of State", "--on", "2026-03-02",
                  "--answer-due", "2026-06-01", MADE)  # fmt: skip
    assert ran.code == 0, ran.err
    return harbour


def test_the_bytes_that_went_out_stay_whatever_is_built_later(probata: Command, sent: Path) -> None:
    went_out = MADE.read_bytes()
    MADE.write_bytes(b"another")
    digest = hashlib.sha256(went_out).hexdigest()
    assert (sent / "held" / digest[:2] / digest).read_bytes() == went_out
    assert "due 1 June 2026" in probata("show", sent, "filings").out


def test_a_change_names_the_paragraphs_and_the_letter_has_both_wordings(probata: Command, sent: Path) -> None:
    background = sent / "narrative/background.md"
    background.write_text(background.read_text().replace("lies in the north", "lies in the south"))
    told = " ".join(probata("check", sent).out.split())
    assert "went to The Secretary of State on 2 March 2026" in told
    assert "`narrative/background` (paragraphs " in told
    ran = probata("correct", sent, "submission-2026-03-02")
    assert ran.code == 0, ran.err
    letter = Path("output/harbour/internal/corrections/submission-2026-03-02.docx")
    said = [line.text for line in read_text(open_word(letter.read_bytes())).lines]
    assert sum("lies in the north" in line for line in said) == 1
    assert sum("lies in the south" in line for line in said) == 1
    assert not list(MADE.parent.glob("*correction*"))


def test_a_date_that_is_corrected_in_one_passage_and_stands_in_another_is_told(probata: Command, harbour: Path) -> None:
    background = harbour / "narrative/background.md"
    said = background.read_text()
    background.write_text(f"{said}\nIt closed on 3 May 2021 [@report].\n\nAfter 3 May 2021 nobody came [@report].\n")
    assert probata("build", harbour, "--forum", "submission", "--format", "docx").code == 0
    bundle = MADE.with_name("DRAFT-submission-bundle.en-GB.pdf")
    bundle.write_bytes(b"a bundle")
    assert probata("filed", harbour, "submission", "--to", "A Court", "--on", "2026-03-02", MADE, bundle).code == 0
    background.write_text(background.read_text().replace("closed on 3 May", "closed on 4 May"))
    ran = probata("correct", harbour, "submission-2026-03-02", "--out", "elsewhere")

    assert "still says 3 May 2021, which is corrected elsewhere" in ran.err
    letter = Path("elsewhere/harbour/internal/corrections/submission-2026-03-02.docx")
    lines = [line.text for line in read_text(open_word(letter.read_bytes())).lines]
    assert sum("The bundle that was filed with it" in line for line in lines) == 1


def test_a_remark_for_the_team_asks_for_no_correction(probata: Command, sent: Path) -> None:
    sources = sent / "sources.yaml"
    sources.write_text(sources.read_text().replace("held: held}", "held: held, note: ask again}"))
    assert "changed-since-sent" not in probata("check", sent).out
    assert "nothing to correct" in probata("correct", sent, "submission-2026-03-02").out


def test_what_was_only_drafted_is_not_taken_for_what_was_sent(probata: Command, harbour: Path) -> None:
    assert probata("build", harbour, "--forum", "submission", "--format", "docx").code == 0
    ran = probata("filed", harbour, "submission", "--to", "The Secretary of State")
    assert ran.code == 2
    assert "only drafts" in ran.err
    assert not (harbour / "sent.yaml").exists()
    assert not (harbour / "held").exists()
