"""`probata new`: the beginnings of a case or of a forum."""

from __future__ import annotations

import os
import re
import shlex
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from string import Template
from typing import Annotated

import typer

from probata.cli.case_path import CLAIMS
from probata.cli.exit_code import CannotContinueError
from probata.cli.house import find_house
from probata.cli.opening import find_workspace
from probata.cli.options import QuietOption
from probata.cli.schema import write_schemas
from probata.cli.terminal import Terminal
from probata.compose.engine_faults import TemplateSyntaxFault
from probata.compose.template_files import JINJA, WORD, TemplateFile, TemplateLoader, template_of
from probata.compose.template_sections import inherited_blocks, templates_upwards
from probata.compose.word_template.word_template import LARGEST
from probata.diagnostics import Diagnostic
from probata.document.blocks import Block, Paragraph, Role
from probata.document.inlines import Text
from probata.document.look import Look
from probata.document.tree import Document, Meta
from probata.forum import known_forums, load_forum
from probata.forum.layout import Layout
from probata.forum.look import look_of
from probata.graph.resolve import REFERENCES
from probata.output import PlacingError, write_atomically
from probata.pipeline import Workspace
from probata.source.file_names import device_name
from probata.source.text_file import TEMPLATES, read_bytes
from probata.workbook.convert import to_workbook
from probata.workbook.read_records import FILE_NAME
from probata.writers.docx.samples import sample_letterhead
from probata.writers.docx.writer import write
from probata.writers.format import WriteOptions

# Making a folder whole: filled beside its place, then moved there.


@contextmanager
def new_folder(folder: Path) -> Iterator[Path]:
    """Give an empty folder to fill, which becomes `folder` at the end.

    Raises `CannotContinueError` where something stands at `folder` already or the system refuses; nothing is left
    behind then.
    """
    if folder.exists():
        raise CannotContinueError(
            f"`{folder.as_posix()}` exists already", "choose another name; nothing is overwritten"
        )
    passing = folder.with_name(f".{folder.name}.{os.getpid()}.part")
    try:
        passing.mkdir(parents=True)
        yield passing
        passing.rename(folder)
    except OSError as error:
        is_in_a_file = isinstance(error, (FileExistsError, NotADirectoryError))
        reason = "a file stands where a folder is needed" if is_in_a_file else (error.strerror or str(error)).lower()
        raise CannotContinueError(
            f"`{folder.as_posix()}` could not be made: {reason}", "choose another place"
        ) from None
    finally:
        shutil.rmtree(passing, ignore_errors=True)


# What the files of a new forum say: nothing yet but what they inherit, with remarks on what may stand there.


def _filled(file: str, **values: str) -> bytes:
    return Template(files("probata.cli").joinpath(file).read_text(encoding="utf-8")).substitute(values).encode()


def _brief(name: str, template: TemplateFile, workspace: Workspace) -> bytes:
    """Return a template that prints what another does, with a remark for each block of those above it."""
    blocks = (
        f"{{## {block.remark or block.name}\n\n{{% block {block.name} %}}\n{{% endblock %}} ##}}\n"
        for block in inherited_blocks(list(templates_upwards(template.name, _text_of(workspace))))
    )
    extends = template.path.parent.name
    return _filled("new_forum.md.j2", name=name, extends=extends, template=template.name, blocks="\n".join(blocks))


# The template of a new forum in Word: each part of the forum above as a bracket, with remarks that explain it.

_REMARKS = (
    "This is the template of {name}, in Word. It prints what {extends} prints, part by part. What stands in "
    "[remark: …] is never printed; delete it when you like.",
    "To word a part yourself, delete its [section: …] and write in its place: headings in the styles Heading 1 to 3, "
    "paragraphs in Numbered Paragraph 1, with a number, or Body Text, without one. A part that you delete is not "
    "printed.",
    "What the records hold is printed by its name in brackets, such as [title], [date], [roles: table] or "
    "[allegation: particulars]. `probata explain fields` lists them all. What is missing is shown as a gap.",
    "A paragraph that is about each of several things is printed for each. For several paragraphs, write "
    "[for each allegation] in a paragraph above them and [end] in one below.",
    "What is to be printed only where something is recorded: [if allegation: answer: An answer was given.] For "
    "several paragraphs, [if …] above them and [end] below.",
    "A section that the rules of the forum ask for is found by its id, such as [id: request] in its heading. To "
    "print the brackets themselves, write them twice, as in [[sic]].",
)
_BETWEEN = (("gap_count", "[gaps]"), ("::: contents", "[contents]"))
"""What stands between the blocks of a template, and its bracket."""
_BLOCK = re.compile(r"\{%-?\s*block\s+(?P<name>\w+)\s*-?%\}.*?\{%-?\s*endblock.*?%\}", re.DOTALL)
_SILENT = re.compile(
    r"\{##.*?##\}|\{%-?\s*macro\b.*?\{%-?\s*endmacro\s*-?%\}|\{%-?\s*(?:import|from|set)\b.*?%\}", re.DOTALL
)
"""What prints nothing."""
_KNOWN = re.compile(r"\{\{ gap_count \}\}|::: contents[^\n]*\n:::")


