"""Markdown of records and templates to the tree, and what is reported on the way."""

from __future__ import annotations

import time

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.each import each

from probata.diagnostics import Diagnostic, Span
from probata.document.blocks import Blocks, Heading, ListBlock, Paragraph, Role
from probata.document.inlines import (
    Cite,
    CiteItem,
    Emph,
    Gap,
    Inline,
    Language,
    LineBreak,
    Link,
    Note,
    Pinpoint,
    Strong,
    Subscript,
    Superscript,
    Text,
)
from probata.document.walk import inlines_in_order, own_inlines, plain_text, walk_blocks
from probata.markup import BlockValue, InlineValue, MarkdownValue, Parsed, Placeholders, parse_markdown
from probata.markup.block_builder import Context


def _parse(text: str) -> Parsed:
    return parse_markdown(text, Placeholders(), Span("f.md"), texts={"f.md": text})


def _inlines(text: str) -> tuple[Inline, ...]:
    (block,) = _parse(text).blocks
    assert isinstance(block, Paragraph)
    return block.inlines


def _fault(text: str, end_line: int = 9) -> Diagnostic:
    found = parse_markdown(text, Placeholders(), Span("f.md", 1, 1, end_line, 1), texts={"f.md": text}).findings
    assert len(found) == 1, found
    return found[0]


def _words(blocks: Blocks) -> str:
    return " ".join(plain_text(own_inlines(block)) for block in walk_blocks(blocks))


@each(
    ("text", "inlines"),
    [
        ("*a* b", (Emph((Text("a"),)), Text(" b"))),
        ("**a**", (Strong((Text("a"),)),)),
        ("a\nb", (Text("a b"),)),
        ("a\\\nb", (Text("a"), LineBreak(), Text("b"))),
        ("[刘建超]{lang=zh}", (Language("zh", (Text("刘建超"),)),)),
        ("x[2]{.sup}", (Text("x"), Superscript((Text("2"),)))),
        ("x[2]{.sub}", (Text("x"), Subscript((Text("2"),)))),
        ("[a](https://e.org)", (Link("https://e.org", (Text("a"),)),)),
        ("a^[b *c*]", (Text("a"), Note("", (Paragraph((Text("b "), Emph((Text("c"),)))),)))),
        ("a[^1]\n\n[^1]: b", (Text("a"), Note("note:1", (Paragraph((Text("b"),)),)))),
        ("`a  *b*`", (Text("a *b*"),)),
        ("<b>a</b> & &amp;", (Text("<b>a</b> & &"),)),
        ("a [Exhibit B] c", (Text("a [Exhibit B] c"),)),
        ("[Exhibit A]: letter", (Text("[Exhibit A]: letter"),)),
        ("[write to me@x.org]", (Text("[write to me@x.org]"),)),
        ("[me@x.org](mailto:me@x.org)", (Link("mailto:me@x.org", (Text("me@x.org"),)),)),
        *(
            (text, (Text(text),))
            for text in (
                "{% if x %} {{ y }} {# z #}",
                "{}",
                "{ }",
                "{sic}",
                "{% a %}",
                "{.x} words {y}",
                "{a=b}",
                "[a]{b=c}",
            )
        ),
        ("{#x}\n[a]{% b %}", (Text("[a]{% b %}"),)),
        ("[a](http://e.org){.x}", (Link("http://e.org", (Text("a"),)), Text("{.x}"))),
    ],
)
def test_the_syntax_that_is_read(text: str, inlines: tuple[Inline, ...]) -> None:
    assert _inlines(text) == inlines


@each(
    ("text", "items"),
    [
        ("[@a]", (CiteItem("a"),)),
        ("[@a, p. 4]", (CiteItem("a", Pinpoint("page", "4")),)),
        ("[see @a, p. 4; -@b-2]", (CiteItem("a", Pinpoint("page", "4"), "see"), CiteItem("b-2", suppress_author=True))),
        ("[@a, {para 4} and more]", (CiteItem("a", Pinpoint("paragraph", "4"), "", "and more"),)),
        ("[@a, {passim} and more]", (CiteItem("a", None, "", "passim and more"),)),
        ("[@a, passim]", (CiteItem("a", None, "", "passim"),)),
        ("[@a.b/c:d]", (CiteItem("a.b/c:d"),)),
    ],
)
def test_citations_are_read_as_pandoc_writes_them(text: str, items: tuple[CiteItem, ...]) -> None:
    assert _inlines(text) == (Cite(items),)


