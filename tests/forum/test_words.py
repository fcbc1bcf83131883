"""Words of forums by language: inherited like the profile, English where a language lacks one."""

from __future__ import annotations

from pathlib import Path

from tests.each import each

from probata.forum import Forum, Words, known_forums, load_forum, own_templates

BASE = "id: _base\ntitle: Document\n"
CHILD = "id: child\nextends: _base\ndocument_kind: submission\nlanguages: [en, fr]\n"


def write(root: Path, files: dict[str, str]) -> Path:
    for name, text in {"_base/forum.yaml": BASE, "child/forum.yaml": CHILD, **files}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def words(root: Path, files: dict[str, str]) -> Words:
    loaded = load_forum("child", [write(root, files)])
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
    loaded = load_forum("child", [write(tmp_path, {**FILES, "child/words/fr.yaml": text})])

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
