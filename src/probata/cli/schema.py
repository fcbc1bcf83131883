"""`probata schema`: JSON Schemas of the record files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from probata.cli.exit_code import CannotContinueError
from probata.cli.options import QuietOption
from probata.cli.terminal import Terminal
from probata.model.schema import record_schemas
from probata.output import write_atomically
from probata.output.atomic import placing_error

EPILOG = "Example: `probata schema --out claims/my-case/schemas`"


def run(
    out: Annotated[
        Path,
        typer.Option("--out", metavar="DIR", help="Folder for the schemas; made where there is none.", file_okay=False),
    ] = Path("schemas"),
    quiet: QuietOption = False,
) -> None:
    """Write a JSON Schema for every record file, so that an editor completes fields and tells what each is for.

    An editor with YAML support (Visual Studio Code with the extension YAML, for one) uses the schema that the first
    line of a record file names: `# yaml-language-server: $schema=./schemas/people.schema.json`. New cases have that
    line and their schemas already.
    """  # fmt: skip
    number = write_schemas(out)
    Terminal(quiet).tell(f"wrote {number} schemas to {out.as_posix()}/")


def write_schemas(folder: Path) -> int:
    """Write all schemas into a folder and return their number; raises `CannotContinueError` where that is refused."""
    schemas = record_schemas()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, schema in schemas.items():
            text = json.dumps(schema, ensure_ascii=False, indent=2)
            write_atomically(folder / f"{name}.schema.json", f"{text}\n".encode())
    except OSError as error:
        raise CannotContinueError(str(placing_error(folder, error)), "choose another folder with `--out`") from None
    return len(schemas)
