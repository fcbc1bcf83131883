"""Reads of allegations: what they rest on, and what voids them."""

from __future__ import annotations

from pathlib import Path

from tests.case_folder import CASE, write_case
from tests.each import each
from tests.reads import have_read

from probata.checks.engine.folding import fold
from probata.diagnostics import Severity
from probata.diagnostics.message import Message
from probata.model.allegation import Allegation
from probata.model.read import ALLEGATION_READS
from probata.pipeline import Session, findings_for, open_case, open_workspace, plan, refusals
from probata.proof.reads import Change, How, ReadState, read_states, resting_now

ALLEGATIONS = """\
- id: beatings
  title: Alleged beatings in the harbour
  statement: It is alleged that guards beat detainees.
  roles: [{role: solvan-commander}]
  conduct: [torture]
  provisions: [{instrument: uncat, provision: 1}]
  affected: {persons: [merrik]}
  standard_of_proof: reasonable grounds to suspect
  evidence:
    - {source: report, pinpoint: {type: page, value: "7"}, supports: Beatings, quotations: [order],
       datasets: [detained]}
    - told
  limbs: [{forum: uk-ghr, limb: 4(2)(b), text: They were beaten.}, {forum: uk-ghr, limb: 6(3)(a), text: He led it.}]
"""
SOURCES = """\
- {id: gazette, title: The Gazette, held: held}
- {id: report, title: A Report on the Harbour, held: held}
- {id: told, title: A lost note, held: cited_in, cited_in: "book, p. 4"}
- {id: book, title: A book, held: held}
- {id: other, title: Not cited, held: held}
"""
QUOTATIONS = "- {id: order, speaker: {described: a guard}, text: Go on., quoted_in: 'report, p. 7'}\n"
EXHIBITS = "- {id: x-1, mark: X/1, description: the report, source: report}\n"
CONSENTS = "- {id: yes, person: merrik, forums: [uk-ghr], audiences: [decision_maker, accused, public]}\n"
FILES = {
    "case": CASE + "status: ready\n",
    "allegations": ALLEGATIONS,
    "sources": SOURCES,
    "quotations": QUOTATIONS,
    "exhibits": EXHIBITS,
    "consents": CONSENTS,
}


BEATINGS = "allegation “Alleged beatings in the harbour” (`beatings`)"


def case_of(folder: Path) -> Path:
    return have_read(write_case(folder, **FILES))


def opened(case: Path) -> Session:
    return open_case(case, "harbour", open_workspace())


def change(case: Path, name: str, old: str, new: str) -> None:
    path = case / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def changes(case: Path, read_as: str = "fact") -> tuple[Change, ...]:
    graph = opened(case).graph
    assert graph is not None
    (state,) = (state for state in read_states(graph) if state.read_as == read_as)
    assert state.stands is not bool(state.changes)
    return state.changes


def test_a_read_stands_while_nothing_changes(tmp_path: Path) -> None:
    case = case_of(tmp_path)

    assert [changes(case, kind) for kind in ALLEGATION_READS] == [(), (), (), ()]


@each(
    ("file", "old", "new", "record"),
    [
        ("sources.yaml", "A Report on the Harbour", "A Report on the Harbor", "sources/report"),
        ("sources.yaml", "title: A book", "title: The book", "sources/book"),
        ("quotations.yaml", "Go on.", "Go on!", "quotations/order"),
        ("data/detained.csv", "2022-05,31", "2022-05,32", "datasets/detained"),
        ("datasets.yaml", "heading: Persons,", "heading: People,", "datasets/detained"),
        ("roles.yaml", "2021-02/2023-09", "2021-02/2023-10", "roles/solvan-commander"),
        ("exhibits.yaml", "the report", "a copy of the report", "exhibits/x-1"),
        ("allegations.yaml", "guards beat detainees", "guards beat prisoners", "allegations/beatings"),
    ],
)
def test_a_change_of_what_a_read_rests_on_voids_it_and_is_named(
    tmp_path: Path, file: str, old: str, new: str, record: str
) -> None:
    case = case_of(tmp_path)
    change(case, file, old, new)

    assert changes(case) == (Change(record, How.CHANGED),)


