"""`probata schema`: JSON Schemas of the record files, for completion and help in an editor."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from probata.cli.terminal import console


def schema(
    out: Annotated[Path, typer.Option("--out", help="Folder for the schemas.")] = Path("schemas"),
) -> int:
    """Write a JSON Schema for every record file.

    An editor that knows YAML schemas then offers the fields and explains them.
    """
    written = write_schemas(out)
    console().print(f"wrote {written} schemas to {out.as_posix()}", markup=False)
    return 0


def write_schemas(folder: Path) -> int:
    """Write the schemas into a folder, making it where it is missing; return how many."""
    from probata.output.folder import write_whole

    folder.mkdir(parents=True, exist_ok=True)
    made = schemas()
    for name, content in made.items():
        text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
        write_whole(folder / f"{name}.schema.json", text.encode())
    return len(made)


def schemas() -> dict[str, dict[str, Any]]:
    """Return the schema of each record file by the file's name; a list file holds a list of records."""
    from probata.model.case_file import CaseFile
    from probata.model.kinds import KINDS

    made: dict[str, dict[str, Any]] = {"case": CaseFile.model_json_schema()}
    for kind in KINDS:
        record = kind.record.model_json_schema()
        definitions = record.pop("$defs", {})
        made[kind.key] = {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": kind.key,
            "type": "array",
            "items": record,
            "$defs": definitions,
        }
    return made
