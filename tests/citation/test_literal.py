"""Nothing in a record is read as markup, whatever it looks like."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.each import each

from probata.citation import Library
from probata.citation.references import curled
from probata.document.walk import own_inlines

from .cases import citation, cited, note_texts, paragraph, shown

MARKUP = (
    "*x*",
    "<b>x</b>",
    "$a$",
    "[@y]",
    "^[n]",
    "~s~",
    "`c`",
    "\\n",
    "&amp;",
    "<!-- c -->",
    "# h",
    "{p. 4}",
    "| a |",
)


def titles_printed(*titles: str) -> list[str]:
    sources = {f"s{place}": {"type": "book", "title": title, "language": "de"} for place, title in enumerate(titles)}
    result = cited(*(paragraph("A", citation(key)) for key in sources), library=Library(sources=sources))
    assert result.diagnostics == ()
    return [text.split(" ", 1)[1].removesuffix(".") for text in note_texts(result)]


_CHARACTERS = st.text(alphabet="ab XZ*_<>/$@[]{}^~`\\&#|!%-+=().,;:?'\"äß€\ue000\ue001\ue002\ue005", max_size=30)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_CHARACTERS, min_size=5, max_size=20))
def test_every_character_of_every_title_is_printed(texts: list[str]) -> None:
    titles = [f"Q{text}Q" for text in texts]
    private = str.maketrans("", "", "\ue000\ue001\ue002\ue005")
    expected = [" ".join(curled(title.translate(private)).split()) for title in titles]
    assert titles_printed(*titles) == [f"_{title}_" for title in expected]


@each(
    ("straight", "curly"),
    [
        ("China's reach", "China’s reach"),
        ("'Fox Hunt' and \"Sky Net\"", "‘Fox Hunt’ and “Sky Net”"),
        ("the '90s", "the ’90s"),
        ("the lawyers' case", "the lawyers’ case"),
    ],
)
def test_straight_quotation_marks_are_curled(straight: str, curly: str) -> None:
    assert curled(straight) == curly


def test_chinese_and_addresses_are_told_apart_from_the_text() -> None:
    result = cited(paragraph("A", citation("ccdi")))
    assert note_texts(result) == [
        "1 Central Commission for Discipline Inspection, ‘{zh-Hans: 刘建超} [Liu Jianchao]’ (27 April 2017) "
        "<(https://example.org/a_b → https://example.org/a_b)>."
    ]
    assert shown(own_inlines(result.document.blocks[0])) == "A^"
