"""Figures, tables and pictures that a document prints."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from tests.case_folder import BODIES, CASE, PEOPLE, Built, build, write_case
from tests.case_folder import DATASETS as DATASETS_PICTURES
from tests.case_folder import DATASETS as DATASETS_VIEW
from tests.each import each

from probata.compose.passes.layout import set_aside_pictures
from probata.compose.pictures import room_on_page, tallest_in_text
from probata.document.anchors import SET_ASIDE
from probata.document.blocks import Block, Heading, Paragraph, Picture
from probata.document.inlines import Text
from probata.forum import load_forum, own_templates
from probata.pipeline import open_workspace

DATASETS = """\
- id: detained
  title: Persons detained by month
  file: data/detained.csv
  citations: report, p. 7
  columns:
    - {key: month, heading: Month, type: date, key_column: true, translations: {fr: {heading: Mois}}}
    - {key: persons, heading: Persons, type: number, unit: persons, translations: {fr: {heading: Personnes}}}
    - {key: guess, heading: Guess, type: number, unit: persons, status: modelled}
  totals:
    - {column: persons, value: "1300"}
"""
DETAINED = "month,persons,guess\n2022-04,1200,70+\n2022-05,31,16-76\n"
SOURCES = """\
- {id: gazette, title: The Gazette, held: held}
- {id: report, title: A Report on the Harbour, author: [Harbour Watch], held: held}
"""
FIGURES = """\
- id: both
  title: Persons detained in both months
  operation: sum
  unit: persons
  of: [{dataset: detained, column: persons}]
- id: april
  title: Persons detained in April
  operation: value
  of: [{dataset: detained, column: persons, rows: [2022-04]}]
- id: guessed
  title: Guess for both months
  operation: sum
  of: [{dataset: detained, column: guess}]
- id: guess-may
  title: Guess for May
  operation: value
  of: [{dataset: detained, column: guess, rows: [2022-05]}]
- id: rest
  title: All but the guess
  operation: difference
  of: [{figure: both}, {figure: guessed}]
- id: may-share
  title: Share of May
  operation: share
  of: [{dataset: detained, column: persons, rows: [2022-05]}, {figure: both}]
- id: broken
  title: Nothing
  operation: share
  of: [{figure: both}]
"""
TEMPLATE = """\
# Text

{% for found in narrative("background") %}
{{ found.text }}
{% endfor %}

