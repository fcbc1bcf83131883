"""Records from nodes: each fault in plain words with its place, and as much kept as is safe."""

from __future__ import annotations

from typing import TypeVar

from tests.each import each

from probata.diagnostics import Diagnostic, Severity
from probata.diagnostics.message import Message
from probata.model.allegation import Allegation
from probata.model.authority import Authority
from probata.model.case_file import CaseFile, Filing
from probata.model.consent import Consent
from probata.model.dataset import Dataset
from probata.model.decode import Decoded, decode_one, decode_records
from probata.model.event import Event
from probata.model.exhibit import Exhibit
from probata.model.explain_fault import _lines, help_on_field, help_on_id, message_on_id
from probata.model.kinds import KINDS
from probata.model.listing import Listing
from probata.model.narrative import Narrative
from probata.model.person import Person
from probata.model.record import Part, Record
from probata.model.role import Role
from probata.model.source_record import Source
from probata.source.node import SequenceNode
from probata.source.yaml_reader import read_yaml

R = TypeVar("R", bound=Part)

ROLE = "- id: r\n  person: p\n  title: T\n  dates: 2015\n"
ALLEGATION = "- id: a\n  title: T\n  statement: S\n"


def _decode(text: str, model: type[R], kind: str = "records") -> Decoded[R]:
    node, found = read_yaml(text, "f.yaml")
    assert found == []
    assert isinstance(node, SequenceNode)
    return decode_records(list(node.items), model, kind)


def _fault(text: str, model: type[Part]) -> Diagnostic:
    found = _decode(text, model).findings
    assert len(found) == 1, [fault.message for fault in found]
    return found[0]


@each(
    ("line", "code", "place", "message", "help"),
    [
        ("  acitng: true", "REC101", "f.yaml:5:3", "there is no field `acitng` here", "did you mean `acting`?"),
        ("  zzz: 1", "REC101", "f.yaml:5:3", "there is no field `zzz` here", "the nearest of the "),
        ("  acting: perhaps", "REC107", "f.yaml:5:11", "`perhaps` should be yes or no", "`true` or `false`"),
        ("  rank: [a]", "REC107", "f.yaml:5:9", "the value of `rank` should be text", "on one line"),
        ("  seats: {a: b}", "REC107", "f.yaml:5:10", "the value of `seats` should be a list", "hyphen"),
        ("  term: 19", "REC107", "f.yaml:5:9", "`19` should be fields", "`name: value`"),
        ("  as_of: 2015-13", "REC103", "f.yaml:5:10", "`2015-13` is no date: there is no such month", "2015-08"),
        ("  status: curent", "REC105", "f.yaml:5:11", "`curent` is no choice for `status`", "current, ended, unknown"),
        ("  rank: ''", "REC102", "f.yaml:5:9", "the field `rank` is empty", "write a value"),
        ("  seats: [b c]", "REC106", "f.yaml:5:11", "`b c` cannot be an id: character 2 is a space", "letters, digits"),
        (
            "  seats: [b–c]",
            "REC106",
            "f.yaml:5:11",
            "`b–c` cannot be an id: character 2 is a long dash",
            "plain hyphen",
        ),
        ("  seats: [b, ~]", "REC107", "f.yaml:5:14", "`~` should be fields", "`name: value`"),
        (f"  seats: [{'b' * 81}]", "REC106", "f.yaml:5:11", "is longer than 80 characters", "shorter"),
        ("  term: {body: b}", "REC102", "f.yaml:5:9", "the field `number` is missing", "add `number: …`"),
    ],
)
def test_a_fault_is_told_in_plain_words_with_its_place(
    line: str, code: str, place: str, message: str, help: str
) -> None:
    found = _fault(ROLE + line + "\n", Role)

    assert (found.code, str(found.span)) == (code, place)
    assert message in found.message
    assert help in found.help
    assert (found.severity, found.record) == (Severity.ERROR, "records/r")