@each(
    ("file", "old", "new", "record"),
    [
        ("data/detained.csv", "2022-05,31", "2022-05,32", "datasets/detained"),
        ("figures.yaml", "operation: sum", "operation: average", "figures/all"),
        ("figures.yaml", "operation: value", "operation: sum", "figures/shown"),
    ],
)
def test_a_change_of_what_a_figure_in_its_texts_is_computed_from_voids_a_read(
    tmp_path: Path, file: str, old: str, new: str, record: str
) -> None:
    told = ALLEGATIONS.replace("guards beat detainees", "guards beat {{ figure('shown').number }} detainees")
    told = told.replace(",\n       datasets: [detained]}", "}")
    figures = (
        "- {id: shown, title: Shown, operation: value, of: [{figure: all}]}\n"
        "- {id: all, title: All, operation: sum, of: [{dataset: detained, column: persons}]}\n"
    )
    case = have_read(write_case(tmp_path, **(FILES | {"allegations": told, "figures": figures})))
    assert changes(case) == ()
    change(case, file, old, new)

    assert changes(case) == (Change(record, How.CHANGED),)


COMMANDS = """\
- {id: over-guard, superior: commander, subordinate: guard, kind: command_de_jure, citations: "order, p. 1"}
- {id: over-unit, superior: guard, subordinate: unit, kind: command_de_facto, dates: 2019/2020}
- {id: over-cooks, superior: guard, subordinate: cooks, kind: command_de_jure, citations: "other, p. 1"}
"""
COMMANDED = {
    "allegations": ALLEGATIONS + "  events: [night]\n",
    "bodies": "- {id: guard, name: Harbour Guard}\n- {id: unit, name: The Unit}\n- {id: cooks, name: The Cooks}\n",
    "commands": COMMANDS,
    "events": "- {id: night, title: The night, kind: incident, bodies: [unit]}\n",
    "positions": "- {id: commander, title: Commander, body: guard, functions: Leads the guard}\n",
    "sources": SOURCES + "- {id: order, title: Service order, held: held}\n",
}


@each(
    ("file", "old", "new", "record"),
    [
        ("commands.yaml", "kind: command_de_facto", "kind: oversight", "commands/over-unit"),
        ("positions.yaml", "Leads the guard", "Advises the guard", "positions/commander"),
        ("bodies.yaml", "Harbour Guard", "Guard of the Harbour", "bodies/guard"),
        ("bodies.yaml", "The Unit", "Another Unit", "bodies/unit"),
        ("sources.yaml", "Service order, held: held", "Service order, held: not_located", "sources/order"),
    ],
)
def test_a_read_for_facts_or_law_rests_on_that_through_which_command_goes(
    tmp_path: Path, file: str, old: str, new: str, record: str
) -> None:
    case = have_read(write_case(tmp_path, **(FILES | COMMANDED)))
    assert changes(case) == ()
    change(case, file, old, new)

    voided = [kind for kind in ALLEGATION_READS if changes(case, kind)]
    assert (changes(case), voided) == ((Change(record, How.CHANGED),), ["fact", "law"])


def test_a_relation_that_leads_to_no_body_that_acted_voids_nothing_and_a_new_one_that_does_is_named(
    tmp_path: Path,
) -> None:
    case = have_read(write_case(tmp_path, **(FILES | COMMANDED)))
    change(case, "commands.yaml", "subordinate: cooks, kind: command_de_jure", "subordinate: cooks, kind: oversight")
    change(case, "bodies.yaml", "The Cooks", "The Kitchen")
    assert changes(case) == ()
    change(case, "commands.yaml", "subordinate: cooks", "subordinate: unit")

    assert changes(case) == (Change("commands/over-cooks", How.NEW), Change("sources/other", How.NEW))


def test_the_reads_of_an_allegation_that_one_change_voids_are_told_as_one(tmp_path: Path) -> None:
    case = case_of(tmp_path)
    change(case, "sources.yaml", "A Report on the Harbour", "A Report on the Harbor")
    change(case, "people.yaml", "given: Ardel", "given: Ardell")
    found = fold(one for one in opened(case).report if one.name == "read-void")

    assert [(one.message.split(" is void")[0], one.same_in) for one in found if "people/solvan" in one.message] == [
        (f"the read of {BEATINGS} for defamation by A Reader of 2026-10-30", "")
    ]
    (together,) = (one for one in found if "people/solvan" not in one.message)
    by = "by A Reader of 2026-10-30"
    assert together.message == (
        f"the reads of {BEATINGS} for its facts {by}, for its law {by} and for the protection of its sources {by} are "
        "void: `sources/report` changed"
    )
    assert [one.record for one in together.others] == [
        f"reads/again-beatings-{kind}" for kind in ("law", "source_protection")
    ]
    assert "--as fact --by NAME`, and likewise with `--as law`, `--as source-protection`" in together.help


