"""A statement prints its maker's words letter by letter, in the tree, in Word and in HTML."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.checks.example_case import load_example
from tests.each import each
from tests.readers.docx_text import read_docx
from tests.readers.html_text import read_html

from probata.document.blocks import Paragraph, Role
from probata.document.tree import Document
from probata.document.walk import plain_text
from probata.forum import own_templates
from probata.model.case_file import Filing
from probata.pipeline import Workspace, draft, open_case
from probata.writers.format import WriteOptions, load_format

ODD = (
    "5*3*2 is 30 and 2**3 is 8.",
    "A backslash before \\* stays.",
    "1. I saw it.",
    "- I saw it, and <b>ran</b> &amp; fell.",
    "# 4 men and _one_ dog",
    'He said: "it\'s `mine`"... -- so',
    "[here](https://a.example) ^[then] [^1] {#id}",
)
FORUMS = ("uk-cpr-ws", "support-statement")
PRINTABLE = st.lists(
    st.text(st.characters(exclude_categories=("C", "Z"), exclude_characters="*@"), min_size=1, max_size=8)
    | st.sampled_from(("5*3*2", "\\*", "1.", "-", ">", "#", "_a_", "**“ID1”**", "```", "|", "&lt;")),
    min_size=1,
    max_size=8,
).map(" ".join)
"""Letters, marks, digits and symbols. What else a text may hold is tried in `tests/markup/test_verbatim.py`."""


def stated(folder: Path, forum: str, texts: tuple[str, ...]) -> Document:
    """Compose the statement of a witness who says these paragraphs."""
    paragraphs = [{"id": f"p{n}", "basis": "own_knowledge", "text": text} for n, text in enumerate(texts)]
    records = {
        "case": {"title": "Example"},
        "people": [{"id": "w", "name": "Mara Wolk"}],
        "statements": [{"id": "s", "person": "w", "kind": "witness", "paragraphs": paragraphs}],
    }
    load_example(folder, yaml.safe_dump(records, allow_unicode=True))
    roots = Workspace((own_templates(),))
    opened = open_case(folder / "case.yaml", "case.yaml", roots)
    made, faults = draft(opened, roots, Filing(id="f", forum=forum, statement="s"), False)
    assert made is not None, faults
    return made.document


def said(document: Document) -> list[str]:
    blocks = [block for block in document.blocks if isinstance(block, Paragraph) and block.role is Role.NUMBERED]
    return [plain_text(block.inlines) for block in blocks]


@each("forum", FORUMS)
def test_what_would_be_markup_is_printed_in_word_and_html_as_it_was_said(tmp_path: Path, forum: str) -> None:
    document = stated(tmp_path, forum, ODD)

    assert [text for text in said(document) if text in ODD] == list(ODD)
    for name, read in (("docx", read_docx), ("html", read_html)):
        shown = [item.text for item in read(load_format(name).write(document, WriteOptions()).data)]
        assert [text for text in shown if text in ODD] == list(ODD), name


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(PRINTABLE)
def test_what_is_printed_is_the_record_less_its_pairs_of_asterisks(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        assert said(stated(Path(folder), "uk-cpr-ws", (text,))) == [re.sub(r"\*\*(“ID1”)\*\*", r"\1", text)]
