"""The first page of a draft names every gap: those that stop a filing, and those that merely stand in the text."""

from __future__ import annotations

from pathlib import Path

from tests.case_folder import ALLEGATIONS, CASE, build, write_case

from probata.compose.gaps_in_text import with_gaps_in_text
from probata.document.blocks import Block, Box, Paragraph
from probata.document.inlines import Gap, Text
from probata.document.list_ids import GAPS_IN_TEXT
from probata.document.walk import plain_text
from probata.messages import load_wording

ENGLISH = load_wording("en-GB")


def box(*above: str) -> Box:
    lines = tuple(Paragraph((Text(line),)) for line in above)
    return Box((*lines, Paragraph((Text("-"),), id=GAPS_IN_TEXT)), "gaps")


def lines_of(blocks: tuple[Block, ...]) -> list[str]:
    return [plain_text(p.inlines) for b in blocks if isinstance(b, Box) for p in b.blocks if isinstance(p, Paragraph)]


def text(*gaps: str) -> Paragraph:
    return Paragraph(tuple(Gap(f"{gap}: to complete") for gap in gaps))


def test_gaps_of_the_text_are_named_in_its_order_with_their_number() -> None:
    blocks = with_gaps_in_text((box(), text("summary"), text("body", "summary")), (), ENGLISH)

    assert lines_of(blocks) == ["Gaps shown in brackets in the text: summary (2); body."]


def test_what_stands_above_is_not_named_again() -> None:
    told = ("date of birth: to complete for Ardel Solvan",)
    blocks = with_gaps_in_text((box("Missing:"), text("date of birth", "body")), told, ENGLISH)

    assert lines_of(blocks)[1].endswith("text: body.")


def test_a_box_with_nothing_in_it_is_left_out() -> None:
    shown = Paragraph((Text("All is there."),))

    assert with_gaps_in_text((box(), shown), (), ENGLISH) == (shown,)


def test_a_draft_names_a_missing_summary_and_missing_particulars_on_its_first_page(tmp_path: Path) -> None:
    case = CASE.replace("summary: A summary that stands in every document.\n", "")
    allegations = "".join(line for line in ALLEGATIONS.splitlines(True) if "particulars" not in line)
    built = build(write_case(tmp_path, case=case, allegations=allegations))

    first_page = built.text.partition('<nav class="contents"')[0].rpartition("DRAFT")[2]
    assert "summary" in first_page
    (line,) = [part for part in first_page.split("<p") if "shown in brackets" in part]
    assert "particulars of this allegation" in line


def test_a_limb_that_must_be_argued_stands_among_what_is_needed_on_the_first_page(tmp_path: Path) -> None:
    argued = "{forum: uk-ghr, limb: 4(2)(b), text: They were beaten.}"
    assert ALLEGATIONS.count(f"{argued}, ") == 1
    built = build(write_case(tmp_path, allegations=ALLEGATIONS.replace(f"{argued}, ", "")))

    first_page = built.text.partition('<nav class="contents"')[0].rpartition("DRAFT")[2]
    above = first_page.partition("shown in brackets")[0]
    assert "the argument on a right under regulation 4(2): to complete for “Alleged beatings in the harbour”" in above