def test_a_void_read_stands_behind_what_must_or_should_be_mended_and_before_notes(tmp_path: Path) -> None:
    case = case_of(tmp_path)
    change(case, "sources.yaml", "A Report on the Harbour", "A Report on the Harbor")
    weights = [(one.severity, one.name == "read-void") for one in opened(case).report]
    places = [place for place, (_, is_void) in enumerate(weights) if is_void]

    assert {severity for severity, is_void in weights if is_void} == {Severity.ERROR}
    assert Severity.WARNING in {severity for severity, _ in weights[: places[0]]}
    assert all(severity is not Severity.INFO for severity, _ in weights[: places[-1]])
    assert all(severity is Severity.INFO for severity, _ in weights[places[-1] + 1 :])


@each(
    ("file", "old", "new", "voided"),
    [
        ("consents.yaml", "audiences: [decision_maker, accused, public]", "audiences: [accused]", "source_protection"),
        ("people.yaml", "given: Tove", "given: Tova", "source_protection"),
        ("people.yaml", "given: Ardel", "given: Ardell", "libel"),
    ],
)
def test_a_read_for_sources_rests_on_consents_and_one_for_libel_on_the_accused(
    tmp_path: Path, file: str, old: str, new: str, voided: str
) -> None:
    case = case_of(tmp_path)
    change(case, file, old, new)

    assert [kind for kind in ALLEGATION_READS if changes(case, kind)] == [voided]


def refused(case: Path) -> set[str]:
    session, workspace = opened(case), open_workspace()
    found = refusals(session, workspace, plan(session, workspace)[0])
    return {one.message for one in found if one.name.startswith("read-")}


def test_final_asks_for_the_four_reads(tmp_path: Path) -> None:
    case = case_of(tmp_path)
    assert refused(case) == set()
    (case / "reads.yaml").unlink()

    assert refused(case) == {
        f"nobody has read {BEATINGS} for its facts, its law, the protection of its sources and defamation"
    }


def test_final_asks_again_for_a_read_that_is_void_and_says_what_changed(tmp_path: Path) -> None:
    case = case_of(tmp_path)
    change(case, "people.yaml", "given: Ardel", "given: Ardell")

    assert refused(case) == {
        f"the read of {BEATINGS} for defamation by A Reader of 2026-10-30 is void: `people/solvan` changed"
    }


def test_a_forum_asks_only_for_what_its_profile_lists(tmp_path: Path) -> None:
    case = write_case(tmp_path, **FILES)
    own = tmp_path / "templates" / "quick"
    own.mkdir(parents=True)
    (own / "forum.yaml").write_text(
        "id: quick\nextends: uk-ghr\nreads:\n"
        + "".join(
            f"  - {{id: {name}, read_as: {name}, rule: read-before-filing, optional: true}}\n" for name in ("law",)
        ),
        encoding="utf-8",
    )
    (case / "case.yaml").write_text(FILES["case"].replace("forum: uk-ghr", "forum: quick"), encoding="utf-8")
    workspace = open_workspace(tmp_path / "templates")
    have_read(case)
    text = (case / "reads.yaml").read_text(encoding="utf-8")
    (case / "reads.yaml").write_text(text.replace("read_as: law", "read_as: text"), encoding="utf-8")
    session = open_case(case, "harbour", workspace)
    found = findings_for(session, workspace, plan(session, workspace)[0])

    assert [(one.severity.label, one.message) for one in found if one.name == "read-missing"] == [
        ("note", f"nobody has read {BEATINGS} for its law")
    ]


def test_in_a_case_that_is_not_ready_it_is_a_note(tmp_path: Path) -> None:
    case = write_case(tmp_path, **{**FILES, "case": CASE})

    assert [found.severity.label for found in opened(case).report if found.name == "read-missing"] == ["note"]


