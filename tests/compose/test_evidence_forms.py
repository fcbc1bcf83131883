"""Evidence that no style has a form for, from its record to its notes: who holds it, from whom, through what."""

from __future__ import annotations

from typing import Any

from tests.citation.cases import citation, cite, free_note, item, note_texts, paragraph, style
from tests.each import each
from tests.pictures.records import graph_of

from probata.citation import load_words
from probata.compose.library import build_library
from probata.document.tree import Document, Meta
from probata.law import load_catalogue
from probata.messages import load_wording

PROTECTED: dict[str, Any] = {
    "id": "one", "type": "interview", "author": ["Witness A"], "issued": "2026-05-20", "held": "on_file",
}  # fmt: skip
LETTER: dict[str, Any] = {
    "id": "one", "type": "personal_communication", "genre": "Letter", "author": ["Ana Rill"],
    "recipient": ["the Council"], "issued": "2022-05-13", "held": "held",
}  # fmt: skip
CHAT = {**LETTER, "genre": "Signal message", "author": ["Guard B"], "recipient": ["the group “Shift 4”"]}
REGISTER: dict[str, Any] = {
    "id": "one", "type": "manuscript", "title": "Register of Visitors", "issued": "2022", "held": "on_request",
}  # fmt: skip
REPORT: dict[str, Any] = {"id": "report", "type": "report", "title": "Thirty Days", "author": ["Custody Watch"],
                          "issued": "2023", "held": "held"}  # fmt: skip
ORDER: dict[str, Any] = {
    "id": "one", "type": "document", "title": "Order 6", "issued": "2021-03-02", "held": "cited_in",
    "cited_in": ["report, n 4"],
}  # fmt: skip


def notes(record: dict[str, Any], name: str) -> tuple[str, str]:
    """Give the first note of a source and a later one."""
    known = build_library(graph_of(sources=[REPORT, record]), load_catalogue(), load_wording("en-GB"))
    blocks = (paragraph("A", citation("one")), paragraph("B", free_note("x")),
              paragraph("C", citation(item("one", "page", "2"))))  # fmt: skip
    made = cite(Document(Meta("Test", language="en-GB"), blocks), known, style(name), load_words("en-GB"))
    first, _, later = note_texts(made)
    return first.removeprefix("1 "), later.removeprefix("3 ")


ON_FILE, ON_REQUEST = "(on file with the author)", "(available on request)"


@each(
    ("record", "name", "first", "later"),
    [
        (PROTECTED, "oscola-4", f"Interview with Witness A (20 May 2026) {ON_FILE}.",
         "Interview with Witness A (n #1) 2."),
        (PROTECTED, "oscola-5", f"Interview with Witness A (20 May 2026) {ON_FILE}.",
         "Interview with Witness A (n #1) 2."),
        (PROTECTED, "bluebook-21", f"Interview with Witness A (May 20, 2026) {ON_FILE}.",
         "Interview with Witness A, _supra_ note #1, at 2."),
        (PROTECTED, "un-plain", f"Interview with Witness A, 20 May 2026 {ON_FILE}.", "Interview with Witness A, p. 2."),
        (LETTER, "oscola-4", "Letter from Ana Rill to the Council (13 May 2022).",
         "Letter from Ana Rill to the Council (n #1) 2."),
        (LETTER, "bluebook-21", "Letter from Ana Rill to the Council (May 13, 2022).",
         "Letter from Ana Rill to the Council, _supra_ note #1, at 2."),
        (CHAT, "oscola-4", "Signal message from Guard B to the group “Shift 4” (13 May 2022).",
         "Signal message from Guard B to the group “Shift 4” (n #1) 2."),
        (CHAT, "oscola-5", "Signal message from Guard B to the group “Shift 4” (13 May 2022).",
         "Signal message from Guard B to the group “Shift 4” (n #1) 2."),
        (CHAT, "bluebook-21", "Signal message from Guard B to the group “Shift 4” (May 13, 2022).",
         "Signal message from Guard B to the group “Shift 4”, _supra_ note #1, at 2."),
        (REGISTER, "oscola-4", f"‘Register of Visitors’ (2022) {ON_REQUEST}.", "‘Register of Visitors’ (n #1) 2."),
        (REGISTER, "un-plain", f"“Register of Visitors”, unpublished manuscript, 2022 {ON_REQUEST}.",
         "“Register of Visitors”, p. 2."),
        (ORDER, "oscola-4", "‘Order 6’ (2 March 2021), cited in Custody Watch, ‘Thirty Days’ (2023) fn 4.",
         "‘Order 6’ (n #1) 2, cited in Custody Watch (n #1) fn 4."),
    ],
)  # fmt: skip
def test_evidence_is_told_by_what_it_is_and_how_it_is_held(
    record: dict[str, Any], name: str, first: str, later: str
) -> None:
    assert notes(record, name) == (first, later)


@each("name", ["oscola-4", "oscola-5", "bluebook-21", "un-plain"])
@each("record", [PROTECTED, LETTER, CHAT, REGISTER, ORDER])
def test_every_style_prints_it_and_says_how_it_is_held_once(record: dict[str, Any], name: str) -> None:
    first, later = notes(record, name)
    held = {"on_file": ON_FILE, "on_request": ON_REQUEST, "cited_in": "cited in Custody Watch"}.get(record["held"], "")
    assert first.count(held or "2022") == 1
    assert ON_FILE not in later
    assert ON_REQUEST not in later