def word_template(name: str, extends: str, template: str, text_of: Callable[[str], str]) -> bytes:
    """Return the Word file; the same bytes each time.

    `template` is the name of the template above and `text_of` gives the text of one by name. Raises
    `CannotContinueError` where that has text outside its blocks, which would be lost.
    """
    texts = list(templates_upwards(template, text_of))
    remarks = {block.name: block.remark for block in inherited_blocks(texts) if block.remark}
    blocks: list[Block] = [_remark(words.format(name=name, extends=extends), Role.BODY) for words in _REMARKS]
    for bracket in _brackets(texts[-1], extends):
        block = bracket.removeprefix("[section: ").rstrip("]").replace(" ", "_")
        blocks += [_remark(remarks[block])] if block in remarks else []
        blocks.append(Paragraph((Text(bracket),), Role.BODY))
    return write(Document(Meta(f"Template of {name}"), tuple(blocks)), WriteOptions()).data


def _remark(words: str, role: Role = Role.TABLE_NOTE) -> Paragraph:
    return Paragraph((Text(f"[remark: {words}]"),), role)


def _brackets(text: str, extends: str) -> list[str]:
    """Return what a template that extends none prints, in order, as brackets."""
    found: list[str] = []
    end = 0
    printed = _SILENT.sub("", text)
    for match in (*_BLOCK.finditer(printed), None):
        between = printed[end : match.start() if match else len(printed)]
        if _KNOWN.sub("", between).strip():
            raise CannotContinueError(
                f"the template of `{extends}` has text outside its blocks, which one in Word could not take over",
                "put that text into a block, or leave out `--word`",
            )
        found += [bracket for words, bracket in _BETWEEN if words in between]
        if match:
            found.append(f"[section: {match['name'].replace('_', ' ')}]")
            end = match.end()
    return found


_NAME = re.compile(r"[a-z0-9][a-z0-9_-]*")


def refuse_name(name: str) -> None:
    """Raise `CannotContinueError` where a name is none of a forum, as one that leads out of the templates' folder."""
    if not _NAME.fullmatch(name):
        raise CannotContinueError(
            f"`{name}` cannot be the name of a forum",
            "use small letters, digits and hyphens; `--into` says in which folder it is made",
        )


def make_forum(folder: Path, extends: str, workspace: Workspace, in_word: bool = False) -> Path:
    """Make a forum at `folder`, with its template in Word where that is asked for.

    Raises `CannotContinueError` where its name is taken or what it extends will not do.
    """
    known = known_forums(workspace.template_roots)
    if extends not in known:
        raise CannotContinueError(f"there is no forum `{extends}`", f"the forums are {', '.join(known)}")
    if folder.name in known:
        raise CannotContinueError(f"there is a forum `{folder.name}` already", "choose another name")
    template = _template_of(extends, workspace)
    made = _in_word(folder.name, extends, template, workspace) if in_word else _brief(folder.name, template, workspace)
    with new_folder(folder) as passing:
        (passing / "forum.yaml").write_bytes(_filled("new_forum.yaml", name=folder.name, extends=extends))
        (passing / (WORD if in_word else JINJA)).write_bytes(made)
    return folder


def _in_word(name: str, extends: str, template: TemplateFile, workspace: Workspace) -> bytes:
    """Return a Word template with the parts of the forum above; the same one, where that forum has its own in Word."""
    if not template.is_word:
        return word_template(name, extends, template.name, _text_of(workspace))
    data = read_bytes(template.path.parents[1], template.path, template.name, LARGEST, TEMPLATES)
    if isinstance(data, Diagnostic):
        raise CannotContinueError(f"the template `{template.name}` cannot be used: {data.message}", data.help)
    return data


