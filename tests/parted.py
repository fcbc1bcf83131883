"""A forum whose filings are made into three files, written into a folder, and a case for it."""

from __future__ import annotations

from pathlib import Path

from tests.case_folder import CASE

FORUM = """\
id: parted
extends: uk-ghr
title: Submission
parts:
  annexes: {title: Annexes}
  sheet: {title: Details of the source, confidential: true}
"""
TEMPLATE = """\
::: title
{{ title }}
:::

::: contents title="Contents"
:::

{#request}
# Request

{#who}
We ask for a listing.[@uk-ghr-regulations] The days are in {{ ref("chronology") }}, paragraph {{ ref("days") }}.

{#what}
The report says so,[@report, p. 7] and again.[@report, p. 7]

These words stand twice.

::: table caption="Persons" widths="1,1"
| Name | Post |
|---|---|
| A | B |
:::

::: part name=annexes
:::

::: title
Annexes
:::

::: contents title="Contents of the annexes"
:::

:::: annex
{#chronology}
# Chronology

{#days}
Paragraphs {{ ref("who") }} and {{ ref("what") }} rest on this.[@report, p. 7]
So does section {{ ref("request") }}.[@uk-ghr-regulations]

These words stand twice.

::: table caption="Days" widths="1,1"
| Day | What |
|---|---|
| 1 | 2 |
:::

# Sources

{{ list_of_sources }}

# Authorities

{{ table_of_authorities }}
::::

::: part name=sheet
:::

::: title
Details of the source
:::

{#source}
The source of paragraph {{ ref("who") }}.[@gazette]
"""
PLAIN = "id: parted\nextends: _base\ndocument_kind: submission\ntitle: Plain\n"
"""A forum of the same name whose filings are one file."""
PLAINEST = '{% extends "_base/brief.md.j2" %}\n'
"""The template of a forum that writes none: persons, their posts, each allegation whole."""
OF_PARTED = CASE.replace("forum: uk-ghr", "forum: parted")
ANNEXES = TEMPLATE[TEMPLATE.index(":::: annex") : TEMPLATE.index("::: part name=sheet")]
"""What the annexes hold beside their title."""


def write_parted(folder: Path, template: str = TEMPLATE, forum: str = FORUM) -> Path:
    """Write the forum into `templates` of a folder, and return that."""
    home = folder / "templates" / "parted"
    home.mkdir(parents=True, exist_ok=True)
    (home / "forum.yaml").write_text(forum, encoding="utf-8")
    (home / "brief.md.j2").write_text(template, encoding="utf-8")
    return home.parent
