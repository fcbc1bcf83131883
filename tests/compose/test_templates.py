"""Templates: compiled once, in the words of the forum, within limits, each fault at its line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jinja2
import pytest
from tests.case_folder import CASE, Built, build, write_case
from tests.each import each

from probata.compose.engine_faults import TemplateRuntimeFault
from probata.compose.environment import CompiledTemplates, StepBudget, TemplateEnvironment
from probata.compose.phrases import Phrases
from probata.diagnostics import Diagnostic, Severity, Span
from probata.document.blocks import Paragraph
from probata.document.inlines import Inline, Strong, Text
from probata.document.walk import inlines_in_order, plain_text
from probata.forum import Words
from probata.markup import LiteralValue, parse_markdown
from probata.messages import load_wording
from probata.pipeline import open_workspace


def environment(parts: dict[str, str], is_final: bool = False) -> TemplateEnvironment:
    return TemplateEnvironment(jinja2.DictLoader(parts), is_final)


def test_a_second_document_compiles_nothing_again(monkeypatch: pytest.MonkeyPatch) -> None:
    parts = {"once/brief": "{% include 'once/part' %}", "once/part": "{% for a in [1, 2] %}x{% endfor %}"}
    first = environment(parts).get_template("once/brief").render()
    monkeypatch.setattr(TemplateEnvironment, "compile", _never)

    assert environment(parts).get_template("once/brief").render() == first == "xx"


@pytest.mark.parametrize("broken", [b"", b"nothing of the engine's", b"\xe3\x00\x00"])
def test_what_was_compiled_is_kept_for_the_next_run_and_a_foreign_entry_is_passed_over(
    monkeypatch: pytest.MonkeyPatch, broken: bytes
) -> None:
    kept = Kept()
    assert _first_of_a_process(monkeypatch, kept) == "2"
    with monkeypatch.context() as patched:
        patched.setattr(TemplateEnvironment, "compile", _never)
        assert _first_of_a_process(monkeypatch, kept) == "2"
    kept.entries = dict.fromkeys(kept.entries, broken)
    assert _first_of_a_process(monkeypatch, kept) == "2"
    assert broken not in kept.entries.values()


class Kept:
    """A store in memory."""

    def __init__(self) -> None:
        self.entries: dict[str, bytes] = {}

    def read(self, key: str) -> bytes | None:
        return self.entries.get(key)

    def write(self, key: str, data: bytes) -> None:
        self.entries[key] = data


def _first_of_a_process(monkeypatch: pytest.MonkeyPatch, kept: Kept) -> str:
    monkeypatch.setattr("probata.compose.environment._COMPILED", CompiledTemplates())
    loader = jinja2.DictLoader({"stored/brief": "{% if 1 %}2{% endif %}"})
    return TemplateEnvironment(loader, False, store=kept).get_template("stored/brief").render()


def _never(*_: object, **__: object) -> None:
    raise AssertionError("compiled again")


def test_a_template_that_was_edited_is_compiled_anew() -> None:
    assert environment({"edited/brief": "before"}).get_template("edited/brief").render() == "before"
    assert environment({"edited/brief": "after"}).get_template("edited/brief").render() == "after"


def test_what_is_kept_holds_nothing_of_the_document_before() -> None:
    parts = {"kept/brief": "{{ name }}{{ none | or_gap('day') }}"}
    draft, final = environment(parts), environment(parts, is_final=True)
    texts = [str(made.get_template("kept/brief").render(name="Mara", none=None)) for made in (draft, final, draft)]

    assert [len(text) for text in texts] == [len(texts[0])] * 3
    assert len(draft.placeholders.values) == 4
    assert len(final.placeholders.values) == 2


WORDS = Words({
    "en": {"plain": "The *text*", "asked": "Asked: **{what}**.", "only": "Here", "two": "{b} and {a}"},
    "fr": {"plain": "Le *texte*", "asked": "Demandé : **{what}**.", "two": "{b} et {a}"},
})  # fmt: skip


def printed(template: str, language: str = "en-GB", **values: Any) -> list[Inline]:
    """Return the inlines of the one paragraph that a template prints."""
    environment = TemplateEnvironment(jinja2.DictLoader({}), False, wording=load_wording(language))
    names = {"words": Phrases(WORDS, language, environment.placeholders), **values}
    text = environment.from_string(template).render(names)
    (block,) = parse_markdown(text, environment.placeholders, Span("template")).blocks
    assert isinstance(block, Paragraph)
    return list(block.inlines)


NASTY = ["*a*", "{what}", "<b>", "[@x]", "**", "&amp;", "{{ x }}", "|", "^[n]", "\\"]


@each("value", NASTY)
@each("wrap", [str, LiteralValue])
def test_a_value_is_printed_as_it_is(value: str, wrap: type[Any]) -> None:
    inlines = printed("{{ words.asked(what=x) }}", x=wrap(value))
    strong = [inline for inline in inlines if isinstance(inline, Strong)]

    assert plain_text(tuple(inlines)) == f"Asked: {value}."
    assert [plain_text(found.inlines) for found in strong] == [value]
    assert all(isinstance(i, Text | Strong) for i in inlines_in_order((Paragraph(tuple(inlines)),)))


def test_a_word_that_the_language_lacks_is_english_and_marked() -> None:
    (word,) = [inline for inline in printed("{{ words.only }}", "fr") if isinstance(inline, Text)]

    assert word.text == "Here"
    assert getattr(word.text, "lang", None) == "en"


@each(
    ("template", "message"),
    [
        ("{{ words.asked(that='x') }}", "`words.asked` is filled with `what`, and is given `that`"),
        ("{{ words.asked() }}", "`words.asked` is filled with `what`, and is given nothing"),
        ("{{ words.asked }}", "`words.asked` is filled with `what`, and is given nothing"),
        ("{{ words.plain(what='x') }}", "`words.plain` is filled with nothing, and is given `what`"),
    ],
)
def test_a_wrong_value_is_a_fault_of_the_template(template: str, message: str) -> None:
    with pytest.raises(jinja2.TemplateRuntimeError, match=message.replace("(", r"\(")):
        printed(template)


ENDLESS = {
    "loops in loops": "{% for a in range(90000) %}{% for b in range(90000) %}{{ b }}{% endfor %}{% endfor %}",
    "loops that print nothing": "{% for a in range(90000) %}{% for b in range(90000) %}{% endfor %}{% endfor %}",
    "a macro that calls itself twice": (
        "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}"
    ),
}


def render(template: str) -> str:
    return (
        TemplateEnvironment(jinja2.DictLoader({}), is_final=False).from_string(template).render({"items": ["a", "b"]})
    )


@each("name", ENDLESS)
def test_a_template_without_end_is_stopped(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(StepBudget.__init__, "__defaults__", (20_000,))
    with pytest.raises(TemplateRuntimeFault, match="runs on and on"):
        render(ENDLESS[name])


def test_a_loop_knows_its_place_its_length_and_its_end() -> None:
    told = (
        "{% for i in items %}{% if loop.first %}first {% endif %}{% if loop.length == 2 %}of two {% endif %}"
        "{% if loop.last %}last{% endif %}{% else %}none{% endfor %}"
    )

    assert render(told) == "first of two of two last"
    assert render(told.replace("in items", "in []")) == "none"


def test_steps_are_counted_over_the_whole_document() -> None:
    budget = StepBudget(3)

    assert list(budget.counted("abc")) == ["a", "b", "c"]
    with pytest.raises(TemplateRuntimeFault):
        budget.take()


@each(
    ("call", "told"),
    [
        ("limbs('x')", "`limbs` takes an allegation of `allegations` as `allegation`"),
        ("limbs()", "`limbs` takes these values: `allegation`"),
        ("ref(5)", "`ref` takes text, such as `person.id` as `target`"),
        ("narrative(3)", "`narrative` takes text, such as `person.id` as `places`"),
        ("roles_of(persons)", "`roles_of` takes text, such as `person.id` as `person_id`"),
        ("roles_of(nosuch)", "uses a name `nosuch` that does not exist"),
        ("organisation_picture('x', 'nonsense')", "`nonsense` is no day"),
    ],
)
def test_a_call_with_the_wrong_values_is_a_fault_of_the_template(tmp_path: Path, call: str, told: str) -> None:
    forum = tmp_path / "templates" / "mine"
    forum.mkdir(parents=True)
    (forum / "forum.yaml").write_text("id: mine\nextends: uk-ghr\ntitle: Mine\n")
    (forum / "brief.md.j2").write_text(f"# Title\n\n{{{{ {call} }}}}\n")
    case = write_case(tmp_path, case=CASE.replace("forum: uk-ghr", "forum: mine"))
    built = build(case, workspace=open_workspace(tmp_path / "templates"))

    (fault,) = [found for found in built.findings if found.code == "TPL101"]
    assert told in fault.message
    assert str(fault.span) == "mine/brief.md.j2:3:1"


FORUM = "id: mine\nextends: uk-ghr\ntitle: Mine\n"
WORKING = "# Title\n\n{{ case_summary }}\n\n{% for p in persons %}{{ p.name }}{% endfor %}\n"


def _build(folder: Path, template: str | bytes | None) -> Built:
    forum = folder / "templates" / "mine"
    forum.mkdir(parents=True)
    (forum / "forum.yaml").write_text(FORUM)
    if template is not None:
        (forum / "brief.md.j2").write_bytes(template.encode() if isinstance(template, str) else template)
    case = write_case(folder, case=CASE.replace("forum: uk-ghr", "forum: mine"))
    return build(case, workspace=open_workspace(folder / "templates"))


def _fault(folder: Path, template: str | bytes) -> Diagnostic:
    built = _build(folder, template)
    (fault,) = [found for found in built.findings if found.code.startswith("TPL")]
    assert [made.data for made in built.made] == [b""]
    assert fault.severity is Severity.ERROR
    assert fault.help
    assert fault.span is not None
    return fault


def test_a_template_of_the_users_own_is_used_before_ours(tmp_path: Path) -> None:
    built = _build(tmp_path, WORKING)

    assert "A summary that stands in every document." in built.text
    assert "Ardel Solvan" in built.text
    assert "Draft statements of reasons" not in built.text


@each(
    ("template", "name", "place"),
    [
        ("# Title\n\nSaid here.[@nosuch, p. 4]\n", "unknown-source", "mine/brief.md.j2:3:12"),
        ("# Title\n\nSaid[^zz] here.\n", "note-mark-without-note", "mine/brief.md.j2:3:5"),
        ("# Title\n\n{{ case_summary }}[@{{ 'no' }}]\n", "unknown-source", ""),
    ],
)
def test_what_a_template_cites_wrongly_is_found_with_its_place_in_it(
    tmp_path: Path, template: str, name: str, place: str
) -> None:
    (found,) = [each for each in _build(tmp_path, template).findings if each.name == name]

    assert str(found.span or "") == place


def test_a_forum_without_a_template_takes_that_of_the_forum_it_extends(tmp_path: Path) -> None:
    assert "Draft statements of reasons" in _build(tmp_path, None).text


@each(
    ("template", "name", "line", "words", "help"),
    [
        ("a\n{% for p in persons %}\nb\n", "template-syntax", 3, "`{% endfor %}`", "where the part that begins"),
        ("a\n\n{{ title\n", "template-syntax", 3, "it ends before `}}`", "close each bracket"),
        ("a\n{{ title | xxxx }}\n", "template-syntax", 2, "no filter `xxxx`", "batch, capitalize, default"),
        ("a\n{{ title | uper }}\n", "template-syntax", 2, "no filter `uper`", "did you mean `upper`?"),
        ("a\n{{ foo bar }}\n", "template-syntax", 2, "`bar` stands where `}}` is expected", "one name"),
        ("a\n{{ (title }}\n", "template-syntax", 2, "`}` stands where `)` is expected", "close each bracket"),
        ("a\n{{ }}\n", "template-syntax", 2, "`}}` stands where a name or a value is expected", "write a name"),
        ('a\n{{ "open }}\n', "template-syntax", 2, "a quotation mark is opened here", "close it"),
        ("a\n{% if title %}{% endfor %}\n", "template-syntax", 2, "`{% endfor %}` stands where", "opened last"),
        ("a\n{% nonsense %}\n", "template-syntax", 2, "no tag `nonsense`", "the tags are"),
        ("a\n{% macro m(a, a) %}{% endmacro %}\n", "template-syntax", 2, "stands twice", "keep one"),
        ("a\n{{ " + "1" * 6000 + " }}\n", "template-syntax", 2, "too many digits", "shorter"),
        ("a\n{{ '\\x' }}\n", "template-syntax", 2, "cannot be read here", "braces"),
        ("a\nb {{ persns }}\n", "unknown-name", 2, "`persns`", "did you mean `persons`"),
        ("a\n{{ zzzzzz }}\n", "unknown-name", 2, "`zzzzzz`", "the names are"),
        ("{% for p in persons %}\n{{ p.nam }}\n{% endfor %}", "unknown-name", 2, "`nam`", "did you mean `name`"),
        ("{% for p in persons %}\n{{ p.zzzzzz }}\n{% endfor %}", "unknown-name", 2, "`zzzzzz`", "`birth_country`"),
        ("{{ prepared_by.organization }}\n", "unknown-name", 1, "`organization`", "did you mean `organisation`"),
        ("{% macro m() %}\n{{ zzzzzz }}\n{% endmacro %}\n{{ m() }}", "unknown-name", 2, "`zzzzzz`", "names"),
        ("a\n\n{{ none }}\n", "template-fault", 3, "nothing to print", "documentation"),
        ("a\n{{ is_final }}\n", "template-fault", 2, "no text", "documentation"),
        ("a\n{{ 1 / 0 }}\n", "template-fault", 2, "divided by 0", "{% if … %}"),
        ("a\n{{ title() }}\n", "template-fault", 2, "does not fit", "documentation"),
        ("a\n{{ 1 | join }}\n", "template-fault", 2, "entries of a list", "documentation"),
        ("a\n{{ [1] * 1000000000 }}\n", "template-fault", 2, "a list stands here", "documentation"),
        ("a\n{% for n in range(100000000) %}{% endfor %}\n", "template-fault", 2, "100,000 numbers", "fewer"),
        ("a\n{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}\n", "template-fault", 2, "a macro calls itself", "end"),
        ("a\n{% block b %}{{ self.b() }}{% endblock %}\n", "template-fault", 2, "a block prints itself", "super"),
        ("a\n{{ super() }}\n", "template-fault", 2, "outside a block", "into the block"),
        ("a\n{{ title.__class__ }}\n", "forbidden-name", 2, "`__class__`", "fields"),
        ('a\n{% include "../case.yaml" %}\n', "missing-template", 2, "`../case.yaml`", "without `..`"),
        ('a\n{% include "/etc/passwd" %}\n', "missing-template", 2, "`/etc/passwd`", "forum/name.md.j2"),
        ('a\n{% include "mine/../../harbour/case.yaml" %}\n', "missing-template", 2, "harbour/case.yaml", "templates"),
        ('{% extends "gone/brief.md.j2" %}\n', "missing-template", 1, "`gone/brief.md.j2`", "templates"),
        ('a\n{% include "mine/brief.md.j2" %}\n', "template-fault", 2, "includes or imports itself", "another"),
        ('{% extends "mine/brief.md.j2" %}\n', "template-fault", 1, "extends, includes or imports itself", "another"),
    ],
)
def test_a_fault_has_the_line_of_the_template(
    tmp_path: Path, template: str, name: str, line: int, words: str, help: str
) -> None:
    found = _fault(tmp_path, template)

    assert (found.name, str(found.span)) == (name, f"mine/brief.md.j2:{line}:1")
    assert words in found.message
    assert help in found.help
    assert not {"object", "str", "NoneType", "dict"} & set(found.message.replace("'", " ").split())


@each(
    ("template", "place", "words", "help"),
    [
        ("a\nM\xfcller".encode("cp1252"), "mine/brief.md.j2:2:1", "UTF-8", "save it as UTF-8"),
        ("a\nb".encode("utf-16"), "mine/brief.md.j2:1:1", "UTF-16", "save it as UTF-8"),
        ("a" * 4_100_000, "mine/brief.md.j2:1:1", "larger than 4 MB", "split it"),
        ("a\nb \ue000\ue010\ue001", "mine/brief.md.j2:2:1", "U+E000", "delete it"),
        ("a\nb \x00", "mine/brief.md.j2:2:1", "U+0000", "delete it"),
    ],
)
def test_a_template_that_cannot_be_read_says_so_with_the_step_that_its_file_needs(
    tmp_path: Path, template: str | bytes, place: str, words: str, help: str
) -> None:
    found = _fault(tmp_path, template)

    assert str(found.span) == place
    assert words in found.message
    assert help in found.help


def test_a_template_that_is_a_link_out_of_the_templates_is_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("a secret")
    forum = tmp_path / "templates" / "other"
    forum.mkdir(parents=True)
    (forum / "part.md.j2").symlink_to(secret)
    built = _build(tmp_path, '{% include "other/part.md.j2" %}')

    assert "a secret" not in built.text
    assert [found.name for found in built.findings if found.code.startswith("TPL")] == ["template-syntax"]


def test_markdown_that_is_wrong_in_a_template_is_reported_and_the_document_made(tmp_path: Path) -> None:
    built = _build(tmp_path, WORKING + "\n::: notce\nx\n:::\n\n[^9]\n")

    assert {"unknown-box", "note-mark-without-note"} <= {found.name for found in built.findings}
    assert "Ardel Solvan" in built.text


def test_what_the_engine_says_and_we_do_not_know_is_kept_as_a_note(tmp_path: Path) -> None:
    assert _fault(tmp_path, "{{ '\\x' }}").notes == ("the template engine says: truncated \\xXX escape",)


EXTENDS = '{% extends "uk-ghr/brief.md.j2" %}\n'


@each(
    ("text", "line", "words"),
    [
        ("\n\nHello *world*\n", 4, "`Hello *world*`"),
        ("{{ title }}\n", 2, "double braces"),
        ("{% if title %}\nHello\n{% endif %}\n", 3, "`Hello`"),
    ],
)
def test_text_outside_every_block_of_a_template_that_extends_another_is_found(
    tmp_path: Path, text: str, line: int, words: str
) -> None:
    found = _build(tmp_path, EXTENDS + text).found("text-outside-block")

    assert (found.severity, str(found.span)) == (Severity.WARNING, f"mine/brief.md.j2:{line}:1")
    assert words in found.message
    assert "{% block NAME %}" in found.help


@each(("block", "help"), [("sumary", "did you mean `summary`?"), ("zzz", "the blocks are")])
def test_a_block_that_no_template_above_has_is_found(tmp_path: Path, block: str, help: str) -> None:
    built = _build(tmp_path, EXTENDS + f"{{% block {block} %}}\nMy own words.\n{{% endblock %}}\n")
    found = built.found("unknown-block")

    assert (found.severity, str(found.span)) == (Severity.WARNING, "mine/brief.md.j2:2:1")
    assert f"`{block}`" in found.message
    assert help in found.help
    assert "My own words" not in built.text


def test_a_block_inside_a_known_one_is_printed_and_not_found(tmp_path: Path) -> None:
    inner = "{% block summary %}{% block mine %}My own words.{% endblock %}{% endblock %}\n"
    built = _build(tmp_path, EXTENDS + inner)

    assert [found for found in built.findings if found.name == "unknown-block"] == []
    assert "My own words." in built.text


def test_what_prints_nothing_may_stand_outside_a_block(tmp_path: Path) -> None:
    inside = "{% macro m() %}x{% endmacro %}\n{% set a = 1 %}\n{## x ##}\n{% block why_act %}Hello{% endblock %}\n"
    built = _build(tmp_path, EXTENDS + inside)

    assert [found for found in built.findings if found.code.startswith("TPL")] == []
    assert "Hello" in built.text


def test_all_names_that_there_are_not_are_told_at_once_and_what_a_template_makes_itself_is_known(
    tmp_path: Path,
) -> None:
    template = (
        '{% extends "uk-ghr/brief.md.j2" %}\n{% import "_base/parts.md.j2" as parts with context %}\n'
        "{% macro mine(x) %}{{ x }}{{ titel }}{% endmacro %}\n"
        "{% block summary %}\n{{ case_sumary }}\n{% set own = 1 %}{{ own }}\n"
        "{% if false %}{{ nobody }}{% endif %}\n{% for p in persons %}{{ p.name }}{{ loop.index }}{% endfor %}\n"
        "{{ case_sumary }}{% endblock %}\n"
    )
    found = [each for each in _build(tmp_path, template).findings if each.code == "TPL101"]

    assert [(each.name, str(each.span).rpartition(":")[0], each.message.split("`")[1]) for each in found] == [
        ("unknown-name", "mine/brief.md.j2:5", "case_sumary"),
        ("unknown-name", "mine/brief.md.j2:3", "titel"),
        ("unknown-name", "mine/brief.md.j2:7", "nobody"),
    ]
