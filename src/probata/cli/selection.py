"""Which findings to show: by the names and codes of `--select` and `--ignore`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from probata.checks import Answer
from probata.checks.removed import REMOVED
from probata.cli.cannot_continue import CannotContinueError
from probata.cli.readers import READERS, names_of_readers
from probata.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Selection:
    """Names of checks, codes, or beginnings of codes; with nothing selected, all findings are."""

    selected: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()

    def takes(self, found: Diagnostic | Answer) -> bool:
        """Tell whether a finding, or the answer of a check, is shown."""
        chosen = not self.selected or any(_is_named(found, word) for word in self.selected)
        return chosen and not any(_is_named(found, word) for word in self.ignored)


def read_selection(select: Sequence[str], ignore: Sequence[str], found: Iterable[Diagnostic]) -> Selection:
    """Take the words of the command line, several to an option where commas part them.

    Raises `CannotContinueError` for a word that is neither the name of a check or of another finding, nor a code or its
    beginning.
    """
    if not (select or ignore):
        return Selection()
    from probata.checks import list_checks

    checks = [page.check for page in list_checks()]
    names = {check.name for check in checks} | {one.name for one in found} | set(names_of_readers())
    codes = {check.code for check in checks} | {one.code for one in found} | set(READERS)
    return Selection(*(tuple(_known(word, names, codes) for word in _words(given)) for given in (select, ignore)))


def _words(given: Iterable[str]) -> list[str]:
    return [word for part in given for word in part.replace(",", " ").split()]


def _known(word: str, names: set[str], codes: set[str]) -> str:
    if word in names or word in REMOVED or any(code.startswith(word.upper()) for code in codes):
        return word
    near = get_close_matches(word, sorted(names), 1)
    help = f"did you mean `{near[0]}`?" if near else "name a check or a code, such as `TIM101`, or `TIM` for its family"
    raise CannotContinueError(f"no check has the name or code `{word}`", help)


def _is_named(found: Diagnostic | Answer, word: str) -> bool:
    return word == found.name or found.code.startswith(word.upper())
