"""Findings on a Word template, with their places as somebody finds them in Word."""

from __future__ import annotations

from dataclasses import replace

from probata.compose.word_template.left_out import LeftOut
from probata.compose.word_template.read_blocks import Place
from probata.diagnostics import Diagnostic, Severity, Span


def placed(found: Diagnostic, name: str, place: Place) -> Diagnostic:
    """Return a finding with a place in a Word file: in its span, and in words before what it says."""
    if not place.number:
        return replace(found, span=Span(name))
    under = f"under the heading “{place.heading}”, " if place.heading and place.heading != place.text else ""
    where = f"in the heading “{place.text}”" if place.heading == place.text else f"in the paragraph “{place.text}”"
    where = where if place.text else "in an empty paragraph"
    span = Span(f"{name}#{place.heading}", place.number, 1, place.number, 1)
    return replace(found, span=span, message=f"{under}{where}: {found.message}")


def left_out_of(name: str, one: LeftOut) -> Diagnostic:
    """Return the finding on what stands in a template and in no document."""
    found = Diagnostic("TPL107", "left-out-of-template", one.severity, one.message, Span(name), one.help)
    return placed(found, name, one.place)


def fault(kind: str, message: str, name: str, help: str) -> Diagnostic:
    """Return a finding on what must be mended before anything can be made."""
    return Diagnostic("TPL101", kind, Severity.ERROR, message, Span(name), help)


def unread(name: str, message: str, help: str) -> Diagnostic:
    """Return the finding on a file that cannot be used."""
    return Diagnostic("TPL106", "template-not-read", Severity.ERROR, message, Span(name), help)
