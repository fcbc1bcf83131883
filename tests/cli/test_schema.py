from __future__ import annotations

import json

from tests.cli.command import Command

from probata.model.kinds import KINDS


def test_every_record_file_has_its_schema(probata: Command) -> None:
    found = probata("schema", "--out", "here/schemas")

    assert found.code == 0
    written = {path.name.removesuffix(".schema.json") for path in (probata.folder / "here/schemas").iterdir()}
    assert written == {"case", *(kind.key for kind in KINDS)}


def test_a_schema_is_valid_json_with_its_dialect(probata: Command) -> None:
    probata("schema")

    schema = json.loads((probata.folder / "schemas/exhibits.schema.json").read_text(encoding="utf-8"))
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["items"] == {"$ref": "#/$defs/Exhibit"}
    assert schema["$defs"]["Exhibit"]["required"] == ["id", "mark", "description"]


def test_a_schema_folder_that_cannot_be_made_ends_with_2(probata: Command) -> None:
    (probata.folder / "taken").write_text("a file", encoding="utf-8")

    found = probata("schema", "--out", "taken/schemas")

    assert found.code == 2
    assert found.err.startswith("`taken/schemas` could not be written: a file stands where a folder is needed\n")
    assert "Errno" not in found.err
