"""The example of every forum: the smallest fictional case that it accepts, made as final in every format."""

from __future__ import annotations

from pathlib import Path

import pytest

from probata.diagnostics import Severity
from probata.forum import known_forums, own_templates
from probata.pipeline import FORMATS, Session, Workspace, filings, make, open_case, refusals

WORKSPACE = Workspace((own_templates(),))
FORUMS = known_forums(WORKSPACE.template_roots)


def example(forum: str) -> Session:
    path = own_templates() / forum / "example.yaml"
    return open_case(path, path.name, WORKSPACE)


@pytest.mark.parametrize("forum", FORUMS)
def test_the_example_of_a_forum_is_accepted_as_final(forum: str) -> None:
    session = example(forum)
    (filing,) = [found for found in filings(session) if found.forum == forum][:1]

    assert [found.message for found in refusals(session, WORKSPACE, filing)] == []
    made = list(make(session, WORKSPACE, filing, FORMATS, final=True))
    faults = [found.message for file in made for found in file.diagnostics if found.severity is Severity.ERROR]
    assert faults == []
    assert {Path(file.name).suffix.lstrip(".") for file in made if file.data} == set(FORMATS)


@pytest.mark.parametrize("forum", FORUMS)
def test_an_example_is_fictional_and_says_so(forum: str) -> None:
    text = (own_templates() / forum / "example.yaml").read_text(encoding="utf-8")

    assert "Fictional: no person, body or state in it is real." in text.splitlines()[0] + text.splitlines()[1]


def test_an_example_with_less_than_its_forum_wants_is_refused(tmp_path: Path) -> None:
    text = (own_templates() / "uk-ghr" / "example.yaml").read_text(encoding="utf-8")
    less = tmp_path / "example.yaml"
    less.write_text(text.replace("    birth: {date: 1964-02}\n", ""), encoding="utf-8")
    session = open_case(less, less.name, WORKSPACE)

    (reason,) = refusals(session, WORKSPACE, filings(session)[0])

    assert reason.message == "date of birth is not recorded for Mara Wolk; required by `uk-ghr`"
