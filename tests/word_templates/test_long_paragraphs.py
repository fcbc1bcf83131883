"""Paragraphs of a Word template that are longer than anybody types."""

from __future__ import annotations

import time
from pathlib import Path

from tests.each import each
from tests.word_templates.forums import built, word

from probata.compose.word_template.forms import If, Scope
from probata.compose.word_template.recognise import Conditions

SPACES = " " * 60_000


def test_a_long_row_of_spaces_among_words_takes_seconds(tmp_path: Path) -> None:
    template = word("First.", "Last.")
    template.paragraphs[0].add_run(f"begin{SPACES}end")
    template.paragraphs[1].add_run(f"bold{SPACES}words").bold = True
    start = time.process_time()
    found = built(tmp_path, template)
    assert time.process_time() - start < 15
    assert [one.message for one in found.findings if one.code == "TPL101"] == []
    assert "First.begin" in found.text


@each(("denials", "asks"), [(0, "title"), (1, "not (title)"), (2, "title"), (4_001, "not (title)")])
def test_what_is_denied_any_number_of_times_is_asked_or_not(denials: int, asks: str) -> None:
    form = Conditions(Scope()).form(f"if {'not ' * denials}title")
    assert isinstance(form, If)
    assert form.asks == asks