@each(
    ("text", "name", "place", "message"),
    [
        ("one\ntwo[^7] three", "note-mark-without-note", "f.md:2:4", "the note mark `[^7]` has no note"),
        ("one\n\n[^7]: lost words", "note-without-mark", "f.md:3:1", "no mark in the text names the note `[^7]`"),
        ("a[^1]\n\n[^1]: x\n\n[^1]: y", "repeated-note", "f.md:3:1", "the note `[^1]` is written twice"),
        ("a^[b ^[c] d]", "note-in-note", "f.md:1:2", "a note stands inside a note"),
        ("a[^1]\n\n[^1]: b^[c]", "note-in-note", "f.md:3:8", "a note stands inside a note"),
        ("a^[]", "empty-note", "f.md:1:2", "a note has no words"),
        ("a [b](javascript:c)", "odd-address", "f.md:1:7", "`javascript:c` is no web or mail address"),
        ("a <b>c</b> \\<d>", "raw-html", "f.md:1:3", "`<b>` is printed as it stands: HTML is not read"),
        ("a\n\n<!-- b\n\nc -->", "raw-html", "f.md:3:1", "the remark `<!-- b` is printed: HTML is not read"),
        ("a [b](ftp://x)", "odd-address", "f.md:1:7", "`ftp://x` is no web or mail address"),
        ("a [b; @c] d", "unreadable-citation", "f.md:1:4", "`[b; @c]` cannot be read as a citation"),
        ("a ![a map](http://x/y.png)", "picture", "f.md:1:3", "the picture `a map` is not shown"),
        ("one\n•\ttwo\n•\tthree", "bullet-of-word", "f.md:2:1",
         "`•` at the beginning of a line makes no list: it is printed as it is, and the lines run on"),
        ("::: nocie\na\n:::", "unknown-box", "f.md:1:1", "there is no box `::: nocie`"),
        ("a &#xE000; b", "reserved-character", "f.md:1:3", "`&#xE000;` is a character that cannot stand in a document"),
        ("a &#x202E; b", "reserved-character", "f.md:1:3", "`&#x202E;` is a character that cannot stand in a document"),
        ("a &#57345; b", "reserved-character", "f.md:1:3", "`&#57345;` is a character that cannot stand in a document"),
    ],
)  # fmt: skip
def test_what_would_vanish_or_mislead_is_reported_with_its_place(
    text: str, name: str, place: str, message: str
) -> None:
    found = _fault(text)

    assert (found.name, str(found.span), found.message) == (name, place, message)
    assert found.help


@each(
    ("text", "shown"),
    [
        ("It was \"a 'quiet' day\", and the guards' own.", "It was “a ‘quiet’ day”, and the guards’ own."),
        ('"*Quietly*" he said', "“Quietly” he said"),
        ('`"code"`', '"code"'),
        ('\\"kept\\"', '"kept"'),
        ('a " that nothing closes', 'a " that nothing closes'),
    ],
)
def test_straight_marks_of_quotation_are_set_as_the_language_of_the_document_prints_them(text: str, shown: str) -> None:
    context = Context(quotes=("“", "”", "‘", "’"))

    assert plain_text(own_inlines(parse_markdown(text, Placeholders(), Span("x"), context).blocks[0])) == shown


def test_a_note_in_a_note_stands_in_brackets() -> None:
    (note,) = [inline for inline in _inlines("a^[b ^[c] d]") if isinstance(inline, Note)]

    assert _words(note.blocks) == "b (c) d"


def test_a_note_defined_inside_a_note_leaves_the_words_as_they_are_written() -> None:
    parsed = _parse("[^1]: - [^1]: a")

    assert [found.name for found in parsed.findings] == ["note-defined-in-note"]
    assert _words(parsed.blocks) == "[^1]: - [^1]: a"


def test_lists_that_are_nested_too_deep_are_reported() -> None:
    text = "\n".join(f"{'  ' * n}- level {n}" for n in range(60))

    assert [found.name for found in _parse(text).findings] == ["nested-too-deep"]


