"""Loading a case into its graph, in several threads too."""

from __future__ import annotations

import threading
from pathlib import Path

from tests.case_folder import ALLEGATIONS, BACKGROUND, BODIES, CASE, PEOPLE, ROLES, SOURCES, write_case
from tests.each import each

from probata.diagnostics import Diagnostic
from probata.graph.load import Loaded, load_case
from probata.graph.resolve import REFERENCES, Known, keys_in_text
from probata.kept import Reading
from probata.model.case_file import CaseFile
from probata.model.explain_fault import model_in
from probata.model.kinds import KIND_BY_KEY
from probata.model.record import Part
from probata.model.role import Role

KNOWN = Known(frozenset({"uk-ghr"}), frozenset({"uncat"}), frozenset({"torture"}))


def _load(folder: Path, **files: str | bytes | None) -> Loaded:
    return load_case(write_case(folder, **files), "harbour", KNOWN)


def _names(loaded: Loaded) -> list[tuple[str, str]]:
    return [(found.name, str(found.span)) for found in loaded.findings]


def test_a_sound_case_has_no_findings_and_all_its_records(tmp_path: Path) -> None:
    loaded = _load(tmp_path)

    assert loaded.graph is not None
    assert loaded.findings == ()
    assert loaded.graph.left_out == 0
    assert [role.title for role in loaded.graph.roles] == ["Commander of the Harbour Guard"]
    assert [person.id for person in loaded.graph.persons_concerned()] == ["solvan"]
    assert loaded.graph.tables["detained"].header == ("month", "persons")


def test_of_two_records_with_one_id_the_first_stays(tmp_path: Path) -> None:
    second = ROLES.replace("Commander of the Harbour Guard", "Another title")
    loaded = _load(tmp_path, roles=ROLES + second)

    assert loaded.graph is not None
    assert [role.title for role in loaded.graph.roles] == ["Commander of the Harbour Guard"]
    assert _names(loaded) == [("repeated-id", "harbour/roles.yaml:8:7")]
    assert loaded.findings[0].notes == ("first used at harbour/roles.yaml:1:7",)
    assert loaded.graph.left_out == 1


def test_what_is_left_out_is_counted(tmp_path: Path) -> None:
    loaded = _load(tmp_path, roles=ROLES + "  acting: perhaps\n", people=PEOPLE + "- id: nobody\n", steps="- [")

    assert loaded.graph is not None
    assert loaded.graph.left_out == 3
    assert {name for name, _ in _names(loaded)} == {"wrong-shape", "missing-field", "yaml-syntax"}


@each("people", ["- [", b"\xff", "- id: solvan\n", PEOPLE.replace("solvan\n", "solvan\n  nam: x\n", 1)])
def test_a_reference_to_what_could_not_be_read_is_no_second_fault(tmp_path: Path, people: str | bytes) -> None:
    loaded = _load(tmp_path, people=people)

    assert [name for name, _ in _names(loaded) if name == "unknown-reference"] == []
    assert len(loaded.findings) == 1


def test_citations_are_not_reported_where_the_sources_could_not_be_read(tmp_path: Path) -> None:
    assert [name for name, _ in _names(_load(tmp_path, sources="- [")) if name == "unknown-source"] == []


def test_a_missing_table_is_found_where_the_dataset_names_it(tmp_path: Path) -> None:
    loaded = _load(tmp_path, **{"data/detained.csv": None})

    assert loaded.graph is not None
    assert loaded.graph.tables == {}
    assert _names(loaded) == [("missing-file", "harbour/datasets.yaml:3:9")]
    assert loaded.findings[0].message == "`data/detained.csv` cannot be read: there is no such file"


def test_where_the_case_cannot_be_read_the_faults_of_the_other_files_come_too(tmp_path: Path) -> None:
    loaded = _load(tmp_path, case=CASE.replace("title:", "titel:"), roles=ROLES + "  acting: perhaps\n")

    assert loaded.graph is None
    assert ("wrong-shape", "harbour/roles.yaml:8:11") in _names(loaded)
    assert ("missing-field", "harbour/case.yaml:1:1") in _names(loaded)


def test_without_some_records_references_to_them_lead_nowhere(tmp_path: Path) -> None:
    graph = _load(tmp_path).graph
    assert graph is not None
    hidden = graph.without("roles", frozenset({"solvan-commander"}))

    assert hidden.find("roles", Role, "solvan-commander") is None
    assert graph.find("roles", Role, "solvan-commander") is not None


def _findings(folder: Path, **files: str) -> list[Diagnostic]:
    return list(load_case(write_case(folder, **files), "harbour", KNOWN).findings)


@each(
    ("name", "text", "place", "message", "help"),
    [
        ("roles", ROLES.replace("[commander]", "[comander]"), "roles.yaml:3:11", "no post has the id `comander`",
         "did you mean `commander`?"),
        ("roles", ROLES.replace("person: solvan", "person: zzz"), "roles.yaml:2:11", "no person has the id `zzz`",
         "add a record with this id to `people.yaml`, or correct the id"),
        ("roles", ROLES.replace("gazette,", "gazete,"), "roles.yaml:7:14", "no source or authority has the id `gazete`",
         "did you mean `gazette`?"),
        ("case", CASE.replace("uk-ghr", "uk-grh"), "case.yaml:6:107", "no forum has the id `uk-grh`", "`uk-ghr`"),
        ("case", CASE.replace("[solvan]", "[Solvan]"), "case.yaml:4:21", "no person has the id `Solvan`", "`solvan`"),
        ("allegations", ALLEGATIONS.replace("uncat", "unact"), "allegations.yaml:7:29",
         "no instrument has the id `unact`", "`uncat`"),
        ("allegations", ALLEGATIONS.replace("uncat", "UNCAT"), "allegations.yaml:7:29",
         "no instrument has the id `UNCAT`", "did you mean `uncat`?"),
        ("allegations", ALLEGATIONS.replace("[torture]", "[tortur]"), "allegations.yaml:5:13",
         "no conduct code has the id `tortur`", "`torture`"),
        ("allegations", ALLEGATIONS + "  not_in: [submision]\n", "allegations.yaml:11:12",
         "no filing has the id `submision`", "`submission`"),
        ("bodies", BODIES + "  relations: [{kind: part_of, body: ministry}]\n", "bodies.yaml:3:37",
         "no body has the id `ministry`", "add a record"),
    ],
)  # fmt: skip
def test_a_reference_that_leads_nowhere_has_its_place(
    tmp_path: Path, name: str, text: str, place: str, message: str, help: str
) -> None:
    found = _findings(tmp_path, **{name: text})

    assert [str(each.span) for each in found] == [f"harbour/{place}"]
    assert found[0].message == message
    assert help in found[0].help


