"""Words that are struck through: to whoever did that in Word, they are deleted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from probata.word.piece import STRUCK, Piece


def is_struck(piece: Piece) -> bool:
    """Tell whether something says anything and is struck through."""
    return bool(piece.marks & STRUCK) and (piece.kind != "text" or bool(piece.text.strip()))


def without_struck(found: Sequence[Piece]) -> list[Piece]:
    """Return pieces without what is struck through; of the spaces on both sides of it, one stays."""
    kept: list[Piece] = []
    was_struck = False
    for piece in found:
        if piece.marks & STRUCK:
            was_struck = True
            continue
        last = kept[-1] if kept else None
        if was_struck and last and last.text.endswith(" ") and piece.kind == last.kind == "text":
            piece = replace(piece, text=piece.text.removeprefix(" "))
        was_struck = False
        if piece.kind != "text" or piece.text:
            kept.append(piece)
    return kept
