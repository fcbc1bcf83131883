"""Forums read from folders: inheritance, words, legal tests, and faults with their place."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from pydantic import ValidationError
from tests.each import each

from probata.diagnostics import Diagnostic
from probata.forum import (
    Condition,
    Forum,
    Lacking,
    Limb,
    NeededLimb,
    Profile,
    Words,
    known_forums,
    load_forum,
    own_templates,
)
from probata.forum.legal_test import lacking
from probata.model.responsibility import Responsibility

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


BASE_WORDS = "id: _base\ntitle: Document\n"
CHILD_WORDS = "id: child\nextends: _base\ndocument_kind: submission\nlanguages: [en, fr]\n"


def write_words(root: Path, files: dict[str, str]) -> Path:
    for name, text in {"_base/forum.yaml": BASE_WORDS, "child/forum.yaml": CHILD_WORDS, **files}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def words(root: Path, files: dict[str, str]) -> Words:
    loaded = load_forum("child", [write_words(root, files)])
    assert loaded.findings == ()
    assert loaded.forum is not None
    return loaded.forum.words


FILES = {
    "_base/words/en.yaml": "to: To\ndate: Date\nonly_english: Here\n",
    "_base/words/fr.yaml": "to: À\ndate: Date du jour\n",
    "child/words/en.yaml": "to: For\n",
    "child/words/fr.yaml": "to: Pour\n",
}


@each(
    ("name", "language", "found"),
    [
        ("to", "en-GB", ("For", "en")),
        ("to", "fr-CH", ("Pour", "fr")),
        ("date", "fr", ("Date du jour", "fr")),
        ("only_english", "fr", ("Here", "en")),
        ("to", "de", ("For", "en")),
        ("nothing", "fr", None),
    ],
)
def test_a_word_is_the_childs_in_the_language_or_else_english(
    tmp_path: Path, name: str, language: str, found: tuple[str, str] | None
) -> None:
    assert words(tmp_path, FILES).find(name, language) == found


@each(
    ("text", "code", "place"),
    [
        ("to:\ndate: Date\n", "FOR110", "child/words/fr.yaml:1:1"),
        ("to: [a, b]\n", "FOR110", "child/words/fr.yaml:1:1"),
        ("to: A\nto: B\n", "SRC", "child/words/fr.yaml:2:1"),
    ],
)
def test_a_word_that_is_none_is_a_finding_with_its_place(tmp_path: Path, text: str, code: str, place: str) -> None:
    loaded = load_forum("child", [write_words(tmp_path, {**FILES, "child/words/fr.yaml": text})])

    assert [(found.code.startswith(code), str(found.span).endswith(place)) for found in loaded.findings] == [
        (True, True)
    ]


def forums_of_several_languages() -> list[Forum]:
    loaded = (load_forum(name, (own_templates(),)).forum for name in known_forums((own_templates(),)))
    return [forum for forum in loaded if forum and len(forum.profile.languages) > 1]


def test_a_forum_of_several_languages_has_every_word_in_each() -> None:
    assert [forum.profile.id for forum in forums_of_several_languages()] == ["un-sp"]
    for forum in forums_of_several_languages():
        for language in forum.profile.languages:
            lacking = [
                name for name in forum.words.names() if forum.words.find(name, language) != _in(forum, name, language)
            ]
            assert lacking == []


def _in(forum: Forum, name: str, language: str) -> tuple[str, str]:
    return forum.words.by_language[language].get(name, ""), language


def limb(name: str, *needs: str) -> Limb:
    rule = "asked" if needs else None
    return Limb(id=name, label=name.upper(), text=name, kind="right", source="practice",
                needs=tuple(tuple(group.split()) for group in needs), needs_rule=rule)  # fmt: skip


def need(name: str, limbs: str, basis: str | None = None) -> NeededLimb:
    return NeededLimb(id=name.replace(" ", "-"), label=name, limbs=tuple(limbs.split()), basis=basis, rule="asked")


TEST = (limb("a"), limb("b"), limb("c"), limb("d", "e f"), limb("e"), limb("f"), limb("x"), limb("both"))
BASES = (need("first act", "a both", "first"), need("first person", "b", "first"),
         need("second act", "c both", "second"), need("second person", "d", "second"))  # fmt: skip


def missing(needed: tuple[NeededLimb, ...], argued: str) -> list[Lacking]:
    known = {one.id: one for one in TEST}
    return list(lacking(TEST, needed, [known[name] for name in argued.split()]))


@each(
    ("argued", "labels"),
    [
        ("", ["first act", "first person", "second act", "second person"]),
        ("x", ["first act", "first person", "second act", "second person"]),
        ("a b", []),
        ("a b x", []),
        ("a", ["first person"]),
        ("c d e", []),
        ("c d f", []),
        ("c d", ["E (e) or F (f)"]),
        ("a d e", ["first person", "second act"]),
        ("a b c", ["second person"]),
        ("a b e", ["second act", "second person"]),
        ("a b c d e", []),
        ("both b", []),
        ("both", ["first person", "second person"]),
    ],
)
def test_one_basis_is_complete_and_so_is_each_other_that_is_begun(argued: str, labels: list[str]) -> None:
    assert [one.label for one in missing(BASES, argued)] == labels


def test_what_belongs_to_no_basis_is_needed_beside_each() -> None:
    needed = (need("always", "x"), *BASES)
    assert [one.label for one in missing(needed, "a b")] == ["always"]
    assert [one.label for one in missing(needed, "a b x")] == []


def test_a_limb_that_needs_another_is_named_with_what_will_do() -> None:
    (found,) = missing((), "d")
    assert [one.id for one in found.limbs] == ["e", "f"]
    assert [one.id for one in found.needed_by] == ["d"]
    assert (found.rule, found.basis) == ("asked", None)


@pytest.fixture(scope="module")
def profile_limbs() -> Profile:
    forum = load_forum("uk-ghr", [own_templates()]).forum
    assert forum is not None
    return forum.profile


def reached(profile: Profile, conduct: list[str], *grounds: Mapping[str, object]) -> list[str]:
    typed = [Responsibility.model_validate(ground) for ground in grounds]
    return [limb.id for limb in profile.limbs_for(conduct, typed)]


@each(
    ("conduct", "right"),
    [
        ("extrajudicial_killing", "4(2)(a)"),
        ("torture", "4(2)(b)"),
        ("cruel_inhuman_degrading_treatment", "4(2)(b)"),
        ("slavery_forced_labour", "4(2)(c)"),
    ],
)
def test_conduct_against_one_of_the_three_rights_leads_to_it(profile_limbs: Profile, conduct: str, right: str) -> None:
    assert reached(profile_limbs, [conduct]) == [right]


@each("conduct", ["arbitrary_detention", "enforced_disappearance", "refoulement"])
def test_other_conduct_leads_to_no_right_by_itself(profile_limbs: Profile, conduct: str) -> None:
    assert reached(profile_limbs, [conduct]) == []
    assert profile_limbs.uncovered(conduct) is not None


@each(
    "ground",
    [
        {"label": "oversight"},
        {"link": "member_of_deciding_body"},
        {"link": "supervising_body"},
        {"link": "author_or_promoter"},
        {"label": "oversight", "conduct": ["knew_and_did_not_prevent"]},
        {"label": "command", "conduct": ["held_post_only"]},
        {"label": "command"},
        {"link": "direct_superior"},
        {},
    ],
)
def test_oversight_or_a_post_alone_leads_to_no_limb(profile_limbs: Profile, ground: dict[str, object]) -> None:
    assert reached(profile_limbs, [], ground) == []


@each(
    ("ground", "limbs"),
    [
        ({"conduct": ["took_part"]}, ["6(2)(a)", "6(3)(a)"]),
        ({"conduct": ["ordered"]}, ["6(2)(a)", "6(3)(a)", "6(3)(b)"]),
        ({"label": "oversight", "conduct": ["ordered"]}, ["6(2)(a)", "6(3)(a)", "6(3)(b)"]),
        ({"conduct": ["made_policy"]}, ["6(2)(a)", "6(3)(b)"]),
        ({"label": "command", "conduct": ["knew_and_did_not_prevent"]}, ["6(2)(a)", "6(3)(a)"]),
        ({"label": "command", "conduct": ["did_not_punish"]}, ["6(2)(a)", "6(3)(a)", "6(3)(f)"]),
    ],
)
def test_involvement_follows_from_what_was_done(
    profile_limbs: Profile, ground: dict[str, object], limbs: list[str]
) -> None:
    assert reached(profile_limbs, [], ground) == limbs


def test_two_grounds_do_not_make_up_one_condition_between_them(profile_limbs: Profile) -> None:
    command_without_conduct = {"label": "command", "conduct": ["held_post_only"]}
    oversight_with_omission = {"label": "oversight", "conduct": ["did_not_punish"]}
    assert reached(profile_limbs, [], command_without_conduct, oversight_with_omission) == []


def test_a_condition_must_ask_for_something() -> None:
    with pytest.raises(ValidationError, match="at least one thing"):
        Condition()


SOURCE = Path(__file__).parents[2] / "src" / "probata"
FILES_CODE = sorted(SOURCE.rglob("*.py"))
FORUM = re.compile(rf"\b({'|'.join(map(re.escape, known_forums((own_templates(),))))})\b")
EXAMPLE = re.compile(r"`[^`]*`|\[[^]]*\]\([^)]*\)")
"""What help shows as an example: between backticks, or as a link."""


def test_no_code_names_a_forum_but_in_examples_of_help() -> None:
    assert [
        f"{path.relative_to(SOURCE)}: {name}"
        for path in FILES_CODE
        if FORUM.search(text := path.read_text(encoding="utf-8"))
        for name in named_in(text)
    ] == []


def named_in(text: str) -> Iterator[str]:
    """Give the ids of forums in strings that are no docstrings, which say what a module or a field is for."""
    tree = ast.parse(text)
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield from (found[0] for found in FORUM.finditer(EXAMPLE.sub("", node.value)))