@each(
    ("cited", "help"),
    [("courier-2023", "add a record"), ("heral-2023", "did you mean `herald-2023`?"), ("herald-2024", "herald-2023")],
)
def test_a_year_that_two_works_share_makes_neither_a_slip_of_the_other(tmp_path: Path, cited: str, help: str) -> None:
    sources = f"{SOURCES}- {{id: herald-2023, title: The Herald, held: held}}\n"
    (found,) = _findings(tmp_path, sources=sources, roles=ROLES.replace("gazette,", f"{cited},"))

    assert help in found.help


def test_a_citation_in_a_text_is_found_at_its_own_words(tmp_path: Path) -> None:
    text = BACKGROUND.replace("[@report, p. 1]", "and has\na quay [see @report, p. 1; @reprot, p. 2]")
    found = _findings(tmp_path, **{"narrative/background.md": text})

    assert [(each.code, str(each.span)) for each in found] == [("REF104", "harbour/narrative/background.md:7:29")]


@each(
    ("text", "keys"),
    [
        ("a [@a, p. 4; see -@b-2.c] b [@d]", ["a", "b-2.c", "d"]),
        ("write to [me@x.org] or @nobody", []),
        ("[@büro, p. 1]", ["büro"]),
        ("[@a.]", ["a"]),
        ("no citation", []),
    ],
)
def test_the_keys_of_a_text_are_those_that_its_citations_name(text: str, keys: list[str]) -> None:
    assert list(keys_in_text(text)) == keys


def test_a_bracket_behind_a_backslash_cites_nothing() -> None:
    assert list(keys_in_text(r"as he wrote, \[@nobody, p. 3\], and [@report, p. 4]")) == ["report"]


@each(("kind", "path"), [(kind, path) for kind, paths in REFERENCES.items() for path in paths])
def test_every_path_of_the_table_of_references_is_a_field(kind: str, path: str) -> None:
    model: type[Part] | None = CaseFile if kind == "case" else KIND_BY_KEY[kind].record
    for step in path.split("."):
        assert model is not None
        assert step in model.model_fields
        inner = model_in(model.model_fields[step].annotation)
        model = inner if inner is not None and issubclass(inner, Part) else None


@each("target", sorted({t for paths in REFERENCES.values() for ts in paths.values() for t in ts}))
def test_every_target_of_the_table_of_references_exists(target: str) -> None:
    assert target in KIND_BY_KEY or target in {"forums", "instruments", "conduct", "elements", "filings"}


PEOPLE_NAMED = """\
- {id: kerr, name: Aldo Kerrin}
- {id: sova, name: Ilse Sova}
- {id: sova-2, name: Ilse Sova}
"""
SOURCES_NAMED = "- {id: review, title: 'Review of camps, 2024', type: report}\n"


def help_on(folder: Path, role: str) -> str:
    (folder / "case.yaml").write_text("title: Example\n", encoding="utf-8")
    (folder / "people.yaml").write_text(PEOPLE_NAMED, encoding="utf-8")
    (folder / "sources.yaml").write_text(SOURCES_NAMED, encoding="utf-8")
    (folder / "roles.yaml").write_text(f"- id: r\n  title: Commander\n  dates: 2015\n{role}\n", encoding="utf-8")
    return load_case(folder, "claims/mine", Known()).findings[0].help


@each(
    ("role", "help"),
    [
        ("  person: Aldo Kerrin", "did you mean `kerr`, which is called so?"),
        ("  person: aldo  kerrin", "did you mean `kerr`, which is called so?"),
        ("  person: kerr\n  citations: ['Review of camps, 2024, p. 4']",
         "did you mean `review, p. 4`, which is called so?"),
    ],
)  # fmt: skip
def test_a_name_where_an_id_belongs_is_told_with_the_id(role: str, help: str, tmp_path: Path) -> None:
    assert help_on(tmp_path, role) == help


@each("name", ["Ilse Sova", "Review of camps, 2024", "Nobody Known"])
def test_a_name_of_two_of_none_or_of_another_kind_is_not_guessed(name: str, tmp_path: Path) -> None:
    assert help_on(tmp_path, f"  person: '{name}'").startswith("write the id of the record that is meant")


def test_what_another_thread_reads_is_not_noted() -> None:
    reading, other_reads, has_read = Reading("always"), threading.Event(), threading.Event()

    def other() -> None:
        other_reads.wait(20)
        reading.during(lambda: reading.keys.add("theirs"))
        has_read.set()

    def ours() -> None:
        reading.keys.add("before")
        other_reads.set()
        has_read.wait(20)
        reading.keys.add("after")

    thread = threading.Thread(target=other, daemon=True)
    thread.start()
    _, noted = reading.during(ours)
    thread.join(20)
    assert noted == {"always", "before", "after"}
