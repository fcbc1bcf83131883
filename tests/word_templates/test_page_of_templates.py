"""What docs/templates.md says of wording in Word is so."""

from __future__ import annotations

import re
from pathlib import Path

from tests.pages import read
from tests.word_templates.forums import built, word

from probata.diagnostics.render import full

PAGE = read("docs/templates.md").partition("## Wording in Word")[2].partition("### What may stand in brackets")[0]
LINES = [line.removeprefix("> ").rstrip("\\") for line in PAGE.splitlines() if line.startswith("> ")]


def test_the_lines_that_the_page_shows_can_be_used_as_they_stand(tmp_path: Path) -> None:
    lines = [re.sub(r" ?\*\(.*\)\*|\*\*", "", line) for line in LINES]
    found = built(tmp_path, word(*(("Heading 1", line) if line.startswith("Request") else line for line in lines)))

    assert len(lines) == 8
    assert [one.message for one in found.findings if one.code.startswith("TPL")] == []
    assert "Harbour Watch asks the Secretary of State to designate Ardel Solvan." in found.text
    assert "Asset freeze." in found.text
    assert "The requests stand by themselves." not in found.text


def test_the_finding_that_the_page_shows_is_the_one_that_is_told(tmp_path: Path) -> None:
    shown = PAGE.partition("```\nmust fix:")[2].partition("```")[0].strip()
    found = built(tmp_path, word(*("Before.",) * 12, ("Heading 1", "Request"), "[persn: name] is asked to answer."))

    (one,) = [one for one in found.findings if one.code == "TPL101"]
    told = full.render([one], {}).replace("mine/", "my-letter/").removeprefix("must fix:").strip()
    assert told.startswith(shown)
    assert len(shown.splitlines()) == 3
