"""What the team says of a change, and what it left open, is in no file that leaves the house."""

from __future__ import annotations

import json
from io import BytesIO
from zipfile import ZipFile

import pytest
from tests.changes.example import case_with
from tests.each import each
from tests.filings.made import workspace

from probata.pipeline import make, open_case, plan

SECRET = {
    "reason": "Because the minister dislikes the other paper",
    "author": "Quennell Ashgrove",
    "text": "Nobody dares to say this aloud",
    "words": "Words of a margin",
}
FORMATS = ("docx", "html")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return all text of the files of a filing with a change and a point, by format."""
    folder = tmp_path_factory.mktemp("internal")
    change = {"filing": "uk-ghr", "before": "Risk, confidentiality, who submits", "after": "Who hands this in"}
    session = case_with(folder, [change | {key: SECRET[key] for key in ("reason", "author")}])
    assert session.graph is not None
    point = {"id": "p", "about": "people/orskelin#name", "filing": "uk-ghr", "date": "2026-11-01"}
    point |= {key: SECRET[key] for key in ("text", "author", "words")}
    (session.graph.root / "points.yaml").write_text(json.dumps([point]), encoding="utf-8")
    session = open_case(session.graph.root, "example", workspace())
    (filing,) = plan(session, workspace(), ["uk-ghr"])
    files = list(make(session, workspace(), filing, FORMATS, final=True))
    return {format: "".join(_text(one.data) for one in files if one.format == format) for format in FORMATS}


def _text(data: bytes) -> str:
    if not data.startswith(b"PK"):
        return data.decode()
    with ZipFile(BytesIO(data)) as archive:
        return "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


@each("format", FORMATS)
def test_the_new_words_go_out_and_nothing_else_of_the_record(made: dict[str, str], format: str) -> None:
    assert "Who hands this in" in made[format]
    for words in SECRET.values():
        assert words not in made[format]
    assert "changes/c0" not in made[format]
    assert "points/p" not in made[format]
