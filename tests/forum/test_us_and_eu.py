"""The American and the European sanctions forum: two folders without Python; their tests, dates and documents."""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
from tests.answers import KEPT
from tests.cli.command import Command
from tests.each import each
from tests.filings.cases import EXAMPLE, FilingName
from tests.filings.made import made_filing
from tests.reads import have_read

from probata.diagnostics import Diagnostic, Severity
from probata.document.blocks import Blocks, Paragraph, Role, Table
from probata.document.tree import Document
from probata.document.walk import own_inlines, plain_text, walk_blocks
from probata.forum import Profile, load_forum, own_templates
from probata.model.responsibility import Responsibility
from probata.pipeline import Workspace, filings, make_document, open_case, refusals

ROOTS = Workspace((own_templates(),), store=KEPT)
AMERICAN = FilingName(EXAMPLE, "us-glomag")
BRITISH_DATE = re.compile(rf"\b\d{{1,2}} (?:{'|'.join(month_name[1:])})\b", re.IGNORECASE)


def load(forum: str) -> Profile:
    loaded = load_forum(forum, [own_templates()])
    assert loaded.forum is not None, loaded.findings
    return loaded.forum.profile


def reached(forum: str, conduct: list[str], *grounds: Mapping[str, object]) -> list[str]:
    typed = [Responsibility.model_validate(ground) for ground in grounds]
    return [limb.id for limb in load(forum).limbs_for(conduct, typed)]


def document(forum: str, folder: Path, change: Callable[[str], str] = str, final: bool = True) -> Document:
    text = (own_templates() / forum / "example.yaml").read_text(encoding="utf-8")
    path = folder / "example.yaml"
    path.write_text(change(text), encoding="utf-8")
    session = open_case(have_read(path), path.name, ROOTS)
    (filing,) = filings(session)
    if final:
        assert refusals(session, ROOTS, filing) == ()
    tree, _, found = make_document(session, ROOTS, filing, final)
    assert tree is not None, found
    return tree


def refused(
    forum: str, folder: Path, change: Callable[[str], str], roots: Workspace = ROOTS
) -> list[tuple[str, str, Severity]]:
    """Return what refuses the changed example of a forum: name of the check, message and weight."""
    text = (own_templates() / forum / "example.yaml").read_text(encoding="utf-8")
    path = folder / "example.yaml"
    path.write_text(change(text), encoding="utf-8")
    session = open_case(have_read(path), path.name, roots)
    (filing,) = filings(session)
    return [told(one) for one in refusals(session, roots, filing)]


def told(found: Diagnostic) -> tuple[str, str, Severity]:
    return found.name, found.message, found.severity


def only(*limbs: str) -> Callable[[str], str]:
    """Return a change of an example that keeps of the limbs argued those named, and argues the others named too."""

    def change(text: str) -> str:
        before, _, rest = text.partition("    limbs:\n")
        forum = re.findall(r"- forum: (\S+)", rest)[0]
        written = "".join(f"      - forum: {forum}\n        limb: {limb}\n        text: It is met.\n" for limb in limbs)
        return f"{before}    limbs:\n{written}    answer:{rest.partition('    answer:')[2]}"

    return change


def words(tree: Document) -> str:
    return words_of(tree.blocks)


def words_of(blocks: Blocks) -> str:
    return "\n".join(plain_text(own_inlines(block)) for block in walk_blocks(blocks))


def test_the_european_framework_is_read_again_before_it_ends() -> None:
    rule = load("eu-ghrsr").rule("expiry")
    assert rule is not None
    assert (rule.text, rule.recheck_by) == ("The framework applies until 8 December 2026.", date(2026, 12, 8))
    assert "renewed was not confirmed" in (rule.remark or "")


# The two American bases


@each(
    ("ground", "limbs"),
    [
        ({"conduct": ["ordered"]}, ["1(a)(ii)(A)", "10102(a)(1)"]),
        ({"conduct": ["took_part"]}, ["1(a)(ii)(A)", "10102(a)(1)"]),
        ({"conduct": ["made_policy"]}, ["1(a)(ii)(A)"]),
        ({"label": "command"}, ["1(a)(ii)(C)(1)"]),
        ({"label": "command", "conduct": ["held_post_only"]}, ["1(a)(ii)(C)(1)"]),
        ({"label": "command", "conduct": ["knew_and_did_not_prevent"]}, ["1(a)(ii)(C)(1)"]),
        ({"label": "oversight"}, []),
        ({"link": "member_of_deciding_body", "conduct": ["knew_and_did_not_prevent"]}, []),
        ({}, []),
    ],
)
def test_american_limbs_follow_from_what_was_done(ground: dict[str, object], limbs: list[str]) -> None:
    assert reached("us-glomag", [], ground) == limbs


ORDER = ["1(a)(ii)(A) abuse", "1(a)(ii)(A)"]
ACT = ["10102(a)(1) violation", "10102(a)(1)"]
WHO = "allegation “Alleged beating of three members of a strike committee” (`beating-of-committee`) does not argue "
VICTIMS = (
    "one of `10102(a)(1)(A)` (victims who expose illegal activity) and `10102(a)(1)(B)` (victims who stand up for "
    "rights and freedoms), without which "
)