def test_a_table_inside_a_line_is_reported_and_leaves_a_gap() -> None:
    placeholders = Placeholders()
    word = placeholders.place(BlockValue((Paragraph((Text("x"),)),)))
    parsed = parse_markdown(f"a {word} b", placeholders, Span("t.j2"))

    assert [found.name for found in parsed.findings] == ["block-in-line"]
    assert any(isinstance(inline, Gap) for inline in inlines_in_order(parsed.blocks))


def test_a_record_text_alone_in_its_paragraph_becomes_its_blocks_below_the_heading() -> None:
    placeholders = Placeholders()
    record = MarkdownValue("# Inner\n\nOne [^9].\n\n- two", Span("r.yaml", 7, 3))
    word = placeholders.place(record)
    parsed = parse_markdown(f"# Outer\n\n{word}\n", placeholders, Span("t"), Context(role=Role.NUMBERED))
    outer, inner, one, two = parsed.blocks

    assert isinstance(outer, Heading)
    assert isinstance(inner, Heading)
    assert (outer.level, inner.level) == (1, 2)
    assert isinstance(one, Paragraph)
    assert one.role is Role.NUMBERED
    assert isinstance(two, ListBlock)
    assert [str(found.span) for found in parsed.findings] == ["r.yaml:7:3"]


def test_a_record_text_cannot_reach_the_values_of_the_template() -> None:
    placeholders = Placeholders()
    secret = placeholders.place(InlineValue((Text("secret"),)))
    quoted = "%EE%80%80%EE%80%90%EE%80%81"
    word = placeholders.place(
        MarkdownValue(f"a {secret} &#xE000;&#xE010;&#xE001; [b](http://e.org/{quoted})", Span("r"))
    )
    parsed = parse_markdown(word, placeholders, Span("t"))

    assert "secret" not in str(parsed.blocks)


@each(
    ("text", "name"),
    [
        ("a" * 64_001, "text-too-long"),
        ("word\n\n" * 170_000, "text-too-long"),
        ("[" * 3_001, "too-many-brackets"),
        ("^[" * 30_000, "too-many-brackets"),
        ("[@" * 30_000, "too-many-brackets"),
        ("![" * 30_000, "too-many-brackets"),
    ],
)
def test_a_text_that_would_take_long_is_refused_at_once(text: str, name: str) -> None:
    start = time.process_time()
    parsed = _parse(text)

    assert [found.name for found in parsed.findings] == [name]
    assert time.process_time() - start < 2
    assert _words(parsed.blocks).endswith("…")


@each(
    "part",
    ["[", "^[", "![", "[^", "[@", "[@a", "[a](", "**a", "*a _b ", "`" * 7 + " ", "{", "[a]{", "<", "](", "&", "\\"],
)
def test_what_is_never_closed_is_read_in_a_moment(part: str) -> None:
    start = time.process_time()
    _parse(part * (2_900 if "[" in part else 9_000))

    assert time.process_time() - start < 5


PIECES = st.sampled_from(
    ["a", "x", " ", "\n", "\n\n", "*", "**", "_", "[", "]", "(", ")", "^[", "[^1]", "[^1]: ", "[@a]", "@", "`", "```",
     "- ", "1. ", "> ", "#", "::: box", ":::", "{", "}", "{.sup}", "{lang=zh}", "<b>", "&lt;", "&#xE000;", "\\", "![",
     "http://e.org", "刘", "~", "---", "===", "\t", "|", "|---|"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=30).map("".join))
@settings(max_examples=400, deadline=None)
def test_no_text_raises_and_every_fault_has_place_and_help(text: str) -> None:
    parsed = _parse(text)

    for found in parsed.findings:
        assert found.span is not None
        assert found.help


@given(
    st.lists(st.sampled_from(["a", "b ", "刘", "<b>", "(", ")", "1", "é", "“x” "]), min_size=1, max_size=20).map(
        "".join
    )
)
@settings(max_examples=100, deadline=None)
def test_plain_words_stay_as_they_are(text: str) -> None:
    assert _words(_parse(f"x{text}").blocks) == f"x{text}".strip()
