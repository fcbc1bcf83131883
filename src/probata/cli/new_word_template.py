"""The template of a new forum in Word: each part of the forum above as a bracket, with remarks that explain it."""

from __future__ import annotations

import re
from collections.abc import Callable

from probata.cli.cannot_continue import CannotContinueError
from probata.compose.template_blocks import inherited_blocks
from probata.compose.template_sections import templates_upwards
from probata.document.blocks import Block, Paragraph, Role
from probata.document.inlines import Text
from probata.document.tree import Document, Meta
from probata.writers.docx.writer import write
from probata.writers.format import WriteOptions

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
