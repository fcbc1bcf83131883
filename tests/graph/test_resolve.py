"""References and citations that lead nowhere."""

from __future__ import annotations

from pathlib import Path

from tests.case_folder import ALLEGATIONS, BACKGROUND, BODIES, CASE, ROLES, SOURCES, write_case
from tests.each import each

from probata.diagnostics import Diagnostic
from probata.graph.load import load_case
from probata.graph.resolve import REFERENCES, Known, keys_in_text
from probata.model.case_file import CaseFile
from probata.model.explain_fault import model_in
from probata.model.kinds import KIND_BY_KEY
from probata.model.record import Part

KNOWN = Known(frozenset({"uk-ghr"}), frozenset({"uncat"}), frozenset({"torture"}))


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
