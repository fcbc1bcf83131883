"""What is said to have been done, named by its codes of conduct, as the object of a sentence."""

from __future__ import annotations

from collections.abc import Iterable

from probata.compose.printer import Printer


def acts_named(codes: Iterable[str], printer: Printer) -> tuple[str, ...]:
    """Return each act as a noun, with its article where the language has one; empty where the codes name none.

    What somebody failed to do is left out: nobody orders an omission or leaves it unpunished.
    """
    found = [code for code in map(printer.catalogue.conduct_code, codes) if code and not code.is_omission]
    return tuple(code.act or code.label for code in found)