@each("model", [kind.record for kind in KINDS])
@each("wrong", ["x", "[x]", "{x: y}", "~", "''", "[[x]]", "[{x: [y]}]", "[~]", "1.5", "{~: ~}"])
def test_no_fault_of_any_field_speaks_of_types_of_the_program(model: type[Part], wrong: str) -> None:
    for name in model.model_fields:
        found = _decode(f"- {name}: {wrong}\n", model).findings
        for fault in found:
            words = f"{fault.message} {fault.help}".split()
            assert not {"str", "dict", "tuple", "bool", "int", "NoneType", "None", "model"} & set(words)
            assert "pydantic" not in fault.message
            assert "`0`" not in fault.message
            assert fault.help
            assert fault.span is not None


def test_a_line_in_place_of_fields_is_told_which_fields_there_are() -> None:
    found = _fault("- id: crc\n  kind: other\n  name: Convention\n  published_in: 1577 UNTS 3\n", Authority)

    assert found.message == "`1577 UNTS 3` should be fields"
    assert found.help == "write `name: value`, one below the other: `series`, `year`, `volume`, `page`"


def test_all_faults_of_a_record_come_back_at_once() -> None:
    decoded = _decode("- id: r\n  title: [T]\n  dates: soon\n  acting: perhaps\n  zzz: 1\n", Role)

    assert {found.name for found in decoded.findings} == {
        "missing-field", "wrong-shape", "unreadable-date", "unknown-field",
    }  # fmt: skip


def test_of_a_list_only_the_faulty_entry_is_left_out() -> None:
    evidence = "  evidence:\n" + "".join(f"    - {entry}\n" for entry in ("a", "{sorce: b}", "c", "[d]", "e"))
    decoded = _decode(ALLEGATION + evidence, Allegation)

    assert [found.source for found in decoded.records[0][0].evidence] == ["a", "c", "e"]


@each(
    ("text", "model"),
    [
        ("- id: p\n  name: N\n  consent_required: ture\n", Person),
        ("- id: p\n  name: N\n  consent_requird: true\n", Person),
        ("- id: c\n  person: p\n  untill: 2020\n", Consent),
        ("- id: c\n  person: p\n  until: soon\n", Consent),
        (ALLEGATION + "  pursued: flase\n", Allegation),
        (ALLEGATION + "  persued: false\n", Allegation),
        (ALLEGATION + "  not_in: [a b]\n", Allegation),
        ("- id: n\n  title: T\n  text: X\n  forums: [a b]\n", Narrative),
        ("- id: s\n  confidentiality: confidental\n", Source),
        ("- id: l\n  person: p\n  authority: UK\n  found: flase\n", Listing),
        ("- {id: x, mark: M, description: D, redactons: [{text: Anna}]}\n", Exhibit),
        ("- {id: x, mark: M, description: D, redactions: [{text: Anna}, {page: 1, region: 1 2 3}]}\n", Exhibit),
        ("- {id: x, mark: M, description: D, redactions: [{page: 1, readers: [pubic]}]}\n", Exhibit),
        ("- {id: x, mark: M, description: D, redactions: [{page: 1, text: Anna}]}\n", Exhibit),
    ],
)
def test_a_record_whose_safeguard_cannot_be_read_is_left_out_whole(text: str, model: type[Part]) -> None:
    decoded = _decode(text, model)

    assert decoded.records == []
    assert decoded.left_out == 1
    assert decoded.findings != []


@each("entry", ["{source: b, against: perhaps}", "{source: b, againts: true}"])
def test_evidence_that_may_speak_against_is_never_kept_as_support(entry: str) -> None:
    decoded = _decode(ALLEGATION + f"  evidence: [a, {entry}]\n", Allegation)

    assert [found.source for found in decoded.records[0][0].evidence] == ["a"]


