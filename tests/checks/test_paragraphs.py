"""Where the paragraph of something begins and ends."""

from __future__ import annotations

import pytest

from probata.checks.texts.markdown_texts import MarkdownText
from probata.checks.texts.paragraphs import paragraph_around, paragraph_of
from probata.checks.texts.sentences import sentences_in

TEXT = "One stands here. Two stands beside it.\n\nThree is apart.\n\nFour is last."


@pytest.mark.parametrize(
    ("word", "paragraph"),
    [
        ("One", "One stands here. Two stands beside it."),
        ("Two", "One stands here. Two stands beside it."),
        ("Three", "Three is apart."),
        ("Four", "Four is last."),
    ],
)
def test_a_word_and_its_sentence_are_in_one_paragraph(word: str, paragraph: str) -> None:
    text = MarkdownText("case", "case", ("summary",), TEXT)
    (sentence,) = (one for one in sentences_in(text, language="en") if word in one.raw)
    here = TEXT.index(word)

    assert TEXT[slice(*paragraph_around(TEXT, here, here + len(word)))] == paragraph
    assert TEXT[slice(*paragraph_of(sentence))] == paragraph
