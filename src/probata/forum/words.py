"""Words of a forum's templates by language: labels and whole sentences, in `words/<language>.yaml` of its folder.

They are merged along the chain of forums like the profile, the child's word over the parent's. `words` in `forum.yaml`
are words in the forum's own language. Where a language lacks a word, the English one stands in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from probata.diagnostics import Diagnostic
from probata.forum.discovery import ForumFolder
from probata.forum.faults import forum_fault
from probata.model.language import primary
from probata.source.node import MappingNode, Scalar
from probata.source.text_file import TEMPLATES, read_text
from probata.source.yaml_reader import read_yaml

FOLDER = "words"
ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one forum."""

    by_language: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Language without country → word by its short name."""

    def find(self, name: str, language: str) -> tuple[str, str] | None:
        """Return a word with its language: the one asked for, or English; `None` where neither has it."""
        for tag in (primary(language), ENGLISH):
            if name in self.by_language.get(tag, {}):
                return self.by_language[tag][name], tag
        return None

    def names(self) -> frozenset[str]:
        """Return the short names of all words."""
        return frozenset(name for words in self.by_language.values() for name in words)

    def over(self, language: str, words: Mapping[str, str]) -> Words:
        """Return these words with those of a child in one language over them."""
        tag = primary(language)
        merged = {**self.by_language.get(tag, {}), **words}
        return Words({**self.by_language, tag: merged})


NO_WORDS = Words()


def read_words(folder: ForumFolder) -> tuple[dict[str, dict[str, str]], list[Diagnostic]]:
    """Read the words of one folder, by the names of their files, with what is wrong in them."""
    found: dict[str, dict[str, str]] = {}
    faults: list[Diagnostic] = []
    for path in sorted((folder.path / FOLDER).glob("*.yaml")):
        found[path.stem] = dict(_read(folder, path, faults))
    return found, faults


def _read(folder: ForumFolder, path: Path, faults: list[Diagnostic]) -> Iterator[tuple[str, str]]:
    file = read_text(folder.root, path, path.as_posix(), TEMPLATES)
    if isinstance(file, Diagnostic):
        faults.append(file)
        return
    node, found = read_yaml(file.text, file.shown)
    faults.extend(found)
    for entry in node.entries if isinstance(node, MappingNode) else ():
        if isinstance(entry.value, Scalar) and entry.value.text:
            yield entry.key.text, entry.value.text
        else:
            faults.append(forum_fault("FOR110", "no-words", f"`{entry.key.text}` has no words", entry.key.span,
                                      "write the words behind the colon, on one line or below `>-`"))  # fmt: skip
