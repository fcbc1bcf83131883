"""Text as it stands in XML; the standard library's functions for it bring a client of the web along."""

from __future__ import annotations

_CONTENT = str.maketrans({"&": "&amp;", ">": "&gt;", "<": "&lt;"})
_VALUE = str.maketrans({"&": "&amp;", ">": "&gt;", "<": "&lt;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def escape(text: str) -> str:
    """Return text as the content of an element."""
    return text.translate(_CONTENT)


def quoteattr(text: str) -> str:
    """Return text as the value of an attribute, in quotation marks."""
    value = text.translate(_VALUE)
    if '"' not in value:
        return f'"{value}"'
    return f"'{value}'" if "'" not in value else '"{}"'.format(value.replace('"', "&quot;"))
