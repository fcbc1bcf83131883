"""A template in Word and one in Markdown that say the same give the same document."""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path

import pytest
from docx.document import Document as WordDocument
from tests.case_folder import write_case
from tests.filings.cases import CLAIMS, EXAMPLE
from tests.word_templates.forums import OF_MINE, footnote, json_tree, with_notes, word, write_forum

TEXT = """\
{% import "_base/parts.md.j2" as parts with context %}
::: title
{#cover}
{{ title }}
:::

::: cover
Concerning {% for p in persons %}{{ p.name_with_native }}{% if not loop.last %}, {% endif %}{% endfor %}


Made on {{ as_of | or_gap(words.gap_date) }}
:::

{{ gap_count }}

::: contents title="{{ words.contents }}"
:::

{#summary}
# Summary of *this* case

{{ case_summary | or_gap(words.gap_summary) }}

A paragraph with **bold and *both* words**, [sic] and [2019] UKSC 1, H~2~O & 5 * 3 {not} "quoted" #1.[@gazette, p. 3]

It is said elsewhere.^[See the Gazette \\[there\\].]

1\\. This begins with a number.

Three things follow.

- one
- two
   - deeper

1. first
1. second

{kind=context}
Only context.

{#allegations}
# The allegations

{% for a in allegations %}
{id="allegation-{{ a.id }}"}
## Allegation {{ a.number }}: {{ a.title }}

{id="statement-{{ a.id }}"}
{{ a.statement | or_gap("statement") }}

{% if a.particulars %}
Particulars:

{{ a.particulars }}

{% else %}
No particulars.

{% endif %}
{% if a.answer %}
Answer: {{ a.answer }}

{% endif %}
{% for e in a.evidence %}
1. {{ e.source }}{{ e.cites }}
{% endfor %}

{% endfor %}
See section {{ ref("summary") }} and paragraph {{ ref("statement-" ~ allegations[0].id) }}.

::: table caption="Posts held" widths="67,33"
| Post | Dates |
|---|---|
{% for r in roles %}
| {{ r.title }} | {{ r.dates }} |
{% endfor %}
| **None** besides |  |
:::

::: table kind=form
| | |
|---|---|
| Name | {{ persons[0].name }} |
| Born | {{ persons[0].birth_date | or_gap(words.gap_birth_date) }} |
:::

:::: quotation
Quoted words.
::: attribution
The Gazette
:::
::::

***

::: plain
A line without a number.{% if commands %} There are commands.{% endif %}

:::

::::: annex
# Sources

{{ list_of_sources }}

## Below

Text.
:::::
"""


def in_word() -> bytes:
    """Return the same as a Word file."""
    made = word(
        ("Title", "[title][id: cover]"),
        ("Cover Line", "Concerning [persons]"),
        ("Cover Line", "Made on [date]"),
        "[gaps]",
        "[contents]",
        ("Heading 1", "Summary of "),
        "[summary]",
        "A paragraph with ",
        "It is said elsewhere.",
        "1. This begins with a number.",
        "Three things follow.",
        ("List Bullet", "one"),
        ("List Bullet", "two"),
        ("List Bullet 2", "deeper"),
        ("List Number", "first"),
        ("List Number", "second"),
        "[kind: context] Only context.",
        ("Heading 1", "[id: allegations]The allegations"),
        "[for each allegation]",
        ("Heading 2", "Allegation [allegation: number]: [Allegation: Title][id: allegation-[allegation: id]]"),
        "[id: statement-[allegation: id]][allegation: statement]",
        "[if allegation: particulars]",
        "Particulars:",
        "[allegation: particulars]",
        "[else]",
        "No particulars.",
        "[end]",
        "[if allegation: answer: Answer: [allegation: answer]]",
        "[for each item of evidence]",
        ("List Number", "[evidence: source][evidence: cites]"),
        "[end for each]",
        "[end]",
        "See section [number: summary] and paragraph [number: statement-beatings].",
        ("Caption", "Posts held"),
    )
    _runs(made)
    roles = made.add_table(4, 2)
    for row, cells in enumerate((("Post", "Dates"), ("[role: title]", "[role: dates]"), ("None besides", ""))):
        for column, text in enumerate(cells):
            roles.cell(row, column).text = text
    roles._tbl.remove(roles.rows[3]._tr)
    roles.columns[0].width, roles.columns[1].width = 2_000_000, 1_000_000
    last = roles.cell(2, 0).paragraphs[0]
    last.clear()
    last.add_run("None").bold = True
    last.add_run(" besides")
    made.styles.add_style("Form Table", 3)
    form = made.add_table(2, 2, style="Form Table")
    for row, cells in enumerate((("Name", "[person: name]"), ("Born", "[person: date of birth]"))):
        for column, text in enumerate(cells):
            form.cell(row, column).text = text
    _last(made)
    return with_notes(made, {2: "[cite: gazette, p. 3]", 3: "See the Gazette [[there]]."})