def _text_of(workspace: Workspace) -> Callable[[str], str]:
    """Return what gives the text of a template by its name; it raises where one cannot be used."""
    loader = TemplateLoader(workspace.template_roots)

    def text(name: str) -> str:
        """Return the text; empty where there is no such template."""
        try:
            loaded = loader(name)
        except TemplateSyntaxFault as error:
            raise CannotContinueError(f"the template `{name}` cannot be used: {error.message}", error.help) from None
        return loaded[0] if loaded else ""

    return text


def _template_of(forum: str, workspace: Workspace) -> TemplateFile:
    """Return the template that a forum uses."""
    loaded = load_forum(forum, workspace.template_roots)
    found = template_of(loaded.forum.folders) if loaded.forum else None
    if isinstance(found, Diagnostic):
        raise CannotContinueError(f"the forum `{forum}` cannot be used: {found.message}", found.help)
    if found is None:
        raise CannotContinueError(
            f"the forum `{forum}` cannot be read", "`probata list forums` says what is wrong with it"
        )
    return found


# A new case: the fictional one that ships with the program, as text files with their schemas or as a workbook.


def make_case(folder: Path, as_workbook: bool = False) -> None:
    """Make a case at `folder`; raises `CannotContinueError` where that is not possible."""
    with new_folder(folder) as passing:
        scaffold = files("probata.scaffold")
        _copy(scaffold / "case", passing)
        if as_workbook:
            _to_workbook(passing)
            (passing / "README.md").write_bytes((scaffold / "README.workbook.md").read_bytes())
        else:
            write_schemas(passing / "schemas")


