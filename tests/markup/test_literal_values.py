"""A value of a record stands in the tree as its own characters, wherever a template puts it, and never as markup."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.each import each

from probata.diagnostics import Span
from probata.document.blocks import Blocks, Paragraph, Role, Table
from probata.document.inlines import Cite, CiteItem, Inline, Link, Note, Pinpoint, Text
from probata.document.walk import inlines_in_order, plain_text
from probata.markup import LiteralValue, Placeholders, parse_markdown
from probata.markup.placeholder import fold
from probata.model.citation import parse_pinpoint

NEUTRAL = "XQX"
POSITIONS = {
    "paragraph": "{}\n",
    "in a paragraph": "Before {} after.\n",
    "beginning of a line": "Before\n{} after.\n",
    "end of a line": "Before {}\nafter.\n",
    "heading": "# {}\n",
    "in a heading": "## Title {} x\n",
    "strong": "a **{}** b\n",
    "strong beside Chinese": "他**{}**说\n",
    "emphasis": "*{}*\n",
    "emphasis with underscores": "_{}_\n",
    "item of a list": "- {}\n- b\n",
    "item of an ordered list": "1. {}\n2. b\n",
    "block quotation": "> {}\n",
    "cell": "| a | b |\n|---|---|\n| {} | z |\n",
    "cell without spaces": "|a|b|\n|---|---|\n|{}|z|\n",
    "heading cell": "| {} | b |\n|---|---|\n| 1 | z |\n",
    "inline note": "Text^[{}] end.\n",
    "note below the text": "Text[^1] end.\n\n[^1]: {}\n",
    "link text": "see [{}](http://e.org) x\n",
    "link target": "see [x](https://e.org/{}) y\n",
    "span": '[{}]{{lang=zh}} x\n',
    "language of a span": '[x]{{lang="{}"}} y\n',
    "box": "::: notice\n{}\n:::\n",
    "attribution": ":::: quotation\nWords.\n\n::: attribution\n{}\n:::\n::::\n",
    "caption": '::: table caption="{}"\n| a |\n|---|\n| z |\n:::\n',
    "id in a box": '::: table id="{}"\n| a |\n|---|\n| z |\n:::\n',
    "title of contents": '::: contents title="{}"\n:::\n',
    "id of a paragraph": '{{id="{}"}}\nText.\n',
    "code": "`{}`\n",
    "between values": "{} and {}\n",
    "before a citation": "“{}” [@x, p. 3].\n",
    "key of a citation": "a [@{}, p. 3] b\n",
    "words before a citation": "a [{} @x, p. 3] b\n",
    "words behind a citation": "a [@x, p. 3, {}] b\n",
    "all words behind a citation": "a [@x, {}] b\n",
    "place in braces": "a [@x, {{p. 4}} {}] b\n",
}  # fmt: skip
NASTY = (
    "#", "# a", "1.", "1. a", "1)", "> q", ">", "    four", "\ttab", "a\n\nb", "a\nb", "a\n# b", "a\n===", "---", "***",
    "****", "* a", "- a", "+ a", "a | b", "|", "||", "\\", "a\\", "\\\\", "\\|", "[@x]", "[@x, p. 3]", "^[x]", "[^1]",
    ":::", "::: note", "{", "{#id}", "{.a}", "a{.b}", "{p. 4}", "<b>", "<http://e.org>", "&amp;", "&#35;", "&#xE000;",
    "&", "`", "``", "a`b", "*a*", "**", "_a_", "__", "~", "~~~", "```", "[a](b)", "![a](b)", "![", "[a]: b",
    "http://e.org", ": x", "~ x", " a ", "a ", "\u00a0a", "\u3000刘", "（刘建超）", "“a”", '"a"', "'", "(a)", "a(",
    "a)", "刘", "\u200b", "\u2028x", "\x85x", "a\rb", "a\n: b", "a\n| b\n|---\n", "{% x %}", "{{ x }}", "{}", "\u202e",
    "=", "a\n--", "%", "%EE%80%80", "$x$", "1986. A great", "\ufeffx", "@x", "; @b", "]", "[", "a, b", ", b",
    "javascript:x", "é", "𝒳", "a=b", "-@b",
)  # fmt: skip


PRINTABLE = (
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Co"]), min_size=1, max_size=40)
    .filter(str.strip)
    .filter(lambda text: parse_pinpoint(text) is None)
)
"""Any text but `p. 4` and its like, which behind a citation is a place and printed in its own way."""


def _parse(template: str, value: str) -> Blocks:
    placeholders = Placeholders()
    words = [placeholders.place(LiteralValue(value)) for _ in range(2)]
    parsed = parse_markdown(template.format(*words), placeholders, Span("t"))
    assert parsed.findings == ()
    return parsed.blocks


def _strings(node: Any) -> Iterator[str]:
    """Every string of a tree, in order, kinds of paragraphs and names of notes left out."""
    if isinstance(node, str) and not isinstance(node, Role):
        yield node
    elif isinstance(node, tuple):
        for child in node:
            yield from _strings(child)
    elif isinstance(node, Note):
        yield from _strings(node.blocks)
    elif is_dataclass(node):
        for field in fields(node):
            yield from _strings(getattr(node, field.name))


def _shape(node: Any) -> Any:
    """A tree without its characters: kinds of nodes and what is in what."""
    if isinstance(node, tuple):
        return tuple(_shape(child) for child in node if not isinstance(child, Text))
    if is_dataclass(node):
        inner = (getattr(node, field.name) for field in fields(node) if field.name != "pinpoint")
        return type(node).__name__, tuple(
            _shape(child) for child in inner if isinstance(child, tuple) or is_dataclass(child)
        )
    return None


def _characters(blocks: Blocks) -> str:
    return " ".join(" ".join(_strings(blocks)).split())


@each("position", POSITIONS)
def test_a_value_is_characters_and_changes_nothing_round_it(position: str) -> None:
    template = POSITIONS[position]
    neutral = _parse(template, NEUTRAL)
    changed = [value for value in NASTY if _shape(_parse(template, value)) != _shape(neutral)]
    wrong = [
        value
        for value in NASTY
        if _characters(_parse(template, value)) != " ".join(_characters(neutral).replace(NEUTRAL, fold(value)).split())
    ]

    assert changed == []
    assert wrong == []


@each("position", POSITIONS)
@given(value=PRINTABLE)
@settings(max_examples=15, deadline=None)
def test_any_value_is_characters_wherever_it_stands(position: str, value: str) -> None:
    template = POSITIONS[position]
    neutral = _parse(template, NEUTRAL)
    found = _parse(template, value)

    assert _shape(found) == _shape(neutral)
    assert _characters(found) == " ".join(_characters(neutral).replace(NEUTRAL, fold(value)).split())


def _only(blocks: Blocks) -> tuple[Inline, ...]:
    (block,) = blocks
    assert isinstance(block, Paragraph)
    return block.inlines


def test_a_value_may_be_the_key_and_the_place_of_a_citation() -> None:
    assert _only(_parse("[@{}, {{p. 4}}]", "a b")) == (Cite((CiteItem("a b", Pinpoint("page", "4")),)),)
    assert _only(_parse("[@x, {}]", "p. 4")) == (Cite((CiteItem("x", Pinpoint("page", "4")),)),)


def test_a_value_may_be_a_web_address_and_nothing_worse() -> None:
    placeholders = Placeholders()
    good, bad = (placeholders.place(LiteralValue(url)) for url in ("https://e.org/a?b=c&d", "javascript:alert(1)"))
    parsed = parse_markdown(f"[x]({good}) [y]({bad})", placeholders, Span("t"))

    assert [i for i in inlines_in_order(parsed.blocks) if isinstance(i, Link)] == [
        Link("https://e.org/a?b=c&d", (Text("x"),))
    ]
    assert plain_text(_only(parsed.blocks)) == "x y"
    assert [found.name for found in parsed.findings] == ["odd-address"]


def test_a_value_in_a_cell_leaves_the_number_of_columns() -> None:
    (table,) = _parse("|a|b|\n|---|---|\n|{}|{}|\n", "x | y \\")
    assert isinstance(table, Table)

    assert [len(row.cells) for row in table.rows] == [2]
