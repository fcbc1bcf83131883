"""Every catalogue says the same things, and so do the names of law."""

import re
from string import Formatter

from tests.each import each

from probata.bundle.exhibit_pages import FOR_READERS
from probata.forum import load_forum, own_templates
from probata.law import load_catalogue
from probata.messages import catalogues, load_grammar, load_law_names, load_wording

ENGLISH = load_wording("en-GB").words
OTHERS = [language for language in catalogues() if language != "en"]


def names_in(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def without_their_spaces(text: str) -> list[str]:
    """Give the marks of a French text that do not have the no-break space of French typography beside them."""
    before = re.findall(r"(?<!\u202f)[;!?»](?=\W|$)|(?<!\u00a0):(?=\W|$)", text)
    return [*before, *re.findall(r"«(?!\u202f)", text)]


@each("language", OTHERS)
def test_a_catalogue_has_the_keys_of_the_english_one(language: str) -> None:
    words = load_wording(language).words

    assert sorted(set(ENGLISH) - set(words)) == []
    assert sorted(set(words) - set(ENGLISH)) == []


@each("language", OTHERS)
def test_a_catalogue_fills_in_what_the_english_one_fills_in(language: str) -> None:
    words = load_wording(language).words

    assert {key: names_in(words[key]) for key in ENGLISH} == {key: names_in(text) for key, text in ENGLISH.items()}


@each("language", OTHERS)
def test_what_is_filled_with_words_in_english_is_so_in_every_language(language: str) -> None:
    words = load_wording(language).words

    assert [key for key, text in ENGLISH.items() if text.strip() and not words[key].strip()] == []


@each("language", OTHERS)
def test_a_language_has_the_patterns_of_the_english_sentences_and_fills_them_with_nothing_else(language: str) -> None:
    own = ("elided.", "contracted.")
    english = {key: text for key, text in load_grammar("en-GB").words.items() if not key.startswith(own)}
    words = {key: text for key, text in load_grammar(language).words.items() if not key.startswith(own)}
    known = {name for text in english.values() for name in names_in(text)} | {"again"}

    assert sorted(words) == sorted(english)
    assert {name for text in words.values() for name in names_in(text)} <= known


@each("language", OTHERS)
def test_a_language_has_the_names_of_every_treaty_and_declaration(language: str) -> None:
    named = load_law_names(language).instruments
    wanted = {i.id for i in load_catalogue().instruments.values() if i.kind in {"treaty", "declaration"}}

    assert len(wanted) > 8
    assert sorted(wanted - set(named)) == []


@each("language", OTHERS)
def test_a_language_has_the_names_of_all_conduct(language: str) -> None:
    assert sorted(load_law_names(language).conduct) == sorted(load_catalogue().conduct)
    assert sorted(load_law_names(language).acts) == sorted(load_catalogue().conduct)


def test_marks_in_french_have_their_no_break_spaces() -> None:
    forum = load_forum("un-sp", (own_templates(),)).forum
    assert forum is not None
    words = {name: found[0] for name in forum.words.names() if (found := forum.words.find(name, "fr"))}
    said = {**words, **load_grammar("fr").words}

    assert len(said) > 400
    assert [(name, text) for name, text in said.items() if without_their_spaces(text)] == []


@each("language", ["en", *OTHERS])
def test_what_a_reader_must_know_of_the_pages_of_an_exhibit_has_words(language: str) -> None:
    words = load_wording(language).words
    assert {f"exhibit_pages.{name}" for name in FOR_READERS} == {
        key for key in words if key.startswith("exhibit_pages.")
    }