{% import "_base/parts.md.j2" as parts with context %}
{{ parts.calculations_list() }}
"""


def built(folder: Path, text: str, case: str = CASE, **files: str) -> Built:
    home = folder / "templates" / "plain"
    home.mkdir(parents=True)
    (home / "forum.yaml").write_text(
        "id: plain\nextends: _base\ntitle: Plain\ndocument_kind: submission\n"
        "rules: [{id: l, text: t, source: practice}]\nlanguages: [en, fr, es]\nlanguages_rule: l\n",
        encoding="utf-8",
    )
    (home / "brief.md.j2").write_text(TEMPLATE, encoding="utf-8")
    case = case.replace("forum: uk-ghr", "forum: plain")
    named = {"datasets": DATASETS, "figures": FIGURES, "data/detained.csv": DETAINED, "sources": SOURCES, **files}
    narrative = f"---\ntitle: The harbour\nplace: background\n---\n\n{text}\n"
    path = write_case(folder, case=case, **{"narrative/background.md": narrative, **named})
    return build(path, workspace=open_workspace(folder / "templates"))


def words(html: str) -> str:
    body = html.partition("<main")[2] or html.partition("<body")[2]
    return " ".join(re.sub(r"<[^>]+>", "", body).split())


def text_of(folder: Path, text: str, case: str = CASE, **files: str) -> str:
    return words(built(folder, text, case, **files).text)


@each(
    ("figure", "printed"),
    [
        ("both", "1,231 (our calculation)"),
        ("april", "1,200 (reported)"),
        ("guessed", "at least 86 (our calculation from values modelled by Harbour Watch)"),
        ("guess-may", "16 to 76 (modelled by Harbour Watch)"),
        ("rest", "at most 1,145 (our calculation from values modelled by Harbour Watch)"),
        ("may-share", "2.5% (our calculation)"),
    ],
)
def test_a_figure_prints_its_number_with_its_bound_and_status(figure: str, printed: str, tmp_path: Path) -> None:
    assert f"There were {printed} of them." in text_of(tmp_path, f"There were {{{{ figure('{figure}') }}}} of them.")


@each(
    ("language", "printed"),
    [
        ("fr", "1 231 (notre calcul)"),
        ("es", "1231 (cálculo propio)"),
    ],
)
def test_a_figure_is_in_the_language_of_the_document(language: str, printed: str, tmp_path: Path) -> None:
    case = CASE.replace("as_of:", f"language: {language}\nas_of:")

    assert printed in text_of(tmp_path, "Il y en avait {{ figure('both') }}.", case)


def test_the_number_alone_is_for_a_sentence_that_says_who_made_it(tmp_path: Path) -> None:
    text = text_of(tmp_path, "The guess is {{ figure('guess-may').number }}, {{ figure('guess-may').status }}.")

    assert "The guess is 16 to 76, modelled by Harbour Watch." in text


def test_a_note_says_how_it_was_computed_and_from_which_source(tmp_path: Path) -> None:
    text = text_of(tmp_path, "There were {{ figure('both').number }}{{ figure('both').note }}.")

    assert (
        "1,231 persons (our calculation). Sum of April 2022: 1,200; May 2022: 31. "
        "Table “Persons detained by month”, column “Persons”. Harbour Watch, ‘A Report on the Harbour’ 7." in text
    )


def test_the_list_has_the_figures_that_are_printed_and_those_they_are_computed_from(tmp_path: Path) -> None:
    text = text_of(tmp_path, "It is {{ figure('may-share') }}.").partition("How the figures were computed")[2]

    assert "Share of May: 2.5%, rounded (our calculation)." in text
    assert "May 2022: 31, in per cent of Persons detained in both months: 1,231." in text
    assert "Persons detained in both months: 1,231 persons (our calculation" in text
    assert "Guess" not in text


def test_rows_without_a_value_are_named_in_the_list(tmp_path: Path) -> None:
    detained = DETAINED.replace("2022-05,31", "2022-05,")
    text = text_of(tmp_path, "It is {{ figure('both') }}.", **{"data/detained.csv": detained})

    assert "Without a value: May 2022." in text


def test_a_figure_without_a_result_is_a_gap(tmp_path: Path) -> None:
    result = built(tmp_path, "There were {{ figure('broken') }}.")

    assert "[figure `broken`: no result]" in words(result.text)
    assert "`share` takes two entries" in result.found("figure-without-result").message


def test_a_title_from_a_record_never_becomes_markup(tmp_path: Path) -> None:
    odd = FIGURES.replace("Persons detained in both months", "'**bold** [x](http://x.example) <b>'")
    result = built(tmp_path, "It is {{ figure('both') }}.", figures=odd)

    assert "**bold** [x](http://x.example) &lt;b&gt;" in result.text


FORUM = "id: plain\nextends: _base\ntitle: Plain\ndocument_kind: submission\n"
TEMPLATE_PICTURES = """\
{% import "_base/pictures.md.j2" as pictures with context %}
# Pictures

{{ pictures.timeline("Posts and events") }}

{{ pictures.organisation("Command") }}

{% for t in tables %}
{{ t.chart or "" }}
{% endfor %}

