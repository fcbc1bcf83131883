"""A template comes to an end, and its own calls are looked at before they run."""

from __future__ import annotations

from pathlib import Path

import jinja2
import pytest
from tests.case_folder import CASE, build, write_case
from tests.each import each

from probata.compose.engine_faults import ToldRuntimeError
from probata.compose.environment import StepBudget, TemplateEnvironment
from probata.pipeline import open_workspace

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
    with pytest.raises(ToldRuntimeError, match="runs on and on"):
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
    with pytest.raises(ToldRuntimeError):
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