def bring_case(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make a case at `folder` of files by their paths in it; raises `CannotContinueError` where that cannot be."""
    for relative in files:
        parts = relative.split("/")
        is_outside = any(part in ("", "..") or part.startswith(".") for part in parts) or set(relative) & set(":\\\0")
        if is_outside or device_name(relative):
            raise CannotContinueError(f"`{relative}` cannot be the name of a file", "leave it out")
    if not {"case.yaml", "case.yml", FILE_NAME} & files.keys():
        raise CannotContinueError(
            "there is no case in what was chosen", f"choose a {FILE_NAME}, or the folder of a case"
        )
    with new_folder(folder) as passing:
        for relative, data in files.items():
            (passing / relative).parent.mkdir(parents=True, exist_ok=True)
            (passing / relative).write_bytes(data)


def _copy(source: Traversable, target: Path) -> None:
    for found in source.iterdir():
        if found.is_dir():
            (target / found.name).mkdir()
            _copy(found, target / found.name)
        else:
            (target / found.name).write_bytes(found.read_bytes())


def _to_workbook(folder: Path) -> None:
    """Put a workbook in place of the text files; what it does not hold, such as pictures, stays beside it."""
    converted = to_workbook(folder, folder.name, REFERENCES)
    for path in converted.old:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
    for path, data in converted.new.items():
        path.write_bytes(data)
    for left in folder.iterdir():
        if left.is_dir() and not any(left.iterdir()):
            left.rmdir()


# A letterhead to begin from: every style of our documents with a sample, in a file that Word opens.

ENDING = ".docx"


def make_letterhead(path: Path, look: Look) -> None:
    """Write the file; raises `CannotContinueError` where something stands there already or it cannot be written."""
    if path.suffix.casefold() != ENDING:
        raise CannotContinueError(f"`{path.as_posix()}` is no name of a Word file", "let it end in `.docx`")
    if path.exists():
        raise CannotContinueError(f"`{path.as_posix()}` exists already", "choose another name; nothing is overwritten")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, sample_letterhead(look))
    except (OSError, PlacingError) as error:
        raise CannotContinueError(f"`{path.as_posix()}` could not be made: {error}", "choose another place") from None


CaseName = Annotated[str, typer.Argument(metavar="NAME", help="Name of the case; or a path, such as `cases/my-case`.")]
ForumName = Annotated[str, typer.Argument(metavar="NAME", help="Name of the forum: small letters, digits, hyphens.")]
ExtendsOption = Annotated[
    str,
    typer.Option(
        "--extends",
        metavar="ID",
        help="The forum from which it takes all that it does not say itself; `probata list forums` shows them.",
    ),
]
IntoOption = Annotated[Path, typer.Option("--into", metavar="DIR", help="Folder in which it is made.", file_okay=False)]
ForumsFolderOption = Annotated[
    Path | None,
    typer.Option(
        "--into",
        metavar="DIR",
        help="Folder in which it is made. Without it: the one that `probata.toml` names, else `templates`.",
        file_okay=False,
    ),
]


WorkbookOption = Annotated[
    bool, typer.Option("--workbook", help="The records in one workbook of Excel, in place of text files.")
]


WordOption = Annotated[
    bool, typer.Option("--word", help="Its template as a Word file, for wording it in Word, in place of a text file.")
]


LETTERHEAD = Path("letterhead.docx")
LetterheadName = Annotated[Path, typer.Argument(metavar="FILE", help="The Word file that is made.", dir_okay=False)]


def case(
    name: CaseName, into: IntoOption = CLAIMS, workbook: WorkbookOption = False, quiet: QuietOption = False
) -> None:
    """Make a small fictional case that builds at once, every file with comments, to be replaced bit by bit with yours.

    With **--workbook** it is one workbook of Excel, `case.xlsx`, in place of text files. It goes into `claims/NAME`, or
    where you say. Nothing that exists is overwritten.
    """
    name = name.replace("\\", "/")
    folder = Path(name) if "/" in name else into / name
    if folder.name in ("", "..") or not name:
        raise CannotContinueError(f"`{name}` cannot be the name of a case", "name the folder that is to be made")
    _refuse_device(folder.name)
    make_case(folder, workbook)
    terminal = Terminal(quiet)
    terminal.tell(f"made {folder.as_posix()}/", "bold")
    terminal.tell(f"read first: {(folder / 'README.md').as_posix()}")
    terminal.tell(f"make its documents: probata build {shlex.quote(folder.as_posix())}")
    if not find_house().shown:
        terminal.tell(
            "your name, address, letterhead and output folder can stand in one file for all cases, `probata.toml`: "
            "the README of the new case shows how"
        )


def letterhead(file: LetterheadName = LETTERHEAD, quiet: QuietOption = False) -> None:
    """Make a letterhead to begin from: a Word file with every style of our documents, each with a sample.

    Change its styles, header, footer and margins in Word. Name it as `letterhead` in `probata.toml`, or put it into
    the folder of a forum as `reference.docx`. The samples are no part of your documents. Nothing that exists is
    overwritten.
    """
    house, terminal = find_house(), Terminal(quiet)
    make_letterhead(file, look_of((house.house.look,), Layout()))
    terminal.tell(f"made {file.as_posix()}", "bold")
    named, settings = _from(house.folder, file), house.shown or "probata.toml"
    terminal.tell(f'change it in Word, then write `letterhead = "{named}"` below `[house]` in `{settings}`')


def _from(folder: Path, file: Path) -> str:
    """Return a file as it is named in the settings of the office: from their folder where it lies there."""
    path = file.resolve()
    return path.relative_to(folder.resolve()).as_posix() if path.is_relative_to(folder.resolve()) else path.as_posix()


def _refuse_device(name: str) -> None:
    if device_name(name):
        raise CannotContinueError(f"Windows keeps the name `{name}` for a device", "choose another name")


def forum(
    name: ForumName,
    extends: ExtendsOption,
    into: ForumsFolderOption = None,
    word: WordOption = False,
    quiet: QuietOption = False,
) -> None:
    """Make a forum of your own that builds at once: a folder with its rules and its template.

    With **--word** the template is a Word file, `template.docx`, in place of text. It goes into `templates/NAME`, or
    where you say. Nothing that exists is overwritten.
    """
    refuse_name(name)
    _refuse_device(name)
    terminal = Terminal(quiet)
    into = into or find_house().forums
    folder = make_forum(into / name, extends, find_workspace(into if into.is_dir() else None, terminal), word)
    terminal.tell(f"made {folder.as_posix()}/", "bold")
    if word:
        terminal.tell(f"word it in {(folder / WORD).as_posix()}")
    terminal.tell(f"write its rules in {(folder / 'forum.yaml').as_posix()}")
    terminal.tell(f"try it: probata build CASE --forum {name}")


COMMANDS = (
    (case, "Example: `probata new case my-case`, then `probata build claims/my-case`"),
    (letterhead, "Example: `probata new letterhead office/letterhead.docx`"),
    (forum, "Example: `probata new forum our-letter --extends support-statement`"),
)