@each(
    ("limbs", "missing"),
    [
        ([*ORDER, *ACT], f"{VICTIMS}`10102(a)(1)` (responsible) is not met"),
        (ACT, f"{VICTIMS}`10102(a)(1)` (responsible) is not met"),
        (["10102(a)(1) violation", "10102(a)(2)"], f"{VICTIMS}`10102(a)(2)` (agent) is not met"),
        (
            [*ACT, "10102(a)(2)"],
            f"{VICTIMS}`10102(a)(1)` (responsible) and `10102(a)(2)` (agent) are not met",
        ),
        (
            ["1(a)(ii)(A) abuse", "10102(a)(1)", "10102(a)(1)(B)"],
            "how the Order reaches the person, nor a violation under the Act",
        ),
        (
            ["1(a)(ii)(A) abuse", "10102(a)(1)"],
            "how the Order reaches the person, nor a violation under the Act, nor "
            f"{VICTIMS}`10102(a)(1)` (responsible) is not met",
        ),
        (["10102(a)(1) violation", "1(a)(ii)(A)", "10102(a)(1)(A)"],
         "serious human rights abuse under the Order, nor how the Act reaches the person"),
        ([*ORDER, "10102(a)(1)(B)"], "a violation under the Act or how the Act reaches the person"),
    ],
    ids=[
        "the Act beside the Order",
        "the Act alone",
        "an agent",
        "two limbs that ask for the same",
        "halves of both",
        "halves of both without a victim",
        "the other halves",
        "victims alone beside the Order",
    ],
)  # fmt: skip
def test_a_basis_that_is_put_forward_and_not_complete_is_refused(
    limbs: list[str], missing: str, tmp_path: Path
) -> None:
    assert refused("us-glomag", tmp_path, only(*limbs)) == [
        ("allegation-without-limb", f"{WHO}{missing} for `us-glomag`", Severity.ERROR)
    ]


@each(
    "limbs",
    [
        ORDER,
        ["1(a)(ii)(A) abuse", "1(a)(ii)(C)(1)"],
        [*ACT, "10102(a)(1)(A)"],
        [*ACT, "10102(a)(1)(B)"],
        ["10101(2)", "10102(a)(1)", "10102(a)(1)(B)"],
        [*ORDER, *ACT, "10102(a)(1)(B)"],
        [*ORDER, "10102(a)(3)"],
    ],
    ids=" and ".join,
)
def test_one_basis_that_is_complete_by_itself_is_enough(limbs: list[str], tmp_path: Path) -> None:
    assert refused("us-glomag", tmp_path, only(*limbs)) == []


# The European acts and criteria


OTHERS = ["1(1)(d)(i)", "1(1)(d)(ii)", "1(1)(d)(iii)", "1(1)(d)(iv)", "1(1)(d)(v)"]


@each("act", OTHERS)
def test_each_other_violation_is_refused_without_its_condition(act: str, tmp_path: Path) -> None:
    ((name, message, weight),) = refused("eu-ghrsr", tmp_path, only(act, "criterion (b)"))
    label = load("eu-ghrsr").limb(act)
    assert label is not None
    assert (name, weight) == ("allegation-without-limb", Severity.ERROR)
    assert message.endswith(
        "does not argue `1(1)(d)` (other widespread or systematic violations), without which "
        f"`{act}` ({label.label}) is not met for `eu-ghrsr`"
    )


# A forum that is made from these