The end.
"""
EVENTS = "- {id: night, kind: incident, title: Night of beatings, dates: 2022-05-13, note: shaky}\n"
COMMANDS = "- {id: c, superior: ministry, subordinate: guard, kind: oversight, dates: 2010-01-01/2030-01-01}\n"


def _built(folder: Path, forum: str = FORUM, template: str = TEMPLATE_PICTURES, **files: str) -> Built:
    home = folder / "templates" / "plain"
    home.mkdir(parents=True)
    (home / "forum.yaml").write_text(forum, encoding="utf-8")
    (home / "brief.md.j2").write_text(template, encoding="utf-8")
    case = (folder / "case").resolve()
    case.mkdir()
    made = {
        "case": "title: The Harbour Case\nas_of: 2026-10-30\npersons_concerned: [solvan]\n"
        "filings:\n  - {id: submission, forum: plain}\n",
        "events": EVENTS,
        "commands": COMMANDS,
        "bodies": BODIES + "- {id: ministry, name: Ministry of the Harbour}\n",
        "datasets": DATASETS_PICTURES.replace("type: number}", "type: number, unit: persons}"),
        **files,
    }
    return build(write_case(case, **made), workspace=open_workspace(folder / "templates"))


def test_pictures_are_drawn_and_numbered(tmp_path: Path) -> None:
    text = _built(tmp_path).text
    assert text.count("<figure") == 3
    for words in (
        "Figure 1:",
        "Posts and events",
        "Command, 28 February 2021",
        "Figure 3:",
        "Persons detained by month",
    ):
        assert words in text


def test_a_chart_may_be_asked_for_on_one_day(tmp_path: Path) -> None:
    template = '{{ organisation_picture("Command", "2022-05-13") }}\n'
    text = _built(tmp_path, template=template).text
    assert "Command, 13 May 2022" in text
    assert "Ministry of the Harbour above Harbour Guard: oversight." in text


def test_a_forum_that_forbids_pictures_gets_none_and_no_gap_in_their_place(tmp_path: Path) -> None:
    built = _built(tmp_path, forum=FORUM + "blocks: {forbidden: [picture]}\n")
    assert "<figure" not in built.text
    assert "cross-reference" not in built.text
    assert "The end." in built.text


def test_a_person_without_a_consent_for_the_forum_is_in_no_picture(tmp_path: Path) -> None:
    people = PEOPLE.replace("given: Ardel}", "given: Ardel}\n  consent_required: true")
    text = _built(tmp_path, people=people).text
    assert "Ardel" not in text
    assert "solvan" not in text


def test_remarks_for_the_team_and_ids_of_records_are_not_drawn(tmp_path: Path) -> None:
    text = _built(tmp_path).text
    assert "shaky" not in text
    assert "solvan-commander" not in text


def test_a_text_of_the_case_may_ask_for_a_picture(tmp_path: Path) -> None:
    background = '---\ntitle: The harbour\nplace: background\n---\n\n{{ timeline_picture("In the text") }}\n'
    template = '{% for s in narrative("background") %}{{ s.text }}{% endfor %}\n'
    built = _built(tmp_path, template=template, **{"narrative/background.md": background})
    assert "In the text" in built.text


TEXT = Paragraph((Text("See Figure 1."),))
LOW, HIGH = (Picture("<svg/>", 100.0, height, "A picture", id=f"p-{height:g}") for height in (60.0, 150.0))
SECTION = Heading(1, (Text("Posts"),), "posts")
ANNEX, CHARTS = (Heading(1, (Text(title),), title, "annex") for title in ("Sources", "Charts"))
PLACE = Paragraph((Text("-"),), id=SET_ASIDE)


def moved(*blocks: Block) -> tuple[Block, ...]:
    return set_aside_pictures(blocks, 100.0)


def test_a_high_picture_goes_where_the_template_asks_for_it_and_a_low_one_stays() -> None:
    assert moved(SECTION, TEXT, HIGH, LOW, CHARTS, PLACE, ANNEX) == (SECTION, TEXT, LOW, CHARTS, HIGH, ANNEX)


def test_the_parts_of_one_picture_go_together() -> None:
    first, second, other = replace(HIGH, id="posts"), replace(LOW, id="posts"), replace(LOW, id="bodies")

    assert moved(SECTION, first, second, other, CHARTS, PLACE) == (SECTION, other, CHARTS, first, second)


def test_without_a_high_picture_the_annex_has_no_heading() -> None:
    assert moved(SECTION, LOW, CHARTS, PLACE, ANNEX) == (SECTION, LOW, ANNEX)


def test_a_template_that_has_no_place_for_them_keeps_its_pictures() -> None:
    assert moved(SECTION, HIGH, ANNEX) == (SECTION, HIGH, ANNEX)


def test_a_picture_in_an_annex_stays_beside_its_table() -> None:
    assert moved(SECTION, TEXT, ANNEX, HIGH, CHARTS, PLACE) == (SECTION, TEXT, ANNEX, HIGH)


def test_a_picture_among_paragraphs_takes_less_than_half_of_the_page() -> None:
    profile = load_forum("uk-ghr", [own_templates()]).forum
    assert profile is not None
    page = 297.0 - profile.look.page.top - profile.look.page.bottom
    assert 0 < tallest_in_text(profile.look) < page / 2
    assert room_on_page(profile.look).height > 0


TEMPLATE_VIEW = "# Figures\n\n{% for t in tables %}\n{{ t.table }}\n{% endfor %}\n"
COLUMNS = DATASETS_VIEW + "    - {key: source, heading: Source, type: source}\n"


def page(folder: Path, data: str, datasets: str = COLUMNS) -> str:
    home = folder / "templates" / "plain"
    home.mkdir(parents=True)
    (home / "forum.yaml").write_text(FORUM, encoding="utf-8")
    (home / "brief.md.j2").write_text(TEMPLATE_VIEW, encoding="utf-8")
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


def words_view(html: str) -> str:
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

    assert [words_view(cell) for cell in cells] == ["April 2022", "12", "May 2022", "31 (a)"]
    assert "(a) Half of the month" in words_view(html)
