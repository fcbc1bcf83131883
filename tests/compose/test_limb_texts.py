"""What is recorded on a limb of the legal test is printed, whatever else is recorded on the same limb."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lxml import html
from tests.case_folder import ALLEGATIONS, CASE, ROLES, build, write_case

ROLE_OF_MERRIK = ROLES.replace("solvan", "merrik")


def test_two_texts_on_one_limb_are_both_printed_each_with_its_person(tmp_path: Path) -> None:
    allegations = ALLEGATIONS.replace("{role: solvan-commander}", "{role: solvan-commander}, {role: merrik-commander}")
    allegations = allegations.replace(
        "{forum: uk-ghr, limb: 6(3)(a), text: He led it.}",
        "{forum: uk-ghr, limb: 6(3)(a), persons: [solvan], text: He led it.},"
        " {forum: uk-ghr, limb: 6(3)(a), persons: [merrik], text: She ordered it.}",
    )
    case = CASE.replace("[solvan]", "[solvan, merrik]")
    built = build(write_case(tmp_path, case=case, roles=ROLES + ROLE_OF_MERRIK, allegations=allegations))
    page: Any = html.document_fromstring(built.text)
    said = [p.text_content() for p in page.iter("h4", "p")]
    wanted = ("Ardel Solvan", "He led it.", "Tove Merrik", "She ordered it.")
    shown = [
        one for text in said if text in wanted[::2] or "(Regulation 6(3)(a).)" in text for one in wanted if one in text
    ]

    assert shown == list(wanted)
