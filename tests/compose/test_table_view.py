"""A dataset as a table: what all rows cite stands once, remarks on numbers stand below."""

from __future__ import annotations

import re
from pathlib import Path

from tests.case_folder import CASE, DATASETS, build, write_case

from probata.pipeline import open_workspace

FORUM = "id: plain\nextends: _base\ntitle: Plain\ndocument_kind: submission\n"
TEMPLATE = "# Figures\n\n{% for t in tables %}\n{{ t.table }}\n{% endfor %}\n"
COLUMNS = DATASETS + "    - {key: source, heading: Source, type: source}\n"


def page(folder: Path, data: str, datasets: str = COLUMNS) -> str:
    home = folder / "templates" / "plain"
    home.mkdir(parents=True)
    (home / "forum.yaml").write_text(FORUM, encoding="utf-8")
    (home / "brief.md.j2").write_text(TEMPLATE, encoding="utf-8")
    case = CASE.replace("forum: uk-ghr", "forum: plain")
    built = build(
        write_case(folder, case=case, datasets=datasets, **{"data/detained.csv": data}),
        workspace=open_workspace(folder / "templates"),
    )
    return built.text


def table(page: str) -> tuple[str, list[str]]:
    caption = re.search(r"<caption.*?</caption>", page, re.DOTALL)
    assert caption
    return caption[0], re.findall(r"<td.*?</td>", page, re.DOTALL)


def words(html: str) -> str:
    return re.sub(r"<[^>]+>", "", html).strip()


def test_what_every_row_cites_is_cited_once_at_the_caption(tmp_path: Path) -> None:
    html = page(tmp_path, 'month,persons,source\n2022-04,12,"report, p. 7"\n2022-05,31,"report, p. 7"\n')
    caption, cells = table(html)

    assert "noteref" in caption or "<sup" in caption
    assert not [cell for cell in cells if "<sup" in cell]
    assert html.count("A Report on the Harbour") == 1


def test_rows_that_cite_different_places_keep_their_own_notes(tmp_path: Path) -> None:
    html = page(tmp_path, 'month,persons,source\n2022-04,12,"report, p. 7"\n2022-05,31,"report, p. 8"\n')
    caption, cells = table(html)

    assert "<sup" not in caption
    assert len([cell for cell in cells if "<sup" in cell]) == 2


def test_a_remark_on_a_number_is_a_letter_behind_it_and_its_words_stand_below(tmp_path: Path) -> None:
    remarks = "  cells:\n    - {row: 2022-05, column: persons, remark: Half of the month}\n"
    html = page(tmp_path, "month,persons,source\n2022-04,12,\n2022-05,31,\n", COLUMNS + remarks)
    _, cells = table(html)

    assert [words(cell) for cell in cells] == ["April 2022", "12", "May 2022", "31 (a)"]
    assert "(a) Half of the month" in words(html)