def _runs(made: WordDocument) -> None:
    heading, mixed, noted = (made.paragraphs[at] for at in (5, 7, 8))
    heading.add_run("this").italic = True
    heading.add_run(" case[id: summary]")
    mixed.add_run("bold and ").bold = True
    both = mixed.add_run("both")
    both.bold = both.italic = True
    mixed.add_run(" words").bold = True
    mixed.add_run(', [sic] and [2019] UKSC 1, H~2~O & 5 * 3 {not} "quoted" #1.')
    footnote(mixed, 2)
    footnote(noted, 3)


def _last(made: WordDocument) -> None:
    for style, text in (
        ("Quote", "Quoted words."),
        ("Attribution", "The Gazette"),
        ("Normal", "[page break]"),
        ("Body Text", "A line without a number.[if commands:  There are commands.]"),
        ("Annex Heading", "Sources"),
        ("Normal", "[sources]"),
        ("Heading 2", "Below"),
        ("Normal", "Text."),
    ):
        if style not in [one.name for one in made.styles]:
            made.styles.add_style(style, 1)
        made.add_paragraph(text, style=style)


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Path]:
    """The small case, and the templates of one forum written both ways."""
    folder = tmp_path_factory.mktemp("both")
    one = write_forum(folder / "text", {"brief.md.j2": TEXT})
    other = write_forum(folder / "word", {"template.docx": in_word()})
    return write_case(folder, case=OF_MINE), one, other


def test_the_same_wording_in_word_and_in_markdown_gives_the_same_tree(folders: tuple[Path, Path, Path]) -> None:
    case, text, in_word = folders
    assert list(unified_diff(json_tree(case, text), json_tree(case, in_word), lineterm="", n=2)) == []


SECTIONS = ("power", "persons", "facts", "involvement", "why_act", "submitter", "reasons", "signature", "annexes",
            "sheet")  # fmt: skip
OF_UK_GHR = ("[section: cover]", "[gaps]", "[section: summary]", "[contents]",
             *(f"[section: {name.replace('_', ' ')}]" for name in SECTIONS))  # fmt: skip


def test_a_real_forum_told_by_its_sections_in_word_gives_its_own_tree(tmp_path: Path) -> None:
    none = write_forum(tmp_path / "inherits", {})
    sections = write_forum(tmp_path / "word", {"template.docx": word(*OF_UK_GHR)})
    case = CLAIMS / EXAMPLE

    made, wanted = (json_tree(case, where, "uk-ghr") for where in (sections, none))

    assert len(wanted) > 1000
    assert list(unified_diff(wanted, made, lineterm="", n=2)) == []


WORDED = (
    "[section: cover]", "[gaps]", "[section: summary]", "[contents]", "[section: power]", "[section: persons]",
    "[if narrative: facts, background, methods, context, context-cases, international-criticism]",
    ("Heading 1", "What happened [id: facts]"),
    "[narrative text: facts, background, methods, context, context-cases, international-criticism]",
    "[end]",
    "[section: involvement]",
    ("Heading 1", "[id: why-act]Why act"),
    "[narrative text: seriousness, appropriateness, nexus, listings]",
    "[if not illustration]",
    ("Heading 1", "Risk, confidentiality, who submits [id: submitter]"),
    "[prepared by: description]",
    "[narrative text: interest, consent, risk]",
    "[exhibits: confidential items]",
    "[end]",
    "[section: reasons]",
    "[if not illustration]",
    ("Signature", "[prepared by: name]"),
    ("Signature", "for [prepared by: organisation]"),
    ("Signature", "[date]"),
    "[end]",
    "[section: annexes]", "[section: sheet]",
)  # fmt: skip


def test_a_real_forum_worded_in_word_gives_its_own_tree(tmp_path: Path) -> None:
    none = write_forum(tmp_path / "inherits", {})
    worded = write_forum(tmp_path / "word", {"template.docx": word(*WORDED)})
    case = CLAIMS / EXAMPLE

    made_tree, wanted = (json_tree(case, where, "uk-ghr") for where in (worded, none))
    assert list(unified_diff(wanted, made_tree, lineterm="", n=2)) == []