@each(
    ("forum", "limbs"),
    [("us-glomag", [*ORDER, *ACT]), ("us-glomag", ACT), ("eu-ghrsr", ["1(1)(d)(iv)", "criterion (b)"])],
)
def test_a_forum_made_from_another_asks_for_the_same(
    forum: str, limbs: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert Command(tmp_path, capsys)("new", "forum", "chambers", "--extends", forum).code == 0

    def for_chambers(text: str) -> str:
        return only(*limbs)(text).replace(f"      forum: {forum}\n", "      forum: chambers\n", 1)

    found = refused(forum, tmp_path, for_chambers, Workspace((tmp_path / "templates", own_templates())))
    assert [(name, weight) for name, _, weight in found] == [("allegation-without-limb", Severity.ERROR)]
    assert found[0][1].endswith("for `chambers`")


@each(
    ("conduct", "acts"),
    [
        ("torture", ["1(1)(c)(i)"]),
        ("slavery_forced_labour", ["1(1)(c)(ii)"]),
        ("extrajudicial_killing", ["1(1)(c)(iii)"]),
        ("enforced_disappearance", ["1(1)(c)(iv)"]),
        ("arbitrary_detention", ["1(1)(c)(v)"]),
        ("freedom_of_assembly", ["1(1)(d)", "1(1)(d)(iii)"]),
        ("freedom_of_expression", ["1(1)(d)", "1(1)(d)(iv)"]),
        ("fair_trial", ["1(1)(d)"]),
    ],
)
def test_conduct_leads_to_the_acts_of_article_1(conduct: str, acts: list[str]) -> None:
    assert reached("eu-ghrsr", [conduct]) == acts


@each(
    ("ground", "criteria"),
    [
        ({"conduct": ["took_part"]}, ["criterion (a)"]),
        ({"conduct": ["ordered"]}, ["criterion (a)", "criterion (b)"]),
        ({"conduct": ["made_policy"]}, ["criterion (b)"]),
        ({"conduct": ["spread_policy"]}, ["criterion (b)"]),
        ({"label": "command", "conduct": ["did_not_punish"]}, ["criterion (b)"]),
        ({"label": "command", "conduct": ["held_post_only"]}, []),
        ({"label": "command"}, []),
        ({"label": "oversight", "conduct": ["knew_and_did_not_prevent"]}, []),
        ({"link": "supervising_body"}, []),
    ],
)
def test_european_criteria_follow_from_what_was_done(ground: dict[str, object], criteria: list[str]) -> None:
    assert reached("eu-ghrsr", [], ground) == criteria


# The documents


def test_each_american_basis_is_argued_in_a_section_of_its_own(tmp_path: Path) -> None:
    shown = words(document("us-glomag", tmp_path))
    order, act = (
        shown.index("\nExecutive Order 13818\n"),
        shown.index("\nThe Global Magnitsky Act\n"),
    )
    limbs = [found.start() for found in re.finditer(r"§\u00a01\(a\)\(ii\)\(A\): is responsible", shown)]
    victims = [
        found.start() for found in re.finditer(r"^§\u00a010102\(a\)\(1\)\(B\): the violations", shown, re.MULTILINE)
    ]
    assert [order < place < act for place in limbs] == [True]
    assert [place > act for place in victims] == [True]


def test_an_allegation_that_is_not_put_under_the_act_says_so(tmp_path: Path) -> None:
    def without_act(text: str) -> str:
        return re.sub(
            r"      - forum: us-glomag\n        limb: 10102.*?(?=      - forum|    answer)", "", text, flags=re.DOTALL
        )

    shown = words(document("us-glomag", tmp_path, without_act))
    assert "The Act is not relied on for " in shown
    assert "The Order is not relied on for " not in shown
    assert "victims who stand up" not in shown


def test_a_limb_of_status_is_put_forward_of_persons_by_name() -> None:
    tables = [block for block in walk_blocks(made_filing(AMERICAN).tree.blocks) if isinstance(block, Table)]
    (matrix,) = [table for table in tables if plain_text(table.caption) == "Persons, counts, best evidence"]
    rows = [[words_of(cell.blocks) for cell in row.cells] for row in matrix.rows]

    assert [(person, count[0]) for person, count, limbs, *_ in rows if "1(a)(ii)(C)(1)" in limbs] == [
        ("Orskelin", "1"), ("Orskelin", "2"), ("Tovalka", "3"), ("Orskelin", "3"),
    ]  # fmt: skip


def test_the_american_submission_of_the_example_has_american_dates_in_what_it_says() -> None:
    blocks = [block for block in made_filing(AMERICAN).tree.blocks if isinstance(block, Paragraph)]
    said = [plain_text(block.inlines) for block in blocks if block.role is Role.NUMBERED]

    assert [text for text in said if BRITISH_DATE.search(text)] == []
    assert any("On June 9, 2022, the Council extended" in text for text in said)
    assert any("inspected the center each day" in text for text in said)


def test_the_other_violations_stand_with_their_condition(tmp_path: Path) -> None:
    limb = "      - forum: eu-ghrsr\n        limb: 1(1)(d)\n        text: It is submitted that they were systematic.\n"
    shown = words(document("eu-ghrsr", tmp_path, lambda text: text.replace("    answer:", f"{limb}    answer:")))
    (condition,) = re.findall(r"^Article 1\(1\)\(d\).*$", shown, re.MULTILINE)
    assert "widespread, systematic or otherwise of serious concern" in condition
    assert "It is submitted that they were systematic. (Article 1(1)(d).)" in shown


def test_a_statement_of_reasons_is_alleged_until_the_council_adopts_it(tmp_path: Path) -> None:
    shown = words(document("eu-ghrsr", tmp_path))
    assert shown.index("Until then what they say is alleged.") < shown.index("Orsel Varrin is therefore involved")


@each("forum", ["us-glomag", "eu-ghrsr"])
def test_an_illustration_recommends_and_invites_nothing(forum: str, tmp_path: Path) -> None:
    def illustration(text: str) -> str:
        return re.sub(
            r"      relief:\n.*?(?=  summary:)",
            "",
            text.replace("status: ready", "status: illustration"),
            flags=re.DOTALL,
        )

    shown = words(document(forum, tmp_path, illustration, final=False))
    assert "specimen, concerning Orsel Varrin" in shown
    assert not re.search(r"recommend|inviting|is invited|is requested|It is asked", shown)
