"""Reading forums from folders: inheritance, precedence, and faults with their place."""

from __future__ import annotations

from pathlib import Path

from tests.each import each

from probata.diagnostics import Diagnostic
from probata.forum import Profile, load_forum, own_templates

BASE = """\
id: _base
title: Document
rules:
  - {id: custom, text: A custom., source: practice}
  - {id: second, text: Another., source: practice}
words: {to: To, date: Date}
layout: {margins: 25, font_size: 11}
"""
CHILD = "id: child\nextends: _base\ndocument_kind: submission\n"


def write(root: Path, **forums: str) -> list[Path]:
    for name, text in forums.items():
        folder = root / name.replace("__", "-")
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "forum.yaml").write_text(text, encoding="utf-8")
    return [root]


def profile(roots: list[Path], forum: str = "child") -> Profile:
    loaded = load_forum(forum, roots)
    assert loaded.findings == ()
    assert loaded.forum is not None
    return loaded.forum.profile


def only_finding(roots: list[Path], forum: str = "child") -> Diagnostic:
    loaded = load_forum(forum, roots)
    assert loaded.forum is None
    assert len(loaded.findings) == 1, loaded.findings
    return loaded.findings[0]


def test_a_child_takes_what_it_does_not_say_from_its_parent(tmp_path: Path) -> None:
    found = profile(write(tmp_path, _base=BASE, child=CHILD))
    assert (found.id, found.title, found.document_kind) == ("child", "Document", "submission")
    assert [rule.id for rule in found.rules] == ["custom", "second"]


def test_a_childs_value_stands_over_its_parents(tmp_path: Path) -> None:
    child = CHILD + "title: Letter\nlayout: {font_size: 12}\nwords: {to: For}\n"
    found = profile(write(tmp_path, _base=BASE, child=child))
    assert found.title == "Letter"
    assert found.layout.margins is not None
    assert (found.layout.font_size, found.layout.margins.left) == (12, 25)
    assert found.words == {"to": "For", "date": "Date"}


def test_a_rule_of_the_same_id_is_changed_in_its_place_and_a_new_one_follows(tmp_path: Path) -> None:
    child = CHILD + "rules:\n  - {id: third, text: New., source: practice}\n  - {id: custom, optional: true}\n"
    rules = profile(write(tmp_path, _base=BASE, child=child)).rules
    assert [(rule.id, rule.text, rule.optional) for rule in rules] == [
        ("custom", "A custom.", True),
        ("second", "Another.", False),
        ("third", "New.", False),
    ]


def test_the_users_forum_stands_over_ours_of_the_same_name(tmp_path: Path) -> None:
    mine = write(tmp_path, uk__ghr="id: uk-ghr\nextends: _base\ntitle: Mine\ndocument_kind: submission\n")
    assert profile([*mine, own_templates()], "uk-ghr").title == "Mine"
    assert profile([own_templates(), *mine], "uk-ghr").title != "Mine"


def test_an_unknown_forum_is_answered_with_the_known_ones(tmp_path: Path) -> None:
    found = only_finding(write(tmp_path, _base=BASE, child=CHILD, letter=CHILD), "chld")
    assert found.message == "there is no forum `chld`"
    assert found.help == "did you mean `child`? the forums are: child, letter"


def test_an_unknown_parent_is_found_at_its_line_with_the_known_forums(tmp_path: Path) -> None:
    found = only_finding(write(tmp_path, _base=BASE, child=CHILD.replace("_base", "_bas")))
    assert found.name == "unknown-forum"
    assert found.span is not None
    assert (found.span.path, found.span.line) == ((tmp_path / "child" / "forum.yaml").as_posix(), 2)
    assert found.help == "did you mean `_base`? the forums are: _base, child"


@each(
    ("forums", "way"),
    [
        ({"child": "id: child\nextends: child\n"}, "`child` → `child`"),
        (
            {"child": "id: child\nextends: other\n", "other": "id: other\nextends: child\n"},
            "`child` → `other` → `child`",
        ),
    ],
)
def test_forums_that_extend_each_other_in_a_circle_are_named(tmp_path: Path, forums: dict[str, str], way: str) -> None:
    found = only_finding(write(tmp_path, **forums))
    assert found.name == "circle-of-forums"
    assert found.message.endswith(way)
    assert found.help.endswith(", ".join(sorted(forums)))


def test_an_unknown_field_is_found_at_its_place_with_a_suggestion(tmp_path: Path) -> None:
    found = only_finding(write(tmp_path, _base=BASE, child=CHILD + "layout:\n  font_sise: 12\n"))
    assert (found.name, found.message) == ("unknown-field", "`font_sise` is not a field here")
    assert found.help.startswith("did you mean `font_size`?")
    assert found.span is not None
    assert (found.span.line, found.span.column) == (5, 3)


