"""The words of a witness are printed letter by letter: bold and citations are read in them, and nothing else."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st
from tests.each import each

from probata.diagnostics import Span
from probata.document.blocks import Blocks, Paragraph
from probata.document.inlines import Cite, Inline, Inlines, Strong, Text
from probata.document.walk import plain_text
from probata.markup import MarkdownValue, Placeholders, parse_markdown

MARKS = [
    "5*3*2", "5**3**2", "\\*", "1. ", "- ", "# ", "> ", "* * *", "---", "``", "~~~\n", "    ", "_a_", "__b__", "<b>",
    "&amp;", "&#xE000;", "[x](https://a.example)", "![p](q)", "^[n]", "[^1]", "[^1]: n", "| a |\n|---|\n", "::: box\n",
    "{#id}", "{kind=fact}", "[a]{lang=zh}", "{{ x }}", "**“ID1”**", "**", "[@a, p. 4]", "[@]", "[", "]", "@", '"', "'",
    "...", "--", "\n", "\n\n", "\\\n", "  \n",
]  # fmt: skip
RESERVED = "".join(map(chr, range(0xE000, 0xE01A)))
"""What reading refuses in every file."""
ANY_TEXT = st.lists(
    st.sampled_from(MARKS) | st.text(st.characters(codec="utf-8", exclude_characters=RESERVED), max_size=5), max_size=12
).map("".join)


def printed(text: str) -> Blocks:
    """Return what is printed of words, which stand alone in their paragraph as a statement has them."""
    values = Placeholders()
    word = values.place(MarkdownValue(text, Span("statements.yaml"), verbatim=True))
    return parse_markdown(f"Before.\n\n{word}\n\nBehind.\n", values, Span("brief.md.j2")).blocks[1:-1]


def told(blocks: Blocks) -> list[str]:
    assert all(isinstance(block, Paragraph) for block in blocks)
    return [plain_text(block.inlines) for block in blocks if isinstance(block, Paragraph)]


def put_back(inlines: Inlines) -> str:
    """Return a pattern of the record from which these inlines came: its letters, with their two marks put back."""
    return "".join(map(_mark, inlines))


def _mark(inline: Inline) -> str:
    match inline:
        case Text(text=text):
            return re.escape(text)
        case Strong(inlines=inner):
            return re.escape("**") + put_back(inner) + re.escape("**")
        case Cite():
            return r"\[[^\[\]]*@[^\[\]]*\]"
    raise AssertionError(f"{inline} is neither letters nor one of the two marks")


@example("5*3*2 = 30, \\*, and 1. and 5**3**2")
@example('1. I saw it.\n\n- He said "no"...\n\n# Then')
@given(ANY_TEXT)
def test_what_is_printed_is_any_record_less_its_pairs_of_asterisks_and_its_citations(text: str) -> None:
    shown = r"\s*".join(put_back(block.inlines) for block in printed(text) if isinstance(block, Paragraph))
    space = re.compile(r"[ \t\n\r\f\v\x85\u2028\u2029]+")

    assert re.fullmatch(r"\s*" + shown + r"\s*", space.sub(" ", text)), (text, shown)


@each(
    "text",
    [
        "5*3*2",
        "5**3**2",
        "a \\* b",
        "1. I saw it.",
        "a) first, - then",
        "- I saw it.",
        "# 4 men",
        "> he said",
        "_so_ and __so__",
        "He said [sic] (c) 'no' -- \"never\"...",
        "<b>bold</b> &amp; &#42;",
        "[here](https://a.example)",
        "^[a note] and [^1]",
        "{{ title }} {#id}",
        "    set in",
        "I wrote to a.b@example.org [at once].",
        "** a ** and a* b* c**",
        "| a | b |",
        "::: notice",
    ],
)
def test_what_would_be_markup_elsewhere_stands_as_it_was_written(text: str) -> None:
    assert told(printed(text)) == [text.strip()]


def test_words_between_pairs_of_asterisks_are_bold_and_brackets_with_a_source_are_a_note() -> None:
    (paragraph,) = printed("I refer to **“ID1”** and [see **“ID2”**], as told [@a, p. 4].")

    assert isinstance(paragraph, Paragraph)
    assert [plain_text(found.inlines) for found in paragraph.inlines if isinstance(found, Strong)] == ["“ID1”", "“ID2”"]
    assert [found.items[0].key for found in paragraph.inlines if isinstance(found, Cite)] == ["a"]


def test_a_bracket_that_cannot_be_read_as_a_citation_is_printed_and_told() -> None:
    values = Placeholders()
    word = values.place(MarkdownValue("I wrote [to @a; b].", Span("statements.yaml", 3), verbatim=True))
    parsed = parse_markdown(f"{word}\n", values, Span("brief.md.j2"))

    assert told(parsed.blocks) == ["I wrote [to @a; b]."]
    assert [(found.name, found.span and found.span.path) for found in parsed.findings] == [
        ("unreadable-citation", "statements.yaml")
    ]


def test_words_that_are_too_long_for_a_paragraph_are_refused_and_their_beginning_is_printed() -> None:
    values = Placeholders()
    word = values.place(MarkdownValue("I saw it. " * 6_401, Span("statements.yaml", 3), verbatim=True))
    parsed = parse_markdown(f"{word}\n", values, Span("brief.md.j2"))

    assert [(found.code, str(found.span)) for found in parsed.findings] == [("MKD106", "statements.yaml:3:1")]
    (words,) = told(parsed.blocks)
    assert words.startswith("I saw it. I saw it. ")
    assert words.endswith(" …")
    assert len(words) < 210


def test_a_bracket_that_is_never_closed_is_printed_however_many_signs_follow_it() -> None:
    text = "I saw [ " + "@ a " * 15_000

    assert told(printed(text)) == [text.strip()]
