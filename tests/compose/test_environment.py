"""Whatever a template does with a value of a record, its characters reach the tree and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import jinja2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.each import each

from probata.compose.environment import TemplateEnvironment
from probata.diagnostics import Span
from probata.document.blocks import Paragraph
from probata.document.inlines import Emph, Gap, Inline, Strong, Text
from probata.document.origin import NOTHING
from probata.document.walk import inlines_in_order, plain_text
from probata.markup import InlineValue, LiteralValue, MarkdownValue, parse_markdown

NASTY = (
    "*a*",
    "<b>x</b>",
    "a & b",
    "&amp;",
    '"q"',
    "'",
    "**",
    "[@x]",
    "^[n]",
    "|",
    "{{ x }}",
    "{% x %}",
    "{##",
    "`",
    "刘",
)
PLAIN_WAYS = {
    "printed": "a {{ x }} b",
    "constant beside it": "a {{ x }} {{ 'b' }}",
    "tilde": "{{ 'a ' ~ x ~ ' b' }}",
    "plus": "{{ 'a ' + x + ' b' }}",
    "join": "{{ ['a', x, 'b'] | join(' ') }}",
    "join by it": "a{{ ['', ''] | join(x) }}",
    "listed": "{{ ['a', x, 'b'] | listed }}",
    "set": "{% set y = x %}a {{ y }} b",
    "set block": "{% set y %}a {{ x }} b{% endset %}{{ y }}",
    "set block and tilde": "{% set y %}a {% endset %}{{ y ~ x ~ ' b' }}",
    "tilde and set block": "{% set y %} b{% endset %}{{ 'a ' ~ x ~ y }}",
    "set block and plus": "{% set y %}a {% endset %}{{ y + x + ' b' }}",
    "plus and set block": "{% set y %} b{% endset %}{{ x + y }}",
    "set block in a join": "{% set y %}a{% endset %}{{ [y, x] | join(' ') }}",
    "macro": "{% macro m(v) %}a {{ v }} b{% endmacro %}{{ m(x) }}",
    "macro and tilde": "{% macro m(v) %}a {{ v }}{% endmacro %}{{ m(x) ~ ' ' ~ x }}",
    "macro in a macro": "{% macro m(v) %}{{ v }}{% endmacro %}{% macro n(v) %}a {{ m(v) ~ v }}{% endmacro %}{{ n(x) }}",
    "call": "{% macro m() %}a {{ caller() }} b{% endmacro %}{% call m() %}{{ x }}{% endcall %}",
    "import": "{% import 'part' as part %}a {{ part.show(x) }} b",
    "include": "a {% include 'included' %} b",
    "block": "a {% block c %}{{ x }}{% endblock %} b",
    "loop": "{% for v in [x, x] %}{{ v }}{{ joined() }}{% endfor %}",
    "joiner": "{% set j = joiner('*') %}{% for v in [x, x] %}{{ j() }}{{ v }}{% endfor %}",
    "default": "a {{ x | default('y') }} {{ z | default(x) }}",
    "gap filter": "a {{ x | or_gap('x') }} {{ none | or_gap('x') }}",
    "condition": "a {{ x if x else 'y' }} b",
    "cycler": "a {{ cycler(x, x).next() }} b",
    "first": "a {{ [x] | first }} b",
    "sorted": "a {{ [x] | sort | join('*') }} b",
    "mapped": "a {{ [{'k': x}] | map(attribute='k') | join('*') }} b",
}
STRING_WAYS = {
    "upper": "a {{ x | upper }} b",
    "capitalize": "a {{ x | capitalize }} b",
    "trim": "a {{ x | trim }} b",
    "replaced": "a {{ x.replace('zzz', '<i>') }} b",
    "slice": "a {{ x[0:50] }} b",
    "letters": "{% for c in x %}{{ c }}{% endfor %}",
}


def _environment(is_final: bool = False) -> TemplateEnvironment:
    parts = {"part": "{% macro show(v) %}{{ v }}{% endmacro %}", "included": "{{ x }}"}
    return TemplateEnvironment(jinja2.DictLoader(parts), is_final)


def _blocks(template: str, **names: Any) -> tuple[Any, ...]:
    environment = _environment()
    names = {"joined": lambda: "", **names}
    text = environment.from_string(template).render(names)
    return parse_markdown(text, environment.placeholders, Span("t")).blocks


def _inlines(template: str, **names: Any) -> tuple[Inline, ...]:
    (block,) = _blocks(template, **names)
    assert isinstance(block, Paragraph)
    return block.inlines


def _printed(template: str, **names: Any) -> str:
    inlines = _inlines(template, **names)
    assert {type(inline) for inline in inlines} <= {Text, Gap}
    return plain_text(inlines)


@each("value", NASTY)
@each("way", PLAIN_WAYS)
@each("kind", [str, LiteralValue])
def test_a_value_reaches_the_tree_as_its_own_characters(way: str, value: str, kind: type[Any]) -> None:
    template = PLAIN_WAYS[way]
    if kind is LiteralValue and way == "sorted":
        template = "a {{ x }} b"  # values with an origin have no order
    neutral = _printed(template, x=kind("XQX"))

    assert "XQX" in neutral
    assert _printed(template, x=kind(value)) == neutral.replace("XQX", value)


@each("way", PLAIN_WAYS)
@given(value=st.text(st.characters(exclude_categories=["Cs", "Cc", "Co", "Z"]), min_size=1, max_size=20))
@settings(max_examples=10, deadline=None)
def test_any_characters_stay_what_they_are(way: str, value: str) -> None:
    neutral = _printed(PLAIN_WAYS[way], x="XQX")

    assert _printed(PLAIN_WAYS[way], x=value) == neutral.replace("XQX", value)


@each("value", NASTY)
@each("way", ["upper", "capitalize", "trim", "replaced", "slice", "letters"])
def test_a_text_that_a_template_changes_is_still_no_markup(way: str, value: str) -> None:
    changes: dict[str, Callable[[str], str]] = {"upper": str.upper, "capitalize": str.capitalize}
    change = changes.get(way, str.strip)

    assert change(value) in _printed(STRING_WAYS[way], x=value)


@each(
    ("template", "inlines"),
    [
        ("{% macro m(v) %}*{{ v }}*{% endmacro %}{{ m(x) }}", (Emph((Text("<&*"),)),)),
        ("{% set y %}**{{ x }}**{% endset %}{{ y }}", (Strong((Text("<&*"),)),)),
        ("{% set y %}*{{ x }}*{% endset %}{{ y ~ ' & ' ~ x }}", (Emph((Text("<&*"),)), Text(" & <&*"))),
        ("{% set y %}*a*{% endset %}{{ [y, x] | join(' & ') }}", (Emph((Text("a"),)), Text(" & <&*"))),
        ("{% call(v) m() %}*{{ v }}*{% endcall %}", (Emph((Text("<&*"),)),)),
    ],
)
def test_marks_that_the_template_itself_writes_keep_their_meaning(template: str, inlines: tuple[Inline, ...]) -> None:
    macro = "{% macro m() %}{{ caller(x) }}{% endmacro %}" if "call(v)" in template else ""

    assert _inlines(macro + template, x="<&*") == inlines


@each(
    "template",
    [
        "{{ none | or_gap('x') }}",
        "{% for a in [] %}{% else %}{{ none | or_gap('x') }}{% endfor %}",
        "{{ nothing | or_gap('x') }}",
        "{{ '' | or_gap('x') }}",
        "{{ () | or_gap('x') }}",
        "{% macro m() %}{{ none | or_gap('x') }}{% endmacro %}{{ m() }}",
        "{{ none | or_gap('x') ~ '' }}",
    ],
)
def test_what_is_not_recorded_is_a_gap_wherever_it_stands(template: str) -> None:
    gaps = [inline for inline in inlines_in_order(_blocks(template, nothing=None)) if isinstance(inline, Gap)]

    assert gaps == [Gap("x: to complete", required=False)]


def test_in_a_final_document_a_gap_is_words() -> None:
    environment = _environment(is_final=True)
    text = environment.from_string("{{ none | or_gap('x') }}").render()

    assert parse_markdown(text, environment.placeholders, Span("t")).blocks == (
        Paragraph((Text("not recorded", NOTHING),)),
    )


@each("value", [None, True, False, [], {}, ("a",), object(), 1.5, b"a", print])
@each("way", ["{{ x }}", "{{ 'a' ~ x }}", "{% set y %}a{% endset %}{{ y ~ x }}", "{{ ['a', x] | join }}"])
def test_what_is_no_text_is_refused_and_never_filed(way: str, value: Any) -> None:
    with pytest.raises(jinja2.TemplateError, match="print"):
        _environment().from_string(way).render(x=value)


@each(
    "template",
    [
        "{{ y }}",
        "{{ 'a' ~ y }}",
        "{{ x.y }}",
        "{% if y %}a{% endif %}",
        "{% for a in y %}{% endfor %}",
        "{{ ['a', y] | join }}",
        "{{ y | upper }}",
        "{{ y | or_gap('y') }}",
        "{{ y.z }}",
    ],
)
def test_a_name_that_does_not_exist_is_refused_everywhere(template: str) -> None:
    with pytest.raises(jinja2.UndefinedError):
        _environment().from_string(template).render(x="a")


MARKUP = "{% set y %}*{{ x }}*{% endset %}"


@each(
    "template",
    [
        MARKUP + "{{ y | upper }}",
        MARKUP + "{{ y | trim }}",
        MARKUP + "{{ y.upper() }}",
        MARKUP + "{{ y.join(['<', '>']) }}",
        MARKUP + "{{ y.format('<') }}",
        MARKUP + "{{ y % '<' }}",
        MARKUP + "{{ '%s' % y }}",
        MARKUP + "{{ y * 2 }}",
        "{% set y %}{{ x }}{% endset %}{{ y[1:] }}",
        MARKUP + "{{ y[0] }}",
        "{% set y %}{{ x }}{% endset %}{% for c in y %}{{ c }}{% endfor %}",
        "{% set y %}{{ x }}{% endset %}{{ y | list | join }}",
        "{% set y %}{{ x }}{% endset %}{{ y | first }}",
        "{% filter upper %}{{ x }}{% endfilter %}",
        "{{ '%s' % x }}",
        "{{ x * 3 }}",
        "{{ 9 ** 9 ** 9 }}",
    ],
)
def test_what_would_cut_or_forge_a_placeholder_is_refused(template: str) -> None:
    with pytest.raises(jinja2.TemplateError):
        _environment().from_string(template).render(x=LiteralValue("a"))


@each(
    "filter",
    ["safe", "e", "escape", "forceescape", "tojson", "xmlattr", "urlize", "striptags", "format", "truncate", "indent",
     "wordwrap", "replace", "sum", "random", "pprint", "attr", "center"],
)  # fmt: skip
def test_filters_that_leak_or_cut_do_not_exist(filter: str) -> None:
    with pytest.raises(jinja2.TemplateSyntaxError, match=f"No filter named '{filter}'"):
        _environment().from_string(f"{{{{ x | {filter} }}}}")


@each(
    "template",
    [
        "{{ x.__class__ }}",
        "{{ x._origin }}",
        "{{ x['__class__'] }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ '{0.__class__}'.format(x) }}",
        "{{ [x] | map(attribute='__class__') | list | length ~ ([x] | map(attribute='__class__') | first) }}",
        "{{ names.append('b') }}",
        "{{ names.clear() }}",
        "{{ x.text.__init__.__globals__ }}",
        "{{ read.__globals__ }}",
        "{{ read.__code__ }}",
        "{% set x.text = 'b' %}",
    ],
)
def test_what_is_closed_to_templates_stays_closed(template: str) -> None:
    names = ["a"]

    def read() -> str:
        return "a"

    with pytest.raises(jinja2.TemplateError):
        _environment().from_string(template).render(x=LiteralValue("a"), names=names, read=read)
    assert names == ["a"]


@each("template", ["{{ '\\ue000\\ue010\\ue001' }}", "{{ x }}", "{{ 'a' ~ x }}", "{{ '\\x00' }}"])
def test_characters_that_stand_for_values_cannot_be_written_by_hand(template: str) -> None:
    with pytest.raises(jinja2.TemplateError, match="no document can hold"):
        _environment().from_string("{{ 'first' }}" + template).render(x="\ue000\ue010\ue001")


def test_a_template_that_calls_itself_is_a_fault_of_the_template() -> None:
    environment = TemplateEnvironment(jinja2.DictLoader({"a": "{% include 'a' %}"}), False)

    with pytest.raises(jinja2.TemplateError):
        environment.get_template("a").render()


def test_a_fault_of_our_own_code_is_not_blamed_on_the_template() -> None:
    def broken(_: str) -> str:
        return parse_markdown(None, None, None)  # type: ignore[arg-type, return-value]  # what a bug of ours would do

    with pytest.raises(TypeError):
        _environment().from_string("{{ broken('a') }}").render(broken=broken)


def test_a_record_text_is_parsed_on_its_own() -> None:
    record = MarkdownValue("One *two*.\n\n- three", Span("r"))
    blocks = _blocks("# {{ title }}\n\n{{ x }}\n", x=record, title="T & *T*")

    assert plain_text(blocks[0].inlines) == "T & *T*"
    assert [type(block).__name__ for block in blocks] == ["Heading", "Paragraph", "ListBlock"]


def test_inlines_made_by_the_program_pass_through_every_way() -> None:
    value = InlineValue((Emph((Text("v"),)),))
    for way in (
        "{{ x }}",
        "{{ '' ~ x }}",
        "{{ [x] | join }}",
        "{% set y %}{{ x }}{% endset %}{{ y }}",
        "{{ x | or_gap('') }}",
    ):
        assert _inlines(way, x=value) == (Emph((Text("v"),)),)