@each("spoilt", ["  result: differs\n", ""])
def test_a_read_that_found_a_difference_or_rests_on_nothing_does_not_stand(tmp_path: Path, spoilt: str) -> None:
    reads = f"- id: r\n  what: beatings\n  read_as: fact\n  by: N\n  on: 2024\n{spoilt}"
    graph = opened(write_case(tmp_path, **FILES, reads=reads)).graph
    assert graph is not None

    assert [state.stands for state in read_states(graph)] == [False]


def test_quotations_inside_each_other_and_works_cited_in_a_circle_end(tmp_path: Path) -> None:
    quotations = (
        "- {id: order, speaker: {described: a guard}, text: A., quoted_in: report, nested: [inner]}\n"
        "- {id: inner, speaker: {described: a guard}, text: B., nested: [order]}\n"
    )
    sources = SOURCES.replace("{id: book, title: A book, held: held}", "{id: book, title: A book, cited_in: told}")
    graph = opened(write_case(tmp_path, **{**FILES, "quotations": quotations, "sources": sources})).graph
    assert graph is not None
    allegation = graph.find("allegations", Allegation, "beatings")
    assert allegation is not None

    found = [record for record, _ in resting_now(graph, allegation, "fact")]
    assert {"quotations/inner", "sources/told", "sources/book"} <= set(found)


def state_of(case: Path, id: str) -> ReadState:
    graph = opened(case).graph
    assert graph is not None
    return next(state for state in read_states(graph) if state.read == id)


def test_a_read_dated_before_what_it_rests_on_does_not_stand(tmp_path: Path) -> None:
    seen = SOURCES.replace("title: A Report on the Harbour,", "title: A Report on the Harbour, accessed: 2026-10-12,")
    case = have_read(write_case(tmp_path, **(FILES | {"sources": seen})))
    assert state_of(case, "again-beatings-fact").stands
    change(case, "reads.yaml", "2026-10-30", "2026-10-11")

    state = state_of(case, "again-beatings-fact")
    assert not state.stands
    assert state.changes == ()
    assert Message(state.after_its_day) == "the reading of source `report` (`2026-10-12`)"


def test_a_read_dated_before_a_void_one_that_it_follows_does_not_stand(tmp_path: Path) -> None:
    case = case_of(tmp_path)
    change(case, "sources.yaml", "title: A book", "title: The book")
    again = have_read(case)
    text = (again / "reads.yaml").read_text(encoding="utf-8").replace("id: again", "id: first", 4)
    (again / "reads.yaml").write_text(text.replace("id: again-beatings-fact", "id: second"), encoding="utf-8")
    assert state_of(case, "second").stands
    head, mark, last = (again / "reads.yaml").read_text(encoding="utf-8").partition("id: second")
    (again / "reads.yaml").write_text(head + mark + last.replace("2026-10-30", "2026-10-01", 1), encoding="utf-8")

    state = state_of(case, "second")
    assert not state.stands
    assert Message(state.after_its_day) == "the read `first-beatings-fact` of `2026-10-30`, which it follows"


def test_a_read_that_found_a_difference_is_told_so_and_not_that_something_changed(tmp_path: Path) -> None:
    case = case_of(tmp_path)
    change(case, "reads.yaml", "again-beatings-fact\n", "again-beatings-fact\n  result: differs\n")
    (found,) = (one for one in opened(case).report if one.name == "read-void")

    assert found.message == (
        f"the read of {BEATINGS} for its facts by A Reader of 2026-10-30 found that something is not as stated"
    )
    assert found.help == (
        "correct what is not as stated and read it again, then write "
        "`probata read harbour beatings --as fact --by NAME`"
    )


def test_a_difference_found_after_a_read_that_stands_is_to_be_settled(tmp_path: Path) -> None:
    case = case_of(tmp_path)
    first = (case / "reads.yaml").read_text(encoding="utf-8")
    again = first.replace("id: again", "id: later").replace("  by: A Reader", "  result: differs\n  by: B Reader")
    (case / "reads.yaml").write_text(first + again, encoding="utf-8")
    found = {one.record for one in opened(case).report if one.name == "read-void"}
    assert found == {f"reads/later-beatings-{kind}" for kind in ALLEGATION_READS}

    (case / "reads.yaml").write_text(again + first, encoding="utf-8")
    assert [one for one in opened(case).report if one.name == "read-void"] == []
