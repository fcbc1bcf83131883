"""Templates are compiled once in a process, and anew where their text is another."""

from __future__ import annotations

import jinja2
import pytest

from probata.compose.environment import TemplateEnvironment


def environment(parts: dict[str, str], is_final: bool = False) -> TemplateEnvironment:
    return TemplateEnvironment(jinja2.DictLoader(parts), is_final)


def test_a_second_document_compiles_nothing_again(monkeypatch: pytest.MonkeyPatch) -> None:
    parts = {"once/brief": "{% include 'once/part' %}", "once/part": "{% for a in [1, 2] %}x{% endfor %}"}
    first = environment(parts).get_template("once/brief").render()
    monkeypatch.setattr(TemplateEnvironment, "compile", _never)

    assert environment(parts).get_template("once/brief").render() == first == "xx"


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