def test_every_fault_of_a_file_is_reported_in_one_run(tmp_path: Path) -> None:
    child = CHILD.replace("submission", "letter") + "layout: {font_size: large, paper: A5}\nrules: none\n"
    found = load_forum("child", write(tmp_path, _base=BASE, child=child)).findings
    assert [(item.message, item.span.line if item.span else 0) for item in found] == [
        ("`document_kind` must be one of `submission` or `statement`", 3),
        ("`rules` must be a list", 5),
        ("`paper` must be one of `A4` or `Letter`", 4),
        ("`font_size` must be a number", 4),
    ]


def test_what_no_forum_of_the_chain_says_is_missing(tmp_path: Path) -> None:
    found = only_finding(write(tmp_path, _base=BASE, child="id: child\nextends: _base\n"))
    assert (found.name, found.message) == ("missing-field", "the field `document_kind` is missing")


def test_a_reference_to_an_unknown_rule_is_found(tmp_path: Path) -> None:
    found = only_finding(write(tmp_path, _base=BASE, child=CHILD + "limits: {words: 10, rule: costum}\n"))
    assert (found.message, found.help) == (
        "there is no rule `costum`",
        "did you mean `custom`? add it to `rules`, with its source",
    )


def test_an_id_that_stands_twice_in_one_file_is_found(tmp_path: Path) -> None:
    twice = "rules:\n  - {id: a, text: A., source: practice}\n  - {id: a, text: B., source: practice}\n"
    found = only_finding(write(tmp_path, _base=BASE, child=CHILD + twice))
    assert found.message == "`a` stands twice in `rules`"
    assert found.span is not None
    assert found.span.line == 6


def test_a_folder_and_its_id_have_one_name(tmp_path: Path) -> None:
    found = only_finding(write(tmp_path, _base=BASE, other=CHILD), "other")
    assert (found.message, found.help) == ("the id is not the name of the folder `other`", "write `id: other`")


@each("text", ["", "just words\n", "id: [\n", "a: &x 1\nb: *x\n", "- 1\n"])
def test_a_file_that_cannot_be_read_is_a_finding(tmp_path: Path, text: str) -> None:
    found = only_finding(write(tmp_path, child=text))
    assert found.help
    assert found.span is not None
    assert found.span.path.endswith("child/forum.yaml")


def test_a_rule_of_practice_cannot_be_verified(tmp_path: Path) -> None:
    rule = "rules:\n  - {id: a, text: A., source: practice, verified: true}\n"
    found = only_finding(write(tmp_path, _base=BASE, child=CHILD + rule))
    assert "names the address of its text" in found.message


LIMB = "{id: a, label: A, text: a, kind: right, source: practice"
TESTED = CHILD + "legal_test:\n  - LIMB}\n"


@each(
    ("more", "message", "line"),
    [
        (", needs: [[b]], needs_rule: custom", "there is no limb `b`", 5),
        (", needs: [[a]], needs_rule: custmo", "there is no rule `custmo`", 5),
    ],
)
def test_a_limb_that_needs_what_is_not_there_is_found(tmp_path: Path, more: str, message: str, line: int) -> None:
    found = only_finding(write(tmp_path, _base=BASE, child=TESTED.replace("LIMB", LIMB + more)))
    assert (found.message, found.span and found.span.line) == (message, line)


def test_a_needed_limb_that_is_not_in_the_test_is_found(tmp_path: Path) -> None:
    needed = "needed_limbs:\n  - {id: n, label: N, limbs: [a, z], rule: custom}\n"
    found = only_finding(write(tmp_path, _base=BASE, child=TESTED.replace("LIMB", LIMB) + needed))
    assert (found.name, found.message) == ("unknown-limb", "there is no limb `z`")


@each(
    ("text", "reason"),
    [
        (TESTED.replace("LIMB", f"{LIMB}, needs: [[a]]"), "under `needs_rule` by which rule"),
        (TESTED.replace("LIMB", f"{LIMB}, needs: [[]], needs_rule: custom"), "at least 1"),
        (CHILD + "needed_limbs:\n  - {id: n, label: N, kinds: [right], basis: b, rule: custom}\n", "of all bases"),
    ],
    ids=["no rule", "an empty group", "kinds of a basis"],
)
def test_what_a_limb_needs_is_told_in_full(tmp_path: Path, text: str, reason: str) -> None:
    found = only_finding(write(tmp_path, _base=BASE, child=text))
    assert found.name == "wrong-value"
    assert reason in found.message
