"""Templates are compiled once in a process, and anew where their text is another."""

from __future__ import annotations

import jinja2
import pytest

from probata.compose.environment import CompiledTemplates, TemplateEnvironment


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