def test_a_case_that_may_be_an_illustration_is_not_read_as_a_draft() -> None:
    node, _ = read_yaml("title: T\nstatus: ilustration\n", "case.yaml")
    decoded: Decoded[CaseFile] = Decoded()
    assert node is not None
    decode_one(node, CaseFile, "case", decoded)

    assert decoded.records == []
    assert decoded.findings[0].help == "write one of: draft, ready, illustration"


def test_a_column_that_may_be_hidden_is_not_shown() -> None:
    columns = "[{key: a, heading: A}, {key: b, heading: B, hiden: true}]"
    decoded = _decode(f"- id: d\n  title: T\n  file: t.csv\n  columns: {columns}\n", Dataset)

    assert [column.key for column in decoded.records[0][0].columns] == ["a"]


@each("field", ["cited_in", "citations"])
def test_a_place_that_a_comma_parts_from_its_source_in_a_list_is_told_how_to_write(field: str) -> None:
    model: type[Part] = Source if field == "cited_in" else Person
    text = f"- id: a\n  {'title: T' if model is Source else 'name: N'}\n  {field}: [report, p. 4]\n"
    found = _fault(text, model)

    assert found.message == "`p. 4` cannot be an id: character 3 is a space"
    assert found.help == (
        'write source and place as one text with a comma, in quotation marks inside a list: `["report, p. 4"]`'
    )


NAMES = frozenset(kind.key for kind in KINDS)
OF_CASE, OF_FILING = list(CaseFile.model_fields), list(Filing.model_fields)


@each(("wrong", "meant"), [("titel", "title"), ("markng", "marking"), ("translation", "translations")])
def test_a_slip_names_the_field_that_is_meant(wrong: str, meant: str) -> None:
    assert Message(help_on_field(wrong, OF_CASE, NAMES)) == f"did you mean `{meant}`?"


@each("kind", KINDS, ids=lambda kind: kind.key)
def test_no_kind_of_records_is_sent_to_the_translations(kind: object) -> None:
    fields = list(kind.record.model_fields)  # type: ignore[attr-defined]  # each entry of the table has its model

    for name in NAMES - set(fields):
        assert "did you mean `translations`" not in Message(help_on_field(name, fields, NAMES))


@each(
    ("record", "wrong", "meant"),
    [
        (Event, "affected", "persons"),
        (Event, "victims", "persons"),
        (Event, "when", "dates"),
        (Event, "location", "place"),
        (Event, "name", "title"),
        (Event, "type", "kind"),
        (Allegation, "persons", "affected"),
        (Allegation, "victims", "affected"),
        (Allegation, "description", "statement"),
        (Source, "link", "url"),
        (Source, "published", "issued"),
        (Person, "date-of-birth", "birth"),
        (Person, "Sex", "gender"),
    ],
)
def test_another_word_for_a_field_names_the_field(record: type[Record], wrong: str, meant: str) -> None:
    assert Message(help_on_field(wrong, list(record.model_fields), NAMES)) == f"did you mean `{meant}`?"


def test_every_line_of_words_has_a_field_of_some_record_and_no_word_twice() -> None:
    fields = {name for kind in KINDS for name in kind.record.model_fields} | set(CaseFile.model_fields) | set(OF_FILING)

    for words in _lines():
        assert words[0] in fields, words
        assert len(set(words)) == len(words), words


@each(
    ("written", "said", "next_step"),
    [
        ("border\u200bguard", "character 7 is a sign that cannot be seen, `U+200B`", "type it anew"),
        ("border\u00adguard", "character 7 is a sign that cannot be seen, `U+00AD`", "type it anew"),
        ("border\u00a0guard", "character 7 is a space", "type a plain hyphen there"),
        ("border–guard", "character 7 is a long dash", "type a plain hyphen there"),
    ],
)
def test_a_sign_that_nobody_sees_to_be_wrong_is_named(written: str, said: str, next_step: str) -> None:
    assert Message(message_on_id(written)) == f"`{written}` cannot be an id: {said}"
    assert next_step in Message(help_on_id(("id",), written))
